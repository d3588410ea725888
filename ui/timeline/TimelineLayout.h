// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace tierscope::ui {

/// Where a run stands in the picture, in pixels from the top of everything, which may be higher than the window.
struct RunBlock {
    double top = 0; ///< of its title
    double lanesTop = 0;
    double pitch = 0; ///< from one lane to the next
    double barHeight = 0;
    std::size_t lanes = 0;
    double stripTop = 0;    ///< of the line of words above the CPU strip
    double stripHeight = 0; ///< of the strip without the words; 0: there is none
    double bottom = 0;

    [[nodiscard]] double laneTop(std::size_t lane) const { return lanesTop + static_cast<double>(lane) * pitch; }
    [[nodiscard]] double lanesBottom() const { return laneTop(lanes); }
    [[nodiscard]] std::optional<std::size_t> laneAt(double y) const;
};

struct TimelineLayout {
    std::vector<RunBlock> blocks;
    double height = 0; ///< of everything
};

struct BlockWish {
    std::size_t lanes = 1;
    bool hasStrip = false;
};

/// The blocks below each other. Lanes share the `available` height evenly, within what can be told apart and what looks calm; what then has
/// no room is scrolled to.
[[nodiscard]] TimelineLayout layOutRuns(const std::vector<BlockWish>& wishes, double available, double lineHeight);

/// Lanes that are labelled: every one, or every nth where they are lower than a line of text.
[[nodiscard]] std::size_t labelledEvery(const RunBlock& block, double lineHeight);

} // namespace tierscope::ui
