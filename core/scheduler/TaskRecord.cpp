// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/scheduler/TaskRecord.h"

#include "core/scheduler/CappedScheduler.h"

namespace tierscope::core {

const char* taskOutcomeName(TaskOutcome outcome)
{
    switch (outcome) {
    case TaskOutcome::Done:
        return "done";
    case TaskOutcome::Failed:
        return "failed";
    case TaskOutcome::TimedOut:
        return "timed_out";
    case TaskOutcome::Cancelled:
        break;
    }
    return "cancelled";
}

const char* scheduleModeName(ScheduleMode mode)
{
    switch (mode) {
    case ScheduleMode::Sequential:
        return "sequential";
    case ScheduleMode::Parallel:
        return "parallel";
    case ScheduleMode::Pool:
        break;
    }
    return "pool";
}

const char* scheduleOutcomeName(ScheduleOutcome outcome)
{
    switch (outcome) {
    case ScheduleOutcome::Completed:
        return "completed";
    case ScheduleOutcome::Cancelled:
        return "cancelled";
    case ScheduleOutcome::TimedOut:
        break;
    }
    return "timed_out";
}

} // namespace tierscope::core
