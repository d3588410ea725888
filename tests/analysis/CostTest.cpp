// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/Cost.h"

#include <gmock/gmock.h>
#include <limits>

namespace tierscope::core {
namespace {

Tariff tariff(std::string_view region = kDefaultRegion, Architecture architecture = Architecture::X86)
{
    return shippedPrices().tariff(region, architecture).value();
}

Usage usage(int memory, double ms, double runs = 1)
{
    Usage usage;
    usage.memory = MemoryMb{memory};
    usage.durationMs = ms;
    usage.runs = runs;
    return usage;
}

double roundedToCents(double usd)
{
    return std::round(usd * 100) / 100;
}

// The next four: the examples of aws.amazon.com/lambda/pricing ("US East (N. Virginia)"), read from a copy with tenant isolation, so
// 2025-11 or later.

TEST(CostTest, PublishedExampleOfAMobileBackend)
{
    Usage month = usage(1536, 120, 3e6);
    month.hasFreeTier = true;
    const auto cost = costOf(tariff(), month);
    EXPECT_DOUBLE_EQ(cost->gbSeconds, 540'000);
    EXPECT_DOUBLE_EQ(roundedToCents(cost->computeUsd), 2.33);
    EXPECT_DOUBLE_EQ(roundedToCents(cost->requestUsd), 0.40);
    EXPECT_DOUBLE_EQ(roundedToCents(cost->totalUsd()), 2.73);
}

TEST(CostTest, PublishedExampleOfTelemetry)
{
    const auto cost = costOf(tariff(), usage(1024, 2000, 10'000.0 * 24 * 31));
    EXPECT_DOUBLE_EQ(roundedToCents(cost->requestUsd), 1.49);
    EXPECT_DOUBLE_EQ(roundedToCents(cost->computeUsd), 248.00);
    EXPECT_DOUBLE_EQ(roundedToCents(cost->totalUsd()), 249.49);
}

TEST(CostTest, PublishedExampleWithEphemeralStorage)
{
    Usage month = usage(4096, 280, 6e6);
    month.storageMb = 2048;
    month.hasFreeTier = true;
    const auto cost = costOf(tariff(), month);
    EXPECT_DOUBLE_EQ(roundedToCents(cost->computeUsd), 105.33);
    EXPECT_DOUBLE_EQ(roundedToCents(cost->requestUsd), 1.00);
    EXPECT_DOUBLE_EQ(roundedToCents(cost->storageUsd), 0.08);
    EXPECT_DOUBLE_EQ(roundedToCents(cost->totalUsd()), 106.41);
}

TEST(CostTest, PublishedExampleOfManyTenants)
{
    const auto cost = costOf(tariff(), usage(1024, 2000, 10e6));
    EXPECT_DOUBLE_EQ(roundedToCents(cost->requestUsd), 2.00);
    EXPECT_NEAR(cost->computeUsd, 333.34, 0.0065) << "the page rounds it up";
}

TEST(CostTest, VolumeStepsApplyToWhatExceedsThem)
{
    // 20e9 GB-seconds: 6e9, then 9e9, then 5e9.
    const auto cost = costOf(tariff(), usage(1024, 1000, 20e9));
    EXPECT_NEAR(cost->computeUsd, 6e9 * 0.0000166667 + 9e9 * 0.000015 + 5e9 * 0.0000133334, 0.01);
    EXPECT_FALSE(cost->isUpperBound);
    const auto arm = costOf(tariff(kDefaultRegion, Architecture::Arm64), usage(1024, 1000, 20e9));
    EXPECT_NEAR(arm->computeUsd, 7.5e9 * 0.0000133334 + 11.25e9 * 0.0000120001 + 1.25e9 * 0.0000106667, 0.01);
}

TEST(CostTest, WithoutVolumePricesALargeBillIsAnUpperBound)
{
    EXPECT_FALSE(costOf(tariff("eu-west-1"), usage(1024, 1000, 6e9))->isUpperBound);
    EXPECT_TRUE(costOf(tariff("eu-west-1"), usage(1024, 1000, 6.1e9))->isUpperBound);
}

TEST(CostTest, EachStartedMillisecondIsBilled)
{
    EXPECT_EQ(billedMilliseconds(0), 0);
    EXPECT_EQ(billedMilliseconds(0.001), 1);
    EXPECT_EQ(billedMilliseconds(340), 340);
    EXPECT_EQ(billedMilliseconds(340.0000000001), 340) << "an inexact number";
    EXPECT_EQ(billedMilliseconds(340.001), 341);
    EXPECT_EQ(billedMilliseconds(1.1 * 1000), 1100) << "1100.0000000000002";
    EXPECT_EQ(billedMilliseconds(100.4, 50.4), 151) << "rounded once, as the REPORT line's billed duration is";
}

TEST(CostTest, ColdStartsAreBilledForTheirShareOfTheRuns)
{
    Usage month = usage(2048, 99.5, 1000);
    month.initMs = 400;
    EXPECT_DOUBLE_EQ(costOf(tariff(), month)->billedMs, 100'000);
    month.coldShare = 0.1;
    EXPECT_DOUBLE_EQ(costOf(tariff(), month)->billedMs, 900 * 100 + 100 * 500);
    EXPECT_DOUBLE_EQ(costOf(tariff(), month)->gbSeconds, 2 * 140.0);
}

TEST(CostTest, FreeTierCoversASmallMonth)
{
    Usage month = usage(128, 100, 1e6);
    month.hasFreeTier = true;
    EXPECT_EQ(costOf(tariff(), month)->totalUsd(), 0);
    month.hasFreeTier = false;
    EXPECT_NEAR(costOf(tariff(), month)->totalUsd(), 0.2 + 12'500 * 0.0000166667, 1e-9);
}

TEST(CostTest, AnUnknownPriceIsNoNumber)
{
    Usage run = usage(512, 100);
    EXPECT_TRUE(costOf(tariff("me-central-1"), run)) << "storage within the free 512 MB has no price to know";
    run.storageMb = 1024;
    const auto cost = costOf(tariff("me-central-1"), run);
    ASSERT_FALSE(cost);
    EXPECT_EQ(cost.error().code, ErrorCode::NotFound);
    EXPECT_EQ(cost.error().message, "the price of ephemeral storage above 512 MB in me-central-1 is not known");
    Tariff own = tariff();
    own.usdPerMillionRequests.reset();
    EXPECT_FALSE(costOf(own, usage(512, 100)));
}

TEST(CostTest, WhatCannotBeIsRefused)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_FALSE(costOf(tariff(), usage(127, 1)));
    EXPECT_FALSE(costOf(tariff(), usage(0, 1))) << "a run without a limit has no price";
    EXPECT_FALSE(costOf(tariff(), usage(128, -1)));
    EXPECT_FALSE(costOf(tariff(), usage(128, nan)));
    EXPECT_FALSE(costOf(tariff(), usage(128, 1, -1)));
    Usage wrong = usage(128, 1);
    wrong.storageMb = 511;
    EXPECT_FALSE(costOf(tariff(), wrong));
    wrong = usage(128, 1);
    wrong.coldShare = 1.1;
    EXPECT_FALSE(costOf(tariff(), wrong));
}

TEST(CostTest, MoneyIsWrittenForPeople)
{
    EXPECT_EQ(formatUsd(0), "$0");
    EXPECT_EQ(formatUsd(2.7333), "$2.73");
    EXPECT_EQ(formatUsd(1234567.891), "$1,234,567.89");
    EXPECT_EQ(formatUsd(0.5), "$0.500");
    EXPECT_EQ(formatUsd(0.0000058666), "$0.00000587");
    EXPECT_EQ(formatUsd(0.9999), "$1.00");
    EXPECT_EQ(formatUsd(-0.01), "-$0.0100");
    EXPECT_EQ(formatUsd(std::numeric_limits<double>::infinity()), "-");
}

} // namespace
} // namespace tierscope::core
