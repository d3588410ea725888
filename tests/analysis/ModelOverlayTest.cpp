// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/ModelOverlay.h"

#include "core/exchange/ObservationsCsv.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <gmock/gmock.h>

namespace tierscope::core {
namespace {

std::vector<Sample> reference()
{
    return referenceExperiment().samples;
}

TEST(ModelOverlayTest, TheReferenceHasACurveAModeThroughEveryMeasuredTier)
{
    const auto overlay = modelOverlay(reference());
    ASSERT_TRUE(overlay);
    EXPECT_EQ(overlay->leastMeasured, MemoryMb{128});
    EXPECT_EQ(overlay->mostMeasured, MemoryMb{10240});
    EXPECT_LT(overlay->finding.meanError, 0.025);
    EXPECT_EQ(overlay->finding.conditions, 16);
    ASSERT_EQ(overlay->curves.size(), 2U);
    for (const ModelCurve& curve : overlay->curves) {
        EXPECT_EQ(curve.cap, 0) << "as many as the tier sees";
        EXPECT_TRUE(std::ranges::is_sorted(curve.points, {}, &ModelPoint::memory));
        EXPECT_EQ(curve.points.front().memory, kSmallestTier);
        EXPECT_EQ(curve.points.back().memory, kLargestTier);
        for (const Sample& sample : reference()) {
            if (sample.mode != curve.mode)
                continue;
            const auto found = std::ranges::find(curve.points, sample.memory, &ModelPoint::memory);
            ASSERT_NE(found, curve.points.end()) << sample.memory.value;
            EXPECT_NEAR(found->seconds / sample.wallSeconds, 1, 0.1) << sample.memory.value;
            EXPECT_LT(found->low, found->seconds);
            EXPECT_GT(found->high, found->seconds);
        }
    }
}

TEST(ModelOverlayTest, BetweenPointsItGoesStraightInTheLogarithms)
{
    const ModelCurve curve{ScheduleMode::Sequential, 0, {{MemoryMb{100}, 4, 2, 8}, {MemoryMb{400}, 1, 0.5, 2}}};
    EXPECT_DOUBLE_EQ(curve.at(MemoryMb{200}).seconds, 2);
    EXPECT_DOUBLE_EQ(curve.at(MemoryMb{200}).low, 1);
    EXPECT_DOUBLE_EQ(curve.at(MemoryMb{200}).high, 4);
    EXPECT_DOUBLE_EQ(curve.at(MemoryMb{400}).seconds, 1);
    EXPECT_DOUBLE_EQ(curve.at(MemoryMb{50}).seconds, 4);
    EXPECT_DOUBLE_EQ(curve.at(MemoryMb{800}).seconds, 1);
}

TEST(ModelOverlayTest, TooFewConditionsOrTiersHaveNone)
{
    std::vector<Sample> samples = reference();
    const auto keep = [&samples](auto isKept) {
        std::vector<Sample> kept;
        std::ranges::copy_if(samples, std::back_inserter(kept), isKept);
        return kept;
    };
    EXPECT_TRUE(modelOverlay(keep([](const Sample& sample) { return sample.memory.value == 512 || sample.memory.value == 2048; })));
    EXPECT_FALSE(modelOverlay(keep([](const Sample& sample) {
        return sample.memory.value == 512 || (sample.memory.value == 2048 && sample.mode == ScheduleMode::Sequential);
    }))) << "three conditions";
    EXPECT_FALSE(modelOverlay(keep([](const Sample& sample) { return sample.memory.value == 2048; })));
    EXPECT_FALSE(modelOverlay({}));
    for (Sample& sample : samples)
        sample.memory = kUnlimitedTier;
    EXPECT_FALSE(modelOverlay(samples)) << "nothing is known of any tier";
}

TEST(ModelOverlayTest, WarmUpsColdStartsAndFailuresAreNotFitted)
{
    std::vector<Sample> samples = reference();
    const auto before = modelOverlay(samples);
    Sample odd = samples.front();
    odd.wallSeconds *= 10;
    odd.warmup = true;
    samples.push_back(odd);
    odd.warmup = false;
    odd.cold = true;
    samples.push_back(odd);
    odd.cold = false;
    odd.ok = false;
    samples.push_back(odd);
    const auto after = modelOverlay(samples);
    ASSERT_TRUE(before && after);
    EXPECT_DOUBLE_EQ(after->finding.meanError, before->finding.meanError);
    EXPECT_DOUBLE_EQ(after->finding.taskCpuSeconds, before->finding.taskCpuSeconds);
}

TEST(ModelOverlayTest, ASweepOfCapsIsDrawnForTheHighest)
{
    std::vector<Sample> samples;
    for (const Sample& sample : reference()) {
        samples.push_back(sample);
        samples.back().cap = sample.mode == ScheduleMode::Parallel ? 3 : 1;
        if (sample.mode != ScheduleMode::Parallel)
            continue;
        samples.push_back(samples.back());
        samples.back().cap = 1;
        samples.back().wallSeconds = 1.1 * sample.wallSeconds;
    }
    const auto overlay = modelOverlay(samples);
    ASSERT_TRUE(overlay);
    ASSERT_EQ(overlay->curves.size(), 2U);
    EXPECT_EQ(overlay->curves[0].mode, ScheduleMode::Sequential);
    EXPECT_EQ(overlay->curves[1].cap, 3);
}

} // namespace
} // namespace tierscope::core
