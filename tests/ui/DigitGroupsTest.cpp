// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/DigitGroups.h"

#include <gtest/gtest.h>

namespace {

using namespace tierscope;

struct Typed {
    const char* text;
    int caret;
    const char* grouped;
    int groupedCaret;
};

class DigitGroupsTest : public testing::TestWithParam<Typed> {};

TEST_P(DigitGroupsTest, GroupsAndKeepsTheCaretBehindItsDigit)
{
    const ui::GroupedDigits grouped = ui::groupTypedDigits(QString::fromUtf8(GetParam().text), GetParam().caret);
    EXPECT_EQ(grouped.text.toStdString(), GetParam().grouped);
    EXPECT_EQ(grouped.caret, GetParam().groupedCaret);
}

INSTANTIATE_TEST_SUITE_P(Texts, DigitGroupsTest,
                         testing::Values(Typed{"", 0, "", 0}, Typed{"999", 3, "999", 3}, Typed{"1000", 4, "1,000", 5},
                                         Typed{"1,0000", 6, "10,000", 6}, Typed{"1000000", 1, "1,000,000", 1},
                                         Typed{"1,2345,678", 4, "12,345,678", 4}, Typed{"1,00", 4, "100", 3}, Typed{",000", 0, ",000", 0},
                                         Typed{"many", 2, "many", 2}, Typed{"12 000", 3, "12 000", 3}, Typed{"-1000", 5, "-1000", 5}));

} // namespace
