// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/Calibration.h"

#include "core/analysis/Statistics.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace tierscope::core {

namespace {

constexpr double kMostFactor = 1000;

PerformanceModel stretched(PerformanceModel model, double factor)
{
    model.taskCpuSeconds *= factor;
    model.startCpuSeconds *= factor;
    return model;
}

/// Log of the factor by bisection: the time of a run grows with it. None where it lies outside the range.
std::optional<double> logFactorOf(const PerformanceModel& model, const Observation& point)
{
    constexpr int kHalvings = 60;
    const auto isTooShort = [&](double logFactor) {
        return predictSeconds(stretched(model, std::exp(logFactor)), point.condition()) < point.seconds;
    };
    double low = -std::log(kMostFactor);
    double high = -low;
    if (!isTooShort(low) || isTooShort(high))
        return std::nullopt;
    for (int halving = 0; halving < kHalvings; ++halving) {
        const double middle = (low + high) / 2;
        (isTooShort(middle) ? low : high) = middle;
    }
    return (low + high) / 2;
}

/// Replaces what the local fit knew of the scale of CPU times by what the points there tell.
void setScaleVariance(FittedModel& model, double variance)
{
    const auto place = std::find(model.uncertain.begin(), model.uncertain.end(), ModelParameter::TaskCpuSeconds);
    const auto size = model.uncertain.size();
    const auto task = static_cast<std::size_t>(place - model.uncertain.begin());
    for (std::size_t other = 0; other < size; ++other) {
        model.covariance[task * size + other] = 0;
        model.covariance[other * size + task] = 0;
    }
    model.covariance[task * size + task] = variance;
}

} // namespace

Result<Calibration> calibrate(const FittedModel& local, std::span<const Observation> measuredThere)
{
    constexpr double kNormal95 = 1.6448536269514722;
    if (measuredThere.empty())
        return fail(ErrorCode::InvalidArgument, "there is no measured run to calibrate by", "Give at least one");
    std::vector<double> logs;
    for (const Observation& point : measuredThere) {
        const auto log = logFactorOf(local.model, point);
        if (!log)
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("{:.4g} s at {} MB cannot be explained by a slower or faster CPU", point.seconds, point.memory.value),
                        "Check that it is the same work");
        logs.push_back(*log);
    }
    const double logFactor = median(logs);
    const double sd = local.residualSd / std::sqrt(static_cast<double>(logs.size()));
    Calibration result;
    result.factor = std::exp(logFactor);
    result.low = std::exp(logFactor - kNormal95 * sd);
    result.high = std::exp(logFactor + kNormal95 * sd);
    result.observations = static_cast<int>(logs.size());
    result.model = local;
    result.model.model = stretched(local.model, result.factor);
    setScaleVariance(result.model, sd * sd);
    return result;
}

std::string calibrationText(const Calibration& calibration)
{
    return fmt::format("A task takes {:.3g} times the CPU time that it takes here (90 % interval {:.3g} to {:.3g}, from {} measured {})",
                       calibration.factor, calibration.low, calibration.high, calibration.observations,
                       calibration.observations == 1 ? "run" : "runs");
}

} // namespace tierscope::core
