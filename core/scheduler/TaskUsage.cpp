// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/scheduler/TaskUsage.h"

#include <algorithm>

namespace tierscope::core {

namespace {

std::int64_t microsecondsBetween(const timeval& from, const timeval& to)
{
    return (std::int64_t{to.tv_sec} - from.tv_sec) * 1'000'000 + (std::int64_t{to.tv_usec} - from.tv_usec);
}

} // namespace

void takeUsage(TaskRecord& task, const rusage& before, const rusage& after)
{
    // The kernel scales user and system time to what the scheduler counted, so that one of them may take back a little (cputime_adjust).
    task.userUs = std::max<std::int64_t>(microsecondsBetween(before.ru_utime, after.ru_utime), 0);
    task.systemUs = std::max<std::int64_t>(microsecondsBetween(before.ru_stime, after.ru_stime), 0);
    task.maxRssKb = after.ru_maxrss;
    task.voluntarySwitches = after.ru_nvcsw - before.ru_nvcsw;
    task.involuntarySwitches = after.ru_nivcsw - before.ru_nivcsw;
    task.minorFaults = after.ru_minflt - before.ru_minflt;
    task.majorFaults = after.ru_majflt - before.ru_majflt;
}

} // namespace tierscope::core
