// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "StoreFixture.h"
#include "core/runner/RunReport.h"

#include <csignal>
#include <fstream>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>

namespace tierscope::core {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

class StoreFaultTest : public test::StoreFixture {
protected:
    /// Runs statements on the database as another program would.
    void sql(const char* statements) const
    {
        sqlite3* database = nullptr;
        ASSERT_EQ(sqlite3_open(path().c_str(), &database), SQLITE_OK);
        char* message = nullptr;
        ASSERT_EQ(sqlite3_exec(database, statements, nullptr, nullptr, &message), SQLITE_OK) << message;
        sqlite3_close(database);
    }

    static void expectHelps(const Error& error, const std::string& place)
    {
        EXPECT_THAT(error.message, HasSubstr(place));
        EXPECT_FALSE(error.remedy.empty()) << error.message;
        EXPECT_THAT(error.sentence(), testing::Not(HasSubstr("xception")));
    }
};

TEST_F(StoreFaultTest, AFileThatIsNoDatabaseIsLeftAlone)
{
    std::ofstream(path()) << std::string(5000, 'x');
    const Error error = openFault();
    EXPECT_EQ(error.code, ErrorCode::Corrupt);
    expectHelps(error, path());
    EXPECT_EQ(std::filesystem::file_size(path()), 5000U);
}

TEST_F(StoreFaultTest, AnotherProgramsDatabaseIsLeftAlone)
{
    sql("CREATE TABLE bookmarks (url TEXT)");
    const Error error = openFault();
    EXPECT_EQ(error.code, ErrorCode::Corrupt);
    EXPECT_THAT(error.message, HasSubstr("another program"));
    sql("INSERT INTO bookmarks VALUES ('still there')");
}

TEST_F(StoreFaultTest, ALaterVersionIsRefused)
{
    static_cast<void>(open());
    sql("PRAGMA user_version = 4");
    const Error error = openFault();
    EXPECT_EQ(error.code, ErrorCode::Corrupt);
    EXPECT_THAT(error.message, HasSubstr("later version"));
    EXPECT_THAT(error.remedy, HasSubstr("Update"));
}

TEST_F(StoreFaultTest, VersionOneIsMigratedWithWhatItHolds)
{
    std::int64_t id = 0;
    {
        ExperimentStore store = open();
        id = store.create(spec(), host(), 2).value();
        ASSERT_TRUE(store.append(id, sample(0)));
    }
    sql("DROP INDEX samples_of_runs; ALTER TABLE samples DROP COLUMN cpu_model; ALTER TABLE samples DROP COLUMN arch;"
        "ALTER TABLE samples DROP COLUMN quota_periods; ALTER TABLE samples DROP COLUMN throttled_periods;"
        "ALTER TABLE samples DROP COLUMN cpu_trace; ALTER TABLE samples DROP COLUMN task_records;"
        "UPDATE samples SET tasks = '{\"index\":0,\"slot\":1,\"queued_ns\":0,\"started_ns\":5,\"ended_ns\":9,\"user_us\":7,\"system_us\":0,"
        "\"max_rss_kb\":0,\"exit_code\":0,\"signal\":0,\"outcome\":\"done\",\"error\":\"\"}' || char(10);"
        "CREATE INDEX samples_of_list ON samples (experiment_id, ok, warmup, memory_mb, mode, cap, wall_s); PRAGMA user_version = 1");
    ExperimentStore store = open();
    Sample later = sample(1);
    later.cpuModel = "Some CPU";
    later.arch = "arm64";
    ASSERT_TRUE(store.append(id, later));
    const auto record = store.load(id);
    ASSERT_TRUE(record) << record.error().sentence();
    ASSERT_THAT(record->samples, SizeIs(2));
    EXPECT_EQ(record->samples[0].cpuModel, "");
    EXPECT_DOUBLE_EQ(record->samples[0].wallSeconds, 1.5);
    ASSERT_THAT(record->samples[0].tasks, SizeIs(1));
    EXPECT_EQ(record->samples[0].tasks[0].userUs, 7);
    EXPECT_EQ(record->samples[1].cpuModel, "Some CPU");
    EXPECT_EQ(record->samples[1].arch, "arm64");
    EXPECT_THAT(store.list().value(), SizeIs(1));
}

TEST_F(StoreFaultTest, VersionTwoIsMigratedAndItsTasksStayReadable)
{
    Sample old = sample(0);
    old.tasks.clear();
    std::string lines;
    for (int index = 0; index < 3; ++index) {
        TaskRecord task;
        task.index = index;
        task.slot = index % 2;
        task.started = std::chrono::milliseconds(index);
        task.ended = std::chrono::milliseconds(index + 5);
        task.userUs = 4000 + index;
        task.outcome = index == 2 ? TaskOutcome::Failed : TaskOutcome::Done;
        task.exitCode = index == 2 ? 3 : 0;
        task.error = index == 2 ? "exit code 3" : "";
        old.tasks.push_back(task);
        lines += encodeTask(task).dump() + "\n";
    }
    std::int64_t id = 0;
    {
        ExperimentStore store = open();
        id = store.create(spec(), host(), 2).value();
        ASSERT_TRUE(store.append(id, sample(0, false)));
    }
    sql("ALTER TABLE samples DROP COLUMN quota_periods; ALTER TABLE samples DROP COLUMN throttled_periods;"
        "ALTER TABLE samples DROP COLUMN cpu_trace; ALTER TABLE samples DROP COLUMN task_records; PRAGMA user_version = 2");
    sql(("UPDATE samples SET tasks = '" + lines + "'").c_str());

    ExperimentStore store = open();
    const Result<Sample> migrated = store.loadSample(id, 0);
    ASSERT_TRUE(migrated) << migrated.error().sentence();
    EXPECT_EQ(migrated->tasks, old.tasks);
    EXPECT_EQ(migrated->quotaPeriods, std::nullopt);
    EXPECT_THAT(migrated->cpuTrace, testing::IsEmpty());
    EXPECT_THAT(store.load(id, SampleParts::WithoutRecords)->samples.at(0).tasks, testing::IsEmpty());
    // A repeat of that failed run is stored in the new way, and takes the old lines with it.
    Sample repeated = sample(0);
    repeated.tasks = {old.tasks[1]};
    ASSERT_TRUE(store.append(id, repeated));
    EXPECT_EQ(store.loadSample(id, 0)->tasks, repeated.tasks);
}

TEST_F(StoreFaultTest, ADamagedPageIsSaidSo)
{
    {
        ExperimentStore store = open();
        const auto id = store.create(spec(), host(), 500).value();
        for (int index = 0; index < 200; ++index)
            ASSERT_TRUE(store.append(id, sample(index)));
    }
    std::filesystem::remove(path() + "-wal");
    const auto size = std::filesystem::file_size(path());
    ASSERT_GT(size, 20'000U);
    {
        std::fstream file(path(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(4096);
        file << std::string(size - 4096, '\xAA');
    }
    const auto store = ExperimentStore::open(path());
    const Error error = store ? store->load(1).error() : store.error();
    EXPECT_EQ(error.code, ErrorCode::Corrupt);
    expectHelps(error, path());
}

TEST_F(StoreFaultTest, OneDamagedExperimentLeavesTheOthers)
{
    ExperimentStore store = open();
    const auto damaged = store.create(spec(), host(), 4).value();
    const auto good = store.create(spec(), host(), 4).value();
    ASSERT_TRUE(store.append(damaged, sample(0)));
    sql("UPDATE samples SET task_records = x'01FF'");
    EXPECT_EQ(store.load(damaged).error().code, ErrorCode::Corrupt);
    expectHelps(store.load(damaged).error(), path());
    EXPECT_TRUE(store.load(damaged, SampleParts::WithoutRecords)) << "they were not asked for";
    sql("UPDATE samples SET task_records = NULL, tasks = '{\"index\":'");
    EXPECT_EQ(store.load(damaged).error().code, ErrorCode::Corrupt);
    sql("UPDATE samples SET tasks = '', cpu_trace = x'0102'");
    EXPECT_EQ(store.load(damaged).error().code, ErrorCode::Corrupt);
    sql("UPDATE samples SET cpu_trace = NULL, mode = 'sideways'");
    EXPECT_EQ(store.load(damaged).error().code, ErrorCode::Corrupt);
    sql("UPDATE experiments SET spec = '[]' WHERE id = 1");
    EXPECT_EQ(store.load(damaged).error().code, ErrorCode::Corrupt);
    EXPECT_TRUE(store.load(good));
    EXPECT_THAT(store.list().value(), SizeIs(2));
    EXPECT_TRUE(store.remove(damaged));
}

TEST_F(StoreFaultTest, AFolderInPlaceOfTheFile)
{
    std::filesystem::create_directory(path());
    EXPECT_EQ(openFault().code, ErrorCode::Io);
    expectHelps(openFault(), path());
}

TEST_F(StoreFaultTest, AFileInPlaceOfTheFolder)
{
    std::ofstream(m_folder / "file") << "text";
    const auto store = ExperimentStore::open(m_folder / "file" / "experiments.sqlite");
    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().code, ErrorCode::Io);
    expectHelps(store.error(), m_folder / "file");
}

TEST_F(StoreFaultTest, AnUnwritableFolder)
{
    // A super-user may write anywhere but where nobody can.
    const std::string folder = geteuid() == 0 ? "/proc/1" : m_folder;
    std::filesystem::permissions(m_folder, std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    const auto store = ExperimentStore::open(folder + "/experiments.sqlite");
    std::filesystem::permissions(m_folder, std::filesystem::perms::owner_all);
    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().code, ErrorCode::Io);
    expectHelps(store.error(), folder);
}

TEST_F(StoreFaultTest, ADatabaseThatIsHeldByAnother)
{
    ExperimentStore store = open();
    sqlite3* other = nullptr;
    ASSERT_EQ(sqlite3_open(path().c_str(), &other), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    const auto made = store.create(spec(), host(), 4);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::Busy);
    expectHelps(made.error(), path());
    EXPECT_TRUE(store.list()) << "readers do not wait for a writer";
    sqlite3_close(other);
    EXPECT_TRUE(store.create(spec(), host(), 4));
}

/// A small file system of its own, where that is allowed.
class FullDiskTest : public StoreFaultTest {
protected:
    void SetUp() override
    {
        if (mount("tmpfs", m_folder.c_str(), "tmpfs", 0, "size=512k") != 0)
            GTEST_SKIP() << "a full disk can only be made with privileges: mount is refused";
        m_isMounted = true;
    }
    void TearDown() override
    {
        if (m_isMounted)
            umount2(m_folder.c_str(), MNT_DETACH);
    }

    bool m_isMounted = false;
};

TEST_F(FullDiskTest, KeepsWhatWasSavedAndGoesOnOnceThereIsSpace)
{
    ExperimentStore store = open();
    const auto id = store.create(spec(), host(), 1000).value();
    ASSERT_TRUE(store.append(id, sample(0)));
    std::ofstream(m_folder / "filler") << std::string(1024 * 1024, 'x');
    int saved = 1;
    Result<void> appended;
    for (; saved < 1000; ++saved) {
        appended = store.append(id, sample(saved));
        if (!appended)
            break;
    }
    ASSERT_FALSE(appended);
    EXPECT_EQ(appended.error().code, ErrorCode::Io);
    EXPECT_THAT(appended.error().message, HasSubstr("the disk is full"));
    expectHelps(appended.error(), path());
    EXPECT_THAT(store.load(id)->samples, SizeIs(saved));
    std::filesystem::remove(m_folder / "filler");
    EXPECT_TRUE(store.append(id, sample(saved)));
    EXPECT_TRUE(store.finish(id, ExperimentStatus::Finished));
}

TEST_F(FullDiskTest, ANewDatabaseThatDoesNotFit)
{
    std::ofstream(m_folder / "filler") << std::string(1024 * 1024, 'x');
    const Error error = openFault();
    EXPECT_EQ(error.code, ErrorCode::Io);
    expectHelps(error, path());
}

// The limit on a file's size stands for a quota: it needs no privileges.
TEST_F(StoreFaultTest, AFileThatMayNotGrow)
{
    static_cast<void>(open());
    const pid_t child = fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{64 * 1024, 64 * 1024};
        setrlimit(RLIMIT_FSIZE, &limit);
        auto store = ExperimentStore::open(path());
        const auto id = store ? store->create(spec(), host(), 1000) : Result<std::int64_t>(0);
        for (int index = 0; id && index < 1000; ++index) {
            const auto appended = store->append(*id, sample(index));
            if (!appended)
                _exit(appended.error().code == ErrorCode::Io && store->load(*id)->samples.size() == static_cast<std::size_t>(index) ? 0
                                                                                                                                    : 2);
        }
        _exit(3);
    }
    int status = -1;
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
}

} // namespace
} // namespace tierscope::core
