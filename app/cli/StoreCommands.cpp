// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "CommandLine.h"
#include "ExperimentOutput.h"
#include "RunView.h"
#include "core/base/Text.h"
#include "core/exchange/ChromeTrace.h"
#include "core/exchange/ExperimentJson.h"
#include "core/exchange/ExperimentMarkdown.h"
#include "core/exchange/ObservationsCsv.h"
#include "core/store/ExperimentStore.h"

#include <CLI/CLI.hpp>
#include <array>
#include <charconv>
#include <ctime>
#include <filesystem>
#include <fmt/format.h>
#include <memory>

namespace tierscope::cli {

using core::ErrorCode;
using core::ExperimentEntry;
using core::ExperimentRecord;
using core::ExperimentStore;
using core::fail;
using core::Result;

namespace {

/// How the command line names the measurements that ship with the program.
constexpr const char* kReference = "reference";

using Exporter = std::string (*)(const ExperimentRecord&);
constexpr std::array<std::pair<std::string_view, Exporter>, 3> kFormats{{
    {"csv", core::observationsToCsv},
    {"json", core::experimentToJson},
    {"markdown", core::experimentToMarkdown},
}};

/// It has runs, not experiments, and is written in pieces.
constexpr const char* kChromeTrace = "chrome-trace";

Result<std::int64_t> parseId(const std::string& text)
{
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (error != std::errc{} || end != text.data() + text.size() || id <= 0)
        return fail(ErrorCode::InvalidArgument, fmt::format("{} is not the ID of an experiment", core::inQuotes(text)),
                    "Give a number as listed by tierscope-cli list, or reference");
    return id;
}

std::string localTime(std::int64_t unixMs)
{
    const std::time_t seconds = unixMs / 1000;
    std::tm parts{};
    localtime_r(&seconds, &parts);
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min);
}

std::vector<std::string> listRow(const std::string& id, const ExperimentEntry& entry)
{
    return {id,
            localTime(entry.createdAtMs),
            core::experimentStatusName(entry.status),
            fmt::format("{}/{}", entry.finishedRuns, entry.plannedRuns),
            entry.failedRuns > 0 ? std::to_string(entry.failedRuns) : "-",
            core::backendKindName(entry.backend),
            entry.name};
}

int list(const CommandLine& line)
{
    std::vector<ExperimentEntry> entries;
    if (std::error_code error; std::filesystem::exists(line.databasePath(), error)) {
        auto listed = openExisting(line.databasePath()).and_then([](const ExperimentStore& store) { return store.list(); });
        if (!listed)
            return report(listed.error());
        entries = std::move(*listed);
    }
    core::TextTable table;
    table.columns = {{"ID", true},     {"Created", false}, {"Status", false}, {"Runs", true},
                     {"Failed", true}, {"Where", false},   {"Name", false}};
    for (const ExperimentEntry& entry : entries)
        table.rows.push_back(listRow(std::to_string(entry.id), entry));
    table.rows.push_back(listRow(kReference, core::referenceExperiment().entry));
    return done(writeOutput("-", core::alignedTable(table)));
}

struct StoreOptions {
    std::string id;
    std::string format;
    std::string target = "-";
    OutputTargets output;
    std::vector<int> runs; ///< --run, from 1
    bool listsRuns = false;
    bool hasTimeline = false;
};

/// The run that is asked for; where the experiment has only one, that needs no number.
Result<int> runToShow(const StoreOptions& options, const ExperimentRecord& record)
{
    if (options.runs.empty() && record.samples.size() != 1)
        return fail(ErrorCode::InvalidArgument, "--timeline shows one run, and the experiment has several",
                    "Give its number with --run, as show --runs lists them");
    const int number = options.runs.empty() ? 1 : options.runs.front();
    return checkRunNumber(record, number).map([number] { return number; });
}

int show(const CommandLine& line, const StoreOptions& options)
{
    if (const auto checked = checkTargets(options.output); !checked)
        return report(checked.error());
    const auto record = loadExperiment(line, options.id);
    if (!record)
        return report(record.error());
    if (options.listsRuns)
        return done(showMeasured(*record, options.output, [&] { return runsText(*record); }));
    if (!options.hasTimeline && options.runs.empty())
        return done(showMeasured(*record, options.output));
    const auto number = runToShow(options, *record);
    if (!number)
        return report(number.error());
    return done(showMeasured(*record, options.output, [&] { return runText(*record, *number, options.hasTimeline, outputCanvas()); }));
}

/// The runs with these numbers, or all that have tasks.
Result<std::vector<core::TracedRun>> tracedRuns(const ExperimentRecord& record, const std::vector<int>& numbers)
{
    std::vector<core::TracedRun> runs;
    const auto add = [&](std::size_t index) {
        const core::Sample& sample = record.samples[index];
        if (!sample.tasks.empty())
            runs.push_back({&sample, fmt::format("run {}: {}", index + 1, core::runTitle(sample))});
    };
    for (const int number : numbers) {
        if (const auto checked = checkRunNumber(record, number); !checked)
            return fail(checked.error());
        add(static_cast<std::size_t>(number) - 1);
    }
    for (std::size_t index = 0; numbers.empty() && index < record.samples.size(); ++index)
        add(index);
    if (runs.empty())
        return fail(ErrorCode::InvalidArgument, "nothing is known of the tasks, so that there is no trace of them",
                    "Give an experiment or a run that was measured task by task");
    return runs;
}

int exportTo(const CommandLine& line, const StoreOptions& options)
{
    const bool isTrace = options.format == kChromeTrace;
    if (!isTrace && !options.runs.empty())
        return report(
            {ErrorCode::InvalidArgument, fmt::format("--run is of --format {}; the others have every run", kChromeTrace), "Leave it out"});
    if (const auto checked = checkOutput(options.target); !checked)
        return report(checked.error());
    const auto record = loadExperiment(line, options.id);
    if (!record)
        return report(record.error());
    if (isTrace) {
        const auto runs = tracedRuns(*record, options.runs);
        if (!runs)
            return report(runs.error());
        return done(streamOutput(options.target, [&](const core::TextSink& add) { core::writeChromeTrace(*runs, add); }));
    }
    for (const auto& [name, exporter] : kFormats) {
        if (name == options.format)
            return done(writeOutput(options.target, exporter(*record)));
    }
    return Unusable;
}

Result<void> removeExperiment(const CommandLine& line, const std::string& id)
{
    if (id == kReference)
        return fail(ErrorCode::InvalidArgument, "the reference measurements are part of Tierscope and cannot be deleted");
    const auto number = parseId(id);
    if (!number)
        return fail(number.error());
    return openExisting(line.databasePath()).and_then([&](ExperimentStore&& store) { return store.remove(*number); });
}

/// A command on one experiment.
CLI::App* addCommand(CLI::App& app, CommandLine& line, const char* name, const char* summary, StoreOptions& options)
{
    auto* command = app.add_subcommand(name, summary);
    command->add_option("ID", options.id, "The experiment, as listed; reference: the published measurements")->required();
    addDatabaseOption(*command, line);
    return command;
}

CLI::Option* addRunOption(CLI::App& command, std::vector<int>& runs, const char* summary)
{
    return command.add_option("--run", runs, summary)->type_name("N")->allow_extra_args(false);
}

std::vector<std::string> formatNames()
{
    std::vector<std::string> names;
    names.reserve(kFormats.size() + 1);
    for (const auto& [name, exporter] : kFormats)
        names.emplace_back(name);
    names.emplace_back(kChromeTrace);
    return names;
}

} // namespace

Result<ExperimentRecord> loadExperiment(const CommandLine& line, const std::string& id)
{
    if (id == kReference)
        return core::referenceExperiment();
    const auto number = parseId(id);
    if (!number)
        return fail(number.error());
    return openExisting(line.databasePath()).and_then([&](const ExperimentStore& store) { return store.load(*number); });
}

void addStoreCommands(CLI::App& app, CommandLine& line)
{
    auto* listing = app.add_subcommand("list", "List the experiments of the database");
    addDatabaseOption(*listing, line);
    listing->callback([&line] { line.action = [&line] { return list(line); }; });

    auto shown = std::make_shared<StoreOptions>();
    auto* showing = addCommand(app, line, "show", "Show an experiment's table and findings", *shown);
    addOutputOptions(*showing, shown->output);
    auto* listed = showing->add_flag("--runs", shown->listsRuns, "List its runs with their numbers in place of the table");
    auto* one = addRunOption(*showing, shown->runs, "Show where the time of one run went, by its number")->expected(1);
    auto* drawn = showing->add_flag("--timeline", shown->hasTimeline, "Draw the tasks of one run, a lane for each process");
    listed->excludes(one)->excludes(drawn);
    showing->callback([&line, shown] { line.action = [&line, shown] { return show(line, *shown); }; });

    auto exported = std::make_shared<StoreOptions>();
    auto* exporting = addCommand(app, line, "export", "Write an experiment for other programs", *exported);
    exporting->add_option("--format", exported->format, "What to write")->required()->check(CLI::IsMember(formatNames()));
    addRunOption(*exporting, exported->runs, "Of a trace: only the run of this number (may be given again)");
    exporting->add_option("-o,--output", exported->target, "Where to write it (the standard output)")->type_name("FILE|-");
    exporting->callback([&line, exported] { line.action = [&line, exported] { return exportTo(line, *exported); }; });

    auto removed = std::make_shared<StoreOptions>();
    addCommand(app, line, "delete", "Delete an experiment with its samples", *removed)->callback([&line, removed] {
        line.action = [&line, removed] { return done(removeExperiment(line, removed->id)); };
    });
}

} // namespace tierscope::cli
