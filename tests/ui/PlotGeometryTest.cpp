// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/charts/PlotGeometry.h"

#include <gtest/gtest.h>

namespace {

using namespace tierscope;

const QRectF kArea(0, 0, 100, 100);

TEST(PlotScaleTest, ThereAndBack)
{
    const ui::PlotScale scale{QRectF(40, 10, 200, 100), {7, 13}, {-1, 2}};
    EXPECT_DOUBLE_EQ(scale.x(7), 40);
    EXPECT_DOUBLE_EQ(scale.y(-1), 110) << "up is more";
    EXPECT_DOUBLE_EQ(scale.y(2), 10);
    EXPECT_NEAR(scale.positionX(scale.x(9.3)), 9.3, 1e-9);
    EXPECT_NEAR(scale.positionY(scale.y(0.4)), 0.4, 1e-9);
}

TEST(ClippedTest, CutsAtTheEdges)
{
    EXPECT_EQ(ui::clipped({-50, 50, 150, 50}, kArea), QLineF(0, 50, 100, 50));
    EXPECT_EQ(ui::clipped({10, 10, 20, 20}, kArea), QLineF(10, 10, 20, 20));
    EXPECT_FALSE(ui::clipped({-10, 50, -10, 80}, kArea).has_value());
    EXPECT_FALSE(ui::clipped({-60, 50, 50, -60}, kArea).has_value()) << "past the corner";
}

TEST(VisibleEndTest, TheEndOrWhereTheLineLeaves)
{
    EXPECT_EQ(ui::visibleEnd({{0, 0}, {50, 50}, {80, 20}}, kArea), QPointF(80, 20));
    EXPECT_EQ(ui::visibleEnd({{0, 0}, {50, 50}, {150, 50}}, kArea), QPointF(100, 50));
    EXPECT_EQ(ui::visibleEnd({{0, 50}, {50, 50}, {50, 200}, {90, 200}}, kArea), QPointF(50, 100));
    EXPECT_FALSE(ui::visibleEnd({{-50, 0}, {-20, 50}}, kArea).has_value());
    EXPECT_EQ(ui::visibleEnd({{30, 30}}, kArea), QPointF(30, 30));
    EXPECT_FALSE(ui::visibleEnd({{130, 30}}, kArea).has_value());
}

TEST(PlaceWordsTest, AboveRightUnlessSomethingIsThere)
{
    const auto free = ui::placeWords({30, 10}, {40, 60}, 8, kArea, {});
    ASSERT_TRUE(free.has_value());
    EXPECT_EQ(*free, QRectF(48, 42, 30, 10));

    // A line over the anchor and up to the right.
    const ui::PlotObstacles line{{QLineF(40, 60, 100, 30)}, {}};
    const auto beside = ui::placeWords({30, 10}, {40, 60}, 8, kArea, line);
    ASSERT_TRUE(beside.has_value());
    EXPECT_FALSE(ui::clipped(line.lines.front(), *beside).has_value());
    EXPECT_TRUE(kArea.contains(*beside));

    const ui::PlotObstacles full{{}, {kArea}};
    EXPECT_FALSE(ui::placeWords({30, 10}, {40, 60}, 8, kArea, full).has_value()) << "rather no words than words over something";
}

TEST(PlaceCardTest, InsideThePlotAndNotOverItsPoints)
{
    const QRectF plot(50, 20, 400, 300);
    for (int step = 0; step <= 40; ++step) {
        const double x = plot.left() + step * 10;
        const std::vector<QPointF> own{{x, 60}, {x, 200}};
        const QRectF card = ui::placeCard({150, 110}, x, own, plot, {});
        EXPECT_TRUE(plot.contains(card)) << x;
        for (const QPointF& point : own)
            EXPECT_FALSE(card.contains(point)) << x;
    }
}

TEST(PlaceCardTest, MovesAlongItsLineRatherThanCoverPoints)
{
    // Nothing fits beside the line here: above or below the points is left.
    const QRectF plot(0, 0, 180, 300);
    const QRectF card = ui::placeCard({150, 100}, 90, {{90, 150}}, plot, {});
    EXPECT_TRUE(plot.contains(card));
    EXPECT_FALSE(card.contains(QPointF(90, 150)));
}

TEST(PlaceCardTest, PrefersWhereTheLinesAreNot)
{
    const QRectF plot(0, 0, 600, 300);
    ui::PlotObstacles lines;
    lines.lines.emplace_back(300, 150, 600, 150);
    const QRectF card = ui::placeCard({150, 100}, 300, {{300, 150}}, plot, lines);
    EXPECT_FALSE(ui::clipped(lines.lines.front(), card).has_value());
}

} // namespace
