// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/Statistics.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <vector>

namespace tierscope::core {
namespace {

using Values = std::vector<double>;

TEST(MedianTest, IsTheMiddleOrTheMeanOfTheMiddleTwo)
{
    EXPECT_EQ(median(Values{3}), 3);
    EXPECT_EQ(median(Values{9, 1, 5}), 5);
    EXPECT_EQ(median(Values{9, 1, 5, 2}), 3.5);
    EXPECT_TRUE(std::isnan(median(Values{})));
}

TEST(MedianAbsoluteDeviationTest, IsUnscaled)
{
    EXPECT_EQ(medianAbsoluteDeviation(Values{1, 1, 2, 2, 4, 6, 9}), 1);
    EXPECT_EQ(medianAbsoluteDeviation(Values{7}), 0);
    EXPECT_TRUE(std::isnan(medianAbsoluteDeviation(Values{})));
}

TEST(MedianIntervalTest, NeedsThreeValues)
{
    EXPECT_FALSE(medianInterval(Values{1, 2}));
    EXPECT_TRUE(medianInterval(Values{1, 2, 3}));
}

TEST(MedianIntervalTest, TheSameValuesGiveTheSameInterval)
{
    const Values values{3.1, 2.9, 3.4, 3.0, 3.3, 2.8, 3.2};
    const auto first = medianInterval(values);
    const auto again = medianInterval(values);
    EXPECT_EQ(first->low, again->low);
    EXPECT_EQ(first->high, again->high);
    EXPECT_LT(first->low, 3.1);
    EXPECT_GT(first->high, 3.1);
}

// For the median of 25 equally likely values the exact 95 % interval of order statistics is the 8th to the 18th (Conover 1999, table A3,
// within one rank of the bootstrap's percentiles).
TEST(MedianIntervalTest, AgreesWithTheOrderStatistics)
{
    Values values;
    for (int value = 1; value <= 25; ++value)
        values.push_back(value);
    const auto interval = medianInterval(values);
    EXPECT_NEAR(interval->low, 8, 1.01);
    EXPECT_NEAR(interval->high, 18, 1.01);
}

RC_GTEST_PROP(StatisticsProperty, IntervalHoldsTheMedianAndLiesInTheRange, ())
{
    Values values;
    for (const int value : *rc::gen::resize(20, rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 1'000'000))))
        values.push_back(value / 1000.0);
    RC_PRE(values.size() >= 3U);
    const double middle = median(values);
    const auto interval = medianInterval(values);
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    RC_ASSERT(*least <= interval->low);
    RC_ASSERT(interval->low <= middle);
    RC_ASSERT(middle <= interval->high);
    RC_ASSERT(interval->high <= *most);
}

RC_GTEST_PROP(StatisticsProperty, OrderDoesNotMatter, (const std::vector<double>& values))
{
    RC_PRE(!values.empty());
    Values sorted = values;
    std::sort(sorted.begin(), sorted.end());
    RC_ASSERT(median(values) == median(sorted));
    RC_ASSERT(medianAbsoluteDeviation(values) == medianAbsoluteDeviation(sorted));
}

} // namespace
} // namespace tierscope::core
