// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/StatusModel.h"

#include "ui/models/Wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace tierscope::ui {

namespace {

struct Status {
    Q_DECLARE_TR_FUNCTIONS(Status)
};

} // namespace

void StatusModel::begin()
{
    const QString limiter = m_limiter;
    *this = StatusModel();
    m_limiter = limiter;
    m_phase = Phase::Preparing;
    m_isRunning = true;
}

void StatusModel::stopping()
{
    if (m_isRunning)
        m_phase = Phase::Stopping;
}

void StatusModel::apply(const RunUpdate& update)
{
    if (update.started) {
        m_plannedRuns = update.started->plannedRuns;
        m_finishedRuns = update.started->finishedRuns;
        m_tasks = update.started->spec.tasks;
        m_repeats = update.started->spec.repeats;
        m_warmups = update.started->spec.warmup;
        m_limiter = Status::tr("%1, %2").arg(QString::fromStdString(update.started->limiter), cpusText(update.started->host.usableCpus));
    }
    if (update.current) {
        m_current = update.current;
        m_tasksEnded = 0;
        if (m_phase == Phase::Preparing)
            m_phase = Phase::Running;
    }
    m_tasksEnded += update.tasksEnded;
    for (const core::Sample& sample : update.samples)
        m_failedRuns += sample.ok ? 0 : 1;
    if (update.progress) {
        m_finishedRuns = update.progress->finishedRuns;
        m_plannedRuns = update.progress->plannedRuns;
        m_secondsLeft = update.progress->timeLeft.count();
    }
    if (update.ended) {
        m_ended = update.ended;
        m_failedRuns = update.ended->failedSamples;
        m_phase = Phase::Ended;
        m_isRunning = false;
    }
}

double StatusModel::progress() const
{
    return m_plannedRuns > 0 ? std::clamp(static_cast<double>(m_finishedRuns) / m_plannedRuns, 0.0, 1.0) : 0;
}

QString StatusModel::activity() const
{
    switch (m_phase) {
    case Phase::Idle:
        return Status::tr("Ready");
    case Phase::Preparing:
        return Status::tr("Preparing: timing one task");
    case Phase::Stopping:
        return Status::tr("Stopping");
    case Phase::Ended:
        return endedText();
    case Phase::Running:
        break;
    }
    const core::PlannedRun& run = *m_current;
    const QString repeat = run.warmup ? Status::tr("warm-up %1 of %2").arg(run.repeat + 1).arg(std::max(m_warmups, run.repeat + 1))
                                      : Status::tr("repeat %1 of %2").arg(run.repeat + 1).arg(std::max(m_repeats, run.repeat + 1));
    QString mode = modeWord(run.mode);
    if (run.mode != core::ScheduleMode::Sequential)
        mode = Status::tr("%1, %2 at once").arg(mode).arg(run.cap);
    return Status::tr("%1, %2, %3").arg(tierText(run.memory), mode, repeat);
}

QString StatusModel::endedText() const
{
    QString text;
    switch (m_ended->status) {
    case core::ExperimentStatus::Cancelled:
        text = Status::tr("Stopped; what was measured is kept");
        break;
    case core::ExperimentStatus::Interrupted:
        text = Status::tr("Broken off");
        break;
    default:
        text = Status::tr("Finished");
        break;
    }
    if (m_failedRuns > 0)
        text += Status::tr(", %1 failed").arg(samplesText(m_failedRuns));
    return text;
}

QString StatusModel::samples() const
{
    if (m_plannedRuns == 0)
        return {};
    return Status::tr("%1 of %2 samples").arg(m_finishedRuns).arg(m_plannedRuns);
}

QString StatusModel::timeLeft() const
{
    if (!m_isRunning || m_phase == Phase::Stopping || m_secondsLeft < 0)
        return {};
    return Status::tr("%1 left").arg(durationText(m_secondsLeft));
}

QString StatusModel::limiter() const
{
    return m_limiter;
}

} // namespace tierscope::ui
