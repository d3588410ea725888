// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/Statistics.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <random>
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

TEST(MedianIntervalTest, OfFewValuesIsWiderThanTheirRange)
{
    const auto three = medianInterval(Values{12, 10, 11});
    EXPECT_DOUBLE_EQ(three->low, 8.4);
    EXPECT_DOUBLE_EQ(three->high, 13.6);
    EXPECT_DOUBLE_EQ(medianInterval(Values{10, 11, 12, 14})->high, 15);
    EXPECT_EQ(medianInterval(Values{1, 2, 10})->low, 0) << "times are not negative";
    EXPECT_LT(medianInterval(Values{-1, 2, 10})->low, -1);
    const auto five = medianInterval(Values{5, 1, 2, 4, 3});
    EXPECT_EQ(five->low, 1);
    EXPECT_EQ(five->high, 5);
}

/// Of 4,000 simulated experiments, in how many the interval of n samples holds the law's median.
template <typename Law>
double coverage(Law law, double trueMedian, std::size_t n)
{
    constexpr int kRounds = 4000;
    std::mt19937_64 engine(7 + n);
    Values values(n);
    int covered = 0;
    for (int round = 0; round < kRounds; ++round) {
        std::generate(values.begin(), values.end(), [&] { return law(engine); });
        covered += medianInterval(values)->contains(trueMedian) ? 1 : 0;
    }
    return static_cast<double>(covered) / kRounds;
}

TEST(MedianIntervalTest, CoversTheMedianInNinetyTwoToNinetySevenPerCent)
{
    for (const std::size_t n : {3U, 4U, 5U, 6U, 7U, 8U, 9U, 10U, 12U, 15U, 20U, 30U, 50U}) {
        const auto expectHonest = [n](double covered, const char* law) {
            EXPECT_GE(covered, 0.92) << law << ", " << n;
            EXPECT_LE(covered, 0.97) << law << ", " << n;
        };
        expectHonest(coverage(std::normal_distribution<double>(100, 1), 100, n), "normal");
        expectHonest(coverage(std::lognormal_distribution<double>(0, 0.5), 1, n), "log-normal");
        expectHonest(coverage([](auto& engine) { return 1 + std::exponential_distribution<double>(1)(engine); }, 1 + std::log(2.0), n),
                     "a floor and an exponential tail");
    }
}

TEST(MedianPrecisionTest, IsHalfTheIntervalInPartsOfTheMedian)
{
    EXPECT_FALSE(medianPrecision(Values{1, 1, 1, 1}));
    EXPECT_DOUBLE_EQ(*medianPrecision(Values{9, 9.5, 10, 10.5, 11}), 0.1);
    EXPECT_EQ(*medianPrecision(Values{2, 2, 2, 2, 2}), 0);
}

TEST(QuantileTest, IsLinearBetweenNeighbours)
{
    EXPECT_EQ(quantile(Values{4, 1, 3, 2}, 0.5), 2.5);
    EXPECT_DOUBLE_EQ(quantile(Values{1, 2, 3, 4, 5}, 0.9), 4.6);
    EXPECT_EQ(quantile(Values{7}, 0.99), 7);
    EXPECT_TRUE(std::isnan(quantile(Values{}, 0.5)));
    EXPECT_TRUE(std::isnan(mean(Values{})));
    EXPECT_TRUE(std::isnan(standardDeviation(Values{1})));
}

TEST(OutliersTest, AreMarkedByBothRulesAndStayInTheValues)
{
    const OutlierMarks marks = markOutliers(Values{1.00, 1.01, 0.99, 1.02, 0.98, 3.0});
    EXPECT_EQ(marks.count(), 1);
    EXPECT_TRUE(marks.isOutlier(5));
    EXPECT_EQ(marks.modifiedZ.size(), 6U);
    EXPECT_EQ(markOutliers(Values{1, 1, 1, 1, 1}).count(), 0);
    EXPECT_EQ(markOutliers(Values{1, 1, 1, 100}).count(), 0) << "of four nobody can say which is apart";
}

TEST(OutliersTest, EachRuleHasItsOwnMark)
{
    // Skewed: past the fence of the quartiles, but within 3.5 scores; and the other way round.
    const OutlierMarks skewed = markOutliers(Values{1, 2, 3, 4, 5, 6, 7, 8, 14});
    EXPECT_TRUE(skewed.tukey[8]);
    EXPECT_FALSE(skewed.modifiedZ[8]);
    EXPECT_EQ(skewed.count(), 0);
}

RC_GTEST_PROP(StatisticsProperty, IntervalHoldsTheMedian, ())
{
    Values values;
    for (const int value : *rc::gen::resize(20, rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 1'000'000))))
        values.push_back(value / 1000.0);
    RC_PRE(values.size() >= 3U);
    const double middle = median(values);
    const auto interval = medianInterval(values);
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    RC_ASSERT(interval->low <= middle);
    RC_ASSERT(middle <= interval->high);
    if (values.size() >= static_cast<std::size_t>(kFewestForInterval)) {
        RC_ASSERT(*least <= interval->low);
        RC_ASSERT(interval->high <= *most);
    }
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
