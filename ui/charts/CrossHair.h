// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/charts/PlotStyle.h"
#include "ui/models/ChartReadout.h"

#include <QGraphicsItem>

namespace tierscope::ui {

/// A hairline at one tier and a card with what was measured there, above everything else. It covers only itself: moving it redraws the
/// chart in two strips.
class CrossHair final : public QGraphicsItem {
public:
    explicit CrossHair(QGraphicsItem* parent);

    void setContents(const PlotContents& contents);
    /// `chosen`: the series (index in the chart) whose row is marked.
    void show(ChartReadout readout, std::optional<std::size_t> chosen);
    void hide();
    [[nodiscard]] const std::optional<ChartReadout>& readout() const { return m_readout; }
    /// Where the card stands, in the chart's pixels.
    [[nodiscard]] QRectF card() const { return m_card; }

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void layOut();
    void findObstacles();
    void paintCard(QPainter& painter) const;
    void paintRows(QPainter& painter, double& top) const;

    PlotContents m_contents;
    PlotObstacles m_obstacles;
    std::optional<ChartReadout> m_readout;
    std::optional<std::size_t> m_chosen;
    QRectF m_card;
    QRectF m_bounds;
};

} // namespace tierscope::ui
