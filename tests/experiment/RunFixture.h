// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "SampleFixture.h"

#include <cmath>

namespace tierscope::core::test {

inline Nanoseconds ns(double seconds)
{
    return Nanoseconds(std::llround(seconds * 1e9));
}

/// Its process begins for `startSeconds` of its time.
inline TaskRecord task(int slot, double started, double ended, double cpuSeconds, double startSeconds = 0)
{
    TaskRecord record;
    record.slot = slot;
    record.started = ns(started);
    record.ready = ns(started + startSeconds);
    record.ended = ns(ended);
    record.userUs = std::llround(cpuSeconds * 1e6);
    record.outcome = TaskOutcome::Done;
    return record;
}

/// A run that nothing holds back, unless share or vcpus are set.
inline Sample run(ScheduleMode mode, int cap, double wall, std::vector<TaskRecord> tasks)
{
    Sample sample = goodSample(10240, mode, wall, cap);
    sample.share = CpuShare{6};
    for (std::size_t index = 0; index < tasks.size(); ++index)
        tasks[index].index = static_cast<int>(index);
    sample.taskCount = static_cast<int>(tasks.size());
    sample.tasks = std::move(tasks);
    return sample;
}

/// Tasks of `seconds` in waves, with as much CPU time.
inline std::vector<TaskRecord> waves(int tasks, int slots, double seconds, double cpuSeconds)
{
    std::vector<TaskRecord> records;
    for (int index = 0; index < tasks; ++index)
        records.push_back(task(index % slots, index / slots * seconds, (index / slots + 1) * seconds, cpuSeconds));
    return records;
}

} // namespace tierscope::core::test
