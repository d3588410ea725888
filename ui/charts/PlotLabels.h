// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/charts/PlotStyle.h"

#include <QGraphicsItem>
#include <QStringList>

namespace tierscope::ui {

/// All words of the chart, over the lines: ticks and titles of the axes, the bands' names, the name and last figure at each line's end, the
/// names of tiers beside their points, the break-even, the model, what a dot in a marker means; or a word when there is nothing yet. Around
/// a part of the chart it covers what the lines draw outside the plot.
class PlotLabels final : public QGraphicsItem {
public:
    explicit PlotLabels(QGraphicsItem* parent);
    void setContents(const PlotContents& contents);

    /// How much room the labels need right of the lines' ends, of a chart that is this wide.
    [[nodiscard]] static double width(const RuntimeChart& chart, const QFont& font, double chartWidth);
    /// How much room they need above, below and left of the plot.
    [[nodiscard]] static double above(const RuntimeChart& chart, const QFont& font);
    [[nodiscard]] static double below(const RuntimeChart& chart, const QFont& font);
    [[nodiscard]] static double left(const RuntimeChart& chart, const QFont& font);
    /// Where "Parallel wins from 2 GB" stands; none where it is not said.
    [[nodiscard]] std::optional<QRectF> breakEvenWords() const { return m_breakEvenWords; }
    /// What is said of the model's lines; nothing where there is no room.
    [[nodiscard]] QStringList modelWords() const;
    /// Where the names at the lines' ends stand.
    [[nodiscard]] std::vector<QRectF> endLabels() const;

    [[nodiscard]] QRectF boundingRect() const override { return m_contents.bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    /// The name at the end of a line, of this experiment or of another.
    struct EndLabel {
        QRectF place;
        QString title;
        QString figure; ///< empty where the end itself is not seen
        QColor color;
        bool isOther = false;
    };
    /// "model" beside its line.
    struct ModelWords {
        QRectF place;
        QString text;
    };
    void placeEnds();
    void placeBreakEven();
    void placeModel();
    [[nodiscard]] QPointF modelPixel(const ModelPlace& place) const;
    [[nodiscard]] PlotObstacles obstacles() const;
    [[nodiscard]] QRectF creditWords() const;
    void paintBandNames(QPainter& painter) const;
    void paintDilation(QPainter& painter) const;
    void paintCpuModels(QPainter& painter) const;
    void paintTiers(QPainter& painter) const;
    void paintEnds(QPainter& painter) const;
    void paintBreakEven(QPainter& painter) const;
    void paintModel(QPainter& painter) const;

    PlotContents m_contents;
    std::vector<EndLabel> m_ends;
    std::optional<QRectF> m_breakEvenWords;
    std::vector<ModelWords> m_modelWords;
};

} // namespace tierscope::ui
