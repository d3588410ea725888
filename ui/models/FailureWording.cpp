// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/FailureWording.h"

#include "ui/models/Wording.h"

#include <QCoreApplication>

namespace tierscope::ui {

namespace {

using Kind = core::SampleFailure::Kind;

struct Failure {
    Q_DECLARE_TR_FUNCTIONS(Failure)
};

QString milliseconds(std::int64_t value)
{
    constexpr double kPerSecond = 1000;
    return secondsText(static_cast<double>(value) / kPerSecond);
}

QString withName(const QString& words, const QString& name)
{
    return name.isEmpty() ? words : Failure::tr("%1 (%2)", "signal 9 (SIGKILL)").arg(words, name);
}

QString withSaid(const QString& words, const QString& said)
{
    return said.isEmpty() ? words : Failure::tr("%1: %2", "exit code 3: what the program said").arg(words, said);
}

QString reason(const core::SampleFailure& failure)
{
    const QString text = QString::fromStdString(failure.text);
    switch (failure.kind) {
    case Kind::OutOfMemory:
        return Failure::tr("out of memory at %1 MB").arg(failure.value);
    case Kind::Signal:
        return withName(Failure::tr("killed by signal %1").arg(failure.value), text);
    case Kind::ExitCode:
        return withSaid(Failure::tr("exit code %1").arg(failure.value), text);
    case Kind::TaskTimedOut:
        return Failure::tr("timed out after %1").arg(milliseconds(failure.value));
    case Kind::RunTimedOut:
        return Failure::tr("the run timed out after %1").arg(milliseconds(failure.value));
    case Kind::Cancelled:
        return Failure::tr("stopped");
    case Kind::CannotStart:
        return withSaid(Failure::tr("cannot be started"), text);
    case Kind::NoMemory:
        return Failure::tr("not enough memory for the task");
    case Kind::Vanished:
        return Failure::tr("its process ended before it answered");
    case Kind::RunnerOverdue:
        return Failure::tr("the runner did not keep its time limit and was killed");
    case Kind::RunnerSignal:
        return withName(Failure::tr("the runner was killed by signal %1").arg(failure.value), text);
    case Kind::RunnerExitCode:
        return withSaid(Failure::tr("the runner ended with exit code %1").arg(failure.value), text);
    case Kind::Other:
        break;
    }
    return text;
}

} // namespace

QString failureText(const core::SampleFailure& failure)
{
    QString words = reason(failure);
    if (failure.wasNeverStarted)
        words = Failure::tr("not started: %1").arg(words);
    if (failure.task)
        words = Failure::tr("task %1: %2").arg(*failure.task).arg(words);
    if (failure.failedTasks > 1)
        words = Failure::tr("%1 (%2 tasks failed)").arg(words).arg(failure.failedTasks);
    return words;
}

QString failureText(const std::string& error)
{
    return failureText(core::readSampleFailure(error));
}

} // namespace tierscope::ui
