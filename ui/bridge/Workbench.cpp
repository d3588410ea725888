// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/bridge/Workbench.h"

#include "core/exchange/ObservationsCsv.h"
#include "core/experiment/Preset.h"
#include "ui/models/Experiment.h"
#include "ui/models/WorkloadWording.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace tierscope::ui {

Workbench::Workbench(const std::string& databasePath, BackendFactory backend, std::chrono::milliseconds undoTime, QObject* parent)
    : QObject(parent)
    , m_reference(core::referenceExperiment())
    , m_shown(m_reference)
    , m_history(m_reference.entry, this)
    , m_library(databasePath, this)
    , m_removal(m_library, m_history, undoTime, this)
    , m_queue(this)
    , m_analyst(m_queue, [this] { return analysisSubject(); })
    , m_session(databasePath, std::move(backend), this)
{
    connect(&m_library, &ExperimentLibrary::listed, this, &Workbench::receiveList);
    connect(&m_library, &ExperimentLibrary::loaded, this, &Workbench::receiveRecord);
    connect(&m_library, &ExperimentLibrary::renamed, &m_library, &ExperimentLibrary::list);
    connect(&m_library, &ExperimentLibrary::exported, this, &Workbench::exported);
    connect(&m_library, &ExperimentLibrary::failed, this, &Workbench::receiveFault);
    connect(&m_history, &HistoryModel::tickedChanged, this, &Workbench::loadOverlays);
    connect(&m_history, &HistoryModel::renameRequested, this, &Workbench::rename);
    connect(&m_removal, &PendingRemoval::changed, this, &Workbench::removalChanged);
    connect(&m_removal, &PendingRemoval::failed, this, &Workbench::failed);
    connect(&m_removal, &PendingRemoval::done, this, [this] {
        if (isSettled())
            emit settled();
    });
    connect(&m_library, &ExperimentLibrary::runLoaded, this, [this](std::int64_t id, int planIndex, const RunTimelinePtr& run) {
        if (id == shown().entry.id)
            emit runLoaded(planIndex, run);
    });
    connect(&m_library, &ExperimentLibrary::runNotLoaded, this, [this](std::int64_t id, int planIndex, const core::Error& error) {
        if (id != shown().entry.id)
            return;
        emit runLoaded(planIndex, nullptr);
        emit failed(error);
    });
    connect(&m_session, &ExperimentSession::updated, this, &Workbench::receive);
    connect(&m_analyst, &SampleAnalyst::ready, this, &Workbench::receiveAnalysis);
    constexpr std::chrono::milliseconds kLiveTick{100};
    m_liveTick.setInterval(kLiveTick);
    connect(&m_liveTick, &QTimer::timeout, this, [this] {
        if (!m_showsRunning || !m_live.run() || m_live.run()->running.empty())
            return;
        m_live.tick();
        emit liveChanged();
    });
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
    m_queue.post([presetId] { return core::presetSpec(presetId); },
                 [this, presetId](const core::Result<core::ExperimentSpec>& spec) {
                     if (spec)
                         emit presetReady(presetId, *spec);
                     else
                         emit failed(spec.error());
                 });
}

void Workbench::run(const core::ExperimentSpec& spec, std::optional<core::SweepGoal> goal)
{
    if (isRunning())
        return;
    m_running = {};
    m_running.spec = spec;
    m_running.entry.name = core::experimentTitle(spec);
    m_running.entry.isNamed = !spec.name.empty();
    m_running.entry.workload = spec.workload;
    m_running.entry.taskCount = spec.tasks;
    m_running.entry.workloadTitle = core::workloadTitle(spec.workload);
    m_running.entry.backend = spec.backend;
    m_running.entry.function = spec.lambda.function;
    m_running.entry.qualifier = spec.lambda.qualifier;
    m_running.entry.region = spec.lambda.region;
    m_running.entry.isAnyFunction = spec.lambda.contract == core::LambdaContract::Any;
    m_running.entry.createdAtMs = QDateTime::currentMSecsSinceEpoch();
    m_goal = goal;
    m_session.start(spec, goal);
    beginRunning();
}

void Workbench::resume(std::int64_t id)
{
    if (isRunning())
        return;
    // Its earlier samples are needed first, to be shown with those to come.
    m_resuming = id;
    m_agreed.reset();
    m_library.load(id);
}

void Workbench::resumeAgreed(std::int64_t id)
{
    if (isRunning())
        return;
    m_resuming = id;
    m_agreed = id;
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

void Workbench::loadRun(int planIndex)
{
    const core::ExperimentRecord& record = shown();
    if (record.entry.id == HistoryModel::kReferenceId)
        emit runLoaded(planIndex, nullptr);
    else
        m_library.loadRun(record.entry.id, planIndex, core::taskAlone(record.samples));
}

void Workbench::rename(std::int64_t id, const QString& name)
{
    if (id == HistoryModel::kReferenceId)
        return;
    const auto apply = [id, &name](core::ExperimentRecord& record) {
        if (record.entry.id != id)
            return;
        record.spec.name = name.toStdString();
        record.entry.name = core::experimentTitle(record.spec);
        record.entry.isNamed = !name.isEmpty();
    };
    apply(m_shown);
    apply(m_running);
    m_library.rename(id, name.toStdString());
    if (shown().entry.id == id)
        emit shownRenamed();
}

void Workbench::duplicate(std::int64_t id)
{
    if (id == HistoryModel::kReferenceId) {
        giveSpec(m_reference);
        return;
    }
    m_copying = id;
    m_library.load(id);
}

void Workbench::giveSpec(const core::ExperimentRecord& record)
{
    core::ExperimentSpec spec = record.spec;
    // Two experiments of one name would be hard to tell apart; and what was published, of no function of ours, is measured anew here.
    spec.name.clear();
    if (spec.lambda.function.empty())
        spec.backend = core::BackendKind::Local;
    emit specReady(spec);
}

void Workbench::exportTo(std::int64_t id, ExportFormat format, const QString& path)
{
    if (id == HistoryModel::kReferenceId)
        m_library.exportTo(m_reference, format, path);
    else
        m_library.exportTo(id, format, path);
}

void Workbench::remove(std::int64_t id)
{
    const bool isShown = !m_showsRunning && m_shown.entry.id == id;
    if (!m_removal.remove(id))
        return;
    m_showedRemoved = isShown;
    if (isShown)
        showReference();
}

void Workbench::undoRemoval()
{
    if (const auto id = m_removal.undo(); id && m_showedRemoved)
        show(*id);
}

void Workbench::settle()
{
    stop();
    settleRemoval();
}

std::vector<ChartOverlay> Workbench::overlays() const
{
    std::vector<ChartOverlay> overlays;
    for (const std::int64_t id : m_history.ticked()) {
        if (id == shown().entry.id)
            continue;
        const QString name = entryName(m_history.entry(m_history.rowOf(id).value()));
        if (id == HistoryModel::kReferenceId)
            overlays.push_back({id, name, m_reference.samples});
        else if (isRunning() && id == m_running.entry.id)
            overlays.push_back({id, name, m_running.samples});
        else if (const auto known = m_overlaySamples.find(id); known != m_overlaySamples.end())
            overlays.push_back({id, name, known->second});
    }
    return overlays;
}

void Workbench::loadOverlays()
{
    const std::vector<std::int64_t> ticked = m_history.ticked();
    const auto isTicked = [&ticked](std::int64_t id) { return std::ranges::find(ticked, id) != ticked.end(); };
    std::erase_if(m_overlaySamples, [&isTicked](const auto& known) { return !isTicked(known.first); });
    for (const std::int64_t id : ticked) {
        const bool isHere = id == HistoryModel::kReferenceId || m_overlaySamples.contains(id) || (isRunning() && id == m_running.entry.id);
        if (!isHere && m_overlaying.insert(id).second)
            m_library.load(id);
    }
    announceOverlays();
}

void Workbench::announceOverlays()
{
    emit overlaysChanged(overlays());
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
    emit experimentShown();
    if (!m_history.ticked().empty())
        announceOverlays();
    m_analyst.begin();
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
    const std::int64_t id = record.entry.id;
    if (m_overlaying.erase(id) > 0) {
        m_overlaySamples[id] = record.samples;
        announceOverlays();
    }
    if (m_copying == id) {
        m_copying.reset();
        giveSpec(record);
    }
    if (m_resuming == id && !isRunning()) {
        m_resuming.reset();
        if (record.spec.backend == core::BackendKind::Lambda && m_agreed != id) {
            emit consentNeeded(id, record.spec);
            return;
        }
        m_running = record;
        m_goal.reset();
        m_session.resume(id, record.spec.backend);
        beginRunning();
    } else if (m_wanted == id) {
        m_wanted.reset();
        showRecord(record);
    }
}

void Workbench::receiveFault(const core::Error& error)
{
    m_wanted.reset();
    m_resuming.reset();
    m_copying.reset();
    for (const std::int64_t id : std::exchange(m_overlaying, {}))
        m_history.setTicked(id, false);
    // Without a database there is still something true to show.
    if (std::exchange(m_isFirstList, false))
        showReference();
    emit failed(error);
}

void Workbench::beginRunning()
{
    m_running.entry.status = core::ExperimentStatus::Running;
    m_live.setExperiment(m_running.spec, m_running.host.usableCpus);
    m_liveTick.start();
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
    if (m_live.apply(update) && m_showsRunning)
        emit liveChanged();
    if (!update.samples.empty() && m_showsRunning) {
        emit samplesAdded(update.samples);
        m_analyst.analyseSoon();
    }
    m_history.setProgress(m_running.entry.id, m_status.finishedRuns(), m_status.failedRuns());
    if (!update.samples.empty() && !m_showsRunning && !m_history.ticked().empty())
        announceOverlays();
    for (const core::Error& warning : update.warnings)
        emit warned(warning);
    if (update.ended)
        receiveEnd(*update.ended);
    emit statusChanged();
    if (update.ended && isSettled())
        emit settled();
}

void Workbench::receiveEnd(const core::ExperimentEnded& ended)
{
    m_running.entry.status = ended.status;
    m_live.clear();
    m_liveTick.stop();
    if (m_showsRunning) {
        m_showsRunning = false;
        m_shown = m_running;
        m_analyst.analyse();
    }
    // What was kept of it may be of before it went on.
    m_overlaySamples.erase(m_running.entry.id);
    loadOverlays();
    if (ended.error)
        emit failed(*ended.error);
    emit liveChanged();
    emit runningChanged(false);
    m_library.list();
}

AnalysisSubject Workbench::analysisSubject() const
{
    const core::ExperimentSpec& spec = shown().spec;
    const bool isAny = spec.backend == core::BackendKind::Lambda && spec.lambda.contract == core::LambdaContract::Any;
    const bool isRunningOnes = m_showsRunning || (m_running.entry.id > 0 && m_running.entry.id == m_shown.entry.id);
    AnalysisSubject subject{shown().samples, std::nullopt, !isAny};
    if (m_goal && isRunningOnes)
        subject.sweep = core::sweepCandidates(spec, *m_goal, shown().host.usableCpus);
    return subject;
}

void Workbench::receiveAnalysis()
{
    const auto fastest = std::ranges::find(findings(), core::Finding::Kind::Fastest, &core::Finding::kind);
    if (fastest != findings().end())
        m_history.setFastest(shown().entry.id, fastest->row.medianSeconds);
    emit findingsReady(findings());
}

} // namespace tierscope::ui
