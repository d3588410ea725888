// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/CpuModels.h"

#include "tests/ui/ChartSamples.h"
#include "ui/models/RuntimeChartModel.h"
#include "ui/models/SampleTableModel.h"

#include <gmock/gmock.h>

namespace {

using namespace tierscope;

constexpr const char* kIntel = "Intel(R) Xeon(R) Processor @ 2.50GHz";
constexpr const char* kAmd = "AMD EPYC";

core::Sample sampleOn(const char* model, double seconds = 1)
{
    core::Sample sample = tests::chartSample(1024, core::ScheduleMode::Sequential, 1, seconds);
    sample.cpuModel = model;
    return sample;
}

TEST(CpuModelsTest, AreCountedAndNamed)
{
    EXPECT_FALSE(ui::makeCpuModels({}).areMixed());
    EXPECT_FALSE(ui::makeCpuModels({sampleOn(kIntel), sampleOn(""), sampleOn(kIntel)}).areMixed()) << "not known is not another";
    core::Sample failed = sampleOn(kAmd);
    failed.ok = false;
    EXPECT_FALSE(ui::makeCpuModels({sampleOn(kIntel), failed}).areMixed()) << "it is not in the chart";
    const ui::CpuModels mixed = ui::makeCpuModels({sampleOn(kAmd), sampleOn(kIntel), sampleOn(kIntel)});
    EXPECT_THAT(mixed.names, testing::ElementsAre(kIntel, kAmd)) << "most samples first";
    EXPECT_EQ(mixed.numberOf(sampleOn(kAmd)), 1);
    EXPECT_EQ(mixed.numberOf(sampleOn("")), 0);
    EXPECT_EQ(ui::cpuModelsText(mixed), "2 CPU models: ringed dots are AMD EPYC");
    EXPECT_EQ(ui::cpuModelsText(ui::makeCpuModels({sampleOn(kAmd)})), "");
    EXPECT_EQ(ui::shortCpuModel(kIntel), "Intel Xeon 2.50GHz");
}

TEST(CpuModelsTest, AreToldApartInTheChart)
{
    const auto chartOf = [](const std::vector<core::Sample>& samples) { return ui::makeRuntimeChart(samples, {}, {}); };
    const ui::RuntimeChart mixed = chartOf({sampleOn(kIntel, 1), sampleOn(kIntel, 2), sampleOn(kAmd, 3)});
    ASSERT_EQ(mixed.series.size(), 1U);
    ASSERT_EQ(mixed.series[0].dots.size(), 3U);
    for (const ui::RuntimePoint& dot : mixed.series[0].dots)
        EXPECT_EQ(dot.isOtherCpu, dot.seconds == 3) << dot.seconds;
    EXPECT_TRUE(mixed.cpuModels.contains("2 CPU models"));
    EXPECT_TRUE(mixed.description.contains("2 CPU models")) << "for those who do not see it";
    const ui::RuntimeChart plain = chartOf({sampleOn(kIntel), sampleOn(kIntel)});
    EXPECT_TRUE(plain.cpuModels.isEmpty());
    EXPECT_FALSE(plain.series[0].dots[0].isOtherCpu);
}

TEST(CpuModelsTest, AreAColumnOfTheTable)
{
    ui::SampleTableModel model;
    model.replace({sampleOn(kIntel), sampleOn(kIntel)});
    EXPECT_FALSE(model.tellsApart(ui::SampleTableModel::Cpu)) << "hidden";
    model.replace({sampleOn(kIntel), sampleOn(kAmd)});
    EXPECT_TRUE(model.tellsApart(ui::SampleTableModel::Cpu));
    EXPECT_EQ(model.index(1, ui::SampleTableModel::Cpu).data().toString(), "AMD EPYC");
}

/// A function and this computer in one chart: each is a line of its own on axes that hold both.
TEST(CpuModelsTest, ALocalExperimentLiesOverOneOfLambda)
{
    std::vector<core::Sample> lambda;
    std::vector<core::Sample> local;
    for (const int memory : {1024, 2048}) {
        lambda.push_back(tests::chartSample(memory, core::ScheduleMode::Sequential, 1, 2048.0 / memory));
        lambda.back().limiter = "lambda";
        lambda.back().cpuModel = kAmd;
        local.push_back(tests::chartSample(memory, core::ScheduleMode::Sequential, 1, 20480.0 / memory));
    }
    const ui::RuntimeChart chart = ui::makeRuntimeChart(lambda, {}, {}, {{7, "here", local}});
    ASSERT_EQ(chart.series.size(), 1U);
    ASSERT_EQ(chart.overlays.size(), 1U);
    EXPECT_EQ(chart.overlays[0].name, "here");
    for (const ui::RuntimePoint& point : chart.overlays[0].line)
        EXPECT_TRUE(chart.y.range().contains(point.y));
    EXPECT_TRUE(chart.cpuModels.isEmpty()) << "only the samples of one experiment mislead when they are mixed";
}

} // namespace
