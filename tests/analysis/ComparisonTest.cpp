// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/Comparison.h"

#include <cmath>
#include <gtest/gtest.h>
#include <random>
#include <rapidcheck/gtest.h>

namespace tierscope::core {
namespace {

using Values = std::vector<double>;
using Verdict = Comparison::Verdict;

Values scaled(Values values, double factor)
{
    for (double& value : values)
        value *= factor;
    return values;
}

const Values kFive{1.00, 1.02, 1.01, 0.99, 1.03};

TEST(ComparisonTest, FasterIsSaidWhenItIs)
{
    const Comparison faster = compareTimes(kFive, scaled(kFive, 1.12));
    EXPECT_EQ(faster.verdict, Verdict::Faster);
    EXPECT_NEAR(faster.ratio, 1.12, 0.005);
    ASSERT_TRUE(faster.ratioInterval);
    EXPECT_TRUE(faster.ratioInterval->contains(1.12));
    EXPECT_GT(faster.ratioInterval->low, 1.0);
    EXPECT_EQ(faster.test.superiority, 0) << "none of the first takes longer";
    EXPECT_EQ(compareTimes(scaled(kFive, 1.12), kFive).verdict, Verdict::Slower);
}

TEST(ComparisonTest, NoiseIsNoVerdict)
{
    const Comparison same = compareTimes(kFive, Values(kFive.rbegin(), kFive.rend()));
    EXPECT_EQ(same.verdict, Verdict::NoVerdict);
    EXPECT_DOUBLE_EQ(same.ratio, 1);
    EXPECT_EQ(same.test.superiority, 0.5);
    EXPECT_TRUE(same.ratioInterval->contains(1));
}

TEST(ComparisonTest, ADifferenceBelowWhatTiersAreTrueToIsNone)
{
    const Values steady{1.0000, 1.0001, 1.0002, 1.0003, 1.0004, 1.0005};
    EXPECT_LT(rankTest(steady, scaled(steady, 1.005)).p, 0.01);
    EXPECT_EQ(compareTimes(steady, scaled(steady, 1.005)).verdict, Verdict::NoVerdict);
    EXPECT_EQ(compareTimes(steady, scaled(steady, 1.02)).verdict, Verdict::Faster);
    EXPECT_EQ(compareTimes(steady, scaled(steady, 1.02), 0.05).verdict, Verdict::NoVerdict);
}

TEST(ComparisonTest, ThreeOfEachCanNeverTell)
{
    const Comparison three = compareTimes(Values{1, 2, 3}, Values{100, 200, 300});
    EXPECT_EQ(three.verdict, Verdict::TooFew);
    EXPECT_FALSE(three.ratioInterval);
    EXPECT_NEAR(three.test.p, 0.1, 1e-12);
    EXPECT_EQ(compareTimes(Values{1, 2, 3, 4}, Values{100, 200, 300, 400}).verdict, Verdict::Faster);
    EXPECT_EQ(compareTimes({}, kFive).verdict, Verdict::TooFew);
}

TEST(ComparisonTest, IntervalOfTheRatioCoversIt)
{
    std::mt19937_64 engine(11);
    std::lognormal_distribution<double> draw(0, 0.2);
    for (const std::size_t size : {5U, 10U, 30U}) {
        constexpr int kRounds = 2000;
        int covered = 0;
        for (int round = 0; round < kRounds; ++round) {
            Values first(size);
            Values second(size);
            for (double& value : first)
                value = draw(engine);
            for (double& value : second)
                value = 1.3 * draw(engine);
            covered += compareTimes(first, second).ratioInterval->contains(1.3) ? 1 : 0;
        }
        EXPECT_GE(covered, kRounds * 0.935) << size;
        EXPECT_LE(covered, kRounds * 0.985) << size << "; discrete ranks can only be more careful than 95 %";
    }
}

RC_GTEST_PROP(ComparisonProperty, SwappingTheSidesSwapsTheVerdict, ())
{
    const auto gen = rc::gen::resize(12, rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 40))));
    const auto draw = [](const std::vector<int>& whole) { return Values(whole.begin(), whole.end()); };
    const Values left = draw(*gen);
    const Values right = draw(*gen);
    const Comparison one = compareTimes(left, right);
    const Comparison other = compareTimes(right, left);
    RC_ASSERT(std::abs(one.test.p - other.test.p) < 1e-12);
    RC_ASSERT(std::abs(one.test.u + other.test.u - static_cast<double>(left.size() * right.size())) < 1e-9);
    RC_ASSERT(std::abs(std::log(one.ratio) + std::log(other.ratio)) < 1e-9);
    RC_ASSERT((one.verdict == Verdict::Faster) == (other.verdict == Verdict::Slower));
    RC_ASSERT(one.test.p > 0 && one.test.p <= 1);
}

} // namespace
} // namespace tierscope::core
