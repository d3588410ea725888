// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/ChipLayout.h"

#include <algorithm>
#include <iterator>

namespace tierscope::ui {

ChipLayout layOutChips(std::span<const int> chipWidths, int typedWidth, int chipHeight, int fieldWidth)
{
    using chips::kGap;
    using chips::kLeastLines;
    using chips::kPadding;
    const int right = std::max(fieldWidth, 2 * kPadding + 1) - kPadding;
    int x = kPadding;
    int y = kPadding;
    const auto place = [&](int width) {
        if (x > kPadding && x + width > right) {
            x = kPadding;
            y += chipHeight + kGap;
        }
        const QRect placed(x, y, std::min(width, right - kPadding), chipHeight);
        x += width + kGap;
        return placed;
    };
    ChipLayout layout;
    std::ranges::transform(chipWidths, std::back_inserter(layout.chips), place);
    layout.typed = place(typedWidth);
    const int least = 2 * kPadding + kLeastLines * chipHeight + (kLeastLines - 1) * kGap;
    layout.height = std::max(least, y + chipHeight + kPadding);
    return layout;
}

} // namespace tierscope::ui
