// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/tier/QuotaCorrection.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace tierscope::core {
namespace {

constexpr double kWindow = 0.1;

Nanoseconds nanoseconds(double seconds)
{
    return Nanoseconds(std::llround(seconds * 1e9));
}

/// A group whose quota gives it `efficiency` of what is written, and never more than `demand` CPUs. Returns wall x share / CPU over the
/// run.
double simulate(QuotaCorrection& correction, double share, double demand, const std::function<double(double)>& efficiency, int windows)
{
    double used = 0;
    double wanted = 0;
    for (int i = 0; i < windows; ++i) {
        const double allowed = share * correction.factor() * efficiency(share * correction.factor());
        const double rate = std::min(allowed, demand);
        const bool throttled = allowed < demand;
        used += rate * kWindow;
        wanted += std::min(share, demand) * kWindow;
        static_cast<void>(correction.update({nanoseconds(kWindow), nanoseconds(rate * kWindow), 5, throttled ? 5 : 0}));
    }
    return wanted / used;
}

TEST(QuotaCorrection, BringsBackWhatTheKernelLoses)
{
    for (const double efficiency : {0.88, 0.95, 1.0, 1.06}) {
        QuotaCorrection correction(CpuShare{0.5});
        EXPECT_NEAR(simulate(
                        correction, 0.5, 1, [=](double) { return efficiency; }, 100),
                    1, 0.01)
            << efficiency;
        EXPECT_NEAR(correction.learnedFactor(), 1 / efficiency, 0.05);
    }
}

TEST(QuotaCorrection, LosesLittleInItsFirstSecondAndLessWhenItHasLearnt)
{
    const auto lossy = [](double) { return 0.89; };
    QuotaCorrection first(CpuShare{0.9});
    const double untaught = simulate(first, 0.9, 1, lossy, 12);
    QuotaCorrection second(CpuShare{0.9}, first.learnedFactor());
    const double taught = simulate(second, 0.9, 1, lossy, 12);
    EXPECT_LT(std::abs(untaught - 1), 0.04);
    EXPECT_LT(std::abs(taught - 1), 0.02);
}

TEST(QuotaCorrection, OwesNothingToAGroupThatWantsLessThanItsShare)
{
    QuotaCorrection correction(CpuShare{2});
    for (int i = 0; i < 50; ++i)
        EXPECT_FALSE(correction.update({nanoseconds(kWindow), nanoseconds(1.0 * kWindow), 5, 0}).has_value());
    EXPECT_EQ(correction.debt().count(), 0);
    EXPECT_DOUBLE_EQ(correction.factor(), 1);
}

TEST(QuotaCorrection, TakesBackWhatABurstHadTooMuch)
{
    QuotaCorrection correction(CpuShare{0.5});
    static_cast<void>(correction.update({nanoseconds(kWindow), nanoseconds(0.09), 5, 2}));
    const auto factor = correction.update({nanoseconds(kWindow), nanoseconds(0.05), 5, 5});
    ASSERT_TRUE(factor.has_value());
    EXPECT_LT(*factor, 1);
    EXPECT_LT(correction.debt().count(), 0);
}

RC_GTEST_PROP(QuotaCorrection, staysWithinItsBounds, ())
{
    QuotaCorrection correction(CpuShare{*rc::gen::inRange(1, 600) / 100.0});
    for (const int used : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1000))) {
        const int throttled = *rc::gen::inRange(0, 6);
        const auto factor = correction.update({nanoseconds(kWindow), Nanoseconds(used * 1'000'000), 5, throttled});
        RC_ASSERT(!factor || (*factor >= 0.6 && *factor <= 1.6));
        RC_ASSERT(correction.learnedFactor() >= 0.6 && correction.learnedFactor() <= 1.6);
    }
}

TEST(QuotaCorrection, SurvivesAnEmptyWindow)
{
    QuotaCorrection correction(CpuShare{1});
    EXPECT_FALSE(correction.update({}).has_value());
}

} // namespace
} // namespace tierscope::core
