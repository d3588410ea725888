// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/charts/PlotSurface.h"

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

constexpr double kTickGap = 10;  ///< between tick labels and the plot
constexpr double kEndGap = 12;   ///< from a line's end to its name
constexpr double kLabelGap = 10; ///< least distance between labels of one axis

/// Ends with long names are told in one line (a sweep has many), few in two.
bool isTwoLined(const RuntimeChart& chart)
{
    return chart.series.size() <= 3;
}

QString endFigure(const RuntimeSeries& series)
{
    return secondsText(series.line.back().seconds);
}

/// Text that may cross a hairline, which would strike it through.
void drawOnGround(QPainter& painter, QPointF baseline, const QString& text, const QColor& ground)
{
    const QFontMetricsF metrics(painter.font());
    painter.fillRect(QRectF(baseline.x() - 2, baseline.y() - metrics.ascent(), metrics.horizontalAdvance(text) + 4, metrics.height()),
                     ground);
    painter.drawText(baseline, text);
}

QFont bold(QFont font)
{
    font.setBold(true);
    return font;
}

} // namespace

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

QColor seriesColor(const RuntimeSeries& series, const Tokens& tokens)
{
    const QColor full = modeColor(series.mode, tokens);
    const auto mix = [strength = series.strength](int color, int ground) {
        return static_cast<int>(color * strength + ground * (1 - strength));
    };
    return {mix(full.red(), tokens.panel.red()), mix(full.green(), tokens.panel.green()), mix(full.blue(), tokens.panel.blue())};
}

PlotBackdrop::PlotBackdrop(QGraphicsItem* parent)
    : QGraphicsItem(parent)
    , m_tokens(&tokens(Scheme::Light))
{
    // Above the chart's own background (-1), below its series.
    setZValue(-0.5);
}

void PlotBackdrop::setContents(const RuntimeChart& chart, const PlotScale& scale, const Tokens& tokens, const QFont& font,
                               const QRectF& bounds)
{
    prepareGeometryChange();
    m_chart = chart;
    m_scale = scale;
    m_tokens = &tokens;
    m_font = font;
    m_bounds = bounds;
    update();
}

void PlotBackdrop::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/)
{
    painter->setFont(m_font);
    paintBands(*painter);
    paintRunAxis(*painter);
    paintCreditMark(*painter);
    paintTierAxis(*painter);
    paintDots(*painter);
}

void PlotBackdrop::paintDots(QPainter& painter) const
{
    constexpr double kRadius = 2.5;
    painter.setPen(Qt::NoPen);
    for (const RuntimeSeries& series : m_chart.series) {
        QColor color = seriesColor(series, *m_tokens);
        color.setAlphaF(0.5F);
        painter.setBrush(color);
        for (const RuntimePoint& dot : series.dots)
            painter.drawEllipse(QPointF(m_scale.x(dot.x), m_scale.y(dot.y)), kRadius, kRadius);
    }
}

void PlotBackdrop::paintBands(QPainter& painter) const
{
    const QFontMetricsF metrics(m_font);
    std::vector<LabelSpan> spans;
    for (const VcpuBand& band : m_chart.bands) {
        const double left = m_scale.x(band.from);
        const double right = m_scale.x(band.to);
        if (band.shaded)
            painter.fillRect(QRectF(left, m_scale.area.top(), right - left, m_scale.area.height()), m_tokens->band);
        spans.push_back({(left + right) / 2, metrics.horizontalAdvance(band.label)});
    }
    painter.setPen(m_tokens->muted);
    const std::vector<bool> isShown = fitLabels(spans, kLabelGap / 2);
    for (std::size_t index = 0; index < spans.size(); ++index) {
        if (isShown[index])
            painter.drawText(QPointF(spans[index].center - spans[index].width / 2, m_scale.area.top() - kTickGap),
                             m_chart.bands[index].label);
    }
}

void PlotBackdrop::paintCreditMark(QPainter& painter) const
{
    if (!m_chart.creditMark)
        return;
    const QFontMetricsF metrics(m_font);
    const double mark = m_scale.x(*m_chart.creditMark);
    painter.setPen(QPen(m_tokens->faint, 1, Qt::DotLine));
    painter.drawLine(QPointF(mark, m_scale.area.top()), QPointF(mark, m_scale.area.bottom()));
    painter.setPen(m_tokens->muted);
    const QString text = Plot::tr("1 vCPU of credit");
    drawOnGround(painter, QPointF(mark - metrics.horizontalAdvance(text) - 6, m_scale.area.bottom() - 8), text, m_tokens->band);
}

void PlotBackdrop::paintRunAxis(QPainter& painter) const
{
    const QFontMetricsF metrics(m_font);
    for (const AxisTick& tick : m_chart.y.ticks) {
        const double y = m_scale.y(tick.position);
        painter.setPen(QPen(m_tokens->line, 1));
        painter.drawLine(QPointF(m_scale.area.left(), y), QPointF(m_scale.area.right(), y));
        painter.setPen(m_tokens->muted);
        painter.drawText(QPointF(m_scale.area.left() - kTickGap - metrics.horizontalAdvance(tick.label), y + metrics.capHeight() / 2),
                         tick.label);
    }
}

void PlotBackdrop::paintTierAxis(QPainter& painter) const
{
    const QFontMetricsF metrics(m_font);
    const double bottom = m_scale.area.bottom();
    std::vector<LabelSpan> spans;
    for (const AxisTick& tick : m_chart.x.ticks)
        spans.push_back(
            {m_scale.x(tick.position), std::max(metrics.horizontalAdvance(tick.label), metrics.horizontalAdvance(tick.detail))});
    const std::vector<bool> isShown = fitLabels(spans, kLabelGap);
    bool hasDetails = false;
    for (std::size_t index = 0; index < spans.size(); ++index) {
        const AxisTick& tick = m_chart.x.ticks[index];
        const double x = spans[index].center;
        painter.setPen(QPen(m_tokens->line, 1));
        painter.drawLine(QPointF(x, bottom), QPointF(x, bottom + 4));
        if (!isShown[index])
            continue;
        painter.setPen(m_tokens->muted);
        const double first = bottom + kTickGap + metrics.ascent();
        painter.drawText(QPointF(x - metrics.horizontalAdvance(tick.label) / 2, first), tick.label);
        painter.drawText(QPointF(x - metrics.horizontalAdvance(tick.detail) / 2, first + metrics.height()), tick.detail);
        hasDetails = hasDetails || !tick.detail.isEmpty();
    }
    painter.setPen(m_tokens->muted);
    const double titleTop = bottom + kTickGap + metrics.height() * (hasDetails ? 2 : 1) + 4;
    painter.drawText(QRectF(m_scale.area.left() - 40, titleTop, m_scale.area.width() + 80, metrics.height()), Qt::AlignCenter,
                     m_chart.x.title);
}

PlotLabels::PlotLabels(QGraphicsItem* parent)
    : QGraphicsItem(parent)
    , m_tokens(&tokens(Scheme::Light))
{
    setZValue(100);
}

void PlotLabels::setContents(const RuntimeChart& chart, const PlotScale& scale, const Tokens& tokens, const QFont& font,
                             const QRectF& bounds)
{
    prepareGeometryChange();
    m_chart = chart;
    m_scale = scale;
    m_tokens = &tokens;
    m_font = font;
    m_bounds = bounds;
    update();
}

double PlotLabels::width(const RuntimeChart& chart, const QFont& font)
{
    const QFontMetricsF title(bold(font));
    const QFontMetricsF figure(font);
    double width = title.horizontalAdvance(modeTitle(core::ScheduleMode::Sequential));
    for (const RuntimeSeries& series : chart.series) {
        const double name = title.horizontalAdvance(series.title);
        const double value = figure.horizontalAdvance(endFigure(series));
        width = std::max(width, isTwoLined(chart) ? std::max(name, value) : name + value + kLabelGap);
    }
    return width + kEndGap;
}

void PlotLabels::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/)
{
    if (m_chart.series.empty()) {
        painter->setFont(m_font);
        painter->setPen(m_tokens->muted);
        painter->drawText(m_scale.area, Qt::AlignCenter, Plot::tr("Points appear here as runs finish."));
        return;
    }
    paintTiers(*painter);
    paintEnds(*painter);
}

void PlotLabels::paintEnds(QPainter& painter) const
{
    const QFontMetricsF metrics(m_font);
    const QFontMetricsF titleMetrics(bold(m_font));
    const bool isTall = isTwoLined(m_chart);
    const double height = metrics.height() * (isTall ? 2.25 : 1.15);
    std::vector<double> wanted;
    for (const RuntimeSeries& series : m_chart.series)
        wanted.push_back(m_scale.y(series.line.back().y) - metrics.height() / 2);
    const std::vector<double> tops = spreadLabels(wanted, height, m_scale.area.top(), m_scale.area.bottom());
    for (std::size_t index = 0; index < tops.size(); ++index) {
        const RuntimeSeries& series = m_chart.series[index];
        const double left = m_scale.x(series.line.back().x) + kEndGap;
        const double baseline = tops[index] + metrics.ascent();
        painter.setFont(bold(m_font));
        painter.setPen(modeColor(series.mode, *m_tokens));
        painter.drawText(QPointF(left, baseline), series.title);
        painter.setFont(m_font);
        painter.setPen(m_tokens->muted);
        const QPointF figure = isTall ? QPointF(left, baseline + metrics.height())
                                      : QPointF(left + titleMetrics.horizontalAdvance(series.title) + kLabelGap, baseline);
        painter.drawText(figure, endFigure(series));
    }
}

void PlotLabels::paintTiers(QPainter& painter) const
{
    const QFontMetricsF metrics(m_font);
    std::vector<double> wanted;
    for (const TierLabel& label : m_chart.tierLabels)
        wanted.push_back(m_scale.y(label.y) - metrics.height() / 2);
    const std::vector<double> tops = spreadLabels(wanted, metrics.height(), m_scale.area.top(), m_scale.area.bottom());
    painter.setFont(m_font);
    painter.setPen(m_tokens->muted);
    for (std::size_t index = 0; index < tops.size(); ++index) {
        const TierLabel& label = m_chart.tierLabels[index];
        drawOnGround(painter, QPointF(m_scale.x(label.x) + kEndGap, tops[index] + metrics.ascent()), label.text, m_tokens->panel);
    }
}

} // namespace tierscope::ui
