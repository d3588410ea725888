// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/charts/PlotAxisLabels.h"

#include "ui/charts/LabelLayout.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace tierscope::ui {

bool hasDetails(const RuntimeChart& chart)
{
    return std::ranges::any_of(chart.x.ticks, [](const AxisTick& tick) { return !tick.detail.isEmpty(); });
}

void paintSurround(QPainter& painter, const PlotContents& contents)
{
    const QRectF& all = contents.bounds;
    const QRectF& area = contents.scale.area;
    for (const QRectF& side :
         {QRectF(all.topLeft(), QPointF(all.right(), area.top())), QRectF(QPointF(all.left(), area.bottom()), all.bottomRight()),
          QRectF(all.topLeft(), QPointF(area.left(), all.bottom())), QRectF(QPointF(area.right(), all.top()), all.bottomRight())})
        painter.fillRect(side, contents.tokens->panel);
}

void paintRunAxis(QPainter& painter, const PlotContents& contents)
{
    const QFontMetricsF metrics(contents.font);
    painter.setPen(contents.tokens->muted);
    for (const AxisTick& tick : contents.chart->y.ticks) {
        const double y = contents.scale.y(tick.position);
        painter.drawText(
            QPointF(contents.scale.area.left() - kTickGap - metrics.horizontalAdvance(tick.label), y + metrics.capHeight() / 2),
            tick.label);
    }
}

void paintTierAxis(QPainter& painter, const PlotContents& contents)
{
    const QFontMetricsF metrics(contents.font);
    const double bottom = contents.scale.area.bottom();
    const std::vector<AxisTick>& ticks = contents.chart->x.ticks;
    // "GB" begins where it is first said; what is said before it is in MB.
    const auto firstGb = std::ranges::find_if(
        ticks, [](const AxisTick& tick) { return !tick.brief.isEmpty() && tick.position >= memoryPosition(core::MemoryMb{1024}); });
    std::vector<TickSpan> spans;
    spans.reserve(ticks.size());
    for (const AxisTick& tick : ticks)
        spans.push_back({contents.scale.x(tick.position),
                         std::max(metrics.horizontalAdvance(tick.label), metrics.horizontalAdvance(tick.detail)),
                         metrics.horizontalAdvance(tick.brief), firstGb != ticks.end() && &tick == &*firstGb});
    const std::vector<TickText> texts = chooseTickTexts(spans, kLabelGap);
    for (std::size_t index = 0; index < spans.size(); ++index) {
        const AxisTick& tick = ticks[index];
        const double x = spans[index].center;
        painter.setPen(QPen(contents.tokens->line, 1));
        painter.drawLine(QPointF(x, bottom), QPointF(x, bottom + 4));
        if (texts[index] == TickText::None)
            continue;
        const QString& label = texts[index] == TickText::Brief ? tick.brief : tick.label;
        painter.setPen(contents.tokens->muted);
        const double first = bottom + kTickGap + metrics.ascent();
        painter.drawText(QPointF(x - metrics.horizontalAdvance(label) / 2, first), label);
        painter.drawText(QPointF(x - metrics.horizontalAdvance(tick.detail) / 2, first + metrics.height()), tick.detail);
    }
    painter.setPen(contents.tokens->muted);
    const double titleTop = bottom + kTickGap + metrics.height() * (hasDetails(*contents.chart) ? 2 : 1) + 4;
    painter.drawText(QRectF(contents.scale.area.left() - 40, titleTop, contents.scale.area.width() + 80, metrics.height()), Qt::AlignCenter,
                     contents.chart->x.title);
}

} // namespace tierscope::ui
