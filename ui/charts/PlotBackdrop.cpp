// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/charts/PlotBackdrop.h"

#include <QPainter>
#include <QPixmap>

#include <cmath>

namespace tierscope::ui {

namespace {

/// A dot with a pixel of air around it.
QPixmap makeStamp(const QColor& color, double radius, double ratio)
{
    const double side = 2 * (radius + 1);
    QPixmap stamp((QSizeF(side, side) * ratio).toSize());
    stamp.setDevicePixelRatio(ratio);
    stamp.fill(Qt::transparent);
    QPainter painter(&stamp);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(side / 2, side / 2), radius, radius);
    return stamp;
}

} // namespace

PlotBackdrop::PlotBackdrop(QGraphicsItem* parent)
    : QGraphicsItem(parent)
{
    // Above the chart's own background (-1), below its series.
    setZValue(-0.5);
    setCached(true);
}

void PlotBackdrop::setContents(const PlotContents& contents)
{
    prepareGeometryChange();
    m_contents = contents;
    update();
}

void PlotBackdrop::setCached(bool isCached)
{
    setCacheMode(isCached ? DeviceCoordinateCache : NoCache);
}

void PlotBackdrop::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    // What a part of the chart leaves out.
    if (m_contents.chart->isPart)
        painter->setClipRect(m_contents.scale.area, Qt::IntersectClip);
    paintBands(*painter);
    paintCreditMark(*painter);
    paintOverlays(*painter);
    paintModel(*painter);
    paintSpread(*painter);
    paintDots(*painter);
    painter->restore();
}

void PlotBackdrop::paintBands(QPainter& painter) const
{
    const PlotScale& scale = m_contents.scale;
    for (const VcpuBand& band : m_contents.chart->bands) {
        if (band.shaded)
            painter.fillRect(QRectF(QPointF(scale.x(band.from), scale.area.top()), QPointF(scale.x(band.to), scale.area.bottom())),
                             m_contents.tokens->band);
    }
    painter.setPen(QPen(m_contents.tokens->line, 1));
    for (const AxisTick& tick : m_contents.chart->y.ticks) {
        // On a row of pixels, or the hairline is two faint ones.
        const double y = std::floor(scale.y(tick.position)) + 0.5;
        painter.drawLine(QPointF(scale.area.left(), y), QPointF(scale.area.right(), y));
    }
}

void PlotBackdrop::paintCreditMark(QPainter& painter) const
{
    if (!m_contents.chart->creditMark)
        return;
    const double mark = m_contents.scale.x(*m_contents.chart->creditMark);
    painter.setPen(QPen(m_contents.tokens->faint, 1, Qt::DotLine));
    painter.drawLine(QPointF(mark, m_contents.scale.area.top()), QPointF(mark, m_contents.scale.area.bottom()));
}

void PlotBackdrop::paintOverlays(QPainter& painter) const
{
    painter.setBrush(Qt::NoBrush);
    for (const OverlayLine& overlay : m_contents.chart->overlays) {
        const std::vector<QPointF> line = m_contents.places(overlay.line);
        const QPen pen = overlayPen(overlay.number, *m_contents.tokens);
        painter.setPen(pen);
        painter.drawPolyline(line.data(), static_cast<int>(line.size()));
        if (line.size() != 1)
            continue;
        painter.setPen(QPen(pen.color(), pen.widthF()));
        painter.drawEllipse(line.front(), 3, 3);
    }
}

void PlotBackdrop::paintModel(QPainter& painter) const
{
    constexpr float kStrength = 0.14F;
    constexpr float kExtrapolated = 0.07F;
    const PlotScale& scale = m_contents.scale;
    painter.save();
    painter.setClipRect(scale.area, Qt::IntersectClip);
    for (const ModelLine& line : m_contents.chart->model) {
        for (const ModelStretch& stretch : modelStretches(line)) {
            QPolygonF middle;
            QPolygonF band;
            for (const ModelPlace& place : stretch.places) {
                middle << QPointF(scale.x(place.x), scale.y(place.y));
                band << QPointF(scale.x(place.x), scale.y(place.high));
            }
            for (auto place = stretch.places.rbegin(); place != stretch.places.rend(); ++place)
                band << QPointF(scale.x(place->x), scale.y(place->low));
            QColor color = m_contents.tokens->model;
            color.setAlphaF(stretch.isExtrapolated ? kExtrapolated : kStrength);
            painter.setPen(Qt::NoPen);
            painter.setBrush(color);
            painter.drawPolygon(band);
            painter.setPen(modelPen(stretch.isExtrapolated, *m_contents.tokens));
            painter.setBrush(Qt::NoBrush);
            painter.drawPolyline(middle);
        }
    }
    painter.restore();
}

void PlotBackdrop::paintSpread(QPainter& painter) const
{
    constexpr float kStrength = 0.16F;
    const PlotScale& scale = m_contents.scale;
    for (const RuntimeSeries& series : m_contents.chart->series) {
        QColor color = seriesColor(series, *m_contents.tokens);
        color.setAlphaF(kStrength);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        // From one point with a spread to the next; a single run has none, and there the band ends.
        for (std::size_t index = 1; index < series.line.size(); ++index) {
            const RuntimePoint& left = series.line[index - 1];
            const RuntimePoint& right = series.line[index];
            if (left.hasSpread() && right.hasSpread())
                painter.drawPolygon(QPolygonF({{scale.x(left.x), scale.y(left.high)},
                                               {scale.x(right.x), scale.y(right.high)},
                                               {scale.x(right.x), scale.y(right.low)},
                                               {scale.x(left.x), scale.y(left.low)}}));
        }
    }
}

void PlotBackdrop::paintDots(QPainter& painter) const
{
    constexpr double kRadius = 2.5;
    const QRectF near = m_contents.scale.area.adjusted(-kRadius, -kRadius, kRadius, kRadius);
    painter.setPen(Qt::NoPen);
    for (const RuntimeSeries& series : m_contents.chart->series) {
        QColor color = seriesColor(series, *m_contents.tokens);
        color.setAlphaF(0.45F);
        painter.setBrush(color);
        // On the screen thousands of dots are one dot stamped; a saved picture has each as a shape.
        const bool isStamped = cacheMode() != NoCache;
        const double ratio = painter.device()->devicePixelRatioF();
        const QPixmap stamp = isStamped ? makeStamp(color, kRadius, ratio) : QPixmap();
        for (const RuntimePoint& dot : series.dots) {
            const QPointF place = m_contents.place(dot);
            if (!near.contains(place))
                continue;
            if (dot.isOtherCpu) {
                painter.setPen(QPen(seriesColor(series, *m_contents.tokens), 1));
                painter.drawEllipse(place, kRadius + 2, kRadius + 2);
                painter.setPen(Qt::NoPen);
                continue;
            }
            if (isStamped)
                painter.drawPixmap(
                    QPointF(std::round((place.x() - kRadius - 1) * ratio) / ratio, std::round((place.y() - kRadius - 1) * ratio) / ratio),
                    stamp);
            else
                painter.drawEllipse(place, kRadius, kRadius);
        }
    }
}

} // namespace tierscope::ui
