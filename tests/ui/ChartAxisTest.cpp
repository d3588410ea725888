// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/ChartAxis.h"

#include "core/tier/TierCatalogue.h"

#include <cmath>
#include <gmock/gmock.h>

namespace {

using namespace tierscope;
using core::MemoryMb;
using testing::DoubleNear;
using testing::ElementsAre;

std::vector<std::string> labels(const ui::ChartAxis& axis)
{
    std::vector<std::string> texts;
    for (const ui::AxisTick& tick : axis.ticks)
        texts.push_back(tick.label.toStdString());
    return texts;
}

std::vector<MemoryMb> article()
{
    return {core::articleTiers().begin(), core::articleTiers().end()};
}

TEST(TickTextTest, SecondsAsPeopleSayThem)
{
    EXPECT_EQ(ui::secondsTickText(0), "0 s");
    EXPECT_EQ(ui::secondsTickText(5e-5), "50 µs");
    EXPECT_EQ(ui::secondsTickText(0.002), "2 ms");
    EXPECT_EQ(ui::secondsTickText(0.5), "500 ms");
    EXPECT_EQ(ui::secondsTickText(1), "1 s");
    EXPECT_EQ(ui::secondsTickText(2.5), "2.5 s");
    EXPECT_EQ(ui::secondsTickText(50), "50 s");
}

TEST(TickTextTest, MemoryInGbWhereItIsRound)
{
    EXPECT_EQ(ui::memoryTickText(MemoryMb{128}), "128 MB");
    EXPECT_EQ(ui::memoryTickText(MemoryMb{1024}), "1 GB");
    EXPECT_EQ(ui::memoryTickText(MemoryMb{1769}), "1769 MB");
    EXPECT_EQ(ui::memoryTickText(MemoryMb{10240}), "10 GB");
}

TEST(SecondsAxisTest, LogHasOneTwoFive)
{
    const ui::ChartAxis axis = ui::makeSecondsAxis(0.869, 56.76, ui::AxisScale::Log);
    EXPECT_THAT(labels(axis), ElementsAre("1 s", "2 s", "5 s", "10 s", "20 s", "50 s"));
    EXPECT_LT(axis.minimum, std::log10(0.869));
    EXPECT_GT(axis.maximum, std::log10(56.76));
    EXPECT_THAT(axis.ticks.front().position, DoubleNear(0, 1e-9));
}

TEST(SecondsAxisTest, WideLogHasDecadesOnly)
{
    EXPECT_THAT(labels(ui::makeSecondsAxis(0.002, 30, ui::AxisScale::Log)), ElementsAre("1 ms", "10 ms", "100 ms", "1 s", "10 s"));
}

TEST(SecondsAxisTest, CloseFiguresStayClose)
{
    const ui::ChartAxis axis = ui::makeSecondsAxis(3.40, 3.42, ui::AxisScale::Log);
    EXPECT_GE(axis.maximum - axis.minimum, std::log10(4.0));
}

TEST(SecondsAxisTest, LinearBeginsAtZero)
{
    const ui::ChartAxis axis = ui::makeSecondsAxis(0.869, 56.76, ui::AxisScale::Linear);
    EXPECT_EQ(axis.minimum, 0);
    EXPECT_GE(axis.maximum, 56.76);
    EXPECT_THAT(labels(axis), ElementsAre("0 s", "20 s", "40 s", "60 s"));
}

TEST(SecondsAxisTest, NothingMeasuredIsNoDivisionByZero)
{
    for (const auto scale : {ui::AxisScale::Log, ui::AxisScale::Linear}) {
        const ui::ChartAxis axis = ui::makeSecondsAxis(0, 0, scale);
        EXPECT_TRUE(std::isfinite(axis.minimum) && std::isfinite(axis.maximum));
        EXPECT_LT(axis.minimum, axis.maximum);
    }
}

TEST(MemoryAxisTest, TiersStandAtTheirTrueDistance)
{
    EXPECT_DOUBLE_EQ(ui::memoryPosition(MemoryMb{256}) - ui::memoryPosition(MemoryMb{128}), 1);
    EXPECT_DOUBLE_EQ(ui::memoryPosition(MemoryMb{10240}) - ui::memoryPosition(MemoryMb{5120}), 1);
    const ui::ChartAxis axis = ui::makeMemoryAxis(article());
    EXPECT_LT(axis.minimum, 7);
    EXPECT_GT(axis.maximum, std::log2(10240));
    EXPECT_THAT(labels(axis), ElementsAre("128 MB", "256 MB", "512 MB", "1 GB", "2 GB", "3 GB", "4 GB", "6 GB", "8 GB", "10 GB"));
}

TEST(MemoryAxisTest, TiersCloseTogetherAreTheirOwnTicks)
{
    EXPECT_THAT(labels(ui::makeMemoryAxis({MemoryMb{1700}, MemoryMb{1769}})), ElementsAre("1700 MB", "1769 MB"));
    EXPECT_THAT(labels(ui::makeMemoryAxis({MemoryMb{512}})), ElementsAre("512 MB"));
}

std::vector<std::string> labels(const std::vector<ui::AxisTick>& ticks)
{
    ui::ChartAxis axis;
    axis.ticks = ticks;
    return labels(axis);
}

TEST(PartTicksTest, MemoryInFinerSizesTheCloserItIs)
{
    EXPECT_THAT(labels(ui::memoryTicks({std::log2(1000), std::log2(3100)})), ElementsAre("1 GB", "2 GB", "3 GB"));
    EXPECT_THAT(labels(ui::memoryTicks({std::log2(1900), std::log2(3100)})), ElementsAre("2 GB", "2560 MB", "3 GB"));
    EXPECT_THAT(labels(ui::memoryTicks({std::log2(2000), std::log2(2100)})), ElementsAre("2016 MB", "2 GB", "2080 MB"));
    EXPECT_EQ(ui::memoryTicks({7, 10.1}).front().brief, "128");
    EXPECT_EQ(ui::memoryTicks({7, 10.1}).back().brief, "1");
}

TEST(PartTicksTest, SecondsWithAsManyDecimalsAsTheyNeed)
{
    EXPECT_THAT(labels(ui::secondsTicks({0, 1.8}, ui::AxisScale::Log)), ElementsAre("1 s", "2 s", "5 s", "10 s", "20 s", "50 s"));
    EXPECT_THAT(labels(ui::secondsTicks({std::log10(3.395), std::log10(3.445)}, ui::AxisScale::Log)),
                ElementsAre("3.40 s", "3.41 s", "3.42 s", "3.43 s", "3.44 s"));
    EXPECT_THAT(labels(ui::secondsTicks({2.9, 5.1}, ui::AxisScale::Linear)), ElementsAre("3.0 s", "3.5 s", "4.0 s", "4.5 s", "5.0 s"));
    EXPECT_THAT(labels(ui::secondsTicks({0.61, 0.69}, ui::AxisScale::Linear)), ElementsAre("620 ms", "640 ms", "660 ms", "680 ms"));
}

TEST(VcpuBandsTest, ChangeWhereTheCatalogueDoes)
{
    const ui::ChartAxis axis = ui::makeMemoryAxis(article());
    const auto bands = ui::vcpuBands(axis);
    ASSERT_EQ(bands.size(), 5U);
    EXPECT_EQ(bands.front().label, "2 vCPUs visible");
    EXPECT_EQ(bands.back().label, "6");
    EXPECT_DOUBLE_EQ(bands.front().from, axis.minimum);
    EXPECT_DOUBLE_EQ(bands.front().to, std::log2(3009));
    EXPECT_DOUBLE_EQ(bands[1].to, std::log2(5308));
    EXPECT_DOUBLE_EQ(bands[2].to, std::log2(7077));
    EXPECT_DOUBLE_EQ(bands[3].to, std::log2(8846));
    EXPECT_DOUBLE_EQ(bands.back().to, axis.maximum);
    for (std::size_t index = 1; index < bands.size(); ++index) {
        EXPECT_DOUBLE_EQ(bands[index].from, index == 1 ? bands[0].to : bands[index - 1].to);
        EXPECT_NE(bands[index].shaded, bands[index - 1].shaded);
    }
}

TEST(VcpuBandsTest, AreCutToTheAxis)
{
    const auto bands = ui::vcpuBands(ui::makeMemoryAxis({MemoryMb{6144}, MemoryMb{7168}}));
    ASSERT_EQ(bands.size(), 2U);
    EXPECT_EQ(bands[0].label, "4 vCPUs visible");
    EXPECT_EQ(bands[1].label, "5");
}

TEST(OneVcpuMarkTest, OnlyWhereItIsOnTheAxis)
{
    EXPECT_DOUBLE_EQ(ui::oneVcpuMark(ui::makeMemoryAxis(article())).value(), std::log2(1769));
    EXPECT_FALSE(ui::oneVcpuMark(ui::makeMemoryAxis({MemoryMb{128}, MemoryMb{512}})).has_value());
}

TEST(VcpuAxisTest, OneTickACount)
{
    const ui::ChartAxis axis = ui::makeVcpuAxis(2, 4, {"2048 MB", "", "6144 MB"});
    EXPECT_THAT(labels(axis), ElementsAre("2", "3", "4"));
    EXPECT_EQ(axis.ticks[2].detail, "6144 MB");
    EXPECT_LT(axis.minimum, 2);
    EXPECT_GT(axis.maximum, 4);
}

} // namespace
