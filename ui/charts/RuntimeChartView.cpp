// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/charts/RuntimeChartView.h"

#include "ui/charts/CrossHair.h"
#include "ui/charts/PlotBackdrop.h"
#include "ui/charts/PlotLabels.h"
#include "ui/models/ChartZoom.h"

#include <QChart>
#include <QEvent>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QGraphicsRectItem>
#include <QLegend>
#include <QLineSeries>
#include <QPushButton>
#include <QScatterSeries>
#include <QValueAxis>

#include <algorithm>

namespace tierscope::ui {

namespace {

QScatterSeries::MarkerShape markerShape(SeriesStyle::Marker marker)
{
    switch (marker) {
    case SeriesStyle::Marker::Square:
        return QScatterSeries::MarkerShapeRectangle;
    case SeriesStyle::Marker::Triangle:
        return QScatterSeries::MarkerShapeTriangle;
    case SeriesStyle::Marker::Circle:
        break;
    }
    return QScatterSeries::MarkerShapeCircle;
}

/// Axes of Qt Charts scale, PlotBackdrop draws: Qt's own labels cannot stand at a tier's true place and its grid has no hairlines.
QValueAxis* makeScale(QChart& chart, Qt::Alignment side)
{
    auto* axis = new QValueAxis(&chart);
    axis->setVisible(false);
    chart.addAxis(axis, side);
    return axis;
}

QList<QPointF> places(const std::vector<RuntimePoint>& points)
{
    QList<QPointF> positions;
    positions.reserve(static_cast<qsizetype>(points.size()));
    for (const RuntimePoint& point : points)
        positions.append({point.x, point.y});
    return positions;
}

} // namespace

RuntimeChartView::RuntimeChartView(Scheme scheme, QWidget* parent)
    : QChartView(parent)
    , m_scheme(scheme)
    , m_x(makeScale(*chart(), Qt::AlignBottom))
    , m_y(makeScale(*chart(), Qt::AlignLeft))
    , m_backdrop(new PlotBackdrop(chart()))
    , m_labels(new PlotLabels(chart()))
    , m_crossHair(new CrossHair(chart()))
    , m_band(new QGraphicsRectItem(chart()))
    , m_reset(new QPushButton(tr("Reset zoom"), this))
{
    setObjectName(QStringLiteral("runtimeChart"));
    setAccessibleName(tr("Runtime chart"));
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    // Without a button pressed, too: the cross-hair follows.
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setMinimumSize(360, 160);
    chart()->setBackgroundVisible(false);
    chart()->setPlotAreaBackgroundVisible(false);
    chart()->legend()->hide();
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    m_reset->setObjectName(QStringLiteral("resetZoomButton"));
    m_reset->setToolTip(tr("Shows all of the chart again (double click, or 0)"));
    m_reset->setVisible(false);
    connect(m_reset, &QPushButton::clicked, this, &RuntimeChartView::resetZoom);
    connect(this, &RuntimeChartView::zoomChanged, m_reset, &QWidget::setVisible);
    m_band->setZValue(150);
    m_band->setVisible(false);
    setBackgroundBrush(tokens(scheme).panel);
    setRuntimeChart({});
}

void RuntimeChartView::setRuntimeChart(RuntimeChart chart)
{
    const bool isOtherView = !chart.view.hasAxesOf(m_chart.view);
    m_chart = std::move(chart);
    if (isOtherView) {
        m_stop.reset();
        m_chosen.reset();
    }
    const bool wasZoomed = isZoomed();
    if (isOtherView)
        m_part.reset();
    else if (m_part)
        m_part = Part{keptWithin(m_part->x, m_chart.x.range()), keptWithin(m_part->y, m_chart.y.range())};
    showChart();
    readAgain();
    if (wasZoomed != isZoomed())
        emit zoomChanged(isZoomed());
}

void RuntimeChartView::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    setBackgroundBrush(tokens(scheme).panel);
    m_drawn.clear();
    showChart();
}

void RuntimeChartView::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    layOut();
}

void RuntimeChartView::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

void RuntimeChartView::drawPicture(QPainter& painter)
{
    const bool wasRead = m_crossHair->isVisible();
    m_crossHair->setVisible(false);
    m_backdrop->setCached(false);
    painter.setRenderHint(QPainter::Antialiasing);
    render(&painter, QRectF(rect()), viewport()->rect());
    m_backdrop->setCached(true);
    m_crossHair->setVisible(wasRead);
}

void RuntimeChartView::showChart()
{
    m_contents.chart = std::make_shared<const RuntimeChart>(m_part ? partOf(m_chart, m_part->x, m_part->y) : m_chart);
    showSeries();
    layOut();
}

void RuntimeChartView::showSeries()
{
    const RuntimeChart& shown = *m_contents.chart;
    m_x->setRange(shown.x.minimum, shown.x.maximum);
    m_y->setRange(shown.y.minimum, shown.y.maximum);
    const auto isSame = [](const RuntimeSeries& series, const DrawnSeries& drawn) {
        return series.mode == drawn.mode && series.strength == drawn.strength;
    };
    // Points come often, series seldom: those that are there are kept.
    if (!std::ranges::equal(m_chart.series, m_drawn, isSame))
        makeSeries();
    for (std::size_t index = 0; index < m_drawn.size(); ++index) {
        m_drawn[index].line->replace(places(m_chart.series[index].line));
        m_drawn[index].aside->replace(places(m_chart.series[index].aside));
        m_drawn[index].markers->replace(places(m_chart.series[index].line));
    }
}

void RuntimeChartView::makeSeries()
{
    chart()->removeAllSeries();
    m_drawn.clear();
    for (const RuntimeSeries& series : m_chart.series) {
        auto* line = new QLineSeries(chart());
        QPen pen(seriesColor(series, tokens(m_scheme)), kLineWidth, seriesStyle(series.mode).dash);
        pen.setCapStyle(Qt::RoundCap);
        pen.setJoinStyle(Qt::RoundJoin);
        line->setPen(pen);
        m_drawn.push_back({series.mode, series.strength, line, makeMarkers(series, kAsideSize), makeMarkers(series, kMarkerSize)});
        for (QXYSeries* part : {m_drawn.back().line, m_drawn.back().aside, m_drawn.back().markers}) {
            chart()->addSeries(part);
            part->attachAxis(m_x);
            part->attachAxis(m_y);
        }
    }
}

QXYSeries* RuntimeChartView::makeMarkers(const RuntimeSeries& series, double size) const
{
    const Tokens& colors = tokens(m_scheme);
    const QColor color = seriesColor(series, colors);
    const SeriesStyle style = seriesStyle(series.mode);
    const bool isHollow = !style.isFilled;
    auto* markers = new QScatterSeries(chart());
    markers->setMarkerShape(markerShape(style.marker));
    markers->setMarkerSize(size);
    markers->setBrush(isHollow ? colors.panel : color);
    // A filled marker keeps a rim of the ground, so that two that overlap stay two.
    markers->setPen(QPen(isHollow ? color : colors.panel, isHollow ? 2 : 1.2));
    return markers;
}

void RuntimeChartView::layOut()
{
    QFont small = font();
    small.setPointSizeF(font().pointSizeF() * 0.95);
    const RuntimeChart& shown = *m_contents.chart;
    const QRectF bounds(QPointF(0, 0), QSizeF(size()));
    const double top = PlotLabels::above(shown, small);
    const double left = PlotLabels::left(shown, small);
    // The lines' names begin at their ends, which may be well inside the plot.
    const double room = bounds.width() - left - PlotLabels::width(shown, small, bounds.width());
    double width = bounds.width() - left - 1;
    const auto makeRoom = [&](const std::vector<RuntimePoint>& line) {
        const double end = (line.back().x - shown.x.minimum) / shown.x.range().span();
        width = std::min(width, room / std::clamp(end, 0.01, 1.0));
    };
    for (const RuntimeSeries& series : shown.series)
        makeRoom(series.line);
    for (const OverlayLine& overlay : shown.overlays)
        makeRoom(overlay.line);
    const QRectF area(left, top, width, bounds.height() - top - PlotLabels::below(shown, small));
    if (area.width() < 1 || area.height() < 1)
        return;
    chart()->setPlotArea(area);
    m_reset->adjustSize();
    m_reset->move((area.topRight() + QPointF(-m_reset->width() - 8, 8)).toPoint());
    m_contents.scale = {area, shown.x.range(), shown.y.range()};
    m_contents.tokens = &tokens(m_scheme);
    m_contents.font = small;
    m_contents.bounds = bounds;
    m_backdrop->setContents(m_contents);
    m_labels->setContents(m_contents);
    m_crossHair->setContents(m_contents);
}

} // namespace tierscope::ui
