// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/runner/FunctionLoop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tierscope::core {
namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;

TEST(FunctionEvent, MayAskForTheReferenceExperiment)
{
    const KernelWorkload tenMillion{"busy-loop", {{"iterations", 10'000'000}}};
    const auto parallel = decodeEvent(R"({"multiprocess": true})");
    ASSERT_TRUE(parallel) << parallel.error().sentence();
    EXPECT_EQ(*parallel, (RunRequest{.workload = tenMillion, .tasks = 10, .mode = ScheduleMode::Parallel, .cap = 0}));
    const auto sequential = decodeEvent(R"({"multiprocess": false})");
    ASSERT_TRUE(sequential);
    EXPECT_EQ(*sequential, (RunRequest{.workload = tenMillion, .tasks = 10, .mode = ScheduleMode::Sequential, .cap = 0}));
}

TEST(FunctionEvent, IsARunRequestOtherwise)
{
    const auto request = decodeEvent(R"({"workload":{"kind":"command","argv":["echo","multiprocess"]},"tasks":3,"mode":"pool","cap":2})");
    ASSERT_TRUE(request) << request.error().sentence();
    EXPECT_EQ(request->workload, Workload(CommandWorkload{{"echo", "multiprocess"}}));
    EXPECT_EQ(request->mode, ScheduleMode::Pool);
}

TEST(FunctionEvent, IsRefusedWhereItCannotBeMeant)
{
    for (const char* event : {"", "null", "\"multiprocess\"", "[\"multiprocess\"]", R"({"multiprocess":1})", R"({"multiprocess":"true"})",
                              R"({"multiprocess":true,"tasks":5})", R"({"multiprocess":true)", R"({"tasks":1})"}) {
        const auto request = decodeEvent(event);
        ASSERT_FALSE(request) << event;
        EXPECT_EQ(request.error().code, ErrorCode::InvalidArgument) << event;
    }
}

struct DeadlineCase {
    int tasks;
    int runTimeoutMs;
    int leftMs;
    int expectedMs;
};

TEST(FunctionDeadline, LeavesTimeForTheReport)
{
    constexpr milliseconds kNow{1'700'000'000'000};
    for (const auto& [tasks, runTimeoutMs, leftMs, expectedMs] : {
             DeadlineCase{1, 0, 10'000, 9'499},         // 500 ms and 50 us, rounded up
             DeadlineCase{20'000, 0, 10'000, 8'500},    // a task more is more to write
             DeadlineCase{1'000'000, 0, 10'000, 5'000}, // never more than half
             DeadlineCase{1, 0, 600, 300},              //
             DeadlineCase{1, 2'000, 10'000, 2'000},     // the request's own limit is nearer
             DeadlineCase{1, 60'000, 10'000, 9'499},    //
             DeadlineCase{1, 0, 1, 1},                  //
         }) {
        RunRequest request;
        request.tasks = tasks;
        request.runTimeout = milliseconds(runTimeoutMs);
        const auto bounded = withinDeadline(request, kNow, kNow + milliseconds(leftMs));
        ASSERT_TRUE(bounded) << leftMs;
        EXPECT_EQ(bounded->runTimeout.count(), expectedMs) << tasks << " tasks, " << leftMs << " ms left";
    }
}

TEST(FunctionDeadline, MayBeMissingOrOver)
{
    RunRequest request;
    request.runTimeout = milliseconds(7);
    EXPECT_EQ(withinDeadline(request, milliseconds(5), milliseconds(0)).value().runTimeout.count(), 7);
    for (const int deadline : {5, 4}) {
        const auto late = withinDeadline(request, milliseconds(5), milliseconds(deadline));
        ASSERT_FALSE(late);
        EXPECT_EQ(late.error().code, ErrorCode::TimedOut);
        EXPECT_THAT(late.error().message, HasSubstr("time was over"));
    }
}

TEST(FunctionError, HasAWordForItsType)
{
    EXPECT_EQ(functionError({ErrorCode::InvalidArgument, "no", "Do"}), (FunctionError{"BadRequest", "no. Do."}));
    EXPECT_EQ(functionError({ErrorCode::TimedOut, "late", ""}).type, "TimedOut");
    EXPECT_EQ(functionError({ErrorCode::Io, "broken", ""}).type, "Io");
    EXPECT_EQ(functionError({ErrorCode::ProcessFailed, "gone", ""}).type, "ProcessFailed");
}

} // namespace
} // namespace tierscope::core
