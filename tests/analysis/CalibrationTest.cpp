// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/Calibration.h"

#include "ModelFixture.h"

#include <gmock/gmock.h>

namespace tierscope::core {
namespace {

using namespace test;
using testing::HasSubstr;
using enum ScheduleMode;

/// The reference as if it had been measured on a CPU that is 1.8 times as fast.
std::vector<Observation> fasterHere()
{
    auto rows = referenceObservations();
    for (Observation& row : rows)
        row.seconds /= 1.8;
    return rows;
}

TEST(CalibrationTest, OnePointThereTurnsTheLocalModelIntoOneForThere)
{
    const auto there = referenceObservations();
    const FittedModel local = fitted(fasterHere());
    for (const std::size_t point : {std::size_t{2}, std::size_t{3}, std::size_t{11}}) {
        const auto calibration = calibrate(local, std::vector{there[point]});
        ASSERT_TRUE(calibration);
        EXPECT_NEAR(calibration->factor, 1.8, 0.09);
        EXPECT_LT(calibration->low, 1.8);
        EXPECT_GT(calibration->high, 1.8);
        EXPECT_NEAR(predictSeconds(calibration->model.model, there[point].condition()), there[point].seconds, 1e-6);
        EXPECT_LE(errorOn(calibration->model, there), 0.045) << point;
    }
}

TEST(CalibrationTest, MorePointsNarrowTheFactorAndAStrayOneDoesNotMoveIt)
{
    auto there = referenceObservations();
    const FittedModel local = fitted(fasterHere());
    const auto one = calibrate(local, std::vector{there[3]});
    there[5].seconds *= 5;
    const auto many = calibrate(local, there);
    ASSERT_TRUE(one);
    ASSERT_TRUE(many);
    EXPECT_LT(std::log(many->high / many->low), std::log(one->high / one->low));
    EXPECT_NEAR(many->factor, 1.8, 0.06);
    EXPECT_THAT(calibrationText(*one), HasSubstr("from 1 measured run)"));
}

TEST(CalibrationTest, RefusesWhatNoFactorExplains)
{
    const FittedModel local = fitted(referenceObservations());
    EXPECT_EQ(calibrate(local, {}).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(calibrate(local, std::vector<Observation>{{MemoryMb{2048}, 2, Sequential, 1, 10, 1e7}}).error().code,
              ErrorCode::InvalidArgument);
}

} // namespace
} // namespace tierscope::core
