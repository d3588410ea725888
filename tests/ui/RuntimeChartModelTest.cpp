// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/RuntimeChartModel.h"

#include "core/exchange/ObservationsCsv.h"
#include "core/tier/TierCatalogue.h"

#include <cmath>
#include <gmock/gmock.h>

namespace {

using namespace tierscope;
using core::MemoryMb;
using core::Sample;
using core::ScheduleMode;

Sample sample(int memory, ScheduleMode mode, int cap, double seconds)
{
    static int index = 0;
    Sample made;
    made.planIndex = index++;
    made.memory = MemoryMb{memory};
    made.vcpus = memory == 0 ? 2 : core::visibleVcpus(made.memory);
    made.mode = mode;
    made.cap = cap;
    made.wallSeconds = seconds;
    made.ok = true;
    return made;
}

std::vector<double> seconds(const std::vector<ui::RuntimePoint>& points)
{
    std::vector<double> values;
    for (const ui::RuntimePoint& point : points)
        values.push_back(point.seconds);
    return values;
}

TEST(RuntimeChartModelTest, ReferenceAgainstMemory)
{
    const auto reference = core::referenceExperiment();
    const ui::RuntimeChart chart = ui::makeRuntimeChart(reference.samples, reference.spec.tiers, {});
    ASSERT_EQ(chart.series.size(), 2U);
    EXPECT_EQ(chart.series[0].title, "Sequential");
    EXPECT_EQ(chart.series[1].title, "Parallel");
    EXPECT_THAT(seconds(chart.series[0].line), testing::ElementsAre(49.405, 11.891, 6.135, 3.422, 3.410, 3.503, 3.601, 3.470));
    EXPECT_FALSE(chart.series[1].cap.has_value()) << "an automatic cap differs by tier and is one series";
    EXPECT_DOUBLE_EQ(chart.series[1].line.front().x, 7);
    EXPECT_DOUBLE_EQ(chart.series[1].line.front().y, std::log10(56.760));
    EXPECT_EQ(chart.bands.size(), 5U);
    EXPECT_TRUE(chart.creditMark.has_value());
    EXPECT_TRUE(chart.description.contains("49.4 s at 128 MB")) << chart.description.toStdString();
}

TEST(RuntimeChartModelTest, ReferenceAgainstVcpus)
{
    const auto reference = core::referenceExperiment();
    const ui::RuntimeChart chart =
        ui::makeRuntimeChart(reference.samples, reference.spec.tiers, {ui::RuntimeX::VcpuCount, ui::AxisScale::Linear});
    // The line goes through the largest tier of each vCPU count; 128, 512 and 1024 MB stand beside it at 2.
    EXPECT_THAT(seconds(chart.series[1].line), testing::ElementsAre(3.364, 2.456, 1.391, 1.069, 0.869));
    EXPECT_THAT(seconds(chart.series[1].aside), testing::ElementsAre(56.760, 12.692, 6.502));
    EXPECT_DOUBLE_EQ(chart.series[1].line.front().x, 2);
    EXPECT_DOUBLE_EQ(chart.series[1].line.front().y, 3.364);
    ASSERT_EQ(chart.tierLabels.size(), 3U);
    EXPECT_EQ(chart.tierLabels[0].text, "128 MB");
    EXPECT_DOUBLE_EQ(chart.tierLabels[0].y, (49.405 + 56.760) / 2);
    EXPECT_EQ(chart.x.ticks.front().detail, "2048 MB");
    EXPECT_TRUE(chart.bands.empty());
}

TEST(RuntimeChartModelTest, MedianIsTheLineAndEverySampleADot)
{
    std::vector<Sample> samples;
    for (const double value : {5.0, 1.0, 2.0})
        samples.push_back(sample(512, ScheduleMode::Pool, 2, value));
    const ui::RuntimeChart chart = ui::makeRuntimeChart(samples, {}, {});
    ASSERT_EQ(chart.series.size(), 1U);
    EXPECT_THAT(seconds(chart.series[0].dots), testing::UnorderedElementsAre(1, 2, 5));
    EXPECT_THAT(seconds(chart.series[0].line), testing::ElementsAre(2));
    EXPECT_EQ(chart.series[0].line[0].samples, 3);
}

TEST(RuntimeChartModelTest, FailedAndWarmUpSamplesAreNotShown)
{
    std::vector<Sample> samples{sample(512, ScheduleMode::Sequential, 1, 2), sample(512, ScheduleMode::Sequential, 1, 100),
                                sample(512, ScheduleMode::Sequential, 1, 200)};
    samples[1].ok = false;
    samples[2].warmup = true;
    const ui::RuntimeChart chart = ui::makeRuntimeChart(samples, {}, {});
    EXPECT_THAT(seconds(chart.series[0].dots), testing::ElementsAre(2));
}

TEST(RuntimeChartModelTest, SweptCapsAreSeriesOfTheirOwn)
{
    const std::vector<Sample> samples{sample(2048, ScheduleMode::Sequential, 1, 4), sample(2048, ScheduleMode::Parallel, 1, 4.1),
                                      sample(2048, ScheduleMode::Parallel, 2, 3), sample(4096, ScheduleMode::Parallel, 2, 2)};
    const ui::RuntimeChart chart = ui::makeRuntimeChart(samples, {}, {});
    ASSERT_EQ(chart.series.size(), 3U);
    EXPECT_EQ(chart.series[0].title, "Sequential");
    EXPECT_EQ(chart.series[1].title, "Parallel, 1 at once");
    EXPECT_EQ(chart.series[2].title, "Parallel, 2 at once");
    EXPECT_EQ(chart.series[2].line.size(), 2U);
    EXPECT_DOUBLE_EQ(chart.series[2].strength, 1);
    EXPECT_LT(chart.series[1].strength, 1);
}

TEST(RuntimeChartModelTest, PlannedTiersHaveRoomFromTheStart)
{
    const std::vector<MemoryMb> tiers{MemoryMb{128}, MemoryMb{10240}};
    const ui::RuntimeChart before = ui::makeRuntimeChart({}, tiers, {});
    const ui::RuntimeChart after = ui::makeRuntimeChart({sample(512, ScheduleMode::Sequential, 1, 2)}, tiers, {});
    EXPECT_TRUE(before.series.empty());
    EXPECT_DOUBLE_EQ(before.x.minimum, after.x.minimum);
    EXPECT_DOUBLE_EQ(before.x.maximum, after.x.maximum);
    EXPECT_EQ(before.description, "No finished runs yet.");
}

TEST(RuntimeChartModelTest, UnlimitedRunsStandBeyondTheTiers)
{
    const ui::RuntimeChart mixed =
        ui::makeRuntimeChart({sample(512, ScheduleMode::Sequential, 1, 2), sample(0, ScheduleMode::Sequential, 1, 1)}, {}, {});
    EXPECT_GT(mixed.series[0].line[1].x, ui::memoryPosition(MemoryMb{512}));
    EXPECT_EQ(mixed.x.ticks.back().label, "no limit");
    EXPECT_LT(mixed.bands.back().to, mixed.series[0].line[1].x) << "an unlimited run sees this computer's CPUs, not a tier's";

    const ui::RuntimeChart alone = ui::makeRuntimeChart({sample(0, ScheduleMode::Sequential, 1, 1)}, {}, {});
    EXPECT_TRUE(alone.bands.empty());
    EXPECT_FALSE(alone.creditMark.has_value());
    ASSERT_EQ(alone.x.ticks.size(), 1U);
    EXPECT_DOUBLE_EQ(alone.x.ticks[0].position, alone.series[0].line[0].x);
}

TEST(RuntimeChartModelTest, SpreadIsMedianAndMad)
{
    std::vector<Sample> samples;
    for (const double value : {4.0, 5.0, 7.0})
        samples.push_back(sample(512, ScheduleMode::Sequential, 1, value));
    samples.push_back(sample(1024, ScheduleMode::Sequential, 1, 3));
    const ui::RuntimeChart chart = ui::makeRuntimeChart(samples, {}, {});
    const ui::RuntimePoint& many = chart.series[0].line[0];
    EXPECT_TRUE(many.hasSpread());
    EXPECT_DOUBLE_EQ(many.low, std::log10(4.0));
    EXPECT_DOUBLE_EQ(many.high, std::log10(6.0));
    EXPECT_FALSE(chart.series[0].line[1].hasSpread());
}

TEST(RuntimeChartModelTest, BreakEvenIsWhereCoreSaysItIs)
{
    const auto reference = core::referenceExperiment();
    const ui::RuntimeChart chart = ui::makeRuntimeChart(reference.samples, reference.spec.tiers, {});
    ASSERT_TRUE(chart.breakEven.has_value());
    EXPECT_EQ(chart.breakEven->text, "Parallel wins from 2 GB");
    EXPECT_DOUBLE_EQ(chart.breakEven->x, std::log2(2048));
    EXPECT_DOUBLE_EQ(chart.breakEven->y, std::log10(3.364));
    EXPECT_FALSE(ui::makeRuntimeChart({sample(512, ScheduleMode::Sequential, 1, 2), sample(512, ScheduleMode::Parallel, 2, 2.5)}, {}, {})
                     .breakEven.has_value());
}

TEST(RuntimeChartModelTest, DilatedPointsAreKnown)
{
    std::vector<Sample> samples{sample(512, ScheduleMode::Sequential, 1, 2), sample(6144, ScheduleMode::Sequential, 1, 1)};
    EXPECT_FALSE(ui::makeRuntimeChart(samples, {}, {}).hasDilation);
    samples[1].dilation = core::Dilation{2};
    const ui::RuntimeChart chart = ui::makeRuntimeChart(samples, {}, {});
    EXPECT_TRUE(chart.hasDilation);
    EXPECT_FALSE(chart.series[0].line[0].isDilated);
    EXPECT_TRUE(chart.series[0].line[1].isDilated);
}

TEST(RuntimeChartModelTest, AxesTakeInTheOverlays)
{
    const std::vector<Sample> own{sample(512, ScheduleMode::Sequential, 1, 2)};
    const ui::RuntimeChart chart = ui::makeRuntimeChart(
        own, {}, {}, {{1, "one", {sample(4096, ScheduleMode::Sequential, 1, 90)}}, {2, "two", {sample(128, ScheduleMode::Pool, 2, 0.1)}}});
    ASSERT_EQ(chart.overlays.size(), 2U);
    EXPECT_EQ(chart.overlays[0].title, "one") << "with one line an experiment's name is enough";
    EXPECT_EQ(chart.overlays[0].number, 0);
    EXPECT_EQ(chart.overlays[1].number, 1);
    EXPECT_TRUE(chart.x.range().contains(7) && chart.x.range().contains(12));
    EXPECT_TRUE(chart.y.range().contains(std::log10(90)) && chart.y.range().contains(-1));
    EXPECT_EQ(chart.series.size(), 1U);
}

TEST(RuntimeChartModelTest, APartHasItsOwnTicksAndBands)
{
    const auto reference = core::referenceExperiment();
    const ui::RuntimeChart chart = ui::makeRuntimeChart(reference.samples, reference.spec.tiers, {});
    const ui::RuntimeChart part = ui::partOf(chart, {11.9, 12.4}, {0.35, 0.6});
    EXPECT_TRUE(part.isPart);
    ASSERT_GE(part.x.ticks.size(), 3U);
    ASSERT_GE(part.y.ticks.size(), 3U);
    for (const ui::AxisTick& tick : part.x.ticks)
        EXPECT_TRUE(part.x.range().contains(tick.position)) << tick.label.toStdString();
    for (const ui::AxisTick& tick : part.y.ticks)
        EXPECT_TRUE(part.y.range().contains(tick.position)) << tick.label.toStdString();
    ASSERT_EQ(part.bands.size(), 2U);
    EXPECT_EQ(part.bands[0].label, "3 vCPUs visible");
    EXPECT_FALSE(part.creditMark.has_value());
    EXPECT_FALSE(ui::partOf(chart, chart.x.range(), chart.y.range()).isPart);
}

TEST(RuntimeChartModelTest, TheAxisOfARunSettles)
{
    std::optional<ui::AxisRange> before;
    ui::RuntimeChart first = ui::makeRuntimeChart({sample(512, ScheduleMode::Sequential, 1, 12)}, {}, {});
    const ui::AxisRange wanted = first.y.range();
    ui::settleRuntimeAxis(first, before);
    EXPECT_LE(first.y.minimum, wanted.minimum);
    EXPECT_GE(first.y.maximum, wanted.maximum);
    EXPECT_EQ(before, first.y.range());
    ui::RuntimeChart near = ui::makeRuntimeChart({sample(512, ScheduleMode::Sequential, 1, 12.4)}, {}, {});
    ui::settleRuntimeAxis(near, before);
    EXPECT_EQ(near.y.range(), first.y.range());
    for (const ui::AxisTick& tick : near.y.ticks)
        EXPECT_TRUE(near.y.range().contains(tick.position));
}

} // namespace
