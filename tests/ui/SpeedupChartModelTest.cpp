// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/SpeedupChartModel.h"

#include "core/exchange/ObservationsCsv.h"
#include "tests/ui/ChartSamples.h"

#include <cmath>
#include <gtest/gtest.h>

namespace {

using namespace tierscope;
using ui::SpeedupView;

const ui::Curve& curve(const ui::CurveChart& chart, ui::CurveInk ink)
{
    for (const ui::Curve& one : chart.curves) {
        if (one.ink == ink)
            return one;
    }
    throw std::runtime_error("no such curve");
}

core::SpeedupAnalysis published()
{
    return core::analyseSpeedup(core::referenceExperiment().samples);
}

TEST(SpeedupChartTest, ParallelGainStandsAgainstTheBestAndAmdahl)
{
    const ui::CurveChart chart = makeSpeedupChart(published(), SpeedupView::ParallelGain);
    const ui::Curve& gain = curve(chart, ui::CurveInk::Parallel);
    ASSERT_EQ(gain.points.size(), 8U);
    EXPECT_NEAR(gain.points.back().y, 3.99, 0.01);
    EXPECT_EQ(gain.figure, "3.99×");
    EXPECT_FALSE(gain.points.back().range) << "of one run there is no interval";
    EXPECT_TRUE(curve(chart, ui::CurveInk::Muted).isDashed);
    EXPECT_NEAR(curve(chart, ui::CurveInk::Muted).points.back().y, 4.91, 0.01) << "ten tasks on 5.79 vCPUs";
    EXPECT_EQ(curve(chart, ui::CurveInk::Model).title, "Amdahl, 10.8 % serial");
    EXPECT_EQ(chart.y.minimum, 0);
    EXPECT_GT(chart.y.maximum, 4.91);
    EXPECT_FALSE(chart.bands.empty());
    EXPECT_EQ(readablePoints(chart).size(), 8U) << "only what was measured is read";
}

TEST(SpeedupChartTest, TierGainIsToldApart)
{
    const ui::CurveChart chart = makeSpeedupChart(published(), SpeedupView::TierGain);
    EXPECT_NEAR(std::pow(10, curve(chart, ui::CurveInk::Sequential).points.back().y), 49.405 / 3.470, 0.01);
    EXPECT_NEAR(std::pow(10, curve(chart, ui::CurveInk::Parallel).points.back().y), 49.405 / 0.869, 0.1);
    EXPECT_NEAR(std::pow(10, curve(chart, ui::CurveInk::Muted).points.back().y), 1769.0 / 128, 1e-6) << "one process has one vCPU at most";
    EXPECT_TRUE(chart.rules.empty());
}

TEST(SpeedupChartTest, RepeatsGiveAnIntervalAndAVerdict)
{
    const auto analysis = core::analyseSpeedup(tests::repeatedReference(5).samples);
    const ui::CurveChart chart = makeSpeedupChart(analysis, SpeedupView::ParallelGain);
    const ui::CurvePoint& last = curve(chart, ui::CurveInk::Parallel).points.back();
    ASSERT_TRUE(last.range);
    EXPECT_LT(last.range->minimum, last.y);
    EXPECT_GT(last.range->maximum, last.y);
    EXPECT_TRUE(last.facts.contains("a gain beyond chance")) << last.facts.join("; ").toStdString();
    EXPECT_TRUE(chart.description.contains("10240 MB: "));
}

TEST(SpeedupChartTest, TheTableHasARowATier)
{
    const QString csv = makeSpeedupChart(published(), SpeedupView::ParallelGain).csv;
    EXPECT_EQ(csv.count('\n'), 9);
    EXPECT_TRUE(csv.startsWith("memory_mb,vcpus,share,mode,cap,parallel_gain"));
    EXPECT_EQ(csv.section('\n', 1, 1).count(','), csv.section('\n', 0, 0).count(','));
}

TEST(SpeedupChartTest, NothingMeasuredSaysWhatToDo)
{
    for (const SpeedupView view : {SpeedupView::ParallelGain, SpeedupView::TierGain}) {
        const ui::CurveChart chart = makeSpeedupChart({}, view);
        EXPECT_TRUE(chart.curves.empty());
        EXPECT_FALSE(chart.emptyText.isEmpty());
        EXPECT_EQ(chart.description, chart.emptyText);
    }
    EXPECT_TRUE(ui::speedupLead({}).isEmpty());
    EXPECT_TRUE(ui::speedupLead(published()).contains(QStringLiteral("3.99×")));
}

TEST(CurveAxisTest, FactorsAndMoneyHaveRoundTicks)
{
    const ui::ChartAxis linear = ui::makeFactorAxis(0, 4.9, ui::AxisScale::Linear, "Gain");
    EXPECT_EQ(linear.ticks.front().label, "0×");
    EXPECT_GE(linear.maximum, 4.9);
    for (const double high : {1.02, 3.0, 40.0, 5000.0}) {
        EXPECT_GE(ui::makeFactorAxis(1, high, ui::AxisScale::Log, {}).ticks.size(), 2U) << high;
        const ui::ChartAxis usd = ui::makeUsdAxis(1, high, {});
        EXPECT_GE(usd.ticks.size(), 2U) << high;
        EXPECT_LE(usd.ticks.size(), 10U) << high;
        EXPECT_TRUE(usd.ticks.front().label.startsWith('$'));
    }
}

} // namespace
