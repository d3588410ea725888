// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/RuntimeChartModel.h"

namespace tierscope::ui {

/// What the chart shows as a table (CSV as RFC 4180 has it, UTF-8, a head line, points in numbers whatever the language):
/// experiment,point,memory_mb,vcpus,mode,cap,runs,seconds,mad_seconds,dilation,low_seconds,high_seconds — a row a median, then a row a
/// sample, then the medians of the overlays, then the model's curve with its 90 % interval (`point` is "model", or "extrapolated" outside
/// of the measured tiers). `experiment` is empty for the one that is shown; columns that a point does not have are empty.
[[nodiscard]] QString chartToCsv(const RuntimeChart& chart);

} // namespace tierscope::ui
