// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/exchange/ExperimentJson.h"

#include "core/analysis/Findings.h"
#include "core/base/JsonText.h"
#include "core/runner/RunReport.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

namespace tierscope::core {

namespace {

/// Keys in the order in which people read them.
using Json = nlohmann::ordered_json;

constexpr int kIndent = 2;

Json orNull(double value)
{
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json orNull(const std::optional<double>& value)
{
    return value ? orNull(*value) : Json(nullptr);
}

Json memoryOrNull(MemoryMb memory)
{
    return memory == kUnlimitedTier ? Json(nullptr) : Json(memory.value);
}

/// "2026-01-31T09:15:02Z"; null when it is not known.
Json utcTime(std::int64_t unixMs)
{
    if (unixMs <= 0)
        return nullptr;
    const std::time_t seconds = unixMs / 1000;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour,
                       parts.tm_min, parts.tm_sec);
}

Json encodeHost(const Host& host)
{
    return {{"usable_cpus", host.usableCpus},
            {"online_cpus", host.onlineCpus},
            {"cpu_model", host.cpuModel},
            {"arch", host.arch},
            {"memory_mb", host.memoryMb}};
}

Json orNull(const std::optional<std::int64_t>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

/// [[at_ns, used_ns, throttled_ns], …]
Json encodeTrace(const CpuTrace& trace)
{
    Json points = Json::array();
    for (const CpuTracePoint& point : trace)
        points.push_back({point.at.count(), point.used.count(), point.throttled.count()});
    return points;
}

Json encodeWallParts(const std::optional<Decomposition>& parts)
{
    if (!parts)
        return nullptr;
    Json json = Json::object();
    for (std::size_t part = 0; part < kWallParts; ++part)
        json[fmt::format("{}_s", wallPartName(static_cast<WallPart>(part)))] = parts->seconds[part];
    return json;
}

Json encodeSample(const Sample& sample, const std::optional<Decomposition>& parts)
{
    Json json = {
        {"memory_mb", memoryOrNull(sample.memory)},
        {"vcpus", sample.vcpus},
        {"share", sample.share.value},
        {"mode", scheduleModeName(sample.mode)},
        {"cap", sample.cap},
        {"repeat", sample.repeat},
        {"warmup", sample.warmup},
        {"cold", sample.cold},
        {"wall_s", orNull(sample.wallSeconds)},
        {"dilation", sample.dilation.factor},
        {"limiter", sample.limiter},
        {"cpu_s", orNull(sample.cpuSeconds)},
        {"throttled_s", orNull(sample.throttledSeconds)},
        {"quota_periods", orNull(sample.quotaPeriods)},
        {"throttled_periods", orNull(sample.throttledPeriods)},
        {"billed_ms", orNull(sample.billedMs)},
        {"init_ms", orNull(sample.initMs)},
        {"max_memory_mb", orNull(sample.maxMemoryMb)},
        {"cost_usd", orNull(sampleCost(sample, defaultCostBasis()))},
        {"ok", sample.ok},
        {"error", sample.error},
        {"started_at", utcTime(sample.startedAtMs)},
        {"plan_index", sample.planIndex},
        {"task_count", sample.taskCount},
        {"cpu_model", sample.cpuModel},
        {"arch", sample.arch},
    };
    json["decomposition"] = encodeWallParts(parts);
    Json tasks = Json::array();
    for (const TaskRecord& task : sample.tasks)
        tasks.push_back(Json(encodeTask(task)));
    json["tasks"] = std::move(tasks);
    json["cpu_trace"] = encodeTrace(sample.cpuTrace);
    return json;
}

Json encodeSummaryRow(const SummaryRow& row)
{
    return {
        {"memory_mb", memoryOrNull(row.memory)},
        {"vcpus", row.vcpus},
        {"share", row.share.value},
        {"mode", scheduleModeName(row.mode)},
        {"cap", row.cap},
        {"n", row.n},
        {"failed", row.failed},
        {"median_s", orNull(row.medianSeconds)},
        {"mad_s", orNull(row.madSeconds)},
        {"mean_s", orNull(row.meanSeconds)},
        {"p5_s", orNull(row.p5Seconds)},
        {"p95_s", orNull(row.p95Seconds)},
        {"ci_low_s", row.interval ? orNull(row.interval->low) : Json(nullptr)},
        {"ci_high_s", row.interval ? orNull(row.interval->high) : Json(nullptr)},
        {"speedup", orNull(row.speedup)},
        {"efficiency", orNull(row.efficiency)},
        {"cost_usd", orNull(row.costUsd)},
        {"outliers", row.outliers},
        {"cold_apart", row.coldApart},
        {"dilation", row.dilation.factor},
        {"limiter", row.limiter},
    };
}

Json encodeFinding(const Finding& finding)
{
    return {
        {"kind", findingKindName(finding.kind)},
        {"memory_mb", memoryOrNull(finding.row.memory)},
        {"mode", scheduleModeName(finding.row.mode)},
        {"cap", finding.row.cap},
        {"text", findingText(finding)},
    };
}

/// Where costs are from. Local seconds that are priced as Lambda's are an estimate.
Json encodePrices(const std::vector<Sample>& samples)
{
    const Tariff& tariff = defaultCostBasis().tariff;
    const bool isEstimate = std::any_of(samples.begin(), samples.end(), [](const Sample& sample) { return sample.limiter != "lambda"; });
    return {{"region", tariff.region},
            {"architecture", architectureName(tariff.architecture)},
            {"as_of", tariff.asOf},
            {"estimate", isEstimate}};
}

Json memoryOrNull(const std::optional<MemoryMb>& memory)
{
    return memory ? memoryOrNull(*memory) : Json(nullptr);
}

Json encodeSpeedup(const SpeedupAnalysis& analysis)
{
    Json rows = Json::array();
    for (const SpeedupRow& row : analysis.rows)
        rows.push_back({{"memory_mb", memoryOrNull(row.parallel.memory)},
                        {"mode", scheduleModeName(row.parallel.mode)},
                        {"cap", row.parallel.cap},
                        {"processors", row.processors},
                        {"ideal_gain", row.idealGain},
                        {"parallel_gain", row.parallelGain},
                        {"gain_low", row.comparison.ratioInterval ? Json(row.comparison.ratioInterval->low) : Json(nullptr)},
                        {"gain_high", row.comparison.ratioInterval ? Json(row.comparison.ratioInterval->high) : Json(nullptr)},
                        {"karp_flatt", orNull(row.serialFraction)},
                        {"tier_gain", orNull(row.tierGain)},
                        {"total_gain", orNull(row.totalGain)}});
    const BreakEven& breakEven = analysis.breakEven;
    return {{"base_mb", memoryOrNull(analysis.base)},
            {"rows", std::move(rows)},
            {"serial_fraction", analysis.amdahl ? Json(analysis.amdahl->serialFraction) : Json(nullptr)},
            {"break_even_mb", memoryOrNull(breakEven.tier)},
            {"break_even_crossing_mb", orNull(breakEven.crossingMb)},
            {"break_even_low_mb", memoryOrNull(breakEven.lowTier)},
            {"break_even_high_mb", memoryOrNull(breakEven.highTier)}};
}

/// The plan_index of each sample that lies apart from the others of its tier, mode and cap.
Json encodeOutliers(const std::vector<Sample>& samples)
{
    std::map<std::tuple<MemoryMb, ScheduleMode, int>, std::vector<const Sample*>> groups;
    for (const Sample* sample : statisticSamples(samples))
        groups[{sample->memory, sample->mode, sample->cap}].push_back(sample);
    std::set<int> outliers;
    for (const auto& [key, group] : groups) {
        std::vector<double> seconds;
        for (const Sample* sample : group)
            seconds.push_back(sample->wallSeconds);
        const OutlierMarks marks = markOutliers(seconds);
        for (std::size_t index = 0; index < group.size(); ++index) {
            if (marks.isOutlier(index))
                outliers.insert(group[index]->planIndex);
        }
    }
    return outliers;
}

Json encodeSamples(const std::vector<Sample>& samples)
{
    const std::vector<std::optional<Decomposition>> parts = decompositions(samples);
    Json list = Json::array();
    for (std::size_t index = 0; index < samples.size(); ++index)
        list.push_back(encodeSample(samples[index], parts[index]));
    return list;
}

template <typename Items, typename Encode>
Json encodeAll(const Items& items, Encode encode)
{
    Json list = Json::array();
    for (const auto& item : items)
        list.push_back(encode(item));
    return list;
}

} // namespace

std::string experimentToJson(const ExperimentRecord& record)
{
    const std::vector<SummaryRow> summary = summarise(record.samples, &defaultCostBasis());
    Json json = {
        {"version", kExportVersion},
        {"id", record.entry.id},
        {"name", record.entry.name},
        {"status", experimentStatusName(record.entry.status)},
        {"created_at", utcTime(record.entry.createdAtMs)},
        {"planned_runs", record.entry.plannedRuns},
        {"source", record.source},
    };
    json["spec"] = Json(encodeSpec(record.spec));
    json["host"] = encodeHost(record.host);
    json["samples"] = encodeSamples(record.samples);
    json["summary"] = encodeAll(summary, encodeSummaryRow);
    json["findings"] = encodeAll(findings(record.samples), encodeFinding);
    json["outliers"] = encodeOutliers(record.samples);
    json["speedup"] = encodeSpeedup(analyseSpeedup(record.samples));
    json["prices"] = encodePrices(record.samples);
    // Output of commands and names of files need not be UTF-8.
    return jsonText(json, kIndent) + '\n';
}

} // namespace tierscope::core
