// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/ErrorWording.h"

#include <QCoreApplication>

namespace tierscope::ui {

namespace {

struct Errors {
    Q_DECLARE_TR_FUNCTIONS(Errors)
};

/// What to do where core does not know; empty where that depends on too much.
QString remedyFor(core::ErrorCode code)
{
    switch (code) {
    case core::ErrorCode::PermissionDenied:
        return Errors::tr("Choose a place that you may write to, or ask for the right.");
    case core::ErrorCode::Io:
        return Errors::tr("See whether the disk is full and whether the folder can be written to.");
    case core::ErrorCode::Corrupt:
        return Errors::tr("Put the file aside and try again.");
    case core::ErrorCode::Busy:
        return Errors::tr("Wait a moment and try again.");
    case core::ErrorCode::OutOfMemory:
        return Errors::tr("Take a larger memory tier or fewer processes at once.");
    case core::ErrorCode::TimedOut:
        return Errors::tr("Give it more time or less to do.");
    case core::ErrorCode::ProcessFailed:
    case core::ErrorCode::Internal:
        return Errors::tr("What was measured is saved. Try again, and report it if it comes back.");
    case core::ErrorCode::InvalidArgument:
    case core::ErrorCode::NotFound:
    case core::ErrorCode::Unsupported:
    case core::ErrorCode::Cancelled:
        break;
    }
    return {};
}

} // namespace

QString errorHeadline(core::ErrorCode code)
{
    switch (code) {
    case core::ErrorCode::InvalidArgument:
        return Errors::tr("This cannot be used");
    case core::ErrorCode::NotFound:
        return Errors::tr("Something is missing");
    case core::ErrorCode::PermissionDenied:
        return Errors::tr("Not allowed");
    case core::ErrorCode::Unsupported:
        return Errors::tr("This computer cannot do it");
    case core::ErrorCode::Io:
        return Errors::tr("Reading or writing failed");
    case core::ErrorCode::Corrupt:
        return Errors::tr("The data cannot be read");
    case core::ErrorCode::Busy:
        return Errors::tr("Somebody else holds it");
    case core::ErrorCode::ProcessFailed:
        return Errors::tr("A process failed");
    case core::ErrorCode::OutOfMemory:
        return Errors::tr("There was not enough memory");
    case core::ErrorCode::TimedOut:
        return Errors::tr("It took too long");
    case core::ErrorCode::Cancelled:
        return Errors::tr("Stopped");
    case core::ErrorCode::Internal:
        break;
    }
    return Errors::tr("A fault of Tierscope");
}

QString errorText(const core::Error& error)
{
    const QString text = Errors::tr("%1: %2").arg(errorHeadline(error.code), QString::fromStdString(error.sentence()));
    const QString remedy = error.remedy.empty() ? remedyFor(error.code) : QString();
    return remedy.isEmpty() ? text : Errors::tr("%1 %2", "one sentence after the other").arg(text, remedy);
}

QString warningText(const core::Error& warning)
{
    return Errors::tr("Worth knowing: %1").arg(QString::fromStdString(warning.sentence()));
}

} // namespace tierscope::ui
