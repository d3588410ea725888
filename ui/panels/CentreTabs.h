// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/SpeedUp.h"
#include "core/analysis/Summary.h"
#include "core/base/Error.h"
#include "core/store/ExperimentStore.h"
#include "ui/models/ChartOverlay.h"
#include "ui/models/CostChoice.h"
#include "ui/models/RuntimeChartModel.h"
#include "ui/theme/Tokens.h"
#include "ui/timeline/RunTimeline.h"

#include <QTabWidget>

#include <memory>
#include <vector>

namespace tierscope::ui {

class CostPage;
class RuntimePage;
class SamplePage;
class SpeedupPage;
class TimelinePage;
class WelcomeBar;

/// The views of the experiment that is shown, a tab each. All of them are told of everything; a view that is added is told here.
class CentreTabs final : public QTabWidget {
    Q_OBJECT

public:
    explicit CentreTabs(Scheme scheme, QWidget* parent = nullptr);

    /// Another experiment.
    void show(const core::ExperimentRecord& record);
    /// The same one, which has these more.
    void add(const core::ExperimentRecord& record, const std::vector<core::Sample>& samples);
    /// One run of the same one, which runWanted() asked for, and the one that goes on.
    void showRun(int planIndex, const RunTimelinePtr& run);
    void showLive(const RunTimelinePtr& run);
    /// What the samples of the same one say; comes after them.
    void showAnalysis(const core::ExperimentRecord& record, const core::SpeedupAnalysis& speedup,
                      const std::vector<core::SummaryRow>& summary);
    /// The performance model of the same one; null where there is none. Asks for redraw().
    void setModel(std::shared_ptr<const core::ModelOverlay> model);
    /// The same one, in the view that a person has changed.
    void redraw(const core::ExperimentRecord& record);
    /// Asks with viewChanged() for redraw().
    void setOverlays(const std::vector<ChartOverlay>& overlays);
    void setScheme(Scheme scheme);
    void setWelcome(bool isFirst);
    [[nodiscard]] WelcomeBar* welcome() const;

    /// The next view, or with -1 the one before; round and round.
    void step(int by);

    /// What a person has chosen to see: to be carried over to other tabs, or to the next start.
    struct Choice {
        int tab = 0;
        RuntimeView runtime;
        CostChoice cost;
    };
    [[nodiscard]] Choice choice() const;
    void setChoice(const Choice& choice);

signals:
    /// The axes or what is laid over: redraw().
    void viewChanged();
    /// choice().cost is another.
    void costChosen();
    void runWanted(int planIndex);
    void failed(const tierscope::core::Error& error);

private:
    RuntimePage* m_runtime;
    SpeedupPage* m_speedup;
    CostPage* m_cost;
    TimelinePage* m_timeline;
    SamplePage* m_samples;
};

} // namespace tierscope::ui
