// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/scheduler/CappedScheduler.h"

#include "core/scheduler/ScheduleLoop.h"

namespace tierscope::core {

Result<ScheduleResult> runSchedule(const Schedule& schedule, const ScheduleObserver& observer)
{
    const bool isKernel = std::holds_alternative<PreparedKernel>(schedule.body);
    if (schedule.mode == ScheduleMode::Sequential && isKernel)
        return runSequentialKernels(schedule, observer);
    if (schedule.mode == ScheduleMode::Pool && isKernel)
        return runPool(schedule, observer);
    // A command is a new process each time, whatever the mode: one at a time is sequential, and there is nothing that a pool could reuse.
    return runParallel(schedule, observer);
}

} // namespace tierscope::core
