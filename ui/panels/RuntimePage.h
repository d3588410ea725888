// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Error.h"
#include "core/store/ExperimentStore.h"
#include "ui/models/RuntimeChartModel.h"
#include "ui/theme/Tokens.h"

#include <QWidget>

#include <memory>

class QAction;
class QCheckBox;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace tierscope::ui {

class ChartExport;
class RuntimeChartView;
class SegmentedControl;
class WelcomeBar;

/// The Runtime tab: a sentence on what was measured, the switches of the axes, the chart.
class RuntimePage final : public QWidget {
    Q_OBJECT

public:
    explicit RuntimePage(Scheme scheme, QWidget* parent = nullptr);

    void show(const core::ExperimentRecord& record);
    /// The model of what is shown (null: none, too little is measured), drawn from the next show() on.
    void setModel(std::shared_ptr<const core::ModelOverlay> model);
    [[nodiscard]] RuntimeView view() const;
    void setView(RuntimeView view);
    void setScheme(Scheme scheme);
    /// Other experiments, drawn in grey from the next show() on, which viewChanged() asks for. The one that is shown is left out.
    void setOverlays(std::vector<ChartOverlay> overlays);
    /// Copies and saves the chart.
    [[nodiscard]] ChartExport& chartExport() const { return *m_export; }
    /// The first minutes: the bar says what the lead would, with the button for a first run.
    void setWelcome(bool isFirst);
    [[nodiscard]] WelcomeBar* welcome() const { return m_welcome; }

signals:
    /// A person has changed an axis or what is laid over; show() again.
    void viewChanged();
    /// A picture or a table could not be saved.
    void failed(const tierscope::core::Error& error);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// What the runtime axis depends on but for the samples.
    struct Subject {
        std::int64_t id = 0;
        RuntimeView view;
        std::vector<std::int64_t> overlays;
        bool operator==(const Subject&) const = default;
    };
    QPushButton* makeChartButton();

    WelcomeBar* m_welcome;
    QLabel* m_lead;
    SegmentedControl* m_x;
    SegmentedControl* m_y;
    QCheckBox* m_showModel; ///< where there is room for it; m_modelAction does the same
    QAction* m_modelAction;
    QHBoxLayout* m_switches;
    RuntimeChartView* m_chart;
    ChartExport* m_export;
    std::vector<ChartOverlay> m_overlays;
    std::shared_ptr<const core::ModelOverlay> m_model;
    Subject m_subject;
    std::optional<AxisRange> m_settled; ///< the runtime axis of a run that goes on
};

} // namespace tierscope::ui
