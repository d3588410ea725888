// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/ExperimentSpec.h"

#include <vector>

namespace tierscope::core {

/// One run of the plan.
struct PlannedRun {
    int planIndex = 0; ///< position in the plan; what resuming goes by
    MemoryMb memory;   ///< kUnlimitedTier: not limited
    ScheduleMode mode = ScheduleMode::Sequential;
    int cap = 1;    ///< resolved; 1 for Sequential
    int repeat = 0; ///< 0-based; warm-ups count from 0 of their own
    bool warmup = false;
    bool cold = false; ///< Lambda: a forced cold start, a sample of its own; counts from 0 of its own
    bool operator==(const PlannedRun&) const = default;
};

/// The runs of the spec in the order in which they are measured. The same spec and CPU count give the same plan.
/// Warm-ups first, then the repeats, each a block of every tier, mode and cap whose runs are shuffled by the seed (interleaved: drift of
/// the computer falls on every tier alike). `usableCpus` resolves an automatic cap for unlimited runs.
/// On Lambda a change of the tier takes seconds and replaces the environments, so there each tier is a group, in an order that the seed
/// decides: its cold starts, its warm-ups, then its repeats, each a shuffled block of every mode and cap. An automatic cap of an unlimited
/// run is 0: the function's own CPUs.
[[nodiscard]] std::vector<PlannedRun> makePlan(const ExperimentSpec& spec, int usableCpus);

} // namespace tierscope::core
