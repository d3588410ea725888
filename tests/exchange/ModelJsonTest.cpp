// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/exchange/ModelJson.h"

#include "../analysis/ModelFixture.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace tierscope::core {
namespace {

using namespace test;
using enum ScheduleMode;

TEST(ModelJsonTest, HasTheParametersWhatIsFixedAndThePredictionsInTheirOrder)
{
    const FittedModel model = fitted({{MemoryMb{2048}, 2, Sequential, 1, 10, 3.4}});
    const std::vector<Prediction> predictions{predict(model, runAt(10240, Parallel)), predict(model, {kUnlimitedTier, 4, Pool, 3, 7})};
    const auto json = nlohmann::json::parse(predictionsToJson(model, predictions));
    EXPECT_NEAR(json["parameters"]["task_cpu_seconds"].get<double>(), 0.34, 1e-3);
    EXPECT_EQ(json["parameters"]["vcpu_memory_mb"], 1769);
    for (const auto& fixed : json["parameters"]["fixed"]) {
        EXPECT_EQ(json["parameters"][fixed["name"].get<std::string>()], fixed["value"]);
        EXPECT_FALSE(fixed["reason"].get<std::string>().empty());
    }
    EXPECT_EQ(json["parameters"]["fixed"].size(), model.fixed.size());
    ASSERT_EQ(json["predictions"].size(), 2U);
    const auto& first = json["predictions"][0];
    EXPECT_EQ(first["memory_mb"], 10240);
    EXPECT_EQ(first["vcpus"], 6);
    EXPECT_EQ(first["mode"], "parallel");
    EXPECT_EQ(first["cap"], 6);
    EXPECT_EQ(first["tasks"], 10);
    EXPECT_EQ(first["seconds"], predictions[0].seconds);
    EXPECT_EQ(first["low"], predictions[0].low);
    EXPECT_EQ(first["high"], predictions[0].high);
    EXPECT_EQ(first["extrapolated"].size(), predictions[0].extrapolations.size());
    EXPECT_TRUE(json["predictions"][1]["memory_mb"].is_null());
    EXPECT_FALSE(json.contains("calibration"));
}

TEST(ModelJsonTest, ACalibrationShowsItsFactor)
{
    const FittedModel model = fitted(referenceObservations());
    const auto calibration = calibrate(model, std::vector<Observation>{{MemoryMb{2048}, 2, Sequential, 1, 10, 7}});
    ASSERT_TRUE(calibration);
    const auto json = nlohmann::json::parse(predictionsToJson(calibration->model, {}, *calibration));
    EXPECT_NEAR(json["calibration"]["factor"].get<double>(), 2, 0.05);
    EXPECT_EQ(json["calibration"]["observations"], 1);
}

} // namespace
} // namespace tierscope::core
