// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/charts/PlotStyle.h"

#include <QFontMetricsF>
#include <QPainter>

#include <array>

namespace tierscope::ui {

std::vector<QPointF> PlotContents::places(const std::vector<RuntimePoint>& points) const
{
    std::vector<QPointF> pixels;
    pixels.reserve(points.size());
    for (const RuntimePoint& point : points)
        pixels.push_back(place(point));
    return pixels;
}

QColor modeColor(core::ScheduleMode mode, const Tokens& tokens)
{
    switch (mode) {
    case core::ScheduleMode::Sequential:
        return tokens.sequential;
    case core::ScheduleMode::Pool:
        return tokens.pool;
    case core::ScheduleMode::Parallel:
        break;
    }
    return tokens.parallel;
}

SeriesStyle seriesStyle(core::ScheduleMode mode)
{
    switch (mode) {
    case core::ScheduleMode::Sequential:
        return series::kSequential;
    case core::ScheduleMode::Pool:
        return series::kPool;
    case core::ScheduleMode::Parallel:
        break;
    }
    return series::kParallel;
}

QColor seriesColor(const RuntimeSeries& series, const Tokens& tokens)
{
    const QColor full = modeColor(series.mode, tokens);
    const auto mix = [strength = series.strength](int color, int ground) {
        return static_cast<int>(color * strength + ground * (1 - strength));
    };
    return {mix(full.red(), tokens.panel.red()), mix(full.green(), tokens.panel.green()), mix(full.blue(), tokens.panel.blue())};
}

void drawMarker(QPainter& painter, QPointF center, double size, const RuntimeSeries& series, const Tokens& tokens, bool isDilated)
{
    const QColor color = seriesColor(series, tokens);
    const SeriesStyle style = seriesStyle(series.mode);
    const bool isHollow = !style.isFilled;
    const QRectF box(center.x() - size / 2, center.y() - size / 2, size, size);
    painter.setBrush(isHollow ? tokens.panel : color);
    painter.setPen(QPen(isHollow ? color : tokens.panel, isHollow ? 2 : 1.2));
    switch (style.marker) {
    case SeriesStyle::Marker::Square:
        painter.drawRect(box);
        break;
    case SeriesStyle::Marker::Triangle:
        painter.drawPolygon(QPolygonF({{center.x(), box.top()}, box.bottomRight(), box.bottomLeft()}));
        break;
    case SeriesStyle::Marker::Circle:
        painter.drawEllipse(box);
        break;
    }
    if (isDilated)
        drawDilationDot(painter, center, series, tokens);
}

void drawDilationDot(QPainter& painter, QPointF center, const RuntimeSeries& series, const Tokens& tokens)
{
    constexpr double kRadius = 1.5;
    const SeriesStyle style = seriesStyle(series.mode);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.isFilled ? tokens.panel : seriesColor(series, tokens));
    // The middle of a triangle is below that of its box.
    painter.drawEllipse(center + QPointF(0, style.marker == SeriesStyle::Marker::Triangle ? 1.2 : 0), kRadius, kRadius);
}

QPen modelPen(bool isExtrapolated, const Tokens& tokens)
{
    QPen pen(tokens.model, 1.2);
    pen.setDashPattern(isExtrapolated ? QList<qreal>{2, 7} : QList<qreal>{5, 3});
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

QPen overlayPen(int number, const Tokens& tokens)
{
    const std::array<QColor, 3> greys{tokens.muted, tokens.faint, tokens.model};
    const std::array<QList<qreal>, 4> dashes{{{5, 3}, {1.5, 2.5}, {8, 3, 1.5, 3}, {3, 2}}};
    const auto index = static_cast<std::size_t>(number);
    QPen pen(greys[index % greys.size()], 1.4);
    pen.setDashPattern(dashes[index % dashes.size()]);
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

QFont bold(QFont font)
{
    font.setBold(true);
    return font;
}

void drawOnGround(QPainter& painter, QPointF baseline, const QString& text, const QColor& ground)
{
    const QFontMetricsF metrics(painter.font());
    painter.fillRect(QRectF(baseline.x() - 2, baseline.y() - metrics.ascent(), metrics.horizontalAdvance(text) + 4, metrics.height()),
                     ground);
    painter.drawText(baseline, text);
}

} // namespace tierscope::ui
