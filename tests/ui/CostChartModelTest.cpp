// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/CostChartModel.h"

#include "core/exchange/ObservationsCsv.h"
#include "ui/models/Wording.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace {

using namespace tierscope;

std::vector<core::CostPoint> published()
{
    return ui::pricedPoints(core::summarise(core::referenceExperiment().samples), core::defaultCostBasis().tariff);
}

QString ringAt(const ui::CurveChart& chart, const core::CostPoint& point)
{
    for (const ui::CurveRing& ring : chart.rings) {
        if (std::abs(ring.x - ui::secondsPosition(point.seconds, ui::AxisScale::Log)) < 1e-9)
            return ring.text;
    }
    return {};
}

TEST(CostChartTest, TheFrontJoinsWhatNothingBeats)
{
    const auto points = published();
    const ui::CurveChart chart = ui::makeCostChart(points, {});
    ASSERT_EQ(chart.curves.size(), 3U);
    const ui::Curve& front = chart.curves[0];
    EXPECT_EQ(front.ink, ui::CurveInk::Good);
    EXPECT_EQ(front.points.size(), 6U);
    for (std::size_t index = 1; index < front.points.size(); ++index) {
        EXPECT_GT(front.points[index].x, front.points[index - 1].x);
        EXPECT_LT(front.points[index].y, front.points[index - 1].y) << "slower is cheaper";
    }
    EXPECT_EQ(readablePoints(chart).size(), 16U);
    EXPECT_EQ(std::ranges::count_if(readablePoints(chart), [](const ui::CurvePoint* point) { return point->isStrong; }), 6);
}

TEST(CostChartTest, ChoicesAreRingedWithAllTheirNames)
{
    const auto points = published();
    const ui::CurveChart chart = ui::makeCostChart(points, {});
    EXPECT_EQ(ringAt(chart, *core::cheapestPoint(points)), "Cheapest");
    EXPECT_EQ(ringAt(chart, *core::fastestPoint(points)), "Fastest, balanced");
    ui::CostQuestion question;
    question.deadlineSeconds = 2;
    question.budgetUsdPerMillion = 115;
    question.timeWeight = 0;
    const ui::CurveChart limited = ui::makeCostChart(points, question);
    EXPECT_EQ(ringAt(limited, *core::cheapestWithin(points, 2)), "In time");
    EXPECT_EQ(ringAt(limited, *core::fastestWithin(points, 115e-6)), "In budget");
    EXPECT_EQ(ringAt(limited, *core::cheapestPoint(points)), "Cheapest, balanced");
    ASSERT_EQ(limited.rules.size(), 2U);
    EXPECT_TRUE(limited.rules[0].isVertical);
}

TEST(CostChartTest, AnswersNameTierAndWay)
{
    ui::CostQuestion question;
    question.deadlineSeconds = 0.1;
    const auto answers = costAnswers(published(), question);
    ASSERT_EQ(answers.size(), 4U);
    EXPECT_EQ(answers[0].figure, ui::keepUnits("$99.29 · 11.9 s"));
    EXPECT_EQ(answers[1].place, ui::keepUnits("10240 MB, Parallel × 6"));
    EXPECT_EQ(answers[3].figure, "None");
    EXPECT_TRUE(costAnswers({}, question).empty());
}

TEST(CostChartTest, AnUnknownPriceIsNoPoint)
{
    core::Tariff tariff = core::defaultCostBasis().tariff;
    tariff.usdPerMillionRequests.reset();
    EXPECT_TRUE(ui::pricedPoints(core::summarise(core::referenceExperiment().samples), tariff).empty());
    const ui::CurveChart empty = ui::makeCostChart({}, {});
    EXPECT_TRUE(empty.curves.empty());
    EXPECT_FALSE(empty.emptyText.isEmpty());
}

TEST(CostChartTest, TheTableHasARowAPoint)
{
    const QString csv = ui::makeCostChart(published(), {}).csv;
    EXPECT_EQ(csv.count('\n'), 17);
    EXPECT_TRUE(csv.contains("\n512,2,sequential,1,11.891,11891,9.9"));
}

} // namespace
