// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/ModelParameters.h"

#include "core/analysis/Statistics.h"
#include "core/tier/QuotaLaw.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <map>

namespace tierscope::core {

namespace {

/// From the median absolute deviation to the standard deviation of a normal distribution.
constexpr double kNormalMad = 1.4826;

bool startsProcesses(const RunCondition& condition)
{
    return condition.mode != ScheduleMode::Sequential;
}

double lawShare(const RunCondition& condition)
{
    return modelShare(PerformanceModel{}, condition);
}

/// CPUs that a run can use at once by the law.
double usableShare(const RunCondition& condition)
{
    const int processes = startsProcesses(condition) ? std::min(condition.cap, condition.tasks) : 1;
    return std::min<double>(processes, lawShare(condition));
}

/// Whether one period's quota is more than noise in it.
bool isShort(const PooledObservation& observation)
{
    constexpr double kNoticed = 0.02;
    const double gained = std::chrono::duration<double>(kLambdaPeriod).count() * (1 - std::min(1.0, usableShare(observation.condition)));
    return gained > kNoticed * observation.seconds;
}

template <typename Predicate>
bool anyOf(std::span<const PooledObservation> pooled, Predicate predicate)
{
    return std::any_of(pooled.begin(), pooled.end(), predicate);
}

std::optional<FixedParameter::Reason> whyNot(ModelParameter parameter, std::span<const PooledObservation> pooled, const FitOptions& options)
{
    using Reason = FixedParameter::Reason;
    const auto condition = [](auto predicate) { return [predicate](const PooledObservation& row) { return predicate(row.condition); }; };
    const bool hasProcesses = anyOf(pooled, condition(startsProcesses));
    switch (parameter) {
    case ModelParameter::TaskCpuSeconds:
        return std::nullopt;
    case ModelParameter::StartCpuSeconds:
        return hasProcesses ? std::nullopt : std::optional(Reason::NoProcesses);
    case ModelParameter::Contention:
        if (!hasProcesses)
            return Reason::NoProcesses;
        return anyOf(pooled, condition([](const RunCondition& run) { return usableShare(run) > 1; })) ? std::nullopt
                                                                                                      : std::optional(Reason::NeverTwoBusy);
    case ModelParameter::PollShare: {
        constexpr double kLow = 0.5;
        if (!hasProcesses)
            return Reason::NoProcesses;
        const bool low = anyOf(pooled, condition([](const RunCondition& run) { return startsProcesses(run) && lawShare(run) < kLow; }));
        const bool high = anyOf(pooled, condition([](const RunCondition& run) { return startsProcesses(run) && lawShare(run) >= kLow; }));
        return low && high ? std::nullopt : std::optional(Reason::NoLowShare);
    }
    case ModelParameter::FirstPeriod:
        return anyOf(pooled, isShort) ? std::nullopt : std::optional(Reason::NoShortRun);
    case ModelParameter::VcpuMemoryMb: {
        if (!options.fitVcpuSize)
            return Reason::ByLaw;
        const bool under = anyOf(pooled, condition([](const RunCondition& run) { return lawShare(run) < 1; }));
        const bool over = anyOf(pooled, condition([](const RunCondition& run) { return lawShare(run) > 1; }));
        return under && over ? std::nullopt : std::optional(Reason::NoLowShare);
    }
    case ModelParameter::StartSerialFraction:
        return Reason::ByLaw;
    case ModelParameter::WaitSeconds:
        return Reason::NotNeeded;
    }
    return Reason::ByLaw;
}

} // namespace

std::vector<ParameterPrior> parameterPriors(double taskCpuSeconds)
{
    using enum ModelParameter;
    constexpr double kFree = 10; // the scale of a workload is what nobody knows beforehand
    // Medians and spreads cover a C++ fork (1 ms) as well as a Python child with its imports (200 ms); hyperthreads and memory bandwidth on
    // Lambda cost a few per cent a vCPU; a parent that polls every 10 ms uses a few thousandths of a CPU.
    return {
        {TaskCpuSeconds, taskCpuSeconds, kFree, taskCpuSeconds / 50, taskCpuSeconds * 50, true},
        {StartCpuSeconds, 0.015, 1.2, 1e-5, 20, true},
        {StartSerialFraction, 0.5, 0.2, 0, 1, false},
        {Contention, 0.03, 0.8, 1e-4, 2, true},
        {PollShare, 0.003, 1.0, 1e-5, 0.05, true},
        {WaitSeconds, 0, 2, 1e-6, 1e4, true},
        // Published times are mostly means over many calls, which leave nothing of a first period.
        {FirstPeriod, 0.1, 0.3, 0, 1, false},
        {VcpuMemoryMb, 1769, 0.1, 1000, 3000, true},
    };
}

std::vector<PooledObservation> pool(std::span<const Observation> observations)
{
    std::map<RunCondition, std::vector<double>> rows;
    for (const Observation& observation : observations)
        rows[observation.condition()].push_back(std::log(observation.seconds));
    std::vector<PooledObservation> pooled;
    pooled.reserve(rows.size());
    for (const auto& [condition, logs] : rows) {
        const double spread = logs.size() < 3 ? 0 : kNormalMad * medianAbsoluteDeviation(logs);
        pooled.push_back({condition, std::exp(median(logs)), static_cast<int>(logs.size()), spread});
    }
    return pooled;
}

double guessTaskCpu(std::span<const PooledObservation> pooled)
{
    const bool hasSequential = anyOf(pooled, [](const PooledObservation& row) { return !startsProcesses(row.condition); });
    std::vector<double> guesses;
    for (const PooledObservation& row : pooled) {
        if (!hasSequential || !startsProcesses(row.condition))
            guesses.push_back(row.seconds * usableShare(row.condition) / row.condition.tasks);
    }
    return median(guesses);
}

Identifiability identifiable(std::span<const PooledObservation> pooled, const FitOptions& options, std::span<const ParameterPrior> priors)
{
    using enum ModelParameter;
    // What shapes a sweep most comes first, for there may be fewer conditions than parameters.
    constexpr std::array<ModelParameter, kModelParameterCount> kOrder{TaskCpuSeconds, VcpuMemoryMb, StartCpuSeconds,     Contention,
                                                                      FirstPeriod,    PollShare,    StartSerialFraction, WaitSeconds};
    Identifiability result;
    for (const ModelParameter parameter : kOrder) {
        auto reason = whyNot(parameter, pooled, options);
        if (!reason && result.free.size() >= pooled.size())
            reason = FixedParameter::Reason::TooFewConditions;
        if (reason)
            result.fixed.push_back({parameter, priors[static_cast<std::size_t>(parameter)].value, *reason});
        else
            result.free.push_back(parameter);
    }
    std::sort(result.fixed.begin(), result.fixed.end(),
              [](const FixedParameter& left, const FixedParameter& right) { return left.parameter < right.parameter; });
    return result;
}

} // namespace tierscope::core
