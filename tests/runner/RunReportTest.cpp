// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/runner/RunReport.h"

#include "core/runner/RunRequest.h"
#include "tests/runner/RecordGen.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>
#include <string>
#include <vector>

namespace tierscope::core {
namespace {

using ::testing::HasSubstr;

std::string written(const RunReport& report, std::size_t maximumBytes = 0)
{
    std::string text;
    writeRunReport(
        report, [&](std::string_view piece) { text += piece; }, maximumBytes);
    return text;
}

TaskRecord sampleTask()
{
    return TaskRecord{.index = 3,
                      .slot = 1,
                      .queued = Nanoseconds(10),
                      .started = Nanoseconds(20),
                      .ready = Nanoseconds(30),
                      .ended = Nanoseconds(40),
                      .userUs = 50,
                      .systemUs = 60,
                      .maxRssKb = 70,
                      .voluntarySwitches = 71,
                      .involuntarySwitches = 72,
                      .minorFaults = 73,
                      .majorFaults = 74,
                      .exitCode = 4,
                      .signal = 9,
                      .outcome = TaskOutcome::Failed,
                      .error = "killed \"quietly\""};
}

RunReport sampleReport(int tasks)
{
    RunReport report;
    report.mode = ScheduleMode::Pool;
    report.cap = 2;
    report.outcome = ScheduleOutcome::Cancelled;
    report.started = Nanoseconds(5);
    report.wall = Nanoseconds(123);
    report.wakeups = 7;
    report.host = Host{2, 4, "A processor", "x86_64", 7900};
    report.runner = RunnerIdentity{"tierscope-runner", "0.1.0", "c++"};
    for (int index = 0; index < tasks; ++index) {
        TaskRecord task = sampleTask();
        task.index = index;
        report.tasks.push_back(task);
    }
    return report;
}

TEST(WireNames, AreThese)
{
    EXPECT_STREQ(taskOutcomeName(TaskOutcome::Done), "done");
    EXPECT_STREQ(taskOutcomeName(TaskOutcome::Failed), "failed");
    EXPECT_STREQ(taskOutcomeName(TaskOutcome::TimedOut), "timed_out");
    EXPECT_STREQ(taskOutcomeName(TaskOutcome::Cancelled), "cancelled");
    EXPECT_STREQ(scheduleModeName(ScheduleMode::Sequential), "sequential");
    EXPECT_STREQ(scheduleModeName(ScheduleMode::Parallel), "parallel");
    EXPECT_STREQ(scheduleModeName(ScheduleMode::Pool), "pool");
    EXPECT_STREQ(scheduleOutcomeName(ScheduleOutcome::Completed), "completed");
    EXPECT_STREQ(scheduleOutcomeName(ScheduleOutcome::Cancelled), "cancelled");
    EXPECT_STREQ(scheduleOutcomeName(ScheduleOutcome::TimedOut), "timed_out");
}

TEST(TaskWire, HasTheseFields)
{
    std::string text;
    appendTaskFields(text, sampleTask());
    EXPECT_EQ(text, R"("index":3,"slot":1,"queued_ns":10,"started_ns":20,"ready_ns":30,"ended_ns":40,"user_us":50,"system_us":60,)"
                    R"("max_rss_kb":70,"voluntary_switches":71,"involuntary_switches":72,"minor_faults":73,"major_faults":74,)"
                    R"("exit_code":4,"signal":9,"outcome":"failed","error":"killed \"quietly\"")");
}

RC_GTEST_PROP(TaskWire, ComesBackAsItWas, (const TaskRecord& task))
{
    std::string text;
    appendTaskFields(text, task);
    const nlohmann::json json = nlohmann::json::parse("{" + text + "}");
    RC_ASSERT(json == encodeTask(task));
    const Result<TaskRecord> decoded = decodeTask(json);
    RC_ASSERT(decoded.has_value());
    RC_ASSERT(*decoded == task);
}

RC_GTEST_PROP(TaskWire, ErrorsOfAnyBytesAreValidJson, (const std::string& bytes))
{
    TaskRecord task;
    task.error = bytes + "\xFF\xC3 tail";
    const nlohmann::json json = encodeTask(task);
    RC_ASSERT(nlohmann::json::accept(json.dump()));
    const Result<TaskRecord> decoded = decodeTask(json);
    RC_ASSERT(decoded.has_value());
    RC_ASSERT(decoded->error.ends_with(" tail"));
}

TEST(TaskWire, EveryFieldIsChecked)
{
    const nlohmann::json good = encodeTask(sampleTask());
    for (const auto& [key, value] : good.items()) {
        nlohmann::json wrong = good;
        wrong[key] = nlohmann::json::array();
        const Result<TaskRecord> decoded = decodeTask(wrong);
        ASSERT_FALSE(decoded) << key;
        EXPECT_EQ(decoded.error().code, ErrorCode::Corrupt);
        EXPECT_EQ(decoded.error().message, "\"" + key + "\" in the task's record is a list");

        wrong.erase(key);
        const bool isOptional =
            key == "ready_ns" || key == "error" || key.ends_with("_switches") || key == "minor_faults" || key == "major_faults";
        EXPECT_EQ(decodeTask(wrong).has_value(), isOptional) << key;
    }
    for (const char* key : {"index", "queued_ns", "started_ns", "ready_ns", "ended_ns", "user_us", "system_us", "max_rss_kb",
                            "voluntary_switches", "involuntary_switches", "minor_faults", "major_faults", "signal"}) {
        nlohmann::json negative = good;
        negative[key] = -1;
        EXPECT_FALSE(decodeTask(negative)) << key;
    }
    nlohmann::json unheardOf = good;
    unheardOf["outcome"] = "exploded";
    EXPECT_EQ(decodeTask(unheardOf).error().message, R"("outcome" in the task's record is the text "exploded")");
}

TEST(TaskWire, ReadsRunnersThatCountNoSwitchesAndFaults)
{
    nlohmann::json json = encodeTask(sampleTask());
    for (const char* key : {"voluntary_switches", "involuntary_switches", "minor_faults", "major_faults"})
        json.erase(key);
    TaskRecord expected = sampleTask();
    expected.voluntarySwitches = expected.involuntarySwitches = expected.minorFaults = expected.majorFaults = 0;
    EXPECT_EQ(decodeTask(json).value(), expected);
}

TEST(TaskWire, PassesOverKeysOfLaterVersions)
{
    nlohmann::json json = encodeTask(sampleTask());
    json["throttled_us"] = 5;
    EXPECT_EQ(decodeTask(json).value(), sampleTask());
}

TEST(ReportWire, HasTheseFields)
{
    RunReport report = sampleReport(0);
    EXPECT_EQ(written(report),
              R"({"version":1,"mode":"pool","cap":2,"outcome":"cancelled","wall_ns":123,"started_monotonic_ns":5,"wakeups":7,"tasks":[],)"
              R"("host":{"arch":"x86_64","cpu_model":"A processor","memory_mb":7900,"online_cpus":4,"usable_cpus":2},)"
              R"("runner":{"language":"c++","name":"tierscope-runner","version":"0.1.0"}})");
}

RC_GTEST_PROP(ReportWire, ComesBackAsItWas, (const RunReport& report))
{
    const Result<RunReport> decoded = decodeRunReport(nlohmann::json::parse(written(report)));
    RC_ASSERT(decoded.has_value());
    RC_ASSERT(*decoded == report);
}

TEST(ReportWire, IsWrittenInPieces)
{
    const RunReport report = sampleReport(10'000);
    std::vector<std::size_t> pieces;
    std::string text;
    writeRunReport(report, [&](std::string_view piece) {
        pieces.push_back(piece.size());
        text += piece;
    });
    EXPECT_LT(*std::max_element(pieces.begin(), pieces.end()), 68'000U);
    EXPECT_LE(pieces.size(), text.size() / 65'536 + 1);
    EXPECT_EQ(decodeRunReport(nlohmann::json::parse(text)).value(), report);
}

TEST(ReportWire, TextsThatAreNotUtf8AreStillJson)
{
    RunReport report = sampleReport(1);
    report.tasks[0].error = "stderr: \xFF\xFE";
    report.host.cpuModel = "model \xC3";
    report.runner.name = "\x80";
    const Result<RunReport> decoded = decodeRunReport(nlohmann::json::parse(written(report)));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->tasks[0].error, "stderr: \xEF\xBF\xBD\xEF\xBF\xBD");
    EXPECT_EQ(decoded->host.cpuModel, "model \xEF\xBF\xBD");
}

TEST(ReportWire, SummarisesTasksThatDoNotFit)
{
    RunReport report = sampleReport(1000);
    for (TaskRecord& task : report.tasks) {
        task.outcome = TaskOutcome::Done;
        task.error.clear();
    }
    report.tasks[5].outcome = report.tasks[6].outcome = TaskOutcome::Failed;
    report.tasks[5].error = "the first \xFF";
    report.tasks[6].error = "the second";
    report.tasks[7].outcome = TaskOutcome::TimedOut;
    report.tasks[8].outcome = report.tasks[9].outcome = report.tasks[10].outcome = TaskOutcome::Cancelled;

    const std::string text = written(report, 10'000);
    EXPECT_LE(text.size(), 10'000U);
    const nlohmann::json json = nlohmann::json::parse(text);
    EXPECT_EQ(json["tasks"], nlohmann::json::array());
    const nlohmann::json& summary = json["tasks_summary"];
    EXPECT_EQ(summary["summarised"], true);
    EXPECT_THAT(summary["reason"].get<std::string>(), HasSubstr("and may have 10,000"));
    EXPECT_EQ(summary["count"], 1000);
    EXPECT_EQ(summary["done"], 994);
    EXPECT_EQ(summary["failed"], 2);
    EXPECT_EQ(summary["timed_out"], 1);
    EXPECT_EQ(summary["cancelled"], 3);
    EXPECT_EQ(summary["first_error"], "the first \xEF\xBF\xBD");
    EXPECT_TRUE(decodeRunReport(json));
}

TEST(ReportWire, IsSummarisedOnlyFromTheFirstByteTooMany)
{
    const RunReport report = sampleReport(20);
    const std::string whole = written(report);
    EXPECT_EQ(written(report, whole.size()), whole);
    EXPECT_THAT(written(report, whole.size() - 1), HasSubstr("tasks_summary"));
}

TEST(ReportWire, EveryFieldIsChecked)
{
    const nlohmann::json good = nlohmann::json::parse(written(sampleReport(2)));
    ASSERT_TRUE(decodeRunReport(good));
    for (const auto& [key, value] : good.items()) {
        nlohmann::json wrong = good;
        wrong[key] = true;
        ASSERT_FALSE(decodeRunReport(wrong)) << key;
        EXPECT_THAT(decodeRunReport(wrong).error().message, HasSubstr("\"" + key + "\""));
        wrong.erase(key);
        EXPECT_EQ(decodeRunReport(wrong).has_value(), key == "wakeups" || key == "started_monotonic_ns") << key;
    }
    for (const char* part : {"host", "runner"}) {
        for (const auto& [key, value] : good[part].items()) {
            nlohmann::json wrong = good;
            wrong[part][key] = nullptr;
            EXPECT_FALSE(decodeRunReport(wrong)) << part << "." << key;
        }
    }
    nlohmann::json wrongTask = good;
    wrongTask["tasks"][1]["slot"] = 5000;
    EXPECT_EQ(decodeRunReport(wrongTask).error().message, R"("slot" in the task's record is 5,000)");
    nlohmann::json later = good;
    later["version"] = 2;
    EXPECT_EQ(decodeRunReport(later).error().message, "the report has version 2");
    EXPECT_FALSE(decodeRunReport(nlohmann::json::array()));
}

TEST(ReportWire, HundredThousandTasksComeBack)
{
    const RunReport report = sampleReport(100'000);
    EXPECT_EQ(decodeRunReport(nlohmann::json::parse(written(report))).value(), report);
}

} // namespace
} // namespace tierscope::core
