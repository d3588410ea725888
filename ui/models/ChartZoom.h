// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/ChartAxis.h"

#include <optional>

namespace tierscope::ui {

/// The smallest part of an axis that can be looked at: 1/50 of all of it.
inline constexpr double kMostZoom = 50;

/// `wanted` made at least 1/50 of `full` and moved inside it; all of `full` where it is wider.
[[nodiscard]] AxisRange keptWithin(AxisRange wanted, AxisRange full);
/// `now` made `factor` times as wide (< 1 comes closer) while `about` stays where it is on the screen, kept within `full`.
[[nodiscard]] AxisRange zoomedAbout(AxisRange now, double about, double factor, AxisRange full);
/// `now` moved, as far as `full` goes.
[[nodiscard]] AxisRange panned(AxisRange now, double by, AxisRange full);

/// The range of an axis while points are still coming: it never shrinks, and grows by whole `step`s, so that it stands still for most
/// points. Without a `before` it is `wanted`, rounded outwards.
[[nodiscard]] AxisRange settledRange(std::optional<AxisRange> before, AxisRange wanted, double step);

} // namespace tierscope::ui
