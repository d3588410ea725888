// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/AdaptiveSweep.h"

#include "../experiment/FakeBackend.h"
#include "ModelFixture.h"
#include "core/experiment/ExperimentRunner.h"

#include <gmock/gmock.h>

namespace tierscope::core {
namespace {

using namespace test;
using test::FakeBackend;
using test::sampleOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using enum ScheduleMode;

SweepCandidates candidatesOf(const std::vector<Observation>& rows, SweepGoal goal)
{
    SweepCandidates candidates{goal, {}};
    for (const Observation& row : rows)
        candidates.conditions.push_back(row.condition());
    return candidates;
}

/// Measures by looking up what would have been measured.
SweepStep replay(const std::vector<Observation>& rows, SweepGoal goal)
{
    const SweepCandidates candidates = candidatesOf(rows, goal);
    std::vector<Observation> measured;
    for (std::size_t step = 0; step <= rows.size(); ++step) {
        SweepStep now = nextSweepStep(candidates, measured);
        if (now.next.empty())
            return now;
        for (const MemoryMb memory : now.next) {
            const auto before = measured.size();
            std::copy_if(rows.begin(), rows.end(), std::back_inserter(measured),
                         [&](const Observation& row) { return row.memory == memory; });
            EXPECT_GT(measured.size(), before);
        }
    }
    ADD_FAILURE() << "the sweep never ends";
    return {};
}

/// The best tier when everything is measured.
MemoryMb fullAnswer(const std::vector<Observation>& rows, SweepGoal goal)
{
    return nextSweepStep(candidatesOf(rows, goal), rows).answer;
}

TEST(AdaptiveSweepTest, FindsTheFastestReferenceTierWithAtMostFiveOfEight)
{
    const SweepStep end = replay(referenceObservations(), SweepGoal::Fastest);
    EXPECT_EQ(end.answer, MemoryMb{10240});
    EXPECT_LE(end.measuredTiers, 5);
    EXPECT_EQ(end.allTiers, 8);
}

TEST(AdaptiveSweepTest, FindsTheCheapestReferenceTierWithAtMostFiveOfEight)
{
    const SweepStep end = replay(referenceObservations(), SweepGoal::Cheapest);
    EXPECT_EQ(end.answer, MemoryMb{512}); // 11.891 s x 0.5 GB: less than 128, 1024 and every parallel run
    EXPECT_LE(end.measuredTiers, 5);
}

TEST(AdaptiveSweepTest, FindsTheKneeOfTheReference)
{
    const auto rows = referenceObservations();
    const SweepStep end = replay(rows, SweepGoal::Knee);
    EXPECT_EQ(end.answer, fullAnswer(rows, SweepGoal::Knee));
    EXPECT_LT(end.measuredTiers, 8);
}

TEST(AdaptiveSweepTest, FindsWhatAFullSweepFindsInOtherWorkToo)
{
    std::mt19937_64 engine(3);
    std::normal_distribution<double> normal;
    int measured = 0;
    double regret = 0;
    constexpr int kSweeps = 20;
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
        PerformanceModel truth;
        truth.taskCpuSeconds = std::exp(normal(engine));
        truth.startCpuSeconds = 0.03 * std::exp(normal(engine));
        truth.startSerialFraction = 0.4;
        truth.contention = 0.04 * std::exp(normal(engine));
        std::vector<Observation> rows;
        for (const MemoryMb memory : articleTiers()) {
            for (const ScheduleMode mode : {Sequential, Parallel})
                rows.push_back(observe(truth, runAt(memory.value, mode), std::exp(0.02 * normal(engine))));
        }
        const SweepStep end = replay(rows, SweepGoal::Fastest);
        const auto bestAt = [&](MemoryMb memory) {
            double best = HUGE_VAL;
            for (const Observation& row : rows)
                best = row.memory == memory ? std::min(best, row.seconds) : best;
            return best;
        };
        regret = std::max(regret, bestAt(end.answer) / bestAt(fullAnswer(rows, SweepGoal::Fastest)) - 1);
        measured += end.measuredTiers;
    }
    EXPECT_LE(regret, 0.02);
    EXPECT_LE(measured, kSweeps * 5);
}

TEST(AdaptiveSweepTest, MeasuresAllOfOneOrTwoTiers)
{
    auto rows = referenceObservations();
    std::erase_if(rows, [](const Observation& row) { return row.memory != MemoryMb{512} && row.memory != MemoryMb{1024}; });
    EXPECT_EQ(replay(rows, SweepGoal::Fastest).measuredTiers, 2);
    std::erase_if(rows, [](const Observation& row) { return row.memory != MemoryMb{512}; });
    EXPECT_EQ(replay(rows, SweepGoal::Cheapest).measuredTiers, 1);
    EXPECT_THAT(nextSweepStep({}, std::span<const Observation>()).next, IsEmpty());
}

TEST(AdaptiveSweepTest, CandidatesAreTheSpecsDistinctRuns)
{
    ExperimentSpec spec;
    spec.workload = KernelWorkload{"noop", {}};
    spec.tiers = {MemoryMb{512}, MemoryMb{3072}};
    spec.repeats = 5;
    spec.warmup = 2;
    const SweepCandidates candidates = sweepCandidates(spec, SweepGoal::Knee, 2);
    EXPECT_THAT(candidates.conditions, SizeIs(4));
    EXPECT_THAT(candidates.conditions, testing::Contains(RunCondition{MemoryMb{3072}, 3, Parallel, 3, 10}));
}

/// Runs an experiment over the reference's tiers whose runs take what the reference has measured.
ExperimentResult sweepReference(SweepGoal goal, MemoryMb failing = {})
{
    const auto rows = referenceObservations();
    FakeBackend backend;
    backend.onRun = [&](const PlannedRun& run) {
        Sample sample = sampleOf(run);
        sample.taskCount = 10;
        sample.ok = run.memory != failing;
        for (const Observation& row : rows) {
            if (row.memory == run.memory && row.mode == run.mode)
                sample.wallSeconds = row.seconds;
        }
        return sample;
    };
    ExperimentSpec spec;
    spec.workload = KernelWorkload{"noop", {}};
    spec.tiers.assign(articleTiers().begin(), articleTiers().end());
    spec.repeats = 1;
    const TierChooser chooser = [&](const std::vector<Sample>& samples) {
        return nextSweepStep(sweepCandidates(spec, goal, 2), std::span<const Sample>(samples)).next;
    };
    const auto result = ExperimentRunner(backend, nullptr, {}).run(spec, std::stop_token{}, chooser);
    EXPECT_TRUE(result);
    return result.value_or(ExperimentResult{});
}

TEST(AdaptiveSweepTest, DrivesAnExperiment)
{
    const auto result = sweepReference(SweepGoal::Cheapest);
    EXPECT_EQ(result.status, ExperimentStatus::Finished);
    EXPECT_THAT(result.samples, SizeIs(testing::Le(10U)));
    EXPECT_THAT(result.samples, testing::Contains(testing::Field(&Sample::memory, MemoryMb{512})));
    EXPECT_THAT(observationsOf(result.samples), SizeIs(result.samples.size()));
}

TEST(AdaptiveSweepTest, GoesOnWithoutATierThatFails)
{
    const auto result = sweepReference(SweepGoal::Cheapest, MemoryMb{128});
    EXPECT_THAT(result.samples, testing::Contains(testing::Field(&Sample::memory, MemoryMb{128})));
    EXPECT_THAT(result.samples, testing::Contains(testing::Field(&Sample::memory, MemoryMb{512})));
    EXPECT_THAT(observationsOf(result.samples), testing::Each(testing::Field(&Observation::memory, testing::Ne(MemoryMb{128}))));
}

TEST(AdaptiveSweepTest, GoalsHaveNames)
{
    for (const SweepGoal goal : {SweepGoal::Fastest, SweepGoal::Cheapest, SweepGoal::Knee})
        EXPECT_EQ(parseSweepGoal(sweepGoalName(goal)).value(), goal);
    EXPECT_THAT(parseSweepGoal("best").error().sentence(), HasSubstr("fastest, cheapest or knee"));
    EXPECT_THAT(sweepText({{}, MemoryMb{512}, 0.97, 4, 8}, SweepGoal::Cheapest),
                HasSubstr("512 MB is the cheapest of 8 tiers (97 % sure) after 4 were measured; a full sweep measures 8"));
}

} // namespace
} // namespace tierscope::core
