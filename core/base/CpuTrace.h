// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Clock.h"

#include <vector>

namespace tierscope::core {

/// What a run's processes together had used at one moment. Real time of this computer, not the tier's; both sums only grow.
struct CpuTracePoint {
    Nanoseconds at{0};        ///< since the run's start, on CLOCK_MONOTONIC, as the times of a TaskRecord
    Nanoseconds used{0};      ///< CPU time of every process since the run's start
    Nanoseconds throttled{0}; ///< time held back since the run's start; 0 where the limiter cannot tell
    bool operator==(const CpuTracePoint&) const = default;
};

/// In the order of time, the first at 0 and the last at the run's end; empty where nothing could look.
using CpuTrace = std::vector<CpuTracePoint>;

} // namespace tierscope::core
