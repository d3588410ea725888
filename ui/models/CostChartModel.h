// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/CostTime.h"
#include "ui/models/CurveChart.h"

namespace tierscope::ui {

/// What a person asks of the cost tab.
struct CostQuestion {
    std::optional<double> deadlineSeconds;
    std::optional<double> budgetUsdPerMillion;
    double timeWeight = 0.5; ///< 0 (cheapest) .. 1 (fastest)
    bool operator==(const CostQuestion&) const = default;
};

/// One answer beside the chart.
struct CostAnswer {
    QString caption; ///< "Cheapest"
    QString figure;  ///< "$99.29 · 11.9 s"; "none" where nothing qualifies
    QString place;   ///< "sequential at 512 MB"
};

/// Rows that have a price, each run of the median's length priced by the tariff. None where a price is not known.
[[nodiscard]] std::vector<core::CostPoint> pricedPoints(const std::vector<core::SummaryRow>& summary, const core::Tariff& tariff);

/// Cost of a million runs against runtime; the Pareto front is drawn, the answers to the question are ringed.
[[nodiscard]] CurveChart makeCostChart(const std::vector<core::CostPoint>& points, const CostQuestion& question);

[[nodiscard]] std::vector<CostAnswer> costAnswers(const std::vector<core::CostPoint>& points, const CostQuestion& question);

} // namespace tierscope::ui
