// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/charts/PlotLabels.h"

#include "ui/charts/LabelLayout.h"
#include "ui/charts/PlotAxisLabels.h"
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

constexpr double kModelGap = 6; ///< between the model's line and its name

/// Ends with long names are told in one line (a sweep has many, other experiments too), few in two.
bool isTwoLined(const RuntimeChart& chart)
{
    return chart.series.size() <= 3 && chart.overlays.empty();
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
    placeModel();
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

QStringList PlotLabels::modelWords() const
{
    QStringList texts;
    for (const ModelWords& words : m_modelWords)
        texts << words.text;
    return texts;
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
    for (const ModelLine& line : chart.model) {
        for (std::size_t index = 1; index < line.places.size(); ++index)
            found.lines.emplace_back(modelPixel(line.places[index - 1]), modelPixel(line.places[index]));
    }
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

QPointF PlotLabels::modelPixel(const ModelPlace& place) const
{
    return {m_contents.scale.x(place.x), m_contents.scale.y(place.y)};
}

/// Beside the first line, measured and extrapolated part each, wherever there is room from its right end on.
void PlotLabels::placeModel()
{
    m_modelWords.clear();
    PlotObstacles around = obstacles();
    if (m_breakEvenWords)
        around.taken.push_back(*m_breakEvenWords);
    const QFontMetricsF metrics(m_contents.font);
    const QRectF& area = m_contents.scale.area;
    for (const bool isExtrapolated : {false, true}) {
        const QString text = isExtrapolated ? Plot::tr("model, extrapolated") : Plot::tr("model");
        const QSizeF size(metrics.horizontalAdvance(text) + 2, metrics.height());
        std::optional<QRectF> found;
        for (const ModelLine& line : m_contents.chart->model) {
            for (auto place = line.places.rbegin(); place != line.places.rend() && !found; ++place) {
                if (place->isExtrapolated == isExtrapolated && area.contains(modelPixel(*place)))
                    found = placeWords(size, modelPixel(*place), kModelGap, area, around);
            }
        }
        if (!found)
            continue;
        m_modelWords.push_back({*found, text});
        around.taken.push_back(*found);
    }
}

void PlotLabels::paintModel(QPainter& painter) const
{
    const double ascent = QFontMetricsF(m_contents.font).ascent();
    painter.setPen(m_contents.tokens->muted);
    for (const ModelWords& words : m_modelWords)
        painter.drawText(words.place.topLeft() + QPointF(1, ascent), words.text);
}

void PlotLabels::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(m_contents.font);
    const RuntimeChart& chart = *m_contents.chart;
    if (chart.isPart)
        paintSurround(*painter, m_contents);
    paintBandNames(*painter);
    paintRunAxis(*painter, m_contents);
    paintTierAxis(*painter, m_contents);
    if (chart.hasDilation)
        paintDilation(*painter);
    if (!chart.cpuModels.isEmpty())
        paintCpuModels(*painter);
    if (chart.series.empty()) {
        painter->setPen(m_contents.tokens->muted);
        painter->drawText(m_contents.scale.area, Qt::AlignCenter, Plot::tr("Points appear here as runs finish."));
    }
    paintTiers(*painter);
    paintModel(*painter);
    paintBreakEven(*painter);
    paintEnds(*painter);
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
    // Where tiers are still to be measured the model's line goes on behind the names.
    QColor ground = m_contents.tokens->panel;
    ground.setAlphaF(0.75F);
    for (const EndLabel& end : m_ends) {
        if (std::ranges::any_of(m_contents.chart->model, &ModelLine::hasExtrapolation))
            painter.fillRect(end.place, ground);
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
