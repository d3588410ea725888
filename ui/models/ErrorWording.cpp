// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/ErrorWording.h"

#include "ui/models/AwsErrorWording.h"
#include "ui/models/FailureWording.h"

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

QString otherPlace()
{
    return Errors::tr("Start Tierscope with another place for the database: --database FILE.");
}

ErrorWords wordDatabase(core::ErrorDetail detail, const QString& path, const QString& said)
{
    switch (detail) {
    case core::ErrorDetail::FolderNotMade:
        return {Errors::tr("the folder %1 for the database cannot be made (%2).").arg(path, said), otherPlace()};
    case core::ErrorDetail::DatabaseIsFolder:
        return {Errors::tr("the database %1 is a folder.").arg(path), otherPlace()};
    case core::ErrorDetail::DatabaseFull:
        return {Errors::tr("the disk with the database %1 is full.").arg(path), Errors::tr("Free space and try again.")};
    case core::ErrorDetail::DatabaseIo:
        return {Errors::tr("the database %1 cannot be read or written.").arg(path),
                Errors::tr("See whether the disk is sound and has space, and try again.")};
    case core::ErrorDetail::DatabaseHeld:
        return {Errors::tr("another program holds the database %1.").arg(path), Errors::tr("Close that program and try again.")};
    case core::ErrorDetail::DatabaseReadOnly:
        return {Errors::tr("the database %1 or its folder cannot be written.").arg(path),
                Errors::tr("Make both writable, or start Tierscope with another place: --database FILE.")};
    case core::ErrorDetail::DatabaseTooLarge:
        return {Errors::tr("the experiment is too large for the memory (database %1).").arg(path), Errors::tr("Take fewer tasks.")};
    case core::ErrorDetail::DatabaseFailed:
        return {Errors::tr("the database %1 fails (%2).").arg(path, said), Errors::tr("Try again.")};
    case core::ErrorDetail::DatabaseDamaged:
        return {Errors::tr("%1 is damaged, or no database of Tierscope.").arg(path), Errors::tr("Move the file away and try again.")};
    case core::ErrorDetail::DatabaseOfLater:
        return {Errors::tr("the database %1 was written by a later version of Tierscope.").arg(path), Errors::tr("Update Tierscope.")};
    case core::ErrorDetail::DatabaseOfOthers:
        return {Errors::tr("%1 is the database of another program.").arg(path), otherPlace()};
    case core::ErrorDetail::FileNotWritten:
        return {Errors::tr("%1 cannot be written (%2).").arg(path, said), Errors::tr("Choose another place.")};
    default:
        return {};
    }
}

ErrorWords wordDetail(const core::Error& error)
{
    const auto value = [&error](std::size_t place) {
        return place < error.values.size() ? QString::fromStdString(error.values[place]) : QString();
    };
    switch (error.detail) {
    case core::ErrorDetail::None:
        return {};
    case core::ErrorDetail::RunnerMissing:
        return {Errors::tr("tierscope-runner is not in %1, where this program is.").arg(value(0)),
                Errors::tr("Build or install Tierscope whole.")};
    case core::ErrorDetail::PythonRunnerMissing:
        return {Errors::tr("tierscope_runner.py is not installed."), Errors::tr("Build or install Tierscope whole.")};
    case core::ErrorDetail::NoPython:
        return {Errors::tr("python3 is not found."), Errors::tr("Install Python 3.9 or later.")};
    case core::ErrorDetail::NoCgroup:
        return {Errors::tr("no cgroup can be used here, so tiers are held by stopping and continuing the processes, a few percent less "
                           "exact."),
                Errors::tr("tierscope-cli doctor says what is missing.")};
    case core::ErrorDetail::TrialFailed:
        return {
            Errors::tr("the trial of one task failed: %1.").arg(failureText(error.values.empty() ? std::string() : error.values.front())),
            Errors::tr("The time left is not known until runs have finished.")};
    case core::ErrorDetail::GuardFailed:
        return {Errors::tr("the runner's guard did not start."), Errors::tr("tierscope-cli doctor says what is missing.")};
    case core::ErrorDetail::ProgramNotStarted:
        return {Errors::tr("%1 cannot be started (%2).").arg(value(0), value(1)), Errors::tr("Build or install Tierscope whole.")};
    case core::ErrorDetail::ExperimentMissing:
        return {Errors::tr("experiment %1 is no longer in the database.").arg(value(0)), {}};
    case core::ErrorDetail::ExperimentElsewhere:
        return {Errors::tr("experiment %1 is being measured by process %2.").arg(value(0), value(1)),
                Errors::tr("Wait for it to end, or stop it there.")};
    case core::ErrorDetail::ExperimentImported:
        return {Errors::tr("experiment %1 was imported and cannot be resumed.").arg(value(0)), Errors::tr("Duplicate it and run it anew.")};
    case core::ErrorDetail::ExperimentDamaged:
        return {Errors::tr("experiment %1 in the database is damaged.").arg(value(0)),
                Errors::tr("Delete it; the others are not affected.")};
    default:
        break;
    }
    ErrorWords words = wordDatabase(error.detail, value(0), value(1));
    return words.message.isEmpty() ? wordAwsError(error) : words;
}

QString sentences(const QString& first, const QString& second)
{
    return second.isEmpty() ? first : Errors::tr("%1 %2", "one sentence after the other").arg(first, second);
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
    const ErrorWords words = wordDetail(error);
    if (!words.message.isEmpty())
        return sentences(Errors::tr("%1: %2").arg(errorHeadline(error.code), words.message), words.remedy);
    const QString text = Errors::tr("%1: %2").arg(errorHeadline(error.code), QString::fromStdString(error.sentence()));
    return sentences(text, error.remedy.empty() ? remedyFor(error.code) : QString());
}

QString remarkText(const core::Error& remark)
{
    const ErrorWords words = wordDetail(remark);
    return words.message.isEmpty() ? QString::fromStdString(remark.sentence()) : sentences(words.message, words.remedy);
}

QString warningText(const core::Error& warning)
{
    return Errors::tr("Worth knowing: %1").arg(remarkText(warning));
}

} // namespace tierscope::ui
