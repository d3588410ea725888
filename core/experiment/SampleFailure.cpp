// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/experiment/SampleFailure.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace tierscope::core {

namespace {

using Kind = SampleFailure::Kind;

/// What is left of a sentence, read from the left. A reader that does not match takes nothing.
class Sentence {
public:
    explicit Sentence(std::string_view text)
        : m_rest(text)
    {}

    [[nodiscard]] bool isEmpty() const { return m_rest.empty(); }
    [[nodiscard]] std::string_view rest() const { return m_rest; }

    bool take(std::string_view words)
    {
        if (m_rest.substr(0, words.size()) != words)
            return false;
        m_rest.remove_prefix(words.size());
        return true;
    }

    std::optional<std::int64_t> takeNumber()
    {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), number);
        if (error != std::errc{})
            return std::nullopt;
        m_rest.remove_prefix(static_cast<std::size_t>(end - m_rest.data()));
        return number;
    }

    /// The words up to `end`, which is taken too.
    std::optional<std::string_view> takeUntil(std::string_view end)
    {
        const std::size_t at = m_rest.find(end);
        if (at == std::string_view::npos)
            return std::nullopt;
        const std::string_view words = m_rest.substr(0, at);
        m_rest.remove_prefix(at + end.size());
        return words;
    }

private:
    std::string_view m_rest;
};

constexpr double kMostSeconds = 1e9;

/// " at 128 MB", or nothing. False where it is something else that begins so.
bool takeTier(Sentence& sentence)
{
    return !sentence.take(" at ") || (sentence.takeNumber() && sentence.take(" MB"));
}

/// "17 ms" at the end.
bool readMilliseconds(Sentence sentence, Kind kind, SampleFailure& failure)
{
    const auto milliseconds = sentence.takeNumber();
    if (!milliseconds || !sentence.take(" ms") || !sentence.isEmpty())
        return false;
    failure.kind = kind;
    failure.value = *milliseconds;
    return true;
}

/// What a program said stands behind a colon, if it said anything.
bool takeSaid(Sentence& sentence, SampleFailure& failure)
{
    if (sentence.isEmpty())
        return true;
    if (!sentence.take(": ") && !sentence.take("; "))
        return false;
    failure.text = sentence.rest();
    return true;
}

/// "killed by signal 9 (SIGKILL)"; of the runner, what it said behind it is passed over: the signal tells more.
bool readSignal(Sentence sentence, Kind kind, SampleFailure& failure)
{
    const auto number = sentence.takeNumber();
    if (!number)
        return false;
    std::string name;
    if (sentence.take(" (")) {
        const auto words = sentence.takeUntil(")");
        if (!words)
            return false;
        name = *words;
    }
    if (!takeSaid(sentence, failure))
        return false;
    failure.kind = kind;
    failure.value = *number;
    failure.text = name;
    return true;
}

bool readExitCode(Sentence sentence, Kind kind, SampleFailure& failure)
{
    const auto number = sentence.takeNumber();
    if (!number || !takeSaid(sentence, failure))
        return false;
    failure.kind = kind;
    failure.value = *number;
    return true;
}

bool readOutOfMemory(Sentence sentence, SampleFailure& failure)
{
    const auto megabytes = sentence.takeNumber();
    if (!megabytes || !sentence.take(" MB") || !sentence.isEmpty())
        return false;
    failure.kind = Kind::OutOfMemory;
    failure.value = *megabytes;
    return true;
}

bool readWhole(Sentence sentence, Kind kind, SampleFailure& failure)
{
    if (!sentence.isEmpty())
        return false;
    failure.kind = kind;
    return true;
}

bool readCannot(Sentence sentence, SampleFailure& failure)
{
    if (sentence.take("run the task: not enough memory"))
        return readWhole(sentence, Kind::NoMemory, failure);
    if (!sentence.take("start a process: ") && !sentence.take("run the task: ") && !sentence.take("start "))
        return false;
    failure.kind = Kind::CannotStart;
    failure.text = sentence.rest();
    return true;
}

bool readRest(Sentence sentence, Kind kind, SampleFailure& failure)
{
    failure.kind = kind;
    failure.text = sentence.rest();
    return true;
}

/// "timed out after 3 s at 128 MB: the function's own time limit"; both figures may be missing.
bool readFunctionTimeout(Sentence sentence, SampleFailure& failure)
{
    double seconds = 0;
    if (sentence.take(" after ")) {
        const std::string_view rest = sentence.rest();
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), seconds);
        if (error != std::errc{} || seconds < 0 || seconds > kMostSeconds)
            return false;
        sentence.take(rest.substr(0, static_cast<std::size_t>(end - rest.data())));
        if (!sentence.take(" s"))
            return false;
    }
    if (!takeTier(sentence) || !sentence.take(": the function's own time limit") || !sentence.isEmpty())
        return false;
    failure.kind = Kind::FunctionTimedOut;
    failure.value = std::llround(seconds * 1000);
    return true;
}

bool readFunction(Sentence sentence, SampleFailure& failure)
{
    if (sentence.take(" raised "))
        return readRest(sentence, Kind::FunctionRaised, failure);
    if (sentence.take(" failed without saying why"))
        return readWhole(sentence, Kind::FunctionFailed, failure);
    if (sentence.take(" failed: "))
        return readRest(sentence, Kind::FunctionFailed, failure);
    if (sentence.take("'s process exited"))
        return takeTier(sentence) && sentence.take(": ") && readRest(sentence, Kind::FunctionExited, failure);
    if (sentence.take("'s answer is not that of Tierscope's function: "))
        return readRest(sentence, Kind::FunctionStrange, failure);
    if (sentence.take(" did not start anew, so that this is no cold start"))
        return readWhole(sentence, Kind::NotCold, failure);
    if (!sentence.take(" had "))
        return false;
    const auto megabytes = sentence.takeNumber();
    if (!megabytes || !sentence.take(" MB: somebody else has changed it") || !sentence.isEmpty())
        return false;
    failure.kind = Kind::FunctionChanged;
    failure.value = *megabytes;
    return true;
}

bool readLambda(Sentence sentence, SampleFailure& failure)
{
    if (sentence.take("the function"))
        return readFunction(sentence, failure);
    if (sentence.take("timed out"))
        return readFunctionTimeout(sentence, failure);
    if (sentence.take("AWS Lambda answers with "))
        return readRest(sentence, Kind::LambdaRefused, failure);
    // What to do follows, which is worded anew.
    return sentence.take("Lambda's log has no REPORT line") && readWhole(Sentence({}), Kind::NoReport, failure);
}

/// False, and nothing changed, for a sentence that is none of ours.
bool readReason(Sentence sentence, SampleFailure& failure)
{
    if (sentence.take("out of memory at "))
        return readOutOfMemory(sentence, failure);
    if (sentence.take("killed by signal "))
        return readSignal(sentence, Kind::Signal, failure);
    if (sentence.take("exit code "))
        return readExitCode(sentence, Kind::ExitCode, failure);
    if (Sentence timeout = sentence; timeout.take("timed out after ") && readMilliseconds(timeout, Kind::TaskTimedOut, failure))
        return true;
    if (sentence.take("the run timed out after "))
        return readMilliseconds(sentence, Kind::RunTimedOut, failure);
    if (sentence.take("the runner was killed by signal "))
        return readSignal(sentence, Kind::RunnerSignal, failure);
    if (sentence.take("the runner was ended with exit code "))
        return readExitCode(sentence, Kind::RunnerExitCode, failure);
    if (sentence.take("the runner did not keep its time limit and was killed"))
        return readWhole(sentence, Kind::RunnerOverdue, failure);
    if (sentence.take("its process ended before it answered"))
        return readWhole(sentence, Kind::Vanished, failure);
    if (sentence.take("cannot "))
        return readCannot(sentence, failure);
    if (sentence.take("cancelled before it started")) {
        failure.wasNeverStarted = true;
        return readWhole(sentence, Kind::Cancelled, failure);
    }
    if (sentence.take("cancelled"))
        return readWhole(sentence, Kind::Cancelled, failure);
    return readLambda(sentence, failure);
}

/// "task 3: " before, and " (4 tasks failed)" behind, taken off.
std::string_view takeTask(std::string_view error, SampleFailure& failure)
{
    Sentence sentence(error);
    if (!sentence.take("task "))
        return error;
    const auto index = sentence.takeNumber();
    if (!index || *index < 0 || *index > std::numeric_limits<int>::max() || !sentence.take(": "))
        return error;
    failure.task = static_cast<int>(*index);
    std::string_view reason = sentence.rest();
    const std::size_t behind = reason.rfind(" (");
    if (behind == std::string_view::npos)
        return reason;
    Sentence count(reason.substr(behind + 2));
    const auto tasks = count.takeNumber();
    if (tasks && *tasks > 1 && *tasks <= std::numeric_limits<int>::max() && count.take(" tasks failed)") && count.isEmpty()) {
        failure.failedTasks = static_cast<int>(*tasks);
        reason = reason.substr(0, behind);
    }
    return reason;
}

} // namespace

SampleFailure readSampleFailure(std::string_view error)
{
    SampleFailure failure;
    const std::string_view whole = takeTask(error, failure);
    SampleFailure read = failure;
    Sentence sentence(whole);
    read.wasNeverStarted = sentence.take("not started: ");
    if (readReason(sentence, read))
        return read;
    failure.text = whole;
    return failure;
}

} // namespace tierscope::core
