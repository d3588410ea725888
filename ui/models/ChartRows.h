// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/Summary.h"

#include <vector>

namespace tierscope::ui {

/// One row a tier, mode and cap, sorted so: core's summary of the counted samples without what a chart does not draw (failures, cost, and
/// the bootstrap interval, which takes longer than a frame).
[[nodiscard]] std::vector<core::SummaryRow> makeChartRows(const std::vector<core::Sample>& samples);

} // namespace tierscope::ui
