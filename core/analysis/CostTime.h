// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/Cost.h"
#include "core/analysis/Summary.h"

namespace tierscope::core {

/// One tier and way that was measured, as a choice: what it takes and what it costs.
struct CostPoint {
    SummaryRow row;
    double seconds = 0;  ///< median
    double usd = 0;      ///< a run
    double billedMs = 0; ///< of the median
    /// No other choice is both as fast and as cheap, and better in one (Pareto).
    bool isPareto = false;
    [[nodiscard]] double usdPerMillion() const { return usd * 1e6; }
};

/// The choices among a summary's rows that have a cost, in its order; the Pareto front marked.
[[nodiscard]] std::vector<CostPoint> costPoints(const std::vector<SummaryRow>& summary);
void markParetoFront(std::vector<CostPoint>& points);

// Each returns one of the points, or null where none qualifies. Ties go to what is better in the other respect.
[[nodiscard]] const CostPoint* cheapestPoint(const std::vector<CostPoint>& points);
[[nodiscard]] const CostPoint* fastestPoint(const std::vector<CostPoint>& points);
/// The cheapest of those that take at most so many seconds.
[[nodiscard]] const CostPoint* cheapestWithin(const std::vector<CostPoint>& points, double deadlineSeconds);
/// The fastest of those that cost at most so much a run.
[[nodiscard]] const CostPoint* fastestWithin(const std::vector<CostPoint>& points, double budgetUsd);
/// Least time^w x cost^(1 - w): with w = 0.5, twice as fast is worth twice the price. w from 0 (cheapest) to 1 (fastest).
[[nodiscard]] const CostPoint* balancedPoint(const std::vector<CostPoint>& points, double timeWeight = 0.5);

} // namespace tierscope::core
