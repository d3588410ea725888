// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/runner/RunRequest.h"

#include "tests/runner/RecordGen.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>
#include <string>

namespace tierscope::core {
namespace {

using ::testing::HasSubstr;

std::string fault(std::string_view text)
{
    const Result<RunRequest> request = decodeRunRequest(text);
    if (request)
        return {};
    EXPECT_EQ(request.error().code, ErrorCode::InvalidArgument) << text;
    return request.error().sentence();
}

/// The smallest request with one member added or replaced.
std::string faultWith(const char* key, const nlohmann::json& value)
{
    nlohmann::json request = {{"workload", {{"kind", "kernel"}, {"name", "noop"}}}, {"tasks", 1}};
    request[key] = value;
    return fault(request.dump());
}

TEST(RunRequest, ReadsTheWireFormatsExample)
{
    const Result<RunRequest> request = decodeRunRequest(
        R"({"version":1,"workload":{"kind":"kernel","name":"busy-loop","iterations":10000000},
            "tasks":10,"mode":"pool","cap":2,"task_timeout_ms":1500,"run_timeout_ms":60000,"events":true})");
    ASSERT_TRUE(request) << request.error().sentence();
    const RunRequest expected{KernelWorkload{"busy-loop", {{"iterations", 10'000'000}}},
                              10,
                              ScheduleMode::Pool,
                              2,
                              std::chrono::milliseconds(1500),
                              std::chrono::minutes(1),
                              true};
    EXPECT_EQ(*request, expected);
}

TEST(RunRequest, NeedsOnlyWorkloadAndTasks)
{
    const Result<RunRequest> request = decodeRunRequest(R"({"workload":{"kind":"command","argv":["true"]},"tasks":3})");
    ASSERT_TRUE(request) << request.error().sentence();
    EXPECT_EQ(*request, (RunRequest{.workload = CommandWorkload{{"true"}}, .tasks = 3}));
    EXPECT_EQ(request->mode, ScheduleMode::Parallel);
    EXPECT_EQ(request->cap, 0);
    EXPECT_FALSE(request->events);

    EXPECT_EQ(fault(R"({"workload":{"kind":"command","argv":["true"]}})"),
              R"("tasks" is missing in the run request. Give a whole number from 1 to 1,000,000.)");
    EXPECT_EQ(fault(R"({"tasks":1})"), R"("workload" is missing in the run request. Give an object.)");
}

RC_GTEST_PROP(RunRequestProperty, ComesBackAsItWas, (const RunRequest& request))
{
    const Result<RunRequest> decoded = decodeRunRequest(encodeRunRequest(request));
    RC_ASSERT(decoded.has_value());
    RC_ASSERT(*decoded == request);
}

RC_GTEST_PROP(RunRequestProperty, AnswersToAnyBytes, (const std::string& bytes))
{
    RC_ASSERT(!decodeRunRequest(bytes).has_value());
}

RC_GTEST_PROP(RunRequestProperty, AnswersToADamagedRequest, (const RunRequest& request))
{
    std::string text = encodeRunRequest(request);
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
    text.replace(at, *rc::gen::inRange<std::size_t>(0, 4), *rc::gen::resize(3, rc::gen::arbitrary<std::string>()));
    const Result<RunRequest> decoded = decodeRunRequest(text);
    RC_ASSERT((decoded.has_value() || !decoded.error().message.empty()));
    RC_ASSERT((!decoded.has_value() || validateWorkload(decoded->workload).has_value()));
}

TEST(RunRequest, NamesAnUnknownKey)
{
    EXPECT_EQ(faultWith("taks", 3), "unknown key \"taks\" in the run request. Known keys are version, workload, tasks, mode, cap, "
                                    "task_timeout_ms, run_timeout_ms, events.");
}

TEST(RunRequest, NamesTheKeyThatIsOutOfRange)
{
    EXPECT_EQ(faultWith("tasks", 0), R"("tasks" in the run request is 0. Give a whole number from 1 to 1,000,000.)");
    EXPECT_EQ(faultWith("tasks", -1), R"("tasks" in the run request is -1. Give a whole number from 1 to 1,000,000.)");
    EXPECT_EQ(faultWith("tasks", 1'000'001), R"("tasks" in the run request is 1,000,001. Give a whole number from 1 to 1,000,000.)");
    EXPECT_EQ(faultWith("cap", 1025), R"("cap" in the run request is 1,025. Give a whole number from 0 to 1,024.)");
    EXPECT_EQ(faultWith("cap", -1), R"("cap" in the run request is -1. Give a whole number from 0 to 1,024.)");
    EXPECT_THAT(faultWith("task_timeout_ms", -1), HasSubstr("\"task_timeout_ms\" in the run request is -1"));
    EXPECT_THAT(faultWith("run_timeout_ms", 1'000'000'001), HasSubstr("\"run_timeout_ms\" in the run request is 1,000,000,001"));
    EXPECT_EQ(faultWith("tasks", 1'000'000), "");
    EXPECT_EQ(faultWith("cap", 1024), "");
    EXPECT_EQ(faultWith("run_timeout_ms", 1'000'000'000), "");
}

TEST(RunRequest, NamesTheKeyThatHasTheWrongType)
{
    for (const char* key : {"version", "tasks", "cap", "task_timeout_ms", "run_timeout_ms"}) {
        for (const nlohmann::json& value : {nlohmann::json(true), nlohmann::json(1.0), nlohmann::json("1"), nlohmann::json(nullptr),
                                            nlohmann::json::array({1}), nlohmann::json::object()})
            EXPECT_THAT(faultWith(key, value), HasSubstr("\"" + std::string(key) + "\" in the run request is ")) << value;
    }
    EXPECT_EQ(faultWith("events", 1), R"("events" in the run request is 1. Give true or false.)");
    EXPECT_EQ(faultWith("mode", 1), R"("mode" in the run request is 1. Give a text.)");
    EXPECT_EQ(faultWith("mode", "serial"), R"(there is no mode "serial". Modes are sequential, parallel and pool.)");
    EXPECT_EQ(faultWith("workload", "noop"), R"("workload" in the run request is the text "noop". Give an object.)");
    EXPECT_THAT(faultWith("workload", {{"kind", "kernel"}, {"name", "nop"}}), HasSubstr("there is no kernel \"nop\""));
}

TEST(RunRequest, KnowsItsVersion)
{
    EXPECT_EQ(faultWith("version", 1), "");
    // What else is new in a later version is not what the reader should hear about first.
    EXPECT_EQ(fault(R"({"version":2,"nodes":3})"), "the run request has version 2. This runner reads version 1.");
}

TEST(RunRequest, RefusesWhatIsNoRequestAtAll)
{
    EXPECT_EQ(fault(""), "the run request is not valid JSON (byte 1).");
    EXPECT_EQ(fault("[]"), "the run request is a list where an object is needed.");
    EXPECT_EQ(fault("{\"tasks\":1"), "the run request is not valid JSON (byte 11).");
    EXPECT_EQ(fault(R"({"tasks":1e999})"), "the run request has a number that is too large.");
    EXPECT_THAT(fault(R"({"tasks":99999999999999999999})"), HasSubstr("too large"));
    EXPECT_THAT(fault(std::string(5'000'000, '[')), HasSubstr("nests more than 64 levels deep"));
    EXPECT_THAT(fault("{\"tasks\":" + std::string(1'000'000, '9') + "}"), HasSubstr("too large"));
    EXPECT_LT(fault("{\"" + std::string(1'000'000, 'x') + "\":1}").size(), 300U);
}

TEST(ScheduleMode, IsReadByTheNameItIsWrittenWith)
{
    for (const ScheduleMode mode : {ScheduleMode::Sequential, ScheduleMode::Parallel, ScheduleMode::Pool})
        EXPECT_EQ(parseScheduleMode(scheduleModeName(mode)).value(), mode);
    EXPECT_FALSE(parseScheduleMode("Parallel"));
    EXPECT_FALSE(parseScheduleMode(""));
}

} // namespace
} // namespace tierscope::core
