// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/Decomposition.h"

#include "../experiment/RunFixture.h"

#include <cmath>
#include <gmock/gmock.h>
#include <numeric>
#include <rapidcheck/gtest.h>
#include <set>

namespace tierscope::core {
namespace {

using enum ScheduleMode;
using enum WallPart;
using test::ns;
using test::run;
using test::task;
using test::waves;

double sum(const Decomposition& parts)
{
    return std::accumulate(parts.seconds.begin(), parts.seconds.end(), 0.0);
}

/// In the order of WallPart.
void expectParts(const Sample& sample, const std::array<double, kWallParts>& expected)
{
    const auto parts = decompose(sample);
    ASSERT_TRUE(parts);
    for (std::size_t part = 0; part < kWallParts; ++part)
        EXPECT_NEAR(parts->seconds[part], expected[part], 1e-9) << wallPartName(static_cast<WallPart>(part));
    EXPECT_NEAR(sum(*parts), sample.wallSeconds, 1e-9 * sample.wallSeconds);
}

TEST(DecompositionTest, SequentialWorkAtHalfAVcpuIsThrottledForHalfOfItsTime)
{
    Sample sample = run(Sequential, 1, 4, waves(2, 1, 2, 1));
    sample.share = CpuShare{0.5};
    sample.vcpus = 2;
    expectParts(sample, {2, 0, 2, 0, 0, 0});
}

TEST(DecompositionTest, WhatTheLimiterHasMeasuredGoesBeforeTheLaw)
{
    // By the law half of what may be used is used, so that half of what may be held back is.
    Sample sample = run(Sequential, 1, 4, waves(2, 1, 2, 0.5));
    sample.share = CpuShare{0.5};
    sample.vcpus = 2;
    EXPECT_NEAR(decompose(sample)->of(Throttled), 1, 1e-9);
    sample.throttledSeconds = 2.5;
    EXPECT_NEAR(decompose(sample)->of(Throttled), 2.5, 1e-9);
    EXPECT_NEAR(decompose(sample)->of(Compute), 1.5, 1e-9) << "the rest is what each task waits for itself";
    sample.throttledSeconds = 100;
    expectParts(sample, {1, 0, 3, 0, 0, 0});
    sample.throttledSeconds.reset();
    sample.cpuTrace = {{ns(0), ns(0), ns(0)}, {ns(4), ns(1), ns(2)}};
    EXPECT_NEAR(decompose(sample)->of(Throttled), 2, 1e-9) << "a trace tells it too";
    // No quota is held back less than it must be, but for a first period.
    sample.throttledSeconds = 0;
    EXPECT_NEAR(decompose(sample)->of(Throttled), 0.98, 1e-9);
    sample.limiter = "duty cycle";
    EXPECT_NEAR(decompose(sample)->of(Throttled), 1, 1e-9) << "that limiter says 0 where it cannot tell";
}

TEST(DecompositionTest, AShortRunIsWithinTheQuotaOfAPeriod)
{
    Sample sample = run(Sequential, 1, 0.012, {task(0, 0, 0.004, 0.004), task(0, 0.004, 0.012, 0.004)});
    sample.share = CpuShare{0.5};
    sample.vcpus = 2;
    EXPECT_NEAR(decompose(sample)->of(Throttled), 0.004, 1e-9);
    sample.throttledSeconds = 0;
    expectParts(sample, {0.008, 0, 0, 0.004, 0, 0});
}

TEST(DecompositionTest, FourTasksOnAQuotaOfTwoVcpusAreHeldBackForHalfOfIt)
{
    Sample sample = run(Parallel, 4, 4, waves(8, 4, 2, 1));
    sample.share = CpuShare{2};
    sample.vcpus = 4;
    expectParts(sample, {2, 0, 2, 0, 0, 0});
    // A cgroup counts each CPU, the duty cycle the whole run.
    sample.throttledSeconds = 8;
    expectParts(sample, {2, 0, 2, 0, 0, 0});
    sample.limiter = "duty cycle";
    sample.throttledSeconds = 2;
    expectParts(sample, {2, 0, 2, 0, 0, 0});
}

TEST(DecompositionTest, MoreTasksThanVcpusContendForThem)
{
    Sample sample = run(Parallel, 4, 4, waves(8, 4, 2, 1));
    sample.share = CpuShare{2};
    sample.vcpus = 2;
    expectParts(sample, {2, 0, 0, 2, 0, 0});
    sample = run(Parallel, 4, 8, waves(8, 4, 4, 1));
    sample.share = CpuShare{1};
    sample.vcpus = 2;
    expectParts(sample, {2, 0, 2, 4, 0, 0});
}

TEST(DecompositionTest, TheLastWaveLeavesSlotsIdle)
{
    expectParts(run(Parallel, 4, 3, waves(10, 4, 1, 1)), {2.5, 0, 0, 0, 0.5, 0});
}

TEST(DecompositionTest, AnIdleSlotIsNoLossWhereTheQuotaHadNothingForIt)
{
    Sample sample = run(Parallel, 2, 5, {task(0, 0, 2, 1.16), task(1, 0, 2, 1.16), task(0, 2, 5, 3)});
    sample.share = CpuShare{1.16};
    sample.vcpus = 2;
    const double last = 3 * 0.16 / 1.16;
    expectParts(sample, {1.16 + 3 - last, 0, 0.84, 0, last, 0});
    sample.share = CpuShare{0.58};
    EXPECT_EQ(decompose(sample)->of(IdleSlots), 0);
}

TEST(DecompositionTest, FewerTasksThanSlotsLeaveVcpusIdle)
{
    expectParts(run(Parallel, 6, 2, waves(3, 3, 2, 2)), {1, 0, 0, 0, 1, 0});
    Sample many = run(Parallel, 64, 2, waves(3, 3, 2, 2));
    many.share = CpuShare{2};
    many.vcpus = 4;
    EXPECT_EQ(decompose(many)->of(IdleSlots), 0);
}

TEST(DecompositionTest, GapsAreTheSchedulers)
{
    expectParts(run(Sequential, 1, 4, {task(0, 0.5, 1.5, 1), task(0, 2, 3, 1), task(0, 3, 3.75, 0.75)}), {2.75, 0, 0, 0, 0, 1.25});
    // One slot waits a second while two more tasks are to come.
    expectParts(run(Parallel, 2, 4, {task(0, 0, 2, 2), task(1, 1, 2, 1), task(0, 2, 4, 2), task(1, 2, 4, 2)}), {3.5, 0, 0, 0, 0, 0.5});
    // A gap takes nothing from the quota.
    Sample sample = run(Sequential, 1, 3, {task(0, 0, 1, 0.5), task(0, 2, 3, 0.5)});
    sample.share = CpuShare{0.5};
    sample.vcpus = 2;
    expectParts(sample, {1, 0, 1, 0, 0, 1});
}

TEST(DecompositionTest, ProcessesThatBegin)
{
    expectParts(run(Parallel, 2, 2, {task(0, 0, 1, 0.75, 0.25), task(1, 0, 1, 0.75, 0.25), task(0, 1, 2, 0.5, 0.5), task(1, 1, 2, 1)}),
                {1.5, 0.5, 0, 0, 0, 0});
}

TEST(DecompositionTest, TimeIsTheTiers)
{
    // Three times dilated, a process has a third of a CPU: a second of CPU time is a second of the tier's.
    Sample sample = run(Parallel, 6, 2, waves(12, 6, 3, 1));
    sample.dilation = Dilation{3};
    sample.throttledSeconds = 3;
    expectParts(sample, {2, 0, 0, 0, 0, 0});
}

TEST(DecompositionTest, WhatEveryTaskWaitsForIsItsOwn)
{
    expectParts(run(Sequential, 1, 2, waves(2, 1, 1, 0.25)), {2, 0, 0, 0, 0, 0});
    Sample asleep = run(Parallel, 2, 2, waves(4, 2, 1, 0));
    asleep.share = CpuShare{0.07};
    asleep.vcpus = 2;
    expectParts(asleep, {2, 0, 0, 0, 0, 0});
    // Of two tasks that use a second, one takes two.
    expectParts(run(Sequential, 1, 3, {task(0, 0, 1, 1), task(0, 1, 3, 1)}), {2, 0, 0, 1, 0, 0});
}

TEST(DecompositionTest, CpuTimeIsCutToMicroseconds)
{
    expectParts(run(Sequential, 1, 3.9e-6, {task(0, 0, 1.9e-6, 0), task(0, 1.9e-6, 3.9e-6, 1e-6)}), {3.9e-6, 0, 0, 0, 0, 0});
}

TEST(DecompositionTest, MoreCpuTimeThanAloneIsContention)
{
    const Sample alone = run(Sequential, 1, 4, waves(4, 1, 1, 1));
    const Sample together = run(Parallel, 4, 1.6, waves(4, 4, 1.6, 1.6));
    expectParts(together, {1.6, 0, 0, 0, 0, 0});
    const auto parts = decompositions({alone, together});
    ASSERT_TRUE(parts[0] && parts[1]);
    EXPECT_NEAR(parts[0]->of(Contention), 0, 1e-9);
    EXPECT_NEAR(parts[1]->of(Compute), 1, 1e-9);
    EXPECT_NEAR(parts[1]->of(Contention), 0.6, 1e-9);
    EXPECT_EQ(parts[1]->largestLoss(), Contention);
}

TEST(DecompositionTest, LongerWaitingThanAloneIsContention)
{
    const Sample alone = run(Sequential, 1, 2, waves(2, 1, 1, 0));
    const Sample together = run(Parallel, 2, 3, waves(2, 2, 3, 0));
    const auto parts = decompositions({together, alone});
    EXPECT_NEAR(parts[0]->of(Compute), 1, 1e-9);
    EXPECT_NEAR(parts[0]->of(Contention), 2, 1e-9);
    EXPECT_NEAR(sum(*parts[0]), 3, 1e-9);
}

TEST(DecompositionTest, ATaskAloneIsTheLeastOverTheTiers)
{
    Sample small = run(Sequential, 1, 6, waves(2, 1, 3, 3));
    small.memory = MemoryMb{1024};
    Sample failed = run(Sequential, 1, 2, waves(2, 1, 1, 0.1));
    failed.ok = false;
    EXPECT_FALSE(taskAlone({failed, run(Parallel, 2, 1, waves(2, 2, 1, 1))}));
    const auto alone = taskAlone({small, failed, run(Sequential, 1, 4, waves(2, 1, 2, 2)), run(Sequential, 1, 4, waves(2, 1, 2, 2))});
    ASSERT_TRUE(alone);
    EXPECT_NEAR(alone->cpuSeconds, 2, 1e-9);
}

TEST(DecompositionTest, NothingIsSaidOfNothing)
{
    EXPECT_FALSE(decompose(run(Parallel, 2, 1, {})));
    TaskRecord skipped;
    EXPECT_FALSE(decompose(run(Parallel, 2, 1, {skipped})));
    EXPECT_FALSE(decompose(run(Parallel, 2, 0, waves(2, 2, 1, 1))));
    EXPECT_FALSE(meanOf({}));
}

TEST(DecompositionTest, WithoutTasksTheKeptOneStands)
{
    Sample sample = run(Parallel, 4, 3, waves(10, 4, 1, 1));
    const auto parts = decompose(sample);
    sample.wallParts = parts;
    sample.tasks.clear();
    EXPECT_FALSE(decompose(sample));
    EXPECT_EQ(decompositionOf(sample), parts);
}

TEST(DecompositionTest, PartsHaveNames)
{
    std::set<std::string> names;
    for (std::size_t part = 0; part < kWallParts; ++part)
        names.insert(wallPartName(static_cast<WallPart>(part)));
    EXPECT_EQ(names.size(), kWallParts);
    EXPECT_EQ(names.count(""), 0U);
}

/// Any tasks in any slots; some never start, begin after the run's end, use more CPU time than they had time, or have unknown times.
Sample anySample()
{
    const auto upTo = [](int most) { return *rc::gen::inRange(0, most + 1); };
    Sample sample;
    sample.mode = *rc::gen::element(Sequential, Parallel, Pool);
    sample.cap = upTo(8);
    sample.vcpus = upTo(6);
    sample.share = CpuShare{upTo(600) / 100.0};
    sample.dilation = Dilation{1 + upTo(200) / 100.0};
    sample.limiter = *rc::gen::element<std::string>("cgroup v1", "cgroup v2", "duty cycle", "lambda");
    sample.wallSeconds = (1 + upTo(5000)) / 1e3;
    if (upTo(1) == 1)
        sample.throttledSeconds = upTo(5000) / 1e3;
    const int tasks = upTo(40);
    for (int index = 0; index < tasks; ++index) {
        TaskRecord record = task(upTo(8) - 1, upTo(6000) / 1e3, 0, upTo(3000) / 1e3);
        record.index = index;
        record.ended = record.started + ns(upTo(3000) / 1e3);
        record.ready = upTo(3) == 0 ? Nanoseconds(0) : record.started + ns(upTo(400) / 1e3);
        record.outcome = upTo(4) == 0 ? TaskOutcome::Failed : TaskOutcome::Done;
        sample.tasks.push_back(record);
    }
    return sample;
}

RC_GTEST_PROP(DecompositionTest, PartsAddUpOfAnySchedule, ())
{
    const Sample sample = anySample();
    const auto parts = decompose(sample);
    const bool anyStarted = std::ranges::any_of(sample.tasks, &TaskRecord::wasStarted);
    RC_ASSERT(parts.has_value() == anyStarted);
    if (!parts)
        return;
    const Decomposition compared = comparedWith(*parts, TaskAlone{*rc::gen::inRange(0, 3000) / 1e3, *rc::gen::inRange(0, 3000) / 1e3});
    for (const Decomposition& each : {*parts, compared}) {
        for (const double seconds : each.seconds)
            RC_ASSERT(seconds >= 0);
        RC_ASSERT(std::abs(sum(each) - sample.wallSeconds) <= 1e-9 * sample.wallSeconds);
        RC_ASSERT(each.waitSeconds >= 0);
        RC_ASSERT(each.waitSeconds <= each.of(Compute) * (1 + 1e-9) + 1e-12);
    }
}

} // namespace
} // namespace tierscope::core
