// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/exchange/TextTimeline.h"

#include "../experiment/RunFixture.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <sstream>

namespace tierscope::core {
namespace {

using test::ns;
using test::run;
using test::task;
using enum ScheduleMode;

const TextCanvas kAscii{48, false, false};

std::size_t columnsOf(const std::string& line)
{
    return static_cast<std::size_t>(
        std::count_if(line.begin(), line.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

TEST(TextTimelineTest, ALaneASlotWithNumbersWhereTheyFit)
{
    Sample sample = run(Parallel, 2, 4, {task(0, 0, 2, 2), task(1, 0, 1, 1, 0.5), task(1, 1, 4, 3), task(0, 3, 4, 1)});
    EXPECT_EQ(textTimeline(sample, kAscii), "    0 |[0=================]          [3=======]|\n"
                                            "    1 |[1---====][2===========================]|\n"
                                            "      0                                  4.00 s\n");
}

TEST(TextTimelineTest, FailuresAreMarkedAndColouredOnATerminal)
{
    Sample sample = run(Sequential, 1, 4, {task(0, 0, 2, 2), task(0, 2, 4, 2)});
    sample.tasks[0].outcome = TaskOutcome::Failed;
    EXPECT_EQ(linesOf(textTimeline(sample, kAscii))[0], "    0 |[0=================X[1=================]|");
    EXPECT_THAT(textTimeline(sample, {48, true, true}), testing::HasSubstr("\x1b[31m✗\x1b[0m"));
    EXPECT_THAT(textTimeline(sample, {48, true, false}), testing::Not(testing::HasSubstr("\x1b")));
}

TEST(TextTimelineTest, WhatFollowsWithinAColumnBeginsInTheNext)
{
    const Sample sample = run(Sequential, 1, 4, {task(0, 0, 2.05, 2), task(0, 2.05, 4, 2)});
    EXPECT_EQ(linesOf(textTimeline(sample, kAscii))[0], "    0 |[0==================][1================]|");
}

TEST(TextTimelineTest, TasksTooShortForAColumnAreACrowd)
{
    const Sample sample = run(Parallel, 2, 1, test::waves(1000, 2, 0.002, 0.002));
    const auto lines = linesOf(textTimeline(sample, kAscii));
    EXPECT_EQ(lines[0], "    0 |" + std::string(40, '#') + "|");
}

TEST(TextTimelineTest, CpuAgainstTheQuota)
{
    Sample sample = run(Sequential, 1, 4, {task(0, 0, 4, 3)});
    sample.share = CpuShare{1};
    sample.cpuTrace = {{ns(0), ns(0), ns(0)}, {ns(2), ns(2), ns(0)}, {ns(4), ns(3), ns(0)}};
    const auto lines = linesOf(textTimeline(sample, kAscii));
    EXPECT_EQ(lines[2], "  CPU |" + std::string(20, '#') + std::string(20, '=') + "|");
    EXPECT_EQ(lines[3], "CPU used 0.75, peak 1.00, quota 1.00");
    EXPECT_THAT(textTimeline(sample, {48, true, false}), testing::HasSubstr("█▄"));
}

TEST(TextTimelineTest, DilatedTimeIsTheTiers)
{
    Sample sample = run(Sequential, 1, 2, {task(0, 0, 3, 1.5), task(0, 3, 6, 1.5)});
    sample.dilation = Dilation{3};
    sample.cpuTrace = {{ns(0), ns(0), ns(0)}, {ns(6), ns(2), ns(0)}};
    const auto lines = linesOf(textTimeline(sample, kAscii));
    EXPECT_EQ(lines[0], "    0 |[0=================][1=================]|");
    EXPECT_THAT(lines.back(), testing::StartsWith("CPU used 1.00, peak 1.00"));
}

TEST(TextTimelineTest, NoLineIsWiderThanTheCanvas)
{
    Sample sample = run(Parallel, 3, 0.00004, {task(0, 0, 0.00001, 0), task(1, 0, 0.00003, 0), task(2, 0, 0.00004, 0, 0.00002)});
    sample.cpuTrace = {{ns(0), ns(0), ns(0)}, {ns(0.00004), ns(0.0001), ns(0)}};
    for (const int width : {1, 40, 41, 80, 200}) {
        for (const bool isUtf8 : {false, true}) {
            const TextCanvas canvas{width, isUtf8, false};
            for (const std::string& line :
                 linesOf(textTimeline(sample, canvas) + textWallParts(Decomposition{{0.00004}, 0.00004}, canvas))) {
                EXPECT_LE(columnsOf(line), static_cast<std::size_t>(std::max(width, 40))) << line;
                EXPECT_EQ(columnsOf(line) == line.size(), !isUtf8 || columnsOf(line) == line.size()) << line;
            }
        }
    }
}

TEST(TextTimelineTest, WhereTheTimeWent)
{
    Decomposition parts;
    parts.wallSeconds = 4;
    parts.seconds = {2, 0, 1.5, 0, 0.5, 0};
    EXPECT_EQ(textWallParts(parts, {57, false, false}), "Where the 4.00 s went:\n"
                                                        "  compute            2.00 s  50.0 %  ##########\n"
                                                        "  process start         0 s   0.0 %\n"
                                                        "  throttled          1.50 s  37.5 %  ########\n"
                                                        "  contention            0 s   0.0 %\n"
                                                        "  idle slots         500 ms  12.5 %  ###\n"
                                                        "  scheduler             0 s   0.0 %\n");
    EXPECT_EQ(textWallParts(std::nullopt, {}), "");
}

TEST(TextTimelineTest, WithoutTasksItSaysSo)
{
    EXPECT_EQ(textTimeline(run(Parallel, 2, 1, {}), {}), "Nothing is known of this run's tasks\n");
    EXPECT_EQ(textTimeline(run(Parallel, 2, 0, test::waves(1, 1, 1, 1)), {}), "Nothing is known of this run's tasks\n");
}

} // namespace
} // namespace tierscope::core
