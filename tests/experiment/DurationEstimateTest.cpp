// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/experiment/DurationEstimate.h"

#include "core/tier/QuotaLaw.h"
#include "core/tier/TierCatalogue.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace tierscope::core {
namespace {

PlannedRun run(int memory, ScheduleMode mode, int cap = 1, int planIndex = 0)
{
    return PlannedRun{planIndex, MemoryMb{memory}, mode, cap, 0, false};
}

constexpr TaskCalibration kOneSecond{1, 1, 0};

TEST(DurationEstimateTest, SequentialFollowsTheShare)
{
    EXPECT_NEAR(estimateRunSeconds(kOneSecond, run(128, ScheduleMode::Sequential), 10, 2), 10 * 1769.0 / 128, 1e-9);
    EXPECT_NEAR(estimateRunSeconds(kOneSecond, run(1769, ScheduleMode::Sequential), 10, 2), 10, 1e-9);
    EXPECT_NEAR(estimateRunSeconds(kOneSecond, run(0, ScheduleMode::Sequential), 10, 2), 10, 1e-9);
}

TEST(DurationEstimateTest, ATierWithMoreVcpusThanTheComputerIsStretched)
{
    EXPECT_NEAR(estimateRunSeconds(kOneSecond, run(10240, ScheduleMode::Sequential), 10, 2), 30, 1e-9);
    EXPECT_NEAR(estimateRunSeconds(kOneSecond, run(10240, ScheduleMode::Sequential), 10, 8), 10, 1e-9);
}

TEST(DurationEstimateTest, StartingAProcessCostsShare)
{
    const TaskCalibration slowStart{1, 1, 0.5};
    EXPECT_NEAR(estimateRunSeconds(slowStart, run(1769, ScheduleMode::Parallel, 2), 10, 2), 15, 1e-9);
    EXPECT_NEAR(estimateRunSeconds(slowStart, run(1769, ScheduleMode::Pool, 2), 10, 2), 11, 1e-9);
    EXPECT_NEAR(estimateRunSeconds(slowStart, run(1769, ScheduleMode::Sequential), 10, 2), 10, 1e-9);
}

TEST(DurationEstimateTest, SleepingTakesItsTimeAtEveryTier)
{
    const TaskCalibration sleeper{0.001, 2, 0};
    EXPECT_NEAR(estimateRunSeconds(sleeper, run(128, ScheduleMode::Sequential), 10, 2), 20, 1e-9);
    EXPECT_NEAR(estimateRunSeconds(sleeper, run(10240, ScheduleMode::Parallel, 6), 10, 2), 4, 1e-9);
}

RC_GTEST_PROP(DurationEstimateProperty, IsTheIdealMakespanStretched, ())
{
    const int memory = *rc::gen::inRange(kSmallestTier.value, kLargestTier.value + 1);
    const int tasks = *rc::gen::inRange(1, 200);
    const int cap = *rc::gen::inRange(1, 64);
    const int cpus = *rc::gen::inRange(1, 16);
    const double seconds = *rc::gen::inRange(1, 1000) / 100.0;
    const TierLimits limits = tierLimits(MemoryMb{memory}, cpus);
    const double ideal = idealMakespan(std::vector<double>(static_cast<std::size_t>(tasks), seconds), cap, limits.tierShare);
    const double estimate = estimateRunSeconds({seconds, 0, 0}, run(memory, ScheduleMode::Parallel, cap), tasks, cpus);
    RC_ASSERT(std::abs(estimate / (ideal * limits.dilation.factor) - 1) < 1e-9);
}

std::vector<PlannedRun> twoModes()
{
    return {run(1769, ScheduleMode::Sequential, 1, 0), run(1769, ScheduleMode::Parallel, 2, 1), run(1769, ScheduleMode::Sequential, 1, 2),
            run(1769, ScheduleMode::Parallel, 2, 3)};
}

TEST(RemainingTimeTest, IsUnknownAtFirst)
{
    const RemainingTime remaining(twoModes(), 10, 2);
    EXPECT_FALSE(remaining.left());
}

TEST(RemainingTimeTest, IsTheEstimateAfterACalibration)
{
    RemainingTime remaining(twoModes(), 10, 2);
    remaining.calibrated(kOneSecond);
    EXPECT_NEAR(remaining.left()->count(), 40, 1e-9);
}

TEST(RemainingTimeTest, FinishedRunsCorrectTheirOwnMode)
{
    RemainingTime remaining(twoModes(), 10, 2);
    remaining.calibrated(kOneSecond);
    remaining.finished(twoModes()[0], 20);
    EXPECT_NEAR(remaining.left()->count(), 3 * 20, 1e-9) << "the other mode is taken to be as slow until it has run";
    remaining.finished(twoModes()[1], 10);
    EXPECT_NEAR(remaining.left()->count(), 20 + 10, 1e-9);
}

TEST(RemainingTimeTest, LearnsFromFinishedRunsWithoutACalibration)
{
    RemainingTime remaining(twoModes(), 10, 2);
    remaining.finished(twoModes()[0], 5);
    ASSERT_TRUE(remaining.left());
    EXPECT_NEAR(remaining.left()->count(), 15, 1e-9);
}

TEST(RemainingTimeTest, EndsAtZero)
{
    RemainingTime remaining(twoModes(), 10, 2);
    remaining.calibrated(kOneSecond);
    for (const PlannedRun& planned : twoModes())
        remaining.finished(planned, 11.7);
    EXPECT_EQ(remaining.left()->count(), 0);
}

TEST(RemainingTimeTest, ARunThatIsNotOfThePlanChangesNothing)
{
    RemainingTime remaining(twoModes(), 10, 2);
    remaining.calibrated(kOneSecond);
    remaining.finished(run(1769, ScheduleMode::Sequential, 1, -1), 1000);
    EXPECT_NEAR(remaining.left()->count(), 40, 1e-9);
}

} // namespace
} // namespace tierscope::core
