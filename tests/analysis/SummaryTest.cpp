// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/Summary.h"

#include "../experiment/SampleFixture.h"

#include <cmath>
#include <gmock/gmock.h>

namespace tierscope::core {
namespace {

using test::failedSample;
using test::goodSample;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using enum ScheduleMode;

TEST(SummaryTest, OneRowATierModeAndCapWithUnlimitedLast)
{
    const auto rows = summarise({goodSample(0, Sequential, 1), goodSample(2048, Parallel, 1, 2), goodSample(2048, Parallel, 1, 1),
                                 goodSample(2048, Sequential, 1), goodSample(128, Pool, 1, 2), goodSample(128, Sequential, 1)});
    std::vector<std::tuple<int, ScheduleMode, int>> order;
    for (const SummaryRow& row : rows)
        order.emplace_back(row.memory.value, row.mode, row.cap);
    using Key = std::tuple<int, ScheduleMode, int>;
    EXPECT_THAT(order, ElementsAre(Key{128, Sequential, 1}, Key{128, Pool, 2}, Key{2048, Sequential, 1}, Key{2048, Parallel, 1},
                                   Key{2048, Parallel, 2}, Key{0, Sequential, 1}));
}

TEST(SummaryTest, CountsOnlyGoodSamplesThatAreNoWarmUp)
{
    Sample warmup = goodSample(128, Sequential, 100);
    warmup.warmup = true;
    const auto rows = summarise({goodSample(128, Sequential, 3), goodSample(128, Sequential, 1), goodSample(128, Sequential, 2), warmup,
                                 failedSample(128, Sequential, "killed")});
    ASSERT_THAT(rows, SizeIs(1));
    EXPECT_EQ(rows[0].n, 3);
    EXPECT_EQ(rows[0].failed, 1);
    EXPECT_EQ(rows[0].medianSeconds, 2);
    EXPECT_EQ(rows[0].madSeconds, 1);
    EXPECT_TRUE(rows[0].interval);
}

TEST(SummaryTest, AWarmUpAloneMakesNoRow)
{
    Sample warmup = goodSample(128, Sequential, 100);
    warmup.warmup = true;
    EXPECT_THAT(summarise({warmup}), IsEmpty());
    EXPECT_THAT(summarise({}), IsEmpty());
}

TEST(SummaryTest, ARowMayHaveOnlyFailedSamples)
{
    const auto rows = summarise({failedSample(128, Parallel, "killed", 2), goodSample(128, Sequential, 2)});
    ASSERT_THAT(rows, SizeIs(2));
    EXPECT_EQ(rows[1].n, 0);
    EXPECT_EQ(rows[1].failed, 1);
    EXPECT_TRUE(std::isnan(rows[1].medianSeconds));
    EXPECT_FALSE(rows[1].speedup);
}

TEST(SummaryTest, SpeedupIsAgainstSequentialOfTheSameTier)
{
    const auto rows = summarise({goodSample(2048, Sequential, 6), goodSample(2048, Parallel, 3, 4), goodSample(512, Parallel, 1, 2)});
    ASSERT_THAT(rows, SizeIs(3));
    EXPECT_FALSE(rows[0].speedup) << "512 MB has no sequential run";
    EXPECT_FALSE(rows[1].speedup) << "sequential has none";
    EXPECT_EQ(rows[2].speedup, 2);
    EXPECT_EQ(rows[2].efficiency, 0.5);
}

TEST(SummaryTest, CarriesWhatTheRowWasMeasuredUnder)
{
    Sample failed = failedSample(10240, Sequential, "killed");
    failed.limiter.clear();
    Sample good = goodSample(10240, Sequential, 1);
    good.dilation = {3};
    good.costUsd = 0.002;
    const auto rows = summarise({failed, good});
    ASSERT_THAT(rows, SizeIs(1));
    EXPECT_EQ(rows[0].vcpus, 6);
    EXPECT_NEAR(rows[0].share.value, 5.79, 0.005);
    EXPECT_EQ(rows[0].dilation.factor, 3);
    EXPECT_EQ(rows[0].limiter, "cgroup v1");
    EXPECT_EQ(rows[0].costUsd, 0.002);
}

} // namespace
} // namespace tierscope::core
