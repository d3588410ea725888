// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/TimeScale.h"
#include "ui/timeline/TimelineLayout.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace {

using namespace tierscope;
using ui::TimeWindow;

double real(int low, int high)
{
    return *rc::gen::inRange(low, high) / 1000.0;
}

TimeWindow anyWindow(const TimeWindow& all)
{
    const double from = real(0, 900) * all.to;
    return ui::clampedWindow({from, from + real(1, 1000) * all.to}, all);
}

TEST(TimeScaleTest, ThereAndBack)
{
    const ui::TimeScale scale{{2, 4}, 50, 400};
    EXPECT_DOUBLE_EQ(scale.x(2), 50);
    EXPECT_DOUBLE_EQ(scale.x(4), 450);
    EXPECT_DOUBLE_EQ(scale.time(scale.x(3.7)), 3.7);
    EXPECT_DOUBLE_EQ(scale.pixels(0.5), 100);
    EXPECT_DOUBLE_EQ(scale.seconds(100), 0.5);
}

TEST(TimeWindowTest, AllOfARunAndNoMore)
{
    const TimeWindow all = ui::wholeRun(10);
    EXPECT_EQ(ui::clampedWindow({-5, 20}, all), all);
    EXPECT_EQ(ui::clampedWindow({8, 12}, all), (TimeWindow{6, 10})) << "moved, not shortened";
    EXPECT_EQ(ui::clampedWindow({-1, 1}, all), (TimeWindow{0, 2}));
    EXPECT_GT(ui::wholeRun(0).span(), 0) << "a run without length can still be drawn";
    EXPECT_GT(ui::clampedWindow({5, 5}, all).span(), 0) << "and no stretch is without length";
}

TEST(TimeWindowTest, AStretchComesIntoSight)
{
    const TimeWindow all = ui::wholeRun(100);
    const TimeWindow window{10, 20};
    EXPECT_EQ(ui::windowWith(window, all, {12, 15}), window) << "it is in sight already";
    EXPECT_TRUE(ui::windowWith(window, all, {50, 52}).contains(50));
    EXPECT_DOUBLE_EQ(ui::windowWith(window, all, {50, 52}).span(), window.span());
    const TimeWindow wide = ui::windowWith(window, all, {50, 90});
    EXPECT_LE(wide.from, 50);
    EXPECT_GE(wide.to, 90);
}

RC_GTEST_PROP(TimeWindowTest, ZoomHoldsWhatIsUnderTheCursor, ())
{
    const TimeWindow all = ui::wholeRun(real(1, 900000));
    const TimeWindow window = anyWindow(all);
    const double time = window.from + real(0, 1000) * window.span();
    const TimeWindow next = ui::zoomedWindow(window, all, time, real(100, 3000));
    RC_ASSERT(next.from >= all.from && next.to <= all.to && next.span() > 0);
    // Unless an end of the run is in the way, it stays where it was.
    if (next.from > all.from && next.to < all.to)
        RC_ASSERT(std::abs((time - next.from) / next.span() - (time - window.from) / window.span()) < 1e-6);
}

RC_GTEST_PROP(TimeWindowTest, PanningKeepsTheSpanAndStaysInside, ())
{
    const TimeWindow all = ui::wholeRun(real(1, 900000));
    const TimeWindow window = anyWindow(all);
    const TimeWindow next = ui::pannedWindow(window, all, real(-2000, 2000) * all.to);
    RC_ASSERT(std::abs(next.span() - window.span()) <= 1e-9 * all.to);
    RC_ASSERT(next.from >= all.from && next.to <= all.to);
}

RC_GTEST_PROP(TimeTicksTest, AreInsideAndApartAndToldApart, ())
{
    const TimeWindow all = ui::wholeRun(real(1, 900000));
    const ui::TimeScale scale{anyWindow(all), 40, real(200000, 2000000)};
    const auto ticks = ui::timeTicks(scale, 80);
    for (std::size_t index = 0; index < ticks.size(); ++index) {
        RC_ASSERT(ticks[index].time >= scale.window.from - 1e-9 && ticks[index].time <= scale.window.to + 1e-9);
        if (index > 0) {
            RC_ASSERT(scale.pixels(ticks[index].time - ticks[index - 1].time) >= 79.9);
            RC_ASSERT(ticks[index].label != ticks[index - 1].label);
        }
    }
}

TEST(TimeTicksTest, OneUnitForTheWholeAxis)
{
    const auto labels = [](const TimeWindow& window) {
        QStringList texts;
        for (const ui::TimeTick& tick : ui::timeTicks({window, 0, 400}, 90))
            texts << tick.label;
        return texts.join(QLatin1Char(' '));
    };
    EXPECT_EQ(labels({0, 6.14}), "0 s 2 s 4 s 6 s");
    EXPECT_EQ(labels({0, 0.2}), "0 ms 50 ms 100 ms 150 ms 200 ms");
    EXPECT_EQ(labels({1.1, 1.15}), "1.10 s 1.12 s 1.14 s");
    EXPECT_EQ(labels({0, 4e-5}), "0 µs 10 µs 20 µs 30 µs 40 µs");
}

TEST(TimelineLayoutTest, LanesShareTheHeight)
{
    const auto layout = ui::layOutRuns({{4, true}, {1, false}}, 500, 16);
    ASSERT_EQ(layout.blocks.size(), 2U);
    EXPECT_EQ(layout.blocks[0].pitch, 24) << "no higher than looks calm";
    EXPECT_LE(layout.height, 500);
    EXPECT_GT(layout.blocks[1].top, layout.blocks[0].bottom);
    EXPECT_GT(layout.blocks[0].stripHeight, 0);
    EXPECT_EQ(layout.blocks[1].stripHeight, 0);
    const auto crowded = ui::layOutRuns({{200, false}}, 500, 16);
    EXPECT_EQ(crowded.blocks[0].pitch, 10) << "no lower than can be told apart";
    EXPECT_GT(crowded.height, 500) << "the rest is scrolled to";
    EXPECT_EQ(ui::labelledEvery(crowded.blocks[0], 16), 2U);
    EXPECT_EQ(ui::labelledEvery(layout.blocks[0], 16), 1U);
}

TEST(TimelineLayoutTest, ThePlaceOfALaneIsThatLane)
{
    const auto layout = ui::layOutRuns({{7, true}, {3, true}}, 300, 14);
    for (const ui::RunBlock& block : layout.blocks) {
        for (std::size_t lane = 0; lane < block.lanes; ++lane)
            EXPECT_EQ(block.laneAt(block.laneTop(lane) + block.barHeight / 2), lane);
        EXPECT_FALSE(block.laneAt(block.top).has_value());
        EXPECT_FALSE(block.laneAt(block.lanesBottom() + 1).has_value());
    }
}

} // namespace
