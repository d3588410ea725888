// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/aws/ReportLine.h"
#include "core/aws/FunctionError.h"

#include <gmock/gmock.h>

namespace tierscope::core {
namespace {

constexpr const char* kWarm =
    "REPORT RequestId: 8f5-1\tDuration: 12.34 ms\tBilled Duration: 13 ms\tMemory Size: 128 MB\tMax Memory Used: 35 MB\t\n";

TEST(ReportLineTest, Plain)
{
    const auto report = findReport(std::string("START RequestId: 8f5-1 Version: $LATEST\nhello\nEND RequestId: 8f5-1\n") + kWarm);
    ASSERT_TRUE(report);
    EXPECT_EQ(*report, (InvocationReport{"8f5-1", 12.34, 13, 128, 35.0, {}, {}, {}, {}}));
}

TEST(ReportLineTest, ColdRestoredAndTraced)
{
    const auto cold = findReport("REPORT RequestId: 1\tDuration: 1 ms\tBilled Duration: 2 ms\tMemory Size: 512 MB\tMax Memory Used: 35 MB\t"
                                 "Init Duration: 100.5 ms\t\nXRAY TraceId: 1-2\tSegmentId: 3\tSampled: true\t\n");
    EXPECT_EQ(cold.value().initMs, 100.5);
    const auto restored =
        findReport("REPORT RequestId: 1\tDuration: 1 ms\tBilled Duration: 2 ms\tMemory Size: 512 MB\tMax Memory Used: 35 MB\t"
                   "Restore Duration: 300 ms\tBilled Restore Duration: 5 ms\t\n");
    EXPECT_EQ(restored.value().restoreMs, 300);
    EXPECT_EQ(restored.value().billedMs, 7);
    const auto failed = findReport("REPORT RequestId: 1\tDuration: 3000.00 ms\tBilled Duration: 3000 ms\tMemory Size: 128 MB\t"
                                   "Max Memory Used: 128 MB\tStatus: error\tError Type: Runtime.ExitError\n");
    EXPECT_EQ(failed.value().status, "error");
    EXPECT_EQ(failed.value().errorType, "Runtime.ExitError");
}

TEST(ReportLineTest, Json)
{
    const auto report = findReport(
        R"({"time":"2026-01-31T09:15:02.000Z","type":"platform.start","record":{"requestId":"1"}})"
        "\n"
        R"({"time":"2026-01-31T09:15:02.000Z","type":"platform.report","record":{"requestId":"1","metrics":{"durationMs":12.5,)"
        R"("billedDurationMs":13,"memorySizeMB":1024,"maxMemoryUsedMB":60,"initDurationMs":80.25},"tracing":{"value":"x"},"status":"success"}})"
        "\n");
    ASSERT_TRUE(report);
    EXPECT_EQ(*report, (InvocationReport{"1", 12.5, 13, 1024, 60.0, 80.25, {}, {}, {}}));
}

TEST(ReportLineTest, WhatAFunctionPrintsIsNotTheReport)
{
    const std::string fake = "REPORT RequestId: 9\tDuration: 1 ms\tBilled Duration: 1 ms\tMemory Size: 64 MB\t\n";
    EXPECT_EQ(findReport(fake + kWarm).value().memoryMb, 128);
    EXPECT_EQ(findReport(std::string("no line end") + kWarm).value().memoryMb, 128);
}

TEST(ReportLineTest, CutOrDamagedIsNone)
{
    const std::string line = kWarm;
    for (const char* text : {"", "REPORT", "REPORT RequestId: 1\tDuration: 1 ms\tMemory Size: 128 MB\t\n",
                             "REPORT RequestId: 1\tDuration: -1 ms\tBilled Duration: 1 ms\tMemory Size: 128 MB\t\n",
                             "REPORT RequestId: 1\tDuration: nan ms\tBilled Duration: 1 ms\tMemory Size: 128 MB\t\n",
                             R"({"type":"platform.report","record":{"metrics":{"durationMs":"1"}}})"})
        EXPECT_FALSE(findReport(text).has_value()) << text;
    // Of a tail that begins in the middle of the line, what is missing is missing.
    EXPECT_FALSE(findReport(line.substr(10)).has_value());
}

TEST(Base64Test, BackAndForth)
{
    for (const std::string& bytes : {std::string(), std::string("a"), std::string("ab"), std::string("abc"), std::string("\0\xff\x80z", 4)})
        EXPECT_EQ(decodeBase64(encodeBase64(bytes)), bytes);
    EXPECT_EQ(encodeBase64("ab"), "YWI=");
    EXPECT_FALSE(decodeBase64("a b").has_value());
    EXPECT_FALSE(decodeBase64("abcde").has_value());
}

TEST(FunctionErrorTest, Sentences)
{
    InvocationReport report;
    report.durationMs = 3000;
    report.memoryMb = 128;
    report.maxMemoryMb = 128;
    EXPECT_EQ(describeFunctionError(R"({"errorMessage":"2026 x Task timed out after 3.00 seconds"})", report),
              "timed out after 3 s at 128 MB: the function's own time limit");
    EXPECT_EQ(
        describeFunctionError(
            R"({"errorType":"Runtime.ExitError","errorMessage":"RequestId: 1 Error: Runtime exited with error: signal: killed"})", report),
        "out of memory at 128 MB");
    report.maxMemoryMb = 60;
    EXPECT_EQ(
        describeFunctionError(
            R"({"errorType":"Runtime.ExitError","errorMessage":"RequestId: 1 Error: Runtime exited with error: exit status 3"})", report),
        "the function's process exited at 128 MB: Runtime exited with error: exit status 3");
    EXPECT_EQ(describeFunctionError(R"({"errorType":"KeyError","errorMessage":"'n'\nmore","stackTrace":["secret"]})", {}),
              "the function raised KeyError: 'n' more");
    EXPECT_EQ(describeFunctionError("<html>", {}), "the function failed without saying why");
}

} // namespace
} // namespace tierscope::core
