// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/exchange/ModelJson.h"

#include "core/base/JsonText.h"
#include "core/tier/TierCatalogue.h"

#include <nlohmann/json.hpp>

namespace tierscope::core {

namespace {

using Json = nlohmann::ordered_json;

Json parametersJson(const FittedModel& fitted)
{
    Json parameters = Json::object();
    for (std::size_t index = 0; index < kModelParameterCount; ++index) {
        const auto parameter = static_cast<ModelParameter>(index);
        parameters[modelParameterName(parameter)] = parameterOf(fitted.model, parameter);
    }
    Json fixed = Json::array();
    for (const FixedParameter& parameter : fitted.fixed)
        fixed.push_back(
            {{"name", modelParameterName(parameter.parameter)}, {"value", parameter.value}, {"reason", fixedReasonText(parameter.reason)}});
    parameters["fixed"] = std::move(fixed);
    return parameters;
}

Json predictionJson(const Prediction& prediction)
{
    const RunCondition& run = prediction.condition;
    Json json = Json::object();
    json["memory_mb"] = run.memory == kUnlimitedTier ? Json(nullptr) : Json(run.memory.value);
    json["vcpus"] = run.vcpus;
    json["mode"] = scheduleModeName(run.mode);
    json["cap"] = run.cap;
    json["tasks"] = run.tasks;
    json["seconds"] = prediction.seconds;
    json["low"] = prediction.low;
    json["high"] = prediction.high;
    json["extrapolated"] = prediction.extrapolations;
    return json;
}

} // namespace

std::string predictionsToJson(const FittedModel& fitted, std::span<const Prediction> predictions,
                              const std::optional<Calibration>& calibration)
{
    Json json = Json::object();
    json["parameters"] = parametersJson(fitted);
    json["fit"] = {{"observations", fitted.observations},
                   {"conditions", fitted.conditions},
                   {"mean_absolute_relative_error", fitted.meanError},
                   {"worst_relative_error", fitted.worstError}};
    if (calibration)
        json["calibration"] = {{"factor", calibration->factor},
                               {"low", calibration->low},
                               {"high", calibration->high},
                               {"observations", calibration->observations}};
    json["predictions"] = Json::array();
    for (const Prediction& prediction : predictions)
        json["predictions"].push_back(predictionJson(prediction));
    return jsonText(json, 2) + '\n';
}

} // namespace tierscope::core
