// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/ChipLayout.h"

#include <gtest/gtest.h>

namespace {

using namespace tierscope;

constexpr int kHeight = 20;

struct Field {
    std::vector<int> widths;
    int typed;
    int fieldWidth;
    std::vector<int> lines; ///< of each chip, then of what is typed
    int height;
};

class ChipLayoutTest : public testing::TestWithParam<Field> {};

TEST_P(ChipLayoutTest, WrapsToLines)
{
    const Field& field = GetParam();
    const ui::ChipLayout layout = ui::layOutChips(field.widths, field.typed, kHeight, field.fieldWidth);
    std::vector<int> lines;
    std::vector<QRect> rects = layout.chips;
    rects.push_back(layout.typed);
    for (const QRect& rect : rects) {
        lines.push_back((rect.top() - ui::chips::kPadding) / (kHeight + ui::chips::kGap));
        EXPECT_GE(rect.left(), ui::chips::kPadding);
        EXPECT_LE(rect.right(), field.fieldWidth - ui::chips::kPadding);
    }
    for (std::size_t index = 1; index < rects.size(); ++index)
        EXPECT_FALSE(rects[index].intersects(rects[index - 1])) << index;
    EXPECT_EQ(lines, field.lines);
    EXPECT_EQ(layout.height, field.height);
}

// Two lines take 7 + 20 + 5 + 20 + 7 pixels.
INSTANTIATE_TEST_SUITE_P(Fields, ChipLayoutTest,
                         testing::Values(Field{{}, 3, 100, {0}, 59}, Field{{40, 41}, 3, 100, {0, 0, 1}, 59},
                                         Field{{40, 36}, 3, 100, {0, 0, 1}, 59}, Field{{40, 33}, 3, 100, {0, 0, 0}, 59},
                                         Field{{40, 40, 40}, 30, 100, {0, 0, 1, 1}, 59}, Field{{40, 40, 40}, 50, 100, {0, 0, 1, 2}, 84},
                                         Field{{500, 20}, 3, 100, {0, 1, 1}, 59}, Field{{20, 500}, 3, 100, {0, 1, 2}, 84}));

} // namespace
