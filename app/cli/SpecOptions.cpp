// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "SpecOptions.h"

#include "core/base/Text.h"
#include "core/base/UniqueFd.h"
#include "core/experiment/Preset.h"
#include "core/runner/RunRequest.h"
#include "core/tier/TierCatalogue.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace tierscope::cli {

using namespace core; // NOLINT(google-build-using-namespace): the command line is made of core's words

namespace {

constexpr const char* kWorkloadForms =
    "Give a preset, kernel:NAME, python:MODULE.FUNCTION, or command followed by -- and the program with its arguments";

ExperimentSpec specOf(Workload workload)
{
    ExperimentSpec spec;
    spec.workload = std::move(workload);
    spec.tiers.assign(articleTiers().begin(), articleTiers().end());
    return spec;
}

Result<ExperimentSpec> readSpecFile(const std::string& file)
{
    const auto text = readFile(file == "-" ? "/dev/stdin" : file);
    if (!text)
        return fail(Error{ErrorCode::InvalidArgument, "cannot read the experiment: " + text.error().message,
                          "Give a JSON file, or - for the standard input"});
    return parseSpec(*text, file, ErrorCode::InvalidArgument);
}

Result<PythonWorkload> parsePython(std::string_view name)
{
    const auto separator = std::min(name.find(':'), name.rfind('.'));
    if (separator == std::string_view::npos || separator == 0 || separator + 1 == name.size())
        return fail(ErrorCode::InvalidArgument, fmt::format("{} does not name a function of a Python module", inQuotes(name)),
                    "Give --workload python:MODULE.FUNCTION");
    PythonWorkload workload;
    workload.module = name.substr(0, separator);
    workload.function = name.substr(separator + 1);
    return workload;
}

bool isPreset(std::string_view id)
{
    const auto all = presets();
    return std::any_of(all.begin(), all.end(), [&](const Preset& preset) { return preset.id == id; });
}

/// The spec of KIND:NAME or a preset's id.
Result<ExperimentSpec> workloadSpec(const std::string& text)
{
    if (isPreset(text))
        return presetSpec(text);
    const auto colon = text.find(':');
    const std::string kind = text.substr(0, colon);
    const std::string name = colon == std::string::npos ? std::string{} : text.substr(colon + 1);
    if (kind == "kernel" && !name.empty())
        return specOf(KernelWorkload{name, {}});
    if (kind == "command")
        return specOf(name.empty() ? CommandWorkload{} : CommandWorkload{{name}});
    if (kind == "python" && colon != std::string::npos)
        return parsePython(name).map([](PythonWorkload workload) { return specOf(std::move(workload)); });
    return fail(ErrorCode::InvalidArgument, fmt::format("{} is not a workload", inQuotes(text)), kWorkloadForms);
}

Result<ExperimentSpec> baseSpec(const SpecOptions& options, const std::vector<std::string>& command)
{
    if (options.specFile)
        return readSpecFile(*options.specFile);
    if (options.workload)
        return workloadSpec(*options.workload);
    return presetSpec(command.empty() ? "quick-look" : "command");
}

Error wrongKind(const char* option, const char* kind)
{
    return Error{ErrorCode::InvalidArgument, fmt::format("{} is for {} workloads only", option, kind),
                 "Leave it out, or choose another --workload"};
}

Result<void> addParameter(KernelWorkload& kernel, const std::string& text)
{
    const auto equals = text.find('=');
    const std::string_view number = equals == std::string::npos ? std::string_view{} : std::string_view(text).substr(equals + 1);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (equals == 0 || number.empty() || error != std::errc{} || end != number.data() + number.size())
        return fail(ErrorCode::InvalidArgument, fmt::format("{} is not a parameter of a kernel", inQuotes(text)),
                    "Give --param NAME=NUMBER");
    kernel.parameters[text.substr(0, equals)] = value;
    return {};
}

Result<void> applyKernelOptions(const SpecOptions& options, Workload& workload)
{
    if (!options.iterations && options.parameters.empty())
        return {};
    auto* kernel = std::get_if<KernelWorkload>(&workload);
    if (kernel == nullptr)
        return fail(wrongKind(options.iterations ? "--iterations" : "--param", "kernel"));
    if (options.iterations)
        kernel->parameters["iterations"] = *options.iterations;
    for (const std::string& parameter : options.parameters) {
        if (auto added = addParameter(*kernel, parameter); !added)
            return added;
    }
    return {};
}

Result<void> applyPythonOptions(const SpecOptions& options, Workload& workload)
{
    if (!options.args && !options.pythonPath)
        return {};
    auto* python = std::get_if<PythonWorkload>(&workload);
    if (python == nullptr)
        return fail(wrongKind(options.args ? "--args" : "--python-path", "python"));
    python->argsJson = options.args.value_or(python->argsJson);
    python->path = options.pythonPath.value_or(python->path);
    return {};
}

Result<void> applyCommand(const std::vector<std::string>& command, Workload& workload)
{
    if (command.empty())
        return {};
    auto* program = std::get_if<CommandWorkload>(&workload);
    if (program == nullptr)
        return fail(wrongKind("a command after --", "command"));
    program->argv.insert(program->argv.end(), command.begin(), command.end());
    return {};
}

/// A preset for one's own workload has to be given one.
Result<void> requireName(const Workload& workload)
{
    if (const auto* command = std::get_if<CommandWorkload>(&workload); command != nullptr && command->argv.empty())
        return fail(ErrorCode::InvalidArgument, "no command is given",
                    "Give it after --, such as: tierscope-cli run --workload command -- sha256sum FILE");
    if (const auto* python = std::get_if<PythonWorkload>(&workload); python != nullptr && python->function.empty())
        return fail(ErrorCode::InvalidArgument, "no Python function is given", "Give --workload python:MODULE.FUNCTION");
    return {};
}

Result<std::vector<ScheduleMode>> parseModes(const std::vector<std::string>& names)
{
    std::vector<ScheduleMode> modes;
    for (const std::string& name : names) {
        auto mode = parseScheduleMode(name);
        if (!mode)
            return fail(std::move(mode.error()));
        modes.push_back(*mode);
    }
    return modes;
}

Result<BackendKind> parseBackend(const std::string& name)
{
    for (const BackendKind kind : {BackendKind::Local, BackendKind::Lambda}) {
        if (name == backendKindName(kind))
            return kind;
    }
    return fail(ErrorCode::InvalidArgument, fmt::format("{} is not a place to measure", inQuotes(name)), "Give --backend local or lambda");
}

Result<std::chrono::milliseconds> parseTimeout(double seconds)
{
    constexpr double kLongest = 1e9;
    if (!(std::abs(seconds) <= kLongest))
        return fail(ErrorCode::InvalidArgument, "a time limit is too long", "Give seconds, or 0 for none");
    return std::chrono::milliseconds(std::llround(seconds * 1000));
}

template <typename T>
void assign(T& field, const std::optional<T>& option)
{
    if (option)
        field = *option;
}

/// Parses an option where it was given; the first error ends it all.
template <typename T, typename Option, typename Parse>
Result<void> assign(T& field, const std::optional<Option>& option, Parse parse)
{
    if (!option)
        return {};
    return parse(*option).map([&](T value) { field = std::move(value); });
}

Result<void> applyOptions(const SpecOptions& options, const std::vector<std::string>& command, ExperimentSpec& spec)
{
    assign(spec.name, options.name);
    assign(spec.tasks, options.tasks);
    assign(spec.repeats, options.repeats);
    assign(spec.precisionPercent, options.untilIntervalPercent);
    assign(spec.maxRepeats, options.maxRepeats);
    assign(spec.warmup, options.warmup);
    assign(spec.seed, options.seed);
    const auto modes = options.modes.empty() ? std::nullopt : std::optional(options.modes);
    return applyCommand(command, spec.workload)
        .and_then([&] { return requireName(spec.workload); })
        .and_then([&] { return applyKernelOptions(options, spec.workload); })
        .and_then([&] { return applyPythonOptions(options, spec.workload); })
        .and_then([&] { return assign(spec.backend, options.backend, parseBackend); })
        .and_then([&] { return assign(spec.tiers, options.tiers, parseTiers); })
        .and_then([&] { return assign(spec.modes, modes, parseModes); })
        .and_then([&] { return assign(spec.cap, options.cap, parseCapPolicy); })
        .and_then([&] { return assign(spec.taskTimeout, options.taskTimeoutSeconds, parseTimeout); })
        .and_then([&] { return assign(spec.runTimeout, options.runTimeoutSeconds, parseTimeout); })
        .and_then([&] { return applyMeasureOptions(options.lambda, spec.lambda); });
}

/// What a conversion to an unsigned number would wrap around.
std::string refuseNegative(const std::string& text)
{
    return !text.empty() && text.front() == '-' ? "it cannot be negative" : std::string{};
}

std::string presetHelp()
{
    std::string text = "Presets:\n";
    for (const Preset& preset : presets())
        text += fmt::format("  {:<18}{}\n", preset.id, preset.summary);
    return text
           + "\nExamples:\n"
             "  tierscope-cli run\n"
             "  tierscope-cli run --workload kernel:sha256 --param rounds=200000 --tiers 512,1769,3008 --repeats 5\n"
             "  tierscope-cli run --workload command --tiers steps -- convert in.png out{index}.png\n"
             "  tierscope-cli run --workload python:work.resize --python-path ~/project --args '[\"photo{index}.jpg\"]'\n";
}

} // namespace

void addSpecOptions(CLI::App& command, SpecOptions& options)
{
    auto* spec = command.add_option("--spec", options.specFile, "An experiment as JSON; further options change it")->type_name("FILE|-");
    command
        .add_option("--workload", options.workload,
                    "What one task is: a preset, kernel:NAME, python:MODULE.FUNCTION, or command and -- PROGRAM ARGUMENT…")
        ->type_name("KIND:NAME")
        ->excludes(spec);
    command.add_option("--name", options.name, "What to call the experiment")->type_name("TEXT");
    command.add_option("--backend", options.backend, "Where to measure (local)")->type_name("local|lambda");
    command.add_option("--iterations", options.iterations, "Iterations of a kernel")->type_name("N")->check(refuseNegative);
    command.add_option("--param", options.parameters, "A parameter of a kernel; may be given more than once")
        ->type_name("NAME=NUMBER")
        ->allow_extra_args(false);
    command.add_option("--args", options.args, "Arguments of a Python function; {index} in a string becomes the task's index")
        ->type_name("JSON");
    command.add_option("--python-path", options.pythonPath, "Folder of the Python module")->type_name("DIR");
    command.add_option("--tasks", options.tasks, "Tasks in a run (10)")->type_name("N");
    command.add_option("--tiers", options.tiers, "Memory tiers in MB; none: without a limit (article)")
        ->type_name("128,512,…|article|steps|none");
    command.add_option("--modes", options.modes, "Ways to run the tasks (sequential,parallel)")
        ->type_name("sequential,parallel,pool")
        ->delimiter(',')
        ->allow_extra_args(false);
    command.add_option("--cap", options.cap, "Processes at once; auto: the tier's visible vCPUs")->type_name("N|auto|1..N");
    command.add_option("--repeats", options.repeats, "Runs of each tier, mode and cap")->type_name("N");
    command
        .add_option("--until-interval", options.untilIntervalPercent,
                    "Repeat each further until the 95 % interval of its median is within so many per cent to both sides")
        ->type_name("PERCENT");
    command.add_option("--max-repeats", options.maxRepeats, "Where that ends at the latest (30)")->type_name("N");
    command.add_option("--warmup", options.warmup, "Runs of each that are measured first and not counted")->type_name("N");
    command.add_option("--seed", options.seed, "Decides the order of the runs")->type_name("N")->check(refuseNegative);
    command.add_option("--task-timeout", options.taskTimeoutSeconds, "Time limit of a task in the tier's seconds; 0: none")->type_name("S");
    command.add_option("--run-timeout", options.runTimeoutSeconds, "Time limit of a run in the tier's seconds; 0: none")->type_name("S");
    addMeasureOptions(command, options.lambda);
    command.footer(presetHelp());
}

Result<ExperimentSpec> makeSpec(const SpecOptions& options, const std::vector<std::string>& command)
{
    auto spec = baseSpec(options, command);
    if (!spec)
        return spec;
    if (auto applied = applyOptions(options, command, *spec); !applied)
        return fail(std::move(applied.error()));
    return spec;
}

} // namespace tierscope::cli
