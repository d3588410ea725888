// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/CpuTopology.h"
#include "core/base/Result.h"
#include "core/scheduler/CappedScheduler.h"

#include <cstddef>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <variant>

namespace tierscope::core {

struct RunnerIdentity {
    std::string name;
    std::string version;
    std::string language;
    bool operator==(const RunnerIdentity&) const = default;
};

/// The answer to a RunRequest.
struct RunReport {
    ScheduleMode mode = ScheduleMode::Parallel;
    int cap = 1;
    ScheduleOutcome outcome = ScheduleOutcome::Completed;
    Nanoseconds started{0}; ///< on CLOCK_MONOTONIC of the computer that it ran on: the zero of the tasks' times; 0: not known
    Nanoseconds wall{0};
    std::int64_t wakeups = 0;
    std::vector<TaskRecord> tasks;
    Host host;
    RunnerIdentity runner;
    bool operator==(const RunReport&) const = default;
};

/// Appends pieces of text; a report of 1,000,000 tasks is never in memory as one string.
using TextSink = std::function<void(std::string_view)>;

/// Writes the report as one JSON object without a line end, in pieces of about 64 KB. With maximumBytes > 0 and a report that would exceed
/// it, "tasks" is empty and "tasks_summary" says so:
/// {"summarised":true,"reason",…,"count","done","failed","timed_out","cancelled","first_error"}. Bytes of a text that are not UTF-8 are
/// written as U+FFFD, here and in every function below.
void writeRunReport(const RunReport& report, const TextSink& sink, std::size_t maximumBytes = 0);
/// Corrupt where a key is missing, has another type or is out of range; keys that we do not know are passed over.
[[nodiscard]] Result<RunReport> decodeRunReport(const nlohmann::json& json);

/// One task's fields, without braces, as they stand in task_ended lines and in the report.
void appendTaskFields(std::string& out, const TaskRecord& task);
[[nodiscard]] Result<TaskRecord> decodeTask(const nlohmann::json& json);
/// The same fields as a JSON object, for storage and export.
[[nodiscard]] nlohmann::json encodeTask(const TaskRecord& task);

/// The lines of a runner's stdout, each with its '\n'. The report's line is {"event":"report","report":…} around writeRunReport.
void appendTaskStartedLine(std::string& out, const TaskRecord& task);
void appendTaskEndedLine(std::string& out, const TaskRecord& task);
void writeReportLine(const RunReport& report, const TextSink& sink);
/// The code is "bad_request" for InvalidArgument, which runners leave with exit status 2, otherwise errorCodeName.
[[nodiscard]] std::string errorLine(const Error& error);

struct RunnerTaskStarted {
    int index = 0;
    int slot = 0;
    Nanoseconds started{0};
};
struct RunnerTaskEnded {
    TaskRecord task;
};
struct RunnerFailed {
    std::string code;
    std::string message;
};
/// One line of a runner's stdout.
using RunnerLine = std::variant<RunnerTaskStarted, RunnerTaskEnded, RunReport, RunnerFailed>;

/// Corrupt when the line is not one of the four. Lines of later versions with unknown keys are read (only the keys we know).
[[nodiscard]] Result<RunnerLine> decodeRunnerLine(std::string_view line);

} // namespace tierscope::core
