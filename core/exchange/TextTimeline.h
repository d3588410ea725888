// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/Sample.h"

#include <optional>
#include <string>

namespace tierscope::core {

/// What a terminal can show.
struct TextCanvas {
    int width = 80; ///< columns; fewer than 40 count as 40
    bool isUtf8 = true;
    bool hasColour = false;
};

/// A lane a slot with each task from its start to its end, its number where it fits; below it the time and, where there is a trace, the CPU
/// used against the quota. A task too short for a column of its own is one with its neighbours ("#"); "X" is one that failed. Lines end in
/// '\n', none is wider than the canvas. A sample without tasks says so.
[[nodiscard]] std::string textTimeline(const Sample& sample, const TextCanvas& canvas);

/// A line a part: amount, per cent of the wall time, and a bar. Empty without parts.
[[nodiscard]] std::string textWallParts(const std::optional<Decomposition>& parts, const TextCanvas& canvas);

} // namespace tierscope::core
