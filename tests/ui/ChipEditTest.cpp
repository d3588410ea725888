// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/ChipEdit.h"

#include <gtest/gtest.h>

namespace {

using namespace tierscope;

/// Key by key; what is typed stands behind a bar: "128, 512|10".
std::string typed(ui::ChipEdit& edit, const char* keys)
{
    for (const QChar key : QString::fromUtf8(keys))
        edit.type(QString(key));
    return (ui::formatTierList(edit.entries()) + QLatin1Char('|') + edit.draft()).toStdString();
}

struct Keys {
    const char* typed;
    const char* expected;
};

class ChipEditTypingTest : public testing::TestWithParam<Keys> {};

TEST_P(ChipEditTypingTest, CommasAndBlanksMakeChips)
{
    ui::ChipEdit edit;
    EXPECT_EQ(typed(edit, GetParam().typed), GetParam().expected) << GetParam().typed;
}

INSTANTIATE_TEST_SUITE_P(Keys, ChipEditTypingTest,
                         testing::Values(Keys{"128", "|128"}, Keys{"128,", "128|"}, Keys{"512,128,", "128, 512|"}, Keys{"1 GB,", "1024|"},
                                         Keys{"128 512", "128|512"}, Keys{"128、", "128|"}, Keys{",,", "|"}, Keys{"lots,", "lots|"}));

TEST(ChipEditTest, BackspaceTakesLettersFirstAndThenChips)
{
    ui::ChipEdit edit;
    edit.setText("128, 512");
    edit.type("1");
    EXPECT_TRUE(edit.erase(true));
    EXPECT_EQ(edit.text(), "128, 512");
    EXPECT_TRUE(edit.erase(true));
    EXPECT_EQ(edit.text(), "128");
    EXPECT_FALSE(edit.erase(false)) << "nothing is behind the place for typing";
    EXPECT_TRUE(edit.erase(true));
    EXPECT_FALSE(edit.erase(true)) << "nothing is left";
}

TEST(ChipEditTest, WalkingSelectsAndTheNextOneIsAtHandAfterAChipHasGone)
{
    ui::ChipEdit edit;
    edit.setText("128, 512, 1024");
    edit.walk(-2);
    EXPECT_EQ(edit.selected(), 1);
    edit.erase(false);
    EXPECT_EQ(edit.text(), "128, 1024");
    EXPECT_EQ(edit.selected(), 1);
    edit.erase(true);
    EXPECT_EQ(edit.selected(), 0);
    edit.walk(5);
    EXPECT_EQ(edit.selected(), std::nullopt);
    edit.walk(-50);
    EXPECT_EQ(edit.selected(), 0);
}

TEST(ChipEditTest, WhatIsTypedBecomesAChipWhenOneWalksAway)
{
    ui::ChipEdit edit;
    edit.type("5");
    edit.type("1");
    edit.type("2");
    EXPECT_TRUE(edit.walk(-1));
    EXPECT_EQ(edit.count(), 1);
    EXPECT_TRUE(edit.draft().isEmpty());
}

TEST(ChipEditTest, AllOfThemAreReplacedByWhatIsTyped)
{
    ui::ChipEdit edit;
    edit.setText("128, 512");
    edit.selectAll();
    EXPECT_EQ(edit.selectedText(), "128, 512");
    edit.type("3008");
    EXPECT_FALSE(edit.isAllSelected());
    EXPECT_EQ(edit.text(), "3008");
}

TEST(ChipEditTest, AnEmptyClipboardChangesNothing)
{
    ui::ChipEdit edit;
    edit.setText("128");
    edit.selectAll();
    EXPECT_FALSE(edit.type(QString()));
    EXPECT_EQ(edit.text(), "128");
}

} // namespace
