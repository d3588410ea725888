// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "tests/ui/FakeBackend.h"

#include "core/tier/QuotaLaw.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <chrono>

namespace tierscope::tests {

namespace {

constexpr double kTaskCpuSeconds = 0.35;
constexpr int kCpus = 2;

} // namespace

void FakeScript::hold()
{
    const std::scoped_lock lock(m_mutex);
    m_isHolding = true;
    m_allowed = 0;
}

void FakeScript::allow(int runs)
{
    const std::scoped_lock lock(m_mutex);
    m_allowed += runs;
    m_changed.notify_all();
}

void FakeScript::release()
{
    const std::scoped_lock lock(m_mutex);
    m_isHolding = false;
    m_changed.notify_all();
}

bool FakeScript::waitUntilHeld()
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, std::chrono::seconds(30), [this] { return m_waiting > 0 && m_allowed == 0; });
}

void FakeScript::failPreparation(core::Error error)
{
    const std::scoped_lock lock(m_mutex);
    m_preparationError = std::move(error);
}

void FakeScript::failRun(int planIndex, std::string reason)
{
    const std::scoped_lock lock(m_mutex);
    m_failures[planIndex] = std::move(reason);
}

void FakeScript::breakRun(int planIndex, core::Error error)
{
    const std::scoped_lock lock(m_mutex);
    m_breaks[planIndex] = std::move(error);
}

void FakeScript::warn(core::Error warning)
{
    const std::scoped_lock lock(m_mutex);
    m_warning = std::move(warning);
}

void FakeScript::setTaskEvents(int count)
{
    const std::scoped_lock lock(m_mutex);
    m_taskEvents = count;
}

void FakeScript::setEarlyEvents(int count)
{
    const std::scoped_lock lock(m_mutex);
    m_earlyEvents = count;
}

void FakeScript::setCpuModels(std::vector<std::string> models)
{
    const std::scoped_lock lock(m_mutex);
    m_cpuModels = std::move(models);
}

ui::BackendFactory FakeScript::factory()
{
    return [this](core::BackendKind /*kind*/) { return std::make_unique<FakeBackend>(*this); };
}

core::Result<void> FakeBackend::prepare(const core::ExperimentSpec& spec, const core::RunEventSink& sink, std::stop_token /*stop*/)
{
    const std::scoped_lock lock(m_script.m_mutex);
    m_tasks = spec.tasks;
    if (m_script.m_preparationError)
        return core::fail(*m_script.m_preparationError);
    if (m_script.m_warning)
        sink(core::WarningRaised{*m_script.m_warning});
    return {};
}

/// Of a run without failures: tasks in waves that fill it, and the trace of its CPU where the quota held it back.
core::Sample FakeBackend::measure(const core::PlannedRun& run, int tasks) const
{
    const core::TierLimits limits = core::tierLimits(run.memory, kCpus);
    core::Sample sample;
    sample.planIndex = run.planIndex;
    sample.memory = run.memory;
    sample.vcpus = limits.visibleVcpus;
    sample.share = limits.tierShare;
    sample.mode = run.mode;
    sample.cap = run.cap;
    sample.taskCount = m_tasks;
    sample.repeat = run.repeat;
    sample.warmup = run.warmup;
    // A few per cent of scatter that every run of the test has alike.
    const double scatter = 1 + 0.02 * ((run.planIndex * 7 + 13) % 5 - 2);
    const int cap = run.mode == core::ScheduleMode::Sequential ? 1 : run.cap;
    sample.wallSeconds =
        core::idealMakespan(std::vector<double>(static_cast<std::size_t>(m_tasks), kTaskCpuSeconds), cap, limits.tierShare) * scatter
        + (cap > 1 ? 0.04 / std::min(1.0, limits.tierShare.value) : 0);
    sample.dilation = limits.dilation;
    sample.limiter = limiter();
    sample.cpuSeconds = m_tasks * kTaskCpuSeconds;
    sample.throttledSeconds = std::max(0.0, sample.wallSeconds - m_tasks * kTaskCpuSeconds);
    sample.ok = true;
    sample.startedAtMs = 1'760'000'000'000;
    const core::Nanoseconds whole(static_cast<std::int64_t>(sample.wallSeconds * sample.dilation.factor * 1e9));
    const core::Nanoseconds length = whole / std::max(1, (tasks + cap - 1) / cap);
    for (int index = 0; index < tasks; ++index) {
        core::TaskRecord task;
        task.index = index;
        task.slot = index % cap;
        task.started = length * (index / cap);
        task.ready = task.started + length / 50;
        task.ended = task.started + length;
        task.userUs = static_cast<std::int64_t>(kTaskCpuSeconds * 1e6);
        task.outcome = core::TaskOutcome::Done;
        sample.tasks.push_back(task);
    }
    if (*sample.throttledSeconds > 0) {
        constexpr int kLooks = 200;
        for (int look = 0; look <= kLooks; ++look) {
            const core::Nanoseconds at = whole * look / kLooks;
            const auto part = [at](double share) {
                return core::Nanoseconds(static_cast<std::int64_t>(static_cast<double>(at.count()) * share));
            };
            sample.cpuTrace.push_back({at, part(std::min(limits.appliedShare.value, static_cast<double>(cap))),
                                       part(*sample.throttledSeconds / sample.wallSeconds)});
        }
    }
    return sample;
}

core::Result<core::Sample> FakeBackend::run(const core::PlannedRun& run, const core::RunEventSink& sink, std::stop_token stop)
{
    std::unique_lock lock(m_script.m_mutex);
    const bool isCalibration = run.planIndex < 0;
    core::Sample sample = measure(run, m_script.m_taskEvents);
    const auto report = [&](std::size_t from, std::size_t to) {
        for (std::size_t index = from; index < to; ++index) {
            sink(core::TaskStarted{sample.tasks[index].index, sample.tasks[index].slot, sample.tasks[index].started});
            sink(core::TaskEnded{sample.tasks[index]});
        }
    };
    const std::size_t early = isCalibration ? 0 : std::min(static_cast<std::size_t>(m_script.m_earlyEvents), sample.tasks.size());
    report(0, early);
    if (m_script.m_isHolding && !isCalibration) {
        ++m_script.m_waiting;
        m_script.m_changed.notify_all();
        const bool mayGo = m_script.m_changed.wait(lock, stop, [this] { return m_script.m_allowed > 0 || !m_script.m_isHolding; });
        --m_script.m_waiting;
        if (mayGo && m_script.m_isHolding)
            --m_script.m_allowed;
    }
    if (stop.stop_requested())
        return core::fail(core::ErrorCode::Cancelled, "the run was stopped");
    if (const auto broken = m_script.m_breaks.find(run.planIndex); broken != m_script.m_breaks.end())
        return core::fail(broken->second);
    if (const auto failure = m_script.m_failures.find(run.planIndex); failure != m_script.m_failures.end()) {
        constexpr std::size_t kFailing = 3;
        sample.ok = failure->second.empty();
        sample.error = failure->second;
        if (sample.tasks.size() > kFailing) {
            sample.tasks[kFailing].outcome = core::TaskOutcome::Failed;
            sample.tasks[kFailing].error = failure->second;
        }
    }
    if (const std::size_t models = m_script.m_cpuModels.size(); models > 0 && !isCalibration)
        sample.cpuModel = m_script.m_cpuModels[static_cast<std::size_t>(run.planIndex) % 5 % models];
    lock.unlock();
    report(early, sample.tasks.size());
    return sample;
}

} // namespace tierscope::tests
