// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/charts/CurveChartView.h"

#include "ui/charts/LabelLayout.h"
#include "ui/charts/PlotStyle.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tierscope::ui {

namespace {

constexpr double kRing = 9;
constexpr double kReach = 28; ///< how near the mouse has to be to a point
constexpr double kCardPadding = 10;

core::ScheduleMode modeOf(CurveInk ink)
{
    if (ink == CurveInk::Sequential)
        return core::ScheduleMode::Sequential;
    return ink == CurveInk::Pool ? core::ScheduleMode::Pool : core::ScheduleMode::Parallel;
}

} // namespace

CurveChartView::CurveChartView(Scheme scheme, QWidget* parent)
    : QWidget(parent)
    , m_scheme(scheme)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(360, 160);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void CurveChartView::setChart(CurveChart chart)
{
    m_chart = std::move(chart);
    if (m_read && *m_read >= readablePoints(m_chart).size())
        m_read.reset();
    layOut();
    read(m_read);
}

void CurveChartView::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    layOut();
    update();
}

QColor CurveChartView::ground() const
{
    return tokens(m_scheme).panel;
}

const CurvePoint* CurveChartView::readPoint() const
{
    return m_read ? readablePoints(m_chart)[*m_read] : nullptr;
}

QPointF CurveChartView::pixelOf(const CurvePoint& point) const
{
    return pixel(point.x, point.y);
}

void CurveChartView::hideCard()
{
    read(std::nullopt);
}

std::vector<QRectF> CurveChartView::words() const
{
    std::vector<QRectF> places;
    for (const PlacedWords& words : m_words)
        places.push_back(words.place);
    return places;
}

QColor CurveChartView::inkColor(CurveInk ink) const
{
    const Tokens& colors = tokens(m_scheme);
    switch (ink) {
    case CurveInk::Model:
        return colors.model;
    case CurveInk::Muted:
        return colors.faint;
    case CurveInk::Good:
        return colors.good;
    case CurveInk::Sequential:
    case CurveInk::Parallel:
    case CurveInk::Pool:
        break;
    }
    return modeColor(modeOf(ink), colors);
}

double CurveChartView::endWidth(double chartWidth) const
{
    const QFontMetricsF title(bold(m_font));
    const QFontMetricsF figure(m_font);
    double width = 0;
    for (const Curve& curve : m_chart.curves) {
        if (curve.hasLine && !curve.title.isEmpty())
            width = std::max({width, title.horizontalAdvance(curve.title), figure.horizontalAdvance(curve.figure)});
    }
    return width > 0 ? std::min(width, chartWidth * 0.3) + kEndGap + kEdge : kEdge + kMarkerSize;
}

void CurveChartView::layOut()
{
    m_font = font();
    m_font.setPointSizeF(font().pointSizeF() * 0.95);
    const QFontMetricsF metrics(m_font);
    double left = 0;
    for (const AxisTick& tick : m_chart.y.ticks)
        left = std::max(left, metrics.horizontalAdvance(tick.label));
    left += kTickGap + kEdge;
    const double top = metrics.height() + 14;
    const double bottom = metrics.height() * 2 + 22;
    m_scale.area = QRectF(left, top, std::max(1.0, width() - left - endWidth(width())), std::max(1.0, height() - top - bottom));
    m_scale.rangeX = m_chart.x.range();
    m_scale.rangeY = m_chart.y.range();
    m_words.clear();
    placeEnds();
    placeBeside();
    update();
}

void CurveChartView::placeEnds()
{
    const QFontMetricsF metrics(m_font);
    const QFontMetricsF titleMetrics(bold(m_font));
    std::vector<double> wanted;
    for (const Curve& curve : m_chart.curves) {
        if (!curve.hasLine || curve.title.isEmpty() || curve.points.empty())
            continue;
        const QPointF end = pixelOf(curve.points.back());
        const double room = width() - kEdge - (end.x() + kEndGap);
        const QString title = titleMetrics.elidedText(curve.title, Qt::ElideRight, room);
        const double wide = std::max(titleMetrics.horizontalAdvance(title), metrics.horizontalAdvance(curve.figure));
        wanted.push_back(end.y() - metrics.height() / 2);
        // A faint line's name is read all the same.
        const bool isAside = curve.ink == CurveInk::Muted || curve.ink == CurveInk::Model;
        m_words.push_back({QRectF(end.x() + kEndGap, 0, wide, metrics.height() * 2), title, curve.figure,
                           isAside ? tokens(m_scheme).muted : inkColor(curve.ink), true});
    }
    const std::vector<double> tops = spreadLabels(wanted, metrics.height() * 2.2, m_scale.area.top(), m_scale.area.bottom());
    for (std::size_t index = 0; index < tops.size(); ++index)
        m_words[index].place.moveTop(tops[index]);
}

PlotObstacles CurveChartView::obstacles() const
{
    PlotObstacles found;
    for (const Curve& curve : m_chart.curves) {
        for (std::size_t index = 0; index < curve.points.size(); ++index) {
            if (curve.hasMarkers)
                found.taken.push_back(around(pixelOf(curve.points[index]), kMarkerSize / 2 + 1));
            if (curve.hasLine && index > 0)
                found.lines.emplace_back(pixelOf(curve.points[index - 1]), pixelOf(curve.points[index]));
        }
    }
    for (const CurveRing& ring : m_chart.rings)
        found.taken.push_back(around(pixel(ring.x, ring.y), kRing));
    for (const PlacedWords& words : m_words)
        found.taken.push_back(words.place);
    const QRectF& area = m_scale.area;
    if (m_chart.creditMark)
        found.lines.emplace_back(m_scale.x(*m_chart.creditMark), area.top(), m_scale.x(*m_chart.creditMark), area.bottom());
    for (const CurveRule& rule : m_chart.rules) {
        if (rule.isVertical)
            found.lines.emplace_back(m_scale.x(rule.position), area.top(), m_scale.x(rule.position), area.bottom());
        else
            found.lines.emplace_back(area.left(), m_scale.y(rule.position), area.right(), m_scale.y(rule.position));
    }
    return found;
}

/// Words beside points, the important ones first; what has no room is left out, the card still says it.
void CurveChartView::placeBeside()
{
    const Tokens& colors = tokens(m_scheme);
    const auto place = [this](QPointF anchor, double away, const QString& text, const QColor& color, bool isBold) {
        const QFontMetricsF metrics(isBold ? bold(m_font) : m_font);
        const QSizeF size(metrics.horizontalAdvance(text) + 2, metrics.height());
        if (const auto found = placeWords(size, anchor, away, m_scale.area, obstacles()))
            m_words.push_back({*found, text, {}, color, isBold});
    };
    for (const CurveRing& ring : m_chart.rings)
        place(pixel(ring.x, ring.y), kRing, ring.text, colors.good, true);
    for (const CurveRule& rule : m_chart.rules) {
        const QPointF anchor = rule.isVertical ? QPointF(m_scale.x(rule.position), m_scale.area.top() + 16)
                                               : QPointF(m_scale.area.left() + 4, m_scale.y(rule.position));
        place(anchor, 3, rule.text, colors.muted, false);
    }
    // A small plot has no room for words that are not needed.
    constexpr double kTall = 240;
    for (const bool isStrong : {true, false}) {
        if (!isStrong && m_scale.area.height() < kTall)
            break;
        for (const Curve& curve : m_chart.curves) {
            for (const CurvePoint& point : curve.points) {
                if (!point.label.isEmpty() && point.isStrong == isStrong)
                    place(pixelOf(point), kMarkerSize / 2, point.label, isStrong ? colors.text : colors.muted, false);
            }
        }
    }
    // Without lines the names have no ends to stand at: beside the first point that has room.
    for (const Curve& curve : m_chart.curves) {
        if (curve.hasLine || curve.title.isEmpty())
            continue;
        const std::size_t before = m_words.size();
        for (auto point = curve.points.rbegin(); point != curve.points.rend() && m_words.size() == before; ++point)
            place(pixelOf(*point), kMarkerSize / 2 + 1, curve.title, inkColor(curve.ink), true);
    }
}

void CurveChartView::drawPicture(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), ground());
    painter.setFont(m_font);
    paintGround(painter);
    paintAxes(painter);
    paintCurves(painter);
    paintWords(painter);
}

void CurveChartView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    drawPicture(painter);
    paintCard(painter);
    if (!m_isFocusShown)
        return;
    painter.setPen(QPen(tokens(m_scheme).accent, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius::kControl, radius::kControl);
}

void CurveChartView::paintGround(QPainter& painter) const
{
    const Tokens& colors = tokens(m_scheme);
    const QRectF& area = m_scale.area;
    const QFontMetricsF metrics(m_font);
    for (const VcpuBand& band : m_chart.bands) {
        const double from = m_scale.x(band.from);
        const double to = m_scale.x(band.to);
        if (band.shaded)
            painter.fillRect(QRectF(QPointF(from, area.top()), QPointF(to, area.bottom())), colors.band);
        if (metrics.horizontalAdvance(band.label) > to - from)
            continue;
        painter.setPen(colors.muted);
        painter.drawText(QRectF(from, area.top() - metrics.height() - 6, to - from, metrics.height()), Qt::AlignCenter, band.label);
    }
    painter.setPen(QPen(colors.line, 1));
    for (const AxisTick& tick : m_chart.y.ticks) {
        // On a row of pixels, or the hairline is two faint ones.
        const double y = std::floor(m_scale.y(tick.position)) + 0.5;
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    }
    painter.setPen(QPen(colors.faint, 1, Qt::DotLine));
    if (m_chart.creditMark)
        painter.drawLine(QPointF(m_scale.x(*m_chart.creditMark), area.top()), QPointF(m_scale.x(*m_chart.creditMark), area.bottom()));
    painter.setPen(QPen(colors.muted, 1, Qt::DashLine));
    for (const CurveRule& rule : m_chart.rules) {
        if (rule.isVertical)
            painter.drawLine(QPointF(m_scale.x(rule.position), area.top()), QPointF(m_scale.x(rule.position), area.bottom()));
        else
            painter.drawLine(QPointF(area.left(), m_scale.y(rule.position)), QPointF(area.right(), m_scale.y(rule.position)));
    }
}

void CurveChartView::paintAxes(QPainter& painter) const
{
    const Tokens& colors = tokens(m_scheme);
    const QRectF& area = m_scale.area;
    const QFontMetricsF metrics(m_font);
    painter.setPen(colors.muted);
    for (const AxisTick& tick : m_chart.y.ticks) {
        const double y = m_scale.y(tick.position);
        painter.drawText(QRectF(0, y - metrics.height() / 2, area.left() - kTickGap, metrics.height()), Qt::AlignRight | Qt::AlignVCenter,
                         tick.label);
    }
    if (m_chart.bands.empty())
        painter.drawText(QPointF(kEdge, area.top() - 6 - metrics.descent()), m_chart.y.title);
    std::vector<TickSpan> spans;
    for (const AxisTick& tick : m_chart.x.ticks)
        spans.push_back({m_scale.x(tick.position), metrics.horizontalAdvance(tick.label), metrics.horizontalAdvance(tick.brief),
                         tick.label.endsWith(QLatin1String("GB")) && !spans.empty()
                             && m_chart.x.ticks[spans.size() - 1].label.endsWith(QLatin1String("MB"))});
    const std::vector<TickText> texts = chooseTickTexts(spans, kLabelGap);
    for (std::size_t index = 0; index < spans.size(); ++index) {
        const AxisTick& tick = m_chart.x.ticks[index];
        painter.setPen(QPen(colors.line, 1));
        painter.drawLine(QPointF(spans[index].center, area.bottom()), QPointF(spans[index].center, area.bottom() + 4));
        if (texts[index] == TickText::None)
            continue;
        const QString& label = texts[index] == TickText::Brief ? tick.brief : tick.label;
        painter.setPen(colors.muted);
        painter.drawText(QPointF(spans[index].center - metrics.horizontalAdvance(label) / 2, area.bottom() + kTickGap + metrics.ascent()),
                         label);
    }
    painter.setPen(colors.muted);
    painter.drawText(QRectF(area.left() - 40, area.bottom() + kTickGap + metrics.height() + 4, area.width() + 80, metrics.height()),
                     Qt::AlignCenter, m_chart.x.title);
}

void CurveChartView::paintCurves(QPainter& painter) const
{
    for (const Curve& curve : m_chart.curves) {
        if (!curve.hasLine || curve.points.empty())
            continue;
        QPen pen(inkColor(curve.ink), curve.hasMarkers ? kLineWidth : 1.5, curve.isDashed ? Qt::DashLine : Qt::SolidLine);
        pen.setCapStyle(Qt::RoundCap);
        pen.setJoinStyle(Qt::RoundJoin);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        QPolygonF line;
        for (const CurvePoint& point : curve.points)
            line << pixelOf(point);
        painter.drawPolyline(line);
    }
    for (const Curve& curve : m_chart.curves) {
        for (const CurvePoint& point : curve.points) {
            if (curve.hasMarkers)
                paintPoint(painter, curve, point);
        }
    }
    painter.setPen(QPen(tokens(m_scheme).good, 1.5));
    painter.setBrush(Qt::NoBrush);
    for (const CurveRing& ring : m_chart.rings)
        painter.drawEllipse(pixel(ring.x, ring.y), kRing, kRing);
}

void CurveChartView::paintPoint(QPainter& painter, const Curve& curve, const CurvePoint& point) const
{
    constexpr double kPale = 0.45;
    const QPointF center = pixelOf(point);
    if (point.range) {
        painter.setPen(QPen(inkColor(curve.ink), 1.2));
        painter.drawLine(QPointF(center.x(), m_scale.y(point.range->minimum)), QPointF(center.x(), m_scale.y(point.range->maximum)));
    }
    RuntimeSeries series;
    series.mode = modeOf(curve.ink);
    series.strength = point.isStrong ? 1 : kPale;
    drawMarker(painter, center, kMarkerSize, series, tokens(m_scheme), false);
}

void CurveChartView::paintWords(QPainter& painter) const
{
    const QFontMetricsF metrics(m_font);
    const bool isEmpty = std::ranges::all_of(m_chart.curves, [](const Curve& curve) { return curve.points.empty(); });
    if (isEmpty) {
        painter.setPen(tokens(m_scheme).muted);
        painter.drawText(m_scale.area.adjusted(16, 16, -16, -16), static_cast<int>(Qt::AlignCenter) | Qt::TextWordWrap, m_chart.emptyText);
    }
    for (const PlacedWords& words : m_words) {
        painter.setFont(words.isBold ? bold(m_font) : m_font);
        painter.setPen(words.color);
        painter.drawText(QPointF(words.place.left() + 1, words.place.top() + metrics.ascent()), words.text);
        painter.setFont(m_font);
        painter.setPen(tokens(m_scheme).muted);
        painter.drawText(QPointF(words.place.left() + 1, words.place.top() + metrics.height() + metrics.ascent()), words.figure);
    }
}

void CurveChartView::paintCard(QPainter& painter) const
{
    const CurvePoint* point = readPoint();
    if (point == nullptr)
        return;
    const Tokens& colors = tokens(m_scheme);
    const QFontMetricsF metrics(m_font);
    const QPointF center = pixelOf(*point);
    painter.setPen(QPen(colors.text, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(center, kRing, kRing);

    double width = QFontMetricsF(bold(m_font)).horizontalAdvance(point->title);
    for (const QString& fact : point->facts)
        width = std::max(width, metrics.horizontalAdvance(fact));
    const QRectF room = m_scale.area.adjusted(4, 4, -4, -4);
    const double lines = static_cast<double>(point->facts.size()) + 1;
    const QSizeF size(std::min(room.width(), width + 2 * kCardPadding),
                      std::min(room.height(), lines * (metrics.height() + 2) + 2 * kCardPadding));
    PlotObstacles others;
    for (const CurvePoint* other : readablePoints(m_chart))
        others.taken.push_back(around(pixelOf(*other), kMarkerSize / 2));
    QRectF card = placeCard(size, center.x(), {center}, room, others);
    card.moveTopLeft(QPointF(std::round(card.left()), std::round(card.top())));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 18));
    painter.drawRoundedRect(card.translated(0, 1.5), 6, 6);
    painter.setPen(QPen(colors.line, 1));
    painter.setBrush(colors.panel);
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.save();
    painter.setClipRect(card);
    double top = card.top() + kCardPadding;
    const auto line = [&](const QString& text, const QFont& font, const QColor& color) {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QPointF(card.left() + kCardPadding, top + metrics.ascent()),
                         QFontMetricsF(font).elidedText(text, Qt::ElideRight, card.width() - 2 * kCardPadding + 1));
        top += metrics.height() + 2;
    };
    line(point->title, bold(m_font), colors.text);
    for (const QString& fact : point->facts)
        line(fact, m_font, colors.muted);
    painter.restore();
}

void CurveChartView::read(std::optional<std::size_t> index)
{
    m_read = index;
    const CurvePoint* point = readPoint();
    setAccessibleDescription(point != nullptr ? point->spoken() : m_chart.description);
    update();
}

void CurveChartView::walk(int steps)
{
    const auto count = static_cast<int>(readablePoints(m_chart).size());
    if (count == 0)
        return;
    const int from = m_read ? static_cast<int>(*m_read) : steps > 0 ? -1 : count;
    read(static_cast<std::size_t>(std::clamp(from + steps, 0, count - 1)));
}

bool CurveChartView::event(QEvent* event)
{
    // Escape hides the card and stops no run while there is one.
    if (event->type() == QEvent::ShortcutOverride && m_read && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void CurveChartView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        walk(-1);
        break;
    case Qt::Key_Right:
        walk(1);
        break;
    case Qt::Key_Home:
        hideCard();
        walk(1);
        break;
    case Qt::Key_End:
        hideCard();
        walk(-1);
        break;
    case Qt::Key_Escape:
        if (m_read) {
            hideCard();
            break;
        }
        [[fallthrough]];
    default:
        QWidget::keyPressEvent(event);
    }
}

void CurveChartView::mouseMoveEvent(QMouseEvent* event)
{
    const std::vector<const CurvePoint*> points = readablePoints(m_chart);
    std::optional<std::size_t> nearest;
    double least = kReach;
    for (std::size_t index = 0; index < points.size(); ++index) {
        const double distance = QLineF(pixelOf(*points[index]), event->position()).length();
        if (distance < least) {
            least = distance;
            nearest = index;
        }
    }
    read(nearest);
}

void CurveChartView::leaveEvent(QEvent* /*event*/)
{
    hideCard();
}

void CurveChartView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void CurveChartView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

void CurveChartView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    m_isFocusShown = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
                     || event->reason() == Qt::ShortcutFocusReason || event->reason() == Qt::OtherFocusReason;
    update();
}

void CurveChartView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    m_isFocusShown = false;
    update();
}

} // namespace tierscope::ui
