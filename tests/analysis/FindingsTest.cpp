// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/Summary.h"

#include "../experiment/SampleFixture.h"
#include "core/exchange/ObservationsCsv.h"

#include <gmock/gmock.h>
#include <limits>

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
    EXPECT_THAT(findings({}), IsEmpty());
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

TEST(FindingsTest, KindsHaveNames)
{
    EXPECT_STREQ(findingKindName(Kind::Fastest), "fastest");
    EXPECT_STREQ(findingKindName(Kind::Cheapest), "cheapest");
    EXPECT_STREQ(findingKindName(Kind::BreakEven), "break_even");
    EXPECT_STREQ(findingKindName(Kind::NeverPaysOff), "never_pays_off");
    EXPECT_STREQ(findingKindName(Kind::FailedSamples), "failed_samples");
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
