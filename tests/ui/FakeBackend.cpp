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

core::Result<core::Sample> FakeBackend::run(const core::PlannedRun& run, const core::RunEventSink& sink, std::stop_token stop)
{
    std::unique_lock lock(m_script.m_mutex);
    const bool isCalibration = run.planIndex < 0;
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
    const auto failure = m_script.m_failures.find(run.planIndex);
    const std::string reason = failure == m_script.m_failures.end() ? std::string() : failure->second;
    const int taskEvents = m_script.m_taskEvents;
    const std::size_t models = m_script.m_cpuModels.size();
    const std::string cpuModel =
        models == 0 || isCalibration ? std::string() : m_script.m_cpuModels[static_cast<std::size_t>(run.planIndex) % 5 % models];
    lock.unlock();

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
    sample.cpuModel = cpuModel;
    sample.cpuSeconds = m_tasks * kTaskCpuSeconds;
    sample.throttledSeconds = std::max(0.0, sample.wallSeconds - m_tasks * kTaskCpuSeconds);
    sample.ok = reason.empty();
    sample.error = reason;
    sample.startedAtMs = 1'760'000'000'000;
    for (int index = 0; index < taskEvents; ++index) {
        core::TaskRecord task;
        task.index = index;
        task.slot = 0;
        task.userUs = static_cast<std::int64_t>(kTaskCpuSeconds * 1e6);
        task.outcome = core::TaskOutcome::Done;
        sink(core::TaskStarted{index, 0, {}});
        sink(core::TaskEnded{task});
        sample.tasks.push_back(task);
    }
    return sample;
}

} // namespace tierscope::tests
