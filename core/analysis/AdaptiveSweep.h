// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/ModelFit.h"
#include "core/experiment/ExperimentSpec.h"
#include "core/experiment/Sample.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tierscope::core {

/// What a sweep looks for among tiers, each with its best mode and cap.
enum class SweepGoal : std::uint8_t {
    Fastest,  ///< least seconds
    Cheapest, ///< least memory x seconds (GB-seconds; the price of a run is in proportion)
    Knee,     ///< farthest below the straight line from the least to the most memory, log seconds over log memory (Satopaa 2011, "Kneedle")
};
[[nodiscard]] const char* sweepGoalName(SweepGoal goal);
/// "fastest", "cheapest" or "knee".
[[nodiscard]] Result<SweepGoal> parseSweepGoal(std::string_view text);

/// Everything that could be measured: the conditions of a full sweep.
struct SweepCandidates {
    SweepGoal goal = SweepGoal::Fastest;
    std::vector<RunCondition> conditions;
};
/// The distinct runs of a spec; its automatic caps resolved for a computer with that many usable CPUs.
[[nodiscard]] SweepCandidates sweepCandidates(const ExperimentSpec& spec, SweepGoal goal, int usableCpus);

/// Where an adaptive sweep stands.
struct SweepStep {
    std::vector<MemoryMb> next; ///< tiers to measure now, in every mode and cap; empty: the answer stands
    MemoryMb answer;            ///< the best tier as far as is known
    double confidence = 0;      ///< probability that it is the best of all candidates
    int measuredTiers = 0;
    int allTiers = 0; ///< what a full sweep would have measured
};

/// Decides by the model what to measure next: first two tiers that tell most for the goal, then, as long as an unmeasured tier may well (5
/// %) be better by more than 1 %, the one that most probably is. Measured tiers count as they were measured. Probabilities come from 2,000
/// seeded draws of the fitted model's predictions: the same observations give the same step. With fewer than three tiers all are measured.
[[nodiscard]] SweepStep nextSweepStep(const SweepCandidates& candidates, std::span<const Observation> observations);

/// The same from the samples of a run that is under way. Conditions that only failed are no candidates.
[[nodiscard]] SweepStep nextSweepStep(const SweepCandidates& candidates, std::span<const Sample> samples);

/// What samples have measured: those that count.
[[nodiscard]] std::vector<Observation> observationsOf(std::span<const Sample> samples);

/// "10240 MB is the fastest of 8 tiers (over 99 % sure) after 2 were measured; a full sweep measures 8".
[[nodiscard]] std::string sweepText(const SweepStep& step, SweepGoal goal);

} // namespace tierscope::core
