// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "tests/ui/TimelineSamples.h"

#include <algorithm>
#include <memory>

namespace tierscope::tests {

namespace {

core::Nanoseconds nanoseconds(double seconds)
{
    return core::Nanoseconds(static_cast<std::int64_t>(seconds * 1e9));
}

} // namespace

core::Sample scheduledSample(int tasks, int cap, double taskSeconds, const std::set<int>& failing, bool isThrottled)
{
    core::Sample sample;
    sample.memory = core::MemoryMb{isThrottled ? 1024 : 6144};
    sample.vcpus = isThrottled ? 2 : 4;
    sample.share = core::CpuShare{isThrottled ? 0.58 : 3.47};
    sample.mode = cap > 1 ? core::ScheduleMode::Parallel : core::ScheduleMode::Sequential;
    sample.cap = cap;
    sample.taskCount = tasks;
    sample.limiter = "cgroup v2";
    sample.ok = failing.empty();
    std::vector<double> free(static_cast<std::size_t>(cap), 0.0);
    for (int index = 0; index < tasks; ++index) {
        const auto slot = std::ranges::min_element(free);
        core::TaskRecord task;
        task.index = index;
        task.slot = static_cast<int>(slot - free.begin());
        task.started = nanoseconds(*slot);
        const double seconds = taskSeconds * (1 + 0.01 * (index % 7));
        task.ready = nanoseconds(*slot + seconds * 0.02);
        *slot += seconds;
        task.ended = nanoseconds(*slot);
        task.userUs = static_cast<std::int64_t>(seconds * (isThrottled ? 0.57 : 0.95) * 1e6);
        task.systemUs = static_cast<std::int64_t>(seconds * 0.01e6);
        task.maxRssKb = 9000 + index % 100 * 8;
        task.voluntarySwitches = 2;
        task.involuntarySwitches = index % 13;
        task.minorFaults = 300 + index % 50;
        task.majorFaults = index % 2;
        task.outcome = core::TaskOutcome::Done;
        if (failing.contains(index)) {
            task.outcome = core::TaskOutcome::Failed;
            task.signal = 9;
            task.error = "killed by signal 9 (SIGKILL)";
        }
        sample.tasks.push_back(task);
    }
    sample.wallSeconds = tasks == 0 ? 0 : *std::ranges::max_element(free);
    if (isThrottled) {
        sample.throttledSeconds = sample.wallSeconds * 0.42;
        sample.cpuTrace.push_back({});
        const int looks = 150;
        for (int look = 1; look <= looks; ++look) {
            const double at = sample.wallSeconds * look / looks;
            const double wave = 0.02 * (look % 3 - 1) * sample.wallSeconds / looks;
            sample.cpuTrace.push_back({nanoseconds(at), nanoseconds(at * 0.58 + wave), nanoseconds(at * 0.42 - wave)});
        }
    }
    return sample;
}

ui::RunTimelinePtr scheduledRun(int tasks, int cap, double taskSeconds, const std::set<int>& failing, bool isThrottled)
{
    return std::make_shared<const ui::RunTimeline>(ui::makeRunTimeline(scheduledSample(tasks, cap, taskSeconds, failing, isThrottled)));
}

} // namespace tierscope::tests
