// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/StatusModel.h"

#include "ui/models/Wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace tierscope::ui {

namespace {

struct Status {
    Q_DECLARE_TR_FUNCTIONS(Status)
};

} // namespace

void StatusModel::begin()
{
    std::string limiter = std::move(m_limiter);
    const int cpus = m_usableCpus;
    *this = StatusModel();
    m_limiter = std::move(limiter);
    m_usableCpus = cpus;
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
        m_limiter = update.started->limiter;
        m_usableCpus = update.started->host.usableCpus;
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
    const QString tier = tierText(run.memory);
    const QString mode =
        run.mode == core::ScheduleMode::Sequential ? modeWord(run.mode) : Status::tr("%1, %2 at once").arg(modeWord(run.mode)).arg(run.cap);
    const int number = run.repeat + 1;
    if (run.warmup)
        return Status::tr("%1, %2, warm-up %3 of %4").arg(tier, mode).arg(number).arg(std::max(m_warmups, number));
    return Status::tr("%1, %2, repeat %3 of %4").arg(tier, mode).arg(number).arg(std::max(m_repeats, number));
}

QString StatusModel::endedText() const
{
    const QString failed = samplesText(m_failedRuns);
    switch (m_ended->status) {
    case core::ExperimentStatus::Cancelled:
        return m_failedRuns > 0 ? Status::tr("Stopped; what was measured is kept, %1 failed").arg(failed)
                                : Status::tr("Stopped; what was measured is kept");
    case core::ExperimentStatus::Interrupted:
        return m_failedRuns > 0 ? Status::tr("Broken off, %1 failed").arg(failed) : Status::tr("Broken off");
    default:
        return m_failedRuns > 0 ? Status::tr("Finished, %1 failed").arg(failed) : Status::tr("Finished");
    }
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
    if (m_limiter.empty())
        return {};
    return Status::tr("%1, %2").arg(limiterText(m_limiter), cpusText(m_usableCpus));
}

} // namespace tierscope::ui
