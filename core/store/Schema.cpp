// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/store/Schema.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

namespace tierscope::core {

namespace {

constexpr int kApplicationId = 0x54536370; // "TScp"

constexpr const char* kVersion1 = R"sql(
CREATE TABLE experiments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    workload_title TEXT NOT NULL,
    backend TEXT NOT NULL,
    spec TEXT NOT NULL,
    source TEXT NOT NULL,
    read_only INTEGER NOT NULL,
    status TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL,
    planned_runs INTEGER NOT NULL,
    host_usable_cpus INTEGER NOT NULL,
    host_online_cpus INTEGER NOT NULL,
    host_cpu_model TEXT NOT NULL,
    host_arch TEXT NOT NULL,
    host_memory_mb INTEGER NOT NULL,
    owner_pid INTEGER NOT NULL,
    owner_started INTEGER NOT NULL,
    owner_boot_id TEXT NOT NULL
) STRICT;
CREATE TABLE samples (
    experiment_id INTEGER NOT NULL REFERENCES experiments (id) ON DELETE CASCADE,
    plan_index INTEGER NOT NULL,
    memory_mb INTEGER NOT NULL,
    vcpus INTEGER NOT NULL,
    share REAL NOT NULL,
    mode TEXT NOT NULL,
    cap INTEGER NOT NULL,
    task_count INTEGER NOT NULL,
    repeat INTEGER NOT NULL,
    warmup INTEGER NOT NULL,
    cold INTEGER NOT NULL,
    wall_s REAL NOT NULL,
    dilation REAL NOT NULL,
    limiter TEXT NOT NULL,
    cpu_s REAL,
    throttled_s REAL,
    billed_ms REAL,
    init_ms REAL,
    max_memory_mb REAL,
    cost_usd REAL,
    ok INTEGER NOT NULL,
    error TEXT NOT NULL,
    started_at_ms INTEGER NOT NULL,
    tasks TEXT NOT NULL,
    UNIQUE (experiment_id, plan_index)
) STRICT;
)sql";

/// The computer of a function's environment, which a sweep on Lambda may change from sample to sample.
constexpr const char* kVersion2 = R"sql(
ALTER TABLE samples ADD COLUMN cpu_model TEXT NOT NULL DEFAULT '';
ALTER TABLE samples ADD COLUMN arch TEXT NOT NULL DEFAULT '';
DROP INDEX IF EXISTS samples_of_list;
)sql";

/// A run's records as blobs of columns. They come last in a row, so that what does not ask for them does not walk through them.
constexpr const char* kVersion3 = R"sql(
ALTER TABLE samples ADD COLUMN quota_periods INTEGER;
ALTER TABLE samples ADD COLUMN throttled_periods INTEGER;
ALTER TABLE samples ADD COLUMN cpu_trace BLOB;
ALTER TABLE samples ADD COLUMN task_records BLOB;
)sql";

/// What a list of experiments asks of their samples, without their task records. No part of the format: a file without it is only slower.
constexpr const char* kIndex = R"sql(
CREATE INDEX IF NOT EXISTS samples_of_runs ON samples (experiment_id, ok, warmup, cold, memory_mb, mode, cap, wall_s);
)sql";

int pragma(SQLite::Database& database, const char* name)
{
    return database.execAndGet(fmt::format("PRAGMA {}", name)).getInt();
}

bool isEmpty(SQLite::Database& database)
{
    return database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
}

/// From 0, an empty file, or an earlier version.
void migrate(SQLite::Database& database, int from)
{
    if (from < 1)
        database.exec(kVersion1);
    if (from < 2)
        database.exec(kVersion2);
    if (from < 3)
        database.exec(kVersion3);
    database.exec(kIndex);
    database.exec(fmt::format("PRAGMA application_id = {}", kApplicationId));
    database.exec(fmt::format("PRAGMA user_version = {}", kSchemaVersion));
}

} // namespace

Result<void> prepareSchema(SQLite::Database& database, const std::string& path)
{
    const auto isCurrent = [&] {
        return pragma(database, "application_id") == kApplicationId && pragma(database, "user_version") == kSchemaVersion;
    };
    if (isCurrent()) {
        // Once it is there this writes nothing; where it cannot be made (no space, no right to write) reading goes on without.
        static_cast<void>(database.tryExec(kIndex));
        return {};
    }
    // Another process may be making the same tables: look again once nobody else writes.
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    if (isCurrent())
        return {};
    const bool isOurs = pragma(database, "application_id") == kApplicationId;
    if (isOurs && pragma(database, "user_version") > kSchemaVersion)
        return fail(Error{ErrorCode::Corrupt,
                          fmt::format("the database {} was written by a later version of Tierscope", path),
                          "Update Tierscope, or choose another one with --database",
                          ErrorDetail::DatabaseOfLater,
                          {path}});
    if (!isOurs && !isEmpty(database))
        return fail(Error{ErrorCode::Corrupt,
                          fmt::format("{} is a database of another program", path),
                          "Choose another one with --database",
                          ErrorDetail::DatabaseOfOthers,
                          {path}});
    migrate(database, isOurs ? pragma(database, "user_version") : 0);
    transaction.commit();
    return {};
}

} // namespace tierscope::core
