// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/ScheduleSimulation.h"

#include "core/tier/QuotaLaw.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace tierscope::core {
namespace {

using enum ScheduleMode;

SchedulePhysics work(double share, int vcpus, double taskCpuSeconds)
{
    SchedulePhysics physics;
    physics.share = share;
    physics.vcpus = vcpus;
    physics.taskCpuSeconds = taskCpuSeconds;
    return physics;
}

TEST(ScheduleSimulationTest, SequentialWorkIsSlowedByItsShareButNeverFasterThanOneVcpu)
{
    EXPECT_DOUBLE_EQ(simulateMakespan(work(0.25, 2, 1), Sequential, 1, 3), 12);
    EXPECT_DOUBLE_EQ(simulateMakespan(work(5.79, 6, 1), Sequential, 1, 3), 3);
}

RC_GTEST_PROP(ScheduleSimulationTest, WithoutOverheadIsTheIdealMakespan, ())
{
    const int vcpus = *rc::gen::inRange(1, 7);
    const double share = *rc::gen::inRange(5, vcpus * 100 + 1) / 100.0;
    const int cap = *rc::gen::inRange(1, vcpus + 1);
    const int tasks = *rc::gen::inRange(1, 60);
    const double ideal = idealMakespan(std::vector<double>(static_cast<std::size_t>(tasks), 0.3), cap, CpuShare{share});
    for (const ScheduleMode mode : {Parallel, Pool}) {
        const double simulated = simulateMakespan(work(share, vcpus, 0.3), mode, cap, tasks);
        RC_ASSERT(simulated > ideal * (1 - 1e-9));
        RC_ASSERT(simulated < ideal * (1 + 1e-9));
    }
}

TEST(ScheduleSimulationTest, ParentStartsProcessesOneAfterTheOther)
{
    SchedulePhysics physics = work(4, 4, 1);
    physics.parentStartSeconds = 0.1;
    physics.childStartSeconds = 0.2;
    // The fourth begins after 0.4 s; nobody disturbs anybody on five vCPUs' worth of room but the parent's own.
    physics.vcpus = 5;
    physics.share = 5;
    EXPECT_NEAR(simulateMakespan(physics, Parallel, 4, 4), 0.4 + 0.2 + 1, 1e-9);
}

TEST(ScheduleSimulationTest, APoolStartsItsProcessesOnceAndParallelForEachTask)
{
    SchedulePhysics physics = work(1, 2, 0.1);
    physics.parentStartSeconds = 0.05;
    physics.childStartSeconds = 0.05;
    EXPECT_NEAR(simulateMakespan(physics, Parallel, 1, 10), 10 * 0.2, 1e-9);
    EXPECT_NEAR(simulateMakespan(physics, Pool, 1, 10), 0.1 + 10 * 0.1, 1e-9);
}

TEST(ScheduleSimulationTest, StartingComesOutOfTheSameQuota)
{
    SchedulePhysics physics = work(0.1, 2, 1);
    physics.parentStartSeconds = 0.02;
    physics.childStartSeconds = 0.03;
    EXPECT_NEAR(simulateMakespan(physics, Parallel, 2, 4), 4 * 1.05 / 0.1, 1e-9);
}

TEST(ScheduleSimulationTest, BusyNeighboursSlowWorkOnlyWhereTheyRunAtTheSameTime)
{
    SchedulePhysics physics = work(2, 2, 1);
    physics.contention = 0.1;
    EXPECT_NEAR(simulateMakespan(physics, Parallel, 2, 2), 1.1, 1e-9);
    EXPECT_NEAR(simulateMakespan(physics, Parallel, 1, 2), 2, 1e-9);
    // 2 ms of quota go to one vCPU whole, in one bandwidth slice.
    physics.share = 0.1;
    EXPECT_NEAR(simulateMakespan(physics, Parallel, 2, 2), 20, 1e-9);
}

TEST(ScheduleSimulationTest, AFirstQuotaRunsAtFullSpeed)
{
    SchedulePhysics physics = work(0.1, 2, 0.001);
    physics.firstQuotaSeconds = 0.002;
    EXPECT_DOUBLE_EQ(simulateMakespan(physics, Sequential, 1, 1), 0.001);
    EXPECT_NEAR(simulateMakespan(physics, Sequential, 1, 5), 0.002 + 0.003 / 0.1, 1e-12);
    EXPECT_NEAR(simulateMakespan(physics, Parallel, 2, 2), 0.001, 1e-12);
    EXPECT_NEAR(simulateMakespan(physics, Parallel, 1, 5), 0.002 + 0.003 / 0.1, 1e-9);
}

TEST(ScheduleSimulationTest, WaitingNeedsNoCpuAndOverlaps)
{
    SchedulePhysics physics = work(0.5, 2, 0.1);
    physics.waitSeconds = 10;
    EXPECT_NEAR(simulateMakespan(physics, Sequential, 1, 2), 2 * 10.2, 1e-9);
    EXPECT_NEAR(simulateMakespan(physics, Parallel, 2, 2), 0.4 + 10, 1e-9);
}

TEST(ScheduleSimulationTest, APollingParentTakesFromTheQuotaWhileItWaits)
{
    SchedulePhysics physics = work(0.1, 2, 1);
    physics.pollShare = 0.01;
    EXPECT_NEAR(simulateMakespan(physics, Parallel, 2, 2), 2 / 0.09, 1e-9);
    EXPECT_NEAR(simulateMakespan(physics, Sequential, 1, 2), 2 / 0.1, 1e-9);
}

RC_GTEST_PROP(ScheduleSimulationTest, MoreOfAnythingTakesNoLess, ())
{
    SchedulePhysics physics = work(*rc::gen::inRange(5, 600) / 100.0, *rc::gen::inRange(1, 7), *rc::gen::inRange(1, 500) / 1000.0);
    physics.parentStartSeconds = *rc::gen::inRange(0, 50) / 1000.0;
    physics.childStartSeconds = *rc::gen::inRange(0, 50) / 1000.0;
    physics.contention = *rc::gen::inRange(0, 30) / 100.0;
    physics.waitSeconds = *rc::gen::inRange(0, 100) / 1000.0;
    const int cap = *rc::gen::inRange(1, 20);
    const int tasks = *rc::gen::inRange(1, 80);
    for (const ScheduleMode mode : {Sequential, Parallel, Pool}) {
        const double base = simulateMakespan(physics, mode, cap, tasks);
        RC_ASSERT(simulateMakespan(physics, mode, cap, tasks + 1) >= base * (1 - 1e-9));
        const double work = tasks * physics.taskCpuSeconds;
        RC_ASSERT(base >= work / std::min<double>(physics.vcpus, physics.share) * (1 - 1e-9));
    }
}

} // namespace
} // namespace tierscope::core
