// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

namespace tierscope::core {

/// One series of times in the order in which they were measured, with where in the experiment each was: 0 its begin, 1 its end.
struct OrderedTimes {
    std::vector<double> positions; ///< ascending
    std::vector<double> seconds;   ///< as many, above 0
};

/// Whether times grew or shrank while an experiment went on.
struct Drift {
    double s = 0;      ///< Kendall's S over all series: pairs that grew less pairs that shrank
    double p = 1;      ///< two-sided, normal approximation, corrected for ties
    double change = 0; ///< relative, from the begin to the end: 0.05 is 5 % slower at the end
    int values = 0;
    /// Surely there (p < 1 %) and large enough to matter (2 %), in at least ten values.
    [[nodiscard]] bool isNoticeable() const;
};

/// Mann-Kendall's trend test over several series, each a season of its own (Hirsch, Slack and Smith 1982), so that tiers of different speed
/// do not pass for a trend. The change is Sen's slope (1968) of the logarithms, the median over the pairs of all series.
[[nodiscard]] Drift findDrift(std::span<const OrderedTimes> series);

} // namespace tierscope::core
