// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/CostTime.h"

#include "../experiment/SampleFixture.h"
#include "core/exchange/ObservationsCsv.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace tierscope::core {
namespace {

using test::goodSample;
using testing::ElementsAre;
using testing::IsEmpty;
using enum ScheduleMode;

CostPoint point(double seconds, double usd)
{
    CostPoint point;
    point.seconds = seconds;
    point.usd = usd;
    return point;
}

std::vector<CostPoint> marked(std::vector<CostPoint> points)
{
    markParetoFront(points);
    return points;
}

TEST(CostTimeTest, ARunIsPricedByItsBilledTime)
{
    const Sample local = goodSample(1024, Sequential, 0.3401);
    EXPECT_NEAR(*sampleCost(local, defaultCostBasis()), 0.341 * 0.0000166667 + 0.2e-6, 1e-15);
    Sample billed = local;
    billed.billedMs = 500;
    billed.initMs = 100;
    EXPECT_NEAR(*sampleCost(billed, defaultCostBasis()), 0.5 * 0.0000166667 + 0.2e-6, 1e-15) << "initialisation is in it";
    Sample cold = local;
    cold.initMs = 100;
    EXPECT_NEAR(*sampleCost(cold, defaultCostBasis()), 0.441 * 0.0000166667 + 0.2e-6, 1e-15);
    Sample own = local;
    own.costUsd = 7;
    EXPECT_EQ(sampleCost(own, defaultCostBasis()), 7);
    CostBasis again = defaultCostBasis();
    again.isRepricing = true;
    EXPECT_LT(*sampleCost(own, again), 1e-5);
    EXPECT_FALSE(sampleCost(goodSample(0, Sequential, 1), defaultCostBasis()));
    EXPECT_FALSE(sampleCost(test::failedSample(128, Sequential, "killed"), defaultCostBasis()));
}

TEST(CostTimeTest, TheFrontIsWhatNothingBeats)
{
    const auto points = marked({point(1, 9), point(2, 5), point(3, 6), point(4, 5), point(5, 1), point(5, 2), point(1, 9)});
    std::vector<bool> front;
    for (const CostPoint& one : points)
        front.push_back(one.isPareto);
    EXPECT_THAT(front, ElementsAre(true, true, false, false, true, false, true));
}

TEST(CostTimeTest, ChoicesHaveTheirConditions)
{
    const auto points = marked({point(1, 9), point(2, 4), point(8, 1)});
    EXPECT_EQ(cheapestPoint(points)->usd, 1);
    EXPECT_EQ(fastestPoint(points)->seconds, 1);
    EXPECT_EQ(cheapestWithin(points, 5)->seconds, 2);
    EXPECT_EQ(cheapestWithin(points, 2)->seconds, 2) << "at most";
    EXPECT_EQ(cheapestWithin(points, 0.5), nullptr);
    EXPECT_EQ(fastestWithin(points, 5)->seconds, 2);
    EXPECT_EQ(fastestWithin(points, 0.5), nullptr);
    EXPECT_EQ(balancedPoint(points, 0)->usd, 1);
    EXPECT_EQ(balancedPoint(points, 1)->seconds, 1);
    EXPECT_EQ(balancedPoint(points)->seconds, 2) << "1 x 9, 2 x 4, 8 x 1: of two as good the faster";
    EXPECT_EQ(cheapestPoint({}), nullptr);
}

TEST(CostTimeTest, OfThePublishedMeasurements)
{
    const auto points = costPoints(summarise(referenceExperiment().samples, &defaultCostBasis()));
    ASSERT_EQ(points.size(), 16U);
    EXPECT_EQ(cheapestPoint(points)->row.memory, MemoryMb{512});
    EXPECT_NEAR(cheapestPoint(points)->usdPerMillion(), 99.29, 0.01);
    EXPECT_EQ(cheapestPoint(points)->billedMs, 11'891);
    EXPECT_EQ(cheapestWithin(points, 2)->row.memory, MemoryMb{7168});
    EXPECT_THAT(costPoints(summarise(referenceExperiment().samples)), IsEmpty()) << "without a basis nothing has a price";
}

RC_GTEST_PROP(CostTimeProperty, TheFrontHasTheCheapestAndTheFastestAndNoneIsBeaten, ())
{
    std::vector<CostPoint> points;
    for (const auto& [seconds, usd] : *rc::gen::nonEmpty(
             rc::gen::container<std::vector<std::pair<int, int>>>(rc::gen::pair(rc::gen::inRange(1, 9), rc::gen::inRange(1, 9)))))
        points.push_back(point(seconds, usd));
    markParetoFront(points);
    for (const CostPoint& one : points) {
        const bool isBeaten = std::any_of(points.begin(), points.end(), [&](const CostPoint& other) {
            return other.seconds <= one.seconds && other.usd <= one.usd && (other.seconds < one.seconds || other.usd < one.usd);
        });
        RC_ASSERT(one.isPareto == !isBeaten);
    }
    RC_ASSERT(cheapestPoint(points)->isPareto);
    RC_ASSERT(fastestPoint(points)->isPareto);
}

} // namespace
} // namespace tierscope::core
