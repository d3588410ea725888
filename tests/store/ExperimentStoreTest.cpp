// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "StoreFixture.h"

#include <cstdlib>
#include <gmock/gmock.h>
#include <sqlite3.h>
#include <sys/wait.h>

namespace tierscope::core {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class ExperimentStoreTest : public test::StoreFixture {};

void expectSame(const Sample& left, const Sample& right)
{
    EXPECT_EQ(left.planIndex, right.planIndex);
    EXPECT_EQ(left.memory, right.memory);
    EXPECT_EQ(left.vcpus, right.vcpus);
    EXPECT_EQ(left.share.value, right.share.value);
    EXPECT_EQ(left.mode, right.mode);
    EXPECT_EQ(left.cap, right.cap);
    EXPECT_EQ(left.taskCount, right.taskCount);
    EXPECT_EQ(left.repeat, right.repeat);
    EXPECT_EQ(left.warmup, right.warmup);
    EXPECT_EQ(left.cold, right.cold);
    EXPECT_EQ(left.wallSeconds, right.wallSeconds);
    EXPECT_EQ(left.dilation, right.dilation);
    EXPECT_EQ(left.limiter, right.limiter);
    EXPECT_EQ(left.cpuSeconds, right.cpuSeconds);
    EXPECT_EQ(left.throttledSeconds, right.throttledSeconds);
    EXPECT_EQ(left.billedMs, right.billedMs);
    EXPECT_EQ(left.initMs, right.initMs);
    EXPECT_EQ(left.maxMemoryMb, right.maxMemoryMb);
    EXPECT_EQ(left.costUsd, right.costUsd);
    EXPECT_EQ(left.ok, right.ok);
    EXPECT_EQ(left.error, right.error);
    EXPECT_EQ(left.startedAtMs, right.startedAtMs);
    EXPECT_EQ(left.quotaPeriods, right.quotaPeriods);
    EXPECT_EQ(left.throttledPeriods, right.throttledPeriods);
    EXPECT_EQ(left.tasks, right.tasks);
    EXPECT_EQ(left.cpuTrace, right.cpuTrace);
}

/// Of every experiment, and of none.
int storedSamples(const std::string& path)
{
    sqlite3* database = nullptr;
    EXPECT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
    sqlite3_stmt* statement = nullptr;
    EXPECT_EQ(sqlite3_prepare_v2(database, "SELECT count(*) FROM samples", -1, &statement, nullptr), SQLITE_OK);
    EXPECT_EQ(sqlite3_step(statement), SQLITE_ROW);
    const int count = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return count;
}

TEST_F(ExperimentStoreTest, ListsTiersAndTheLeastMedian)
{
    ExperimentStore store = open();
    const std::int64_t id = store.create(spec(), host(), 6).value();
    ExperimentSpec unlimited = spec();
    unlimited.tiers = {};
    const std::int64_t empty = store.create(unlimited, host(), 1).value();
    const auto add = [&store, id](int planIndex, int memory, double seconds, bool ok, bool warmup) {
        Sample added = sample(planIndex, ok);
        added.memory = MemoryMb{memory};
        added.wallSeconds = seconds;
        added.warmup = warmup;
        ASSERT_TRUE(store.append(id, added));
    };
    add(0, 128, 4, true, false);
    add(1, 128, 1, true, false);
    add(2, 128, 3, true, false);
    EXPECT_EQ(store.load(id)->entry.fastestSeconds, 3) << "the median, not the luckiest";
    add(3, 512, 2, true, false);
    add(4, 512, 1, true, false);
    add(5, 512, 0.1, false, false);
    add(6, 512, 0.1, true, true);
    const auto entries = store.list().value();
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].id, empty);
    EXPECT_EQ(entries[0].tierCount, 0);
    EXPECT_EQ(entries[0].fastestSeconds, std::nullopt);
    EXPECT_EQ(entries[1].tierCount, 2);
    EXPECT_EQ(entries[1].fastestSeconds, 1.5) << "the mean of the middle two; failed and warm-up runs do not count";
    EXPECT_EQ(store.load(id)->entry.fastestSeconds, 1.5);
}

TEST_F(ExperimentStoreTest, ReturnsASampleAsItWasGiven)
{
    Sample full = sample(3);
    full.warmup = full.cold = true;
    full.repeat = 4;
    full.dilation = {1.5};
    full.cpuSeconds = 1.25;
    full.throttledSeconds = 0.5;
    full.billedMs = 1500;
    full.initMs = 99.5;
    full.maxMemoryMb = 64;
    full.costUsd = 0.0000021;
    full.ok = false;
    full.error = "task 1: \"quotes\", a\nline end and 日本語";
    TaskRecord killed;
    killed.index = 1;
    killed.slot = 1;
    killed.signal = 9;
    killed.outcome = TaskOutcome::Failed;
    killed.error = "killed by signal 9";
    killed.voluntarySwitches = 5;
    killed.majorFaults = 6;
    full.tasks.push_back(killed);
    full.quotaPeriods = 75;
    full.throttledPeriods = 40;
    full.cpuTrace = {{}, {std::chrono::milliseconds(20), std::chrono::milliseconds(5), std::chrono::milliseconds(10)}};

    ExperimentStore store = open();
    const auto id = store.create(spec(), host(), 12).value();
    ASSERT_TRUE(store.append(id, full));
    ASSERT_TRUE(store.append(id, sample(0)));
    const auto samples = open().load(id).value().samples;
    ASSERT_THAT(samples, SizeIs(2));
    expectSame(samples[0], sample(0));
    expectSame(samples[1], full);
}

TEST_F(ExperimentStoreTest, ReturnsOneSampleAlone)
{
    ExperimentStore store = open();
    const std::int64_t id = store.create(spec(), host(), 2).value();
    ASSERT_TRUE(store.append(id, sample(0, true)));
    ASSERT_TRUE(store.append(id, sample(1, false)));
    const auto alone = store.loadSample(id, 1);
    ASSERT_TRUE(alone);
    expectSame(*alone, store.load(id)->samples.at(1));
    EXPECT_EQ(store.loadSample(id, 2).error().code, ErrorCode::NotFound);
    EXPECT_EQ(store.loadSample(id + 1, 0).error().code, ErrorCode::NotFound);
}

TEST_F(ExperimentStoreTest, LeavesTheRecordsOfSamplesInTheFileWhereTheyAreNotAskedFor)
{
    ExperimentStore store = open();
    const std::int64_t id = store.create(spec(), host(), 2).value();
    Sample full = sample(0);
    full.cpuTrace = {{}, {std::chrono::milliseconds(20), std::chrono::milliseconds(5), {}}};
    full.quotaPeriods = 9;
    ASSERT_FALSE(full.tasks.empty());
    ASSERT_TRUE(store.append(id, full));
    const auto samples = store.load(id, SampleParts::WithoutRecords).value().samples;
    ASSERT_THAT(samples, SizeIs(1));
    full.tasks = {};
    full.cpuTrace = {};
    expectSame(samples[0], full);
}

TEST_F(ExperimentStoreTest, ReturnsTheExperimentAsItWasGiven)
{
    ExperimentStore store = open();
    const auto id = store.create(spec(), host(), 12).value();
    const ExperimentRecord record = store.load(id).value();
    EXPECT_EQ(record.spec, spec());
    EXPECT_EQ(record.host.usableCpus, 2);
    EXPECT_EQ(record.host.onlineCpus, 4);
    EXPECT_EQ(record.host.cpuModel, "Some CPU");
    EXPECT_EQ(record.host.arch, "x86_64");
    EXPECT_EQ(record.host.memoryMb, 4096);
    EXPECT_EQ(record.entry.id, id);
    EXPECT_EQ(record.entry.name, "busy-loop 5, 10 tasks");
    EXPECT_EQ(record.entry.workloadTitle, "busy-loop 5");
    EXPECT_EQ(record.entry.status, ExperimentStatus::Running);
    EXPECT_EQ(record.entry.plannedRuns, 12);
    EXPECT_GT(record.entry.createdAtMs, 1'600'000'000'000);
    EXPECT_FALSE(record.readOnly);
}

TEST_F(ExperimentStoreTest, AFailedSampleIsReplacedAndAGoodOneIsNot)
{
    ExperimentStore store = open();
    const auto id = store.create(spec(), host(), 12).value();
    ASSERT_TRUE(store.append(id, sample(0, false)));
    ASSERT_TRUE(store.append(id, sample(0)));
    EXPECT_TRUE(store.load(id)->samples.at(0).ok);
    Sample other = sample(0);
    other.wallSeconds = 99;
    EXPECT_EQ(store.append(id, other).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(store.load(id)->samples.at(0).wallSeconds, 1.5);
}

TEST_F(ExperimentStoreTest, ListsTheNewestFirstWithCounts)
{
    ExperimentStore store = open();
    const auto first = store.create(spec(), host(), 12).value();
    const auto second = store.create(spec(), host(), 6).value();
    ASSERT_TRUE(store.append(second, sample(0)));
    ASSERT_TRUE(store.append(second, sample(1, false)));
    ASSERT_TRUE(store.finish(second, ExperimentStatus::Finished));
    const auto entries = store.list().value();
    ASSERT_THAT(entries, SizeIs(2));
    EXPECT_EQ(entries[0].id, second);
    EXPECT_EQ(entries[0].status, ExperimentStatus::Finished);
    EXPECT_EQ(entries[0].plannedRuns, 6);
    EXPECT_EQ(entries[0].finishedRuns, 2);
    EXPECT_EQ(entries[0].failedRuns, 1);
    EXPECT_EQ(entries[1].id, first);
    EXPECT_EQ(entries[1].status, ExperimentStatus::Running);
}

TEST_F(ExperimentStoreTest, RenamesAndGoesBackToItsTitle)
{
    ExperimentStore store = open();
    const auto id = store.create(spec(), host(), 12).value();
    ASSERT_TRUE(store.rename(id, "best so far"));
    EXPECT_EQ(store.list()->at(0).name, "best so far");
    EXPECT_EQ(store.load(id)->spec.name, "best so far");
    ASSERT_TRUE(store.rename(id, ""));
    EXPECT_EQ(store.list()->at(0).name, "busy-loop 5, 10 tasks");
}

TEST_F(ExperimentStoreTest, RemovesAnExperimentWithItsSamplesAndNeverGivesItsIdAgain)
{
    ExperimentStore store = open();
    const auto id = store.create(spec(), host(), 12).value();
    ASSERT_TRUE(store.append(id, sample(0)));
    ASSERT_TRUE(store.remove(id));
    EXPECT_THAT(store.list().value(), IsEmpty());
    EXPECT_EQ(storedSamples(path()), 0);
    EXPECT_GT(store.create(spec(), host(), 12).value(), id);
}

TEST_F(ExperimentStoreTest, WhatIsNotThereIsSaidSo)
{
    ExperimentStore store = open();
    EXPECT_EQ(store.load(5).error().code, ErrorCode::NotFound);
    EXPECT_EQ(store.append(5, sample(0)).error().code, ErrorCode::NotFound);
    EXPECT_EQ(store.finish(5, ExperimentStatus::Finished).error().code, ErrorCode::NotFound);
    EXPECT_EQ(store.rename(5, "x").error().code, ErrorCode::NotFound);
    EXPECT_EQ(store.remove(5).error().code, ErrorCode::NotFound);
    EXPECT_EQ(store.claim(5).error().code, ErrorCode::NotFound);
}

TEST_F(ExperimentStoreTest, ImportsARecordWithItsSource)
{
    ExperimentRecord record;
    record.spec = spec();
    record.entry.name = "from elsewhere";
    record.entry.createdAtMs = 123;
    record.entry.plannedRuns = 1;
    record.source = "a file";
    record.readOnly = true;
    record.samples = {sample(0)};
    ExperimentStore store = open();
    const auto id = store.importRecord(record).value();
    const auto loaded = store.load(id).value();
    EXPECT_EQ(loaded.entry.status, ExperimentStatus::Imported);
    EXPECT_EQ(loaded.entry.name, "from elsewhere");
    EXPECT_EQ(loaded.entry.createdAtMs, 123);
    EXPECT_EQ(loaded.source, "a file");
    EXPECT_TRUE(loaded.readOnly);
    EXPECT_THAT(loaded.samples, SizeIs(1));
    EXPECT_EQ(store.claim(id).error().code, ErrorCode::InvalidArgument);
}

TEST_F(ExperimentStoreTest, AnImportIsWholeOrNotThere)
{
    ExperimentRecord record;
    record.spec = spec();
    record.samples = {sample(0), sample(0)};
    ExperimentStore store = open();
    EXPECT_EQ(store.importRecord(record).error().code, ErrorCode::Corrupt);
    EXPECT_THAT(store.list().value(), IsEmpty());
}

/// Makes an experiment in a process of its own, which then waits to be killed.
struct OtherProcess {
    explicit OtherProcess(const std::string& path)
    {
        int ready[2];
        EXPECT_EQ(pipe(ready), 0);
        pid = fork();
        if (pid == 0) {
            auto store = ExperimentStore::open(path);
            const std::int64_t made = store ? store->create(ExperimentSpec{}, Host{}, 4).value_or(0) : 0;
            static_cast<void>(!write(ready[1], &made, sizeof made));
            pause();
            _exit(0);
        }
        EXPECT_EQ(read(ready[0], &id, sizeof id), static_cast<ssize_t>(sizeof id));
        close(ready[0]);
        close(ready[1]);
    }
    void die()
    {
        kill(pid, SIGKILL);
        waitpid(pid, nullptr, 0);
    }

    pid_t pid = 0;
    std::int64_t id = 0;
};

TEST_F(ExperimentStoreTest, AnExperimentOfALiveProcessIsItsOwn)
{
    OtherProcess other(path());
    ExperimentStore store = open();
    EXPECT_EQ(store.list()->at(0).status, ExperimentStatus::Running);
    EXPECT_EQ(store.claim(other.id).error().code, ErrorCode::Busy);
    EXPECT_EQ(store.remove(other.id).error().code, ErrorCode::Busy);
    EXPECT_THAT(store.claim(other.id).error().message, testing::HasSubstr(std::to_string(other.pid)));
    other.die();
    EXPECT_EQ(store.list()->at(0).status, ExperimentStatus::Interrupted);
    EXPECT_TRUE(store.claim(other.id));
    EXPECT_EQ(store.list()->at(0).status, ExperimentStatus::Running) << "it is ours now";
}

TEST_F(ExperimentStoreTest, AProcessThatDiesLeavesNoLock)
{
    OtherProcess other(path());
    other.die();
    ExperimentStore store = open();
    EXPECT_TRUE(store.append(other.id, sample(0)));
    EXPECT_TRUE(store.remove(other.id));
}

TEST_F(ExperimentStoreTest, ProcessesMayOpenANewDatabaseAtOnce)
{
    constexpr int kProcesses = 8;
    std::vector<pid_t> children;
    for (int index = 0; index < kProcesses; ++index) {
        const pid_t child = fork();
        if (child == 0) {
            auto store = ExperimentStore::open(path());
            const bool isGood = store && store->create(ExperimentSpec{}, Host{}, 1);
            _exit(isGood ? 0 : 1);
        }
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = -1;
        waitpid(child, &status, 0);
        EXPECT_EQ(status, 0);
    }
    EXPECT_THAT(open().list().value(), SizeIs(kProcesses));
}

TEST_F(ExperimentStoreTest, TheDatabaseIsWhereTheEnvironmentSays)
{
    setenv("TIERSCOPE_DATABASE", "/somewhere/else.sqlite", 1);
    EXPECT_EQ(defaultDatabasePath(), "/somewhere/else.sqlite");
    unsetenv("TIERSCOPE_DATABASE");
    setenv("XDG_DATA_HOME", "/data", 1);
    EXPECT_EQ(defaultDatabasePath(), "/data/tierscope/experiments.sqlite");
    setenv("XDG_DATA_HOME", "relative", 1);
    setenv("HOME", "/home/someone", 1);
    EXPECT_EQ(defaultDatabasePath(), "/home/someone/.local/share/tierscope/experiments.sqlite");
}

} // namespace
} // namespace tierscope::core
