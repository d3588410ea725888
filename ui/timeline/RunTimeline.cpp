// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/RunTimeline.h"

#include "core/base/Clock.h"
#include "core/tier/QuotaLaw.h"
#include "ui/bridge/RunUpdate.h"

#include <algorithm>
#include <unordered_set>

namespace tierscope::ui {

double RunTimeline::seconds() const
{
    const double end = std::max(sample.wallSeconds, tasks.end());
    return running.empty() ? end : std::max(end, elapsed);
}

RunTimeline makeRunTimeline(core::Sample sample, const std::optional<core::TaskAlone>& alone)
{
    RunTimeline run;
    run.tasks = TimelineTasks::of(sample);
    run.cpu = CpuStrip(sample.cpuTrace, sample.dilation);
    run.parts = core::decompose(sample);
    if (run.parts && alone)
        run.parts = core::comparedWith(*run.parts, *alone);
    sample.tasks = {};
    sample.cpuTrace = {};
    run.sample = std::move(sample);
    return run;
}

void LiveRun::setExperiment(const core::ExperimentSpec& spec, int usableCpus)
{
    m_run.reset();
    m_backend = spec.backend;
    m_taskCount = spec.tasks;
    m_usableCpus = std::max(1, usableCpus);
}

void LiveRun::begin(const core::PlannedRun& planned)
{
    const core::TierLimits limits = core::tierLimits(planned.memory, m_usableCpus);
    m_run = std::make_shared<RunTimeline>();
    m_epoch.reset();
    core::Sample& sample = m_run->sample;
    sample.planIndex = planned.planIndex;
    sample.memory = planned.memory;
    sample.vcpus = limits.visibleVcpus;
    sample.share = limits.tierShare;
    sample.mode = planned.mode;
    sample.cap = planned.cap;
    sample.taskCount = m_taskCount;
    sample.repeat = planned.repeat;
    sample.warmup = planned.warmup;
    sample.cold = planned.cold;
    // On Lambda the tier has its own CPUs.
    if (m_backend == core::BackendKind::Local)
        sample.dilation = limits.dilation;
    m_run->tasks = TimelineTasks(sample.dilation, sample.mode == core::ScheduleMode::Sequential ? 1 : sample.cap);
}

void LiveRun::tick()
{
    if (m_run && m_epoch)
        m_run->elapsed = m_run->tasks.inTierTime(core::monotonicNow() - *m_epoch);
}

bool LiveRun::apply(const RunUpdate& update)
{
    if (update.started)
        m_usableCpus = std::max(1, update.started->host.usableCpus);
    if (update.current)
        begin(*update.current);
    if (!m_run)
        return false;
    const core::Nanoseconds now = core::monotonicNow();
    for (const core::TaskStarted& task : update.tasksStarted) {
        m_epoch = std::min(m_epoch.value_or(now), now - task.started);
        m_run->running.push_back({task.index, task.slot, m_run->tasks.inTierTime(task.started)});
    }
    std::unordered_set<int> ended;
    for (const core::TaskRecord& task : update.tasks) {
        m_run->tasks.add(task);
        ended.insert(task.index);
    }
    std::erase_if(m_run->running, [&ended](const RunningTask& task) { return ended.contains(task.index); });
    tick();
    return update.current || !update.tasksStarted.empty() || !update.tasks.empty();
}

} // namespace tierscope::ui
