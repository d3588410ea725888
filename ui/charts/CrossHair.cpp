// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/charts/CrossHair.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tierscope::ui {

namespace {

constexpr double kPadding = 12;
constexpr double kSymbol = 9;  ///< a row's marker
constexpr double kColumn = 14; ///< between columns
constexpr double kHalo = 8;    ///< radius of the ring around a point that is told
constexpr double kLeading = 4; ///< between lines
constexpr double kBeside = 17; ///< what placeCard keeps from the hairline
constexpr double kLeastWidth = 150;
constexpr double kWidestName = 150; ///< of another experiment

/// Widths of the card's columns: name, figure, spread, count.
struct CardColumns {
    double name = 0;
    double figure = 0;
    double spread = 0;
    double count = 0;
    [[nodiscard]] double total() const
    {
        return kSymbol + 6 + name + kColumn + figure + (spread > 0 ? 8 + spread : 0) + (count > 0 ? kColumn + count : 0);
    }
};

CardColumns makeColumns(const ChartReadout& readout, const QFont& font)
{
    const QFontMetricsF plain(font);
    const QFontMetricsF strong(bold(font));
    CardColumns columns;
    for (const ReadoutRow& row : readout.rows) {
        columns.name = std::max(columns.name, strong.horizontalAdvance(row.name));
        columns.figure = std::max(columns.figure, strong.horizontalAdvance(row.figure));
        columns.spread = std::max(columns.spread, plain.horizontalAdvance(row.spread));
        columns.count = std::max(columns.count, plain.horizontalAdvance(row.count));
    }
    for (const ReadoutOther& other : readout.others) {
        columns.name = std::max(columns.name, std::min(plain.horizontalAdvance(other.name), kWidestName));
        columns.figure = std::max(columns.figure, plain.horizontalAdvance(other.figure));
    }
    return columns;
}

/// What does not fit goes: how many runs, then the spread, then the ends of long names.
CardColumns fittedColumns(CardColumns columns, double room)
{
    if (columns.total() > room)
        columns.count = 0;
    if (columns.total() > room)
        columns.spread = 0;
    columns.name = std::max(0.0, columns.name - std::max(0.0, columns.total() - room));
    return columns;
}

QSizeF cardSize(const ChartReadout& readout, const QFont& font)
{
    const QFontMetricsF plain(font);
    double width = std::max(QFontMetricsF(bold(font)).horizontalAdvance(readout.title), plain.horizontalAdvance(readout.subtitle));
    width = std::max(width, makeColumns(readout, font).total());
    for (const QString& note : readout.notes)
        width = std::max(width, plain.horizontalAdvance(note));
    const auto lines =
        static_cast<double>(2 + readout.rows.size() + readout.others.size() + static_cast<std::size_t>(readout.notes.size()));
    return {width + 2 * kPadding, lines * (plain.height() + kLeading) - kLeading + 2 * kPadding};
}

} // namespace

CrossHair::CrossHair(QGraphicsItem* parent)
    : QGraphicsItem(parent)
{
    setZValue(200);
    setVisible(false);
}

void CrossHair::setContents(const PlotContents& contents)
{
    m_contents = contents;
    findObstacles();
    layOut();
}

void CrossHair::show(ChartReadout readout, std::optional<std::size_t> chosen)
{
    m_readout = std::move(readout);
    m_chosen = chosen;
    layOut();
}

void CrossHair::hide()
{
    m_readout.reset();
    m_chosen.reset();
    layOut();
}

void CrossHair::findObstacles()
{
    m_obstacles = {};
    for (const RuntimeSeries& series : m_contents.chart->series) {
        const std::vector<QPointF> line = m_contents.places(series.line);
        for (std::size_t index = 1; index < line.size(); ++index)
            m_obstacles.lines.emplace_back(line[index - 1], line[index]);
        for (const QPointF& point : line)
            m_obstacles.taken.emplace_back(point.x() - kHalo, point.y() - kHalo, 2 * kHalo, 2 * kHalo);
    }
}

void CrossHair::layOut()
{
    prepareGeometryChange();
    const PlotScale& scale = m_contents.scale;
    const bool isSeen = m_readout && scale.rangeX.contains(m_readout->stop.x);
    setVisible(isSeen);
    if (!isSeen) {
        m_card = {};
        m_bounds = {};
        return;
    }
    const double x = scale.x(m_readout->stop.x);
    std::vector<QPointF> own;
    for (const ReadoutRow& row : m_readout->rows)
        own.emplace_back(x, scale.y(row.y));
    for (const ReadoutOther& other : m_readout->others)
        own.emplace_back(x, scale.y(other.y));
    const QRectF room = scale.area.adjusted(4, 4, -4, -4);
    QSizeF size = cardSize(*m_readout, m_contents.font);
    size = {std::ceil(std::min(size.width(), room.width())), std::ceil(std::min(size.height(), room.height()))};
    m_card = placeCard(size, x, own, room, m_obstacles);
    if (std::ranges::any_of(own, [this](QPointF point) { return m_card.contains(point); })) {
        // A small chart: rather say less than cover what is said.
        const double side = std::max(x - room.left(), room.right() - x) - kBeside;
        size.setWidth(std::clamp(side, std::min(kLeastWidth, size.width()), size.width()));
        m_card = placeCard(size, x, own, room, m_obstacles);
    }
    // On whole pixels, so that its hairline is one.
    m_card.moveTopLeft(QPointF(std::round(m_card.left()), std::round(m_card.top())));
    m_bounds = QRectF(x - kHalo - 2, scale.area.top(), 2 * kHalo + 4, scale.area.height()).united(m_card.adjusted(-2, -2, 2, 3));
    update();
}

void CrossHair::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/)
{
    if (!m_readout)
        return;
    painter->setRenderHint(QPainter::Antialiasing);
    const PlotScale& scale = m_contents.scale;
    const double x = std::round(scale.x(m_readout->stop.x)) + 0.5;
    painter->setPen(QPen(m_contents.tokens->faint, 1));
    painter->drawLine(QPointF(x, scale.area.top()), QPointF(x, scale.area.bottom()));
    for (const ReadoutRow& row : m_readout->rows) {
        if (!scale.rangeY.contains(row.y))
            continue;
        const RuntimeSeries& series = m_contents.chart->series[row.series];
        const bool isChosen = m_chosen == row.series;
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(seriesColor(series, *m_contents.tokens), isChosen ? 2.5 : 1));
        painter->drawEllipse(QPointF(scale.x(m_readout->stop.x), scale.y(row.y)), kHalo, kHalo);
    }
    paintCard(*painter);
}

void CrossHair::paintCard(QPainter& painter) const
{
    const Tokens& colors = *m_contents.tokens;
    const QFontMetricsF metrics(m_contents.font);
    const QColor shadow(0, 0, 0, 18);
    painter.setPen(Qt::NoPen);
    painter.setBrush(shadow);
    painter.drawRoundedRect(m_card.translated(0, 1.5), 6, 6);
    painter.setPen(QPen(colors.line, 1));
    painter.setBrush(colors.panel);
    painter.drawRoundedRect(m_card.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);

    painter.save();
    painter.setClipRect(m_card, Qt::IntersectClip);
    const double left = m_card.left() + kPadding;
    double top = m_card.top() + kPadding;
    const auto line = [&](const QString& text, const QFont& font, const QColor& color) {
        painter.setFont(font);
        painter.setPen(color);
        const QString fitting = QFontMetricsF(font).elidedText(text, Qt::ElideRight, m_card.width() - 2 * kPadding + 1);
        painter.drawText(QPointF(left, top + metrics.ascent()), fitting);
        top += metrics.height() + kLeading;
    };
    line(m_readout->title, bold(m_contents.font), colors.text);
    line(m_readout->subtitle, m_contents.font, colors.muted);
    paintRows(painter, top);
    for (const QString& note : m_readout->notes)
        line(note, m_contents.font, colors.muted);
    painter.restore();
}

void CrossHair::paintRows(QPainter& painter, double& top) const
{
    const Tokens& colors = *m_contents.tokens;
    const QFontMetricsF metrics(m_contents.font);
    const CardColumns columns = fittedColumns(makeColumns(*m_readout, m_contents.font), m_card.width() - 2 * kPadding);
    const double height = metrics.height();
    const double left = m_card.left() + kPadding;
    const double names = left + kSymbol + 6;
    const double figures = names + columns.name + kColumn;
    const double spreads = figures + columns.figure + 8;
    const double counts = m_card.right() - kPadding - columns.count;
    const auto text = [&](double from, double width, Qt::Alignment side, const QString& words) {
        painter.drawText(QRectF(from, top, width + 1, height), static_cast<int>((side | Qt::AlignVCenter).toInt()), words);
    };
    for (const ReadoutRow& row : m_readout->rows) {
        const RuntimeSeries& series = m_contents.chart->series[row.series];
        if (m_chosen == row.series) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colors.chip);
            painter.drawRoundedRect(QRectF(m_card.left() + 5, top - 2, m_card.width() - 10, height + 4), 3, 3);
        }
        drawMarker(painter, QPointF(left + kSymbol / 2, top + height / 2), kSymbol, series, colors, false);
        painter.setFont(bold(m_contents.font));
        painter.setPen(modeColor(series.mode, colors));
        text(names, columns.name, Qt::AlignLeft, QFontMetricsF(painter.font()).elidedText(row.name, Qt::ElideRight, columns.name + 1));
        painter.setPen(colors.text);
        text(figures, columns.figure, Qt::AlignRight, row.figure);
        painter.setFont(m_contents.font);
        painter.setPen(colors.muted);
        if (columns.spread > 0)
            text(spreads, columns.spread, Qt::AlignLeft, row.spread);
        if (columns.count > 0)
            text(counts, columns.count, Qt::AlignRight, row.count);
        top += height + kLeading;
    }
    painter.setFont(m_contents.font);
    for (const ReadoutOther& other : m_readout->others) {
        const auto line = std::ranges::find(m_contents.chart->overlays, other.name, &OverlayLine::title);
        if (line != m_contents.chart->overlays.end()) {
            painter.setPen(overlayPen(line->number, colors));
            painter.drawLine(QPointF(left - 2, top + height / 2), QPointF(left + kSymbol + 2, top + height / 2));
        }
        painter.setPen(colors.muted);
        text(names, columns.name, Qt::AlignLeft, metrics.elidedText(other.name, Qt::ElideMiddle, columns.name + 1));
        text(figures, columns.figure, Qt::AlignRight, other.figure);
        top += height + kLeading;
    }
}

} // namespace tierscope::ui
