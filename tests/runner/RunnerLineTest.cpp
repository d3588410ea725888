// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/runner/RunReport.h"
#include "tests/runner/RecordGen.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>
#include <string>

namespace tierscope::core {
namespace {

using ::testing::HasSubstr;

std::string reportLine(const RunReport& report)
{
    std::string line;
    writeReportLine(report, [&](std::string_view piece) { line += piece; });
    return line;
}

std::string fault(std::string_view line)
{
    const Result<RunnerLine> decoded = decodeRunnerLine(line);
    if (decoded)
        return {};
    EXPECT_EQ(decoded.error().code, ErrorCode::Corrupt) << line;
    return decoded.error().message;
}

void assertIsOneLine(const std::string& line)
{
    RC_ASSERT(line.find('\n') == line.size() - 1);
}

TEST(RunnerLine, HasTheWireForm)
{
    TaskRecord task;
    task.index = 4;
    task.slot = 1;
    task.started = Nanoseconds(99);
    std::string line;
    appendTaskStartedLine(line, task);
    EXPECT_EQ(line, "{\"event\":\"task_started\",\"index\":4,\"slot\":1,\"started_ns\":99}\n");

    line.clear();
    appendTaskEndedLine(line, task);
    EXPECT_TRUE(line.starts_with(R"({"event":"task_ended","index":4,"slot":1,)")) << line;
    EXPECT_TRUE(reportLine({}).starts_with(R"({"event":"report","report":{"version":1,)"));

    EXPECT_EQ(errorLine(Error{ErrorCode::InvalidArgument, "\"tasks\" is 0", "Give more"}),
              "{\"event\":\"error\",\"error\":{\"code\":\"bad_request\",\"message\":\"\\\"tasks\\\" is 0. Give more.\"}}\n");
    EXPECT_THAT(errorLine(Error{ErrorCode::Io, "disk \xFF", ""}), HasSubstr(R"("code":"io","message":"disk )"));
}

RC_GTEST_PROP(RunnerLineProperty, TaskLinesComeBack, (TaskRecord task))
{
    std::string line;
    appendTaskEndedLine(line, task);
    assertIsOneLine(line);
    const Result<RunnerLine> ended = decodeRunnerLine(line);
    RC_ASSERT(ended.has_value());
    RC_ASSERT(std::get<RunnerTaskEnded>(*ended).task == task);

    task.slot = *rc::gen::inRange(0, kMaximumCap);
    line.clear();
    appendTaskStartedLine(line, task);
    assertIsOneLine(line);
    const Result<RunnerLine> decoded = decodeRunnerLine(line);
    RC_ASSERT(decoded.has_value());
    const auto& started = std::get<RunnerTaskStarted>(*decoded);
    RC_ASSERT(started.index == task.index);
    RC_ASSERT(started.slot == task.slot);
    RC_ASSERT(started.started == task.started);
}

RC_GTEST_PROP(RunnerLineProperty, ReportsComeBack, (const RunReport& report))
{
    const std::string line = reportLine(report);
    assertIsOneLine(line);
    const Result<RunnerLine> decoded = decodeRunnerLine(line);
    RC_ASSERT(decoded.has_value());
    RC_ASSERT(std::get<RunReport>(*decoded) == report);
}

RC_GTEST_PROP(RunnerLineProperty, ErrorsComeBack, ())
{
    const Error error{ErrorCode::Io, *testing::utf8Text(), *testing::utf8Text()};
    const std::string line = errorLine(error);
    assertIsOneLine(line);
    const Result<RunnerLine> decoded = decodeRunnerLine(line);
    RC_ASSERT(decoded.has_value());
    RC_ASSERT(std::get<RunnerFailed>(*decoded).code == "io");
    RC_ASSERT(std::get<RunnerFailed>(*decoded).message == error.sentence());
}

RC_GTEST_PROP(RunnerLineProperty, DamagedLinesAreAnswered, (const RunReport& report))
{
    std::string line = reportLine(report);
    const auto at = *rc::gen::inRange<std::size_t>(0, line.size());
    line.replace(at, *rc::gen::inRange<std::size_t>(0, 4), *rc::gen::resize(3, rc::gen::arbitrary<std::string>()));
    const Result<RunnerLine> decoded = decodeRunnerLine(line);
    RC_ASSERT((decoded.has_value() || decoded.error().code == ErrorCode::Corrupt));
}

TEST(RunnerLine, TruncatedReportIsCorrupt)
{
    RunReport report;
    report.tasks.resize(3);
    const std::string line = reportLine(report);
    for (std::size_t length = 0; length + 2 < line.size(); length += 7)
        EXPECT_NE(fault(line.substr(0, length)), "") << length;
}

TEST(RunnerLine, SaysWhatIsWrong)
{
    EXPECT_EQ(fault(""), "the runner's line is not valid JSON (byte 1)");
    EXPECT_EQ(fault("Segmentation fault"), "the runner's line is not valid JSON (byte 1)");
    EXPECT_EQ(fault("[]"), "the runner's line is a list where an object is needed");
    EXPECT_EQ(fault("{}"), R"("event" is missing in the runner's line)");
    EXPECT_EQ(fault(R"({"event":"progress"})"), R"(the runner's line has the unknown event "progress")");
    EXPECT_EQ(fault(R"({"event":"report"})"), R"("report" is missing in the runner's line)");
    EXPECT_EQ(fault(R"({"event":"error","error":{"code":"io"}})"), R"("message" is missing in the runner's error)");
    EXPECT_EQ(fault(R"({"event":"task_started","index":0,"slot":-1,"started_ns":0})"), R"("slot" in the runner's line is -1)");
    EXPECT_EQ(fault(R"({"event":"task_ended","index":0})"), R"("slot" is missing in the task's record)");
    EXPECT_THAT(fault(R"({"event":"report","report":{"x":)" + std::string(1'000'000, '[')), HasSubstr("levels deep"));
}

TEST(RunnerLine, ReportsTheFirstTaskThatCannotBeRead)
{
    RunReport report;
    report.tasks.resize(5);
    nlohmann::json json = nlohmann::json::parse(reportLine(report));
    json["report"]["tasks"][2]["signal"] = "KILL";
    json["report"]["tasks"][3]["slot"] = "none";
    EXPECT_EQ(fault(json.dump()), R"("signal" in the task's record is the text "KILL")");
    json["report"]["tasks"][2] = 5;
    EXPECT_NE(fault(json.dump()), "");
    json["report"]["tasks"] = nlohmann::json::object({{"0", encodeTask(report.tasks[0])}});
    EXPECT_EQ(fault(json.dump()), R"("tasks" in the report is an object)");
}

TEST(RunnerLine, PassesOverKeysOfLaterVersions)
{
    RunReport report;
    report.tasks.resize(2);
    nlohmann::json json = nlohmann::json::parse(reportLine(report));
    json["sent_ns"] = 5;
    json["report"]["kernel"] = {{"tasks", {{{"a", 1}}}}};
    json["report"]["tasks"][0]["throttle"] = {{"us", 7}};
    json["report"]["host"]["numa"] = 1;
    const Result<RunnerLine> decoded = decodeRunnerLine(json.dump());
    ASSERT_TRUE(decoded) << decoded.error().sentence();
    EXPECT_EQ(std::get<RunReport>(*decoded), report);
}

TEST(RunnerLine, OfAKeyThatIsGivenTwiceTheLastCounts)
{
    RunReport report;
    report.tasks.resize(2);
    std::string line = reportLine(report);
    line.insert(line.find("\"tasks\""), "\"tasks\":[" + encodeTask(report.tasks[0]).dump() + ",{\"index\":1}],");
    const Result<RunnerLine> decoded = decodeRunnerLine(line);
    ASSERT_TRUE(decoded) << decoded.error().sentence();
    EXPECT_EQ(std::get<RunReport>(*decoded), report);
}

} // namespace
} // namespace tierscope::core
