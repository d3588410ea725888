// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "CommandLine.h"
#include "core/backend/LocalBackend.h"
#include "core/base/CpuTopology.h"
#include "core/base/JsonText.h"
#include "core/base/UniqueFd.h"
#include "core/base/Version.h"
#include "core/store/ExperimentStore.h"
#include "core/tier/Sandbox.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tierscope::cli {

using core::Result;

namespace {

using Json = nlohmann::ordered_json;

/// A place that credentials may be in; what they are is never read.
struct CredentialSource {
    std::string name;
    bool isFound = false;
};

struct DatabaseState {
    std::string path;
    bool isThere = false;
    bool isUsable = false;
    std::string problem;
    std::size_t experiments = 0;
};

struct Diagnosis {
    core::Host host;
    core::LimiterChoice limiter;
    Result<core::RunnerPaths> runners;
    std::string pythonVersion; ///< empty: it does not run
    std::vector<CredentialSource> credentials;
    DatabaseState database;
    [[nodiscard]] bool canMeasure() const { return runners && database.isUsable; }
};

/// The first line that a program prints on its standard output; empty when it cannot be run.
std::string firstLineOf(std::vector<std::string> arguments)
{
    auto pipe = core::makePipe();
    if (!pipe)
        return {};
    std::vector<char*> argv;
    argv.reserve(arguments.size() + 1);
    for (std::string& argument : arguments)
        argv.push_back(argument.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipe->writeEnd.get(), STDOUT_FILENO);
    pid_t child = 0;
    const int failure = ::posix_spawn(&child, argv.front(), &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0)
        return {};
    pipe->writeEnd.reset();
    std::string line;
    char byte = 0;
    while (::read(pipe->readEnd.get(), &byte, 1) == 1 && byte != '\n')
        line += byte;
    pipe->readEnd.reset();
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? line : std::string{};
}

std::string environmentText(const char* variable)
{
    const char* value = std::getenv(variable);
    return value != nullptr ? value : "";
}

bool isSet(const char* variable)
{
    return !environmentText(variable).empty();
}

CredentialSource credentialFile(const char* variable, const char* usualName)
{
    const std::string path = isSet(variable) ? environmentText(variable) : fmt::format("{}/.aws/{}", environmentText("HOME"), usualName);
    return {path, ::access(path.c_str(), R_OK) == 0};
}

std::vector<CredentialSource> findCredentials()
{
    return {
        {"AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY", isSet("AWS_ACCESS_KEY_ID") && isSet("AWS_SECRET_ACCESS_KEY")},
        {"AWS_PROFILE", isSet("AWS_PROFILE")},
        credentialFile("AWS_SHARED_CREDENTIALS_FILE", "credentials"),
        credentialFile("AWS_CONFIG_FILE", "config"),
    };
}

/// Looks at the database without making one.
DatabaseState lookAtDatabase(const std::string& path)
{
    DatabaseState state{path, false, false, {}, 0};
    std::error_code error;
    state.isThere = std::filesystem::exists(path, error);
    if (!state.isThere) {
        std::filesystem::path folder = std::filesystem::absolute(path, error).parent_path();
        while (!std::filesystem::exists(folder, error) && folder.has_relative_path())
            folder = folder.parent_path();
        state.isUsable = std::filesystem::is_directory(folder, error) && ::access(folder.c_str(), W_OK) == 0;
        if (!state.isUsable)
            state.problem = fmt::format("the folder {} cannot be written. Choose another one with --database.", folder.string());
        return state;
    }
    const auto entries = core::ExperimentStore::open(path).and_then([](const core::ExperimentStore& store) { return store.list(); });
    state.isUsable = entries.has_value();
    if (entries)
        state.experiments = entries->size();
    else
        state.problem = entries.error().sentence();
    return state;
}

Diagnosis diagnose(const CommandLine& line)
{
    Diagnosis diagnosis{
        core::probeHost(), core::chooseLimiter(), core::findRunners(), {}, findCredentials(), lookAtDatabase(line.databasePath())};
    if (diagnosis.runners)
        diagnosis.pythonVersion = firstLineOf({diagnosis.runners->python, "--version"});
    return diagnosis;
}

Json orNull(const std::string& text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

Json encodeLimiter(const core::LimiterChoice& choice)
{
    Json candidates = Json::array();
    for (const core::LimiterCandidate& candidate : choice.candidates)
        candidates.push_back({{"name", core::limiterName(candidate.kind)},
                              {"usable", candidate.usable},
                              {"reason", candidate.reason},
                              {"remedy", orNull(candidate.remedy)}});
    return {{"chosen", core::limiterName(choice.kind)}, {"candidates", std::move(candidates)}};
}

std::string encode(const Diagnosis& diagnosis)
{
    const core::RunnerPaths paths = diagnosis.runners.value_or(core::RunnerPaths{});
    Json credentials = Json::array();
    for (const CredentialSource& source : diagnosis.credentials)
        credentials.push_back({{"source", source.name}, {"found", source.isFound}});
    const Json json = {
        {"version", 1},
        {"tierscope", core::kVersion},
        {"can_measure", diagnosis.canMeasure()},
        {"host",
         {{"usable_cpus", diagnosis.host.usableCpus},
          {"online_cpus", diagnosis.host.onlineCpus},
          {"cpu_model", diagnosis.host.cpuModel},
          {"arch", diagnosis.host.arch},
          {"memory_mb", diagnosis.host.memoryMb}}},
        {"limiter", encodeLimiter(diagnosis.limiter)},
        {"runner",
         {{"path", orNull(paths.runner)}, {"problem", diagnosis.runners ? Json(nullptr) : Json(diagnosis.runners.error().sentence())}}},
        {"python", {{"path", orNull(paths.python)}, {"version", orNull(diagnosis.pythonVersion)}, {"runner", orNull(paths.pythonRunner)}}},
        {"credentials", std::move(credentials)},
        {"database",
         {{"path", diagnosis.database.path},
          {"exists", diagnosis.database.isThere},
          {"usable", diagnosis.database.isUsable},
          {"experiments", diagnosis.database.experiments},
          {"problem", orNull(diagnosis.database.problem)}}},
    };
    return core::jsonText(json, 2) + '\n';
}

std::string describeHost(const core::Host& host)
{
    return fmt::format("Computer\n  {} usable of {} CPUs, {}, {}, {} MB of memory\n", host.usableCpus, host.onlineCpus,
                       host.cpuModel.empty() ? "model unknown" : host.cpuModel, host.arch, host.memoryMb);
}

std::string describeLimiter(const core::LimiterChoice& choice)
{
    std::string text = fmt::format("Limiter: {}\n", core::limiterName(choice.kind));
    for (const core::LimiterCandidate& candidate : choice.candidates) {
        const char* mark = candidate.kind == choice.kind ? "used" : candidate.usable ? "usable" : "not usable";
        text += fmt::format("  {} ({}): {}\n", core::limiterName(candidate.kind), mark, candidate.reason);
        if (!candidate.remedy.empty())
            text += fmt::format("    {}\n", candidate.remedy);
    }
    return text;
}

std::string describeTools(const Diagnosis& diagnosis)
{
    if (!diagnosis.runners)
        return fmt::format("Runners\n  {}\n", diagnosis.runners.error().sentence());
    const core::RunnerPaths& paths = *diagnosis.runners;
    std::string text = fmt::format("Runners\n  {}\n  {}\n", paths.runner, paths.pythonRunner);
    if (paths.python.empty() || diagnosis.pythonVersion.empty())
        return text
               + "  No Python interpreter runs: Python workloads cannot be measured. Install python3, or name one in TIERSCOPE_PYTHON.\n";
    return text + fmt::format("  {} ({})\n", paths.python, diagnosis.pythonVersion);
}

std::string describeCredentials(const std::vector<CredentialSource>& credentials)
{
    std::string text = "AWS credentials (not needed to measure on this computer)\n";
    for (const CredentialSource& source : credentials)
        text += fmt::format("  {}: {}\n", source.name, source.isFound ? "found" : "not found");
    return text;
}

std::string describeDatabase(const DatabaseState& database)
{
    std::string state = database.problem;
    if (database.isUsable)
        state = database.isThere ? fmt::format("{} {}", database.experiments, database.experiments == 1 ? "experiment" : "experiments")
                                 : "will be made by the first experiment";
    return fmt::format("Database\n  {}: {}\n", database.path, state);
}

std::string describe(const Diagnosis& diagnosis)
{
    return fmt::format("Tierscope {}\n\n", core::kVersion) + describeHost(diagnosis.host) + '\n' + describeLimiter(diagnosis.limiter) + '\n'
           + describeTools(diagnosis) + '\n' + describeDatabase(diagnosis.database) + '\n' + describeCredentials(diagnosis.credentials);
}

int doctor(const CommandLine& line, const std::string& jsonTarget)
{
    if (const auto checked = checkOutput(jsonTarget); !checked)
        return report(checked.error());
    const Diagnosis diagnosis = diagnose(line);
    if (!jsonTarget.empty()) {
        if (const auto written = writeOutput(jsonTarget, encode(diagnosis)); !written)
            return report(written.error());
    }
    if (jsonTarget != "-") {
        if (const auto written = writeOutput("-", describe(diagnosis)); !written)
            return report(written.error());
    }
    return diagnosis.canMeasure() ? AllGood : SomeFailed;
}

} // namespace

void addDoctorCommand(CLI::App& app, CommandLine& line)
{
    auto* command = app.add_subcommand("doctor", "Say what this computer can measure, and what is missing for more");
    auto target = std::make_shared<std::string>();
    command->add_option("--json", *target, "Write it as JSON; - in place of the text")->type_name("FILE|-");
    addDatabaseOption(*command, line);
    command->callback([&line, target] { line.action = [&line, target] { return doctor(line, *target); }; });
}

} // namespace tierscope::cli
