// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/tier/QuotaLaw.h"

#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>
#include <rapidcheck/gtest.h>

namespace tierscope::core {
namespace {

TEST(QuotaLaw, IsPlainWhereTheComputerHasTheVcpus)
{
    const TierLimits limits = tierLimits(MemoryMb{2048}, 8);
    EXPECT_TRUE(limits.dilation.isPlain());
    EXPECT_EQ(limits.visibleVcpus, 2);
    EXPECT_EQ(limits.cpus, 2);
    EXPECT_DOUBLE_EQ(limits.appliedShare.value, 2048.0 / 1769);
    EXPECT_DOUBLE_EQ(limits.processShare.value, 1);
    EXPECT_EQ(limits.period, std::chrono::milliseconds(20));
}

TEST(QuotaLaw, StretchesTimeWhereItHasFewer)
{
    const TierLimits limits = tierLimits(MemoryMb{10240}, 2);
    EXPECT_DOUBLE_EQ(limits.dilation.factor, 3);
    EXPECT_EQ(limits.cpus, 2);
    EXPECT_DOUBLE_EQ(limits.processShare.value, 1.0 / 3);
    EXPECT_NEAR(limits.appliedShare.value, 10240.0 / 1769 / 3, 1e-12);
    EXPECT_EQ(limits.period, std::chrono::milliseconds(60)) << "20 ms in the tier's time";
    EXPECT_DOUBLE_EQ(tierLimits(MemoryMb{128}, 1).dilation.factor, 2);
    EXPECT_DOUBLE_EQ(tierLimits(MemoryMb{3072}, 2).dilation.factor, 1.5);
}

TEST(QuotaLaw, StretchesFurtherWhenAsked)
{
    EXPECT_DOUBLE_EQ(tierLimits(MemoryMb{2048}, 2, Dilation{3}).dilation.factor, 3);
    EXPECT_DOUBLE_EQ(tierLimits(MemoryMb{10240}, 2, Dilation{2}).dilation.factor, 3);
}

TEST(QuotaLaw, LimitsNothingWithoutATier)
{
    const TierLimits limits = tierLimits(kUnlimitedTier, 4);
    EXPECT_TRUE(limits.isUnlimited());
    EXPECT_DOUBLE_EQ(limits.tierShare.value, 4);
    EXPECT_TRUE(limits.dilation.isPlain());
}

TEST(QuotaLaw, KnowsTheMakespansThatCanBeWorkedOutByHand)
{
    EXPECT_DOUBLE_EQ(idealMakespan({}, 2, CpuShare{1}), 0);
    EXPECT_DOUBLE_EQ(idealMakespan({1, 1, 1, 1}, 1, CpuShare{2}), 4);
    EXPECT_DOUBLE_EQ(idealMakespan({1, 1, 1, 1}, 2, CpuShare{2}), 2);
    EXPECT_DOUBLE_EQ(idealMakespan({1, 1, 1, 1}, 4, CpuShare{2}), 2);
    EXPECT_DOUBLE_EQ(idealMakespan({1, 1, 1}, 2, CpuShare{2}), 2);
    EXPECT_DOUBLE_EQ(idealMakespan({1, 1}, 2, CpuShare{0.5}), 4);
    EXPECT_DOUBLE_EQ(idealMakespan({2, 1}, 2, CpuShare{1}), 3) << "the longer one is alone at the end, at one vCPU";
    EXPECT_DOUBLE_EQ(idealMakespan({3, 1}, 2, CpuShare{1.5}), 1 / 0.75 + 2);
}

RC_GTEST_PROP(QuotaLaw, neverBeatsTheLowerBoundAndNeverWastesMoreThanAList, ())
{
    const auto milliseconds = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 2000)));
    const int cap = *rc::gen::inRange(1, 12);
    const CpuShare share{*rc::gen::inRange(5, 600) / 100.0};
    std::vector<double> seconds;
    for (const int value : milliseconds)
        seconds.push_back(value / 1000.0);
    const double sum = std::accumulate(seconds.begin(), seconds.end(), 0.0);
    const double longest = *std::ranges::max_element(seconds);
    const double rate = std::min(share.value, static_cast<double>(cap));

    const double makespan = idealMakespan(seconds, cap, share);

    RC_ASSERT(makespan >= sum / rate - 1e-9);
    RC_ASSERT(makespan >= longest / std::min(1.0, share.value) - 1e-9);
    // Graham 1966: a list schedule is within sum/m + longest, here with the slowest rate that a lone task can have.
    RC_ASSERT(makespan <= sum / rate + longest / std::min(1.0, share.value) * 1.0 + 1e-9);
}

} // namespace
} // namespace tierscope::core
