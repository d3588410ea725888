// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/exchange/ExperimentImport.h"

#include "../experiment/RunFixture.h"
#include "core/exchange/ExperimentJson.h"
#include "core/exchange/ObservationsCsv.h"
#include "core/runner/RunReport.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace tierscope::core {
namespace {

using test::task;
using testing::HasSubstr;
using enum ScheduleMode;

RunReport report()
{
    RunReport report;
    report.mode = Parallel;
    report.cap = 2;
    report.wall = test::ns(3);
    report.tasks = {task(0, 0, 1, 1), task(1, 0, 3, 2), task(0, 1, 2, 1)};
    for (int index = 0; index < 3; ++index)
        report.tasks[static_cast<std::size_t>(index)].index = index;
    report.host.usableCpus = 2;
    report.host.onlineCpus = 4;
    report.host.arch = "x86_64";
    report.runner = {"tierscope-runner", "1", "c++"};
    return report;
}

/// What a runner prints of that, with `started` events and `ended` of them.
std::string eventLines(std::size_t started, std::size_t ended)
{
    const RunReport run = report();
    std::string text;
    for (std::size_t index = 0; index < started; ++index)
        appendTaskStartedLine(text, run.tasks[index]);
    for (std::size_t index = 0; index < ended; ++index)
        appendTaskEndedLine(text, run.tasks[index]);
    return text;
}

std::string wholeLog()
{
    std::string text = eventLines(3, 3);
    writeReportLine(report(), [&](std::string_view piece) { text += piece; });
    return text;
}

TEST(RunnerLinesTest, AReportIsAReadOnlyExperimentWithOneRun)
{
    const auto imported = importExperiment(wholeLog(), "run.jsonl");
    ASSERT_TRUE(imported) << imported.error().message;
    const ExperimentRecord& record = imported->record;
    EXPECT_TRUE(record.readOnly);
    EXPECT_EQ(record.entry.name, "run.jsonl");
    EXPECT_THAT(record.source, HasSubstr("run.jsonl"));
    EXPECT_EQ(record.host, report().host);
    ASSERT_EQ(record.samples.size(), 1U);
    const Sample& sample = record.samples[0];
    EXPECT_TRUE(sample.ok);
    EXPECT_EQ(sample.tasks, report().tasks);
    EXPECT_EQ(sample.wallSeconds, 3);
    EXPECT_EQ(sample.mode, Parallel);
    EXPECT_EQ(sample.cap, 2);
    EXPECT_EQ(sample.memory, kUnlimitedTier);
    EXPECT_EQ(sample.cpuSeconds, 4);
    EXPECT_EQ(imported->notes.size(), 1U);
}

TEST(RunnerLinesTest, ACutOffLastLineIsLeftOutAndTheRestIsKept)
{
    const std::string whole = wholeLog();
    const auto imported = importExperiment(whole.substr(0, whole.size() - 40), "run.jsonl");
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_THAT(imported->notes, testing::Contains(HasSubstr("Line 7 is cut off")));
    const Sample& sample = imported->record.samples.at(0);
    EXPECT_FALSE(sample.ok);
    EXPECT_EQ(sample.tasks, report().tasks);
    EXPECT_EQ(sample.wallSeconds, 3);
    EXPECT_EQ(sample.cap, 2);
}

TEST(RunnerLinesTest, ATaskThatHasOnlyStartedEndsWithTheLines)
{
    const auto imported = importExperiment(eventLines(3, 1), "run.jsonl");
    ASSERT_TRUE(imported);
    const Sample& sample = imported->record.samples.at(0);
    ASSERT_EQ(sample.tasks.size(), 3U);
    EXPECT_TRUE(sample.tasks[0].isDone());
    EXPECT_EQ(sample.tasks[1].outcome, TaskOutcome::Cancelled);
    EXPECT_EQ(sample.tasks[1].ended, test::ns(1));
    EXPECT_EQ(sample.error, "the lines end before the run does");
}

TEST(RunnerLinesTest, EveryCutIsReadOrRefusedWithASentence)
{
    const std::string whole = wholeLog();
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto imported = importRunnerLines(whole.substr(0, length), "run.jsonl");
        if (imported)
            EXPECT_FALSE(imported->record.samples.at(0).tasks.empty());
        else
            EXPECT_FALSE(imported.error().message.empty());
    }
}

TEST(RunnerLinesTest, ErrorsNameTheLine)
{
    const auto messageOf = [](const std::string& text) {
        const auto imported = importExperiment(text, "run.jsonl");
        return imported ? std::string("imported") : imported.error().message;
    };
    EXPECT_THAT(messageOf(eventLines(2, 0) + "{\"event\":\"task_ended\"}\n" + eventLines(0, 1)), HasSubstr("line 3: "));
    EXPECT_THAT(messageOf(eventLines(1, 0) + "\n\nnonsense\n"), HasSubstr("line 4: "));
    EXPECT_THAT(messageOf(wholeLog() + eventLines(1, 0)), HasSubstr("line 8: it follows the report"));
    EXPECT_THAT(messageOf(errorLine({ErrorCode::InvalidArgument, "\"tasks\" is missing", ""})), HasSubstr("refused its request"));
    EXPECT_THAT(messageOf("{\"event\":"), HasSubstr("has no task"));
    EXPECT_NE(messageOf(""), "imported");
    EXPECT_NE(messageOf("nonsense"), "imported");
}

ExperimentRecord measured()
{
    ExperimentRecord record;
    record.spec.name = "two runs";
    record.spec.workload = CommandWorkload{{"/bin/true"}};
    record.spec.tasks = 2;
    record.entry.name = "two runs";
    record.entry.createdAtMs = 1'700'000'000'000;
    record.host = report().host;
    Sample first = test::run(Parallel, 2, 1.5, {task(0, 0, 1, 1), task(1, 0, 1, 1)});
    first.throttledSeconds = 0.25;
    first.startedAtMs = 1'700'000'001'000;
    Sample second = test::failedSample(0, Sequential, "task 0: exit code 1");
    second.planIndex = 4;
    second.dilation = Dilation{3};
    record.samples = {first, second};
    return record;
}

TEST(ExperimentJsonReaderTest, WhatIsExportedComesBack)
{
    const ExperimentRecord original = measured();
    const auto imported = importExperiment(experimentToJson(original), "experiment.json");
    ASSERT_TRUE(imported) << imported.error().message;
    const ExperimentRecord& record = imported->record;
    EXPECT_TRUE(record.readOnly);
    EXPECT_EQ(record.spec, original.spec);
    EXPECT_EQ(record.host, original.host);
    EXPECT_EQ(record.entry.name, "two runs");
    EXPECT_EQ(record.entry.createdAtMs, original.entry.createdAtMs);
    ASSERT_EQ(record.samples.size(), 2U);
    for (std::size_t index = 0; index < 2; ++index) {
        const Sample& was = original.samples[index];
        const Sample& is = record.samples[index];
        EXPECT_EQ(is.tasks, was.tasks);
        EXPECT_EQ(is.planIndex, was.planIndex);
        EXPECT_EQ(is.memory, was.memory);
        EXPECT_EQ(is.wallSeconds, was.wallSeconds);
        EXPECT_EQ(is.dilation, was.dilation);
        EXPECT_EQ(is.throttledSeconds, was.throttledSeconds);
        EXPECT_EQ(is.limiter, was.limiter);
        EXPECT_EQ(is.ok, was.ok);
        EXPECT_EQ(is.error, was.error);
        EXPECT_EQ(is.startedAtMs, was.startedAtMs);
    }
    // All that is computed comes out the same.
    ExperimentRecord again = record;
    again.source = original.source;
    again.entry.status = original.entry.status;
    again.entry.plannedRuns = original.entry.plannedRuns;
    EXPECT_EQ(experimentToJson(again), experimentToJson(original));
}

TEST(ExperimentJsonReaderTest, ATraceAndTheQuotasPeriodsAreReadWhereTheyAre)
{
    const auto withTrace = [](const std::string& trace) {
        nlohmann::json json = nlohmann::json::parse(experimentToJson(measured()));
        json["samples"][0]["cpu_trace"] = nlohmann::json::parse(trace);
        json["samples"][0]["quota_periods"] = 7;
        json["samples"][0]["throttled_periods"] = nullptr;
        return importExperiment(json.dump(1), "experiment.json");
    };
    const auto imported = withTrace("[[0, 0, 0], [20, 15, 5]]");
    ASSERT_TRUE(imported) << imported.error().message;
    const Sample& sample = imported->record.samples[0];
    EXPECT_EQ(sample.cpuTrace, (CpuTrace{{}, {Nanoseconds(20), Nanoseconds(15), Nanoseconds(5)}}));
    EXPECT_EQ(sample.quotaPeriods, 7);
    EXPECT_FALSE(sample.throttledPeriods);
    for (const char* bad : {"[[0, 0, 0], [20, 15]]", "[[5, 0, 0], [4, 0, 0]]", "[[0, 0, -1]]", "[[0, 0, 0.5]]", "[7]", "7"})
        EXPECT_FALSE(withTrace(bad)) << bad;
}

TEST(ExperimentJsonReaderTest, TheReferenceComesBack)
{
    const auto imported = importExperiment(experimentToJson(referenceExperiment()), "reference.json");
    ASSERT_TRUE(imported) << imported.error().message;
    EXPECT_EQ(imported->record.samples.size(), referenceExperiment().samples.size());
    EXPECT_EQ(imported->record.source, referenceExperiment().source);
}

TEST(ExperimentJsonReaderTest, EveryByteChangedIsReadOrRefusedWithASentence)
{
#ifdef __SANITIZE_ADDRESS__
    constexpr std::size_t kStep = 7; // a sanitized reader takes sixty times as long
#else
    constexpr std::size_t kStep = 1;
#endif
    const std::string good = experimentToJson(measured());
    for (std::size_t position = 0; position < good.size(); position += kStep) {
        for (const char byte : {'9', '"', '}', '-', '\xff'}) {
            std::string changed = good;
            changed[position] = byte;
            const auto imported = importExperiment(changed, "experiment.json");
            if (imported)
                EXPECT_FALSE(experimentToJson(imported->record).empty());
            else
                EXPECT_FALSE(imported.error().message.empty());
        }
    }
}

TEST(ExperimentJsonReaderTest, ErrorsSayWhichRun)
{
    const auto messageOf = [](std::string text, const std::string& what, const std::string& with) {
        text.replace(text.find(what), what.size(), with);
        const auto imported = importExperiment(text, "experiment.json");
        return imported ? std::string("imported") : imported.error().message;
    };
    const std::string good = experimentToJson(measured());
    EXPECT_EQ(messageOf(good, "two runs", "three runs"), "imported");
    EXPECT_THAT(messageOf(good, "\"wall_s\": 0.5", "\"wall_s\": \"long\""), HasSubstr("run 2 of \"samples\": \"wall_s\""));
    EXPECT_THAT(messageOf(good, "\"mode\": \"parallel\",\n      \"cap\"", "\"mode\": \"sideways\",\n      \"cap\""), HasSubstr("run 1 of"));
    EXPECT_THAT(messageOf(good, "\"wall_s\": 0.5", "\"wall_s\": 1e300"), HasSubstr("run 2 of"));
    EXPECT_THAT(messageOf(good, "\"plan_index\": 4", "\"plan_index\": 0"), HasSubstr("twice"));
    EXPECT_THAT(messageOf(good, "\"version\": 1", "\"version\": 2"), HasSubstr("version 2"));
    EXPECT_THAT(messageOf(good, "\"samples\"", "\"simples\""), HasSubstr("samples"));
    EXPECT_THAT(messageOf(good, "\"user_us\": 1000000", "\"user_us\": -1"), HasSubstr("user_us"));
    EXPECT_NE(messageOf(good, "}", ""), "imported");
}

} // namespace
} // namespace tierscope::core
