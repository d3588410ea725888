// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"
#include "core/store/ExperimentStore.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): the name is the library's
class App;
}

namespace tierscope::cli {

/// What the program leaves with (DESIGN 4.3).
enum ExitStatus : int {
    AllGood = 0,
    SomeFailed = 1, ///< a sample failed, or what was asked for could not be done
    Unusable = 2,   ///< arguments that cannot be used
    Interrupted = 130,
};

/// What the arguments ask for. Each command registers itself and, when it is the one that is called, sets `action`.
struct CommandLine {
    std::string database;             ///< --database; empty: the default
    std::vector<std::string> command; ///< what follows "--", passed on as it stands
    std::function<int()> action;      ///< returns an ExitStatus
    [[nodiscard]] std::string databasePath() const;
};

/// The parts of the command line, each with its own help. `line` must outlive the app.
void addRunCommand(CLI::App& app, CommandLine& line);
void addResumeCommand(CLI::App& app, CommandLine& line);
void addStoreCommands(CLI::App& app, CommandLine& line); ///< list, show, export, delete
void addImportCommand(CLI::App& app, CommandLine& line);
void addCostCommand(CLI::App& app, CommandLine& line);
void addPredictCommand(CLI::App& app, CommandLine& line);
/// lambda deploy, invoke, sweep, restore, remove, list
void addLambdaCommands(CLI::App& app, CommandLine& line);
void addSweepCommand(CLI::App& lambda, CommandLine& line);
void addDeployCommands(CLI::App& lambda, CommandLine& line);
void addDoctorCommand(CLI::App& app, CommandLine& line);

/// --database, which every command has.
void addDatabaseOption(CLI::App& command, CommandLine& line);

/// A database to read from: looking for an experiment makes none. NotFound when there is none.
[[nodiscard]] core::Result<core::ExperimentStore> openExisting(const std::string& path);

/// An experiment of the database by its number, or "reference". InvalidArgument for another word.
[[nodiscard]] core::Result<core::ExperimentRecord> loadExperiment(const CommandLine& line, const std::string& id);

/// "tierscope-cli: sentence" on stderr. Returns the status for it: Unusable for what the arguments named wrongly, else SomeFailed.
[[nodiscard]] int report(const core::Error& error);

/// AllGood, or report() of the error.
[[nodiscard]] int done(const core::Result<void>& result);

/// A line on stderr, for a person; scripts read stdout.
void note(const std::string& text);

/// Writes text to a file, or to stdout for "-".
[[nodiscard]] core::Result<void> writeOutput(const std::string& target, const std::string& text);

/// Likewise of a text that is too large to be in memory: `write` hands its pieces to what it is given.
using TextPieces = std::function<void(const std::function<void(std::string_view)>& add)>;
[[nodiscard]] core::Result<void> streamOutput(const std::string& target, const TextPieces& write);

/// Fails early where writeOutput would: what was measured for an hour should not be lost to a wrong folder.
[[nodiscard]] core::Result<void> checkOutput(const std::string& target);

} // namespace tierscope::cli
