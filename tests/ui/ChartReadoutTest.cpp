// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/ChartReadout.h"

#include "tests/ui/ChartSamples.h"
#include "ui/models/ChartCsv.h"
#include "ui/models/ChartRows.h"

#include <QStringList>
#include <gmock/gmock.h>

namespace {

using namespace tierscope;
using core::MemoryMb;
using core::ScheduleMode;
using testing::ElementsAre;
using testing::HasSubstr;
using tests::chartSample;

ui::RuntimeChart chartOf(const core::ExperimentRecord& record, ui::RuntimeView view = {})
{
    return ui::makeRuntimeChart(record.samples, record.spec.tiers, view);
}

std::vector<int> memories(const std::vector<ui::ReadoutStop>& stops)
{
    std::vector<int> values;
    values.reserve(stops.size());
    for (const ui::ReadoutStop& stop : stops)
        values.push_back(stop.memory.value);
    return values;
}

TEST(ChartReadoutTest, SaysEverythingAboutATier)
{
    const ui::RuntimeChart chart = chartOf(tests::repeatedReference(5));
    const auto readout = ui::makeReadout(chart, {MemoryMb{6144}, ui::memoryPosition(MemoryMb{6144})});
    ASSERT_TRUE(readout.has_value());
    EXPECT_EQ(readout->title, "6144 MB");
    EXPECT_EQ(readout->subtitle, "4 vCPUs visible · 3.47 of credit");
    ASSERT_EQ(readout->rows.size(), 2U);
    EXPECT_EQ(readout->rows[0].name, "Sequential");
    EXPECT_EQ(readout->rows[0].figure, "3.50 s");
    EXPECT_EQ(readout->rows[0].spread, "± 70.1 ms") << "the samples are 2 % of 3.503 s apart";
    EXPECT_EQ(readout->rows[0].count, "5 runs");
    EXPECT_EQ(readout->rows[1].name, "Parallel, cap 4");
    EXPECT_EQ(readout->rows[1].figure, "1.39 s");
    EXPECT_EQ(readout->notes, (QStringList{"Parallel is 2.5× as fast as sequential", "Limited by cgroup v2, dilated ×2"}));
    EXPECT_THAT(readout->spoken.toStdString(), HasSubstr("Parallel, cap 4: 1.39 s ± 27.8 ms, 5 runs."));
    EXPECT_THAT(readout->spoken.toStdString(), HasSubstr("6144 MB, 4 vCPUs visible"));
}

TEST(ChartReadoutTest, TheChosenSeriesIsSpokenFirst)
{
    const ui::RuntimeChart chart = chartOf(tests::repeatedReference(2));
    const auto readout = ui::makeReadout(chart, {MemoryMb{128}, 7}, 1);
    ASSERT_TRUE(readout.has_value());
    EXPECT_LT(readout->spoken.indexOf(QStringLiteral("Parallel, cap")), readout->spoken.indexOf(QStringLiteral("Sequential: ")));
    EXPECT_TRUE(readout->notes.contains(QStringLiteral("Parallel takes 1.15× as long as sequential")))
        << readout->notes.join(u'|').toStdString();
}

TEST(ChartReadoutTest, ASingleRunHasNoSpread)
{
    const auto readout =
        ui::makeReadout(ui::makeRuntimeChart({chartSample(512, ScheduleMode::Sequential, 1, 2)}, {}, {}), {MemoryMb{512}, 9});
    ASSERT_TRUE(readout.has_value());
    EXPECT_EQ(readout->rows[0].spread, "");
    EXPECT_EQ(readout->rows[0].count, "1 run");
    EXPECT_EQ(readout->notes, QStringList{"Limited by cgroup v2"}) << "no speed-up without a rival, no dilation";
}

TEST(ChartReadoutTest, ATierThatWasNotMeasuredSaysNothing)
{
    const ui::RuntimeChart chart = chartOf(tests::repeatedReference(1));
    EXPECT_FALSE(ui::makeReadout(chart, {MemoryMb{300}, 8.2}).has_value());
    EXPECT_FALSE(ui::nearestStop(ui::makeRuntimeChart({}, {}, {}), 9, 0).has_value());
}

TEST(ChartReadoutTest, OtherExperimentsAtTheTierAreNamed)
{
    const ui::RuntimeChart chart = ui::makeRuntimeChart({chartSample(512, ScheduleMode::Sequential, 1, 2)}, {}, {},
                                                        {{3, "thumbs-prod", {chartSample(512, ScheduleMode::Sequential, 1, 3)}},
                                                         {4, "elsewhere", {chartSample(1024, ScheduleMode::Sequential, 1, 3)}}});
    const auto readout = ui::makeReadout(chart, {MemoryMb{512}, 9});
    ASSERT_TRUE(readout.has_value());
    ASSERT_EQ(readout->others.size(), 1U);
    EXPECT_EQ(readout->others[0].name, "thumbs-prod");
    EXPECT_EQ(readout->others[0].figure, "3.00 s");
}

TEST(ChartStopsTest, EveryTierFromTheLeft)
{
    const auto record = tests::repeatedReference(1);
    EXPECT_THAT(memories(ui::readoutStops(chartOf(record))), ElementsAre(128, 512, 1024, 2048, 3072, 6144, 7168, 10240));
    // Against vCPUs four tiers stand at 2.
    EXPECT_THAT(memories(ui::readoutStops(chartOf(record, {ui::RuntimeX::VcpuCount, ui::AxisScale::Log}))),
                ElementsAre(128, 512, 1024, 2048, 3072, 6144, 7168, 10240));
}

TEST(ChartStopsTest, NearestInXThenInY)
{
    const auto record = tests::repeatedReference(1);
    const ui::RuntimeChart byMemory = chartOf(record);
    EXPECT_EQ(ui::nearestStop(byMemory, 8.1, 0)->memory.value, 512);
    EXPECT_EQ(ui::nearestStop(byMemory, 7.9, 0)->memory.value, 128);
    EXPECT_EQ(ui::nearestStop(byMemory, 99, 0)->memory.value, 10240);
    const ui::RuntimeChart byVcpus = chartOf(record, {ui::RuntimeX::VcpuCount, ui::AxisScale::Log});
    EXPECT_EQ(ui::nearestStop(byVcpus, 2.2, std::log10(50))->memory.value, 128);
    EXPECT_EQ(ui::nearestStop(byVcpus, 2.2, std::log10(6.3))->memory.value, 1024);
}

TEST(ChartRowsTest, AgreeWithCoresSummary)
{
    auto samples = tests::repeatedReference(5).samples;
    samples.push_back(chartSample(0, ScheduleMode::Sequential, 1, 3));
    samples.push_back(chartSample(0, ScheduleMode::Pool, 2, 2));
    const auto core = core::summarise(samples);
    const auto rows = ui::makeChartRows(samples);
    ASSERT_EQ(rows.size(), core.size());
    for (std::size_t index = 0; index < rows.size(); ++index) {
        EXPECT_EQ(rows[index].memory, core[index].memory) << index;
        EXPECT_EQ(rows[index].mode, core[index].mode) << index;
        EXPECT_EQ(rows[index].cap, core[index].cap) << index;
        EXPECT_EQ(rows[index].n, core[index].n) << index;
        EXPECT_DOUBLE_EQ(rows[index].medianSeconds, core[index].medianSeconds) << index;
        EXPECT_DOUBLE_EQ(rows[index].madSeconds, core[index].madSeconds) << index;
        EXPECT_EQ(rows[index].speedup, core[index].speedup) << index;
    }
}

TEST(ChartCsvTest, MediansThenSamplesThenOtherExperiments)
{
    const ui::RuntimeChart chart =
        ui::makeRuntimeChart({chartSample(512, ScheduleMode::Sequential, 1, 2), chartSample(512, ScheduleMode::Sequential, 1, 3)}, {}, {},
                             {{3, "a \"quoted\", name", {chartSample(1024, ScheduleMode::Parallel, 2, 1.5)}}});
    EXPECT_EQ(ui::chartToCsv(chart).toStdString(),
              "experiment,point,memory_mb,vcpus,mode,cap,runs,seconds,mad_seconds,dilation,low_seconds,high_seconds\n"
              ",median,512,2,sequential,1,2,2.5,0.5,1,,\n"
              ",sample,512,2,sequential,,,2,,,,\n"
              ",sample,512,2,sequential,,,3,,,,\n"
              "\"a \"\"quoted\"\", name\",median,1024,2,parallel,,1,1.5,,,,\n");
}

} // namespace
