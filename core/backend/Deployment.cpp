// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/backend/Deployment.h"

#include "core/base/UniqueFd.h"
#include "core/base/Version.h"

#include <filesystem>
#include <fmt/format.h>
#include <unistd.h>

namespace tierscope::core {

namespace {

constexpr std::chrono::milliseconds kReadyPatience{180'000};
/// A package that goes up with the request (AWS Lambda developer guide, "Lambda quotas").
constexpr std::size_t kMostZipBytes = std::size_t{50} * 1024 * 1024;

template <typename T>
Result<T> plain(LambdaResult<T> result)
{
    if (!result)
        return fail(std::move(result.error().error));
    return std::move(*result);
}

Result<void> checkIsOurs(const LambdaClient& client, const FunctionConfiguration& function, const std::stop_token& stop)
{
    const auto tags = client.listTags(function.arn, stop);
    if (!tags)
        return fail(tags.error().error);
    const auto tag = tags->find(kDeployedTag);
    if (tag != tags->end() && tag->second == kDeployedValue)
        return {};
    return fail(Error{ErrorCode::PermissionDenied,
                      fmt::format("the function {} was not deployed by Tierscope (it has no tag {}={}), and is left as it is",
                                  function.name, kDeployedTag, kDeployedValue),
                      "Choose another name with --function",
                      ErrorDetail::FunctionOfOthers,
                      {function.name}});
}

Error unusable(const std::string& path, std::string message, std::string remedy)
{
    return {ErrorCode::InvalidArgument, std::move(message), std::move(remedy), ErrorDetail::PackageUnusable, {path}};
}

Result<std::string> readZip(const Deployment& deployment)
{
    std::string path = deployment.zipFile;
    if (path.empty()) {
        auto found = findPackage(deployment.language, deployment.architecture);
        if (!found)
            return found;
        path = std::move(*found);
    }
    auto zip = readFile(path);
    if (!zip)
        return fail(unusable(path, "cannot read the package: " + zip.error().message, "Give another one with --zip"));
    if (!zip->starts_with("PK"))
        return fail(unusable(path, path + " is not a zip file", "Give another one with --zip"));
    if (zip->size() > kMostZipBytes)
        return fail(unusable(path, path + " is larger than 50 MB", "Give a smaller one with --zip"));
    return zip;
}

NewFunction newFunction(const Deployment& deployment, std::string name, std::string zip)
{
    const bool isPython = deployment.language == FunctionLanguage::Python;
    NewFunction function;
    function.name = std::move(name);
    function.role = deployment.role;
    function.runtime = isPython ? "python3.12" : "provided.al2023";
    function.handler = isPython ? "tierscope_handler.handler" : "bootstrap";
    function.architecture = deployment.architecture;
    function.zip = std::move(zip);
    function.memory = deployment.memory;
    function.description = fmt::format("Tierscope {} measures memory tiers with this function", kVersion);
    function.tags = {{kDeployedTag, kDeployedValue}};
    return function;
}

} // namespace

Result<std::string> findPackage(FunctionLanguage language, const std::string& architecture)
{
    const std::string name = fmt::format("tierscope-function-{}.zip", language == FunctionLanguage::Python ? "python" : architecture);
    std::error_code problem;
    const std::string here = std::filesystem::read_symlink("/proc/self/exe", problem).parent_path();
    for (const std::string& candidate : {here + "/../share/tierscope/lambda/" + name, here + "/../lambda/" + name}) {
        if (::access(candidate.c_str(), R_OK) == 0)
            return std::filesystem::weakly_canonical(candidate, problem).string();
    }
    return fail(Error{ErrorCode::NotFound,
                      fmt::format("the package {} is not there", name),
                      "Build it, or give another one with --zip",
                      ErrorDetail::PackageMissing,
                      {name}});
}

Result<FunctionConfiguration> deployFunction(const LambdaClient& client, const Deployment& deployment, const std::stop_token& stop)
{
    const auto function = parseFunctionName(deployment.function);
    if (!function)
        return fail(function.error());
    auto zip = readZip(deployment);
    if (!zip)
        return fail(std::move(zip.error()));
    auto existing = client.getConfiguration(*function, stop);
    if (!existing && existing.error().type != "ResourceNotFoundException")
        return fail(std::move(existing.error().error));
    if (!existing) {
        if (deployment.role.empty())
            return fail(Error{ErrorCode::InvalidArgument, "a new function needs a role to run as", "Give its ARN with --role",
                              ErrorDetail::RoleMissing});
        auto created = client.createFunction(newFunction(deployment, function->name, std::move(*zip)), stop);
        if (!created)
            return fail(std::move(created.error().error));
        return plain(client.waitUntilReady(*function, kReadyPatience, stop));
    }
    if (auto ours = checkIsOurs(client, *existing, stop); !ours)
        return fail(std::move(ours.error()));
    const NewFunction wanted = newFunction(deployment, function->name, {});
    if (existing->runtime != wanted.runtime)
        return fail(Error{ErrorCode::InvalidArgument,
                          fmt::format("the function {} has the runtime {}", existing->name, existing->runtime),
                          "Remove it first, or choose another name with --function",
                          ErrorDetail::FunctionHasRuntime,
                          {existing->name, existing->runtime}});
    auto updated = client.updateCode(*function, *zip, deployment.architecture, existing->revision, stop);
    if (!updated)
        return fail(std::move(updated.error().error));
    return plain(client.waitUntilReady(*function, kReadyPatience, stop));
}

Result<void> removeFunction(const LambdaClient& client, const std::string& function, const std::stop_token& stop)
{
    const auto name = parseFunctionName(function);
    if (!name)
        return fail(name.error());
    auto existing = client.getConfiguration(*name, stop);
    if (!existing)
        return fail(std::move(existing.error().error));
    return checkIsOurs(client, *existing, stop).and_then([&]() -> Result<void> {
        auto deleted = client.deleteFunction(*name, stop);
        if (!deleted)
            return fail(std::move(deleted.error().error));
        return {};
    });
}

} // namespace tierscope::core
