// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/experiment/ExperimentPlan.h"

#include "core/tier/TierCatalogue.h"

#include <gmock/gmock.h>
#include <map>
#include <rapidcheck/gtest.h>
#include <set>
#include <tuple>

namespace tierscope::core {
namespace {

using testing::ElementsAre;

ExperimentSpec articleSpec()
{
    ExperimentSpec spec;
    spec.tiers.assign(articleTiers().begin(), articleTiers().end());
    return spec;
}

/// What a run is, without its place.
using Kind = std::tuple<int, ScheduleMode, int>;

Kind kindOf(const PlannedRun& run)
{
    return {run.memory.value, run.mode, run.cap};
}

TEST(ExperimentPlanTest, HasEachTierAndModeOnceARepeat)
{
    const auto plan = makePlan(articleSpec(), 2);
    ASSERT_EQ(plan.size(), 48U);
    std::map<std::pair<Kind, int>, int> counts;
    for (const PlannedRun& run : plan)
        ++counts[{kindOf(run), run.repeat}];
    EXPECT_EQ(counts.size(), 48U);
    for (std::size_t index = 0; index < plan.size(); ++index) {
        EXPECT_EQ(plan[index].planIndex, static_cast<int>(index));
        EXPECT_EQ(plan[index].repeat, static_cast<int>(index / 16));
    }
}

TEST(ExperimentPlanTest, AutomaticCapIsTheTiersVisibleVcpus)
{
    for (const PlannedRun& run : makePlan(articleSpec(), 2))
        EXPECT_EQ(run.cap, run.mode == ScheduleMode::Sequential ? 1 : visibleVcpus(run.memory));
    ExperimentSpec unlimited;
    unlimited.repeats = 1;
    for (const PlannedRun& run : makePlan(unlimited, 7)) {
        EXPECT_EQ(run.memory, kUnlimitedTier);
        EXPECT_EQ(run.cap, run.mode == ScheduleMode::Sequential ? 1 : 7);
    }
}

TEST(ExperimentPlanTest, ASweepVariesOnlyTheParallelModes)
{
    ExperimentSpec spec;
    spec.tiers = {{2048}};
    spec.modes = {ScheduleMode::Sequential, ScheduleMode::Parallel, ScheduleMode::Pool};
    spec.cap = {CapPolicy::Kind::Sweep, 3};
    spec.repeats = 1;
    std::set<Kind> kinds;
    for (const PlannedRun& run : makePlan(spec, 2))
        kinds.insert(kindOf(run));
    EXPECT_THAT(kinds,
                ElementsAre(Kind{2048, ScheduleMode::Sequential, 1}, Kind{2048, ScheduleMode::Parallel, 1},
                            Kind{2048, ScheduleMode::Parallel, 2}, Kind{2048, ScheduleMode::Parallel, 3}, Kind{2048, ScheduleMode::Pool, 1},
                            Kind{2048, ScheduleMode::Pool, 2}, Kind{2048, ScheduleMode::Pool, 3}));
}

TEST(ExperimentPlanTest, WarmUpsComeFirstAndCountFromZero)
{
    ExperimentSpec spec = articleSpec();
    spec.warmup = 2;
    const auto plan = makePlan(spec, 2);
    ASSERT_EQ(plan.size(), 5U * 16U);
    for (const PlannedRun& run : plan) {
        EXPECT_EQ(run.warmup, run.planIndex < 32);
        EXPECT_EQ(run.repeat, run.warmup ? run.planIndex / 16 : (run.planIndex - 32) / 16);
    }
}

TEST(ExperimentPlanTest, TheSeedDecidesTheOrder)
{
    ExperimentSpec spec = articleSpec();
    const auto plan = makePlan(spec, 2);
    EXPECT_EQ(makePlan(spec, 2), plan);
    spec.seed = 2;
    EXPECT_NE(makePlan(spec, 2), plan);
}

// Resuming goes by plan index: another build has to make this very plan, or samples of one tier land on another.
TEST(ExperimentPlanTest, TheOrderIsFixedForEver)
{
    ExperimentSpec spec;
    spec.tiers = {{128}, {512}, {1024}};
    spec.repeats = 2;
    std::vector<std::pair<int, ScheduleMode>> order;
    for (const PlannedRun& run : makePlan(spec, 2))
        order.emplace_back(run.memory.value, run.mode);
    using enum ScheduleMode;
    using Order = std::vector<std::pair<int, ScheduleMode>>;
    // Worked out with another implementation of mt19937_64.
    EXPECT_EQ(order, (Order{{128, Parallel},
                            {512, Parallel},
                            {128, Sequential},
                            {1024, Sequential},
                            {1024, Parallel},
                            {512, Sequential},
                            {1024, Sequential},
                            {128, Sequential},
                            {512, Sequential},
                            {128, Parallel},
                            {1024, Parallel},
                            {512, Parallel}}));
}

// A change of the tier takes seconds and replaces the environments.
TEST(ExperimentPlanTest, OnLambdaEachTierIsOneGroup)
{
    ExperimentSpec spec = articleSpec();
    spec.backend = BackendKind::Lambda;
    spec.lambda.coldStarts = 1;
    spec.warmup = 1;
    const auto plan = makePlan(spec, 2);
    ASSERT_EQ(plan.size(), 8U * 2U * 5U);
    std::vector<int> order;
    for (std::size_t index = 0; index < plan.size(); ++index) {
        EXPECT_EQ(plan[index].planIndex, static_cast<int>(index));
        EXPECT_EQ(plan[index].cold, index % 10 < 2);
        EXPECT_EQ(plan[index].warmup, index % 10 >= 2 && index % 10 < 4);
        if (order.empty() || order.back() != plan[index].memory.value)
            order.push_back(plan[index].memory.value);
    }
    EXPECT_EQ(order.size(), 8U) << "each tier is set once";
    EXPECT_FALSE(std::is_sorted(order.begin(), order.end())) << "the seed decides their order";
    EXPECT_EQ(makePlan(spec, 64), plan) << "this computer's CPUs have no say";
    spec.tiers = {};
    spec.lambda.coldStarts = 0;
    EXPECT_EQ(makePlan(spec, 2).front().memory, kUnlimitedTier);
}

RC_GTEST_PROP(ExperimentPlanProperty, EveryBlockHoldsTheSameRuns, ())
{
    ExperimentSpec spec;
    spec.seed = *rc::gen::arbitrary<std::uint64_t>();
    for (const int size : *rc::gen::container<std::set<int>>(rc::gen::inRange(128, 10'241)))
        spec.tiers.push_back(MemoryMb{size});
    spec.repeats = *rc::gen::inRange(1, 5);
    spec.warmup = *rc::gen::inRange(0, 3);
    const auto plan = makePlan(spec, *rc::gen::inRange(1, 64));
    const std::size_t blocks = static_cast<std::size_t>(spec.repeats + spec.warmup);
    RC_ASSERT(plan.size() % blocks == 0U);
    const std::size_t length = plan.size() / blocks;
    std::set<std::multiset<Kind>> distinct;
    for (std::size_t block = 0; block < blocks; ++block) {
        std::multiset<Kind> kinds;
        for (std::size_t index = 0; index < length; ++index)
            kinds.insert(kindOf(plan[block * length + index]));
        distinct.insert(kinds);
    }
    RC_ASSERT(distinct.size() == 1U);
}

} // namespace
} // namespace tierscope::core
