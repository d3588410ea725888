// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/Sample.h"

#include <optional>
#include <vector>

namespace tierscope::core {

/// What one task takes with a vCPU to itself, in the tier's seconds.
struct TaskAlone {
    double cpuSeconds = 0;
    double waitSeconds = 0; ///< for itself: it slept, or waited for input
};

/// Nothing where the sample has no wall time, or no task that was started. Pure; O(n log n).
///
/// Each moment of the run is divided evenly among the slots that count at that moment, and each slot's part goes to what it does then; so
/// the parts add up to the wall time. The slots that count are those with a task, and free ones as far as the tier had CPU for them: up to
/// min(slots, vcpus, share). A run of 1.16 vCPUs whose last task is alone loses 0.16 / 1.16 of that time to idle slots, not half.
/// A free slot is Scheduler while a task waits to be started, and IdleSlots otherwise. A slot from `started` to `ready` is ProcessStart.
/// From then to `ended` a task runs for r seconds of the tier's time (as measured / dilation) and uses u of CPU time (not divided: a
/// process that gets 1/k of a CPU takes k x u). Of its r - u, in this order and each at most what is left:
///  - Throttled: the quota law (CFS bandwidth control; processor sharing as in idealMakespan) lets each of n tasks run at q = min(1, V / n)
///    x min(1, S / min(n, V)), with S the share and V the vCPUs: the sum of v - q over the time it ran, with v = min(1, V / n). A task that
///    did not use what it might have (u below the sum of q) is held back in proportion. Where the limiter has measured it in plain time
///    (throttledSeconds, or the CPU trace; a cgroup counts it for each CPU, the duty cycle for the whole run), the run's sum is that, but
///    not less than the law's without one period: other programs that delay a task let the quota hold it back later or not at all, and it
///    could not have been faster without them.
///  - Contention: the sum of 1 - v, likewise: more tasks than vCPUs.
///  - what neither explains: the task's own waiting, as far as every task of the run has it (its least stands for it, tasks of a run being
///    alike), is Compute; the rest is Contention (programs beside it).
/// u counts whole microseconds, so that up to two that are lacking are taken for CPU time.
/// More CPU time than a task takes alone (caches, memory, two threads of a core) cannot be told from one run: comparedWith() does that.
[[nodiscard]] std::optional<Decomposition> decompose(const Sample& sample);

/// The sample's own where it has tasks, else the one that was kept.
[[nodiscard]] std::optional<Decomposition> decompositionOf(const Sample& sample);

/// The least over the tiers of the medians of good sequential runs: one task at a time, where it has a vCPU to itself. Nothing without one.
[[nodiscard]] std::optional<TaskAlone> taskAlone(const std::vector<Sample>& samples);

/// Moves from Compute to Contention what the run's tasks used and waited beyond a task alone. The means are compared, so that the tasks of
/// a run need not be alike, only the runs.
[[nodiscard]] Decomposition comparedWith(Decomposition parts, const TaskAlone& alone);

/// decompositionOf each sample, compared with the task alone of them all; in their order.
[[nodiscard]] std::vector<std::optional<Decomposition>> decompositions(const std::vector<Sample>& samples);

/// The mean of each part; nothing of nothing. It adds up too.
[[nodiscard]] std::optional<Decomposition> meanOf(const std::vector<Decomposition>& parts);

} // namespace tierscope::core
