// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/exchange/ExperimentJson.h"

#include "../experiment/SampleFixture.h"
#include "core/exchange/ObservationsCsv.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace tierscope::core {
namespace {

using nlohmann::json;
using test::failedSample;
using test::goodSample;
using enum ScheduleMode;

ExperimentRecord record()
{
    ExperimentRecord record;
    record.entry.id = 7;
    record.entry.name = "mine";
    record.spec.workload = KernelWorkload{"busy-loop", {{"iterations", 1000}}};
    record.spec.tiers = {{128}};
    record.host = Host{2, 4, "Some CPU", "x86_64", 4096};
    Sample parallel = goodSample(128, Parallel, 4, 2);
    parallel.dilation = {1.5};
    parallel.billedMs = 4100;
    TaskRecord task;
    task.outcome = TaskOutcome::Done;
    task.userUs = 77;
    task.involuntarySwitches = 5;
    parallel.tasks = {task};
    parallel.quotaPeriods = 200;
    parallel.throttledPeriods = 0;
    parallel.cpuTrace = {{}, {Nanoseconds(20), Nanoseconds(9), Nanoseconds(11)}};
    record.samples = {goodSample(128, Sequential, 6), parallel, failedSample(128, Pool, "bad \xff byte", 2), goodSample(0, Sequential, 1)};
    return record;
}

void expectKeys(const json& object, std::initializer_list<const char*> keys)
{
    for (const char* key : keys)
        EXPECT_TRUE(object.contains(key)) << key << " in " << object.dump();
}

TEST(ExperimentJsonTest, HasTheContractsKeys)
{
    const json exported = json::parse(experimentToJson(record()));
    EXPECT_EQ(exported["version"], 1);
    expectKeys(exported, {"version", "spec", "host", "samples", "summary", "findings"});
    expectKeys(exported["host"], {"usable_cpus", "online_cpus", "cpu_model", "arch", "memory_mb"});
    for (const json& sample : exported["samples"])
        expectKeys(sample,
                   {"memory_mb",         "vcpus",     "share",   "mode",          "cap",      "repeat", "cold",  "wall_s", "dilation",
                    "limiter",           "billed_ms", "init_ms", "max_memory_mb", "cost_usd", "ok",     "error", "tasks",  "quota_periods",
                    "throttled_periods", "cpu_trace"});
    for (const json& row : exported["summary"])
        expectKeys(row,
                   {"memory_mb", "mode", "cap", "n", "median_s", "mad_s", "ci_low_s", "ci_high_s", "speedup", "efficiency", "cost_usd"});
    ASSERT_FALSE(exported["findings"].empty());
    for (const json& finding : exported["findings"])
        expectKeys(finding, {"kind", "memory_mb", "mode", "text"});
}

TEST(ExperimentJsonTest, CarriesTheFigures)
{
    const json exported = json::parse(experimentToJson(record()));
    EXPECT_EQ(exported["spec"]["workload"]["name"], "busy-loop");
    const json& sample = exported["samples"][1];
    EXPECT_EQ(sample["wall_s"], 4.0);
    EXPECT_EQ(sample["dilation"], 1.5);
    EXPECT_EQ(sample["limiter"], "cgroup v1");
    EXPECT_EQ(sample["billed_ms"], 4100.0);
    EXPECT_EQ(sample["tasks"][0]["user_us"], 77);
    EXPECT_EQ(sample["tasks"][0]["involuntary_switches"], 5);
    EXPECT_EQ(sample["quota_periods"], 200);
    EXPECT_EQ(sample["throttled_periods"], 0);
    EXPECT_EQ(sample["cpu_trace"], json::parse("[[0,0,0],[20,9,11]]"));
    EXPECT_EQ(exported["summary"][1]["speedup"], 1.5);
    EXPECT_EQ(exported["summary"][1]["efficiency"], 0.75);
}

TEST(ExperimentJsonTest, WhatIsUnknownIsNull)
{
    const json exported = json::parse(experimentToJson(record()));
    EXPECT_TRUE(exported["samples"][0]["billed_ms"].is_null());
    EXPECT_TRUE(exported["samples"][0]["quota_periods"].is_null());
    EXPECT_TRUE(exported["samples"][0]["throttled_periods"].is_null());
    EXPECT_EQ(exported["samples"][0]["cpu_trace"], json::array());
    EXPECT_TRUE(exported["samples"][3]["cost_usd"].is_null()) << "without a limit there is no price";
    EXPECT_TRUE(exported["samples"][3]["memory_mb"].is_null());
    const json& onlyFailed = exported["summary"][2];
    EXPECT_EQ(onlyFailed["n"], 0);
    EXPECT_TRUE(onlyFailed["median_s"].is_null());
    EXPECT_TRUE(onlyFailed["ci_low_s"].is_null());
    EXPECT_TRUE(onlyFailed["speedup"].is_null());
}

TEST(ExperimentJsonTest, EndsInALineEndAndSurvivesBytesThatAreNotText)
{
    const std::string text = experimentToJson(record());
    EXPECT_EQ(text.back(), '\n');
    EXPECT_EQ(json::parse(text)["samples"][2]["error"], "bad \xEF\xBF\xBD byte");
}

TEST(ExperimentJsonTest, NamesTheSamplesThatLieApart)
{
    ExperimentRecord apart = record();
    const Sample first = apart.samples.front();
    apart.samples.clear();
    for (const double seconds : {1.0, 1.01, 0.99, 5.0, 1.02, 0.98}) {
        apart.samples.push_back(first);
        apart.samples.back().planIndex = static_cast<int>(apart.samples.size()) + 10;
        apart.samples.back().wallSeconds = seconds;
    }
    const json exported = json::parse(experimentToJson(apart));
    EXPECT_EQ(exported["outliers"], json::array({14}));
    EXPECT_EQ(exported["summary"][0]["n"], 6) << "and it counts";
    EXPECT_EQ(exported["summary"][0]["outliers"], 1);
}

TEST(ExperimentJsonTest, TheReferenceCanBeExported)
{
    const json exported = json::parse(experimentToJson(referenceExperiment()));
    EXPECT_EQ(exported["samples"].size(), 16U);
    EXPECT_EQ(exported["created_at"], "2021-12-29T00:00:00Z");
    EXPECT_NEAR(exported["summary"][2]["cost_usd"].get<double>(), 0.00009929, 1e-8);
    EXPECT_TRUE(exported["outliers"].empty());
    EXPECT_EQ(exported["prices"]["region"], "us-east-1");
    EXPECT_EQ(exported["prices"]["estimate"], false);
    EXPECT_EQ(exported["speedup"]["rows"].size(), 8U);
    EXPECT_EQ(exported["speedup"]["break_even_mb"], 2048);
    EXPECT_TRUE(exported["speedup"]["break_even_low_mb"].is_null()) << "of one run each there is no interval";
}

} // namespace
} // namespace tierscope::core
