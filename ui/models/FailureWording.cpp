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

QString lambdaReason(const core::SampleFailure& failure)
{
    const QString text = QString::fromStdString(failure.text);
    switch (failure.kind) {
    case Kind::FunctionRaised:
        return Failure::tr("the function raised %1").arg(text);
    case Kind::FunctionFailed:
        return text.isEmpty() ? Failure::tr("the function failed without saying why") : Failure::tr("the function failed: %1").arg(text);
    case Kind::FunctionExited:
        return Failure::tr("the function's process exited: %1").arg(text);
    case Kind::FunctionTimedOut:
        return failure.value > 0 ? Failure::tr("timed out after %1: the function's own time limit").arg(milliseconds(failure.value))
                                 : Failure::tr("timed out: the function's own time limit");
    case Kind::FunctionStrange:
        return Failure::tr("the function's answer is not that of Tierscope's function: %1").arg(text);
    case Kind::FunctionChanged:
        return Failure::tr("the function had %1 MB: somebody else has changed it").arg(failure.value);
    case Kind::NotCold:
        return Failure::tr("the function did not start anew, so that this is no cold start");
    case Kind::NoReport:
        return Failure::tr("Lambda's log has no REPORT line, so that there is no time; set the function's system log level to INFO");
    case Kind::LambdaRefused:
        return Failure::tr("AWS Lambda answers: %1").arg(text);
    default:
        return text;
    }
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
        return text;
    default:
        return lambdaReason(failure);
    }
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
