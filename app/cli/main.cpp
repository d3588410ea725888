// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "CommandLine.h"
#include "core/base/Text.h"
#include "core/base/Version.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <exception>
#include <new>

namespace {

using tierscope::cli::CommandLine;

/// Takes what follows the first "--" away: it belongs to a command of somebody else's, options that look like ours too.
std::vector<std::string> takeCommand(std::vector<std::string>& arguments)
{
    const auto separator = std::find(arguments.begin(), arguments.end(), "--");
    if (separator == arguments.end())
        return {};
    std::vector<std::string> command(separator + 1, arguments.end());
    arguments.erase(separator, arguments.end());
    return command;
}

int refuse(const CLI::App& app, const CLI::ParseError& error)
{
    std::string called;
    for (const CLI::App* command = &app; !command->get_subcommands().empty();) {
        command = command->get_subcommands().front();
        called += command->get_name() + ' ';
    }
    const auto unknown = app.remaining();
    std::string message = error.what();
    if (called.empty() && !unknown.empty())
        message = tierscope::core::inQuotes(unknown.front()) + " is neither a command nor an option";
    return tierscope::cli::report(
        {tierscope::core::ErrorCode::InvalidArgument, std::move(message), "See tierscope-cli " + called + "--help"});
}

int runProgram(std::vector<std::string> arguments)
{
    CLI::App app("Which Lambda memory tier, and how many processes at once? Measures it on this computer or on AWS Lambda.",
                 "tierscope-cli");
    app.set_version_flag("--version", std::string("tierscope-cli ") + tierscope::core::kVersion);
    app.require_subcommand(1);
    CommandLine line;
    tierscope::cli::addDatabaseOption(app, line);
    tierscope::cli::addRunCommand(app, line);
    tierscope::cli::addResumeCommand(app, line);
    tierscope::cli::addStoreCommands(app, line);
    tierscope::cli::addImportCommand(app, line);
    tierscope::cli::addCostCommand(app, line);
    tierscope::cli::addPredictCommand(app, line);
    tierscope::cli::addLambdaCommands(app, line);
    tierscope::cli::addDoctorCommand(app, line);

    line.command = takeCommand(arguments);
    std::reverse(arguments.begin(), arguments.end()); // as CLI11 takes them
    try {
        app.parse(std::move(arguments));
    } catch (const CLI::ParseError& error) {
        return error.get_exit_code() == 0 ? app.exit(error) : refuse(app, error);
    }
    return line.action();
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return runProgram(std::vector<std::string>(argv + 1, argv + argc));
    } catch (const std::bad_alloc&) {
        std::fputs("tierscope-cli: there is not enough memory. Close other programs, or measure fewer tasks.\n", stderr);
    } catch (const std::exception&) {
        std::fputs("tierscope-cli: a fault of the program stopped it. What was measured is saved; please report what you called it with.\n",
                   stderr);
    }
    return tierscope::cli::SomeFailed;
}
