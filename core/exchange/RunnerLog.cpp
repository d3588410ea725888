// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/base/Text.h"
#include "core/exchange/ExperimentImport.h"
#include "core/runner/RunReport.h"
#include "core/tier/Sandbox.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <variant>

namespace tierscope::core {

namespace {

constexpr const char* kUnknownWorkload = "unknown-workload";
constexpr const char* kGiveWhole = "Give the whole standard output of one run of a runner";

/// All that the lines of one run tell.
struct RunnerLog {
    std::map<int, TaskRecord> tasks; ///< by index; of one that has only started, what is known
    std::map<int, bool> isEnded;
    std::optional<RunReport> report;
    std::optional<RunnerFailed> refusal;
    Nanoseconds last{0};

    void add(const RunnerTaskStarted& line)
    {
        TaskRecord& task = tasks[line.index];
        task.index = line.index;
        task.slot = line.slot;
        task.started = line.started;
        last = std::max(last, line.started);
    }
    void add(const RunnerTaskEnded& line)
    {
        tasks[line.task.index] = line.task;
        isEnded[line.task.index] = true;
        last = std::max(last, line.task.ended);
    }
    void add(RunReport line) { report = std::move(line); }
    void add(RunnerFailed line) { refusal = std::move(line); }
};

tl::unexpected<Error> failAt(int number, const std::string& what)
{
    return fail(ErrorCode::Corrupt, fmt::format("line {}: {}", number, what), kGiveWhole);
}

/// Reads line by line; the number of the line that is cut off at the end, or 0.
Result<int> readLines(std::string_view text, RunnerLog& log)
{
    int number = 0;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const bool isWhole = end != std::string_view::npos;
        std::string_view line = text.substr(0, end);
        text.remove_prefix(isWhole ? end + 1 : text.size());
        ++number;
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.find_first_not_of(" \t") == std::string_view::npos)
            continue;
        if (log.report || log.refusal)
            return failAt(number, "it follows the report, which is a run's last line");
        auto decoded = decodeRunnerLine(line);
        if (!decoded && !isWhole)
            return number;
        if (!decoded)
            return failAt(number, decoded.error().message);
        std::visit([&](auto& event) { log.add(std::move(event)); }, *decoded);
    }
    return 0;
}

/// A report that is too large for its way has no tasks, but the lines before it may.
std::vector<TaskRecord> tasksOf(const RunnerLog& log)
{
    if (log.report && !log.report->tasks.empty())
        return log.report->tasks;
    std::vector<TaskRecord> tasks;
    tasks.reserve(log.tasks.size());
    for (const auto& [index, known] : log.tasks) {
        tasks.push_back(known);
        if (log.isEnded.contains(index))
            continue;
        tasks.back().ended = log.last;
        tasks.back().outcome = TaskOutcome::Cancelled;
        tasks.back().error = "the lines end before this task does";
    }
    return tasks;
}

std::string problemOf(const Sample& sample, const RunnerLog& log)
{
    if (!log.report)
        return "the lines end before the run does";
    const auto failed = std::find_if_not(sample.tasks.begin(), sample.tasks.end(), [](const TaskRecord& task) { return task.isDone(); });
    if (failed != sample.tasks.end())
        return fmt::format("task {}: {}", failed->index, failed->error);
    return log.report->outcome == ScheduleOutcome::Completed ? std::string() : "the run was ended early";
}

Sample sampleOf(const RunnerLog& log)
{
    Sample sample;
    sample.tasks = tasksOf(log);
    int slots = 1;
    double cpuSeconds = 0;
    for (const TaskRecord& task : sample.tasks) {
        slots = std::max(slots, task.slot + 1);
        cpuSeconds += static_cast<double>(task.userUs + task.systemUs) / 1e6;
    }
    sample.memory = kUnlimitedTier;
    sample.mode = log.report ? log.report->mode : slots > 1 ? ScheduleMode::Parallel : ScheduleMode::Sequential;
    sample.cap = log.report ? log.report->cap : slots;
    sample.vcpus = log.report ? log.report->host.usableCpus : 0;
    sample.share = CpuShare{static_cast<double>(sample.vcpus)};
    sample.taskCount = static_cast<int>(sample.tasks.size());
    sample.wallSeconds = std::chrono::duration<double>(log.report ? log.report->wall : log.last).count();
    sample.cpuSeconds = cpuSeconds;
    sample.limiter = limiterName(LimiterKind::None);
    sample.error = problemOf(sample, log);
    sample.ok = sample.error.empty();
    return sample;
}

ExperimentRecord recordOf(Sample sample, const RunnerLog& log, const std::string& name)
{
    ExperimentRecord record;
    record.readOnly = true;
    record.source = fmt::format("the lines of a runner, imported from {}", name);
    record.spec.name = name;
    record.spec.workload = CommandWorkload{{kUnknownWorkload}};
    record.spec.tasks = sample.taskCount;
    record.spec.modes = {sample.mode};
    record.spec.cap = {CapPolicy::Kind::Fixed, sample.cap};
    record.spec.repeats = 1;
    if (log.report)
        record.host = log.report->host;
    ExperimentEntry& entry = record.entry;
    entry.name = name;
    entry.isNamed = true;
    entry.taskCount = sample.taskCount;
    entry.status = ExperimentStatus::Imported;
    entry.plannedRuns = entry.finishedRuns = 1;
    entry.failedRuns = sample.ok ? 0 : 1;
    record.samples.push_back(std::move(sample));
    return record;
}

} // namespace

Result<ImportedExperiment> importRunnerLines(std::string_view text, const std::string& name)
{
    RunnerLog log;
    const auto cut = readLines(text, log);
    if (!cut)
        return fail(cut.error());
    if (log.refusal)
        return fail(ErrorCode::InvalidArgument, fmt::format("the runner refused its request: {}", log.refusal->message), kGiveWhole);
    Sample sample = sampleOf(log);
    if (sample.tasks.empty())
        return fail(ErrorCode::InvalidArgument, fmt::format("{} has no task of a runner", inQuotes(name)), kGiveWhole);

    ImportedExperiment imported;
    if (*cut > 0)
        imported.notes.push_back(fmt::format("Line {} is cut off; the lines before it are kept", *cut));
    if (!log.report)
        imported.notes.emplace_back("There is no report at the end, so the run counts as failed and ends with the last line");
    imported.notes.emplace_back("The lines do not tell the memory tier; the run is taken as one without a limit");
    imported.record = recordOf(std::move(sample), log, name);
    return imported;
}

Result<ImportedExperiment> importExperiment(std::string_view text, const std::string& name)
{
    // A line of a runner begins with its event; the JSON of an experiment has none.
    const std::string_view firstLine = text.substr(0, text.find('\n'));
    const bool isLines = firstLine.find("\"event\"") < firstLine.find("\"samples\"");
    return isLines ? importRunnerLines(text, name) : importExperimentJson(text, name);
}

} // namespace tierscope::core
