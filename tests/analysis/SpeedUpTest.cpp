// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/SpeedUp.h"

#include "../experiment/SampleFixture.h"
#include "core/exchange/ObservationsCsv.h"

#include <cmath>
#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace tierscope::core {
namespace {

using test::goodSample;
using testing::IsEmpty;
using testing::SizeIs;
using enum ScheduleMode;

/// Five runs of each, a little apart.
void addRuns(std::vector<Sample>& samples, int memory, double sequential, double parallel, int cap, double noise = 0.002)
{
    for (const double offset : {0.0, 1.0, -1.0, 2.0, -2.0}) {
        samples.push_back(goodSample(memory, Sequential, sequential * (1 + noise * offset)));
        samples.push_back(goodSample(memory, Parallel, parallel * (1 + noise * offset), cap));
    }
}

TEST(SpeedUpTest, AmdahlAndKarpFlattAreEachOthersInverse)
{
    // Amdahl 1967: 5 % serial on 20 processors is 10.26 times as fast, and never more than 20 times.
    EXPECT_NEAR(amdahlSpeedup(0.05, 20), 10.256, 0.001);
    EXPECT_DOUBLE_EQ(amdahlSpeedup(0, 8), 8);
    EXPECT_DOUBLE_EQ(amdahlSpeedup(1, 8), 1);
    // Karp and Flatt 1990, table I: a speed-up of 1.95 on 2 processors, and of 7.25 on 8, show 0.024 and 0.0148.
    EXPECT_NEAR(*karpFlattFraction(1.95, 2), 0.0256, 0.0005);
    EXPECT_NEAR(*karpFlattFraction(amdahlSpeedup(0.3, 5.79), 5.79), 0.3, 1e-12);
    EXPECT_FALSE(karpFlattFraction(1, 1));
    EXPECT_LT(*karpFlattFraction(2.1, 2), 0) << "more than the processors can";
}

TEST(SpeedUpTest, ProcessorsAreCredit)
{
    EXPECT_EQ(usableProcessors(CpuShare{0.3}, 2), 1);
    EXPECT_DOUBLE_EQ(usableProcessors(CpuShare{1.5}, 2), 1.5);
    EXPECT_DOUBLE_EQ(usableProcessors(CpuShare{5.79}, 6), 5.79);
    EXPECT_DOUBLE_EQ(usableProcessors(CpuShare{5.79}, 2), 2);
    EXPECT_EQ(usableProcessors(CpuShare{5.79}, 1), 1);
}

TEST(SpeedUpTest, TheIdealCountsWholeTasks)
{
    EXPECT_DOUBLE_EQ(idealGain(CpuShare{4}, 4, 8), 4);
    EXPECT_DOUBLE_EQ(idealGain(CpuShare{4}, 4, 10), 10.0 / 3) << "three rounds";
    EXPECT_DOUBLE_EQ(idealGain(CpuShare{0.5}, 2, 10), 1);
}

TEST(SpeedUpTest, AmdahlsFitFindsTheFractionThatMadeThePoints)
{
    std::vector<SpeedupPoint> points;
    for (const double processors : {1.0, 1.16, 1.74, 3.47, 4.05, 5.79})
        points.push_back({processors, amdahlSpeedup(0.125, processors)});
    const auto fit = fitAmdahl(points);
    EXPECT_NEAR(fit->serialFraction, 0.125, 1e-6);
    EXPECT_NEAR(fit->meanError, 0, 1e-6);
    EXPECT_NEAR(fit->limit(), 8, 1e-4);
    EXPECT_EQ(fit->points, 5) << "one processor says nothing";
    EXPECT_FALSE(fitAmdahl(std::vector{SpeedupPoint{1, 1}}));
    EXPECT_NEAR(fitAmdahl(std::vector{SpeedupPoint{2, 2.5}})->serialFraction, 0, 1e-6) << "never below none";
}

TEST(SpeedUpTest, TierGainAndParallelGainAreToldApart)
{
    std::vector<Sample> samples;
    addRuns(samples, 1769, 10, 10.2, 2);
    addRuns(samples, 7076, 8, 2.5, 4);
    const auto analysis = analyseSpeedup(samples);
    ASSERT_THAT(analysis.rows, SizeIs(2));
    EXPECT_EQ(analysis.base, MemoryMb{1769});
    const SpeedupRow& row = analysis.rows[1];
    EXPECT_DOUBLE_EQ(row.parallelGain, 3.2);
    EXPECT_DOUBLE_EQ(*row.tierGain, 1.25);
    EXPECT_DOUBLE_EQ(*row.totalGain, 4);
    EXPECT_DOUBLE_EQ(row.efficiency, 0.8);
    EXPECT_EQ(row.comparison.verdict, Comparison::Verdict::Faster);
    EXPECT_TRUE(row.comparison.ratioInterval->contains(3.2));
    EXPECT_NEAR(*row.serialFraction, *karpFlattFraction(3.2, 4), 1e-12);
    EXPECT_DOUBLE_EQ(*analyseSpeedup(samples, MemoryMb{7076}).rows[1].tierGain, 1);
    EXPECT_FALSE(analyseSpeedup(samples, MemoryMb{128}).rows[1].tierGain) << "a base that was not measured";
}

TEST(SpeedUpTest, OfThePublishedMeasurements)
{
    const auto analysis = analyseSpeedup(referenceExperiment().samples);
    ASSERT_THAT(analysis.rows, SizeIs(8));
    EXPECT_NEAR(analysis.rows.back().parallelGain, 3.99, 0.01);
    EXPECT_NEAR(*analysis.rows.back().serialFraction, 0.094, 0.002);
    EXPECT_EQ(analysis.breakEven.tier, MemoryMb{2048});
    EXPECT_TRUE(*analysis.breakEven.crossingMb > 1024 && *analysis.breakEven.crossingMb < 2048);
    EXPECT_FALSE(analysis.breakEven.hasInterval()) << "one run each";
}

TEST(SpeedUpTest, BreakEvenHasTheIntervalThatItsSamplesLeave)
{
    std::vector<Sample> sure;
    addRuns(sure, 1024, 10, 11, 2);
    addRuns(sure, 2048, 8, 7, 2);
    addRuns(sure, 4096, 8, 4, 3);
    const BreakEven clear = analyseSpeedup(sure).breakEven;
    EXPECT_EQ(clear.tier, MemoryMb{2048});
    EXPECT_EQ(clear.lowTier, MemoryMb{2048});
    EXPECT_EQ(clear.highTier, MemoryMb{2048});

    std::vector<Sample> noisy;
    addRuns(noisy, 1024, 10, 11, 2);
    addRuns(noisy, 2048, 8, 7.9, 2, 0.05);
    addRuns(noisy, 4096, 8, 4, 3);
    const BreakEven unclear = analyseSpeedup(noisy).breakEven;
    EXPECT_EQ(unclear.lowTier, MemoryMb{2048});
    EXPECT_EQ(unclear.highTier, MemoryMb{4096});
    const BreakEven again = analyseSpeedup(noisy).breakEven;
    EXPECT_EQ(again.highTier, unclear.highTier) << "the same samples, the same answer";
}

TEST(SpeedUpTest, WhatIsNowhereFasterHasNoBreakEven)
{
    std::vector<Sample> samples;
    addRuns(samples, 1024, 10, 11, 2);
    addRuns(samples, 2048, 8, 9, 2);
    const BreakEven none = analyseSpeedup(samples).breakEven;
    EXPECT_FALSE(none.tier);
    EXPECT_FALSE(none.isFasterSomewhere);
    EXPECT_THAT(analyseSpeedup({}).rows, IsEmpty());
    EXPECT_THAT(analyseSpeedup({goodSample(128, Parallel, 1, 2)}).rows, IsEmpty());
}

TEST(SpeedUpTest, UnlimitedRunsComeLast)
{
    std::vector<Sample> samples;
    addRuns(samples, 0, 10, 5, 2);
    addRuns(samples, 1024, 10, 11, 2);
    EXPECT_EQ(analyseSpeedup(samples).breakEven.tier, kUnlimitedTier);
}

RC_GTEST_PROP(SpeedUpProperty, AmdahlNeverExceedsItsLimits, ())
{
    const double fraction = *rc::gen::inRange(1, 1000) / 1000.0;
    const double processors = *rc::gen::inRange(100, 10'000) / 100.0;
    const double speedup = amdahlSpeedup(fraction, processors);
    RC_ASSERT(speedup <= processors + 1e-9);
    RC_ASSERT(speedup <= 1 / fraction + 1e-9);
    RC_ASSERT(speedup >= 1 - 1e-12);
}

} // namespace
} // namespace tierscope::core
