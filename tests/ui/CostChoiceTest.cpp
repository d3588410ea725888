// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/CostChoice.h"

#include <gtest/gtest.h>

namespace {

using namespace tierscope;
using core::Architecture;

TEST(CostChoiceTest, OwnPricesStandInThePlaceOfTheListsAndOnlyThere)
{
    ui::CostChoice choice;
    choice.ownPrices[{"us-east-1", Architecture::Arm64}] = 0.00002;
    EXPECT_FALSE(ui::tariffOf(choice).value().isCorrected) << "it is of the other architecture";
    choice.architecture = Architecture::Arm64;
    const core::Tariff tariff = ui::tariffOf(choice).value();
    EXPECT_TRUE(tariff.isCorrected);
    EXPECT_DOUBLE_EQ(tariff.compute.front().usdPerGbSecond, 0.00002);
    choice.region = "nowhere-1";
    EXPECT_FALSE(ui::tariffOf(choice).has_value());
    EXPECT_FALSE(ui::costBasisOf(choice).has_value()) << "unknown is never guessed";
    choice.ownPrices[{"nowhere-1", Architecture::Arm64}] = 0.001;
    EXPECT_DOUBLE_EQ(ui::tariffOf(choice).value().compute.front().usdPerGbSecond, 0.001);
}

TEST(CostChoiceTest, WhatWasBilledStandsUntilAPersonChoosesOtherwise)
{
    ui::CostChoice choice;
    EXPECT_FALSE(ui::costBasisOf(choice).value().isRepricing);
    choice.region = "eu-west-1";
    EXPECT_TRUE(ui::costBasisOf(choice).value().isRepricing);
    EXPECT_EQ(ui::costBasisOf(choice).value().tariff.region, "eu-west-1");
}

TEST(CostChoiceTest, OwnPricesAreRememberedToTheLastDigit)
{
    ui::CostChoice choice;
    choice.ownPrices[{"us-east-1", Architecture::X86}] = 0.0000166667;
    choice.ownPrices[{"eu-west-1", Architecture::Arm64}] = 1.0 / 3;
    ui::CostChoice read;
    ui::decodeOwnPrices(read, ui::encodeOwnPrices(choice));
    EXPECT_EQ(read, choice);

    ui::CostChoice damaged;
    ui::decodeOwnPrices(damaged, {"", "us-east-1", "us-east-1 x86_64 much", "us-east-1 sparc 1", "us-east-1 x86_64 -1",
                                  "us-east-1 x86_64 inf", "us-east-1 x86_64 1 2"});
    EXPECT_TRUE(damaged.ownPrices.empty());
}

} // namespace
