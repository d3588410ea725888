// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/tier/CgroupCpuFiles.h"
#include "core/tier/CpuTraceRecorder.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unistd.h>

namespace tierscope::core {
namespace {

CpuTracePoint point(std::int64_t at, std::int64_t used, std::int64_t throttled = 0)
{
    return {Nanoseconds(at), Nanoseconds(used), Nanoseconds(throttled)};
}

TEST(CpuTraceRecorder, WantsAPointAnIntervalAfterTheLast)
{
    CpuTraceRecorder recorder;
    EXPECT_TRUE(recorder.wants(Nanoseconds(0)));
    recorder.add(point(100, 0));
    EXPECT_FALSE(recorder.wants(Nanoseconds(101)));
    EXPECT_FALSE(recorder.wants(Nanoseconds(100) + kCpuTraceInterval / 2));
    EXPECT_TRUE(recorder.wants(Nanoseconds(99) + kCpuTraceInterval)) << "timers come a little early";
}

TEST(CpuTraceRecorder, SumsNeverGoBackNorTimes)
{
    CpuTraceRecorder recorder;
    recorder.add(point(10, 50, 5));
    recorder.add(point(20, 40, 4));
    recorder.add(point(20, 90, 9));
    EXPECT_EQ(recorder.trace(), (CpuTrace{point(10, 50, 5), point(20, 50, 5)}));
}

TEST(CpuTraceRecorder, ALongRunLosesResolutionAndNotItsBeginning)
{
    CpuTraceRecorder recorder;
    constexpr std::int64_t kPoints = 100'000;
    Nanoseconds now{0};
    for (std::int64_t i = 0; i < kPoints; ++i) {
        if (recorder.wants(now))
            recorder.add(point(now.count(), now.count() / 2));
        now += kCpuTraceInterval;
        ASSERT_LT(recorder.trace().size(), kMostCpuTracePoints);
    }
    EXPECT_GT(recorder.trace().size(), kMostCpuTracePoints / 4);
    EXPECT_EQ(recorder.trace().front(), point(0, 0));
    EXPECT_GE(recorder.trace().back().at, now - 2 * recorder.interval());
    EXPECT_GE(recorder.interval(), 16 * kCpuTraceInterval);
    for (std::size_t i = 1; i < recorder.trace().size(); ++i)
        ASSERT_LE(recorder.trace()[i].at - recorder.trace()[i - 1].at, 2 * recorder.interval()) << "a gap at " << i;
}

TEST(TraceWithin, IsTheRunsPartOfIt)
{
    const CpuTrace trace{point(100, 1000, 0), point(200, 1100, 40), point(300, 1100, 140), point(400, 1300, 140)};
    struct Case {
        const char* what;
        std::int64_t start;
        std::int64_t wall;
        CpuTrace expected;
    };
    const Case cases[] = {
        {"all of it", 100, 300, {point(0, 0), point(100, 100, 40), point(200, 100, 140), point(300, 300, 140)}},
        {"both ends between points", 150, 200, {point(0, 0), point(50, 50, 20), point(150, 50, 120), point(200, 150, 120)}},
        {"between two points", 210, 50, {point(0, 0), point(50, 0, 50)}},
        {"before the first", 50, 100, {point(0, 0), point(50, 0), point(100, 50, 20)}},
        {"past the last", 350, 100, {point(0, 0), point(50, 100), point(100, 100)}},
        {"beside it", 1000, 10, {point(0, 0), point(10, 0)}},
        {"no run", 100, 0, {}},
    };
    for (const Case& row : cases)
        EXPECT_EQ(traceWithin(trace, Nanoseconds(row.start), Nanoseconds(row.wall)), row.expected) << row.what;
    EXPECT_EQ(traceWithin({}, Nanoseconds(0), Nanoseconds(10)), CpuTrace{});
}

RC_GTEST_PROP(TraceWithin, BeginsAtZeroEndsAtTheWallAndOnlyGrows, ())
{
    CpuTraceRecorder recorder;
    std::int64_t at = *rc::gen::inRange<std::int64_t>(0, 1'000'000);
    std::int64_t used = 0;
    std::int64_t throttled = 0;
    const int points = *rc::gen::inRange(1, 40);
    for (int i = 0; i < points; ++i) {
        recorder.add(point(at, used, throttled));
        at += *rc::gen::inRange<std::int64_t>(1, 1'000'000);
        used += *rc::gen::inRange<std::int64_t>(0, 2'000'000);
        throttled += *rc::gen::inRange<std::int64_t>(0, 1'000'000);
    }
    const Nanoseconds start(*rc::gen::inRange<std::int64_t>(0, 2'000'000));
    const Nanoseconds wall(*rc::gen::inRange<std::int64_t>(1, 20'000'000));
    const CpuTrace within = traceWithin(recorder.trace(), start, wall);
    RC_ASSERT(within.front() == CpuTracePoint{});
    RC_ASSERT(within.back().at == wall);
    for (std::size_t i = 1; i < within.size(); ++i) {
        RC_ASSERT(within[i].at > within[i - 1].at);
        RC_ASSERT(within[i].used >= within[i - 1].used);
        RC_ASSERT(within[i].throttled >= within[i - 1].throttled);
    }
    RC_ASSERT(within.back().used <= recorder.trace().back().used);
}

class CgroupCpuFilesTest : public testing::Test {
protected:
    CgroupCpuFilesTest() { std::filesystem::create_directories(m_folder); }
    ~CgroupCpuFilesTest() override { std::filesystem::remove_all(m_folder); }
    [[nodiscard]] std::string write(const char* name, const char* text) const
    {
        std::ofstream(m_folder + "/" + name) << text;
        return m_folder + "/" + name;
    }
    std::string m_folder = testing::TempDir() + "cpu-files-" + std::to_string(::getpid());
};

TEST_F(CgroupCpuFilesTest, ReadsBothVersionsAgainAndAgain)
{
    const std::string both = write("v2", "usage_usec 7\nuser_usec 5\nnr_periods 3\nnr_throttled 2\nthrottled_usec 11\n");
    const CgroupCpuFiles v2(both);
    EXPECT_EQ(v2.read().used, std::chrono::microseconds(7));
    EXPECT_EQ(v2.read().throttled, std::chrono::microseconds(11));
    static_cast<void>(write("v2", "usage_usec 9\nnr_periods 4\nnr_throttled 4\nthrottled_usec 20\n"));
    EXPECT_EQ(v2.read().used, std::chrono::microseconds(9)) << "the file stays open, its text does not stay the same";
    EXPECT_EQ(v2.read().throttledPeriods, 4);

    const std::string stat = write("v1", "nr_periods 5\nnr_throttled 1\nthrottled_time 123\n");
    const CgroupCpuFiles v1(stat, write("usage", "4567\n"));
    EXPECT_EQ(v1.read().used, Nanoseconds(4567));
    EXPECT_EQ(v1.read().throttled, Nanoseconds(123));
    EXPECT_EQ(v1.read().periods, 5);
}

TEST_F(CgroupCpuFilesTest, AGroupThatIsNotThereHasUsedNothing)
{
    EXPECT_EQ(CgroupCpuFiles(m_folder + "/nothing").read().used, Nanoseconds(0));
    EXPECT_EQ(CgroupCpuFiles().read().periods, 0);
}

} // namespace
} // namespace tierscope::core
