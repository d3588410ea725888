// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/DurationEstimate.h"
#include "ui/bridge/ExperimentLibrary.h"
#include "ui/bridge/ExperimentSession.h"
#include "ui/bridge/PendingRemoval.h"
#include "ui/bridge/SampleAnalyst.h"
#include "ui/bridge/WorkQueue.h"
#include "ui/models/ChartOverlay.h"
#include "ui/models/HistoryModel.h"
#include "ui/models/StatusModel.h"
#include "ui/timeline/RunTimeline.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace tierscope::ui {

/// What is on the table: the experiment that is shown, the one that runs (they may differ), and the history they come from. Panels show it
/// and ask it; it knows no widget. Nothing here blocks.
class Workbench final : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds kUndoTime{10};

    /// `undoTime` is how long a deletion can be taken back.
    Workbench(const std::string& databasePath, BackendFactory backend, std::chrono::milliseconds undoTime = kUndoTime,
              QObject* parent = nullptr);
    ~Workbench() override;
    Workbench(const Workbench&) = delete;
    Workbench& operator=(const Workbench&) = delete;

    /// Lists the database and shows the newest experiment, or the reference measurements when there is none yet.
    void begin();

    /// Asks for a preset's spec, which may take a moment; presetReady answers.
    void prepare(const std::string& presetId);
    /// With a goal no more tiers are measured than it takes to know it.
    void run(const core::ExperimentSpec& spec, std::optional<core::SweepGoal> goal = std::nullopt);
    /// On Lambda a person has to agree first: consentNeeded asks, and resumeAgreed() goes on.
    void resume(std::int64_t id);
    void resumeAgreed(std::int64_t id);
    void stop();
    /// Asks for one run of what is shown, task by task; runLoaded answers.
    void loadRun(int planIndex);
    void show(std::int64_t id);
    /// An empty name: it is called what it measures.
    void rename(std::int64_t id, const QString& name);
    /// specReady answers with what the experiment measures.
    void duplicate(std::int64_t id);
    void exportTo(std::int64_t id, ExportFormat format, const QString& path);

    /// Out of sight at once, and undoRemoval() brings it back for a while (PendingRemoval).
    void remove(std::int64_t id);
    void undoRemoval();
    void settleRemoval() { m_removal.settle(); }
    /// What was deleted last and can be brought back.
    [[nodiscard]] std::optional<QString> removedName() const { return m_removal.name(); }

    /// Stops the run and settles the removal; isSettled() tells at once, settled() later, that nothing is left to be waited for.
    void settle();
    [[nodiscard]] bool isSettled() const { return !isRunning() && m_removal.isSettled(); }

    [[nodiscard]] const core::ExperimentRecord& shown() const { return m_showsRunning ? m_running : m_shown; }
    [[nodiscard]] bool isRunning() const { return m_session.isRunning(); }
    [[nodiscard]] const StatusModel& status() const { return m_status; }
    [[nodiscard]] HistoryModel& history() { return m_history; }
    [[nodiscard]] const std::vector<core::Finding>& findings() const { return m_analyst.result().findings; }
    /// What findingsReady() has announced.
    [[nodiscard]] const Analysis& analysis() const { return m_analyst.result(); }
    /// By what the findings price runs.
    void setCostBasis(std::optional<core::CostBasis> basis) { m_analyst.setCostBasis(std::move(basis)); }
    /// The run that goes on, task by task, if it is of what is shown; liveChanged() announces every change.
    [[nodiscard]] RunTimelinePtr live() const { return m_showsRunning ? m_live.run() : nullptr; }
    /// The ticked experiments but for the one that is shown, as far as their samples are here.
    [[nodiscard]] std::vector<ChartOverlay> overlays() const;
    /// What is known of one task of this workload on this computer.
    [[nodiscard]] std::optional<core::TaskCalibration> calibration(const core::Workload& workload) const;

signals:
    /// shown() is another experiment.
    void experimentShown();
    /// shown() has these more.
    void samplesAdded(const std::vector<tierscope::core::Sample>& samples);
    /// Of shown(); none where it could not be loaded.
    void runLoaded(int planIndex, const tierscope::ui::RunTimelinePtr& run);
    void liveChanged();
    /// Analysis of what is shown, a moment after its samples.
    void findingsReady(const std::vector<tierscope::core::Finding>& findings);
    void overlaysChanged(const std::vector<tierscope::ui::ChartOverlay>& overlays);
    /// shown() has another name.
    void shownRenamed();
    /// removedName() is another.
    void removalChanged();
    void settled();
    void exported(const QString& path);
    void consentNeeded(std::int64_t id, const tierscope::core::ExperimentSpec& spec);
    void specReady(const tierscope::core::ExperimentSpec& spec);
    void presetReady(const std::string& presetId, const tierscope::core::ExperimentSpec& spec);
    void statusChanged();
    void runningChanged(bool isRunning);
    void warned(const tierscope::core::Error& error);
    void failed(const tierscope::core::Error& error);

private:
    void showRecord(core::ExperimentRecord record);
    void showReference();
    void receiveList(const std::vector<core::ExperimentEntry>& entries);
    void receiveRecord(const core::ExperimentRecord& record);
    void receive(const RunUpdate& update);
    void receiveEnd(const core::ExperimentEnded& ended);
    void receiveFault(const core::Error& error);
    void beginRunning();
    void announceShown();
    void announceOverlays();
    void loadOverlays();
    void giveSpec(const core::ExperimentRecord& record);
    [[nodiscard]] AnalysisSubject analysisSubject() const;
    void receiveAnalysis();

    const core::ExperimentRecord m_reference;
    core::ExperimentRecord m_shown;
    core::ExperimentRecord m_running;
    std::optional<core::SweepGoal> m_goal; ///< of m_running
    LiveRun m_live;
    QTimer m_liveTick; ///< while tasks run that report nothing
    bool m_showsRunning = false;
    bool m_isFirstList = true;
    std::optional<std::int64_t> m_wanted;   ///< being loaded, to be shown
    std::optional<std::int64_t> m_resuming; ///< being loaded, to be resumed
    std::optional<std::int64_t> m_agreed;   ///< to be resumed, and a person has agreed
    std::optional<std::int64_t> m_copying;  ///< being loaded, for its spec
    std::set<std::int64_t> m_overlaying;    ///< being loaded, to be laid over
    std::map<std::int64_t, std::vector<core::Sample>> m_overlaySamples;
    bool m_showedRemoved = false; ///< what can be brought back was what is shown
    std::optional<std::pair<core::Workload, core::TaskCalibration>> m_calibration;

    StatusModel m_status;
    HistoryModel m_history;
    ExperimentLibrary m_library;
    PendingRemoval m_removal;
    WorkQueue m_queue;
    SampleAnalyst m_analyst;
    ExperimentSession m_session;
};

} // namespace tierscope::ui
