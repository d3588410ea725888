// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/backend/LambdaSample.h"

#include "core/runner/RunReport.h"
#include "core/runner/RunRequest.h"

#include <gmock/gmock.h>

namespace tierscope::core {
namespace {

using testing::HasSubstr;

class LambdaSampleTest : public testing::Test {
protected:
    LambdaSampleTest()
    {
        spec.backend = BackendKind::Lambda;
        spec.workload = KernelWorkload{"noop", {}};
        spec.tasks = 2;
        function.memory = MemoryMb{512};
        function.architecture = "arm64";
        function.arn = "arn:aws:lambda:us-east-1:123456789012:function:work";
        run.memory = MemoryMb{512};
        run.mode = ScheduleMode::Parallel;
        run.cap = 2;
        InvocationReport line;
        line.durationMs = 1500;
        line.billedMs = 1501;
        line.memoryMb = 512;
        line.maxMemoryMb = 40;
        invocation.report = line;
    }
    static std::string reportOf(int tasks, std::size_t maximumBytes = 0)
    {
        RunReport report;
        report.cap = 2;
        report.wall = std::chrono::milliseconds(1200);
        report.host = Host{2, 2, "Some CPU", "aarch64", 512};
        for (int index = 0; index < tasks; ++index) {
            TaskRecord task;
            task.index = index;
            task.slot = 0;
            task.userUs = 500'000;
            task.voluntarySwitches = 1;
            task.involuntarySwitches = 2;
            task.minorFaults = 3;
            task.majorFaults = 4;
            task.outcome = TaskOutcome::Done;
            report.tasks.push_back(task);
        }
        std::string text;
        writeRunReport(
            report, [&](std::string_view piece) { text += piece; }, maximumBytes);
        return text;
    }
    [[nodiscard]] Sample sample() const { return toLambdaSample(emptyLambdaSample(spec, run, function), spec, run, function, invocation); }

    ExperimentSpec spec;
    PlannedRun run;
    FunctionConfiguration function;
    Invocation invocation;
};

TEST_F(LambdaSampleTest, OfTierscopesOwnFunction)
{
    invocation.payload = reportOf(2);
    const Sample made = sample();
    EXPECT_TRUE(made.ok) << made.error;
    EXPECT_DOUBLE_EQ(made.wallSeconds, 1.2);
    EXPECT_EQ(made.billedMs, 1501);
    EXPECT_EQ(made.maxMemoryMb, 40);
    EXPECT_EQ(made.cpuSeconds, 1);
    ASSERT_EQ(made.tasks.size(), 2U);
    EXPECT_EQ(made.tasks[1].voluntarySwitches, 1);
    EXPECT_EQ(made.tasks[1].involuntarySwitches, 2);
    EXPECT_EQ(made.tasks[1].minorFaults, 3);
    EXPECT_EQ(made.tasks[1].majorFaults, 4);
    EXPECT_TRUE(made.cpuTrace.empty()) << "nobody can look at a function from outside";
    EXPECT_EQ(made.cpuModel, "Some CPU");
    // 1.501 s x 0.5 GB x 0.0000133334 USD + 0.20 USD a million.
    EXPECT_NEAR(made.costUsd.value(), 0.0000102067, 1e-10);
    EXPECT_FALSE(made.cold);
    EXPECT_TRUE(made.isCounted());
}

TEST_F(LambdaSampleTest, ASummarisedReportIsGoodWhereEveryTaskIsDone)
{
    invocation.payload = reportOf(2, 10);
    EXPECT_TRUE(sample().ok) << sample().error;
    spec.tasks = 3;
    EXPECT_THAT(sample().error, HasSubstr("1 of 3 tasks"));
    invocation.payload = reportOf(2);
    EXPECT_THAT(sample().error, HasSubstr("2 tasks instead of 3"));
}

TEST_F(LambdaSampleTest, AColdStartCountsApart)
{
    invocation.payload = reportOf(2);
    invocation.report->initMs = 90;
    EXPECT_TRUE(sample().cold);
    EXPECT_FALSE(sample().isCounted());
    run.cold = true;
    EXPECT_TRUE(sample().ok);
    invocation.report->initMs.reset();
    EXPECT_THAT(sample().error, HasSubstr("no cold start"));
}

TEST_F(LambdaSampleTest, AnotherMemoryThanAskedForIsNoSampleOfTheTier)
{
    invocation.payload = reportOf(2);
    invocation.report->memoryMb = 777;
    EXPECT_THAT(sample().error, HasSubstr("777 MB"));
}

TEST_F(LambdaSampleTest, AnyFunctionIsTimedByItsReport)
{
    spec.lambda.contract = LambdaContract::Any;
    invocation.payload = "whatever";
    EXPECT_DOUBLE_EQ(sample().wallSeconds, 1.5);
    EXPECT_EQ(sample().arch, "arm64");
    invocation.report.reset();
    EXPECT_THAT(sample().error, HasSubstr("no REPORT line"));
}

TEST_F(LambdaSampleTest, PayloadsByWeightAndRequestsByTheWireFormat)
{
    spec.lambda.contract = LambdaContract::Any;
    spec.lambda.parallelPayloads = {{"1", 2}, {"2", 1}};
    std::string taken;
    for (run.repeat = 0; run.repeat < 6; ++run.repeat)
        taken += payloadFor(spec, run);
    EXPECT_EQ(taken, "121121");
    spec.lambda.contract = LambdaContract::Own;
    const auto request = decodeRunRequest(payloadFor(spec, run));
    ASSERT_TRUE(request) << request.error().sentence();
    EXPECT_EQ(request->tasks, 2);
    EXPECT_EQ(request->cap, 2);
}

} // namespace
} // namespace tierscope::core
