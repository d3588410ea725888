// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/store/SampleRow.h"

#include "core/base/JsonReader.h"
#include "core/runner/RunReport.h"
#include "core/runner/RunRequest.h"
#include "core/store/RecordBlobs.h"

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <string_view>

namespace tierscope::core {

namespace {

constexpr const char* kInsert = R"sql(
INSERT INTO samples (experiment_id, plan_index, memory_mb, vcpus, share, mode, cap, task_count, repeat, warmup, cold, wall_s, dilation,
    limiter, cpu_s, throttled_s, billed_ms, init_ms, max_memory_mb, cost_usd, ok, error, started_at_ms, cpu_model, arch, tasks,
    quota_periods, throttled_periods, cpu_trace, task_records)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?)
ON CONFLICT (experiment_id, plan_index) DO UPDATE SET
    memory_mb = excluded.memory_mb, vcpus = excluded.vcpus, share = excluded.share, mode = excluded.mode, cap = excluded.cap,
    task_count = excluded.task_count, repeat = excluded.repeat, warmup = excluded.warmup, cold = excluded.cold, wall_s = excluded.wall_s,
    dilation = excluded.dilation, limiter = excluded.limiter, cpu_s = excluded.cpu_s, throttled_s = excluded.throttled_s,
    billed_ms = excluded.billed_ms, init_ms = excluded.init_ms, max_memory_mb = excluded.max_memory_mb, cost_usd = excluded.cost_usd,
    ok = excluded.ok, error = excluded.error, started_at_ms = excluded.started_at_ms, cpu_model = excluded.cpu_model,
    arch = excluded.arch, tasks = excluded.tasks, quota_periods = excluded.quota_periods, throttled_periods = excluded.throttled_periods,
    cpu_trace = excluded.cpu_trace, task_records = excluded.task_records
WHERE NOT ok
)sql";

/// {}: the columns of the records, or what stands for them.
constexpr const char* kSelect = R"sql(
SELECT plan_index, memory_mb, vcpus, share, mode, cap, task_count, repeat, warmup, cold, wall_s, dilation,
    limiter, cpu_s, throttled_s, billed_ms, init_ms, max_memory_mb, cost_usd, ok, error, started_at_ms, cpu_model, arch, quota_periods, throttled_periods, {}
FROM samples WHERE experiment_id = ? )sql";

std::string selectSamples(SampleParts parts)
{
    return fmt::format(fmt::runtime(kSelect), parts == SampleParts::All ? "cpu_trace, task_records, tasks" : "NULL, NULL, ''");
}

Error damaged(std::int64_t experimentId, const std::string& path, const Error& why)
{
    return Error{ErrorCode::Corrupt, fmt::format("experiment {} in the database {} is damaged: {}", experimentId, path, why.message),
                 "Delete that experiment; the others are not affected"};
}

/// Binds parameters in their order.
class Binder {
public:
    explicit Binder(SQLite::Statement& statement)
        : m_statement(statement)
    {}
    void add(std::int64_t value) { m_statement.bind(++m_index, value); }
    void add(int value) { add(std::int64_t{value}); }
    void add(bool value) { add(std::int64_t{value}); }
    void add(double value) { m_statement.bind(++m_index, value); }
    void add(const std::string& value) { m_statement.bindNoCopy(++m_index, value); }
    void add(const char* value) { m_statement.bind(++m_index, value); }
    template <typename T>
    void add(const std::optional<T>& value)
    {
        if (value)
            add(*value);
        else
            m_statement.bind(++m_index);
    }
    /// Which must outlive the statement's execution.
    void addBlob(const std::string& bytes) { m_statement.bindNoCopy(++m_index, bytes.data(), static_cast<int>(bytes.size())); }

private:
    SQLite::Statement& m_statement;
    int m_index = 0;
};

/// Reads a row's columns in their order.
class RowReader {
public:
    explicit RowReader(SQLite::Statement& statement)
        : m_statement(statement)
    {}
    [[nodiscard]] std::int64_t integer() { return next().getInt64(); }
    [[nodiscard]] int number() { return next().getInt(); }
    [[nodiscard]] bool flag() { return next().getInt() != 0; }
    [[nodiscard]] double real() { return next().getDouble(); }
    [[nodiscard]] std::string text() { return next().getString(); }
    [[nodiscard]] std::optional<double> optionalReal()
    {
        const SQLite::Column column = next();
        return column.isNull() ? std::nullopt : std::optional(column.getDouble());
    }
    [[nodiscard]] std::optional<std::int64_t> optionalInteger()
    {
        const SQLite::Column column = next();
        return column.isNull() ? std::nullopt : std::optional<std::int64_t>(column.getInt64());
    }
    /// Valid until the statement's next step.
    [[nodiscard]] std::optional<std::string_view> optionalBlob()
    {
        const SQLite::Column column = next();
        if (column.isNull())
            return std::nullopt;
        return std::string_view(static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(column.getBytes()));
    }

private:
    [[nodiscard]] SQLite::Column next() { return m_statement.getColumn(m_index++); }

    SQLite::Statement& m_statement;
    int m_index = 0;
};

/// Rows of version 2 and earlier: one JSON object a line.
Result<std::vector<TaskRecord>> decodeTaskLines(std::string_view text)
{
    std::vector<TaskRecord> tasks;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto json = parseJson(text.substr(0, end), "a stored task", ErrorCode::Corrupt);
        if (!json)
            return fail(json.error());
        auto task = decodeTask(*json);
        if (!task)
            return fail(std::move(task.error()));
        tasks.push_back(std::move(*task));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return tasks;
}

Result<Sample> readSample(SQLite::Statement& statement)
{
    RowReader row(statement);
    Sample sample;
    sample.planIndex = row.number();
    sample.memory = MemoryMb{row.number()};
    sample.vcpus = row.number();
    sample.share = CpuShare{row.real()};
    const auto mode = parseScheduleMode(row.text());
    if (!mode)
        return fail(mode.error());
    sample.mode = *mode;
    sample.cap = row.number();
    sample.taskCount = row.number();
    sample.repeat = row.number();
    sample.warmup = row.flag();
    sample.cold = row.flag();
    sample.wallSeconds = row.real();
    sample.dilation = Dilation{row.real()};
    sample.limiter = row.text();
    sample.cpuSeconds = row.optionalReal();
    sample.throttledSeconds = row.optionalReal();
    sample.billedMs = row.optionalReal();
    sample.initMs = row.optionalReal();
    sample.maxMemoryMb = row.optionalReal();
    sample.costUsd = row.optionalReal();
    sample.ok = row.flag();
    sample.error = row.text();
    sample.startedAtMs = row.integer();
    sample.cpuModel = row.text();
    sample.arch = row.text();
    sample.quotaPeriods = row.optionalInteger();
    sample.throttledPeriods = row.optionalInteger();
    if (const auto blob = row.optionalBlob()) {
        auto trace = decodeTraceBlob(*blob);
        if (!trace)
            return fail(std::move(trace.error()));
        sample.cpuTrace = std::move(*trace);
    }
    const auto blob = row.optionalBlob();
    auto tasks = blob ? decodeTaskBlob(*blob) : decodeTaskLines(row.text());
    if (!tasks)
        return fail(std::move(tasks.error()));
    sample.tasks = std::move(*tasks);
    return sample;
}

} // namespace

bool writeSample(SQLite::Database& database, std::int64_t experimentId, const Sample& sample)
{
    const std::string tasks = encodeTaskBlob(sample.tasks);
    const std::string trace = encodeTraceBlob(sample.cpuTrace);
    SQLite::Statement statement(database, kInsert);
    Binder binder(statement);
    binder.add(experimentId);
    binder.add(sample.planIndex);
    binder.add(sample.memory.value);
    binder.add(sample.vcpus);
    binder.add(sample.share.value);
    binder.add(scheduleModeName(sample.mode));
    binder.add(sample.cap);
    binder.add(sample.taskCount);
    binder.add(sample.repeat);
    binder.add(sample.warmup);
    binder.add(sample.cold);
    binder.add(sample.wallSeconds);
    binder.add(sample.dilation.factor);
    binder.add(sample.limiter);
    binder.add(sample.cpuSeconds);
    binder.add(sample.throttledSeconds);
    binder.add(sample.billedMs);
    binder.add(sample.initMs);
    binder.add(sample.maxMemoryMb);
    binder.add(sample.costUsd);
    binder.add(sample.ok);
    binder.add(sample.error);
    binder.add(sample.startedAtMs);
    binder.add(sample.cpuModel);
    binder.add(sample.arch);
    binder.add(sample.quotaPeriods);
    binder.add(sample.throttledPeriods);
    binder.addBlob(trace);
    binder.addBlob(tasks);
    return statement.exec() > 0;
}

Result<std::vector<Sample>> readSamples(SQLite::Database& database, std::int64_t experimentId, SampleParts parts, const std::string& path)
{
    SQLite::Statement statement(database, selectSamples(parts) + "ORDER BY plan_index");
    statement.bind(1, experimentId);
    std::vector<Sample> samples;
    while (statement.executeStep()) {
        auto sample = readSample(statement);
        if (!sample)
            return fail(damaged(experimentId, path, sample.error()));
        samples.push_back(std::move(*sample));
    }
    return samples;
}

Result<std::optional<Sample>> readSampleAt(SQLite::Database& database, std::int64_t experimentId, int planIndex, const std::string& path)
{
    SQLite::Statement statement(database, selectSamples(SampleParts::All) + "AND plan_index = ?");
    statement.bind(1, experimentId);
    statement.bind(2, planIndex);
    if (!statement.executeStep())
        return std::nullopt;
    auto sample = readSample(statement);
    if (!sample)
        return fail(damaged(experimentId, path, sample.error()));
    return std::optional(std::move(*sample));
}

} // namespace tierscope::core
