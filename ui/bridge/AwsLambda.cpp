// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/bridge/AwsLambda.h"

#include "core/analysis/Cost.h"
#include "core/backend/LambdaBackend.h"

#include <utility>

namespace tierscope::ui {

namespace {

using core::fail;
using core::LambdaClient;
using core::Result;

/// The most that a sweep can cost, by the prices that come with Tierscope; none where they are not known.
std::optional<double> mostUsd(const core::SweepGuard& guard)
{
    if (guard.invocations == 0)
        return 0;
    const auto architecture = core::parseArchitecture(guard.function.architecture);
    if (!architecture)
        return std::nullopt;
    const auto tariff = core::shippedPrices().tariff(guard.function.region(), *architecture);
    if (!tariff)
        return std::nullopt;
    // Every GB-second costs the same whatever the memory, so that all of them may stand for runs of 1 GB.
    core::Usage usage;
    usage.memory = core::MemoryMb{1024};
    usage.runs = guard.invocations;
    usage.durationMs = guard.mostGbSeconds * 1000 / guard.invocations;
    return core::costOf(*tariff, usage).map([](const core::Cost& cost) { return std::optional(cost.totalUsd()); }).value_or(std::nullopt);
}

class AwsLambda final : public LambdaService {
public:
    AwsLambda(core::ClientOptions options, std::string journalFolder)
        : m_options(std::move(options))
        , m_journalFolder(std::move(journalFolder))
    {}

    Result<LambdaProfiles> profiles() override
    {
        const auto config = core::SharedConfig::load(m_options.environment);
        if (!config)
            return fail(config.error());
        LambdaProfiles profiles;
        profiles.names = config->profiles();
        profiles.used = core::resolveProfile({}, m_options.environment);
        profiles.region = core::resolveRegion({}, *config, m_options.environment).value_or("");
        return profiles;
    }

    Result<FunctionListing> listFunctions(const core::AwsAccess& access, const std::stop_token& stop) override
    {
        const auto client = LambdaClient::open(access, m_options);
        if (!client)
            return fail(client.error());
        auto functions = client->listFunctions(stop);
        if (!functions)
            return fail(functions.error().error);
        return FunctionListing{client->region(), std::move(*functions)};
    }

    Result<core::SweepGuard> describe(const core::ExperimentSpec& spec, const std::stop_token& stop) override
    {
        const auto access = core::lambdaAccess(spec.lambda);
        if (!access)
            return fail(access.error());
        const auto client = LambdaClient::open(*access, m_options);
        if (!client)
            return fail(client.error());
        auto guard = core::describeSweep(spec, *client, stop);
        if (guard && !guard->mostUsd)
            guard->mostUsd = mostUsd(*guard);
        return guard;
    }

    std::vector<Result<core::RestoreOutcome>> restoreUnfinished(const std::stop_token& stop) override
    {
        return core::restoreUnfinished(m_journalFolder, m_options, {}, stop);
    }

private:
    core::ClientOptions m_options;
    std::string m_journalFolder;
};

class AwsDeployer final : public FunctionDeployer {
public:
    explicit AwsDeployer(core::ClientOptions options)
        : m_options(std::move(options))
    {}

    Result<core::FunctionConfiguration> deploy(const DeployRequest& request, const std::stop_token& stop) override
    {
        const auto client = LambdaClient::open(request.access, m_options);
        if (!client)
            return fail(client.error());
        return core::deployFunction(*client, request.deployment, stop);
    }

    Result<void> remove(const core::AwsAccess& access, const std::string& function, const std::stop_token& stop) override
    {
        const auto client = LambdaClient::open(access, m_options);
        if (!client)
            return fail(client.error());
        return core::removeFunction(*client, function, stop);
    }

private:
    core::ClientOptions m_options;
};

} // namespace

LambdaServices makeAwsLambda(const core::ClientOptions& options, std::string journalFolder)
{
    return {std::make_shared<AwsLambda>(options, std::move(journalFolder)), std::make_shared<AwsDeployer>(options)};
}

} // namespace tierscope::ui
