// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/ModelFit.h"
#include "core/base/UniqueFd.h"
#include "core/exchange/ObservationsCsv.h"
#include "core/tier/TierCatalogue.h"

#include <cmath>
#include <cstdlib>
#include <functional>
#include <gtest/gtest.h>
#include <map>
#include <random>
#include <sstream>

namespace tierscope::core::test {

/// The published measurements of 2021: eight tiers, both modes.
inline std::vector<Observation> referenceObservations()
{
    const auto text = readFile(TIERSCOPE_RESOURCES "/reference/article-2021-12.csv");
    EXPECT_TRUE(text);
    auto observations = text ? parseObservations(*text) : std::vector<Observation>{};
    EXPECT_TRUE(observations);
    return observations.value_or(std::vector<Observation>{});
}

/// Single-threaded tables by source, as observations of one task.
inline std::map<std::string, std::vector<Observation>> singleThreadTables()
{
    std::map<std::string, std::vector<Observation>> tables;
    std::istringstream lines(readFile(TIERSCOPE_FIXTURES "/measurements/single-thread-tables.csv").value_or(std::string{}));
    for (std::string line; std::getline(lines, line);) {
        std::istringstream cells(line);
        std::string source;
        std::string memory;
        std::string seconds;
        std::getline(cells, source, ',');
        std::getline(cells, memory, ',');
        std::getline(cells, seconds);
        if (source.starts_with('#') || source == "source")
            continue;
        const MemoryMb tier{std::stoi(memory)};
        tables[source].push_back({tier, visibleVcpus(tier), ScheduleMode::Sequential, 1, 1, std::stod(seconds)});
    }
    EXPECT_EQ(tables.size(), 2U);
    return tables;
}

inline RunCondition runAt(int memory, ScheduleMode mode, int tasks = 10)
{
    const int vcpus = visibleVcpus(MemoryMb{memory});
    return {MemoryMb{memory}, vcpus, mode, mode == ScheduleMode::Sequential ? 1 : vcpus, tasks};
}

inline Observation observe(const PerformanceModel& truth, const RunCondition& run, double factor = 1)
{
    return {run.memory, run.vcpus, run.mode, run.cap, run.tasks, predictSeconds(truth, run) * factor};
}

/// Rows whose tier `isChosen`, and the others.
struct Split {
    std::vector<Observation> chosen;
    std::vector<Observation> others;
};
inline Split splitBy(const std::vector<Observation>& all, const std::function<bool(int)>& isChosen)
{
    Split split;
    for (const Observation& row : all)
        (isChosen(row.memory.value) ? split.chosen : split.others).push_back(row);
    return split;
}

inline FittedModel fitted(const std::vector<Observation>& observations, const FitOptions& options = {})
{
    auto model = fitModel(observations, options);
    EXPECT_TRUE(model) << (model ? std::string{} : model.error().sentence());
    return model.value_or(FittedModel{});
}

/// Mean absolute relative error.
inline double errorOn(const FittedModel& model, const std::vector<Observation>& rows)
{
    double sum = 0;
    for (const Observation& row : rows)
        sum += std::abs(predict(model, row.condition()).seconds / row.seconds - 1);
    return sum / static_cast<double>(rows.size());
}

} // namespace tierscope::core::test
