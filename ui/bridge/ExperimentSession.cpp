// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/bridge/ExperimentSession.h"

#include "core/analysis/AdaptiveSweep.h"
#include "core/analysis/Statistics.h"
#include "core/base/CpuTopology.h"
#include "core/experiment/ExperimentRunner.h"

#include <optional>
#include <utility>

namespace tierscope::ui {

namespace {

using core::ExperimentEnded;

/// The whole life of a run's thread. Returns how it ended; by then the store is closed and the backend gone, so that another run can begin
/// at once.
template <typename Walk>
ExperimentEnded runToItsEnd(const std::string& databasePath, const std::function<std::unique_ptr<core::Backend>()>& makeBackend,
                            const Walk& walk, const core::RunEventSink& sink, std::stop_token stop)
{
    auto store = core::ExperimentStore::open(databasePath);
    if (!store)
        return {core::ExperimentStatus::Interrupted, 0, store.error()};
    const std::unique_ptr<core::Backend> backend = makeBackend();
    std::optional<ExperimentEnded> ended;
    core::ExperimentRunner runner(
        *backend, &*store,
        [&ended, &sink](const core::RunEvent& event) {
            if (const auto* end = std::get_if<ExperimentEnded>(&event))
                ended = *end;
            else
                sink(event);
        },
        core::medianPrecision);
    const auto result = walk(runner, std::move(stop));
    if (!result && result.error().code == core::ErrorCode::Cancelled)
        return {core::ExperimentStatus::Cancelled, 0, std::nullopt};
    if (!result)
        return {core::ExperimentStatus::Interrupted, 0, result.error()};
    return ended.value_or(ExperimentEnded{result->status, 0, result->error});
}

core::TierChooser chooserFor(const core::ExperimentSpec& spec, core::SweepGoal goal)
{
    return [candidates =
                core::sweepCandidates(spec, goal, static_cast<int>(core::usableCpus().size()))](const std::vector<core::Sample>& samples) {
        return core::nextSweepStep(candidates, std::span<const core::Sample>(samples)).next;
    };
}

} // namespace

ExperimentSession::ExperimentSession(std::string databasePath, BackendFactory backend, QObject* parent)
    : QObject(parent)
    , m_databasePath(std::move(databasePath))
    , m_backend(std::move(backend))
    , m_bridge(this)
{
    connect(&m_bridge, &EventBridge::delivered, this, &ExperimentSession::receive);
}

ExperimentSession::~ExperimentSession() = default;

void ExperimentSession::start(const core::ExperimentSpec& spec, std::optional<core::SweepGoal> goal)
{
    launch(spec.backend, [spec, goal](core::ExperimentRunner& runner, std::stop_token stop) {
        return runner.run(spec, std::move(stop), goal ? chooserFor(spec, *goal) : core::TierChooser{});
    });
}

void ExperimentSession::resume(std::int64_t experimentId, core::BackendKind kind)
{
    launch(kind,
           [experimentId](core::ExperimentRunner& runner, std::stop_token stop) { return runner.resume(experimentId, std::move(stop)); });
}

void ExperimentSession::stop()
{
    m_thread.request_stop();
}

void ExperimentSession::launch(core::BackendKind kind, Walk walk)
{
    Q_ASSERT(!m_isRunning);
    m_isRunning = true;
    // The thread of an earlier run has nothing left to do but return: its last act was the event that set m_isRunning to false.
    m_thread = std::jthread([this, kind, walk = std::move(walk)](const std::stop_token& stop) {
        const auto sink = [this](const core::RunEvent& event) { m_bridge.push(event); };
        m_bridge.push(runToItsEnd(
            m_databasePath, [this, kind] { return m_backend(kind); }, walk, sink, stop));
    });
}

void ExperimentSession::receive(const RunUpdate& update)
{
    if (update.ended)
        m_isRunning = false;
    emit updated(update);
}

} // namespace tierscope::ui
