// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/ChartRows.h"

#include <map>
#include <tuple>

namespace tierscope::ui {

std::vector<core::SummaryRow> makeChartRows(const std::vector<core::Sample>& samples)
{
    struct Group {
        const core::Sample* first = nullptr;
        std::vector<double> seconds;
    };
    // Runs without a limit come after every tier, as in core's summary.
    std::map<std::tuple<bool, core::MemoryMb, core::ScheduleMode, int>, Group> groups;
    for (const core::Sample* sample : core::statisticSamples(samples)) {
        Group& group = groups[{sample->memory.value == 0, sample->memory, sample->mode, sample->cap}];
        if (group.first == nullptr)
            group.first = sample;
        group.seconds.push_back(sample->wallSeconds);
    }
    std::vector<core::SummaryRow> rows;
    std::map<core::MemoryMb, double> sequential;
    for (const auto& [key, group] : groups) {
        core::SummaryRow row;
        row.memory = group.first->memory;
        row.vcpus = group.first->vcpus;
        row.share = group.first->share;
        row.mode = group.first->mode;
        row.cap = group.first->cap;
        row.n = static_cast<int>(group.seconds.size());
        row.medianSeconds = core::median(group.seconds);
        row.madSeconds = core::medianAbsoluteDeviation(group.seconds);
        row.dilation = group.first->dilation;
        row.limiter = group.first->limiter;
        // The modes of a tier come in order, sequential first.
        if (row.mode == core::ScheduleMode::Sequential)
            sequential.emplace(row.memory, row.medianSeconds);
        else if (const auto base = sequential.find(row.memory); base != sequential.end() && row.medianSeconds > 0)
            row.speedup = base->second / row.medianSeconds;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace tierscope::ui
