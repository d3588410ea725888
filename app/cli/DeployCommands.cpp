// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "CommandLine.h"
#include "InterruptWatcher.h"
#include "LambdaOptions.h"
#include "SweepConsent.h"
#include "core/aws/LambdaClient.h"
#include "core/backend/Deployment.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <memory>

namespace tierscope::cli {

using core::LambdaClient;

namespace {

struct DeployOptions {
    AccessOptions access;
    core::Deployment deployment;
    std::string language = "cpp";
    bool yes = false;
};

core::Result<LambdaClient> clientFor(AccessOptions& options)
{
    options.function = options.function.value_or("tierscope");
    return accessOf(options).and_then([](const core::AwsAccess& access) { return LambdaClient::open(access); });
}

int deploy(DeployOptions& options)
{
    const auto client = clientFor(options.access);
    if (!client)
        return report(client.error());
    options.deployment.function = *options.access.function;
    options.deployment.language = options.language == "python" ? core::FunctionLanguage::Python : core::FunctionLanguage::Cpp;
    const std::stop_source stop;
    const InterruptWatcher watcher(stop, [] {});
    const auto deployed = core::deployFunction(*client, options.deployment, stop.get_token());
    if (!deployed)
        return stop.stop_requested() ? static_cast<int>(Interrupted) : report(deployed.error());
    const auto written = writeOutput("-", deployed->arn + '\n');
    return written ? static_cast<int>(AllGood) : report(written.error());
}

int remove(DeployOptions& options)
{
    const auto client = clientFor(options.access);
    if (!client)
        return report(client.error());
    if (!options.yes && !confirmOnTerminal(fmt::format("Delete the function {}?", *options.access.function)))
        return report(
            {core::ErrorCode::InvalidArgument, "nothing was deleted: nobody has agreed", "Give --yes to go ahead without asking"});
    const std::stop_source stop;
    const InterruptWatcher watcher(stop, [] {});
    const auto removed = core::removeFunction(*client, *options.access.function, stop.get_token());
    return removed ? static_cast<int>(AllGood) : report(removed.error());
}

} // namespace

void addDeployCommands(CLI::App& lambda, CommandLine& line)
{
    auto deploying = std::make_shared<DeployOptions>();
    auto* deployed = lambda.add_subcommand("deploy", "Make Tierscope's function, or bring it up to date; prints its ARN");
    deployed->add_option("--function", deploying->access.function, "Its name (tierscope)")->type_name("NAME");
    addAccountOptions(*deployed, deploying->access);
    deployed->add_option("--role", deploying->deployment.role, "ARN of the role that it runs as; needed for a new function")
        ->type_name("ARN");
    deployed->add_option("--architecture", deploying->deployment.architecture, "x86_64 or arm64")
        ->check(CLI::IsMember({"x86_64", "arm64"}))
        ->capture_default_str();
    deployed->add_option("--language", deploying->language, "cpp: kernels and commands; python: Python functions")
        ->check(CLI::IsMember({"cpp", "python"}))
        ->capture_default_str();
    deployed->add_option("--zip", deploying->deployment.zipFile, "Another package than the one that comes with Tierscope")
        ->type_name("FILE");
    deployed->callback([&line, deploying] { line.action = [deploying] { return deploy(*deploying); }; });

    auto removing = std::make_shared<DeployOptions>();
    auto* removed = lambda.add_subcommand("remove", "Delete a function that lambda deploy has made, and no other");
    removed->add_option("--function", removing->access.function, "Its name (tierscope)")->type_name("NAME");
    addAccountOptions(*removed, removing->access);
    removed->add_flag("--yes", removing->yes, "Delete it without asking");
    removed->callback([&line, removing] { line.action = [removing] { return remove(*removing); }; });
}

} // namespace tierscope::cli
