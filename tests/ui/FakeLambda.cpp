// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "tests/ui/FakeLambda.h"

#include "core/experiment/ExperimentPlan.h"

#include <utility>

namespace tierscope::tests {

core::FunctionConfiguration fakeFunction(const std::string& name, int memory)
{
    core::FunctionConfiguration function;
    function.arn = "arn:aws:lambda:eu-west-1:123456789012:function:" + name;
    function.name = name;
    function.memory = core::MemoryMb{memory};
    function.timeout = std::chrono::seconds(900);
    function.runtime = "provided.al2023";
    function.architecture = "x86_64";
    return function;
}

core::SweepGuard fakeGuard(const core::ExperimentSpec& spec)
{
    core::SweepGuard guard;
    guard.function = fakeFunction(spec.lambda.function);
    guard.tiers = spec.tiers;
    guard.memoryChanges = static_cast<int>(spec.tiers.size()) + 1;
    guard.invocations = static_cast<int>(core::makePlan(spec, 0).size());
    guard.mostSeconds = guard.invocations * 900.0;
    guard.mostGbSeconds = guard.mostSeconds;
    guard.mostUsd = 0.42;
    guard.warnings.push_back({core::ErrorCode::InvalidArgument, "some accounts may not have more than 3008 MB",
                              "Tiers that Lambda refuses are failed samples; the others are measured", core::ErrorDetail::SweepLargeTiers});
    return guard;
}

ui::LambdaServices FakeLambda::services()
{
    return {shared_from_this(), shared_from_this()};
}

void FakeLambda::setFunctions(std::vector<core::FunctionConfiguration> functions)
{
    const std::scoped_lock lock(m_mutex);
    m_functions = std::move(functions);
}

void FakeLambda::failList(std::optional<core::Error> error)
{
    const std::scoped_lock lock(m_mutex);
    m_listError = std::move(error);
}

void FakeLambda::failGuard(std::optional<core::Error> error)
{
    const std::scoped_lock lock(m_mutex);
    m_guardError = std::move(error);
}

void FakeLambda::failChange(std::optional<core::Error> error)
{
    const std::scoped_lock lock(m_mutex);
    m_changeError = std::move(error);
}

void FakeLambda::setLeftover(std::vector<core::Result<core::RestoreOutcome>> outcomes)
{
    const std::scoped_lock lock(m_mutex);
    m_leftover = std::move(outcomes);
}

void FakeLambda::hold()
{
    const std::scoped_lock lock(m_mutex);
    m_isHolding = true;
}

void FakeLambda::release()
{
    const std::scoped_lock lock(m_mutex);
    m_isHolding = false;
    m_changed.notify_all();
}

bool FakeLambda::wait(std::unique_lock<std::mutex>& lock, const std::stop_token& stop)
{
    const bool isReleased = m_changed.wait(lock, stop, [this] { return !m_isHolding; });
    if (stop.stop_requested())
        ++m_stopped;
    return isReleased && !stop.stop_requested();
}

std::vector<core::AwsAccess> FakeLambda::listed()
{
    const std::scoped_lock lock(m_mutex);
    return m_listed;
}

std::vector<core::ExperimentSpec> FakeLambda::described()
{
    const std::scoped_lock lock(m_mutex);
    return m_described;
}

std::vector<ui::DeployRequest> FakeLambda::deployed()
{
    const std::scoped_lock lock(m_mutex);
    return m_deployed;
}

std::vector<std::string> FakeLambda::removed()
{
    const std::scoped_lock lock(m_mutex);
    return m_removed;
}

int FakeLambda::stopped()
{
    const std::scoped_lock lock(m_mutex);
    return m_stopped;
}

core::Result<ui::LambdaProfiles> FakeLambda::profiles()
{
    return ui::LambdaProfiles{{"default", "production"}, "default", "eu-west-1"};
}

core::Result<ui::FunctionListing> FakeLambda::listFunctions(const core::AwsAccess& access, const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    m_listed.push_back(access);
    if (!wait(lock, stop))
        return core::fail(core::ErrorCode::Cancelled, "stopped");
    if (m_listError)
        return core::fail(*m_listError);
    return ui::FunctionListing{access.region.empty() ? "eu-west-1" : access.region, m_functions};
}

core::Result<core::SweepGuard> FakeLambda::describe(const core::ExperimentSpec& spec, const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    m_described.push_back(spec);
    if (!wait(lock, stop))
        return core::fail(core::ErrorCode::Cancelled, "stopped");
    if (m_guardError)
        return core::fail(*m_guardError);
    return fakeGuard(spec);
}

std::vector<core::Result<core::RestoreOutcome>> FakeLambda::restoreUnfinished(const std::stop_token& /*stop*/)
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_leftover, {});
}

core::Result<core::FunctionConfiguration> FakeLambda::deploy(const ui::DeployRequest& request, const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    m_deployed.push_back(request);
    if (!wait(lock, stop))
        return core::fail(core::ErrorCode::Cancelled, "the function may be there already");
    if (m_changeError)
        return core::fail(*m_changeError);
    m_functions.push_back(fakeFunction(request.deployment.function, request.deployment.memory.value));
    return m_functions.back();
}

core::Result<void> FakeLambda::remove(const core::AwsAccess& /*access*/, const std::string& function, const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    if (!wait(lock, stop))
        return core::fail(core::ErrorCode::Cancelled, "stopped");
    if (m_changeError)
        return core::fail(*m_changeError);
    m_removed.push_back(function);
    std::erase_if(m_functions, [&function](const core::FunctionConfiguration& known) { return known.name == function; });
    return {};
}

} // namespace tierscope::tests
