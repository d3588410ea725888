// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/RuntimeChartModel.h"
#include "ui/theme/Tokens.h"

#include <QFont>
#include <QGraphicsItem>

namespace tierscope::ui {

/// Positions on the axes to pixels of the plot area.
struct PlotScale {
    QRectF area;
    double minimumX = 0;
    double maximumX = 1;
    double minimumY = 0;
    double maximumY = 1;

    [[nodiscard]] double x(double position) const { return area.left() + (position - minimumX) / (maximumX - minimumX) * area.width(); }
    [[nodiscard]] double y(double position) const { return area.bottom() - (position - minimumY) / (maximumY - minimumY) * area.height(); }
};

/// How a mode looks everywhere: colour, and a marker and a dash that differ too.
[[nodiscard]] QColor modeColor(core::ScheduleMode mode, const Tokens& tokens);
/// The colour of one series: paler for the lower caps of a sweep.
[[nodiscard]] QColor seriesColor(const RuntimeSeries& series, const Tokens& tokens);

/// What lies under the lines: vCPU bands, hairlines, ticks, axis titles, and each sample as a dot (of which a series of Qt Charts would
/// make an item each). Children of the chart; both are told the geometry, they do not find it.
class PlotBackdrop final : public QGraphicsItem {
public:
    explicit PlotBackdrop(QGraphicsItem* parent);
    void setContents(const RuntimeChart& chart, const PlotScale& scale, const Tokens& tokens, const QFont& font, const QRectF& bounds);

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void paintBands(QPainter& painter) const;
    void paintRunAxis(QPainter& painter) const;
    void paintCreditMark(QPainter& painter) const;
    void paintTierAxis(QPainter& painter) const;
    void paintDots(QPainter& painter) const;

    RuntimeChart m_chart;
    PlotScale m_scale;
    const Tokens* m_tokens;
    QFont m_font;
    QRectF m_bounds;
};

/// What lies over the lines: the name and last figure at each line's end, the names of tiers beside their points, or a word when there is
/// nothing yet.
class PlotLabels final : public QGraphicsItem {
public:
    explicit PlotLabels(QGraphicsItem* parent);
    void setContents(const RuntimeChart& chart, const PlotScale& scale, const Tokens& tokens, const QFont& font, const QRectF& bounds);

    /// How much room the labels need right of the lines' ends.
    [[nodiscard]] static double width(const RuntimeChart& chart, const QFont& font);

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void paintEnds(QPainter& painter) const;
    void paintTiers(QPainter& painter) const;

    RuntimeChart m_chart;
    PlotScale m_scale;
    const Tokens* m_tokens;
    QFont m_font;
    QRectF m_bounds;
};

} // namespace tierscope::ui
