// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QRect>

#include <span>
#include <vector>

namespace tierscope::ui {

/// Distances of chips in a field, in device-independent pixels.
namespace chips {
inline constexpr int kPadding = 7;    ///< between the field's edge and its chips
inline constexpr int kGap = 5;        ///< between chips and between lines
inline constexpr int kLeastLines = 2; ///< so that the form does not jump with the first chips
} // namespace chips

struct ChipLayout {
    std::vector<QRect> chips;
    QRect typed;    ///< what is typed, behind the last chip
    int height = 0; ///< of the field
};

/// Chips of these widths and, behind them, what is typed, from left to right on as many lines as it takes. A chip that is wider than the
/// field gets a line of its own and is cut to it. Pure.
[[nodiscard]] ChipLayout layOutChips(std::span<const int> chipWidths, int typedWidth, int chipHeight, int fieldWidth);

} // namespace tierscope::ui
