// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/base/JsonReader.h"
#include "core/base/Text.h"
#include "core/exchange/ExperimentImport.h"
#include "core/exchange/ExperimentJson.h"
#include "core/runner/RunReport.h"
#include "core/runner/RunRequest.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <fmt/format.h>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>

namespace tierscope::core {

namespace {

/// Beyond any time, share or factor.
constexpr double kMostNumber = 1e12;
constexpr int kMost = std::numeric_limits<int>::max();
constexpr const char* kRemedy = "Give a file that tierscope-cli export --format json has written, or a runner's lines";

/// A member that is a number or null; nothing where it is missing too.
std::optional<double> number(JsonReader& reader, const nlohmann::json& json, const char* key)
{
    const auto found = json.find(key);
    if (found == json.end() || found->is_null())
        return std::nullopt;
    if (!found->is_number()) {
        reader.reject(fmt::format("\"{}\" is not a number", key), {});
        return std::nullopt;
    }
    return found->get<double>();
}

double number(JsonReader& reader, const nlohmann::json& json, const char* key, double fallback, double least)
{
    const double value = number(reader, json, key).value_or(fallback);
    if (!(value >= least && value <= kMostNumber))
        reader.reject(fmt::format("\"{}\" is not from {} to {}", key, least, kMostNumber), {});
    return value;
}

/// "2026-01-31T09:15:02Z" as Unix time in milliseconds; 0 where it is not that.
std::int64_t unixMs(const nlohmann::json& json, const char* key)
{
    const auto found = json.find(key);
    if (found == json.end() || !found->is_string())
        return 0;
    std::tm parts{};
    const char* rest = strptime(found->get_ref<const std::string&>().c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return rest != nullptr && *rest == '\0' ? std::int64_t{timegm(&parts)} * 1000 : 0;
}

int integer(JsonReader& reader, const char* key, int least, int fallback)
{
    return static_cast<int>(reader.integer(key, least, kMost, fallback));
}

void readTasks(JsonReader& reader, const nlohmann::json& json, std::vector<TaskRecord>& tasks)
{
    const auto found = json.find("tasks");
    if (found == json.end())
        return;
    if (!found->is_array())
        return reader.reject("\"tasks\" is not a list", {});
    for (const nlohmann::json& element : *found) {
        auto task = decodeTask(element);
        if (!task)
            return reader.reject(task.error());
        tasks.push_back(std::move(*task));
    }
}

std::optional<std::int64_t> count(JsonReader& reader, const nlohmann::json& json, const char* key)
{
    const auto found = json.find(key);
    if (found == json.end() || found->is_null())
        return std::nullopt;
    return reader.integer(key, 0, std::numeric_limits<std::int64_t>::max());
}

/// [[at_ns, used_ns, throttled_ns], …], none of which goes back.
void readTrace(JsonReader& reader, const nlohmann::json& json, CpuTrace& trace)
{
    const auto found = json.find("cpu_trace");
    if (found == json.end())
        return;
    const auto isTime = [](const nlohmann::json& value) { return value.is_number_integer() && value >= 0; };
    for (const nlohmann::json& element : *found) {
        CpuTracePoint point;
        if (element.is_array() && element.size() == 3 && std::all_of(element.begin(), element.end(), isTime))
            point = {Nanoseconds(element[0].get<std::int64_t>()), Nanoseconds(element[1].get<std::int64_t>()),
                     Nanoseconds(element[2].get<std::int64_t>())};
        else
            return reader.reject("a point of \"cpu_trace\" is not three whole numbers", {});
        const CpuTracePoint before = trace.empty() ? CpuTracePoint{} : trace.back();
        if (point.at < before.at || point.used < before.used || point.throttled < before.throttled)
            return reader.reject("\"cpu_trace\" goes back", {});
        trace.push_back(point);
    }
}

Result<Sample> decodeSample(const nlohmann::json& json, int position)
{
    JsonReader reader(json, "the run", ErrorCode::Corrupt);
    Sample sample;
    if (!json.is_object())
        return fail(reader.status().error());
    sample.planIndex = integer(reader, "plan_index", 0, position);
    const std::optional<double> memory = number(reader, json, "memory_mb");
    sample.memory = memory ? MemoryMb{integer(reader, "memory_mb", 1, 1)} : kUnlimitedTier;
    sample.vcpus = integer(reader, "vcpus", 0, 0);
    sample.share = CpuShare{number(reader, json, "share", 0, 0)};
    if (auto mode = parseScheduleMode(reader.text("mode")))
        sample.mode = *mode;
    else if (reader.isGood())
        reader.reject(mode.error());
    sample.cap = integer(reader, "cap", 0, 1);
    sample.repeat = integer(reader, "repeat", 0, 0);
    sample.warmup = reader.flag("warmup", false);
    sample.cold = reader.flag("cold", false);
    sample.ok = reader.flag("ok", true);
    sample.wallSeconds = number(reader, json, "wall_s", 0, 0);
    sample.dilation = Dilation{number(reader, json, "dilation", 1, 1)};
    sample.limiter = reader.text("limiter", "");
    sample.cpuSeconds = number(reader, json, "cpu_s");
    sample.throttledSeconds = number(reader, json, "throttled_s");
    sample.quotaPeriods = count(reader, json, "quota_periods");
    sample.throttledPeriods = count(reader, json, "throttled_periods");
    sample.billedMs = number(reader, json, "billed_ms");
    sample.initMs = number(reader, json, "init_ms");
    sample.maxMemoryMb = number(reader, json, "max_memory_mb");
    // Local seconds are priced anew; what AWS has billed stays.
    if (sample.limiter == "lambda")
        sample.costUsd = number(reader, json, "cost_usd");
    sample.error = reader.text("error", "");
    sample.startedAtMs = unixMs(json, "started_at");
    sample.cpuModel = reader.text("cpu_model", "");
    sample.arch = reader.text("arch", "");
    readTasks(reader, json, sample.tasks);
    readTrace(reader, json, sample.cpuTrace);
    sample.taskCount = integer(reader, "task_count", 0, static_cast<int>(sample.tasks.size()));
    return reader.status().map([&] { return std::move(sample); });
}

Host decodeHost(const nlohmann::json& json)
{
    Host host;
    JsonReader reader(json, "the host", ErrorCode::Corrupt);
    host.usableCpus = integer(reader, "usable_cpus", 0, 0);
    host.onlineCpus = integer(reader, "online_cpus", 0, 0);
    host.cpuModel = reader.text("cpu_model", "");
    host.arch = reader.text("arch", "");
    host.memoryMb = integer(reader, "memory_mb", 0, 0);
    return reader.isGood() ? host : Host{};
}

Result<void> readSamples(const nlohmann::json& list, std::vector<Sample>& samples)
{
    std::set<int> planned;
    for (const nlohmann::json& element : list) {
        const int position = static_cast<int>(samples.size());
        auto sample = decodeSample(element, position);
        if (!sample)
            return fail(ErrorCode::Corrupt, fmt::format("run {} of \"samples\": {}", position + 1, sample.error().message), kRemedy);
        if (!planned.insert(sample->planIndex).second)
            return fail(ErrorCode::Corrupt, fmt::format("run {} of \"samples\" is there twice", position + 1), kRemedy);
        samples.push_back(std::move(*sample));
    }
    return {};
}

void fillEntry(ExperimentRecord& record, const nlohmann::json& json)
{
    ExperimentEntry& entry = record.entry;
    // The file's own name is made from the spec where a person has not given one.
    entry.name = record.spec.name;
    entry.isNamed = !entry.name.empty();
    entry.status = ExperimentStatus::Imported;
    entry.createdAtMs = unixMs(json, "created_at");
    entry.backend = record.spec.backend;
    entry.workload = record.spec.workload;
    entry.taskCount = record.spec.tasks;
    entry.plannedRuns = entry.finishedRuns = static_cast<int>(record.samples.size());
}

} // namespace

Result<ImportedExperiment> importExperimentJson(std::string_view text, const std::string& name)
{
    const auto json = parseJson(text, "the file", ErrorCode::Corrupt);
    if (!json)
        return fail(Error{ErrorCode::Corrupt, json.error().message, kRemedy});
    JsonReader reader(*json, "the file", ErrorCode::Corrupt);
    if (const std::int64_t version = reader.integer("version", 1, kMost); reader.isGood() && version != kExportVersion)
        return fail(ErrorCode::Corrupt, fmt::format("the file has version {} of the format", version), "Take a later Tierscope");
    const nlohmann::json* spec = reader.object("spec");
    const nlohmann::json* samples = reader.array("samples");
    const std::string source = reader.text("source", "");
    if (const auto status = reader.status(); !status)
        return fail(Error{ErrorCode::Corrupt, status.error().message, kRemedy});

    ImportedExperiment imported;
    ExperimentRecord& record = imported.record;
    record.readOnly = true;
    record.source = source.empty() ? fmt::format("imported from {}", name) : source;
    auto decoded = decodeSpec(*spec);
    if (!decoded)
        return fail(ErrorCode::Corrupt, fmt::format("\"spec\" of the file: {}", decoded.error().message), kRemedy);
    record.spec = std::move(*decoded);
    if (const auto host = json->find("host"); host != json->end() && host->is_object())
        record.host = decodeHost(*host);
    if (const auto read = readSamples(*samples, record.samples); !read)
        return fail(read.error());
    fillEntry(record, *json);
    return imported;
}

} // namespace tierscope::core
