// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/runner/RunReport.h"

#include "core/base/JsonReader.h"
#include "core/base/JsonText.h"
#include "core/base/Text.h"
#include "core/runner/RunRequest.h"

#include <algorithm>
#include <array>
#include <fmt/compile.h>
#include <fmt/format.h>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

namespace tierscope::core {

namespace {

constexpr std::size_t kChunkBytes = 65'536;
constexpr std::string_view kLineWhat = "the runner's line";
constexpr std::int64_t kMaximum = std::numeric_limits<std::int64_t>::max();

void appendTask(std::string& out, const TaskRecord& task)
{
    out += '{';
    appendTaskFields(out, task);
    out += '}';
}

std::string headOf(const RunReport& report)
{
    return fmt::format(
        R"({{"version":{},"mode":"{}","cap":{},"outcome":"{}","wall_ns":{},"started_monotonic_ns":{},"wakeups":{},"tasks":[)", kWireVersion,
        scheduleModeName(report.mode), report.cap, scheduleOutcomeName(report.outcome), report.wall.count(), report.started.count(),
        report.wakeups);
}

/// What follows the tasks' closing bracket.
std::string tailOf(const RunReport& report)
{
    const nlohmann::json host = {{"usable_cpus", report.host.usableCpus},
                                 {"online_cpus", report.host.onlineCpus},
                                 {"cpu_model", report.host.cpuModel},
                                 {"arch", report.host.arch},
                                 {"memory_mb", report.host.memoryMb}};
    const nlohmann::json runner = {{"name", report.runner.name}, {"version", report.runner.version}, {"language", report.runner.language}};
    return fmt::format(R"(,"host":{},"runner":{}}})", jsonText(host), jsonText(runner));
}

std::size_t tasksBytes(const RunReport& report)
{
    std::size_t bytes = 0;
    std::string text;
    for (const TaskRecord& task : report.tasks) {
        text.clear();
        appendTask(text, task);
        bytes += text.size() + 1;
    }
    return bytes;
}

std::string summaryOf(const RunReport& report, std::size_t bytes, std::size_t maximumBytes)
{
    const auto count = [&](TaskOutcome outcome) {
        return std::count_if(report.tasks.begin(), report.tasks.end(), [&](const TaskRecord& task) { return task.outcome == outcome; });
    };
    const auto firstError =
        std::find_if(report.tasks.begin(), report.tasks.end(), [](const TaskRecord& task) { return !task.error.empty(); });
    std::string text = fmt::format(
        R"(,"tasks_summary":{{"summarised":true,"reason":"the report would have {} bytes and may have {}","count":{},"done":{},"failed":{},"timed_out":{},"cancelled":{},"first_error":)",
        groupDigits(std::uint64_t{bytes}), groupDigits(std::uint64_t{maximumBytes}), report.tasks.size(), count(TaskOutcome::Done),
        count(TaskOutcome::Failed), count(TaskOutcome::TimedOut), count(TaskOutcome::Cancelled));
    text += jsonQuoted(firstError == report.tasks.end() ? std::string{} : firstError->error);
    return text += '}';
}

template <typename Enum, std::size_t Size>
Enum enumerator(JsonReader& reader, std::string_view what, std::string_view key, const std::array<Enum, Size>& all,
                const char* (*nameOf)(Enum))
{
    const std::string name = reader.text(key);
    for (const Enum value : all) {
        if (name == nameOf(value))
            return value;
    }
    reader.reject(fmt::format("\"{}\" in {} is the text {}", key, what, inQuotes(name)), {});
    return all.front();
}

constexpr std::array kModes = {ScheduleMode::Sequential, ScheduleMode::Parallel, ScheduleMode::Pool};
constexpr std::array kScheduleOutcomes = {ScheduleOutcome::Completed, ScheduleOutcome::Cancelled, ScheduleOutcome::TimedOut};
constexpr std::array kTaskOutcomes = {TaskOutcome::Done, TaskOutcome::Failed, TaskOutcome::TimedOut, TaskOutcome::Cancelled};

int readInt(JsonReader& reader, std::string_view key, int minimum = 0, int maximum = std::numeric_limits<int>::max())
{
    return static_cast<int>(reader.integer(key, minimum, maximum));
}

Result<Host> decodeHost(const nlohmann::json& json)
{
    JsonReader reader(json, "the report's host", ErrorCode::Corrupt);
    Host host;
    host.usableCpus = readInt(reader, "usable_cpus");
    host.onlineCpus = readInt(reader, "online_cpus");
    host.cpuModel = reader.text("cpu_model");
    host.arch = reader.text("arch");
    host.memoryMb = readInt(reader, "memory_mb");
    return reader.status().map([&] { return std::move(host); });
}

Result<RunnerIdentity> decodeIdentity(const nlohmann::json& json)
{
    JsonReader reader(json, "the report's runner", ErrorCode::Corrupt);
    RunnerIdentity runner;
    runner.name = reader.text("name");
    runner.version = reader.text("version");
    runner.language = reader.text("language");
    return reader.status().map([&] { return std::move(runner); });
}

template <typename T>
void readObject(JsonReader& reader, std::string_view key, T& value, Result<T> (*decode)(const nlohmann::json&))
{
    const nlohmann::json* json = reader.object(key);
    if (!json)
        return;
    Result<T> decoded = decode(*json);
    if (decoded)
        value = std::move(*decoded);
    else
        reader.reject(decoded.error());
}

/// Takes the tasks out of a report line while it is parsed: as JSON values 100,000 of them would be some 200 MB.
class ReportTaskFilter {
public:
    bool operator()(int depth, nlohmann::json::parse_event_t event, const nlohmann::json& value)
    {
        using Event = nlohmann::json::parse_event_t;
        if (event == Event::key && depth == 1)
            m_inReport = value == "report";
        else if (event == Event::key && depth == 2)
            enter(m_inReport && value == "tasks");
        else if (event == Event::object_end && depth == 3 && m_inReport && m_inTasks)
            return keep(value);
        return true;
    }

    [[nodiscard]] std::vector<TaskRecord> takeTasks() { return std::move(m_tasks); }

private:
    /// Of a key that is given twice the last one counts, as everywhere in JSON.
    void enter(bool isTasks)
    {
        m_inTasks = isTasks;
        if (isTasks) {
            m_tasks.clear();
            m_foundUnreadable = false;
        }
    }

    /// The first task that cannot be read stays in the JSON, where decodeRunReport finds it and says why.
    bool keep(const nlohmann::json& json)
    {
        if (m_foundUnreadable)
            return false;
        Result<TaskRecord> task = decodeTask(json);
        if (task)
            m_tasks.push_back(std::move(*task));
        else
            m_foundUnreadable = true;
        return m_foundUnreadable;
    }

    std::vector<TaskRecord> m_tasks;
    bool m_foundUnreadable = false;
    bool m_inReport = false;
    bool m_inTasks = false;
};

Result<RunnerLine> decodeStarted(JsonReader& reader)
{
    RunnerTaskStarted started;
    started.index = readInt(reader, "index", 0, kMaximumTasks - 1);
    started.slot = readInt(reader, "slot", 0, kMaximumCap - 1);
    started.started = Nanoseconds(reader.integer("started_ns", 0, kMaximum));
    return reader.status().map([&] { return RunnerLine(started); });
}

Result<RunnerLine> decodeFailure(JsonReader& reader)
{
    const nlohmann::json* json = reader.object("error");
    if (!json)
        return fail(reader.status().error());
    JsonReader error(*json, "the runner's error", ErrorCode::Corrupt);
    RunnerFailed failed{error.text("code"), error.text("message")};
    return error.status().map([&] { return RunnerLine(std::move(failed)); });
}

Result<RunnerLine> decodeReportLine(JsonReader& reader, ReportTaskFilter& filter)
{
    const nlohmann::json* json = reader.object("report");
    if (!json)
        return fail(reader.status().error());
    Result<RunReport> report = decodeRunReport(*json);
    if (!report)
        return fail(report.error());
    report->tasks = filter.takeTasks();
    return RunnerLine(std::move(*report));
}

} // namespace

void writeRunReport(const RunReport& report, const TextSink& sink, std::size_t maximumBytes)
{
    std::string text = headOf(report);
    const std::string tail = tailOf(report);
    const std::size_t bytes = maximumBytes > 0 ? text.size() + tasksBytes(report) + tail.size() : 0;
    if (bytes > maximumBytes) {
        sink(text + "]" + summaryOf(report, bytes, maximumBytes) + tail);
        return;
    }

    text.reserve(kChunkBytes + 4096);
    std::string_view separator;
    for (const TaskRecord& task : report.tasks) {
        text += separator;
        separator = ",";
        appendTask(text, task);
        if (text.size() >= kChunkBytes) {
            sink(text);
            text.clear();
        }
    }
    text += ']';
    sink(text += tail);
}

Result<RunReport> decodeRunReport(const nlohmann::json& json)
{
    JsonReader reader(json, "the report", ErrorCode::Corrupt);
    RunReport report;
    if (const std::int64_t version = reader.integer("version", 1, std::numeric_limits<int>::max()); version != kWireVersion)
        reader.reject(fmt::format("the report has version {}", version), {});
    report.mode = enumerator(reader, "the report", "mode", kModes, scheduleModeName);
    report.cap = readInt(reader, "cap", 1, kMaximumCap);
    report.outcome = enumerator(reader, "the report", "outcome", kScheduleOutcomes, scheduleOutcomeName);
    report.wall = Nanoseconds(reader.integer("wall_ns", 0, kMaximum));
    report.started = Nanoseconds(reader.integer("started_monotonic_ns", 0, kMaximum, 0));
    report.wakeups = reader.integer("wakeups", 0, kMaximum, 0);
    readObject(reader, "host", report.host, decodeHost);
    readObject(reader, "runner", report.runner, decodeIdentity);
    if (const nlohmann::json* tasks = reader.array("tasks")) {
        report.tasks.reserve(tasks->size());
        for (const nlohmann::json& element : *tasks) {
            Result<TaskRecord> task = decodeTask(element);
            if (!task)
                return fail(task.error());
            report.tasks.push_back(std::move(*task));
        }
    }
    return reader.status().map([&] { return std::move(report); });
}

void appendTaskFields(std::string& out, const TaskRecord& task)
{
    fmt::format_to(
        std::back_inserter(out),
        FMT_COMPILE(R"("index":{},"slot":{},"queued_ns":{},"started_ns":{},"ready_ns":{},"ended_ns":{},"user_us":{},"system_us":{},)"
                    R"("max_rss_kb":{},"voluntary_switches":{},"involuntary_switches":{},"minor_faults":{},"major_faults":{},)"
                    R"("exit_code":{},"signal":{},"outcome":"{}","error":)"),
        task.index, task.slot, task.queued.count(), task.started.count(), task.ready.count(), task.ended.count(), task.userUs,
        task.systemUs, task.maxRssKb, task.voluntarySwitches, task.involuntarySwitches, task.minorFaults, task.majorFaults, task.exitCode,
        task.signal, taskOutcomeName(task.outcome));
    out += jsonQuoted(task.error);
}

Result<TaskRecord> decodeTask(const nlohmann::json& json)
{
    JsonReader reader(json, "the task's record", ErrorCode::Corrupt);
    TaskRecord task;
    task.index = readInt(reader, "index", 0, kMaximumTasks - 1);
    task.slot = readInt(reader, "slot", -1, kMaximumCap - 1);
    task.queued = Nanoseconds(reader.integer("queued_ns", 0, kMaximum));
    task.started = Nanoseconds(reader.integer("started_ns", 0, kMaximum));
    task.ready = Nanoseconds(reader.integer("ready_ns", 0, kMaximum, 0));
    task.ended = Nanoseconds(reader.integer("ended_ns", 0, kMaximum));
    task.userUs = reader.integer("user_us", 0, kMaximum);
    task.systemUs = reader.integer("system_us", 0, kMaximum);
    task.maxRssKb = reader.integer("max_rss_kb", 0, kMaximum);
    // Earlier runners do not tell these.
    task.voluntarySwitches = reader.integer("voluntary_switches", 0, kMaximum, 0);
    task.involuntarySwitches = reader.integer("involuntary_switches", 0, kMaximum, 0);
    task.minorFaults = reader.integer("minor_faults", 0, kMaximum, 0);
    task.majorFaults = reader.integer("major_faults", 0, kMaximum, 0);
    task.exitCode = readInt(reader, "exit_code", std::numeric_limits<int>::min());
    task.signal = readInt(reader, "signal");
    task.outcome = enumerator(reader, "the task's record", "outcome", kTaskOutcomes, taskOutcomeName);
    task.error = reader.text("error", "");
    return reader.status().map([&] { return std::move(task); });
}

nlohmann::json encodeTask(const TaskRecord& task)
{
    std::string text;
    appendTask(text, task);
    return nlohmann::json::parse(text);
}

void appendTaskStartedLine(std::string& out, const TaskRecord& task)
{
    fmt::format_to(std::back_inserter(out),
                   FMT_COMPILE(R"({{"event":"task_started","index":{},"slot":{},"started_ns":{}}})"
                               "\n"),
                   task.index, task.slot, task.started.count());
}

void appendTaskEndedLine(std::string& out, const TaskRecord& task)
{
    out += R"({"event":"task_ended",)";
    appendTaskFields(out, task);
    out += "}\n";
}

void writeReportLine(const RunReport& report, const TextSink& sink)
{
    sink(R"({"event":"report","report":)");
    writeRunReport(report, sink);
    sink("}\n");
}

std::string errorLine(const Error& error)
{
    std::string line = fmt::format(R"({{"event":"error","error":{{"code":"{}","message":)",
                                   error.code == ErrorCode::InvalidArgument ? "bad_request" : errorCodeName(error.code));
    line += jsonQuoted(error.sentence());
    return line += "}}\n";
}

Result<RunnerLine> decodeRunnerLine(std::string_view line)
{
    if (const Result<void> checked = checkJsonText(line, kLineWhat, ErrorCode::Corrupt); !checked)
        return fail(checked.error());

    ReportTaskFilter filter;
    nlohmann::json json;
    try {
        json = nlohmann::json::parse(
            line, [&](int depth, nlohmann::json::parse_event_t event, nlohmann::json& value) { return filter(depth, event, value); });
    } catch (const nlohmann::json::parse_error& error) {
        return fail(notJson(kLineWhat, error.byte, ErrorCode::Corrupt));
    } catch (const nlohmann::json::exception&) {
        return fail(ErrorCode::Corrupt, fmt::format("{} has a number that is too large", kLineWhat));
    }

    JsonReader reader(json, kLineWhat, ErrorCode::Corrupt);
    const std::string event = reader.text("event");
    if (!reader.isGood())
        return fail(reader.status().error());
    if (event == "task_started")
        return decodeStarted(reader);
    if (event == "task_ended")
        return decodeTask(json).map([](TaskRecord&& task) { return RunnerLine(RunnerTaskEnded{std::move(task)}); });
    if (event == "report")
        return decodeReportLine(reader, filter);
    if (event == "error")
        return decodeFailure(reader);
    return fail(ErrorCode::Corrupt, fmt::format("{} has the unknown event {}", kLineWhat, inQuotes(event)));
}

} // namespace tierscope::core
