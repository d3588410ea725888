// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/ExperimentPlan.h"
#include "core/experiment/Sample.h"
#include "core/tier/TierCatalogue.h"

namespace tierscope::core::test {

/// A good sample of a tier, as an experiment of one task a run would have it.
inline Sample goodSample(int memory, ScheduleMode mode, double seconds, int cap = 1)
{
    Sample sample;
    sample.memory = MemoryMb{memory};
    sample.vcpus = memory == 0 ? 2 : visibleVcpus(sample.memory);
    sample.share = memory == 0 ? CpuShare{2} : creditShare(sample.memory);
    sample.mode = mode;
    sample.cap = cap;
    sample.taskCount = 1;
    sample.wallSeconds = seconds;
    sample.limiter = "cgroup v1";
    sample.ok = true;
    return sample;
}

inline Sample failedSample(int memory, ScheduleMode mode, const std::string& error, int cap = 1)
{
    Sample sample = goodSample(memory, mode, 0.5, cap);
    sample.ok = false;
    sample.error = error;
    return sample;
}

/// A good sample for a run of a plan, with one task.
inline Sample sampleOf(const PlannedRun& run, double seconds = 1)
{
    Sample sample = goodSample(run.memory.value, run.mode, seconds, run.cap);
    sample.planIndex = run.planIndex;
    sample.repeat = run.repeat;
    sample.warmup = run.warmup;
    sample.startedAtMs = 1'700'000'000'000 + run.planIndex;
    TaskRecord task;
    task.slot = 0;
    task.started = Nanoseconds(1'000);
    task.ended = Nanoseconds(2'000'000);
    task.userUs = 1500;
    task.outcome = TaskOutcome::Done;
    sample.tasks = {task};
    return sample;
}

} // namespace tierscope::core::test
