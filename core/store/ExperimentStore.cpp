// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/store/ExperimentStore.h"

#include "core/store/ProcessOwner.h"
#include "core/store/SampleRow.h"
#include "core/store/Schema.h"
#include "core/store/StoreError.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <sqlite3.h>
#include <thread>
#include <unordered_map>

namespace tierscope::core {

struct ExperimentStore::Database {
    std::string path;
    SQLite::Database connection;
};

namespace {

constexpr std::chrono::milliseconds kBusyTimeout{5000};
constexpr std::string_view kSpecWhat = "its spec";

constexpr const char* kEntryColumns = R"sql(
SELECT id, name, title, workload_title, backend, status, created_at_ms, planned_runs, owner_pid, owner_started, owner_boot_id,
    (SELECT count(*) FROM samples WHERE experiment_id = id), (SELECT count(*) FROM samples WHERE experiment_id = id AND ok = 0),
    CASE WHEN json_valid(spec) THEN json_array_length(spec, '$.tiers') ELSE 0 END, spec
FROM experiments )sql";

/// The least median of each experiment, {} being a further condition on its samples. Their index has them in this order.
constexpr const char* kFastest = R"sql(
SELECT experiment_id, min(median) FROM (
    SELECT experiment_id, avg(wall_s) AS median FROM (
        SELECT experiment_id, memory_mb, mode, cap, wall_s, row_number() OVER (PARTITION BY experiment_id, memory_mb, mode, cap ORDER BY wall_s) AS place,
            count(*) OVER (PARTITION BY experiment_id, memory_mb, mode, cap) AS total
        FROM samples WHERE ok = 1 AND warmup = 0 AND cold = 0 {})
    WHERE place IN ((total + 1) / 2, (total + 2) / 2) GROUP BY experiment_id, memory_mb, mode, cap)
GROUP BY experiment_id)sql";

std::int64_t nowMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

tl::unexpected<Error> notThere(std::int64_t id, const std::string& path)
{
    return fail(Error{ErrorCode::NotFound,
                      fmt::format("there is no experiment {} in the database {}", id, path),
                      "List the experiments to see which there are",
                      ErrorDetail::ExperimentMissing,
                      {std::to_string(id)}});
}

std::optional<ExperimentStatus> parseStatus(const std::string& name)
{
    for (const auto status : {ExperimentStatus::Running, ExperimentStatus::Finished, ExperimentStatus::Cancelled,
                              ExperimentStatus::Interrupted, ExperimentStatus::Imported}) {
        if (name == experimentStatusName(status))
            return status;
    }
    return std::nullopt;
}

ProcessOwner readOwner(const SQLite::Statement& row, int firstColumn)
{
    return ProcessOwner{row.getColumn(firstColumn).getInt(), row.getColumn(firstColumn + 1).getInt64(),
                        row.getColumn(firstColumn + 2).getString()};
}

/// A row of kEntryColumns.
ExperimentEntry readEntry(const SQLite::Statement& row)
{
    ExperimentEntry entry;
    entry.id = row.getColumn(0).getInt64();
    entry.name = row.getColumn(1).getString();
    entry.isNamed = !entry.name.empty();
    if (!entry.isNamed)
        entry.name = row.getColumn(2).getString();
    entry.workloadTitle = row.getColumn(3).getString();
    entry.backend = row.getColumn(4).getString() == backendKindName(BackendKind::Lambda) ? BackendKind::Lambda : BackendKind::Local;
    entry.status = parseStatus(row.getColumn(5).getString()).value_or(ExperimentStatus::Interrupted);
    if (entry.status == ExperimentStatus::Running && !isAlive(readOwner(row, 8)))
        entry.status = ExperimentStatus::Interrupted;
    entry.createdAtMs = row.getColumn(6).getInt64();
    entry.plannedRuns = row.getColumn(7).getInt();
    entry.finishedRuns = row.getColumn(11).getInt();
    // Optional repeats join the plan only when they are run.
    entry.plannedRuns = std::max(entry.plannedRuns, entry.finishedRuns);
    entry.failedRuns = row.getColumn(12).getInt();
    entry.tierCount = row.getColumn(13).getInt();
    if (auto spec = parseSpec(row.getColumn(14).getString(), kSpecWhat, ErrorCode::Corrupt)) {
        if (spec->backend == BackendKind::Lambda) {
            entry.function = spec->lambda.function;
            entry.qualifier = spec->lambda.qualifier;
            entry.region = spec->lambda.region;
            entry.isAnyFunction = spec->lambda.contract == LambdaContract::Any;
        }
        entry.workload = std::move(spec->workload);
        entry.taskCount = spec->tasks;
        entry.function = spec->lambda.function;
        entry.qualifier = spec->lambda.qualifier;
        entry.region = spec->lambda.region;
        entry.isAnyFunction = spec->backend == BackendKind::Lambda && spec->lambda.contract == LambdaContract::Any;
    }
    return entry;
}

/// Name, source and the like of a new row; the owner is whoever writes it.
std::int64_t insertExperiment(SQLite::Database& database, const ExperimentRecord& record)
{
    SQLite::Statement statement(database, R"sql(
INSERT INTO experiments (name, title, workload_title, backend, spec, source, read_only, status, created_at_ms, planned_runs,
    host_usable_cpus, host_online_cpus, host_cpu_model, host_arch, host_memory_mb, owner_pid, owner_started, owner_boot_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))sql");
    const ProcessOwner owner = currentProcess();
    int index = 0;
    statement.bind(++index, record.entry.name);
    statement.bind(++index, experimentTitle(record.spec));
    statement.bind(++index, workloadTitle(record.spec.workload));
    statement.bind(++index, backendKindName(record.spec.backend));
    statement.bind(++index, specText(record.spec));
    statement.bind(++index, record.source);
    statement.bind(++index, record.readOnly ? 1 : 0);
    statement.bind(++index, experimentStatusName(record.entry.status));
    statement.bind(++index, record.entry.createdAtMs);
    statement.bind(++index, record.entry.plannedRuns);
    statement.bind(++index, record.host.usableCpus);
    statement.bind(++index, record.host.onlineCpus);
    statement.bind(++index, record.host.cpuModel);
    statement.bind(++index, record.host.arch);
    statement.bind(++index, record.host.memoryMb);
    statement.bind(++index, owner.pid);
    statement.bind(++index, owner.started);
    statement.bind(++index, owner.bootId);
    statement.exec();
    return database.getLastInsertRowid();
}

/// What tells whether somebody else runs it.
struct Holder {
    ExperimentStatus status = ExperimentStatus::Interrupted;
    ProcessOwner owner;
    [[nodiscard]] bool isElsewhere() const { return status == ExperimentStatus::Running && owner != currentProcess() && isAlive(owner); }
};

std::optional<Holder> findHolder(SQLite::Database& database, std::int64_t id)
{
    SQLite::Statement statement(database, "SELECT status, owner_pid, owner_started, owner_boot_id FROM experiments WHERE id = ?");
    statement.bind(1, id);
    if (!statement.executeStep())
        return std::nullopt;
    return Holder{parseStatus(statement.getColumn(0).getString()).value_or(ExperimentStatus::Interrupted), readOwner(statement, 1)};
}

tl::unexpected<Error> runsElsewhere(std::int64_t id, const ProcessOwner& owner, const char* remedy)
{
    return fail(Error{ErrorCode::Busy,
                      fmt::format("experiment {} is being measured by process {}", id, owner.pid),
                      remedy,
                      ErrorDetail::ExperimentElsewhere,
                      {std::to_string(id), std::to_string(owner.pid)}});
}

/// The busy timeout does not cover the change to WAL, which processes that open a new database at once all attempt.
void useWriteAheadLog(SQLite::Database& connection)
{
    const auto deadline = std::chrono::steady_clock::now() + kBusyTimeout;
    while (true) {
        try {
            if (connection.execAndGet("PRAGMA journal_mode").getString() != "wal")
                static_cast<void>(connection.execAndGet("PRAGMA journal_mode = WAL"));
            return;
        } catch (const SQLite::Exception& exception) {
            if (exception.getErrorCode() != SQLITE_BUSY || std::chrono::steady_clock::now() >= deadline)
                throw;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    }
}

Result<void> makeFolder(const std::string& path)
{
    const auto folder = std::filesystem::path(path).parent_path();
    std::error_code error;
    if (!folder.empty())
        std::filesystem::create_directories(folder, error);
    if (error)
        return fail(Error{ErrorCode::Io,
                          fmt::format("cannot make the folder {} for the database: {}", folder.string(), systemMessage(error.value())),
                          "Choose another one with --database",
                          ErrorDetail::FolderNotMade,
                          {folder.string(), systemMessage(error.value())}});
    if (std::filesystem::is_directory(path, error))
        return fail(Error{ErrorCode::Io,
                          fmt::format("cannot open the database {}: it is a folder", path),
                          "Give a file with --database",
                          ErrorDetail::DatabaseIsFolder,
                          {path}});
    return {};
}

} // namespace

std::string defaultDatabasePath()
{
    if (const char* chosen = std::getenv("TIERSCOPE_DATABASE"); chosen != nullptr && *chosen != '\0')
        return chosen;
    // The XDG base directory specification has relative paths ignored.
    if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data == '/')
        return std::string(data) + "/tierscope/experiments.sqlite";
    const char* home = std::getenv("HOME");
    return std::string(home != nullptr ? home : "") + "/.local/share/tierscope/experiments.sqlite";
}

ExperimentStore::ExperimentStore(std::unique_ptr<Database> database)
    : m_database(std::move(database))
{}
ExperimentStore::ExperimentStore(ExperimentStore&&) noexcept = default;
ExperimentStore& ExperimentStore::operator=(ExperimentStore&&) noexcept = default;
ExperimentStore::~ExperimentStore() = default;

Result<ExperimentStore> ExperimentStore::open(const std::string& path)
{
    if (const auto folder = makeFolder(path); !folder)
        return fail(folder.error());
    return guarded(StoreAction::Open, path, [&]() -> Result<ExperimentStore> {
        auto database = std::make_unique<Database>(
            Database{path, SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, static_cast<int>(kBusyTimeout.count()))});
        SQLite::Database& connection = database->connection;
        connection.exec("PRAGMA foreign_keys = ON");
        useWriteAheadLog(connection);
        // With WAL only FULL keeps a commit over a power cut (SQLite documentation, pragma synchronous).
        connection.exec("PRAGMA synchronous = FULL");
        if (auto schema = prepareSchema(connection, path); !schema)
            return fail(std::move(schema.error()));
        return ExperimentStore(std::move(database));
    });
}

Result<std::int64_t> ExperimentStore::create(const ExperimentSpec& spec, const Host& host, int plannedRuns)
{
    ExperimentRecord record;
    record.entry.name = spec.name;
    record.entry.status = ExperimentStatus::Running;
    record.entry.createdAtMs = nowMs();
    record.entry.plannedRuns = plannedRuns;
    record.spec = spec;
    record.host = host;
    return guarded(StoreAction::Save, path(), [&]() -> Result<std::int64_t> { return insertExperiment(m_database->connection, record); });
}

Result<std::int64_t> ExperimentStore::importRecord(const ExperimentRecord& record)
{
    ExperimentRecord imported = record;
    imported.entry.status = ExperimentStatus::Imported;
    return guarded(StoreAction::Save, path(), [&]() -> Result<std::int64_t> {
        SQLite::Transaction transaction(m_database->connection, SQLite::TransactionBehavior::IMMEDIATE);
        const std::int64_t id = insertExperiment(m_database->connection, imported);
        for (const Sample& sample : imported.samples) {
            if (!writeSample(m_database->connection, id, sample))
                return fail(ErrorCode::Corrupt, fmt::format("run {} of the imported experiment is there twice", sample.planIndex));
        }
        transaction.commit();
        return id;
    });
}

Result<void> ExperimentStore::claim(std::int64_t id)
{
    return guarded(StoreAction::Save, path(), [&]() -> Result<void> {
        SQLite::Transaction transaction(m_database->connection, SQLite::TransactionBehavior::IMMEDIATE);
        const auto holder = findHolder(m_database->connection, id);
        if (!holder)
            return notThere(id, path());
        if (holder->status == ExperimentStatus::Imported)
            return fail(Error{ErrorCode::InvalidArgument,
                              fmt::format("experiment {} was imported and cannot be resumed", id),
                              "Start a new experiment with the same settings",
                              ErrorDetail::ExperimentImported,
                              {std::to_string(id)}});
        if (holder->isElsewhere())
            return runsElsewhere(id, holder->owner, "Wait for it to end, or stop it there");
        const ProcessOwner owner = currentProcess();
        SQLite::Statement statement(m_database->connection,
                                    "UPDATE experiments SET status = ?, owner_pid = ?, owner_started = ?, owner_boot_id = ? WHERE id = ?");
        statement.bind(1, experimentStatusName(ExperimentStatus::Running));
        statement.bind(2, owner.pid);
        statement.bind(3, owner.started);
        statement.bind(4, owner.bootId);
        statement.bind(5, id);
        statement.exec();
        transaction.commit();
        return {};
    });
}

Result<void> ExperimentStore::append(std::int64_t id, const Sample& sample)
{
    return guarded(StoreAction::Save, path(), [&]() -> Result<void> {
        SQLite::Transaction transaction(m_database->connection, SQLite::TransactionBehavior::IMMEDIATE);
        if (!findHolder(m_database->connection, id))
            return notThere(id, path());
        if (!writeSample(m_database->connection, id, sample))
            return fail(ErrorCode::InvalidArgument, fmt::format("run {} of experiment {} has been measured already", sample.planIndex, id));
        transaction.commit();
        return {};
    });
}

Result<void> ExperimentStore::finish(std::int64_t id, ExperimentStatus status)
{
    return guarded(StoreAction::Save, path(), [&]() -> Result<void> {
        SQLite::Statement statement(m_database->connection, "UPDATE experiments SET status = ? WHERE id = ?");
        statement.bind(1, experimentStatusName(status));
        statement.bind(2, id);
        if (statement.exec() == 0)
            return notThere(id, path());
        return {};
    });
}

Result<std::vector<ExperimentEntry>> ExperimentStore::list() const
{
    return guarded(StoreAction::Read, path(), [&]() -> Result<std::vector<ExperimentEntry>> {
        SQLite::Statement statement(m_database->connection, fmt::format("{} ORDER BY created_at_ms DESC, id DESC", kEntryColumns));
        std::vector<ExperimentEntry> entries;
        std::unordered_map<std::int64_t, std::size_t> places;
        while (statement.executeStep()) {
            entries.push_back(readEntry(statement));
            places.emplace(entries.back().id, entries.size() - 1);
        }
        SQLite::Statement fastest(m_database->connection, fmt::format(fmt::runtime(kFastest), ""));
        while (fastest.executeStep()) {
            if (const auto place = places.find(fastest.getColumn(0).getInt64()); place != places.end())
                entries[place->second].fastestSeconds = fastest.getColumn(1).getDouble();
        }
        return entries;
    });
}

Result<ExperimentRecord> ExperimentStore::load(std::int64_t id, SampleParts parts) const
{
    return guarded(StoreAction::Read, path(), [&]() -> Result<ExperimentRecord> {
        // One view of both tables, whoever writes meanwhile.
        const SQLite::Transaction transaction(m_database->connection);
        SQLite::Statement entry(m_database->connection, fmt::format("{} WHERE id = ?", kEntryColumns));
        entry.bind(1, id);
        if (!entry.executeStep())
            return notThere(id, path());
        ExperimentRecord record;
        record.entry = readEntry(entry);
        SQLite::Statement fastest(m_database->connection, fmt::format(fmt::runtime(kFastest), "AND experiment_id = ?"));
        fastest.bind(1, id);
        if (fastest.executeStep())
            record.entry.fastestSeconds = fastest.getColumn(1).getDouble();

        SQLite::Statement rest(m_database->connection, R"sql(
SELECT name, spec, source, read_only, host_usable_cpus, host_online_cpus, host_cpu_model, host_arch, host_memory_mb
FROM experiments WHERE id = ?)sql");
        rest.bind(1, id);
        static_cast<void>(rest.executeStep());
        auto spec = parseSpec(rest.getColumn(1).getString(), kSpecWhat, ErrorCode::Corrupt);
        if (!spec)
            return fail(Error{ErrorCode::Corrupt,
                              fmt::format("experiment {} in the database {} is damaged: {}", id, path(), spec.error().message),
                              "Delete that experiment; the others are not affected",
                              ErrorDetail::ExperimentDamaged,
                              {std::to_string(id)}});
        record.spec = std::move(*spec);
        record.spec.name = rest.getColumn(0).getString();
        record.source = rest.getColumn(2).getString();
        record.readOnly = rest.getColumn(3).getInt() != 0;
        record.host = Host{rest.getColumn(4).getInt(), rest.getColumn(5).getInt(), rest.getColumn(6).getString(),
                           rest.getColumn(7).getString(), rest.getColumn(8).getInt()};
        auto samples = readSamples(m_database->connection, id, parts, path());
        if (!samples)
            return fail(std::move(samples.error()));
        record.samples = std::move(*samples);
        return record;
    });
}

Result<Sample> ExperimentStore::loadSample(std::int64_t id, int planIndex) const
{
    return guarded(StoreAction::Read, path(), [&]() -> Result<Sample> {
        auto sample = readSampleAt(m_database->connection, id, planIndex, path());
        if (!sample)
            return fail(std::move(sample.error()));
        if (!*sample)
            return fail(ErrorCode::NotFound, fmt::format("experiment {} has no run {} in the database {}", id, planIndex, path()),
                        fmt::format("tierscope-cli show {} lists its runs", id));
        return std::move(**sample);
    });
}

Result<void> ExperimentStore::rename(std::int64_t id, const std::string& name)
{
    return guarded(StoreAction::Save, path(), [&]() -> Result<void> {
        SQLite::Statement statement(m_database->connection, "UPDATE experiments SET name = ? WHERE id = ?");
        statement.bind(1, name);
        statement.bind(2, id);
        if (statement.exec() == 0)
            return notThere(id, path());
        return {};
    });
}

Result<void> ExperimentStore::remove(std::int64_t id)
{
    return guarded(StoreAction::Save, path(), [&]() -> Result<void> {
        SQLite::Transaction transaction(m_database->connection, SQLite::TransactionBehavior::IMMEDIATE);
        const auto holder = findHolder(m_database->connection, id);
        if (!holder)
            return notThere(id, path());
        if (holder->isElsewhere())
            return runsElsewhere(id, holder->owner, "Stop it there before you delete it");
        SQLite::Statement statement(m_database->connection, "DELETE FROM experiments WHERE id = ?");
        statement.bind(1, id);
        statement.exec();
        transaction.commit();
        return {};
    });
}

const std::string& ExperimentStore::path() const
{
    return m_database->path;
}

} // namespace tierscope::core
