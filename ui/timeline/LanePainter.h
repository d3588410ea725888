// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/TimelinePainter.h"

namespace tierscope::ui {

/// How the parts of a lane look.
struct LaneColors {
    QColor ground;
    QColor run;
    QColor starting;
    QColor throttled;
    QColor failure;
    QColor onRun; ///< text on `run`; at least 4.5:1
};
[[nodiscard]] LaneColors laneColors(const RunTimeline& run, const Tokens& tokens);

[[nodiscard]] QColor mixed(const QColor& from, const QColor& to, double share);

/// A bar of something that failed: its outline, hatched, and a cross where it has room.
void paintFailedBar(QPainter& painter, const QRectF& bar, const LaneColors& colors);

/// The lanes of one run, and what is found or pointed at in them.
void paintLanes(QPainter& painter, const TimelineScene& scene, std::size_t run);

} // namespace tierscope::ui
