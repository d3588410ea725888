// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
//
// The model's two promises: a prediction of 200 tasks takes less than 1 ms, a fit less than 200 ms.
#include "core/analysis/AdaptiveSweep.h"
#include "core/analysis/ModelFit.h"
#include "core/exchange/ObservationsCsv.h"
#include "core/tier/TierCatalogue.h"

#include <benchmark/benchmark.h>
#include <cmath>

namespace {

using namespace tierscope::core; // NOLINT(google-build-using-namespace)

std::vector<Observation> reference()
{
    return *parseObservations(observationsToCsv(referenceExperiment()));
}

RunCondition manyTasks(int tasks)
{
    return {kLargestTier, visibleVcpus(kLargestTier), ScheduleMode::Parallel, visibleVcpus(kLargestTier), tasks};
}

void predictRun(benchmark::State& state)
{
    const auto fitted = fitModel(reference());
    for (auto _ : state)
        benchmark::DoNotOptimize(predictSeconds(fitted->model, manyTasks(static_cast<int>(state.range(0)))));
}
BENCHMARK(predictRun)->Arg(10)->Arg(200)->Arg(1'000'000)->Unit(benchmark::kMicrosecond);

void predictWithInterval(benchmark::State& state)
{
    const auto fitted = fitModel(reference());
    for (auto _ : state)
        benchmark::DoNotOptimize(predict(*fitted, manyTasks(static_cast<int>(state.range(0)))).seconds);
}
BENCHMARK(predictWithInterval)->Arg(200)->Unit(benchmark::kMicrosecond);

void fitReference(benchmark::State& state)
{
    const auto rows = reference();
    for (auto _ : state)
        benchmark::DoNotOptimize(fitModel(rows)->meanError);
}
BENCHMARK(fitReference)->Unit(benchmark::kMillisecond);

/// Ten thousand rows: of the reference's conditions over and over, or as many tiers as there are.
void fitManyRows(benchmark::State& state)
{
    const auto base = reference();
    const bool isDistinct = state.range(0) != 0;
    std::vector<Observation> rows;
    for (int row = 0; row < 10'000; ++row) {
        Observation observation = base[static_cast<std::size_t>(row) % base.size()];
        if (isDistinct)
            observation.memory.value = 128 + row;
        observation.seconds *= 1 + 0.01 * std::sin(row);
        rows.push_back(observation);
    }
    for (auto _ : state)
        benchmark::DoNotOptimize(fitModel(rows)->meanError);
}
BENCHMARK(fitManyRows)->Arg(0)->Arg(1)->ArgName("distinct")->Unit(benchmark::kMillisecond);

void adaptiveStep(benchmark::State& state)
{
    const auto rows = reference();
    SweepCandidates candidates{SweepGoal::Knee, {}};
    for (const Observation& row : rows)
        candidates.conditions.push_back(row.condition());
    const std::vector<Observation> measured(rows.begin() + 3, rows.begin() + 5);
    for (auto _ : state)
        benchmark::DoNotOptimize(nextSweepStep(candidates, measured).confidence);
}
BENCHMARK(adaptiveStep)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
