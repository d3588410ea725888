// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/charts/PlotGeometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace tierscope::ui {

namespace {

/// Most lines are far away, which costs nothing to see.
bool crosses(const QLineF& line, const QRectF& place)
{
    const auto [left, right] = std::minmax({line.x1(), line.x2()});
    const auto [top, bottom] = std::minmax({line.y1(), line.y2()});
    const bool isNear = right >= place.left() && left <= place.right() && bottom >= place.top() && top <= place.bottom();
    return isNear && clipped(line, place);
}

bool isFree(const QRectF& place, const PlotObstacles& obstacles)
{
    return std::ranges::none_of(obstacles.taken, [&place](const QRectF& other) { return place.intersects(other); })
           && std::ranges::none_of(obstacles.lines, [&place](const QLineF& line) { return crosses(line, place); });
}

int countHits(const QRectF& place, const PlotObstacles& obstacles)
{
    const auto lines = std::ranges::count_if(obstacles.lines, [&place](const QLineF& line) { return crosses(line, place); });
    const auto taken = std::ranges::count_if(obstacles.taken, [&place](const QRectF& other) { return place.intersects(other); });
    return static_cast<int>(lines + taken);
}

} // namespace

std::optional<QLineF> clipped(const QLineF& line, const QRectF& area)
{
    double from = 0;
    double to = 1;
    const std::array<std::pair<double, double>, 4> edges{{{-line.dx(), line.x1() - area.left()},
                                                          {line.dx(), area.right() - line.x1()},
                                                          {-line.dy(), line.y1() - area.top()},
                                                          {line.dy(), area.bottom() - line.y1()}}};
    for (const auto& [slope, distance] : edges) {
        if (slope == 0) {
            if (distance < 0)
                return std::nullopt;
        } else if (slope < 0) {
            from = std::max(from, distance / slope);
        } else {
            to = std::min(to, distance / slope);
        }
    }
    if (from > to)
        return std::nullopt;
    return QLineF(line.pointAt(from), line.pointAt(to));
}

std::optional<QPointF> visibleEnd(const std::vector<QPointF>& line, const QRectF& area)
{
    if (line.size() == 1)
        return area.contains(line.front()) ? std::optional(line.front()) : std::nullopt;
    for (std::size_t index = line.size(); index > 1; --index) {
        if (const auto part = clipped(QLineF(line[index - 2], line[index - 1]), area))
            return part->p2();
    }
    return std::nullopt;
}

std::optional<QRectF> placeWords(QSizeF size, QPointF anchor, double away, const QRectF& area, const PlotObstacles& obstacles)
{
    constexpr int kStep = 2;
    constexpr int kSteps = 80;
    constexpr double kClear = 3;
    // Directions in which the words lie from the anchor, best first.
    constexpr std::array<std::pair<int, int>, 8> kSides{{{1, -1}, {-1, -1}, {-1, 1}, {1, 1}, {0, -1}, {0, 1}, {1, 0}, {-1, 0}}};
    for (int step = 0; step < kSteps; ++step) {
        const double distance = away + step * kStep;
        for (const auto& [right, down] : kSides) {
            const double x = right == 0 ? -size.width() / 2 : right > 0 ? distance : -distance - size.width();
            const double y = down == 0 ? -size.height() / 2 : down > 0 ? distance : -distance - size.height();
            const QRectF place(anchor + QPointF(x, y), size);
            if (area.contains(place) && isFree(place.adjusted(-kClear, -kClear, kClear, kClear), obstacles))
                return place;
        }
    }
    return std::nullopt;
}

QRectF placeCard(QSizeF size, double x, const std::vector<QPointF>& own, const QRectF& area, const PlotObstacles& obstacles)
{
    constexpr double kGap = 16;
    constexpr double kStep = 12;
    constexpr double kOwnPoint = 1e6;
    constexpr double kHit = 100;
    const double lastLeft = std::max(area.left(), area.right() - size.width());
    const double lastTop = std::max(area.top(), area.bottom() - size.height());
    double middle = area.center().y();
    if (!own.empty()) {
        middle = 0;
        for (const QPointF& point : own)
            middle += point.y() / static_cast<double>(own.size());
    }
    QRectF best;
    double least = std::numeric_limits<double>::infinity();
    for (const double wanted : {x + kGap, x - kGap - size.width()}) {
        const double left = std::clamp(wanted, area.left(), lastLeft);
        const int steps = static_cast<int>((lastTop - area.top()) / kStep);
        for (int step = 0; step <= steps; ++step) {
            const double top = area.top() + step * kStep;
            const QRectF place(QPointF(left, top), size);
            const auto covered = std::ranges::count_if(own, [&place](QPointF point) { return place.contains(point); });
            const double cost = static_cast<double>(covered) * kOwnPoint + countHits(place, obstacles) * kHit
                                + std::abs(place.center().y() - middle) + std::abs(left - wanted);
            if (cost < least) {
                least = cost;
                best = place;
            }
        }
    }
    return best;
}

} // namespace tierscope::ui
