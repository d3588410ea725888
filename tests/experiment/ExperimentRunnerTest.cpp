// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/experiment/ExperimentRunner.h"

#include "FakeBackend.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <sqlite3.h>
#include <unistd.h>

namespace tierscope::core {
namespace {

using test::FakeBackend;
using test::sampleOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

ExperimentSpec spec()
{
    ExperimentSpec spec;
    spec.workload = KernelWorkload{"busy-loop", {{"iterations", 5}}};
    spec.tiers = {{128}, {2048}};
    spec.repeats = 2;
    return spec;
}

constexpr int kRuns = 8;

/// The kinds of the events in their order, such as "started".
std::string kindOf(const RunEvent& event)
{
    constexpr std::array kNames{"started", "calibrated", "run", "task+", "task-", "sample", "progress", "warning", "ended"};
    return kNames[event.index()];
}

class ExperimentRunnerTest : public testing::Test {
protected:
    ~ExperimentRunnerTest() override { std::filesystem::remove_all(m_folder); }

    ExperimentStore openStore() const
    {
        auto store = ExperimentStore::open(m_folder / "experiments.sqlite");
        EXPECT_TRUE(store);
        return std::move(*store);
    }

    RunEventSink sink()
    {
        return [this](const RunEvent& event) {
            m_events.push_back(event);
            if (m_onEvent)
                m_onEvent(event);
        };
    }

    template <typename Event>
    std::vector<Event> eventsOf() const
    {
        std::vector<Event> found;
        for (const RunEvent& event : m_events) {
            if (const auto* wanted = std::get_if<Event>(&event))
                found.push_back(*wanted);
        }
        return found;
    }

    ExperimentResult run(const ExperimentSpec& experiment)
    {
        auto result = ExperimentRunner(m_backend, &m_store, sink()).run(experiment, m_stop.get_token());
        EXPECT_TRUE(result) << result.error().sentence();
        return result.value_or(ExperimentResult{});
    }

    ExperimentResult resume(std::int64_t id)
    {
        auto result = ExperimentRunner(m_backend, &m_store, sink()).resume(id, std::stop_token{});
        EXPECT_TRUE(result) << result.error().sentence();
        return result.value_or(ExperimentResult{});
    }

    ExperimentRecord stored(std::int64_t id) const { return m_store.load(id).value(); }

    std::filesystem::path m_folder =
        std::filesystem::temp_directory_path()
        / ("tierscope-runner-" + std::to_string(getpid()) + testing::UnitTest::GetInstance()->current_test_info()->name());
    ExperimentStore m_store = openStore();
    FakeBackend m_backend;
    std::stop_source m_stop;
    std::vector<RunEvent> m_events;
    std::function<void(const RunEvent&)> m_onEvent;
};

TEST_F(ExperimentRunnerTest, WalksThePlanInItsOrder)
{
    const auto result = run(spec());
    EXPECT_EQ(result.status, ExperimentStatus::Finished);
    EXPECT_FALSE(result.error);
    EXPECT_THAT(m_backend.runs, ElementsAre(0, 1, 2, 3, 4, 5, 6, 7));
    EXPECT_THAT(result.samples, SizeIs(kRuns));
    EXPECT_EQ(stored(result.experimentId).samples.size(), 8U);
    EXPECT_EQ(stored(result.experimentId).entry.status, ExperimentStatus::Finished);
}

TEST_F(ExperimentRunnerTest, AChooserDecidesWhichTiersAreMeasuredAndWhenItIsEnough)
{
    ExperimentSpec three = spec();
    three.tiers = {{128}, {1024}, {2048}};
    std::vector<std::size_t> seen;
    const TierChooser chooser = [&](const std::vector<Sample>& samples) {
        seen.push_back(samples.size());
        return seen.size() == 1 ? std::vector<MemoryMb>{{128}, {2048}} : std::vector<MemoryMb>{};
    };
    const auto result = ExperimentRunner(m_backend, &m_store, sink()).run(three, m_stop.get_token(), chooser);
    ASSERT_TRUE(result);
    EXPECT_THAT(seen, ElementsAre(0, 8));
    EXPECT_EQ(result->status, ExperimentStatus::Finished);
    // In the plan's order: both tiers interleaved.
    EXPECT_TRUE(std::is_sorted(m_backend.runs.begin(), m_backend.runs.end()));
    for (const Sample& sample : stored(result->experimentId).samples)
        EXPECT_NE(sample.memory, MemoryMb{1024});
    EXPECT_EQ(stored(result->experimentId).entry.plannedRuns, 12);

    m_backend.runs.clear();
    EXPECT_THAT(resume(result->experimentId).samples, SizeIs(12));
    EXPECT_THAT(m_backend.runs, SizeIs(4));
}

TEST_F(ExperimentRunnerTest, AChooserThatAsksAgainForWhatFailsDoesNotGoOnForEver)
{
    m_backend.onRun = [](const PlannedRun& run) {
        Sample sample = sampleOf(run);
        sample.ok = false;
        return sample;
    };
    const TierChooser chooser = [](const std::vector<Sample>& /*samples*/) { return std::vector<MemoryMb>{{128}}; };
    const auto result = ExperimentRunner(m_backend, &m_store, sink()).run(spec(), m_stop.get_token(), chooser);
    ASSERT_TRUE(result);
    EXPECT_THAT(m_backend.runs, SizeIs(4));
}

TEST_F(ExperimentRunnerTest, AStopEndsAChosenRunToo)
{
    m_onEvent = [&](const RunEvent& event) {
        if (std::holds_alternative<SampleFinished>(event))
            m_stop.request_stop();
    };
    const TierChooser chooser = [](const std::vector<Sample>& /*samples*/) { return std::vector<MemoryMb>{{128}, {2048}}; };
    const auto result = ExperimentRunner(m_backend, &m_store, sink()).run(spec(), m_stop.get_token(), chooser);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->status, ExperimentStatus::Cancelled);
    EXPECT_THAT(result->samples, SizeIs(1));
}

TEST_F(ExperimentRunnerTest, TellsWhatHappensInOrder)
{
    ExperimentSpec one = spec();
    one.tiers = {{128}};
    one.modes = {ScheduleMode::Sequential};
    one.repeats = 1;
    run(one);
    std::vector<std::string> kinds;
    for (const RunEvent& event : m_events)
        kinds.push_back(kindOf(event));
    EXPECT_THAT(kinds, ElementsAre("started", "calibrated", "progress", "run", "task+", "task-", "sample", "progress", "ended"));
    EXPECT_EQ(eventsOf<ExperimentStarted>().front().limiter, "fake");
    EXPECT_EQ(eventsOf<ExperimentStarted>().front().plannedRuns, 1);
    EXPECT_NEAR(eventsOf<CalibrationFinished>().front().taskCpuSeconds, 0.0015, 1e-9);
    EXPECT_GE(eventsOf<ProgressChanged>().front().timeLeft.count(), 0);
    EXPECT_EQ(eventsOf<ProgressChanged>().back().finishedRuns, 1);
    EXPECT_EQ(eventsOf<ProgressChanged>().back().timeLeft.count(), 0);
}

TEST_F(ExperimentRunnerTest, CalibratesWithOneTaskAndThenPreparesTheRealSpec)
{
    run(spec());
    ASSERT_THAT(m_backend.prepared, SizeIs(2));
    EXPECT_EQ(m_backend.prepared[0].tasks, 1);
    EXPECT_EQ(m_backend.prepared[1], spec());
}

TEST_F(ExperimentRunnerTest, ASampleIsStoredBeforeAnyoneSeesIt)
{
    std::vector<std::size_t> storedWhenSeen;
    m_onEvent = [&](const RunEvent& event) {
        if (std::holds_alternative<SampleFinished>(event))
            storedWhenSeen.push_back(openStore().load(1).value().samples.size());
    };
    run(spec());
    EXPECT_THAT(storedWhenSeen, ElementsAre(1, 2, 3, 4, 5, 6, 7, 8));
}

TEST_F(ExperimentRunnerTest, WorksWithoutAStore)
{
    const auto result = ExperimentRunner(m_backend, nullptr, {}).run(spec(), std::stop_token{});
    ASSERT_TRUE(result);
    EXPECT_EQ(result->experimentId, 0);
    EXPECT_THAT(result->samples, SizeIs(kRuns));
}

TEST_F(ExperimentRunnerTest, AWrongSpecOrABackendThatCannotStartLeavesNoExperiment)
{
    ExperimentSpec wrong = spec();
    wrong.tasks = 0;
    ExperimentRunner runner(m_backend, &m_store, sink());
    EXPECT_EQ(runner.run(wrong, {}).error().code, ErrorCode::InvalidArgument);
    m_backend.onPrepare = [](const ExperimentSpec&) { return fail(ErrorCode::NotFound, "there is no runner"); };
    EXPECT_EQ(runner.run(spec(), {}).error().message, "there is no runner");
    EXPECT_THAT(m_store.list().value(), IsEmpty());
    EXPECT_THAT(m_events, IsEmpty());
}

TEST_F(ExperimentRunnerTest, WarningsFollowTheStartAndComeOnce)
{
    m_backend.warnings = {Error{ErrorCode::Unsupported, "no cgroup", {}}};
    run(spec());
    ASSERT_THAT(eventsOf<WarningRaised>(), SizeIs(1));
    EXPECT_EQ(kindOf(m_events[0]), "started");
    EXPECT_EQ(kindOf(m_events[1]), "warning");
}

TEST_F(ExperimentRunnerTest, AFailedCalibrationIsAWarningAndTimesAreLearntFromTheRuns)
{
    m_backend.onCalibrate = [] { return fail(ErrorCode::ProcessFailed, "the runner would not start"); };
    const auto result = run(spec());
    EXPECT_EQ(result.status, ExperimentStatus::Finished);
    ASSERT_THAT(eventsOf<WarningRaised>(), SizeIs(1));
    EXPECT_THAT(eventsOf<WarningRaised>().front().error.message, HasSubstr("would not start"));
    EXPECT_THAT(eventsOf<CalibrationFinished>(), IsEmpty());
    EXPECT_GE(eventsOf<ProgressChanged>().front().timeLeft.count(), 0);
}

TEST_F(ExperimentRunnerTest, ATrialTaskThatFailsIsAWarningToo)
{
    m_backend.onCalibrate = []() -> Result<Sample> {
        return test::failedSample(0, ScheduleMode::Sequential, "task 0 exited with status 3");
    };
    EXPECT_EQ(run(spec()).status, ExperimentStatus::Finished);
    EXPECT_THAT(eventsOf<WarningRaised>().at(0).error.message, HasSubstr("task 0 exited with status 3"));
}

TEST_F(ExperimentRunnerTest, FailedSamplesAreKeptAndTheRestGoesOn)
{
    m_backend.onRun = [](const PlannedRun& run) -> Result<Sample> {
        Sample sample = sampleOf(run);
        sample.ok = run.memory.value != 128;
        sample.error = sample.ok ? "" : "out of memory at 128 MB";
        return sample;
    };
    const auto result = run(spec());
    EXPECT_EQ(result.status, ExperimentStatus::Finished);
    EXPECT_THAT(result.samples, SizeIs(kRuns));
    EXPECT_EQ(eventsOf<ExperimentEnded>().front().failedSamples, 4);
    EXPECT_EQ(m_store.list()->front().failedRuns, 4);
}

TEST_F(ExperimentRunnerTest, StopKeepsWhatIsDone)
{
    m_onEvent = [&](const RunEvent& event) {
        if (std::holds_alternative<SampleFinished>(event) && m_backend.runs.size() == 3)
            m_stop.request_stop();
    };
    const auto result = run(spec());
    EXPECT_EQ(result.status, ExperimentStatus::Cancelled);
    EXPECT_FALSE(result.error);
    EXPECT_THAT(result.samples, SizeIs(3));
    EXPECT_EQ(stored(result.experimentId).entry.status, ExperimentStatus::Cancelled);
    EXPECT_EQ(eventsOf<ExperimentEnded>().front().status, ExperimentStatus::Cancelled);
}

TEST_F(ExperimentRunnerTest, StopInsideARunKeepsTheRunsBefore)
{
    m_backend.onRun = [&](const PlannedRun& run) -> Result<Sample> {
        if (run.planIndex == 2)
            return fail(ErrorCode::Cancelled, "stopped");
        return sampleOf(run);
    };
    const auto result = run(spec());
    EXPECT_EQ(result.status, ExperimentStatus::Cancelled);
    EXPECT_THAT(result.samples, SizeIs(2));
}

TEST_F(ExperimentRunnerTest, StopDuringTheCalibrationMeasuresNothing)
{
    m_backend.onCalibrate = [] { return fail(ErrorCode::Cancelled, "stopped"); };
    EXPECT_EQ(run(spec()).status, ExperimentStatus::Cancelled);
    EXPECT_THAT(m_backend.runs, IsEmpty());
}

TEST_F(ExperimentRunnerTest, ABackendThatBreaksEndsTheExperimentWithItsError)
{
    m_backend.onRun = [](const PlannedRun& run) -> Result<Sample> {
        if (run.planIndex == 5)
            return fail(ErrorCode::PermissionDenied, "the cgroup has gone");
        return sampleOf(run);
    };
    const auto result = run(spec());
    EXPECT_EQ(result.status, ExperimentStatus::Interrupted);
    ASSERT_TRUE(result.error);
    EXPECT_EQ(result.error->message, "the cgroup has gone");
    EXPECT_THAT(result.samples, SizeIs(5));
    EXPECT_EQ(eventsOf<ExperimentEnded>().front().error->message, "the cgroup has gone");
    EXPECT_EQ(stored(result.experimentId).entry.status, ExperimentStatus::Interrupted);
}

TEST_F(ExperimentRunnerTest, ResumingRunsOnlyWhatIsMissingOrFailed)
{
    m_backend.onRun = [&](const PlannedRun& run) -> Result<Sample> {
        if (run.planIndex == 4)
            return fail(ErrorCode::Cancelled, "stopped");
        Sample sample = sampleOf(run);
        sample.ok = run.planIndex != 1;
        return sample;
    };
    const auto first = run(spec());
    EXPECT_THAT(first.samples, SizeIs(4));
    m_backend.runs.clear();
    m_events.clear();
    m_backend.onRun = [](const PlannedRun& run) -> Result<Sample> { return sampleOf(run, 7); };

    const auto second = resume(first.experimentId);
    EXPECT_THAT(m_backend.runs, ElementsAre(1, 4, 5, 6, 7));
    EXPECT_EQ(second.status, ExperimentStatus::Finished);
    EXPECT_EQ(eventsOf<ExperimentStarted>().front().finishedRuns, 3);
    ASSERT_THAT(second.samples, SizeIs(kRuns));
    for (int index = 0; index < kRuns; ++index) {
        const Sample& sample = second.samples[static_cast<std::size_t>(index)];
        EXPECT_EQ(sample.planIndex, index);
        EXPECT_TRUE(sample.ok);
        EXPECT_EQ(sample.wallSeconds, index == 0 || index == 2 || index == 3 ? 1 : 7);
    }
    EXPECT_EQ(stored(first.experimentId).samples.size(), 8U);
    EXPECT_EQ(stored(first.experimentId).entry.status, ExperimentStatus::Finished);
}

TEST_F(ExperimentRunnerTest, AStopWhileResumingKeepsTheOldFailedSamples)
{
    m_backend.onRun = [](const PlannedRun& run) -> Result<Sample> {
        Sample sample = sampleOf(run);
        sample.ok = run.planIndex < 6;
        return sample;
    };
    const auto first = run(spec());
    m_backend.onRun = [](const PlannedRun&) -> Result<Sample> { return fail(ErrorCode::Cancelled, "stopped"); };
    const auto second = resume(first.experimentId);
    EXPECT_EQ(second.status, ExperimentStatus::Cancelled);
    EXPECT_THAT(second.samples, SizeIs(kRuns));
}

TEST_F(ExperimentRunnerTest, ResumingACompleteExperimentMeasuresNothing)
{
    const auto first = run(spec());
    m_backend.runs.clear();
    const auto second = resume(first.experimentId);
    EXPECT_EQ(second.status, ExperimentStatus::Finished);
    EXPECT_THAT(m_backend.runs, IsEmpty());
    EXPECT_EQ(stored(first.experimentId).entry.status, ExperimentStatus::Finished);
}

TEST_F(ExperimentRunnerTest, WhatCannotBeResumedSaysWhy)
{
    ExperimentRunner runner(m_backend, &m_store, sink());
    EXPECT_EQ(runner.resume(17, {}).error().code, ErrorCode::NotFound);
    ExperimentRecord record;
    record.spec = spec();
    const auto id = m_store.importRecord(record);
    ASSERT_TRUE(id);
    EXPECT_EQ(runner.resume(*id, {}).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(ExperimentRunner(m_backend, nullptr, {}).resume(1, {}).error().code, ErrorCode::NotFound);
}

TEST_F(ExperimentRunnerTest, ASampleThatCannotBeSavedIsStillShownAndEndsTheExperiment)
{
    m_backend.onRun = [&](const PlannedRun& run) -> Result<Sample> {
        if (run.planIndex == 2) {
            EXPECT_TRUE(m_store.remove(1));
        }
        return sampleOf(run);
    };
    const auto result = run(spec());
    EXPECT_EQ(result.status, ExperimentStatus::Interrupted);
    ASSERT_TRUE(result.error);
    EXPECT_EQ(result.error->code, ErrorCode::NotFound);
    EXPECT_THAT(result.samples, SizeIs(3));
    EXPECT_THAT(eventsOf<SampleFinished>(), SizeIs(3));
}

/// One tier, sequential.
ExperimentSpec untilSure(int repeats, int maxRepeats)
{
    ExperimentSpec sure = spec();
    sure.tiers = {{2048}};
    sure.modes = {ScheduleMode::Sequential};
    sure.repeats = repeats;
    sure.precisionPercent = 5;
    sure.maxRepeats = maxRepeats;
    return sure;
}

/// Sure from so many values on.
RepeatPrecision sureFrom(std::size_t count)
{
    return [count](std::span<const double> seconds) -> std::optional<double> {
        if (seconds.size() < 3)
            return std::nullopt;
        return seconds.size() >= count ? 0.05 : 0.06;
    };
}

TEST_F(ExperimentRunnerTest, RepeatsUntilTheMedianIsSure)
{
    FakeBackend backend;
    int planned = 0;
    ExperimentRunner runner(
        backend, nullptr,
        [&](const RunEvent& event) {
            if (const auto* started = std::get_if<ExperimentStarted>(&event)) {
                EXPECT_EQ(started->plannedRuns, 2) << "what is asked for at least";
            }
            if (const auto* progress = std::get_if<ProgressChanged>(&event))
                planned = progress->plannedRuns;
        },
        sureFrom(5));
    const auto result = runner.run(untilSure(2, 20), {});
    EXPECT_THAT(result->samples, SizeIs(5));
    EXPECT_EQ(result->status, ExperimentStatus::Finished);
    EXPECT_EQ(planned, 5);
}

TEST_F(ExperimentRunnerTest, RepeatsEndAtTheLimitAndWithAFailure)
{
    FakeBackend backend;
    EXPECT_THAT(ExperimentRunner(backend, nullptr, {}, sureFrom(100)).run(untilSure(2, 7), {})->samples, SizeIs(7));
    EXPECT_THAT(ExperimentRunner(backend, nullptr, {}).run(untilSure(2, 7), {})->samples, SizeIs(2)) << "nobody says what is sure";
    backend.onRun = [](const PlannedRun& run) {
        Sample sample = sampleOf(run);
        sample.ok = run.repeat != 3;
        return Result<Sample>(sample);
    };
    EXPECT_THAT(ExperimentRunner(backend, nullptr, {}, sureFrom(100)).run(untilSure(2, 7), {})->samples, SizeIs(4));
}

TEST_F(ExperimentRunnerTest, RepeatingUntilItIsSureIsResumed)
{
    auto store = openStore();
    FakeBackend backend;
    std::stop_source stop;
    const auto stopAfterThree = [&](const RunEvent& event) {
        if (const auto* sample = std::get_if<SampleFinished>(&event); sample != nullptr && sample->sample.planIndex == 2)
            stop.request_stop();
    };
    const auto first = ExperimentRunner(backend, &store, stopAfterThree, sureFrom(6)).run(untilSure(2, 20), stop.get_token());
    EXPECT_EQ(first->status, ExperimentStatus::Cancelled);
    EXPECT_THAT(first->samples, SizeIs(3));
    const auto rest = ExperimentRunner(backend, &store, {}, sureFrom(6)).resume(first->experimentId, {});
    EXPECT_THAT(rest->samples, SizeIs(6));
    EXPECT_THAT(backend.runs, ElementsAre(0, 1, 2, 3, 4, 5));
    const auto entry = store.load(first->experimentId)->entry;
    EXPECT_EQ(entry.plannedRuns, 6);
    EXPECT_EQ(entry.finishedRuns, 6);
    backend.runs.clear();
    EXPECT_THAT(ExperimentRunner(backend, &store, {}, sureFrom(6)).resume(first->experimentId, {})->samples, SizeIs(6));
    EXPECT_THAT(backend.runs, IsEmpty()) << "it is sure enough";
}

} // namespace
} // namespace tierscope::core
