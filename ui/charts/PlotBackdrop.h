// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/charts/PlotStyle.h"

#include <QGraphicsItem>

namespace tierscope::ui {

/// What lies under the lines: vCPU bands, hairlines, other experiments, the model, spread, and each sample as a dot (of which a series of
/// Qt Charts would make an item each). A child of the chart. Drawn once into a cache, so that what moves over it costs no redraw.
class PlotBackdrop final : public QGraphicsItem {
public:
    explicit PlotBackdrop(QGraphicsItem* parent);
    void setContents(const PlotContents& contents);
    /// A picture that is saved is drawn afresh, at its own resolution.
    void setCached(bool isCached);

    [[nodiscard]] QRectF boundingRect() const override { return m_contents.bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void paintBands(QPainter& painter) const;
    void paintCreditMark(QPainter& painter) const;
    void paintOverlays(QPainter& painter) const;
    void paintModel(QPainter& painter) const;
    void paintSpread(QPainter& painter) const;
    void paintDots(QPainter& painter) const;

    PlotContents m_contents;
};

} // namespace tierscope::ui
