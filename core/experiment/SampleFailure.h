// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tierscope::core {

/// Why a sample is not good, taken apart: Sample::error is an English sentence, which the database and exports keep, and from which this is
/// read again, so that experiments of earlier versions can be worded in another language too.
struct SampleFailure {
    enum class Kind : std::uint8_t {
        Other,          ///< only `text` tells: what a program of the user's, or one we do not know, has said
        OutOfMemory,    ///< value: the tier's MB
        Signal,         ///< value: the signal's number; text: its name, perhaps empty
        ExitCode,       ///< value: the code; text: the last line that the program wrote to stderr, perhaps empty
        TaskTimedOut,   ///< value: ms
        RunTimedOut,    ///< value: ms
        Cancelled,      ///< by a person
        CannotStart,    ///< text: the system's message, perhaps with what was to be started
        NoMemory,       ///< the task itself could not have the memory it asked for
        Vanished,       ///< the task's process ended before it answered
        RunnerOverdue,  ///< the runner did not keep its time limit and was killed
        RunnerSignal,   ///< value, text: as Signal
        RunnerExitCode, ///< value, text: as ExitCode
        // Of a function on AWS Lambda.
        FunctionRaised,   ///< text: the exception and its message
        FunctionFailed,   ///< text: what Lambda says of it, perhaps empty
        FunctionExited,   ///< its process did; text: likewise
        FunctionTimedOut, ///< its own time limit; value: ms, 0 where it is not known
        FunctionStrange,  ///< its answer is not that of Tierscope's function; text: why
        FunctionChanged,  ///< it had another memory; value: the MB
        NotCold,          ///< a cold start was wanted, and it did not start anew
        NoReport,         ///< Lambda's log has no REPORT line
        LambdaRefused,    ///< text: what AWS Lambda answered
    };
    Kind kind = Kind::Other;
    std::int64_t value = 0;
    std::string text;
    std::optional<int> task; ///< the first that failed; none where the whole run did
    int failedTasks = 1;     ///< with it
    bool wasNeverStarted = false;
    bool operator==(const SampleFailure&) const = default;
};
inline constexpr auto kLastSampleFailure = SampleFailure::Kind::LambdaRefused;

/// Never fails: a sentence that none of ours is, is Kind::Other with the whole of it.
[[nodiscard]] SampleFailure readSampleFailure(std::string_view error);

} // namespace tierscope::core
