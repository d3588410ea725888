// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/exchange/ChromeTrace.h"

#include "../experiment/RunFixture.h"

#include <gmock/gmock.h>
#include <map>
#include <nlohmann/json.hpp>

namespace tierscope::core {
namespace {

using Json = nlohmann::json;
using test::run;
using test::task;
using enum ScheduleMode;

Json traceOf(const std::vector<TracedRun>& runs)
{
    std::string text;
    writeChromeTrace(runs, [&](std::string_view piece) { text += piece; });
    return Json::parse(text);
}

std::vector<Json> eventsOf(const Json& trace, const std::string& phase, int process = 1)
{
    std::vector<Json> events;
    for (const Json& event : trace.at("traceEvents")) {
        if (event.at("ph") == phase && event.at("pid") == process)
            events.push_back(event);
    }
    return events;
}

TEST(ChromeTraceTest, ATaskIsACompleteEventInItsSlotsThread)
{
    Sample sample = run(Parallel, 2, 3, {task(0, 0, 1.5, 1, 0.25), task(1, 0.000001, 3, 2)});
    sample.tasks[1].voluntarySwitches = 7;
    const Json trace = traceOf({{&sample, "run 1: 10240 MB"}});
    EXPECT_EQ(trace.at("displayTimeUnit"), "ms");
    const auto complete = eventsOf(trace, "X");
    ASSERT_EQ(complete.size(), 3U);
    EXPECT_EQ(complete[0].at("name"), "task 0");
    EXPECT_EQ(complete[0].at("tid"), 1);
    EXPECT_EQ(complete[0].at("ts"), 0);
    EXPECT_EQ(complete[0].at("dur"), 1.5e6);
    EXPECT_EQ(complete[0].at("args").at("user_us"), 1'000'000);
    EXPECT_EQ(complete[1].at("name"), "process start");
    EXPECT_EQ(complete[1].at("dur"), 0.25e6);
    EXPECT_EQ(complete[2].at("ts"), 1);
    EXPECT_EQ(complete[2].at("tid"), 2);
    EXPECT_EQ(complete[2].at("args").at("voluntary_switches"), 7);
    std::map<std::string, std::vector<std::string>> names;
    for (const Json& event : eventsOf(trace, "M")) {
        if (event.at("args").contains("name"))
            names[event.at("name")].push_back(event.at("args").at("name"));
    }
    EXPECT_THAT(names["process_name"], testing::ElementsAre("run 1: 10240 MB"));
    EXPECT_THAT(names["thread_name"], testing::ElementsAre("slot 0", "slot 1"));
}

TEST(ChromeTraceTest, TimeIsTheTiersAndRunsBeginTogether)
{
    Sample dilated = run(Sequential, 1, 1, {task(0, 0.3, 3, 1)});
    dilated.dilation = Dilation{3};
    const Sample plain = run(Sequential, 1, 1, {task(0, 0.1, 1, 1)});
    const Json trace = traceOf({{&dilated, "a"}, {&plain, "b"}});
    for (const int process : {1, 2}) {
        const Json event = eventsOf(trace, "X", process).at(0);
        EXPECT_NEAR(event.at("ts").get<double>(), 100'000, 1e-3);
        EXPECT_NEAR(event.at("dur").get<double>(), 900'000, 1e-3);
    }
}

TEST(ChromeTraceTest, FailuresAreInstants)
{
    Sample sample = run(Parallel, 2, 3, {task(0, 0, 1, 1), TaskRecord{}});
    sample.tasks[0].outcome = TaskOutcome::TimedOut;
    sample.tasks[0].error = "took \"too\" long \xff";
    const auto instants = eventsOf(traceOf({{&sample, "a"}}), "i");
    ASSERT_EQ(instants.size(), 2U);
    EXPECT_EQ(instants[0].at("s"), "t");
    EXPECT_EQ(instants[0].at("ts"), 1e6);
    EXPECT_EQ(instants[0].at("args").at("error"), "took \"too\" long \uFFFD");
    EXPECT_EQ(instants[1].at("name"), "task 1 never started");
    EXPECT_EQ(instants[1].at("s"), "p");
    EXPECT_EQ(instants[1].at("ts"), 3e6);
}

TEST(ChromeTraceTest, TheCpuTraceIsCounters)
{
    Sample sample = run(Sequential, 1, 1, {task(0, 0, 2, 1)});
    sample.dilation = Dilation{2};
    sample.share = CpuShare{1.5};
    sample.cpuTrace = {
        {test::ns(0), test::ns(0), test::ns(0)}, {test::ns(1), test::ns(0.25), test::ns(0.5)}, {test::ns(2), test::ns(1), test::ns(0.5)}};
    std::vector<double> used;
    std::vector<double> throttled;
    for (const Json& event : eventsOf(traceOf({{&sample, "a"}}), "C")) {
        if (event.at("name") == "CPU")
            used.push_back(event.at("args").at("used"));
        else if (event.at("name") == "throttled")
            throttled.push_back(event.at("args").at("CPUs"));
        else
            EXPECT_EQ(event.at("args").at("vCPUs"), 1.5);
    }
    EXPECT_THAT(used, testing::ElementsAre(0.5, 1.5, 0));
    EXPECT_THAT(throttled, testing::ElementsAre(0.5, 0, 0));
}

TEST(ChromeTraceTest, ManyTasksGoInPieces)
{
    const Sample sample = run(Parallel, 4, 5000, test::waves(20'000, 4, 1, 1));
    std::size_t largest = 0;
    std::string text;
    writeChromeTrace({{&sample, "a"}}, [&](std::string_view piece) {
        largest = std::max(largest, piece.size());
        text += piece;
    });
    EXPECT_LT(largest, 100'000U);
    EXPECT_EQ(eventsOf(Json::parse(text), "X").size(), 20'000U);
}

TEST(ChromeTraceTest, NoRunIsATraceToo)
{
    EXPECT_TRUE(traceOf({}).at("traceEvents").empty());
}

} // namespace
} // namespace tierscope::core
