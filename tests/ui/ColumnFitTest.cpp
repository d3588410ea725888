// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/ColumnFit.h"

#include <array>
#include <gmock/gmock.h>

namespace {

using namespace tierscope;
using testing::ElementsAre;

/// The first stays, then the third, the second goes before it and the last before all.
constexpr std::array<ui::ColumnNeed, 4> kColumns{{{100, 0}, {50, 2}, {40, 1}, {30, 3}}};

TEST(ColumnFitTest, AllAreShownWhereThereIsRoomForAll)
{
    EXPECT_THAT(ui::columnsThatFit(kColumns, 220), ElementsAre(true, true, true, true));
}

TEST(ColumnFitTest, TheLeastImportantGoFirstAndNoMoreThanItTakes)
{
    EXPECT_THAT(ui::columnsThatFit(kColumns, 219), ElementsAre(true, true, true, false));
    EXPECT_THAT(ui::columnsThatFit(kColumns, 190), ElementsAre(true, true, true, false));
    EXPECT_THAT(ui::columnsThatFit(kColumns, 189), ElementsAre(true, false, true, false));
    EXPECT_THAT(ui::columnsThatFit(kColumns, 139), ElementsAre(true, false, false, false));
}

TEST(ColumnFitTest, WhatIsAlwaysShownStaysWhereNothingFits)
{
    EXPECT_THAT(ui::columnsThatFit(kColumns, 10), ElementsAre(true, false, false, false));
    EXPECT_TRUE(ui::columnsThatFit({}, 10).empty());
}

} // namespace
