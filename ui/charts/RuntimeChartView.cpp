// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/charts/RuntimeChartView.h"

#include "ui/charts/PlotSurface.h"

#include <QChart>
#include <QEvent>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QScatterSeries>
#include <QValueAxis>

#include <algorithm>

namespace tierscope::ui {

namespace {

constexpr double kMarkerSize = 9;
constexpr double kAsideSize = 7;
constexpr double kLineWidth = 2;

QScatterSeries::MarkerShape markerShape(core::ScheduleMode mode)
{
    switch (mode) {
    case core::ScheduleMode::Sequential:
        return QScatterSeries::MarkerShapeRectangle;
    case core::ScheduleMode::Pool:
        return QScatterSeries::MarkerShapeTriangle;
    case core::ScheduleMode::Parallel:
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
{
    setObjectName(QStringLiteral("runtimeChart"));
    setAccessibleName(tr("Runtime chart"));
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(360, 220);
    chart()->setBackgroundVisible(false);
    chart()->setPlotAreaBackgroundVisible(false);
    chart()->legend()->hide();
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    setBackgroundBrush(tokens(scheme).panel);
    setRuntimeChart({});
}

void RuntimeChartView::setRuntimeChart(RuntimeChart chart)
{
    m_chart = std::move(chart);
    setAccessibleDescription(m_chart.description);
    showSeries();
    layOut();
}

void RuntimeChartView::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    setBackgroundBrush(tokens(scheme).panel);
    m_drawn.clear();
    showSeries();
    layOut();
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

void RuntimeChartView::showSeries()
{
    m_x->setRange(m_chart.x.minimum, m_chart.x.maximum);
    m_y->setRange(m_chart.y.minimum, m_chart.y.maximum);
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
        QPen pen(seriesColor(series, tokens(m_scheme)), kLineWidth, series.mode == core::ScheduleMode::Pool ? Qt::DashLine : Qt::SolidLine);
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
    const bool isHollow = series.mode == core::ScheduleMode::Sequential;
    auto* markers = new QScatterSeries(chart());
    markers->setMarkerShape(markerShape(series.mode));
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
    const QFontMetricsF metrics(small);
    double tickWidth = 0;
    for (const AxisTick& tick : m_chart.y.ticks)
        tickWidth = std::max(tickWidth, metrics.horizontalAdvance(tick.label));
    bool hasDetails = false;
    for (const AxisTick& tick : m_chart.x.ticks)
        hasDetails = hasDetails || !tick.detail.isEmpty();

    const QRectF bounds(QPointF(0, 0), QSizeF(size()));
    const double top = m_chart.bands.empty() ? 8 : metrics.height() + 14;
    const double bottom = metrics.height() * (hasDetails ? 3 : 2) + 22;
    const double left = tickWidth + 14;
    // The lines' names begin at their ends, which may be well inside the plot.
    const double room = bounds.width() - left - PlotLabels::width(m_chart, small);
    double width = bounds.width() - left - 1;
    for (const RuntimeSeries& series : m_chart.series) {
        const double end = (series.line.back().x - m_chart.x.minimum) / (m_chart.x.maximum - m_chart.x.minimum);
        width = std::min(width, room / std::max(end, 0.01));
    }
    const QRectF area(left, top, width, bounds.height() - top - bottom);
    if (area.width() < 1 || area.height() < 1)
        return;
    chart()->setPlotArea(area);
    const PlotScale scale{area, m_chart.x.minimum, m_chart.x.maximum, m_chart.y.minimum, m_chart.y.maximum};
    m_backdrop->setContents(m_chart, scale, tokens(m_scheme), small, bounds);
    m_labels->setContents(m_chart, scale, tokens(m_scheme), small, bounds);
}

} // namespace tierscope::ui
