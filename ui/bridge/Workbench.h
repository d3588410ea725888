// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/DurationEstimate.h"
#include "ui/bridge/ExperimentLibrary.h"
#include "ui/bridge/ExperimentSession.h"
#include "ui/models/FindingsModel.h"
#include "ui/models/HistoryModel.h"
#include "ui/models/StatusModel.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <string>
#include <vector>

namespace tierscope::ui {

/// What is on the table: the experiment that is shown, the one that runs (they may differ), and the history they come from. Panels show it
/// and ask it; it knows no widget. Nothing here blocks.
class Workbench final : public QObject {
    Q_OBJECT

public:
    Workbench(const std::string& databasePath, BackendFactory backend, QObject* parent = nullptr);
    ~Workbench() override;
    Workbench(const Workbench&) = delete;
    Workbench& operator=(const Workbench&) = delete;

    /// Lists the database and shows the newest experiment, or the reference measurements when there is none yet.
    void begin();

    /// Asks for a preset's spec, which may take a moment; presetReady answers.
    void prepare(const std::string& presetId);
    void run(const core::ExperimentSpec& spec);
    void resume(std::int64_t id);
    void stop();
    void show(std::int64_t id);
    void remove(std::int64_t id);

    [[nodiscard]] const core::ExperimentRecord& shown() const { return m_showsRunning ? m_running : m_shown; }
    [[nodiscard]] bool isRunning() const { return m_session.isRunning(); }
    [[nodiscard]] const StatusModel& status() const { return m_status; }
    [[nodiscard]] HistoryModel& history() { return m_history; }
    /// What is known of one task of this workload on this computer.
    [[nodiscard]] std::optional<core::TaskCalibration> calibration(const core::Workload& workload) const;

signals:
    /// shown() is another experiment.
    void experimentShown();
    /// shown() has these more.
    void samplesAdded(const std::vector<tierscope::core::Sample>& samples);
    /// Analysis of what is shown, a moment after its samples.
    void findingsReady(const std::vector<tierscope::ui::FindingCard>& cards);
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
    void beginRunning();
    void announceShown();
    void analyse();

    const core::ExperimentRecord m_reference;
    core::ExperimentRecord m_shown;
    core::ExperimentRecord m_running;
    bool m_showsRunning = false;
    bool m_isFirstList = true;
    std::optional<std::int64_t> m_wanted;   ///< being loaded, to be shown
    std::optional<std::int64_t> m_resuming; ///< being loaded, to be resumed
    std::optional<std::pair<core::Workload, core::TaskCalibration>> m_calibration;
    int m_generation = 0;   ///< counts what was shown, so that an analysis of what no longer is gets dropped
    QTimer m_analysisPause; ///< while runs are measured, analysing takes their CPUs: at most once a second
    bool m_isAnalysing = false;
    bool m_isAnalysisStale = false;

    StatusModel m_status;
    HistoryModel m_history;
    ExperimentLibrary m_library;
    WorkQueue m_analysis;
    ExperimentSession m_session;
};

} // namespace tierscope::ui
