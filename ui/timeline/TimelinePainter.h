// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/Tokens.h"
#include "ui/timeline/LaneDetail.h"
#include "ui/timeline/RunTimeline.h"
#include "ui/timeline/TimelineLayout.h"

#include <QFont>
#include <QRectF>

#include <optional>
#include <vector>

class QPainter;

namespace tierscope::ui {

/// A task of one of the runs that are shown.
struct TaskPlace {
    std::size_t run = 0;
    std::uint32_t row = 0;
    bool operator==(const TaskPlace&) const = default;
};

/// A task that a search has found, in its lane.
struct TimelineMatch {
    double started = 0;
    double ended = 0;
};

/// Everything that a picture of the timeline is made of.
struct TimelineScene {
    Scheme scheme = Scheme::Light;
    QFont font;
    std::vector<RunTimelinePtr> runs; ///< one, or two above each other
    TimelineLayout layout;
    TimeScale scale;
    QRectF body;       ///< what the runs are seen through, lanes and their labels; the axis is below it
    double scroll = 0; ///< pixels of the layout above the body
    std::optional<TaskPlace> selected;
    std::optional<TaskPlace> hovered;
    std::optional<std::size_t> matchedRun;           ///< whose lanes `matches` has
    std::vector<std::vector<TimelineMatch>> matches; ///< found by a search: by lane, ascending by start

    [[nodiscard]] double top(double layoutY) const { return body.top() + layoutY - scroll; }
    /// Of a task's bar, at least a pixel wide; empty for one in no lane.
    [[nodiscard]] QRectF barOf(const TaskPlace& place) const;
};

/// The runs, the axis under them and what the signs mean, without card and focus.
void paintTimeline(QPainter& painter, const TimelineScene& scene);

/// The card that says everything about a task, beside its bar and inside `room`.
void paintTaskCard(QPainter& painter, const TimelineScene& scene, const TaskPlace& place, const QRectF& room);

} // namespace tierscope::ui
