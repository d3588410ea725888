// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/base/JsonReader.h"
#include "core/base/Programs.h"
#include "core/base/Text.h"
#include "core/experiment/ExperimentPlan.h"
#include "core/experiment/ExperimentSpec.h"
#include "core/runner/RunRequest.h"
#include "core/tier/TierCatalogue.h"
#include "core/workload/Kernels.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>

namespace tierscope::core {

namespace {

using Problem = std::optional<FieldProblem>;

/// Beyond these a plan is a slip of the hand, and neither it nor its records fit in memory.
constexpr std::int64_t kMaximumRuns = 100'000;
constexpr std::int64_t kMaximumTasksInAll = 10'000'000;

/// A problem's code and values, without its sentence.
FieldProblem coded(ProblemCode code, std::vector<std::int64_t> numbers = {}, std::vector<std::string> texts = {})
{
    return {{}, {}, {}, code, std::move(numbers), std::move(texts)};
}

/// What of a workload that validateWorkload has refused it refused.
FieldProblem explain(const KernelWorkload& workload)
{
    const Kernel* kernel = findKernel(workload.name);
    if (kernel == nullptr)
        return coded(ProblemCode::UnknownKernel, {}, {workload.name});
    for (const auto& [name, value] : workload.parameters) {
        const auto known = std::ranges::find(kernel->parameters, name, &KernelParameter::name);
        if (known == kernel->parameters.end())
            return coded(ProblemCode::UnknownParameter, {}, {workload.name, name});
    }
    for (const KernelParameter& parameter : kernel->parameters) {
        const auto given = workload.parameters.find(std::string(parameter.name));
        if (given == workload.parameters.end() || (given->second >= parameter.minimum && given->second <= parameter.maximum))
            continue;
        const auto toSigned = [](std::uint64_t value) {
            constexpr std::uint64_t kLargest = std::numeric_limits<std::int64_t>::max();
            return static_cast<std::int64_t>(std::min(value, kLargest));
        };
        return coded(ProblemCode::ParameterRange, {toSigned(given->second), toSigned(parameter.minimum), toSigned(parameter.maximum)},
                     {given->first});
    }
    return coded(ProblemCode::UnknownKernel, {}, {workload.name});
}

FieldProblem explain(const CommandWorkload& command)
{
    if (command.argv.empty() || command.argv.front().empty())
        return coded(ProblemCode::NoProgram);
    const auto isNoText = [](const std::string& argument) { return argument.find('\0') != std::string::npos || !isUtf8(argument); };
    return coded(ProblemCode::ArgumentBytes, {std::ranges::find_if(command.argv, isNoText) - command.argv.begin()});
}

FieldProblem explain(const PythonWorkload& python)
{
    // Which part is wrong shows when the others are replaced by good ones.
    if (!validateWorkload(PythonWorkload{python.module, "f", "[]", {}}))
        return coded(ProblemCode::PythonModule, {}, {python.module});
    if (!validateWorkload(PythonWorkload{"m", python.function, "[]", {}}))
        return coded(ProblemCode::PythonFunction, {}, {python.function});
    if (!validateWorkload(PythonWorkload{"m", "f", "[]", python.path}))
        return coded(ProblemCode::PythonPathBytes);
    const auto arguments = parseJson(python.argsJson, "the list of Python arguments", ErrorCode::InvalidArgument);
    if (!arguments)
        return coded(ProblemCode::ArgumentsNotJson);
    return coded(arguments->is_array() ? ProblemCode::ArgumentsTooDeep : ProblemCode::ArgumentsNotList);
}

Problem programProblem(const CommandWorkload& command)
{
    const auto& program = command.argv.front();
    // Which program it is, only the task's index tells.
    if (program.find("{index}") != std::string::npos)
        return std::nullopt;
    if (program.find('/') == std::string::npos) {
        if (!findProgram(program).empty())
            return std::nullopt;
        return FieldProblem{"workload",
                            fmt::format("the program {} was not found on PATH", inQuotes(program)),
                            "Install it, correct its name, or give its full path",
                            ProblemCode::ProgramNotOnPath,
                            {},
                            {program}};
    }
    if (!findProgram(program).empty())
        return std::nullopt;
    std::error_code error;
    if (!std::filesystem::exists(program, error))
        return FieldProblem{"workload",
                            fmt::format("the program {} does not exist", inQuotes(program)),
                            "Correct its path",
                            ProblemCode::ProgramMissing,
                            {},
                            {program}};
    return FieldProblem{"workload",
                        fmt::format("{} is not a program that can be executed", inQuotes(program)),
                        "Give an executable file, or make it one with chmod +x",
                        ProblemCode::ProgramNotExecutable,
                        {},
                        {program}};
}

Problem workloadProblem(const ExperimentSpec& spec)
{
    const Workload& workload = spec.workload;
    // What a function that we know nothing about does, it says itself.
    if (spec.backend == BackendKind::Lambda && spec.lambda.contract == LambdaContract::Any)
        return std::nullopt;
    if (auto problem = findWorkloadProblem(workload))
        return problem;
    // Programs and folders are the function's, not this computer's.
    if (spec.backend == BackendKind::Lambda)
        return std::nullopt;
    if (const auto* command = std::get_if<CommandWorkload>(&workload))
        return programProblem(*command);
    if (const auto* python = std::get_if<PythonWorkload>(&workload); python != nullptr && !python->path.empty()) {
        std::error_code error;
        if (!std::filesystem::is_directory(python->path, error))
            return FieldProblem{"workload",
                                fmt::format("the Python folder {} does not exist", inQuotes(python->path)),
                                "Give the folder that holds the module",
                                ProblemCode::PythonFolderMissing,
                                {},
                                {python->path}};
    }
    return std::nullopt;
}

Problem rangeProblem(const char* field, const char* subject, std::int64_t value, std::int64_t least, std::int64_t most)
{
    if (value >= least && value <= most)
        return std::nullopt;
    return FieldProblem{field,
                        fmt::format("{} cannot be {}", subject, groupDigits(value)),
                        fmt::format("Give a number from {} to {}", groupDigits(least), groupDigits(most)),
                        ProblemCode::NumberRange,
                        {value, least, most},
                        {}};
}

Problem tiersProblem(const std::vector<MemoryMb>& tiers)
{
    for (const MemoryMb tier : tiers) {
        if (!isLambdaTier(tier))
            return FieldProblem{"tiers",
                                fmt::format("{} MB is not a memory tier of Lambda", tier.value),
                                fmt::format("Give sizes from {} to {} MB", kSmallestTier.value, kLargestTier.value),
                                ProblemCode::TierRange,
                                {tier.value, kSmallestTier.value, kLargestTier.value},
                                {}};
        if (std::count(tiers.begin(), tiers.end(), tier) > 1)
            return FieldProblem{"tiers",
                                fmt::format("{} MB is in the list more than once", tier.value),
                                "Name each tier once",
                                ProblemCode::TierTwice,
                                {tier.value},
                                {}};
    }
    return std::nullopt;
}

Problem modesProblem(const std::vector<ScheduleMode>& modes)
{
    if (modes.empty())
        return FieldProblem{"modes", "no mode is chosen", "Choose at least one of sequential, parallel and pool", ProblemCode::NoMode, {},
                            {}};
    for (const ScheduleMode mode : modes) {
        if (std::count(modes.begin(), modes.end(), mode) > 1)
            return FieldProblem{"modes",
                                fmt::format("{} is in the list more than once", scheduleModeName(mode)),
                                "Name each mode once",
                                ProblemCode::ModeTwice,
                                {},
                                {scheduleModeName(mode)}};
    }
    return std::nullopt;
}

Problem capProblem(const CapPolicy& cap)
{
    if (cap.kind == CapPolicy::Kind::Fixed)
        return rangeProblem("cap", "the number of processes at once", cap.count, 1, kMaximumCap);
    if (cap.kind == CapPolicy::Kind::Sweep)
        return rangeProblem("cap", "the end of a sweep of processes at once", cap.count, 2, kMaximumCap);
    return std::nullopt;
}

Problem timeoutProblem(const char* field, const char* subject, std::chrono::milliseconds timeout)
{
    if (timeout.count() >= 0)
        return std::nullopt;
    return FieldProblem{
        field, fmt::format("{} cannot be negative", subject), "Give seconds, or 0 for none", ProblemCode::NegativeTimeout, {}, {}};
}

std::int64_t runsPerTier(const ExperimentSpec& spec)
{
    std::int64_t runs = 0;
    for (const ScheduleMode mode : spec.modes)
        runs += mode != ScheduleMode::Sequential && spec.cap.kind == CapPolicy::Kind::Sweep ? spec.cap.count : 1;
    return runs;
}

/// Only meaningful when each field is in its own range, so that the product cannot overflow.
Problem sizeProblem(const ExperimentSpec& spec)
{
    const auto tiers = static_cast<std::int64_t>(std::max<std::size_t>(1, spec.tiers.size()));
    const std::int64_t runs =
        tiers * runsPerTier(spec) * (mostRepeats(spec) + spec.warmup + (spec.backend == BackendKind::Lambda ? spec.lambda.coldStarts : 0));
    if (runs > kMaximumRuns)
        return FieldProblem{"repeats",
                            fmt::format("that would be {} runs", groupDigits(runs)),
                            fmt::format("Take fewer tiers, caps or repeats; at most {} runs", groupDigits(kMaximumRuns)),
                            ProblemCode::TooManyRuns,
                            {runs, kMaximumRuns},
                            {}};
    if (runs * spec.tasks > kMaximumTasksInAll)
        return FieldProblem{"tasks",
                            fmt::format("that would be {} tasks in {} runs", groupDigits(runs * spec.tasks), groupDigits(runs)),
                            fmt::format("Take fewer tasks, tiers or repeats; at most {} tasks in all", groupDigits(kMaximumTasksInAll)),
                            ProblemCode::TooManyTasks,
                            {runs * spec.tasks, runs, kMaximumTasksInAll},
                            {}};
    return std::nullopt;
}

} // namespace

std::optional<FieldProblem> findWorkloadProblem(const Workload& workload)
{
    const auto valid = validateWorkload(workload);
    if (valid)
        return std::nullopt;
    FieldProblem problem = std::visit([](const auto& kind) { return explain(kind); }, workload);
    problem.field = "workload";
    problem.message = valid.error().message;
    problem.remedy = valid.error().remedy;
    return problem;
}

std::vector<FieldProblem> validateSpec(const ExperimentSpec& spec)
{
    std::vector<FieldProblem> problems;
    const auto add = [&problems](Problem problem) {
        if (problem)
            problems.push_back(std::move(*problem));
    };
    add(workloadProblem(spec));
    add(rangeProblem("tasks", "the number of tasks", spec.tasks, 1, kMaximumTasks));
    add(tiersProblem(spec.tiers));
    add(modesProblem(spec.modes));
    add(capProblem(spec.cap));
    add(rangeProblem("repeats", "the number of repeats", spec.repeats, 1, kMaximumRepeats));
    add(rangeProblem("precision_percent", "the interval to repeat for, in per cent,", spec.precisionPercent, 0, kMaximumPrecisionPercent));
    if (spec.precisionPercent > 0)
        add(rangeProblem("max_repeats", "the largest number of repeats", spec.maxRepeats, std::clamp(spec.repeats, 1, kMaximumRepeats),
                         kMaximumRepeats));
    add(rangeProblem("warmup", "the number of warm-up runs", spec.warmup, 0, kMaximumWarmup));
    add(timeoutProblem("task_timeout_s", "the time limit of a task", spec.taskTimeout));
    add(timeoutProblem("run_timeout_s", "the time limit of a run", spec.runTimeout));
    if (spec.backend == BackendKind::Lambda) {
        for (FieldProblem& problem : findLambdaProblems(spec))
            problems.push_back(std::move(problem));
    }
    if (problems.empty())
        add(sizeProblem(spec));
    return problems;
}

} // namespace tierscope::core
