// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/AdaptiveSweep.h"

#include "core/analysis/Statistics.h"
#include "core/base/Text.h"
#include "core/experiment/ExperimentPlan.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <numbers>
#include <random>

namespace tierscope::core {

namespace {

constexpr int kDraws = 2000;
/// A tier less likely than this to be the answer is not worth a measurement.
constexpr double kWorthMeasuring = 0.05;
/// Gains smaller than this do not change what a person would choose.
constexpr double kNoticedGain = 0.01;
constexpr std::array<const char*, 3> kGoalNames{"fastest", "cheapest", "knee"};

/// One tier: log seconds of its best mode, and how unsure that is (0: measured).
struct TierEstimate {
    MemoryMb memory;
    bool isMeasured = false;
    double logSeconds = 0;
    double sd = 0;
};

/// Standard deviation of log seconds from a 90 % interval.
double sdOf(const Prediction& prediction)
{
    constexpr double kNormal95 = 1.6448536269514722;
    return std::log(prediction.high / prediction.low) / (2 * kNormal95);
}

/// Measured: every one of the tier's conditions has been.
std::vector<TierEstimate> estimateTiers(const SweepCandidates& candidates, std::span<const Observation> observations,
                                        const FittedModel* model)
{
    std::map<RunCondition, std::vector<double>> measured;
    for (const Observation& observation : observations)
        measured[observation.condition()].push_back(std::log(observation.seconds));
    std::map<MemoryMb, TierEstimate> tiers;
    for (const RunCondition& condition : candidates.conditions) {
        const auto rows = measured.find(condition);
        const bool isMeasured = rows != measured.end();
        TierEstimate estimate{condition.memory, isMeasured, 0, 0};
        if (isMeasured) {
            estimate.logSeconds = median(rows->second);
        } else if (model != nullptr) {
            const Prediction prediction = predict(*model, condition);
            estimate.logSeconds = std::log(prediction.seconds);
            estimate.sd = sdOf(prediction);
        }
        const auto [place, isNew] = tiers.emplace(condition.memory, estimate);
        if (isNew)
            continue;
        const bool all = place->second.isMeasured && isMeasured;
        if (estimate.logSeconds < place->second.logSeconds)
            place->second = estimate;
        place->second.isMeasured = all;
    }
    std::vector<TierEstimate> result;
    result.reserve(tiers.size());
    for (const auto& [memory, estimate] : tiers)
        result.push_back(estimate);
    return result;
}

/// What is least where the goal is met best.
std::vector<double> objectives(SweepGoal goal, const std::vector<TierEstimate>& tiers, const std::vector<double>& logSeconds)
{
    std::vector<double> values = logSeconds;
    const auto logMemory = [&](std::size_t tier) { return std::log(std::max(1, tiers[tier].memory.value)); };
    if (goal == SweepGoal::Fastest)
        return values;
    if (goal == SweepGoal::Cheapest) {
        for (std::size_t tier = 0; tier < tiers.size(); ++tier)
            values[tier] += logMemory(tier);
        return values;
    }
    const double width = logMemory(tiers.size() - 1) - logMemory(0);
    const double slope = width > 0 ? (logSeconds.back() - logSeconds.front()) / width : 0;
    for (std::size_t tier = 0; tier < tiers.size(); ++tier)
        values[tier] -= logSeconds.front() + slope * (logMemory(tier) - logMemory(0));
    return values;
}

/// The best tier; a measured one where none that is not beats it noticeably.
std::size_t bestOf(const std::vector<TierEstimate>& tiers, const std::vector<double>& values)
{
    std::size_t best = 0;
    const auto handicapped = [&](std::size_t tier) { return values[tier] + (tiers[tier].isMeasured ? 0 : kNoticedGain); };
    for (std::size_t tier = 1; tier < tiers.size(); ++tier) {
        if (handicapped(tier) < handicapped(best))
            best = tier;
    }
    return best;
}

/// Standard normal numbers, the same with every standard library (Box and Muller 1958).
class NormalDraws {
public:
    double next()
    {
        const double radius = std::sqrt(-2 * std::log(uniform()));
        return radius * std::cos(2 * std::numbers::pi * uniform());
    }

private:
    /// In (0, 1].
    double uniform() { return (static_cast<double>(m_engine() >> 11U) + 1) * 0x1p-53; }

    std::mt19937_64 m_engine{1};
};

/// How often each tier is the answer.
std::vector<double> answerShares(SweepGoal goal, const std::vector<TierEstimate>& tiers)
{
    std::vector<double> shares(tiers.size(), 0);
    NormalDraws normal;
    std::vector<double> logSeconds(tiers.size());
    for (int draw = 0; draw < kDraws; ++draw) {
        for (std::size_t tier = 0; tier < tiers.size(); ++tier)
            logSeconds[tier] = tiers[tier].logSeconds + (tiers[tier].sd > 0 ? tiers[tier].sd * normal.next() : 0);
        shares[bestOf(tiers, objectives(goal, tiers, logSeconds))] += 1.0 / kDraws;
    }
    return shares;
}

/// The tier nearest to one vCPU shows the task alone; the far end in the goal's direction shows what it is about.
std::vector<MemoryMb> firstTiers(SweepGoal goal, const std::vector<TierEstimate>& tiers)
{
    const auto distance = [](const TierEstimate& tier) {
        return std::abs(std::log(static_cast<double>(std::max(1, tier.memory.value)) / kOneVcpuMemory.value));
    };
    const auto middle =
        std::min_element(tiers.begin(), tiers.end(), [&](const auto& left, const auto& right) { return distance(left) < distance(right); });
    const MemoryMb far = goal == SweepGoal::Cheapest ? tiers.front().memory : tiers.back().memory;
    if (far != middle->memory)
        return {middle->memory, far};
    return {middle->memory, goal == SweepGoal::Cheapest ? tiers.back().memory : tiers.front().memory};
}

} // namespace

const char* sweepGoalName(SweepGoal goal)
{
    return kGoalNames.at(static_cast<std::size_t>(goal));
}

Result<SweepGoal> parseSweepGoal(std::string_view text)
{
    const auto* const place = std::find(kGoalNames.begin(), kGoalNames.end(), text);
    if (place == kGoalNames.end())
        return fail(ErrorCode::InvalidArgument, fmt::format("{} is not a goal of an adaptive sweep", inQuotes(text)),
                    "Give fastest, cheapest or knee");
    return static_cast<SweepGoal>(place - kGoalNames.begin());
}

SweepCandidates sweepCandidates(const ExperimentSpec& spec, SweepGoal goal, int usableCpus)
{
    ExperimentSpec once = spec;
    once.warmup = 0;
    once.repeats = 1;
    SweepCandidates candidates{goal, {}};
    for (const PlannedRun& run : makePlan(once, usableCpus)) {
        const int vcpus = run.memory == kUnlimitedTier ? usableCpus : visibleVcpus(run.memory);
        candidates.conditions.push_back({run.memory, vcpus, run.mode, run.cap, spec.tasks});
    }
    std::sort(candidates.conditions.begin(), candidates.conditions.end());
    return candidates;
}

SweepStep nextSweepStep(const SweepCandidates& candidates, std::span<const Observation> observations)
{
    constexpr int kFewTiers = 3;
    const auto fitted = fitModel(observations);
    const std::vector<TierEstimate> tiers = estimateTiers(candidates, observations, fitted ? &*fitted : nullptr);
    SweepStep step;
    step.allTiers = static_cast<int>(tiers.size());
    std::vector<MemoryMb> unmeasured;
    std::vector<double> logSeconds;
    for (const TierEstimate& tier : tiers) {
        logSeconds.push_back(tier.logSeconds);
        if (!tier.isMeasured)
            unmeasured.push_back(tier.memory);
    }
    step.measuredTiers = step.allTiers - static_cast<int>(unmeasured.size());
    if (tiers.empty())
        return step;
    if (step.allTiers < kFewTiers) {
        step.next = unmeasured;
    } else if (step.measuredTiers < 2) {
        const std::vector<MemoryMb> first = firstTiers(candidates.goal, tiers);
        std::copy_if(first.begin(), first.end(), std::back_inserter(step.next),
                     [&](MemoryMb memory) { return std::find(unmeasured.begin(), unmeasured.end(), memory) != unmeasured.end(); });
    }
    if (!fitted)
        return step;
    const std::vector<double> shares = answerShares(candidates.goal, tiers);
    const std::size_t best = bestOf(tiers, objectives(candidates.goal, tiers, logSeconds));
    step.answer = tiers[best].memory;
    step.confidence = shares[best];
    if (!step.next.empty())
        return step;
    std::size_t likeliest = tiers.size();
    for (std::size_t tier = 0; tier < tiers.size(); ++tier) {
        if (!tiers[tier].isMeasured && (likeliest == tiers.size() || shares[tier] > shares[likeliest]))
            likeliest = tier;
    }
    if (!tiers[best].isMeasured)
        step.next = {tiers[best].memory};
    else if (likeliest < tiers.size() && shares[likeliest] >= kWorthMeasuring)
        step.next = {tiers[likeliest].memory};
    return step;
}

std::vector<Observation> observationsOf(std::span<const Sample> samples)
{
    std::vector<Observation> observations;
    for (const Sample& sample : samples) {
        if (sample.isCounted() && sample.wallSeconds > 0)
            observations.push_back({sample.memory, sample.vcpus, sample.mode, sample.cap, sample.taskCount, sample.wallSeconds});
    }
    return observations;
}

SweepStep nextSweepStep(const SweepCandidates& candidates, std::span<const Sample> samples)
{
    const std::vector<Observation> observations = observationsOf(samples);
    const auto onlyFailed = [&](const RunCondition& condition) {
        const auto isOfIt = [&](const auto& run) {
            return run.memory == condition.memory && run.mode == condition.mode && run.cap == condition.cap;
        };
        return std::none_of(observations.begin(), observations.end(), isOfIt)
               && std::any_of(samples.begin(), samples.end(), [&](const Sample& sample) { return !sample.ok && isOfIt(sample); });
    };
    SweepCandidates possible = candidates;
    std::erase_if(possible.conditions, onlyFailed);
    return nextSweepStep(possible, std::span<const Observation>(observations));
}

std::string sweepText(const SweepStep& step, SweepGoal goal)
{
    const char* const what = goal == SweepGoal::Fastest ? "the fastest" : goal == SweepGoal::Cheapest ? "the cheapest" : "the knee";
    // Draws of a model are no certainty, unless nothing is left to measure.
    constexpr double kSure = 0.99;
    const std::string sure = step.measuredTiers == step.allTiers ? "all measured"
                             : step.confidence > kSure           ? "over 99 % sure"
                                                                 : fmt::format("{:.0f} % sure", step.confidence * 100);
    return fmt::format("{} is {} of {} tiers ({}) after {} {} measured; a full sweep measures {}", tierName(step.answer), what,
                       step.allTiers, sure, step.measuredTiers, step.measuredTiers == 1 ? "was" : "were", step.allTiers);
}

} // namespace tierscope::core
