// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/RuntimeChartModel.h"
#include "ui/theme/Tokens.h"

#include <QChartView>

#include <vector>

class QValueAxis;
class QXYSeries;

namespace tierscope::ui {

class PlotBackdrop;
class PlotLabels;

/// Draws a RuntimeChart: samples as dots, medians as lines, with markers that differ by shape. Its accessible description is the figures in
/// words.
class RuntimeChartView final : public QChartView {
    Q_OBJECT

public:
    explicit RuntimeChartView(Scheme scheme, QWidget* parent = nullptr);

    void setRuntimeChart(RuntimeChart chart);
    void setScheme(Scheme scheme);
    [[nodiscard]] const RuntimeChart& runtimeChart() const { return m_chart; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct DrawnSeries {
        core::ScheduleMode mode;
        double strength;
        QXYSeries* line;
        QXYSeries* aside;
        QXYSeries* markers;
    };
    void showSeries();
    void makeSeries();
    void layOut();
    [[nodiscard]] QXYSeries* makeMarkers(const RuntimeSeries& series, double size) const;

    RuntimeChart m_chart;
    std::vector<DrawnSeries> m_drawn; ///< belong to the chart
    Scheme m_scheme;
    QValueAxis* m_x;
    QValueAxis* m_y;
    PlotBackdrop* m_backdrop;
    PlotLabels* m_labels;
};

} // namespace tierscope::ui
