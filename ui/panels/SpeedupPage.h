// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/SpeedUp.h"
#include "core/base/Error.h"
#include "ui/theme/Tokens.h"

#include <QWidget>

class QLabel;

namespace tierscope::ui {

class ChartExport;
class CurveChartView;
class SegmentedControl;

/// The Speed-up tab: what running tasks at once gains at each tier, or what each tier gains over the smallest.
class SpeedupPage final : public QWidget {
    Q_OBJECT

public:
    explicit SpeedupPage(Scheme scheme, QWidget* parent = nullptr);

    void show(const core::SpeedupAnalysis& analysis, const QString& experimentName);
    void setScheme(Scheme scheme);
    [[nodiscard]] CurveChartView& chart() const { return *m_chart; }
    [[nodiscard]] ChartExport& chartExport() const { return *m_export; }

signals:
    /// A picture or a table could not be saved.
    void failed(const tierscope::core::Error& error);

private:
    void showChart();

    QLabel* m_lead;
    SegmentedControl* m_view;
    CurveChartView* m_chart;
    ChartExport* m_export;
    core::SpeedupAnalysis m_analysis;
};

} // namespace tierscope::ui
