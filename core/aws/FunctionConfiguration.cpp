// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/aws/FunctionConfiguration.h"

#include "core/aws/FunctionName.h"
#include "core/aws/Signature.h"
#include "core/base/JsonReader.h"

#include <array>
#include <nlohmann/json.hpp>

namespace tierscope::core {

namespace {

constexpr std::string_view kWhat = "Lambda's description of the function";
/// What people set, except the memory size. Everything else follows from these or changes by itself.
constexpr std::array<const char*, 19> kSetByPeople{
    "Runtime",       "Role",          "Handler",   "Description",       "Timeout",      "CodeSha256",          "VpcConfig",
    "Environment",   "KMSKeyArn",     "Layers",    "FileSystemConfigs", "PackageType",  "ImageConfigResponse", "DeadLetterConfig",
    "TracingConfig", "Architectures", "SnapStart", "EphemeralStorage",  "LoggingConfig"};

/// A text that may be missing or null.
std::string textInside(const nlohmann::json& json, const char* object, const char* key)
{
    const auto found = json.find(object);
    return found != json.end() && found->is_object() ? textOf(*found, key) : std::string{};
}

std::string firstText(const nlohmann::json& json, const char* key)
{
    const auto found = json.find(key);
    return found != json.end() && found->is_array() && !found->empty() && found->front().is_string() ? found->front().get<std::string>()
                                                                                                     : std::string{};
}

std::string fingerprintOf(const nlohmann::json& json)
{
    nlohmann::json chosen = nlohmann::json::object();
    for (const char* key : kSetByPeople) {
        if (const auto found = json.find(key); found != json.end() && !found->is_null())
            chosen[key] = *found;
    }
    // Whether a version is optimised follows from its publishing, not from what people set.
    if (const auto snapStart = chosen.find("SnapStart"); snapStart != chosen.end())
        *snapStart = textInside(json, "SnapStart", "ApplyOn");
    return sha256Hex(chosen.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace));
}

std::string withoutQualifier(const std::string& arn)
{
    const auto parsed = parseFunctionName(arn);
    return parsed ? parsed->reference() : arn;
}

} // namespace

std::string FunctionConfiguration::account() const
{
    return parseFunctionName(arn).map([](const FunctionName& function) { return function.account; }).value_or("");
}

std::string FunctionConfiguration::region() const
{
    return parseFunctionName(arn).map([](const FunctionName& function) { return function.region; }).value_or("");
}

Result<FunctionConfiguration> decodeFunctionConfiguration(const nlohmann::json& json)
{
    if (!json.is_object())
        return fail(ErrorCode::Corrupt, std::string(kWhat) + " is not a JSON object");
    JsonReader reader(json, kWhat, ErrorCode::Corrupt);
    FunctionConfiguration function;
    function.arn = withoutQualifier(reader.text("FunctionArn"));
    function.name = reader.text("FunctionName");
    function.memory = MemoryMb{static_cast<int>(reader.integer("MemorySize", 1, 1'000'000))};
    function.timeout = std::chrono::seconds(reader.integer("Timeout", 1, 100'000, 3));
    function.codeBytes = reader.integer("CodeSize", 0, std::int64_t{1} << 50U, 0);
    if (auto status = reader.status(); !status)
        return fail(std::move(status.error()));
    function.version = textOf(json, "Version");
    function.runtime = textOf(json, "Runtime");
    function.handler = textOf(json, "Handler");
    function.architecture = firstText(json, "Architectures");
    if (function.architecture.empty())
        function.architecture = "x86_64";
    function.description = textOf(json, "Description");
    function.packageType = textOf(json, "PackageType");
    function.lastModified = textOf(json, "LastModified");
    function.state = textOf(json, "State");
    function.stateReason = textOf(json, "StateReason");
    function.updateStatus = textOf(json, "LastUpdateStatus");
    function.updateReason = textOf(json, "LastUpdateStatusReason");
    function.revision = textOf(json, "RevisionId");
    function.logFormat = textInside(json, "LoggingConfig", "LogFormat");
    function.hasSnapStart = textInside(json, "SnapStart", "ApplyOn") == "PublishedVersions";
    if (const auto storage = json.find("EphemeralStorage"); storage != json.end() && storage->is_object()) {
        JsonReader size(*storage, "its ephemeral storage", ErrorCode::Corrupt);
        function.ephemeralStorageMb = static_cast<int>(size.integer("Size", 0, 1'000'000, function.ephemeralStorageMb));
    }
    function.fingerprint = fingerprintOf(json);
    return function;
}

} // namespace tierscope::core
