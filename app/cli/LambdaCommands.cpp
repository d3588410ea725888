// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "CommandLine.h"
#include "InterruptWatcher.h"
#include "LambdaOptions.h"
#include "SweepConsent.h"
#include "core/aws/FunctionError.h"
#include "core/aws/LambdaClient.h"
#include "core/base/JsonText.h"
#include "core/exchange/ExperimentMarkdown.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

namespace tierscope::cli {

using core::LambdaClient;
using core::Result;

namespace {

core::LambdaResult<std::vector<core::FunctionConfiguration>>
listOf(const LambdaClient& client, const std::optional<core::FunctionName>& one, const std::stop_token& stop)
{
    return one ? client.listVersions(*one, stop) : client.listFunctions(stop);
}

/// The region's functions, or with --function that one's versions.
int list(const AccessOptions& options, bool asJson)
{
    std::optional<core::FunctionName> one;
    if (options.function) {
        auto name = core::parseFunctionName(*options.function);
        if (!name)
            return report(name.error());
        one = std::move(*name);
    }
    const std::stop_source stop;
    const InterruptWatcher watcher(stop, [] {});
    const auto access = one ? accessOf(options) : accountOf(options);
    const auto client = access.and_then([](const core::AwsAccess& account) { return LambdaClient::open(account); });
    if (!client)
        return report(client.error());
    const auto functions = listOf(*client, one, stop.get_token());
    if (!functions)
        return stop.stop_requested() ? static_cast<int>(Interrupted) : report(functions.error().error);
    if (asJson) {
        auto json = nlohmann::ordered_json::array();
        for (const core::FunctionConfiguration& function : *functions)
            json.push_back({{"name", function.name},
                            {"arn", function.arn},
                            {"version", function.version},
                            {"memory_mb", function.memory.value},
                            {"timeout_s", function.timeout.count()},
                            {"runtime", function.runtime},
                            {"architecture", function.architecture}});
        return done(writeOutput("-", core::jsonText(json, 2) + '\n'));
    }
    core::TextTable table;
    table.columns = {{one ? "Version" : "Name", false}, {"Memory", true}, {"Timeout", true}, {"Runtime", false}, {"Architecture", false}};
    for (const core::FunctionConfiguration& function : *functions)
        table.rows.push_back({one ? function.version : function.name, fmt::format("{} MB", function.memory.value),
                              fmt::format("{} s", function.timeout.count()), function.runtime.empty() ? "image" : function.runtime,
                              function.architecture});
    return done(writeOutput("-", core::alignedTable(table)));
}

/// The answer on stdout; what Lambda says of it on stderr.
int invoke(const AccessOptions& options, const std::string& payloadText)
{
    const auto payload = parsePayload(payloadText);
    if (!payload)
        return report(payload.error());
    const auto access = accessOf(options);
    if (!access)
        return report(access.error());
    const auto client = LambdaClient::open(*access);
    if (!client)
        return report(client.error());
    auto function = core::parseFunctionName(*options.function);
    if (!function)
        return report(function.error());
    if (options.qualifier)
        function->qualifier = *options.qualifier;
    const std::stop_source stop;
    const InterruptWatcher watcher(stop, [] {});
    const auto configuration = client->getConfiguration(*function, stop.get_token());
    if (!configuration)
        return stop.stop_requested() ? static_cast<int>(Interrupted) : report(configuration.error().error);
    const auto answer = client->invoke(*function, payload->json, configuration->timeout, stop.get_token());
    if (!answer)
        return stop.stop_requested() ? static_cast<int>(Interrupted) : report(answer.error().error);
    if (const auto& lambda = answer->report)
        note(fmt::format("Duration {:g} ms, billed {:g} ms, {} MB{}{}", lambda->durationMs, lambda->billedMs, lambda->memoryMb,
                         lambda->maxMemoryMb ? fmt::format(", at most {:g} MB used", *lambda->maxMemoryMb) : "",
                         lambda->initMs ? fmt::format(", cold start {:g} ms", *lambda->initMs) : ""));
    const auto written = writeOutput("-", answer->payload + '\n');
    if (!answer->functionError.empty())
        return report({core::ErrorCode::ProcessFailed, core::describeFunctionError(answer->payload, answer->report), {}});
    return done(written);
}

int restore(const AccessOptions& options)
{
    const std::stop_source stop;
    const InterruptWatcher watcher(stop, [] {});
    const bool isGood = restoreLeftovers(options.function.value_or(""), stop.get_token());
    if (stop.stop_requested())
        return Interrupted;
    return isGood ? AllGood : SomeFailed;
}

} // namespace

void addLambdaCommands(CLI::App& app, CommandLine& line)
{
    auto* lambda = app.add_subcommand("lambda", "Deploy, invoke, sweep, restore, remove and list functions on AWS Lambda");
    lambda->require_subcommand(1);

    auto listing = std::make_shared<std::pair<AccessOptions, bool>>();
    auto* listed = lambda->add_subcommand("list", "List the functions of the region, or the versions of one");
    listed->add_option("--function", listing->first.function, "List this one's versions: its name or ARN")->type_name("NAME|ARN");
    addAccountOptions(*listed, listing->first);
    listed->add_flag("--json", listing->second, "As JSON");
    listed->callback([&line, listing] { line.action = [listing] { return list(listing->first, listing->second); }; });

    auto invoking = std::make_shared<std::pair<AccessOptions, std::string>>();
    auto* invoked = lambda->add_subcommand("invoke", "Invoke a function once and print its answer");
    addFunctionOptions(*invoked, invoking->first);
    invoked->add_option("--payload", invoking->second, "JSON, or @FILE (none)")->type_name("JSON|@FILE");
    invoked->callback([&line, invoking] { line.action = [invoking] { return invoke(invoking->first, invoking->second); }; });

    addSweepCommand(*lambda, line);

    auto restoring = std::make_shared<AccessOptions>();
    auto* restored = lambda->add_subcommand("restore", "Put back the memory of functions that a sweep which ended early has left changed");
    addFunctionOptions(*restored, *restoring);
    restored->footer("Each function is restored with the profile, region and endpoint that it was measured with.");
    restored->callback([&line, restoring] { line.action = [restoring] { return restore(*restoring); }; });

    addDeployCommands(*lambda, line);
}

} // namespace tierscope::cli
