// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/TimeScale.h"
#include "ui/timeline/TimelineTasks.h"

#include <optional>
#include <vector>

namespace tierscope::ui {

/// A task that is wide enough to stand for itself: its whole length, which may reach beyond the window.
struct LaneBar {
    std::size_t place = 0; ///< in the lane
    double from = 0;       ///< pixels
    double to = 0;
};

/// One column of pixels of what is too narrow for that.
struct LaneColumn {
    int column = 0;          ///< from the left edge of the scale
    double busy = 0;         ///< the share of its time in which a task ran, 0 .. 1
    double starting = 0;     ///< of that, the share in which its process was only being started; of tasks that begin in the column
    std::uint32_t tasks = 0; ///< that begin in it
    bool hasFailure = false; ///< of any that is seen in it: however many there are, a failure is never merged away
};

/// What is seen of a lane, in both lists from left to right.
struct LaneDetail {
    std::vector<LaneBar> bars;
    std::vector<LaneColumn> columns;
};

inline constexpr double kLeastBar = 3; ///< pixels that a task needs to stand for itself

/// Costs what is seen, not what there is: a search for each column, and none for columns without a task.
[[nodiscard]] LaneDetail laneDetail(const TimelineLane& lane, const TimeScale& scale, double leastBar = kLeastBar);

/// The task at a moment, or the nearest within `reach` seconds. Of several that near, one that failed.
[[nodiscard]] std::optional<std::size_t> taskAt(const TimelineLane& lane, double time, double reach);

/// How many tasks begin within a stretch.
[[nodiscard]] std::size_t tasksBeginning(const TimelineLane& lane, const TimeWindow& stretch);

} // namespace tierscope::ui
