// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

// First: moc 6.4 does not read <compare>, which is what the others begin with, before the library's configuration.
#include <QWidget>

#include "ui/charts/PlotGeometry.h"
#include "ui/models/CurveChart.h"
#include "ui/theme/Tokens.h"

#include <optional>
#include <vector>

namespace tierscope::ui {

/// Draws a CurveChart in the runtime chart's manner: hairlines, words at the lines' ends and beside points instead of a legend. The mouse
/// and the arrow keys read its points; its accessible description is the figures in words, or those of the point that is read.
class CurveChartView final : public QWidget {
    Q_OBJECT

public:
    explicit CurveChartView(Scheme scheme, QWidget* parent = nullptr);

    void setChart(CurveChart chart);
    void setScheme(Scheme scheme);
    [[nodiscard]] const CurveChart& chart() const { return m_chart; }
    [[nodiscard]] QColor ground() const;

    /// The point that is read; none while the card is hidden.
    [[nodiscard]] const CurvePoint* readPoint() const;
    [[nodiscard]] QPointF pixelOf(const CurvePoint& point) const;
    void hideCard();

    /// The chart without card and focus, in a rectangle of the size of this widget from 0, 0.
    void drawPicture(QPainter& painter) const;

    /// Everything with words in it, for tests that nothing is cut or lies over another.
    [[nodiscard]] std::vector<QRectF> words() const;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    /// Words at a place, in their colour.
    struct PlacedWords {
        QRectF place;
        QString text;
        QString figure; ///< a second line, muted; mostly empty
        QColor color;
        bool isBold = false;
    };
    void layOut();
    void placeEnds();
    void placeBeside();
    [[nodiscard]] double endWidth(double chartWidth) const;
    [[nodiscard]] PlotObstacles obstacles() const;
    [[nodiscard]] QColor inkColor(CurveInk ink) const;
    [[nodiscard]] QPointF pixel(double x, double y) const { return {m_scale.x(x), m_scale.y(y)}; }
    void paintGround(QPainter& painter) const;
    void paintAxes(QPainter& painter) const;
    void paintCurves(QPainter& painter) const;
    void paintPoint(QPainter& painter, const Curve& curve, const CurvePoint& point) const;
    void paintWords(QPainter& painter) const;
    void paintCard(QPainter& painter) const;
    void read(std::optional<std::size_t> index);
    void walk(int steps);

    CurveChart m_chart;
    Scheme m_scheme;
    PlotScale m_scale;
    QFont m_font;
    std::vector<PlacedWords> m_words;
    std::optional<std::size_t> m_read; ///< of readablePoints
    bool m_isFocusShown = false;
};

} // namespace tierscope::ui
