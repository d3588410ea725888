// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/CappedScheduler.h"

namespace tierscope::core {

/// What a simulated run has to share and to do; seconds of CPU time unless said otherwise. None is negative, share and vcpus are above 0.
struct SchedulePhysics {
    double share = 1;             ///< CPU time per wall time, all processes together
    int vcpus = 1;                ///< processes that run at one time
    double periodSeconds = 0.02;  ///< of the quota
    double firstQuotaSeconds = 0; ///< used at full speed before the quota bites
    double taskCpuSeconds = 0;
    double parentStartSeconds = 0; ///< a process, in the parent, one at a time
    double childStartSeconds = 0;  ///< a process, in the child
    double contention = 0;         ///< work on b busy vCPUs takes 1 + contention x (b - 1) times as long
    double pollShare = 0;          ///< CPUs that the parent uses while it waits
    double waitSeconds = 0;        ///< of wall time, after each task's CPU time
};

/// Wall seconds of `tasks` equal tasks. Processor sharing: runnable processes, the parent too while it starts one, get equal parts of
/// min(share, vcpus), none more than one vCPU. Pure; O(tasks).
[[nodiscard]] double simulateMakespan(const SchedulePhysics& physics, ScheduleMode mode, int cap, int tasks);

} // namespace tierscope::core
