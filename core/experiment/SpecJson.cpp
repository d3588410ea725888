// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/base/JsonReader.h"
#include "core/base/JsonText.h"
#include "core/base/Text.h"
#include "core/experiment/ExperimentSpec.h"
#include "core/runner/RunRequest.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace tierscope::core {

namespace {

using Json = nlohmann::json;

constexpr std::string_view kWhat = "the experiment";
constexpr std::array<std::string_view, 15> kKeys{
    "name",        "backend", "workload", "tasks",          "tiers",         "modes", "cap", "repeats", "precision_percent",
    "max_repeats", "warmup",  "seed",     "task_timeout_s", "run_timeout_s", "lambda"};
/// Far outside every field's range, which is validateSpec's subject, and inside an int's.
constexpr std::int64_t kMost = 1'000'000'000;

/// Takes what a parser made, or gives its error to the reader.
template <typename T>
void take(JsonReader& reader, Result<T> value, T& field)
{
    if (value)
        field = std::move(*value);
    else
        reader.reject(std::move(value.error()));
}

void readInt(JsonReader& reader, std::string_view key, int& field)
{
    field = static_cast<int>(reader.integer(key, -kMost, kMost, field));
}

void readSeconds(JsonReader& reader, const Json& json, std::string_view key, std::chrono::milliseconds& field)
{
    if (!reader.has(key))
        return;
    const Json& value = json.at(std::string(key));
    const double seconds = value.is_number() ? value.get<double>() : NAN;
    if (std::abs(seconds) <= static_cast<double>(kMost))
        field = std::chrono::milliseconds(std::llround(seconds * 1000));
    else
        reader.reject(fmt::format("\"{}\" in {} is not a number of seconds", key, kWhat), "Give seconds such as 2.5, or 0 for none");
}

void readBackend(JsonReader& reader, BackendKind& field)
{
    const std::string name = reader.text("backend", backendKindName(field));
    if (name == backendKindName(BackendKind::Lambda))
        field = BackendKind::Lambda;
    else if (name != backendKindName(BackendKind::Local))
        reader.reject(fmt::format("{} is not a place to measure", inQuotes(name)), "Give local or lambda");
}

void readTiers(JsonReader& reader, const Json& json, std::vector<MemoryMb>& field)
{
    if (!reader.has("tiers"))
        return;
    const Json& value = json.at("tiers");
    if (value.is_string())
        return take(reader, parseTiers(value.get_ref<const std::string&>()), field);
    const auto isTier = [](const Json& item) { return item.is_number_integer() && item >= -kMost && item <= kMost; };
    if (!value.is_array() || value.empty() || !std::all_of(value.begin(), value.end(), isTier))
        return reader.reject(fmt::format("\"tiers\" in {} is not a list of memory tiers", kWhat),
                             "Give whole MB such as [128, 512, 1024], or \"none\"");
    for (const Json& item : value)
        field.push_back(MemoryMb{item.get<int>()});
    std::sort(field.begin(), field.end());
}

void readModes(JsonReader& reader, std::vector<ScheduleMode>& field)
{
    if (!reader.has("modes"))
        return;
    const Json* list = reader.array("modes");
    if (list == nullptr)
        return;
    field.clear();
    for (const Json& item : *list) {
        if (!item.is_string())
            return reader.reject(fmt::format("\"modes\" in {} has something that is not a text", kWhat),
                                 "Give sequential, parallel or pool");
        ScheduleMode mode{};
        take(reader, parseScheduleMode(item.get_ref<const std::string&>()), mode);
        field.push_back(mode);
    }
}

void readCap(JsonReader& reader, const Json& json, CapPolicy& field)
{
    if (!reader.has("cap"))
        return;
    if (const Json& value = json.at("cap"); value.is_string())
        return take(reader, parseCapPolicy(value.get_ref<const std::string&>()), field);
    field.kind = CapPolicy::Kind::Fixed;
    readInt(reader, "cap", field.count);
}

void readSeed(JsonReader& reader, const Json& json, std::uint64_t& field)
{
    if (!reader.has("seed"))
        return;
    if (const Json& value = json.at("seed"); value.is_number_unsigned())
        field = value.get<std::uint64_t>();
    else
        reader.reject(fmt::format("\"seed\" in {} is not a whole number that is 0 or more", kWhat), "Give a number such as 1");
}

Json encodeSeconds(std::chrono::milliseconds time)
{
    if (time.count() % 1000 == 0)
        return time.count() / 1000;
    return static_cast<double>(time.count()) / 1000.0;
}

Json encodeTiers(const std::vector<MemoryMb>& tiers)
{
    if (tiers.empty())
        return "none";
    Json list = Json::array();
    for (const MemoryMb tier : tiers)
        list.push_back(tier.value);
    return list;
}

Json encodeModes(const std::vector<ScheduleMode>& modes)
{
    Json list = Json::array();
    for (const ScheduleMode mode : modes)
        list.push_back(scheduleModeName(mode));
    return list;
}

Json encodeCap(const CapPolicy& cap)
{
    if (cap.kind == CapPolicy::Kind::Fixed)
        return cap.count;
    return formatCapPolicy(cap);
}

} // namespace

Json encodeSpec(const ExperimentSpec& spec)
{
    Json json{
        {"name", spec.name},
        {"backend", backendKindName(spec.backend)},
        {"workload", encodeWorkload(spec.workload)},
        {"tasks", spec.tasks},
        {"tiers", encodeTiers(spec.tiers)},
        {"modes", encodeModes(spec.modes)},
        {"cap", encodeCap(spec.cap)},
        {"repeats", spec.repeats},
        {"warmup", spec.warmup},
        {"seed", spec.seed},
        {"task_timeout_s", encodeSeconds(spec.taskTimeout)},
        {"run_timeout_s", encodeSeconds(spec.runTimeout)},
    };
    if (spec.backend == BackendKind::Lambda)
        json["lambda"] = encodeLambdaSettings(spec.lambda);
    // Only where it says something: a version that does not know it yet refuses keys that it does not know.
    if (spec.precisionPercent != 0) {
        json["precision_percent"] = spec.precisionPercent;
        json["max_repeats"] = spec.maxRepeats;
    }
    return json;
}

Result<ExperimentSpec> decodeSpec(const Json& json)
{
    JsonReader reader(json, kWhat, ErrorCode::InvalidArgument);
    reader.allowOnly(kKeys);
    ExperimentSpec spec;
    spec.name = reader.text("name", spec.name);
    readBackend(reader, spec.backend);
    if (reader.has("workload"))
        take(reader, decodeWorkload(json.at("workload")), spec.workload);
    readInt(reader, "tasks", spec.tasks);
    readTiers(reader, json, spec.tiers);
    readModes(reader, spec.modes);
    readCap(reader, json, spec.cap);
    readInt(reader, "repeats", spec.repeats);
    readInt(reader, "precision_percent", spec.precisionPercent);
    readInt(reader, "max_repeats", spec.maxRepeats);
    readInt(reader, "warmup", spec.warmup);
    readSeed(reader, json, spec.seed);
    readSeconds(reader, json, "task_timeout_s", spec.taskTimeout);
    readSeconds(reader, json, "run_timeout_s", spec.runTimeout);
    if (reader.has("lambda"))
        take(reader, decodeLambdaSettings(json.at("lambda")), spec.lambda);
    if (auto status = reader.status(); !status)
        return fail(std::move(status.error()));
    return spec;
}

std::string specText(const ExperimentSpec& spec)
{
    return jsonText(encodeSpec(spec));
}

Result<ExperimentSpec> parseSpec(std::string_view text, std::string_view what, ErrorCode code)
{
    const auto json = parseJson(text, what, code);
    if (!json)
        return fail(json.error());
    return decodeSpec(*json);
}

} // namespace tierscope::core
