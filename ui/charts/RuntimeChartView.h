// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/CappedScheduler.h"
#include "ui/charts/PlotStyle.h"
#include "ui/models/ChartReadout.h"

#include <QChartView>

#include <optional>
#include <vector>

class QGraphicsRectItem;
class QPushButton;
class QValueAxis;
class QXYSeries;

namespace tierscope::ui {

class CrossHair;
class PlotBackdrop;
class PlotLabels;

/// Draws a RuntimeChart: samples as dots, medians as lines, with markers that differ by shape. The mouse and the arrow keys read it off,
/// the wheel, a dragged rectangle, + and - come closer. Its accessible description is the figures in words, or those of the tier that is
/// read.
class RuntimeChartView final : public QChartView {
    Q_OBJECT

public:
    explicit RuntimeChartView(Scheme scheme, QWidget* parent = nullptr);

    /// What is looked at stays as near as it was, unless the axes are others.
    void setRuntimeChart(RuntimeChart chart);
    void setScheme(Scheme scheme);
    /// All of it, whatever part is looked at.
    [[nodiscard]] const RuntimeChart& runtimeChart() const { return m_chart; }
    /// What is drawn: the part that is looked at.
    [[nodiscard]] const PlotContents& contents() const { return m_contents; }
    [[nodiscard]] const PlotLabels& labels() const { return *m_labels; }

    [[nodiscard]] bool isZoomed() const { return m_part.has_value(); }
    void resetZoom();
    /// factor < 1 comes closer; the place under the pixel stays.
    void zoomAbout(QPointF pixel, double factor);

    /// What the card says; none while it is hidden.
    [[nodiscard]] const std::optional<ChartReadout>& readout() const;
    [[nodiscard]] QRectF readoutCard() const;
    void hideReadout();

    /// The chart without cross-hair and focus, in a rectangle of the size of this widget from 0, 0.
    void drawPicture(QPainter& painter);

signals:
    void zoomChanged(bool isZoomed);

protected:
    bool viewportEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct DrawnSeries {
        core::ScheduleMode mode;
        double strength;
        QXYSeries* line;
        QXYSeries* aside;
        QXYSeries* markers;
    };
    /// The part of the axes that is looked at.
    struct Part {
        AxisRange x;
        AxisRange y;
        bool operator==(const Part&) const = default;
    };
    enum class Drag : std::uint8_t { None, Pressed, Band, Pan };

    void showChart();
    void showSeries();
    void makeSeries();
    void layOut();
    [[nodiscard]] QXYSeries* makeMarkers(const RuntimeSeries& series, double size) const;
    [[nodiscard]] Part whole() const { return {m_chart.x.range(), m_chart.y.range()}; }
    void setPart(const Part& part);
    void panBy(QPointF pixels);
    void readAt(QPointF pixel);
    void read(const ReadoutStop& stop);
    void readAgain();
    void walk(int steps);
    void walkTo(const ReadoutStop& stop);
    void choose(int steps);
    void setFocusShown(bool isShown);

    RuntimeChart m_chart;
    PlotContents m_contents;
    std::optional<Part> m_part;        ///< none: the whole
    std::optional<ReadoutStop> m_stop; ///< what is read
    std::optional<std::size_t> m_chosen;
    std::vector<DrawnSeries> m_drawn; ///< belong to the chart
    Scheme m_scheme;
    QValueAxis* m_x;
    QValueAxis* m_y;
    PlotBackdrop* m_backdrop;
    PlotLabels* m_labels;
    CrossHair* m_crossHair;
    QGraphicsRectItem* m_band;
    QPushButton* m_reset; ///< over the plot while a part is looked at, so that it moves nothing when it comes
    Drag m_drag = Drag::None;
    QPointF m_dragFrom;
    bool m_isFocusShown = false;
};

} // namespace tierscope::ui
