// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/StatusModel.h"
#include "core/tier/TierCatalogue.h"

#include <gtest/gtest.h>

namespace {

using namespace tierscope;
using ui::RunUpdate;

RunUpdate started(int planned, int finished)
{
    RunUpdate update;
    update.started.emplace();
    update.started->plannedRuns = planned;
    update.started->finishedRuns = finished;
    update.started->spec.repeats = 5;
    update.started->host.usableCpus = 2;
    update.started->limiter = "cgroup v2";
    return update;
}

RunUpdate running(core::PlannedRun run)
{
    RunUpdate update;
    update.current = run;
    return update;
}

RunUpdate progress(int finished, int planned, double secondsLeft)
{
    RunUpdate update;
    update.progress = core::ProgressChanged{finished, planned, std::chrono::duration<double>(secondsLeft)};
    return update;
}

RunUpdate ended(core::ExperimentStatus status, int failed)
{
    RunUpdate update;
    update.ended = core::ExperimentEnded{status, failed, std::nullopt};
    return update;
}

TEST(StatusModelTest, TellsWhatRunsHowFarItIsAndHowLongItTakes)
{
    ui::StatusModel status;
    EXPECT_FALSE(status.isRunning());
    EXPECT_EQ(status.activity(), "Ready");
    status.begin();
    EXPECT_TRUE(status.isRunning());
    EXPECT_TRUE(status.samples().isEmpty());
    status.apply(started(80, 0));
    EXPECT_EQ(status.limiter(), "cgroup v2, 2 CPUs");
    EXPECT_TRUE(status.timeLeft().isEmpty());
    status.apply(running({7, core::MemoryMb{3072}, core::ScheduleMode::Parallel, 3, 3, false}));
    status.apply(progress(50, 80, 92));
    EXPECT_EQ(status.activity(), "3072 MB, parallel, 3 at once, repeat 4 of 5");
    EXPECT_EQ(status.samples(), "50 of 80 samples");
    EXPECT_EQ(status.timeLeft(), "1 min 32 s left");
    EXPECT_DOUBLE_EQ(status.progress(), 50.0 / 80);
    status.apply(running({8, core::kUnlimitedTier, core::ScheduleMode::Sequential, 1, 0, true}));
    EXPECT_EQ(status.activity(), "no limit, sequential, warm-up 1 of 1");
}

TEST(StatusModelTest, StoppingIsSaidAtOnceAndEndsAsStopped)
{
    ui::StatusModel status;
    status.begin();
    status.apply(started(4, 0));
    status.apply(progress(2, 4, 10));
    status.stopping();
    EXPECT_EQ(status.activity(), "Stopping");
    EXPECT_TRUE(status.timeLeft().isEmpty());
    status.apply(running({1, core::MemoryMb{128}, core::ScheduleMode::Parallel, 2, 0, false}));
    EXPECT_EQ(status.activity(), "Stopping") << "a run that had begun before is no news";
    status.apply(ended(core::ExperimentStatus::Cancelled, 0));
    EXPECT_FALSE(status.isRunning());
    EXPECT_EQ(status.activity(), "Stopped; what was measured is kept");
    EXPECT_EQ(status.samples(), "2 of 4 samples");
}

TEST(StatusModelTest, EndsSayHowManyFailed)
{
    ui::StatusModel status;
    status.begin();
    status.apply(ended(core::ExperimentStatus::Finished, 0));
    EXPECT_EQ(status.activity(), "Finished");
    status.begin();
    status.apply(ended(core::ExperimentStatus::Finished, 1));
    EXPECT_EQ(status.activity(), "Finished, 1 sample failed");
    status.begin();
    status.apply(ended(core::ExperimentStatus::Interrupted, 2));
    EXPECT_EQ(status.activity(), "Broken off, 2 samples failed");
}

TEST(StatusModelTest, ResumedRunsBeginWhereTheyStopped)
{
    ui::StatusModel status;
    status.begin();
    status.apply(started(80, 50));
    EXPECT_DOUBLE_EQ(status.progress(), 50.0 / 80);
    EXPECT_EQ(status.samples(), "50 of 80 samples");
}

} // namespace
