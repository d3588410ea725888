// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/workload/Workload.h"

#include "core/base/JsonReader.h"
#include "core/base/Text.h"
#include "core/workload/Kernels.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

namespace tierscope::core {

namespace {

constexpr std::string_view kWhat = "the workload";

/// Leaves room for what arguments are wrapped in, so that what passes here passes in a request too.
constexpr int kMaximumArgumentDepth = kMaximumJsonDepth / 2;

tl::unexpected<Error> invalid(std::string message, std::string remedy)
{
    return fail(ErrorCode::InvalidArgument, std::move(message), std::move(remedy));
}

/// Empty when text can be an argument of a program and travel as JSON.
std::string argumentFault(std::string_view text)
{
    if (text.find('\0') != std::string_view::npos)
        return "holds a zero byte";
    if (!isUtf8(text))
        return "is not UTF-8 text";
    return {};
}

/// A name as Python has it, as far as bytes tell: letters beyond ASCII are left for Python to judge.
bool isPythonIdentifier(std::string_view name)
{
    const auto isLetter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
    };
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return !name.empty() && isUtf8(name) && !isDigit(name.front())
           && std::all_of(name.begin(), name.end(), [&](char c) { return isLetter(c) || isDigit(c); });
}

bool isPythonModule(std::string_view name)
{
    for (std::size_t dot = name.find('.'); dot != std::string_view::npos; dot = name.find('.')) {
        if (!isPythonIdentifier(name.substr(0, dot)))
            return false;
        name.remove_prefix(dot + 1);
    }
    return isPythonIdentifier(name);
}

bool nestsDeeperThan(const nlohmann::json& json, int levels)
{
    if (!json.is_structured())
        return false;
    return levels == 0
           || std::any_of(json.begin(), json.end(), [&](const nlohmann::json& member) { return nestsDeeperThan(member, levels - 1); });
}

tl::unexpected<Error> tooDeep()
{
    return invalid(fmt::format("the Python arguments nest more than {} levels deep", kMaximumArgumentDepth), "Give a flatter list");
}

Result<void> validate(const KernelWorkload& kernel)
{
    if (const Result<PreparedKernel> prepared = prepareKernel(kernel); !prepared)
        return fail(prepared.error());
    return {};
}

Result<void> validate(const CommandWorkload& command)
{
    if (command.argv.empty() || command.argv.front().empty())
        return invalid("the command has no program", "Give a program and its arguments");
    for (std::size_t i = 0; i < command.argv.size(); ++i) {
        if (const std::string fault = argumentFault(command.argv[i]); !fault.empty())
            return invalid(fmt::format("argument {} of the command {}", i, fault), "Give text without such bytes");
    }
    return {};
}

Result<void> validate(const PythonWorkload& python)
{
    if (!isPythonModule(python.module))
        return invalid(fmt::format("{} is not the name of a Python module", inQuotes(python.module)),
                       "Give a name such as work or package.work");
    if (!isPythonIdentifier(python.function))
        return invalid(fmt::format("{} is not the name of a Python function", inQuotes(python.function)), "Give a name such as resize");
    if (const std::string fault = argumentFault(python.path); !fault.empty())
        return invalid(fmt::format("the Python folder {}", fault), "Give the path of a folder");
    const Result<nlohmann::json> args = parseJson(python.argsJson, "the list of Python arguments", ErrorCode::InvalidArgument);
    if (!args)
        return invalid(args.error().message, "Give a JSON list such as [1, \"two\"]");
    if (!args->is_array())
        return invalid("the Python arguments are not a list", "Give a JSON list such as [1, \"two\"]");
    if (nestsDeeperThan(*args, kMaximumArgumentDepth))
        return tooDeep();
    return {};
}

std::string title(const KernelWorkload& workload)
{
    const Result<PreparedKernel> prepared = prepareKernel(workload);
    std::string text = workload.name;
    if (!prepared)
        return text;
    std::string_view separator = " ";
    const std::span<const KernelParameter> parameters = prepared->kernel->parameters;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        text += separator;
        text += groupDigits(prepared->arguments[i]);
        if (!parameters[i].unit.empty())
            text.append(" ").append(parameters[i].unit);
        separator = " × ";
    }
    return text;
}

std::string title(const CommandWorkload& command)
{
    constexpr std::size_t kLongest = 48;
    if (command.argv.empty())
        return {};
    const std::string& program = command.argv.front();
    std::string text = program.substr(program.rfind('/') + 1);
    for (std::size_t i = 1; i < command.argv.size(); ++i) {
        const std::string& argument = command.argv[i];
        const bool isOneLine = std::none_of(argument.begin(), argument.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
        if (!isOneLine || text.size() + 1 + argument.size() > kLongest)
            return text + " …";
        text.append(" ").append(argument);
    }
    return text;
}

std::string title(const PythonWorkload& python)
{
    return python.module + "." + python.function;
}

nlohmann::json encode(const KernelWorkload& kernel)
{
    nlohmann::json json = {{"kind", "kernel"}, {"name", kernel.name}};
    for (const auto& [name, value] : kernel.parameters)
        json[name] = value;
    return json;
}

nlohmann::json encode(const CommandWorkload& command)
{
    return {{"kind", "command"}, {"argv", command.argv}};
}

nlohmann::json encode(const PythonWorkload& python)
{
    nlohmann::json json = {{"kind", "python"}, {"module", python.module}, {"function", python.function}};
    // Arguments that are no JSON go out as a text, which no reader takes for a list.
    json["args"] = parseJson(python.argsJson, kWhat, ErrorCode::InvalidArgument).value_or(nlohmann::json(python.argsJson));
    if (!python.path.empty())
        json["path"] = python.path;
    return json;
}

Result<Workload> decodeKernel(JsonReader& reader)
{
    KernelWorkload workload;
    workload.name = reader.text("name");
    if (!reader.isGood())
        return fail(reader.status().error());
    const Kernel* kernel = findKernel(workload.name);
    if (!kernel)
        return fail(prepareKernel(workload).error());

    std::vector<std::string_view> known = {"kind", "name"};
    for (const KernelParameter& parameter : kernel->parameters) {
        known.push_back(parameter.name);
        if (reader.has(parameter.name))
            workload.parameters[std::string(parameter.name)] = static_cast<std::uint64_t>(
                reader.integer(parameter.name, static_cast<std::int64_t>(parameter.minimum), static_cast<std::int64_t>(parameter.maximum)));
    }
    reader.allowOnly(known);
    if (const Result<void> status = reader.status(); !status)
        return fail(status.error());
    return workload;
}

Result<Workload> decodeCommand(JsonReader& reader)
{
    constexpr std::array<std::string_view, 2> kKnown = {"kind", "argv"};
    reader.allowOnly(kKnown);
    CommandWorkload workload;
    if (const nlohmann::json* argv = reader.array("argv")) {
        for (const nlohmann::json& argument : *argv) {
            if (!argument.is_string()) {
                reader.reject(fmt::format("argument {} of the command is not a text", workload.argv.size()),
                              "Put every argument in quotes");
                break;
            }
            workload.argv.push_back(argument.get<std::string>());
        }
    }
    if (const Result<void> status = reader.status(); !status)
        return fail(status.error());
    return workload;
}

Result<Workload> decodePython(JsonReader& reader)
{
    constexpr std::array<std::string_view, 5> kKnown = {"kind", "module", "function", "args", "path"};
    reader.allowOnly(kKnown);
    PythonWorkload workload;
    workload.module = reader.text("module");
    workload.function = reader.text("function");
    workload.path = reader.text("path", "");
    if (reader.has("args")) {
        const nlohmann::json* args = reader.array("args");
        if (args && nestsDeeperThan(*args, kMaximumArgumentDepth))
            reader.reject(tooDeep().value());
        else if (args)
            workload.argsJson = args->dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    }
    if (const Result<void> status = reader.status(); !status)
        return fail(status.error());
    return workload;
}

Result<Workload> decodeAny(JsonReader& reader)
{
    const std::string kind = reader.text("kind");
    if (!reader.isGood())
        return fail(reader.status().error());
    if (kind == "kernel")
        return decodeKernel(reader);
    if (kind == "command")
        return decodeCommand(reader);
    if (kind == "python")
        return decodePython(reader);
    return invalid(fmt::format("\"kind\" in the workload is {}", inQuotes(kind)), "Give kernel, command or python");
}

} // namespace

const char* workloadKindName(const Workload& workload)
{
    constexpr std::array<const char*, std::variant_size_v<Workload>> kNames = {"kernel", "command", "python"};
    return kNames.at(workload.index());
}

std::string workloadTitle(const Workload& workload)
{
    return std::visit([](const auto& kind) { return title(kind); }, workload);
}

Result<void> validateWorkload(const Workload& workload)
{
    return std::visit([](const auto& kind) { return validate(kind); }, workload);
}

nlohmann::json encodeWorkload(const Workload& workload)
{
    return std::visit([](const auto& kind) { return encode(kind); }, workload);
}

Result<Workload> decodeWorkload(const nlohmann::json& json)
{
    JsonReader reader(json, kWhat, ErrorCode::InvalidArgument);
    Result<Workload> workload = decodeAny(reader);
    if (!workload)
        return workload;
    if (const Result<void> valid = validateWorkload(*workload); !valid)
        return fail(valid.error());
    return workload;
}

} // namespace tierscope::core
