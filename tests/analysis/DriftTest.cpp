// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/Drift.h"

#include <gtest/gtest.h>
#include <random>

namespace tierscope::core {
namespace {

/// Series of very different speed, each with the same relative growth and noise.
std::vector<OrderedTimes> series(double growth, double noise, unsigned seed, int values = 5)
{
    std::mt19937_64 engine(seed);
    std::normal_distribution<double> draw(0, noise);
    std::vector<OrderedTimes> all;
    for (const double base : {0.1, 1.0, 40.0}) {
        OrderedTimes times;
        for (int index = 0; index < values; ++index) {
            const double position = (index + 0.5) / values;
            times.positions.push_back(position);
            times.seconds.push_back(base * (1 + growth * position) * (1 + draw(engine)));
        }
        all.push_back(times);
    }
    return all;
}

TEST(DriftTest, GrowthIsFoundAcrossSeriesOfDifferentSpeed)
{
    const Drift drift = findDrift(series(0.2, 0.01, 3));
    EXPECT_TRUE(drift.isNoticeable());
    EXPECT_NEAR(drift.change, 0.2, 0.05);
    EXPECT_EQ(drift.values, 15);
    EXPECT_LT(findDrift(series(-0.2, 0.01, 3)).change, -0.1);
}

TEST(DriftTest, NoiseIsNoDrift)
{
    int noticed = 0;
    for (unsigned seed = 1; seed <= 500; ++seed)
        noticed += findDrift(series(0, 0.05, seed)).isNoticeable() ? 1 : 0;
    EXPECT_LE(noticed, 12) << "about one in a hundred";
}

TEST(DriftTest, WhatIsSmallOrRestsOnFewValuesIsNotNoticeable)
{
    const Drift small = findDrift(series(0.01, 0.0001, 3));
    EXPECT_LT(small.p, 0.01);
    EXPECT_FALSE(small.isNoticeable());
    EXPECT_FALSE(findDrift(series(0.5, 0.001, 3, 3)).isNoticeable()) << "nine values";
    EXPECT_FALSE(findDrift({}).isNoticeable());
}

} // namespace
} // namespace tierscope::core
