// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"
#include "core/scheduler/TaskRecord.h"
#include "core/workload/Kernels.h"
#include "core/workload/Workload.h"

#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace tierscope::core {

enum class ScheduleMode : std::uint8_t {
    Sequential, ///< one after the other in the calling process (a command: one child at a time)
    Parallel,   ///< one process per task, at most `cap` at a time
    Pool,       ///< `cap` processes, reused, fed over pipes
};

[[nodiscard]] const char* scheduleModeName(ScheduleMode mode);

/// What the executing process runs: kernels by fork without exec, commands by posix_spawn.
using TaskBody = std::variant<PreparedKernel, CommandWorkload>;

struct Schedule {
    TaskBody body;
    int tasks = 1; ///< 1 .. 1,000,000
    ScheduleMode mode = ScheduleMode::Parallel;
    int cap = 1;                              ///< 1 .. 1024; Sequential has 1
    std::chrono::milliseconds taskTimeout{0}; ///< 0: none
    std::chrono::milliseconds runTimeout{0};  ///< 0: none
    std::string slotProcsTemplate; ///< paths with "{slot}", separated by ":", that the slot's process writes "0" to before its first task;
                                   ///< empty: none
    int stopFd = -1;               ///< readable once the run is to be cancelled; -1: never
};

enum class ScheduleOutcome : std::uint8_t { Completed, Cancelled, TimedOut };

[[nodiscard]] const char* scheduleOutcomeName(ScheduleOutcome outcome);

struct ScheduleResult {
    ScheduleOutcome outcome = ScheduleOutcome::Completed;
    Nanoseconds start{0};          ///< on CLOCK_MONOTONIC: the zero of the tasks' times
    Nanoseconds wall{0};           ///< from just before the first task until the last is reaped
    std::vector<TaskRecord> tasks; ///< by index, one each
    std::int64_t wakeups = 0;      ///< how often the scheduler woke to look at its children
};

/// Called in the calling thread; must not block. `beforeSleep` is where buffered output is flushed.
struct ScheduleObserver {
    std::function<void(const TaskRecord&)> taskStarted;
    std::function<void(const TaskRecord&)> taskEnded;
    std::function<void()> beforeSleep;
};

/// Runs the schedule and returns when every task is accounted for and every child is reaped. The calling process must be single-threaded
/// (it forks without exec) and should own its children: anything that a task leaves behind is killed and reaped.
/// Event driven on pidfds: no polling, no thread a task. The cap is never exceeded; a task that cannot start is Failed and the rest go on.
/// Fails only when the scheduler itself cannot work (no epoll, no shared page).
[[nodiscard]] Result<ScheduleResult> runSchedule(const Schedule& schedule, const ScheduleObserver& observer);

} // namespace tierscope::core
