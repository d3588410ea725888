// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/Summary.h"

#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace tierscope::core {

namespace {

/// Orders rows: unlimited after every tier, then mode, then cap.
using RowKey = std::tuple<bool, int, ScheduleMode, int>;

RowKey keyOf(const Sample& sample)
{
    return {sample.memory == kUnlimitedTier, sample.memory.value, sample.mode, sample.cap};
}

struct Group {
    const Sample* first = nullptr;
    const Sample* firstCounted = nullptr;
    std::vector<double> seconds;
    std::vector<double> costs;
    int failed = 0;
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

std::vector<SummaryRow> summarise(const std::vector<Sample>& samples)
{
    std::map<RowKey, Group> groups;
    for (const Sample& sample : samples) {
        if (sample.ok && (sample.warmup || sample.cold))
            continue;
        Group& group = groups[keyOf(sample)];
        if (group.first == nullptr)
            group.first = &sample;
        if (!sample.isCounted()) {
            ++group.failed;
            continue;
        }
        if (group.firstCounted == nullptr)
            group.firstCounted = &sample;
        group.seconds.push_back(sample.wallSeconds);
        if (sample.costUsd)
            group.costs.push_back(*sample.costUsd);
    }
    std::vector<SummaryRow> rows;
    rows.reserve(groups.size());
    for (const auto& [key, group] : groups)
        rows.push_back(makeRow(group));
    compareWithSequential(rows);
    return rows;
}

} // namespace tierscope::core
