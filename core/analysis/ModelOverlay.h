// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/ModelFit.h"
#include "core/experiment/Sample.h"

#include <optional>
#include <vector>

namespace tierscope::core {

/// Fewest distinct conditions that a model is drawn over: with fewer it says little more than the points themselves.
inline constexpr int kFewestConditionsForOverlay = 4;

/// The model along memory for one mode.
struct ModelCurve {
    ScheduleMode mode = ScheduleMode::Sequential;
    int cap = 0; ///< of parallel and pool runs; 0: a tier's visible vCPUs
    /// Of the smallest to the largest tier of Lambda, ascending, every measured tier among them.
    std::vector<ModelPoint> points;

    /// Between two points on a line in the logarithms, as it is drawn.
    [[nodiscard]] ModelPoint at(MemoryMb memory) const;
};

/// The performance model of one experiment's samples, as it is drawn over them and told.
struct ModelOverlay {
    std::vector<ModelCurve> curves; ///< one a measured mode
    MemoryMb leastMeasured;         ///< outside of these two a curve is an extrapolation
    MemoryMb mostMeasured;
    ModelFinding finding;

    [[nodiscard]] bool isMeasured(MemoryMb memory) const { return memory >= leastMeasured && memory <= mostMeasured; }
};

/// Of the samples that count. None with fewer than kFewestConditionsForOverlay conditions or two limited tiers. A mode's caps: its highest
/// where they were swept, else the one there is, else the visible vCPUs. Takes some ten milliseconds; pure.
[[nodiscard]] std::optional<ModelOverlay> modelOverlay(const std::vector<Sample>& samples);

} // namespace tierscope::core
