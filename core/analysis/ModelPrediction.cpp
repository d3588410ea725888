// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/ModelFit.h"
#include "core/analysis/ModelParameters.h"
#include "core/analysis/Summary.h"
#include "core/tier/QuotaLaw.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace tierscope::core {

namespace {

/// 95 % quantile of the normal distribution: 5 % on either side of a 90 % interval.
constexpr double kNormal95 = 1.6448536269514722;

/// Standard deviations of log seconds that are allowed for what lies outside the observations: for each doubling of memory beyond them, for
/// each doubling of the tasks, for a cap that was never seen, for a mode that was never seen.
constexpr double kOctaveSd = 0.015;
constexpr double kTaskDoublingSd = 0.005;
constexpr double kCapSd = 0.015;
constexpr double kModeSd = 0.03;

/// 95 % quantile of Student's t (Abramowitz and Stegun 1964, 26.7.5; within 1 % from 4 degrees of freedom).
double student95(double freedom)
{
    const double z = kNormal95;
    const double z3 = z * z * z;
    const double z5 = z3 * z * z;
    return z + (z3 + z) / (4 * freedom) + (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom * freedom);
}

double square(double value)
{
    return value * value;
}

/// What the condition has that the observations do not, and the variance allowed for it.
struct Extrapolation {
    std::vector<std::string> texts;
    double variance = 0;

    void add(std::string text, double sd)
    {
        texts.push_back(std::move(text));
        variance += sd * sd;
    }
};

double octaves(double from, double to)
{
    return std::abs(std::log2(to / from));
}

Extrapolation extrapolationOf(const ObservedRange& observed, const RunCondition& run)
{
    Extrapolation result;
    const auto memory = static_cast<double>(run.memory.value);
    if (run.memory != kUnlimitedTier && observed.mostMemory.value > 0) {
        if (run.memory < observed.leastMemory)
            result.add(fmt::format("below the observed {}", tierName(observed.leastMemory)),
                       kOctaveSd * octaves(observed.leastMemory.value, memory));
        else if (run.memory > observed.mostMemory)
            result.add(fmt::format("above the observed {}", tierName(observed.mostMemory)),
                       kOctaveSd * octaves(observed.mostMemory.value, memory));
    } else if (observed.mostMemory.value > 0) {
        result.add("without a limit, which was not observed", kModeSd);
    } else if (run.memory != kUnlimitedTier) {
        result.add("under a quota, which was not observed", kModeSd);
    }
    const bool seen = run.mode == ScheduleMode::Sequential ? observed.hasSequential
                      : run.mode == ScheduleMode::Parallel ? observed.hasParallel
                                                           : observed.hasPool;
    if (!seen)
        result.add(fmt::format("no {} run was observed", scheduleModeName(run.mode)), kModeSd);
    if (run.mode != ScheduleMode::Sequential && run.cap > observed.mostCap)
        result.add(fmt::format("{} processes at once, where at most {} were observed", run.cap, observed.mostCap), kCapSd);
    if (run.tasks < observed.leastTasks)
        result.add(fmt::format("fewer tasks than the observed {}", observed.leastTasks),
                   kTaskDoublingSd * octaves(observed.leastTasks, run.tasks));
    else if (run.tasks > observed.mostTasks)
        result.add(fmt::format("more tasks than the observed {}", observed.mostTasks),
                   kTaskDoublingSd * octaves(observed.mostTasks, run.tasks));
    return result;
}

/// Gradient x covariance x gradient.
double parameterVariance(const FittedModel& fitted, const RunCondition& run)
{
    const std::vector<double> slope = logSlope(fitted.model, run, fitted.uncertain);
    const std::size_t size = slope.size();
    double variance = 0;
    for (std::size_t left = 0; left < size; ++left) {
        for (std::size_t right = 0; right < size; ++right)
            variance += slope[left] * fitted.covariance[left * size + right] * slope[right];
    }
    return std::max(0.0, variance);
}

/// Where in a period a run begins is chance: its end moves by a uniformly spread part of the time in which it is throttled. Relative to the
/// run.
double phaseSpread(const FittedModel& fitted, const RunCondition& run, double seconds)
{
    const double processes = run.mode == ScheduleMode::Sequential ? 1 : std::min({run.cap, run.tasks, std::max(1, run.vcpus)});
    const double throttled = std::max(0.0, 1 - modelShare(fitted.model, run) / processes);
    return std::chrono::duration<double>(kLambdaPeriod).count() * throttled / seconds / std::sqrt(12.0);
}

std::string percent(double part)
{
    return fmt::format("{:.3g} %", part * 100);
}

} // namespace

const char* fixedReasonText(FixedParameter::Reason reason)
{
    using enum FixedParameter::Reason;
    switch (reason) {
    case ByLaw:
        return "it is a convention or AWS's law, and was not asked to be fitted";
    case NoProcesses:
        return "no parallel or pool run is among the observations";
    case NeverTwoBusy:
        return "no observed run keeps more than one vCPU busy";
    case NoLowShare:
        return "it shows only between tiers well below and tiers above one vCPU";
    case NoShortRun:
        return "no observed run is so short that one period of the quota matters";
    case TooFewConditions:
        return "there are fewer distinct observations than parameters";
    case NotNeeded:
        return "the observations are explained as well without it";
    }
    return "";
}

Prediction predict(const FittedModel& fitted, const RunCondition& condition)
{
    Extrapolation extrapolation = extrapolationOf(fitted.observed, condition);
    Prediction prediction;
    prediction.condition = condition;
    prediction.seconds = predictSeconds(fitted.model, condition);
    const double variance = square(fitted.residualSd) + parameterVariance(fitted, condition) + extrapolation.variance;
    const double quantile = student95(fitted.degreesOfFreedom);
    // The phase adds time where the rest multiplies it: of a very short run it may be many times the length.
    const double phase = std::log1p(quantile * phaseSpread(fitted, condition, prediction.seconds));
    const double factor = std::exp(std::sqrt(square(quantile) * variance + square(phase)));
    prediction.low = prediction.seconds / factor;
    prediction.high = prediction.seconds * factor;
    prediction.extrapolations = std::move(extrapolation.texts);
    return prediction;
}

std::vector<ModelPoint> modelCurve(const FittedModel& fitted, ScheduleMode mode, int cap, int tasks, MemoryMb from, MemoryMb to, int points)
{
    from = std::max(from, kSmallestTier);
    to = std::min(to, kLargestTier);
    if (from > to || points < 2)
        return {};
    std::vector<int> sizes;
    for (int point = 0; point < points; ++point) {
        const double part = static_cast<double>(point) / (points - 1);
        sizes.push_back(static_cast<int>(std::lround(from.value * std::pow(static_cast<double>(to.value) / from.value, part))));
    }
    for (const MemoryMb last : stepTiers()) {
        for (const int size : {last.value, last.value + 1}) {
            if (size > from.value && size < to.value)
                sizes.push_back(size);
        }
    }
    std::sort(sizes.begin(), sizes.end());
    sizes.erase(std::unique(sizes.begin(), sizes.end()), sizes.end());

    std::vector<ModelPoint> curve;
    for (const int size : sizes) {
        const MemoryMb memory{size};
        const int vcpus = visibleVcpus(memory);
        const int processes = mode == ScheduleMode::Sequential ? 1 : cap > 0 ? cap : vcpus;
        const Prediction prediction = predict(fitted, {memory, vcpus, mode, processes, tasks});
        curve.push_back({memory, prediction.seconds, prediction.low, prediction.high});
    }
    return curve;
}

ModelFinding modelFinding(const FittedModel& fitted)
{
    const auto isFixed = [&](ModelParameter parameter) {
        return std::any_of(fitted.fixed.begin(), fitted.fixed.end(),
                           [&](const FixedParameter& fixed) { return fixed.parameter == parameter; });
    };
    ModelFinding finding;
    finding.meanError = fitted.meanError;
    finding.taskCpuSeconds = fitted.model.taskCpuSeconds;
    finding.conditions = fitted.conditions;
    if (!isFixed(ModelParameter::StartCpuSeconds))
        finding.startSeconds = fitted.model.startCpuSeconds;
    if (!isFixed(ModelParameter::Contention))
        finding.contention = fitted.model.contention;
    return finding;
}

std::string modelFindingText(const ModelFinding& finding)
{
    std::string text =
        fmt::format("The model is off by {} on average over {} {}: {} of CPU a task", percent(finding.meanError), finding.conditions,
                    finding.conditions == 1 ? "condition" : "conditions", formatSeconds(finding.taskCpuSeconds));
    if (finding.startSeconds)
        text += fmt::format(", {} to start a process", formatSeconds(*finding.startSeconds));
    if (finding.contention)
        text += fmt::format(", {} more for each further busy vCPU", percent(*finding.contention));
    return text;
}

} // namespace tierscope::core
