// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Units.h"

#include <chrono>
#include <vector>

namespace tierscope::core {

/// Lambda's period of CFS bandwidth control (kernel documentation, scheduler/sched-bwc).
inline constexpr std::chrono::milliseconds kLambdaPeriod{20};

/// What a sandbox applies on this computer for one tier.
struct TierLimits {
    MemoryMb memory;                     ///< kUnlimitedTier: nothing is limited
    int visibleVcpus = 0;                ///< of the tier (of this computer when unlimited)
    CpuShare tierShare;                  ///< of the tier, in its own time
    Dilation dilation;                   ///< k = max(1, visible vCPUs / usable CPUs)
    CpuShare appliedShare;               ///< tierShare / k: CPU time per real time of the whole run
    CpuShare processShare;               ///< 1 / k: CPU time per real time of one process; 1 when plain
    std::chrono::microseconds period{0}; ///< 20 ms x k, so that the period too is 20 ms in the tier's time
    int cpus = 0;                        ///< how many CPUs the run may see here: min(visible vCPUs, usable CPUs)
    [[nodiscard]] bool isUnlimited() const { return memory.value == 0; }
};

/// Pure: the limits of `memory` on a computer with that many usable CPUs. `forcedDilation` > 1 stretches further than needed (for checking
/// dilation against a plain run).
[[nodiscard]] TierLimits tierLimits(MemoryMb memory, int usableCpus, Dilation forcedDilation = {});

/// Least makespan, in the tier's seconds, of tasks with these CPU seconds: at most `cap` at a time, each at most one vCPU, together at most
/// `share`. Processor sharing of a list schedule; the lower bound max(sum / min(share, cap), longest / min(1, share)) is never beaten.
[[nodiscard]] double idealMakespan(const std::vector<double>& taskCpuSeconds, int cap, CpuShare share);

} // namespace tierscope::core
