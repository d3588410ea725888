// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/TimelineTasks.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace tierscope::ui {

/// What a person looks for among tasks.
struct TaskQuery {
    enum class Kind : std::uint8_t { Index, LongerThan, ShorterThan, Longest, Failed };
    Kind kind = Kind::Index;
    double value = 0; ///< the index, or seconds of the tier
    bool operator==(const TaskQuery&) const = default;
};

/// "7", "#7", "> 1.2 s", "< 300 ms", "longest", "failed", and the same words in the window's language. A duration without a unit is in
/// seconds. Nothing for what is none of these.
[[nodiscard]] std::optional<TaskQuery> parseTaskQuery(const QString& text);

/// Rows of the tasks that it fits, in the order in which they began; the longest ones, all of one length, for Longest.
[[nodiscard]] std::vector<std::uint32_t> findTasks(const TimelineTasks& tasks, const TaskQuery& query);

} // namespace tierscope::ui
