// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/store/RecordBlobs.h"

#include "core/base/UniqueFd.h"
#include "core/runner/RunRequest.h"
#include "tests/runner/RecordGen.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace tierscope::core {
namespace {

std::vector<TaskRecord> doneTasks(int count)
{
    std::vector<TaskRecord> tasks(static_cast<std::size_t>(count));
    for (int index = 0; index < count; ++index) {
        TaskRecord& task = tasks[static_cast<std::size_t>(index)];
        task.index = index;
        task.slot = index % 2;
        task.started = std::chrono::microseconds(100) * index;
        task.ready = task.started + std::chrono::microseconds(60 + index % 7);
        task.ended = task.started + std::chrono::microseconds(190 + index % 13);
        task.userUs = 120 + index % 5;
        task.maxRssKb = 1500;
        task.voluntarySwitches = 1;
        task.outcome = TaskOutcome::Done;
    }
    return tasks;
}

CpuTrace sampleTrace()
{
    CpuTrace trace{{}};
    for (int i = 1; i < 3000; ++i)
        trace.push_back(
            {std::chrono::milliseconds(20 * i), std::chrono::microseconds(11'500 * i + i % 3), std::chrono::milliseconds(8 * i)});
    return trace;
}

RC_GTEST_PROP(TaskBlob, ComesBackAsItWas, (const std::vector<TaskRecord>& tasks))
{
    const auto decoded = decodeTaskBlob(encodeTaskBlob(tasks));
    RC_ASSERT(decoded.has_value());
    RC_ASSERT(*decoded == tasks);
}

RC_GTEST_PROP(TaskBlob, AnyChangedByteIsCorruptOrWithinBounds, (const std::vector<TaskRecord>& tasks))
{
    std::string blob = encodeTaskBlob(tasks);
    const auto place = *rc::gen::inRange<std::size_t>(0, blob.size());
    blob[place] = static_cast<char>(blob[place] ^ *rc::gen::inRange(1, 256));
    const auto decoded = decodeTaskBlob(blob);
    if (!decoded) {
        RC_ASSERT(decoded.error().code == ErrorCode::Corrupt);
        return;
    }
    for (const TaskRecord& task : *decoded) {
        RC_ASSERT(task.index >= 0 && task.index < kMaximumTasks);
        RC_ASSERT(task.slot >= -1 && task.slot < kMaximumCap);
        RC_ASSERT(task.ended.count() >= 0);
        RC_ASSERT(task.outcome <= TaskOutcome::Cancelled);
    }
}

TEST(TaskBlob, ThatIsCutOffAnywhereOrHasSomethingBehindItIsCorrupt)
{
    std::vector<TaskRecord> tasks = doneTasks(1500);
    tasks[700].outcome = TaskOutcome::Failed;
    tasks[700].error = "exit code 3";
    const std::string blob = encodeTaskBlob(tasks);
    ASSERT_EQ(decodeTaskBlob(blob).value(), tasks);
    for (std::size_t length = 0; length < blob.size(); length += 7) {
        const auto decoded = decodeTaskBlob(std::string_view(blob).substr(0, length));
        ASSERT_FALSE(decoded) << length;
        EXPECT_EQ(decoded.error().code, ErrorCode::Corrupt);
        EXPECT_EQ(decoded.error().message.rfind("the stored tasks are ", 0), 0U) << decoded.error().message;
    }
    EXPECT_FALSE(decodeTaskBlob(blob + '\0'));
    EXPECT_FALSE(decodeTaskBlob('\x02' + blob.substr(1))) << "a later version";
}

TEST(TaskBlob, ACountThatLiesTakesNoMemory)
{
    std::string million(1, '\x01');
    million += "\xC0\x84\x3D"; // 1,000,000
    EXPECT_FALSE(decodeTaskBlob(million));
    EXPECT_FALSE(decodeTaskBlob(million + '\0'));
    std::string tooMany(1, '\x01');
    tooMany += std::string(9, '\xFF') + "\x01";
    EXPECT_FALSE(decodeTaskBlob(tooMany));
    EXPECT_FALSE(decodeTraceBlob(tooMany));
}

TEST(TaskBlob, ALongTextThatAllTasksShareIsNotMultipliedWithoutEnd)
{
    std::vector<TaskRecord> tasks = doneTasks(66);
    for (TaskRecord& task : tasks)
        task.error = std::string(4 * 1024 * 1024, 'x');
    const auto decoded = decodeTaskBlob(encodeTaskBlob(tasks));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->front().error, tasks.front().error);
    EXPECT_EQ(decoded->back().error, "") << "256 MB are enough";
    EXPECT_EQ(decoded->back().userUs, tasks.back().userUs);
}

TEST(TaskBlob, TakesFewBytesForUsualTasksAndFewerForThoseThatSayTheSame)
{
    EXPECT_LT(encodeTaskBlob(doneTasks(10'000)).size(), 10'000U * 12);
    std::vector<TaskRecord> cancelled(10'000);
    for (int index = 0; index < 10'000; ++index) {
        cancelled[static_cast<std::size_t>(index)].index = index;
        cancelled[static_cast<std::size_t>(index)].error = "cancelled before it started";
    }
    EXPECT_LT(encodeTaskBlob(cancelled).size(), 1000U);
    EXPECT_EQ(decodeTaskBlob(encodeTaskBlob(cancelled)).value(), cancelled);
}

TEST(TraceBlob, ComesBackAndIsSmall)
{
    const CpuTrace trace = sampleTrace();
    const std::string blob = encodeTraceBlob(trace);
    EXPECT_EQ(decodeTraceBlob(blob).value(), trace);
    EXPECT_LT(blob.size(), trace.size() * 6);
    EXPECT_EQ(decodeTraceBlob(encodeTraceBlob({})).value(), CpuTrace{});
    for (std::size_t length = 0; length < blob.size(); length += 11)
        ASSERT_FALSE(decodeTraceBlob(std::string_view(blob).substr(0, length))) << length;
}

TEST(TraceBlob, ThatGoesBackIsCorrupt)
{
    CpuTrace backwards = sampleTrace();
    std::swap(backwards[10].used, backwards[11].used);
    EXPECT_EQ(decodeTraceBlob(encodeTraceBlob(backwards)).error().code, ErrorCode::Corrupt);
}

TEST(Corpus, RecordBlobs)
{
    int good = 0;
    int bad = 0;
    for (const auto& entry : std::filesystem::directory_iterator(TIERSCOPE_FIXTURES "/corpus/record_blobs")) {
        const std::string name = entry.path().filename();
        const std::string blob = readFile(entry.path()).value();
        const bool isTrace = name.find("trace") != std::string::npos;
        const bool isGood = name.starts_with("good-");
        ++(isGood ? good : bad);
        EXPECT_EQ(isTrace ? decodeTraceBlob(blob).has_value() : decodeTaskBlob(blob).has_value(), isGood) << name;
    }
    EXPECT_GT(good, 2);
    EXPECT_GT(bad, 2);
}

} // namespace
} // namespace tierscope::core
