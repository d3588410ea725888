// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/bridge/Workbench.h"

#include "core/exchange/ObservationsCsv.h"
#include "core/experiment/Preset.h"
#include "ui/models/Experiment.h"

#include <QDateTime>
#include <QFileInfo>

#include <utility>

namespace tierscope::ui {

Workbench::Workbench(const std::string& databasePath, BackendFactory backend, QObject* parent)
    : QObject(parent)
    , m_reference(core::referenceExperiment())
    , m_shown(m_reference)
    , m_history(m_reference.entry, this)
    , m_library(databasePath, this)
    , m_analysis(this)
    , m_session(databasePath, std::move(backend), this)
{
    connect(&m_library, &ExperimentLibrary::listed, this, &Workbench::receiveList);
    connect(&m_library, &ExperimentLibrary::loaded, this, &Workbench::receiveRecord);
    connect(&m_library, &ExperimentLibrary::removed, this, [this](std::int64_t id) {
        if (!m_showsRunning && m_shown.entry.id == id)
            showReference();
        m_library.list();
    });
    connect(&m_library, &ExperimentLibrary::failed, this, [this](const core::Error& error) {
        m_wanted.reset();
        m_resuming.reset();
        // Without a database there is still something true to show.
        if (std::exchange(m_isFirstList, false))
            showReference();
        emit failed(error);
    });
    connect(&m_session, &ExperimentSession::updated, this, &Workbench::receive);
    constexpr std::chrono::seconds kAnalysisPause{1};
    m_analysisPause.setSingleShot(true);
    m_analysisPause.setInterval(kAnalysisPause);
    connect(&m_analysisPause, &QTimer::timeout, this, &Workbench::analyse);
    // Nothing to wait for: there is no database yet.
    if (!QFileInfo::exists(QString::fromStdString(databasePath)))
        m_isFirstList = false;
}

Workbench::~Workbench() = default;

void Workbench::begin()
{
    if (!m_isFirstList)
        showReference();
    m_library.list();
}

void Workbench::prepare(const std::string& presetId)
{
    m_analysis.post([presetId] { return core::presetSpec(presetId); },
                    [this, presetId](const core::Result<core::ExperimentSpec>& spec) {
                        if (spec)
                            emit presetReady(presetId, *spec);
                        else
                            emit failed(spec.error());
                    });
}

void Workbench::run(const core::ExperimentSpec& spec)
{
    if (isRunning())
        return;
    m_running = {};
    m_running.spec = spec;
    m_running.entry.name = core::experimentTitle(spec);
    m_running.entry.workloadTitle = core::workloadTitle(spec.workload);
    m_running.entry.backend = spec.backend;
    m_running.entry.createdAtMs = QDateTime::currentMSecsSinceEpoch();
    m_session.start(spec);
    beginRunning();
}

void Workbench::resume(std::int64_t id)
{
    if (isRunning())
        return;
    // Its earlier samples are needed first, to be shown with those to come.
    m_resuming = id;
    m_library.load(id);
}

void Workbench::stop()
{
    if (!isRunning())
        return;
    m_session.stop();
    m_status.stopping();
    emit statusChanged();
}

void Workbench::show(std::int64_t id)
{
    m_wanted.reset();
    if (id == HistoryModel::kReferenceId) {
        showReference();
    } else if (isRunning() && id == m_running.entry.id) {
        m_showsRunning = true;
        announceShown();
    } else {
        m_wanted = id;
        m_library.load(id);
    }
}

void Workbench::remove(std::int64_t id)
{
    m_library.remove(id);
}

std::optional<core::TaskCalibration> Workbench::calibration(const core::Workload& workload) const
{
    if (m_calibration && m_calibration->first == workload)
        return m_calibration->second;
    return std::nullopt;
}

void Workbench::showReference()
{
    showRecord(m_reference);
}

void Workbench::showRecord(core::ExperimentRecord record)
{
    m_shown = std::move(record);
    m_showsRunning = false;
    announceShown();
}

void Workbench::announceShown()
{
    ++m_generation;
    emit experimentShown();
    analyse();
}

void Workbench::receiveList(const std::vector<core::ExperimentEntry>& entries)
{
    m_history.setEntries(entries);
    if (!std::exchange(m_isFirstList, false) || m_showsRunning)
        return;
    if (entries.empty())
        showReference();
    else
        show(entries.front().id);
}

void Workbench::receiveRecord(const core::ExperimentRecord& record)
{
    if (m_resuming == record.entry.id && !isRunning()) {
        m_resuming.reset();
        m_running = record;
        m_session.resume(record.entry.id);
        beginRunning();
    } else if (m_wanted == record.entry.id) {
        m_wanted.reset();
        showRecord(record);
    }
}

void Workbench::beginRunning()
{
    m_running.entry.status = core::ExperimentStatus::Running;
    m_showsRunning = true;
    m_wanted.reset();
    m_status.begin();
    emit runningChanged(true);
    emit statusChanged();
    announceShown();
}

void Workbench::receive(const RunUpdate& update)
{
    m_status.apply(update);
    if (update.started) {
        m_running.entry.id = update.started->experimentId;
        m_running.entry.plannedRuns = update.started->plannedRuns;
        m_running.host = update.started->host;
        m_library.list();
    }
    if (update.calibration) {
        const core::CalibrationFinished& measured = *update.calibration;
        // A task that mostly waits is not told by its CPU time.
        constexpr double kLeastCpuSeconds = 1e-3;
        if (measured.taskCpuSeconds >= kLeastCpuSeconds)
            m_calibration = {m_running.spec.workload, {measured.taskCpuSeconds, measured.taskCpuSeconds, measured.taskStartSeconds}};
    }
    for (const core::Sample& sample : update.samples)
        addSample(m_running, sample);
    if (!update.samples.empty() && m_showsRunning) {
        emit samplesAdded(update.samples);
        if (!m_analysisPause.isActive())
            m_analysisPause.start();
    }
    m_history.setProgress(m_running.entry.id, m_status.finishedRuns(), m_status.failedRuns());
    for (const core::Error& warning : update.warnings)
        emit warned(warning);
    if (update.ended) {
        m_running.entry.status = update.ended->status;
        if (m_showsRunning) {
            m_showsRunning = false;
            m_shown = m_running;
            m_analysisPause.stop();
            analyse();
        }
        if (update.ended->error)
            emit failed(*update.ended->error);
        emit runningChanged(false);
        m_library.list();
    }
    emit statusChanged();
}

void Workbench::analyse()
{
    m_isAnalysisStale = true;
    if (m_isAnalysing)
        return;
    m_isAnalysing = true;
    m_isAnalysisStale = false;
    m_analysis.post([samples = shown().samples] { return makeFindingCards(core::findings(core::summarise(samples))); },
                    [this, generation = m_generation](const std::vector<FindingCard>& cards) {
                        m_isAnalysing = false;
                        if (generation == m_generation)
                            emit findingsReady(cards);
                        if (m_isAnalysisStale)
                            analyse();
                    });
}

} // namespace tierscope::ui
