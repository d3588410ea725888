// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/charts/PlotLabels.h"

#include "ui/charts/LabelLayout.h"
#include "ui/models/Wording.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace tierscope::ui {

namespace {

struct Plot {
    Q_DECLARE_TR_FUNCTIONS(Plot)
};

/// Between the words and the widget's edge, where the focus is drawn.
constexpr double kEdge = 8;

/// Ends with long names are told in one line (a sweep has many, other experiments too), few in two.
bool isTwoLined(const RuntimeChart& chart)
{
    return chart.series.size() <= 3 && chart.overlays.empty();
}

bool hasDetails(const RuntimeChart& chart)
{
    return std::ranges::any_of(chart.x.ticks, [](const AxisTick& tick) { return !tick.detail.isEmpty(); });
}

QString endFigure(const RuntimeSeries& series)
{
    return secondsText(series.line.back().seconds);
}

/// No name takes more than this of the chart.
double widestName(double chartWidth)
{
    return std::max(90.0, chartWidth * 0.24);
}

QRectF around(QPointF center, double radius)
{
    return {center.x() - radius, center.y() - radius, 2 * radius, 2 * radius};
}

} // namespace

PlotLabels::PlotLabels(QGraphicsItem* parent)
    : QGraphicsItem(parent)
{
    setZValue(100);
}

void PlotLabels::setContents(const PlotContents& contents)
{
    prepareGeometryChange();
    m_contents = contents;
    placeEnds();
    placeBreakEven();
    update();
}

double PlotLabels::width(const RuntimeChart& chart, const QFont& font, double chartWidth)
{
    const QFontMetricsF title(bold(font));
    const QFontMetricsF figure(font);
    double width = title.horizontalAdvance(modeTitle(core::ScheduleMode::Sequential));
    for (const RuntimeSeries& series : chart.series) {
        const double name = title.horizontalAdvance(series.title);
        const double value = figure.horizontalAdvance(endFigure(series));
        width = std::max(width, isTwoLined(chart) ? std::max(name, value) : name + value + kLabelGap);
    }
    for (const OverlayLine& overlay : chart.overlays)
        width = std::max(width, std::min(figure.horizontalAdvance(overlay.title), widestName(chartWidth)));
    return width + kEndGap + kEdge;
}

double PlotLabels::above(const RuntimeChart& chart, const QFont& font)
{
    return chart.bands.empty() ? 8 : QFontMetricsF(font).height() + 14;
}

double PlotLabels::below(const RuntimeChart& chart, const QFont& font)
{
    const int notes = (chart.hasDilation ? 1 : 0) + (chart.cpuModels.isEmpty() ? 0 : 1);
    const int lines = 2 + (hasDetails(chart) ? 1 : 0) + notes;
    return QFontMetricsF(font).height() * lines + 22 + (notes > 0 ? 4 : 0);
}

double PlotLabels::left(const RuntimeChart& chart, const QFont& font)
{
    const QFontMetricsF metrics(font);
    double width = 0;
    for (const AxisTick& tick : chart.y.ticks)
        width = std::max(width, metrics.horizontalAdvance(tick.label));
    return width + kTickGap + kEdge;
}

std::vector<QRectF> PlotLabels::endLabels() const
{
    std::vector<QRectF> places;
    places.reserve(m_ends.size());
    for (const EndLabel& end : m_ends)
        places.push_back(end.place);
    return places;
}

void PlotLabels::placeEnds()
{
    m_ends.clear();
    const RuntimeChart& chart = *m_contents.chart;
    const QFontMetricsF metrics(m_contents.font);
    const QFontMetricsF titleMetrics(bold(m_contents.font));
    const bool isTall = isTwoLined(chart);
    const QRectF area = m_contents.scale.area.adjusted(-0.5, -0.5, 0.5, 0.5);
    std::vector<double> wanted;
    const auto add = [&](const std::vector<RuntimePoint>& points, const QString& title, const QString& figure, const QColor& color,
                         bool isOther) {
        const std::vector<QPointF> line = m_contents.places(points);
        const auto end = visibleEnd(line, area);
        if (!end)
            return;
        const QString last = area.contains(line.back()) ? figure : QString();
        const double name = isOther ? metrics.horizontalAdvance(title) : titleMetrics.horizontalAdvance(title);
        const double value = metrics.horizontalAdvance(last);
        const double width = isTall ? std::max(name, value) : name + (last.isEmpty() ? 0 : kLabelGap + value);
        wanted.push_back(end->y() - metrics.height() / 2);
        m_ends.push_back({QRectF(end->x() + kEndGap, 0, width, metrics.height() * (isTall ? 2 : 1)), title, last, color, isOther});
    };
    for (const RuntimeSeries& series : chart.series)
        add(series.line, series.title, endFigure(series), modeColor(series.mode, *m_contents.tokens), false);
    const double widest = widestName(m_contents.bounds.width());
    for (const OverlayLine& overlay : chart.overlays)
        add(overlay.line, metrics.elidedText(overlay.title, Qt::ElideMiddle, widest), {}, m_contents.tokens->muted, true);
    const std::vector<double> tops =
        spreadLabels(wanted, metrics.height() * (isTall ? 2.25 : 1.15), m_contents.scale.area.top(), m_contents.scale.area.bottom());
    for (std::size_t index = 0; index < tops.size(); ++index)
        m_ends[index].place.moveTop(tops[index]);
}

QRectF PlotLabels::creditWords() const
{
    if (!m_contents.chart->creditMark)
        return {};
    const QFontMetricsF metrics(m_contents.font);
    const double width = metrics.horizontalAdvance(Plot::tr("1 vCPU of credit"));
    const QPointF corner(m_contents.scale.x(*m_contents.chart->creditMark) - 6, m_contents.scale.area.bottom() - 4);
    // Too near to the plot's edge there is no room for it.
    if (corner.x() - width < m_contents.scale.area.left())
        return {};
    return {corner.x() - width, corner.y() - metrics.height(), width, metrics.height()};
}

PlotObstacles PlotLabels::obstacles() const
{
    PlotObstacles found;
    const RuntimeChart& chart = *m_contents.chart;
    const auto addLine = [&](const std::vector<RuntimePoint>& points) {
        for (std::size_t index = 1; index < points.size(); ++index)
            found.lines.emplace_back(m_contents.place(points[index - 1]), m_contents.place(points[index]));
    };
    for (const RuntimeSeries& series : chart.series) {
        addLine(series.line);
        for (const auto* points : {&series.line, &series.aside}) {
            for (const RuntimePoint& point : *points)
                found.taken.push_back(around(m_contents.place(point), kMarkerSize / 2 + 1));
        }
    }
    for (const OverlayLine& overlay : chart.overlays)
        addLine(overlay.line);
    if (chart.creditMark) {
        const double mark = m_contents.scale.x(*chart.creditMark);
        found.lines.emplace_back(mark, m_contents.scale.area.top(), mark, m_contents.scale.area.bottom());
    }
    for (const AxisTick& tick : chart.y.ticks) {
        const double y = m_contents.scale.y(tick.position);
        found.lines.emplace_back(m_contents.scale.area.left(), y, m_contents.scale.area.right(), y);
    }
    for (const EndLabel& end : m_ends)
        found.taken.push_back(end.place);
    const QFontMetricsF metrics(m_contents.font);
    for (const TierLabel& label : chart.tierLabels)
        found.taken.emplace_back(m_contents.scale.x(label.x) + kEndGap, m_contents.scale.y(label.y) - metrics.height(),
                                 metrics.horizontalAdvance(label.text), metrics.height() * 2);
    found.taken.push_back(creditWords());
    return found;
}

void PlotLabels::placeBreakEven()
{
    m_breakEvenWords.reset();
    const auto& mark = m_contents.chart->breakEven;
    if (!mark)
        return;
    const QPointF point(m_contents.scale.x(mark->x), m_contents.scale.y(mark->y));
    if (!m_contents.scale.area.contains(point))
        return;
    const QFontMetricsF metrics(bold(m_contents.font));
    const QSizeF size(metrics.horizontalAdvance(mark->text) + 2, metrics.height());
    m_breakEvenWords = placeWords(size, point, kBreakEvenRing, m_contents.scale.area, obstacles());
}

void PlotLabels::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(m_contents.font);
    const RuntimeChart& chart = *m_contents.chart;
    if (chart.isPart)
        paintSurround(*painter);
    paintBandNames(*painter);
    paintRunAxis(*painter);
    paintTierAxis(*painter);
    if (chart.hasDilation)
        paintDilation(*painter);
    if (!chart.cpuModels.isEmpty())
        paintCpuModels(*painter);
    if (chart.series.empty()) {
        painter->setPen(m_contents.tokens->muted);
        painter->drawText(m_contents.scale.area, Qt::AlignCenter, Plot::tr("Points appear here as runs finish."));
    }
    paintTiers(*painter);
    paintBreakEven(*painter);
    paintEnds(*painter);
}

void PlotLabels::paintSurround(QPainter& painter) const
{
    const QRectF& all = m_contents.bounds;
    const QRectF& area = m_contents.scale.area;
    for (const QRectF& side :
         {QRectF(all.topLeft(), QPointF(all.right(), area.top())), QRectF(QPointF(all.left(), area.bottom()), all.bottomRight()),
          QRectF(all.topLeft(), QPointF(area.left(), all.bottom())), QRectF(QPointF(area.right(), all.top()), all.bottomRight())})
        painter.fillRect(side, m_contents.tokens->panel);
}

void PlotLabels::paintBandNames(QPainter& painter) const
{
    const QFontMetricsF metrics(m_contents.font);
    std::vector<LabelSpan> spans;
    for (const VcpuBand& band : m_contents.chart->bands)
        spans.push_back({m_contents.scale.x((band.from + band.to) / 2), metrics.horizontalAdvance(band.label)});
    painter.setPen(m_contents.tokens->muted);
    const std::vector<bool> isShown = fitLabels(spans, kLabelGap / 2);
    for (std::size_t index = 0; index < spans.size(); ++index) {
        if (isShown[index])
            painter.drawText(QPointF(spans[index].center - spans[index].width / 2, m_contents.scale.area.top() - kTickGap),
                             m_contents.chart->bands[index].label);
    }
    if (const QRectF words = creditWords(); !words.isNull())
        drawOnGround(painter, QPointF(words.left(), words.top() + metrics.ascent()), Plot::tr("1 vCPU of credit"), m_contents.tokens->band);
}

void PlotLabels::paintRunAxis(QPainter& painter) const
{
    const QFontMetricsF metrics(m_contents.font);
    painter.setPen(m_contents.tokens->muted);
    for (const AxisTick& tick : m_contents.chart->y.ticks) {
        const double y = m_contents.scale.y(tick.position);
        painter.drawText(
            QPointF(m_contents.scale.area.left() - kTickGap - metrics.horizontalAdvance(tick.label), y + metrics.capHeight() / 2),
            tick.label);
    }
}

void PlotLabels::paintTierAxis(QPainter& painter) const
{
    const QFontMetricsF metrics(m_contents.font);
    const double bottom = m_contents.scale.area.bottom();
    const std::vector<AxisTick>& ticks = m_contents.chart->x.ticks;
    // "GB" begins where it is first said; what is said before it is in MB.
    const auto firstGb = std::ranges::find_if(
        ticks, [](const AxisTick& tick) { return !tick.brief.isEmpty() && tick.position >= memoryPosition(core::MemoryMb{1024}); });
    std::vector<TickSpan> spans;
    spans.reserve(ticks.size());
    for (const AxisTick& tick : ticks)
        spans.push_back({m_contents.scale.x(tick.position),
                         std::max(metrics.horizontalAdvance(tick.label), metrics.horizontalAdvance(tick.detail)),
                         metrics.horizontalAdvance(tick.brief), firstGb != ticks.end() && &tick == &*firstGb});
    const std::vector<TickText> texts = chooseTickTexts(spans, kLabelGap);
    for (std::size_t index = 0; index < spans.size(); ++index) {
        const AxisTick& tick = ticks[index];
        const double x = spans[index].center;
        painter.setPen(QPen(m_contents.tokens->line, 1));
        painter.drawLine(QPointF(x, bottom), QPointF(x, bottom + 4));
        if (texts[index] == TickText::None)
            continue;
        const QString& label = texts[index] == TickText::Brief ? tick.brief : tick.label;
        painter.setPen(m_contents.tokens->muted);
        const double first = bottom + kTickGap + metrics.ascent();
        painter.drawText(QPointF(x - metrics.horizontalAdvance(label) / 2, first), label);
        painter.drawText(QPointF(x - metrics.horizontalAdvance(tick.detail) / 2, first + metrics.height()), tick.detail);
    }
    painter.setPen(m_contents.tokens->muted);
    const double titleTop = bottom + kTickGap + metrics.height() * (hasDetails(*m_contents.chart) ? 2 : 1) + 4;
    painter.drawText(QRectF(m_contents.scale.area.left() - 40, titleTop, m_contents.scale.area.width() + 80, metrics.height()),
                     Qt::AlignCenter, m_contents.chart->x.title);
}

void PlotLabels::paintCpuModels(QPainter& painter) const
{
    const QFontMetricsF metrics(m_contents.font);
    const double lines = m_contents.chart->hasDilation ? 2 : 1;
    const double room = m_contents.bounds.width() - 2 * kEdge;
    const QString text = metrics.elidedText(m_contents.chart->cpuModels, Qt::ElideRight, room);
    const double left = m_contents.scale.area.center().x() - metrics.horizontalAdvance(text) / 2;
    painter.setPen(m_contents.tokens->caution);
    painter.drawText(QPointF(std::max(left, m_contents.bounds.left() + kEdge),
                             m_contents.bounds.bottom() - lines * metrics.height() - 2 + metrics.ascent()),
                     text);
}

void PlotLabels::paintDilation(QPainter& painter) const
{
    const QFontMetricsF metrics(m_contents.font);
    const QString text = Plot::tr("with a dot: dilated, measured slower and told in the tier's time");
    const double top = m_contents.bounds.bottom() - metrics.height() - 2;
    std::vector<const RuntimeSeries*> shown;
    for (const RuntimeSeries& series : m_contents.chart->series) {
        if (shown.empty() || shown.back()->mode != series.mode)
            shown.push_back(&series);
    }
    const double markers = static_cast<double>(shown.size()) * (kMarkerSize + 5);
    double x = m_contents.scale.area.center().x() - (markers + metrics.horizontalAdvance(text)) / 2;
    x = std::max(x, m_contents.bounds.left() + kMarkerSize);
    for (const RuntimeSeries* series : shown) {
        drawMarker(painter, QPointF(x + kMarkerSize / 2, top + metrics.height() / 2), kMarkerSize, *series, *m_contents.tokens, true);
        x += kMarkerSize + 5;
    }
    painter.setPen(m_contents.tokens->muted);
    painter.drawText(QPointF(x + 2, top + metrics.ascent()), text);
    // Over the markers of the lines, which Qt Charts draws.
    painter.save();
    if (m_contents.chart->isPart)
        painter.setClipRect(m_contents.scale.area, Qt::IntersectClip);
    for (const RuntimeSeries& series : m_contents.chart->series) {
        for (const auto* points : {&series.line, &series.aside}) {
            for (const RuntimePoint& point : *points) {
                if (point.isDilated && m_contents.scale.area.contains(m_contents.place(point)))
                    drawDilationDot(painter, m_contents.place(point), series, *m_contents.tokens);
            }
        }
    }
    painter.restore();
}

void PlotLabels::paintTiers(QPainter& painter) const
{
    const QFontMetricsF metrics(m_contents.font);
    const PlotScale& scale = m_contents.scale;
    std::vector<const TierLabel*> labels;
    std::vector<double> wanted;
    for (const TierLabel& label : m_contents.chart->tierLabels) {
        if (!scale.rangeX.contains(label.x) || !scale.rangeY.contains(label.y))
            continue;
        labels.push_back(&label);
        wanted.push_back(scale.y(label.y) - metrics.height() / 2);
    }
    const std::vector<double> tops = spreadLabels(wanted, metrics.height(), scale.area.top(), scale.area.bottom());
    painter.setPen(m_contents.tokens->muted);
    for (std::size_t index = 0; index < tops.size(); ++index)
        drawOnGround(painter, QPointF(scale.x(labels[index]->x) + kEndGap, tops[index] + metrics.ascent()), labels[index]->text,
                     m_contents.tokens->panel);
}

void PlotLabels::paintEnds(QPainter& painter) const
{
    const QFontMetricsF metrics(m_contents.font);
    const QFontMetricsF titleMetrics(bold(m_contents.font));
    const bool isTall = isTwoLined(*m_contents.chart);
    for (const EndLabel& end : m_ends) {
        const QPointF baseline(end.place.left(), end.place.top() + metrics.ascent());
        painter.setFont(end.isOther ? m_contents.font : bold(m_contents.font));
        painter.setPen(end.color);
        painter.drawText(baseline, end.title);
        painter.setFont(m_contents.font);
        painter.setPen(m_contents.tokens->muted);
        painter.drawText(baseline
                             + (isTall ? QPointF(0, metrics.height()) : QPointF(titleMetrics.horizontalAdvance(end.title) + kLabelGap, 0)),
                         end.figure);
    }
}

void PlotLabels::paintBreakEven(QPainter& painter) const
{
    const auto& mark = m_contents.chart->breakEven;
    if (!mark)
        return;
    const QPointF point(m_contents.scale.x(mark->x), m_contents.scale.y(mark->y));
    if (!m_contents.scale.area.contains(point))
        return;
    painter.setPen(QPen(m_contents.tokens->good, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(point, kBreakEvenRing, kBreakEvenRing);
    if (!m_breakEvenWords)
        return;
    painter.setFont(bold(m_contents.font));
    painter.drawText(QPointF(m_breakEvenWords->left() + 1, m_breakEvenWords->top() + QFontMetricsF(painter.font()).ascent()), mark->text);
    painter.setFont(m_contents.font);
}

} // namespace tierscope::ui
