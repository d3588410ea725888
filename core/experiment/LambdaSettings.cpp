// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/experiment/LambdaSettings.h"

#include "core/base/JsonReader.h"
#include "core/base/Text.h"

#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace tierscope::core {

namespace {

using Json = nlohmann::json;

constexpr std::string_view kSettings = "the experiment's Lambda settings";
constexpr std::array<std::string_view, 10> kSettingKeys{
    "function",          "qualifier",   "region",     "profile", "endpoint_url", "contract", "sequential_payloads",
    "parallel_payloads", "concurrency", "cold_starts"};
constexpr std::array<std::string_view, 2> kPayloadKeys{"json", "weight"};
/// Far outside every field's range, which validateSpec's subject is, and inside an int's.
constexpr std::int64_t kMostCount = 1'000'000'000;

Json encodePayloads(const std::vector<WeightedPayload>& payloads)
{
    Json list = Json::array();
    for (const WeightedPayload& payload : payloads)
        list.push_back({{"json", payload.json}, {"weight", payload.weight}});
    return list;
}

void readPayloads(JsonReader& reader, std::string_view key, std::vector<WeightedPayload>& field)
{
    if (!reader.has(key))
        return;
    const Json* list = reader.array(key);
    if (list == nullptr)
        return;
    for (const Json& item : *list) {
        JsonReader member(item, "a payload", ErrorCode::InvalidArgument);
        member.allowOnly(kPayloadKeys);
        WeightedPayload payload;
        payload.json = member.text("json");
        payload.weight = static_cast<int>(member.integer("weight", -kMostCount, kMostCount, 1));
        if (auto status = member.status(); !status)
            return reader.reject(std::move(status.error()));
        field.push_back(std::move(payload));
    }
}

} // namespace

const char* lambdaContractName(LambdaContract contract)
{
    return contract == LambdaContract::Any ? "any" : "own";
}

const WeightedPayload& payloadOf(const std::vector<WeightedPayload>& payloads, int run)
{
    // Each step every payload gains its weight, and the richest is taken and pays for all.
    std::vector<std::int64_t> wealth(payloads.size());
    std::int64_t total = 0;
    for (const WeightedPayload& payload : payloads)
        total += payload.weight;
    std::size_t chosen = 0;
    for (std::int64_t step = 0; step <= (total > 0 ? run % total : 0); ++step) {
        for (std::size_t index = 0; index < payloads.size(); ++index)
            wealth[index] += payloads[index].weight;
        chosen = 0;
        for (std::size_t index = 1; index < payloads.size(); ++index) {
            if (wealth[index] > wealth[chosen])
                chosen = index;
        }
        wealth[chosen] -= total;
    }
    return payloads[chosen];
}

Json encodeLambdaSettings(const LambdaSettings& settings)
{
    return {
        {"function", settings.function},
        {"qualifier", settings.qualifier},
        {"region", settings.region},
        {"profile", settings.profile},
        {"endpoint_url", settings.endpointUrl},
        {"contract", lambdaContractName(settings.contract)},
        {"sequential_payloads", encodePayloads(settings.sequentialPayloads)},
        {"parallel_payloads", encodePayloads(settings.parallelPayloads)},
        {"concurrency", settings.concurrency},
        {"cold_starts", settings.coldStarts},
    };
}

Result<LambdaSettings> decodeLambdaSettings(const Json& json)
{
    JsonReader reader(json, kSettings, ErrorCode::InvalidArgument);
    reader.allowOnly(kSettingKeys);
    LambdaSettings settings;
    settings.function = reader.text("function", settings.function);
    settings.qualifier = reader.text("qualifier", settings.qualifier);
    settings.region = reader.text("region", settings.region);
    settings.profile = reader.text("profile", settings.profile);
    settings.endpointUrl = reader.text("endpoint_url", settings.endpointUrl);
    const std::string contract = reader.text("contract", lambdaContractName(settings.contract));
    if (contract == lambdaContractName(LambdaContract::Any))
        settings.contract = LambdaContract::Any;
    else if (contract != lambdaContractName(LambdaContract::Own))
        reader.reject(fmt::format("{} is not a contract of a function", inQuotes(contract)), "Give own or any");
    readPayloads(reader, "sequential_payloads", settings.sequentialPayloads);
    readPayloads(reader, "parallel_payloads", settings.parallelPayloads);
    settings.concurrency = static_cast<int>(reader.integer("concurrency", -kMostCount, kMostCount, settings.concurrency));
    settings.coldStarts = static_cast<int>(reader.integer("cold_starts", -kMostCount, kMostCount, settings.coldStarts));
    if (auto status = reader.status(); !status)
        return fail(std::move(status.error()));
    return settings;
}

} // namespace tierscope::core
