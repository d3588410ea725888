// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/charts/PlotStyle.h"

class QPainter;

namespace tierscope::ui {

/// The horizontal axis has second lines.
[[nodiscard]] bool hasDetails(const RuntimeChart& chart);

/// Ticks and titles of the axes, with the painter's font.
void paintRunAxis(QPainter& painter, const PlotContents& contents);
void paintTierAxis(QPainter& painter, const PlotContents& contents);
/// Covers what the lines of a part draw outside the plot.
void paintSurround(QPainter& painter, const PlotContents& contents);

} // namespace tierscope::ui
