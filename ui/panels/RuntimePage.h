// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/ExperimentStore.h"
#include "ui/models/RuntimeChartModel.h"
#include "ui/theme/Tokens.h"

#include <QWidget>

class QLabel;

namespace tierscope::ui {

class RuntimeChartView;
class SegmentedControl;
class WelcomeBar;

/// The Runtime tab: a sentence on what was measured, the switches of the axes, the chart.
class RuntimePage final : public QWidget {
    Q_OBJECT

public:
    explicit RuntimePage(Scheme scheme, QWidget* parent = nullptr);

    void show(const core::ExperimentRecord& record);
    [[nodiscard]] RuntimeView view() const;
    void setView(RuntimeView view);
    void setScheme(Scheme scheme);
    /// The first minutes: the bar says what the lead would, with the button for a first run.
    void setWelcome(bool isFirst);
    [[nodiscard]] WelcomeBar* welcome() const { return m_welcome; }

signals:
    /// A person has changed an axis; show() again.
    void viewChanged();

private:
    WelcomeBar* m_welcome;
    QLabel* m_lead;
    SegmentedControl* m_x;
    SegmentedControl* m_y;
    RuntimeChartView* m_chart;
};

} // namespace tierscope::ui
