// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Clock.h"

#include <cstdint>
#include <string>

namespace tierscope::core {

/// How a task ended. Every task of a run has exactly one.
enum class TaskOutcome : std::uint8_t { Done, Failed, TimedOut, Cancelled };

[[nodiscard]] const char* taskOutcomeName(TaskOutcome outcome);

/// What happened to one task. Times are on CLOCK_MONOTONIC since the run's start; a task that never started has slot -1 and zero times.
struct TaskRecord {
    int index = 0;
    int slot = -1;           ///< 0 .. cap-1; a slot never holds two tasks at once
    Nanoseconds queued{0};   ///< became ready
    Nanoseconds started{0};  ///< just before the fork, or the hand-over to a pool worker
    Nanoseconds ready{0};    ///< first instruction of the task in its process; 0 when it is not known
    Nanoseconds ended{0};    ///< reaped, or the worker's answer read
    std::int64_t userUs = 0; ///< CPU time of the task as getrusage tells it, in microseconds
    std::int64_t systemUs = 0;
    std::int64_t maxRssKb = 0;            ///< peak resident set of the executing process
    std::int64_t voluntarySwitches = 0;   ///< context switches: it waited for something (ru_nvcsw)
    std::int64_t involuntarySwitches = 0; ///< context switches: the kernel took the CPU away (ru_nivcsw)
    std::int64_t minorFaults = 0;         ///< page faults without and with input or output (ru_minflt, ru_majflt)
    std::int64_t majorFaults = 0;
    int exitCode = 0;
    int signal = 0; ///< the signal that ended it, or 0
    TaskOutcome outcome = TaskOutcome::Cancelled;
    std::string error; ///< one sentence; empty when done
    bool operator==(const TaskRecord&) const = default;

    [[nodiscard]] bool isDone() const { return outcome == TaskOutcome::Done; }
    [[nodiscard]] bool wasStarted() const { return slot >= 0; }
};

} // namespace tierscope::core
