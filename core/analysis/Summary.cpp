// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/Summary.h"

#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace tierscope::core {

namespace {

/// Orders rows: unlimited after every tier, then mode, then cap.
using RowKey = std::tuple<bool, int, ScheduleMode, int>;

RowKey keyOf(const Sample& sample)
{
    return {sample.memory == kUnlimitedTier, sample.memory.value, sample.mode, sample.cap};
}

/// A good one; it counts only where there is nothing warm.
bool isColdStart(const Sample& sample)
{
    return sample.ok && !sample.warmup && sample.cold;
}

struct Group {
    const Sample* first = nullptr;
    const Sample* firstCounted = nullptr;
    std::vector<double> seconds;
    std::vector<double> costs;
    int failed = 0;
    int cold = 0;
};

SummaryRow makeRow(const Group& group)
{
    // Failed samples may lack what only a whole run tells.
    const Sample& shown = group.firstCounted != nullptr ? *group.firstCounted : *group.first;
    SummaryRow row;
    row.memory = shown.memory;
    row.vcpus = shown.vcpus;
    row.share = shown.share;
    row.mode = shown.mode;
    row.cap = shown.cap;
    row.dilation = shown.dilation;
    row.limiter = shown.limiter;
    row.n = static_cast<int>(group.seconds.size());
    row.failed = group.failed;
    row.medianSeconds = median(group.seconds);
    row.madSeconds = medianAbsoluteDeviation(group.seconds);
    row.interval = medianInterval(group.seconds);
    row.meanSeconds = mean(group.seconds);
    row.p5Seconds = quantile(group.seconds, 0.05);
    row.p95Seconds = quantile(group.seconds, 0.95);
    row.outliers = markOutliers(group.seconds).count();
    row.isCold = group.firstCounted != nullptr && group.firstCounted->cold;
    row.coldApart = row.isCold ? 0 : group.cold;
    if (!group.costs.empty())
        row.costUsd = median(group.costs);
    return row;
}

void compareWithSequential(std::vector<SummaryRow>& rows)
{
    std::map<MemoryMb, double> sequential;
    for (const SummaryRow& row : rows) {
        if (row.mode == ScheduleMode::Sequential && row.n > 0)
            sequential[row.memory] = row.medianSeconds;
    }
    for (SummaryRow& row : rows) {
        const auto base = sequential.find(row.memory);
        if (row.mode == ScheduleMode::Sequential || row.n == 0 || base == sequential.end() || row.medianSeconds <= 0)
            continue;
        row.speedup = base->second / row.medianSeconds;
        row.efficiency = *row.speedup / row.cap;
    }
}

} // namespace

std::vector<const Sample*> statisticSamples(const std::vector<Sample>& samples)
{
    std::set<RowKey> warm;
    for (const Sample& sample : samples) {
        if (sample.isCounted())
            warm.insert(keyOf(sample));
    }
    std::vector<const Sample*> chosen;
    for (const Sample& sample : samples) {
        if (sample.isCounted() || (isColdStart(sample) && !warm.contains(keyOf(sample))))
            chosen.push_back(&sample);
    }
    return chosen;
}

std::vector<SummaryRow> summarise(const std::vector<Sample>& samples, const CostBasis* basis)
{
    std::map<RowKey, Group> groups;
    for (const Sample& sample : samples) {
        if (sample.ok && sample.warmup)
            continue;
        Group& group = groups[keyOf(sample)];
        if (group.first == nullptr)
            group.first = &sample;
        group.failed += sample.ok ? 0 : 1;
        group.cold += isColdStart(sample) ? 1 : 0;
    }
    for (const Sample* sample : statisticSamples(samples)) {
        Group& group = groups[keyOf(*sample)];
        if (group.firstCounted == nullptr)
            group.firstCounted = sample;
        group.seconds.push_back(sample->wallSeconds);
        if (const auto cost = basis != nullptr ? sampleCost(*sample, *basis) : sample->costUsd)
            group.costs.push_back(*cost);
    }
    std::vector<SummaryRow> rows;
    rows.reserve(groups.size());
    for (const auto& [key, group] : groups)
        rows.push_back(makeRow(group));
    compareWithSequential(rows);
    return rows;
}

} // namespace tierscope::core
