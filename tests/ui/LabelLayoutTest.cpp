// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/charts/LabelLayout.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace {

using namespace tierscope;
using testing::DoubleNear;
using testing::ElementsAre;

TEST(SpreadLabelsTest, LeavesWhatDoesNotOverlap)
{
    EXPECT_THAT(ui::spreadLabels({10, 50, 90}, 20, 0, 200), ElementsAre(10, 50, 90));
}

TEST(SpreadLabelsTest, MovesBothOfAPairAlike)
{
    EXPECT_THAT(ui::spreadLabels({50, 60}, 20, 0, 200), ElementsAre(DoubleNear(45, 1e-9), DoubleNear(65, 1e-9)));
    EXPECT_THAT(ui::spreadLabels({60, 50}, 20, 0, 200), ElementsAre(DoubleNear(65, 1e-9), DoubleNear(45, 1e-9)));
}

TEST(SpreadLabelsTest, KeepsWithinTheRoom)
{
    EXPECT_THAT(ui::spreadLabels({-10, 195}, 20, 0, 200), ElementsAre(0, 180));
}

RC_GTEST_PROP(SpreadLabelsTest, NoneOverlapsAndOrderHolds, (const std::vector<std::uint8_t>& wanted))
{
    RC_PRE(wanted.size() <= 20);
    const std::vector<double> places(wanted.begin(), wanted.end());
    const std::vector<double> tops = ui::spreadLabels(places, 10, 0, 256);
    RC_ASSERT(tops.size() == places.size());
    for (std::size_t one = 0; one < tops.size(); ++one) {
        RC_ASSERT(tops[one] >= -1e-9 && tops[one] <= 246 + 1e-9);
        for (std::size_t other = 0; other < one; ++other) {
            RC_ASSERT(std::abs(tops[one] - tops[other]) >= 10 - 1e-9);
            if (places[one] < places[other])
                RC_ASSERT(tops[one] < tops[other]);
        }
    }
}

TEST(FitLabelsTest, EndsHavePrecedence)
{
    const std::vector<ui::LabelSpan> spans{{0, 40}, {30, 40}, {60, 40}, {80, 40}, {110, 40}};
    EXPECT_THAT(ui::fitLabels(spans, 5), ElementsAre(true, false, true, false, true));
    EXPECT_THAT(ui::fitLabels({}, 5), ElementsAre());
    EXPECT_THAT(ui::fitLabels({{0, 40}}, 5), ElementsAre(true));
    EXPECT_THAT(ui::fitLabels({{0, 40}, {10, 40}}, 5), ElementsAre(true, false));
}

TEST(ChooseTickTextsTest, UnitsGoWhereItIsNarrow)
{
    using ui::TickText;
    // 1 GB, 2, 3, 4, 6, 10 GB, at distances that shrink.
    const std::vector<ui::TickSpan> spans{{100, 30, 8, true},  {200, 30, 8, false}, {250, 30, 8, false},
                                          {285, 30, 8, false}, {320, 30, 8, false}, {370, 36, 14, false}};
    EXPECT_THAT(ui::chooseTickTexts(spans, 10),
                ElementsAre(TickText::Full, TickText::Brief, TickText::Brief, TickText::Brief, TickText::Brief, TickText::Full));
    // With room all have theirs.
    EXPECT_THAT(ui::chooseTickTexts({{0, 30, 8, true}, {100, 30, 8, false}, {200, 30, 8, false}}, 10),
                ElementsAre(TickText::Full, TickText::Full, TickText::Full));
    // The tick that says the unit first keeps it or is not said.
    EXPECT_THAT(ui::chooseTickTexts({{0, 30, 8, false}, {20, 30, 8, true}, {60, 30, 8, false}}, 10),
                ElementsAre(TickText::Full, TickText::None, TickText::Full));
}

} // namespace
