// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/ChartZoom.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace {

using namespace tierscope;
using ui::AxisRange;

constexpr AxisRange kFull{0, 100};

TEST(ChartZoomTest, KeepsInsideTheFullRange)
{
    struct Row {
        AxisRange wanted;
        AxisRange kept;
    };
    for (const Row& row : {Row{{20, 40}, {20, 40}}, Row{{-10, 10}, {0, 20}}, Row{{95, 115}, {80, 100}}, Row{{-50, 150}, {0, 100}},
                           Row{{50, 50}, {49, 51}}, Row{{99.9, 100}, {98, 100}}}) {
        const AxisRange kept = ui::keptWithin(row.wanted, kFull);
        EXPECT_NEAR(kept.minimum, row.kept.minimum, 1e-9) << row.wanted.minimum;
        EXPECT_NEAR(kept.maximum, row.kept.maximum, 1e-9) << row.wanted.minimum;
    }
}

TEST(ChartZoomTest, ThePlaceUnderTheMouseStays)
{
    const AxisRange closer = ui::zoomedAbout(kFull, 30, 0.5, kFull);
    EXPECT_NEAR(closer.span(), 50, 1e-9);
    EXPECT_NEAR((30 - closer.minimum) / closer.span(), 0.3, 1e-9);
    // And back, as near as it was.
    const AxisRange back = ui::zoomedAbout(closer, 30, 2, kFull);
    EXPECT_NEAR(back.minimum, 0, 1e-9);
    EXPECT_NEAR(back.maximum, 100, 1e-9);
}

TEST(ChartZoomTest, AtTheClosestItStandsStill)
{
    const AxisRange closest{40, 42};
    EXPECT_NEAR(closest.span(), kFull.span() / ui::kMostZoom, 1e-9);
    const AxisRange again = ui::zoomedAbout(closest, 41.5, 0.5, kFull);
    EXPECT_NEAR(again.minimum, 40, 1e-9);
    EXPECT_NEAR(again.maximum, 42, 1e-9);
}

TEST(ChartZoomTest, PanningEndsAtTheEdge)
{
    EXPECT_EQ(ui::panned({20, 40}, 10, kFull), (AxisRange{30, 50}));
    EXPECT_EQ(ui::panned({20, 40}, 100, kFull), (AxisRange{80, 100}));
    EXPECT_EQ(ui::panned({20, 40}, -100, kFull), (AxisRange{0, 20}));
    EXPECT_EQ(ui::panned(kFull, 5, kFull), kFull);
}

RC_GTEST_PROP(ChartZoomTest, NeverOutsideNorTooClose, (const std::vector<std::pair<std::uint8_t, std::uint8_t>>& steps))
{
    AxisRange now = kFull;
    for (const auto& [about, factor] : steps) {
        now = ui::zoomedAbout(now, now.minimum + now.span() * about / 255.0, 0.3 + factor / 128.0, kFull);
        RC_ASSERT(now.minimum >= kFull.minimum && now.maximum <= kFull.maximum + 1e-9);
        RC_ASSERT(now.span() >= kFull.span() / ui::kMostZoom - 1e-9);
    }
}

TEST(SettledRangeTest, GrowsInStepsAndNeverShrinks)
{
    std::optional<AxisRange> range;
    range = ui::settledRange(range, {0.31, 0.72}, 0.25);
    EXPECT_EQ(*range, (AxisRange{0.25, 0.75}));
    range = ui::settledRange(range, {0.26, 0.74}, 0.25);
    EXPECT_EQ(*range, (AxisRange{0.25, 0.75})) << "it stands still while it can";
    range = ui::settledRange(range, {0.4, 0.5}, 0.25);
    EXPECT_EQ(*range, (AxisRange{0.25, 0.75})) << "it never shrinks";
    range = ui::settledRange(range, {0.24, 1.01}, 0.25);
    EXPECT_EQ(*range, (AxisRange{0, 1.25}));
    // A coarser step does not pull an edge in.
    EXPECT_EQ(ui::settledRange(AxisRange{0, 30}, {0, 55}, 20), (AxisRange{0, 60}));
}

} // namespace
