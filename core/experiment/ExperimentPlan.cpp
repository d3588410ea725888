// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/experiment/ExperimentPlan.h"

#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <random>
#include <utility>

namespace tierscope::core {

namespace {

std::vector<int> capsOf(const CapPolicy& policy, ScheduleMode mode, MemoryMb memory, int usableCpus)
{
    if (mode == ScheduleMode::Sequential)
        return {1};
    switch (policy.kind) {
    case CapPolicy::Kind::Auto:
        return {memory == kUnlimitedTier ? usableCpus : visibleVcpus(memory)};
    case CapPolicy::Kind::Fixed:
        return {policy.count};
    case CapPolicy::Kind::Sweep:
        break;
    }
    std::vector<int> caps;
    for (int cap = 1; cap <= policy.count; ++cap)
        caps.push_back(cap);
    return caps;
}

/// One run of each tier, mode and cap.
std::vector<PlannedRun> makeBlock(const ExperimentSpec& spec, int usableCpus)
{
    const std::vector<MemoryMb> tiers = spec.tiers.empty() ? std::vector{kUnlimitedTier} : spec.tiers;
    std::vector<PlannedRun> block;
    for (const MemoryMb memory : tiers) {
        for (const ScheduleMode mode : spec.modes) {
            for (const int cap : capsOf(spec.cap, mode, memory, usableCpus))
                block.push_back(PlannedRun{0, memory, mode, cap, 0, false, false});
        }
    }
    return block;
}

/// Fisher-Yates (Knuth 1969) over mt19937_64, both fixed by their definition: a plan made by another version or standard library is the
/// same, which is what resuming goes by. std::shuffle promises no such thing.
void shuffle(std::vector<PlannedRun>& runs, std::mt19937_64& engine)
{
    for (std::size_t last = runs.size(); last > 1; --last)
        std::swap(runs[last - 1], runs[engine() % last]);
}

} // namespace

int mostRepeats(const ExperimentSpec& spec)
{
    return spec.precisionPercent > 0 ? std::max(spec.repeats, spec.maxRepeats) : spec.repeats;
}

std::vector<PlannedRun> makePlan(const ExperimentSpec& spec, int usableCpus)
{
    const std::vector<PlannedRun> block = makeBlock(spec, std::max(1, usableCpus));
    std::mt19937_64 engine(spec.seed);
    std::vector<PlannedRun> plan;
    const auto addBlocks = [&](int count, bool warmup) {
        for (int repeat = 0; repeat < count; ++repeat) {
            std::vector<PlannedRun> runs = block;
            shuffle(runs, engine);
            for (PlannedRun& run : runs) {
                run.repeat = repeat;
                run.warmup = warmup;
                run.isOptional = !warmup && repeat >= spec.repeats;
                run.planIndex = static_cast<int>(plan.size());
                plan.push_back(run);
            }
        }
    };
    addBlocks(spec.warmup, true);
    addBlocks(mostRepeats(spec), false);
    return plan;
}

} // namespace tierscope::core
