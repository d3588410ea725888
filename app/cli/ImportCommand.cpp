// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "CommandLine.h"
#include "core/base/Text.h"
#include "core/base/UniqueFd.h"
#include "core/exchange/ExperimentImport.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <unistd.h>

namespace tierscope::cli {

using core::Result;

namespace {

void say(const std::string& text)
{
    static_cast<void>(core::writeAll(STDERR_FILENO, text + '\n'));
}

Result<core::ImportedExperiment> readExperiment(const std::string& file)
{
    const bool isInput = file == "-";
    const std::string name = isInput ? "the standard input" : std::filesystem::path(file).filename().string();
    return core::readFile(isInput ? "/dev/stdin" : file).and_then([&](const std::string& text) {
        return core::importExperiment(text, name);
    });
}

int importFile(const CommandLine& line, const std::string& file)
{
    auto imported = readExperiment(file);
    if (!imported) {
        core::Error error = std::move(imported.error());
        // What cannot be read is what the arguments have named.
        if (error.code == core::ErrorCode::Corrupt)
            error.code = core::ErrorCode::InvalidArgument;
        error.message = fmt::format("cannot import {}: {}", core::inQuotes(file), error.message);
        return report(error);
    }
    core::ExperimentRecord& record = imported->record;
    if (record.entry.createdAtMs == 0)
        record.entry.createdAtMs =
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
    const auto id = core::ExperimentStore::open(line.databasePath()).and_then([&](core::ExperimentStore&& store) {
        return store.importRecord(record);
    });
    if (!id)
        return report(id.error());
    for (const std::string& note : imported->notes)
        say(note);
    say(fmt::format("Imported as experiment {}: see tierscope-cli show {}", *id, *id));
    return AllGood;
}

} // namespace

void addImportCommand(CLI::App& app, CommandLine& line)
{
    auto file = std::make_shared<std::string>();
    auto* command = app.add_subcommand("import", "Keep an experiment that was exported as JSON, or a run from a runner's own lines");
    command->add_option("FILE", *file, "What to read; - for the standard input")->required();
    addDatabaseOption(*command, line);
    command->callback([&line, file] { line.action = [&line, file] { return importFile(line, *file); }; });
}

} // namespace tierscope::cli
