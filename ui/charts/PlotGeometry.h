// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/ChartAxis.h"

#include <QLineF>
#include <QPointF>
#include <QRectF>

#include <optional>
#include <vector>

namespace tierscope::ui {

/// Positions on the axes to pixels of the plot area, and back.
struct PlotScale {
    QRectF area;
    AxisRange rangeX;
    AxisRange rangeY;

    [[nodiscard]] double x(double position) const { return area.left() + (position - rangeX.minimum) / rangeX.span() * area.width(); }
    [[nodiscard]] double y(double position) const { return area.bottom() - (position - rangeY.minimum) / rangeY.span() * area.height(); }
    [[nodiscard]] double positionX(double pixel) const { return rangeX.minimum + (pixel - area.left()) / area.width() * rangeX.span(); }
    [[nodiscard]] double positionY(double pixel) const { return rangeY.minimum + (area.bottom() - pixel) / area.height() * rangeY.span(); }
};

/// The square around a point.
[[nodiscard]] inline QRectF around(QPointF center, double radius)
{
    return {center.x() - radius, center.y() - radius, 2 * radius, 2 * radius};
}

/// The part of a line inside a rectangle (Liang and Barsky 1984).
[[nodiscard]] std::optional<QLineF> clipped(const QLineF& line, const QRectF& area);

/// Where a line, read from left to right, is last seen inside the area: its end, or where it leaves.
[[nodiscard]] std::optional<QPointF> visibleEnd(const std::vector<QPointF>& line, const QRectF& area);

/// What words and cards keep clear of.
struct PlotObstacles {
    std::vector<QLineF> lines;
    std::vector<QRectF> taken; ///< markers, other labels
};

/// A place for words of this size beside the anchor and at least `away` from it, above right if possible, inside the area and clear of the
/// obstacles. None where everything is full.
[[nodiscard]] std::optional<QRectF> placeWords(QSizeF size, QPointF anchor, double away, const QRectF& area,
                                               const PlotObstacles& obstacles);

/// A place for a card beside the vertical line at x: inside the area, not over the points that it describes (`own`, at x), and covering as
/// little else as can be.
[[nodiscard]] QRectF placeCard(QSizeF size, double x, const std::vector<QPointF>& own, const QRectF& area, const PlotObstacles& obstacles);

} // namespace tierscope::ui
