// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/TimelineLayout.h"

#include <algorithm>
#include <cmath>

namespace tierscope::ui {

namespace {

constexpr double kMostPitch = 24;
constexpr double kLeastPitch = 10;
constexpr double kMostStrip = 64;
constexpr double kLeastStrip = 36;
constexpr double kTitleGap = 8;
constexpr double kStripGap = 10;
constexpr double kBlockGap = 16;

} // namespace

std::optional<std::size_t> RunBlock::laneAt(double y) const
{
    if (y < lanesTop || y >= lanesBottom())
        return std::nullopt;
    return std::min(lanes - 1, static_cast<std::size_t>((y - lanesTop) / pitch));
}

TimelineLayout layOutRuns(const std::vector<BlockWish>& wishes, double available, double lineHeight)
{
    TimelineLayout layout;
    double fixed = wishes.empty() ? 0 : kBlockGap * static_cast<double>(wishes.size() - 1);
    double lanes = 0;
    double strips = 0;
    for (const BlockWish& wish : wishes) {
        fixed += lineHeight + kTitleGap + (wish.hasStrip ? kStripGap + lineHeight + kTitleGap / 2 : 0);
        lanes += static_cast<double>(wish.lanes);
        strips += wish.hasStrip ? 1 : 0;
    }
    const double forStrips = strips > 0 ? std::clamp((available - fixed - lanes * kMostPitch) / strips, kLeastStrip, kMostStrip) : 0;
    const double forLanes = available - fixed - strips * forStrips;
    const double pitch = std::clamp(std::floor(forLanes / std::max(1.0, lanes)), kLeastPitch, kMostPitch);
    double top = 0;
    for (const BlockWish& wish : wishes) {
        RunBlock block;
        block.top = top;
        block.lanesTop = top + lineHeight + kTitleGap;
        block.pitch = pitch;
        block.barHeight = std::round(pitch * 0.76);
        block.lanes = wish.lanes;
        block.bottom = block.lanesBottom();
        if (wish.hasStrip) {
            block.stripTop = block.bottom + kStripGap;
            block.stripHeight = forStrips;
            block.bottom = block.stripTop + lineHeight + kTitleGap / 2 + forStrips;
        }
        top = block.bottom + kBlockGap;
        layout.blocks.push_back(block);
    }
    layout.height = layout.blocks.empty() ? 0 : layout.blocks.back().bottom;
    return layout;
}

std::size_t labelledEvery(const RunBlock& block, double lineHeight)
{
    return static_cast<std::size_t>(std::max(1.0, std::ceil(lineHeight / std::max(1.0, block.pitch))));
}

} // namespace tierscope::ui
