// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/Findings.h"

#include "../experiment/RunFixture.h"
#include "core/exchange/ObservationsCsv.h"

#include <gmock/gmock.h>
#include <limits>
#include <set>

namespace tierscope::core {
namespace {

using test::failedSample;
using test::goodSample;
using testing::IsEmpty;
using enum ScheduleMode;
using Kind = Finding::Kind;

std::optional<Finding> find(const std::vector<Sample>& samples, Kind kind)
{
    for (const Finding& finding : findings(summarise(samples))) {
        if (finding.kind == kind)
            return finding;
    }
    return std::nullopt;
}

std::vector<Sample> pair(int memory, double sequential, double parallel)
{
    return {goodSample(memory, Sequential, sequential), goodSample(memory, Parallel, parallel, 2)};
}

std::vector<Sample> join(std::initializer_list<std::vector<Sample>> parts)
{
    std::vector<Sample> all;
    for (const auto& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

TEST(FindingsTest, OfThePublishedMeasurements)
{
    const auto samples = referenceExperiment().samples;
    EXPECT_EQ(findingText(*find(samples, Kind::Fastest)), "Fastest is parallel with 6 at once at 10240 MB: 869 ms, 65 times as fast as the "
                                                          "slowest (parallel with 2 at once at 128 MB, 56.8 s)");
    EXPECT_EQ(findingText(*find(samples, Kind::Cheapest)),
              "Cheapest is sequential at 512 MB: 5.95 GB-seconds in 11.9 s; the fastest takes 8.69");
    EXPECT_EQ(findingText(*find(samples, Kind::BreakEven)),
              "Parallel is faster from 2048 MB up: 3.36 s against 3.42 s one after the other there (1.02 times)");
    EXPECT_FALSE(find(samples, Kind::NeverPaysOff));
    EXPECT_FALSE(find(samples, Kind::FailedSamples));
}

TEST(FindingsTest, NothingIsSaidOfNothing)
{
    EXPECT_THAT(findings(std::vector<SummaryRow>{}), IsEmpty());
    EXPECT_THAT(findings(std::vector<Sample>{}), IsEmpty());
    EXPECT_THAT(findings(summarise({goodSample(128, Sequential, 1)})), IsEmpty());
}

TEST(FindingsTest, BreakEvenIsWhereParallelStaysFaster)
{
    const auto samples = join({pair(128, 10, 9), pair(512, 5, 6), pair(1024, 4, 3), pair(2048, 3, 2)});
    EXPECT_EQ(find(samples, Kind::BreakEven)->row.memory, MemoryMb{1024});
    EXPECT_EQ(find(samples, Kind::BreakEven)->other->mode, Sequential);
}

TEST(FindingsTest, FasterSomewhereButNotInTheEndIsNeither)
{
    const auto samples = join({pair(128, 10, 9), pair(512, 5, 6)});
    EXPECT_FALSE(find(samples, Kind::BreakEven));
    EXPECT_FALSE(find(samples, Kind::NeverPaysOff));
}

TEST(FindingsTest, NoiseIsNoGain)
{
    EXPECT_EQ(find(join({pair(512, 1.99, 1.96), pair(2048, 3, 2)}), Kind::BreakEven)->row.memory, MemoryMb{2048});
    EXPECT_TRUE(find(pair(512, 2.05, 2.0), Kind::NeverPaysOff)) << "no second vCPU's worth of credit";
    EXPECT_TRUE(find(pair(512, 2.15, 2.0), Kind::BreakEven)) << "tasks that wait";
    EXPECT_TRUE(find(pair(2048, 2.03, 2.0), Kind::BreakEven));
    EXPECT_TRUE(find(pair(2048, 2.01, 2.0), Kind::NeverPaysOff));
}

TEST(FindingsTest, NeverNamesTheBestTry)
{
    const auto finding = find(join({pair(128, 10, 20), pair(512, 5, 5.5)}), Kind::NeverPaysOff);
    ASSERT_TRUE(finding);
    EXPECT_EQ(finding->row.memory, MemoryMb{512});
    EXPECT_EQ(findingText(*finding),
              "Parallel is nowhere faster: its best is parallel with 2 at once at 512 MB, 5.50 s against 5.00 s one after the other");
}

TEST(FindingsTest, TheBestOfParallelAndPoolIsCompared)
{
    auto samples = pair(2048, 10, 11);
    samples.push_back(goodSample(2048, Pool, 6, 2));
    EXPECT_EQ(find(samples, Kind::BreakEven)->row.mode, Pool);
}

TEST(FindingsTest, WithoutALimitThereIsNothingCheapest)
{
    const auto samples = pair(0, 10, 5);
    EXPECT_FALSE(find(samples, Kind::Cheapest));
    EXPECT_EQ(findingText(*find(samples, Kind::BreakEven)),
              "Without a limit parallel is faster: 5.00 s against 10.0 s one after the other there (2.0 times)");
}

TEST(FindingsTest, FailedRunsAreCountedAndNothingElse)
{
    auto samples = pair(128, 10, 9);
    samples.push_back(failedSample(512, Parallel, "out of memory at 512 MB", 2));
    EXPECT_EQ(findingText(*find(samples, Kind::FailedSamples)), "1 run failed and is not counted, first parallel with 2 at once at 512 MB");
    samples.push_back(failedSample(512, Parallel, "out of memory at 512 MB", 2));
    EXPECT_EQ(find(samples, Kind::FailedSamples)->count, 2);
    EXPECT_EQ(find(samples, Kind::Fastest)->row.memory, MemoryMb{128});
}

std::optional<Finding> findDeep(const std::vector<Sample>& samples, Kind kind, const CostBasis* basis = &defaultCostBasis())
{
    for (const Finding& finding : findings(samples, basis)) {
        if (finding.kind == kind)
            return finding;
    }
    return std::nullopt;
}

/// Five runs, 1 % apart, one after the other from `startMs` on.
std::vector<Sample> fiveRuns(int memory, ScheduleMode mode, double seconds, int cap = 1, std::int64_t startMs = 1000)
{
    std::vector<Sample> samples;
    for (const double part : {1.0, 0.99, 1.01, 0.98, 1.02}) {
        samples.push_back(goodSample(memory, mode, seconds * part, cap));
        samples.back().startedAtMs = startMs++;
    }
    return samples;
}

TEST(FindingsTest, WithPricesOfThePublishedMeasurements)
{
    const auto samples = referenceExperiment().samples;
    EXPECT_EQ(findingText(*findDeep(samples, Kind::Cheapest)),
              "Cheapest is sequential at 512 MB: $0.0000993 a run, $99.29 a million in 11.9 s; the fastest costs $0.000145 a run");
    EXPECT_EQ(
        findingText(*findDeep(samples, Kind::Balanced)),
        "Best balance is parallel with 6 at once at 10240 MB: 869 ms for $0.000145 a run, $145.03 a million, 13.7 times as fast as the "
        "cheapest at 1.46 times its price");
    EXPECT_THAT(findingText(*findDeep(samples, Kind::SerialFraction)), testing::StartsWith("10.8 % of the work behaves as if serial"));
    EXPECT_EQ(findingText(*findDeep(samples, Kind::TooFewSamples)),
              "Sequential at 128 MB rests on 1 run: differences may be chance; repeat at least 5 times (--repeats 5)");
    EXPECT_FALSE(findDeep(samples, Kind::Knee)) << "each step is worth its memory";
    EXPECT_FALSE(findDeep(samples, Kind::Drift));
}

TEST(FindingsTest, LocalCostsAreEstimatesAndSaySo)
{
    const auto samples = pair(2048, 10, 6);
    EXPECT_TRUE(findDeep(samples, Kind::Cheapest)->isEstimate);
    EXPECT_THAT(findingText(*findDeep(samples, Kind::Cheapest)), testing::EndsWith("with this computer's seconds taken for Lambda's"));
    EXPECT_THAT(findingText(*findDeep(samples, Kind::Cheapest, nullptr)), testing::HasSubstr("GB-seconds"));
    EXPECT_FALSE(findDeep(samples, Kind::Balanced, nullptr)) << "without prices there is nothing to balance";
}

TEST(FindingsTest, TheKneeIsWhereMemoryStopsPaying)
{
    const auto samples = join({pair(512, 8, 9), pair(1024, 4, 4.5), pair(2048, 2.2, 2), pair(4096, 2.1, 1.8), pair(8192, 2.1, 1.7)});
    const auto knee = findDeep(samples, Kind::Knee);
    ASSERT_TRUE(knee);
    EXPECT_EQ(findingText(*knee),
              "The knee is 2048 MB: up to there more memory pays in speed, the step to 4096 MB makes it only 1.11 times as "
              "fast for 2.0 times the memory");
}

TEST(FindingsTest, WhatCannotBeToldFromTheFastestIsNamedWhenItIsCheaper)
{
    const auto near = join({fiveRuns(4096, Sequential, 1.0), fiveRuns(2048, Sequential, 1.005), fiveRuns(1024, Sequential, 2)});
    ASSERT_TRUE(findDeep(near, Kind::Fastest)->rival);
    EXPECT_EQ(findDeep(near, Kind::Fastest)->rival->memory, MemoryMb{2048});
    EXPECT_THAT(findingText(*findDeep(near, Kind::Fastest)),
                testing::EndsWith("; sequential at 2048 MB takes 1.00 s, which cannot be told from it, and costs less"));
    const auto apart = join({fiveRuns(4096, Sequential, 1.0), fiveRuns(2048, Sequential, 1.5)});
    EXPECT_FALSE(findDeep(apart, Kind::Fastest)->rival);
    EXPECT_FALSE(findDeep(pair(2048, 1.0, 1.001), Kind::Fastest)->rival) << "of one run each nothing is said";
}

TEST(FindingsTest, BreakEvenSaysWhatItsSamplesLeave)
{
    const auto samples = join(
        {fiveRuns(1024, Sequential, 4), fiveRuns(1024, Parallel, 5, 2), fiveRuns(4096, Sequential, 4), fiveRuns(4096, Parallel, 2, 3)});
    EXPECT_EQ(
        findingText(*findDeep(samples, Kind::BreakEven)),
        "Parallel is faster from 4096 MB up: 2.00 s against 4.00 s one after the other there (2.0 times); its samples (95 %) leave no "
        "other tier");
    EXPECT_FALSE(findDeep(samples, Kind::TooFewSamples));
}

TEST(FindingsTest, OutliersAndColdStartsAreToldAndNotDropped)
{
    auto samples = fiveRuns(1024, Sequential, 1);
    samples.push_back(goodSample(1024, Sequential, 3));
    Sample cold = goodSample(1024, Sequential, 9);
    cold.cold = true;
    samples.push_back(cold);
    EXPECT_EQ(findingText(*findDeep(samples, Kind::Outliers)),
              "1 run lies apart from the others and is marked, not left out, first sequential "
              "at 1024 MB");
    EXPECT_EQ(findingText(*findDeep(samples, Kind::ColdStarts)),
              "1 cold start is kept apart from the warm runs, first sequential at 1024 MB");
    const auto rows = summarise(samples);
    EXPECT_EQ(rows[0].n, 6);
    EXPECT_EQ(rows[0].coldApart, 1);
    const auto onlyCold = summarise({cold});
    EXPECT_EQ(onlyCold[0].n, 1);
    EXPECT_TRUE(onlyCold[0].isCold);
    EXPECT_EQ(onlyCold[0].coldApart, 0);
}

TEST(FindingsTest, ADriftIsToldWithWhatToDo)
{
    std::vector<Sample> samples;
    for (int index = 0; index < 12; ++index) {
        samples.push_back(goodSample(index % 2 == 0 ? 512 : 2048, Sequential, (index % 2 == 0 ? 8 : 2) * (1 + 0.01 * index)));
        samples.back().startedAtMs = 1000 * index;
    }
    const auto drift = findDeep(samples, Kind::Drift);
    ASSERT_TRUE(drift);
    EXPECT_THAT(findingText(*drift), testing::StartsWith("Times drifted: the last runs take 11"));
    EXPECT_THAT(findingText(*drift), testing::HasSubstr("close other programs"));
}

std::string lossOf(const std::vector<Sample>& samples)
{
    const auto loss = findDeep(samples, Kind::LargestLoss);
    return loss ? findingText(*loss) : "";
}

Sample runAt(int memory, ScheduleMode mode, int cap, double wall, std::vector<TaskRecord> tasks)
{
    Sample sample = test::run(mode, cap, wall, std::move(tasks));
    sample.memory = MemoryMb{memory};
    sample.vcpus = visibleVcpus(sample.memory);
    sample.share = creditShare(sample.memory);
    return sample;
}

TEST(FindingsTest, TheLargestLossOfTheFastestAndWhatToDoAboutIt)
{
    using testing::HasSubstr;
    const double share = creditShare(MemoryMb{885}).value;
    EXPECT_EQ(lossOf({runAt(885, Parallel, 2, 12, test::waves(2, 2, 12, 12 * share / 2))}),
              "The largest loss of the fastest (parallel with 2 at once at 885 MB): 9.00 s of 12.0 s, throttled by the quota; a higher "
              "tier gives more CPU, and one at a time costs nothing here");
    EXPECT_THAT(lossOf({runAt(885, Sequential, 1, 4, test::waves(1, 1, 4, 4 * share))}), HasSubstr("; a higher tier gives more CPU"));
    EXPECT_THAT(lossOf({runAt(1769, Parallel, 2, 4, test::waves(2, 2, 4, 2))}), HasSubstr("one at a time costs nothing here"));
    EXPECT_THAT(lossOf({runAt(3008, Parallel, 4, 4, test::waves(4, 4, 4, 1.7))}), HasSubstr("vCPUs: no more at once than that"));
    EXPECT_THAT(lossOf({runAt(10240, Parallel, 6, 4, test::waves(8, 6, 2, 1.9))}), HasSubstr("more and smaller tasks"));
    EXPECT_THAT(lossOf({runAt(10240, Parallel, 6, 4, test::waves(2, 2, 4, 4))}), HasSubstr("at least 6 tasks"));
    EXPECT_THAT(lossOf({runAt(10240, Parallel, 2, 2, {test::task(0, 0, 2, 1, 1), test::task(1, 0, 2, 1, 1)})}), HasSubstr("mode pool"));
    EXPECT_THAT(lossOf({runAt(10240, Sequential, 1, 3, {test::task(0, 0, 1, 1), test::task(0, 2, 3, 1)})}),
                HasSubstr("give each task more to do"));
    EXPECT_THAT(lossOf({runAt(10240, Sequential, 1, 3, {test::task(0, 0, 1, 1), test::task(0, 1, 3, 1)})}),
                HasSubstr("close other programs"));
}

TEST(FindingsTest, ASmallLossOrAnUnknownOneIsNotNamed)
{
    EXPECT_EQ(lossOf({runAt(10240, Sequential, 1, 4.1, test::waves(4, 1, 1, 1))}), "");
    Sample sample = runAt(885, Sequential, 1, 4, test::waves(1, 1, 4, 2));
    const std::string text = lossOf({sample});
    EXPECT_NE(text, "");
    sample.wallParts = decompose(sample);
    sample.tasks.clear();
    EXPECT_EQ(lossOf({sample}), text);
    sample.wallParts.reset();
    EXPECT_EQ(lossOf({sample}), "");
}

TEST(FindingsTest, KindsHaveNames)
{
    EXPECT_STREQ(findingKindName(Kind::Fastest), "fastest");
    EXPECT_STREQ(findingKindName(Kind::Cheapest), "cheapest");
    EXPECT_STREQ(findingKindName(Kind::BreakEven), "break_even");
    EXPECT_STREQ(findingKindName(Kind::NeverPaysOff), "never_pays_off");
    EXPECT_STREQ(findingKindName(Kind::FailedSamples), "failed_samples");
    std::set<std::string> names;
    for (int kind = 0; kind <= static_cast<int>(kLastFindingKind); ++kind)
        names.insert(findingKindName(static_cast<Kind>(kind)));
    EXPECT_EQ(names.size(), static_cast<std::size_t>(kLastFindingKind) + 1);
}

TEST(FormatSecondsTest, ThreeFiguresInTheUnitThatPeopleSay)
{
    EXPECT_EQ(formatSeconds(3.422), "3.42 s");
    EXPECT_EQ(formatSeconds(0.8699), "870 ms");
    EXPECT_EQ(formatSeconds(56.76), "56.8 s");
    EXPECT_EQ(formatSeconds(0.0123), "12.3 ms");
    EXPECT_EQ(formatSeconds(0.00123), "1.23 ms");
    EXPECT_EQ(formatSeconds(0.000045), "45.0 µs");
    EXPECT_EQ(formatSeconds(119), "119 s");
    EXPECT_EQ(formatSeconds(123), "2 min 3 s");
    EXPECT_EQ(formatSeconds(1234), "20 min 30 s");
    EXPECT_EQ(formatSeconds(12345), "3 h 25 min");
    EXPECT_EQ(formatSeconds(0), "0 s");
    EXPECT_EQ(formatSeconds(-2), "-2.00 s");
    EXPECT_EQ(formatSeconds(std::numeric_limits<double>::quiet_NaN()), "-");
}

TEST(FormatSecondsTest, RoundsBeforeItChoosesTheUnit)
{
    EXPECT_EQ(formatSeconds(0.99949), "999 ms");
    EXPECT_EQ(formatSeconds(0.9996), "1.00 s");
    EXPECT_EQ(formatSeconds(9.996), "10.0 s");
    EXPECT_EQ(formatSeconds(99.96), "100 s");
    EXPECT_EQ(formatSeconds(119.7), "2 min 0 s");
    EXPECT_EQ(formatSeconds(0.00099999), "1.00 ms");
}

} // namespace
} // namespace tierscope::core
