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

std::vector<MemoryMb> tiersOf(const ExperimentSpec& spec)
{
    return spec.tiers.empty() ? std::vector{kUnlimitedTier} : spec.tiers;
}

/// One run of each of these tiers, of each mode and cap.
std::vector<PlannedRun> makeBlock(const ExperimentSpec& spec, const std::vector<MemoryMb>& tiers, int usableCpus)
{
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
template <typename T>
void shuffle(std::vector<T>& items, std::mt19937_64& engine)
{
    for (std::size_t last = items.size(); last > 1; --last)
        std::swap(items[last - 1], items[engine() % last]);
}

enum class Purpose { Cold, Warmup, Repeat };

class PlanBuilder {
public:
    explicit PlanBuilder(std::uint64_t seed)
        : m_engine(seed)
    {}

    void addBlocks(const std::vector<PlannedRun>& block, int count, Purpose purpose)
    {
        for (int repeat = 0; repeat < count; ++repeat) {
            std::vector<PlannedRun> runs = block;
            shuffle(runs, m_engine);
            for (PlannedRun& run : runs) {
                run.repeat = repeat;
                run.warmup = purpose == Purpose::Warmup;
                run.cold = purpose == Purpose::Cold;
                run.planIndex = static_cast<int>(m_plan.size());
                m_plan.push_back(run);
            }
        }
    }
    [[nodiscard]] std::vector<MemoryMb> shuffled(std::vector<MemoryMb> tiers)
    {
        shuffle(tiers, m_engine);
        return tiers;
    }
    [[nodiscard]] std::vector<PlannedRun> take() { return std::move(m_plan); }

private:
    std::mt19937_64 m_engine;
    std::vector<PlannedRun> m_plan;
};

/// Any number of CPUs stands for those of the function, which are known when it answers.
constexpr int kFunctionsOwnCpus = 0;

} // namespace

std::vector<PlannedRun> makePlan(const ExperimentSpec& spec, int usableCpus)
{
    PlanBuilder builder(spec.seed);
    if (spec.backend == BackendKind::Lambda) {
        for (const MemoryMb tier : builder.shuffled(tiersOf(spec))) {
            const std::vector<PlannedRun> block = makeBlock(spec, {tier}, kFunctionsOwnCpus);
            builder.addBlocks(block, spec.lambda.coldStarts, Purpose::Cold);
            builder.addBlocks(block, spec.warmup, Purpose::Warmup);
            builder.addBlocks(block, spec.repeats, Purpose::Repeat);
        }
        return builder.take();
    }
    const std::vector<PlannedRun> block = makeBlock(spec, tiersOf(spec), std::max(1, usableCpus));
    builder.addBlocks(block, spec.warmup, Purpose::Warmup);
    builder.addBlocks(block, spec.repeats, Purpose::Repeat);
    return builder.take();
}

} // namespace tierscope::core
