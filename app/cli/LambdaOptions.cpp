// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "LambdaOptions.h"

#include "core/aws/FunctionName.h"
#include "core/backend/LambdaBackend.h"
#include "core/base/Text.h"
#include "core/base/UniqueFd.h"

#include <CLI/CLI.hpp>
#include <charconv>
#include <fmt/format.h>

namespace tierscope::cli {

using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

void assign(std::string& field, const std::optional<std::string>& option)
{
    if (option)
        field = *option;
}

core::LambdaSettings settingsOf(const AccessOptions& options)
{
    core::LambdaSettings settings;
    assign(settings.function, options.function);
    assign(settings.qualifier, options.qualifier);
    assign(settings.region, options.region);
    assign(settings.profile, options.profile);
    assign(settings.endpointUrl, options.endpointUrl);
    return settings;
}

Result<void> readPayloads(const std::vector<std::string>& texts, std::vector<core::WeightedPayload>& field)
{
    if (texts.empty())
        return {};
    field.clear();
    for (const std::string& text : texts) {
        auto payload = parsePayload(text);
        if (!payload)
            return fail(std::move(payload.error()));
        field.push_back(std::move(*payload));
    }
    return {};
}

} // namespace

void addAccountOptions(CLI::App& command, AccessOptions& options)
{
    command.add_option("--region", options.region, "AWS region (the ARN's, AWS_REGION, or the profile's)")->type_name("NAME");
    command.add_option("--profile", options.profile, "Profile of the shared AWS files (AWS_PROFILE, or default)")->type_name("NAME");
    command.add_option("--endpoint-url", options.endpointUrl, "Another endpoint than the region's; plain http only to this computer")
        ->type_name("URL");
}

void addFunctionOptions(CLI::App& command, AccessOptions& options)
{
    command.add_option("--function", options.function, "The function's name or ARN")->type_name("NAME|ARN");
    command.add_option("--qualifier", options.qualifier, "A version or an alias, whose memory stays as it is ($LATEST)")->type_name("NAME");
    addAccountOptions(command, options);
}

Result<core::AwsAccess> accountOf(const AccessOptions& options)
{
    core::LambdaSettings settings = settingsOf(options);
    return core::AwsAccess{settings.profile, settings.region, settings.endpointUrl};
}

Result<core::AwsAccess> accessOf(const AccessOptions& options)
{
    if (!options.function)
        return fail(ErrorCode::InvalidArgument, "no function is given", "Give --function with its name or its ARN");
    return core::lambdaAccess(settingsOf(options));
}

void addMeasureOptions(CLI::App& command, MeasureOptions& options)
{
    addFunctionOptions(command, options.access);
    command
        .add_option("--contract", options.contract,
                    "own: Tierscope's function runs the workload; any: a function gets payloads and is timed by Lambda (own)")
        ->type_name("own|any");
    command
        .add_option("--sequential-payload", options.sequentialPayloads,
                    "JSON for sequential runs of any function, or @FILE; N* before it is its weight; may be given more than once")
        ->type_name("[N*]JSON|@FILE")
        ->allow_extra_args(false);
    command.add_option("--parallel-payload", options.parallelPayloads, "The same for parallel runs")
        ->type_name("[N*]JSON|@FILE")
        ->allow_extra_args(false);
    command.add_option("--concurrency", options.concurrency, "Invocations at once (1)")->type_name("N");
    command.add_option("--cold-starts", options.coldStarts, "Forced cold starts of each tier and mode, shown apart (0)")->type_name("N");
}

Result<core::WeightedPayload> parsePayload(const std::string& text)
{
    core::WeightedPayload payload;
    std::string_view rest = text;
    int weight = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), weight);
    if (error == std::errc{} && end != rest.data() + rest.size() && *end == '*') {
        payload.weight = weight;
        rest.remove_prefix(static_cast<std::size_t>(end - rest.data()) + 1);
    }
    if (!rest.starts_with('@')) {
        payload.json = rest;
        return payload;
    }
    auto read = core::readFile(std::string(rest.substr(1)));
    if (!read)
        return fail(ErrorCode::InvalidArgument, "cannot read a payload: " + read.error().message, "Give JSON, or @FILE");
    payload.json = std::move(*read);
    return payload;
}

Result<void> applyMeasureOptions(const MeasureOptions& options, core::LambdaSettings& settings)
{
    assign(settings.function, options.access.function);
    assign(settings.qualifier, options.access.qualifier);
    assign(settings.region, options.access.region);
    assign(settings.profile, options.access.profile);
    assign(settings.endpointUrl, options.access.endpointUrl);
    if (options.contract == "any")
        settings.contract = core::LambdaContract::Any;
    else if (options.contract == "own")
        settings.contract = core::LambdaContract::Own;
    else if (options.contract)
        return fail(ErrorCode::InvalidArgument, fmt::format("{} is not a contract of a function", core::inQuotes(*options.contract)),
                    "Give --contract own or any");
    settings.concurrency = options.concurrency.value_or(settings.concurrency);
    settings.coldStarts = options.coldStarts.value_or(settings.coldStarts);
    return readPayloads(options.sequentialPayloads, settings.sequentialPayloads).and_then([&] {
        return readPayloads(options.parallelPayloads, settings.parallelPayloads);
    });
}

void addConsentOptions(CLI::App& command, ConsentOptions& options)
{
    command.add_flag("--dry-run", options.dryRun, "Lambda: say what would be changed and what it would cost; change nothing");
    command.add_flag("--yes", options.yes, "Lambda: go ahead without asking");
}

} // namespace tierscope::cli
