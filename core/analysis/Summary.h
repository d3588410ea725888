// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/Cost.h"
#include "core/analysis/Statistics.h"
#include "core/experiment/Sample.h"

#include <string>
#include <vector>

namespace tierscope::core {

/// All counted samples of one tier, mode and cap.
struct SummaryRow {
    MemoryMb memory;
    int vcpus = 0;
    CpuShare share;
    ScheduleMode mode = ScheduleMode::Sequential;
    int cap = 1;
    int n = 0;      ///< warm runs; cold ones where there are no others
    int failed = 0; ///< samples that are not ok (they count in nothing else); a row may have only these
    double medianSeconds = 0;
    double madSeconds = 0;
    std::optional<Interval> interval; ///< 95 % of the median, by medianInterval
    double meanSeconds = 0;
    double p5Seconds = 0; ///< quantiles of type 7
    double p95Seconds = 0;
    int outliers = 0;                 ///< of the n, by markOutliers; they count as any other
    int coldApart = 0;                ///< cold starts beside the n
    bool isCold = false;              ///< the n are cold starts: there is nothing else
    std::optional<double> speedup;    ///< sequential median of the same tier / this median; none for sequential or without one
    std::optional<double> efficiency; ///< speedup / cap
    std::optional<double> costUsd;    ///< of one run, the median
    Dilation dilation;
    std::string limiter;
};

/// The samples that statistics are of: good, no warm-up, and no cold start where the same tier, mode and cap has warm runs too. In their
/// order.
[[nodiscard]] std::vector<const Sample*> statisticSamples(const std::vector<Sample>& samples);

/// Sorted by memory (unlimited last), mode, cap. With a basis, runs are priced by it.
[[nodiscard]] std::vector<SummaryRow> summarise(const std::vector<Sample>& samples, const CostBasis* basis = nullptr);

/// "3.42 s", "870 ms", "56.8 s": three significant figures, units as people say them.
[[nodiscard]] std::string formatSeconds(double seconds);

} // namespace tierscope::core
