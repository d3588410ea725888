// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "CommandLine.h"
#include "core/analysis/Calibration.h"
#include "core/analysis/ModelFit.h"
#include "core/analysis/Summary.h"
#include "core/base/UniqueFd.h"
#include "core/exchange/ExperimentMarkdown.h"
#include "core/exchange/ModelJson.h"
#include "core/exchange/ObservationsCsv.h"
#include "core/tier/TierCatalogue.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <memory>

namespace tierscope::cli {

using core::Error;
using core::ErrorCode;
using core::fail;
using core::FittedModel;
using core::Prediction;
using core::Result;
using core::RunCondition;

namespace {

struct PredictOptions {
    std::string observations;
    std::string conditions;
    std::string calibration;
    std::string json;
    bool fitVcpuSize = false;
};

/// A model with what it predicts.
struct Outcome {
    FittedModel model;
    std::optional<core::Calibration> calibration;
    std::vector<Prediction> predictions;
};

/// Reads and parses one table; errors name the file.
template <typename Parse>
auto readTable(const std::string& file, const char* what, Parse parse) -> decltype(parse(std::string_view{}))
{
    const auto text = core::readFile(file == "-" ? "/dev/stdin" : file);
    if (!text)
        return fail(Error{ErrorCode::InvalidArgument, fmt::format("cannot read the {}: {}", what, text.error().message),
                          "Give a CSV file, or - for the standard input"});
    auto parsed = parse(std::string_view(*text));
    if (!parsed)
        return fail(Error{ErrorCode::InvalidArgument,
                          fmt::format("{} ({}): {}", file == "-" ? "standard input" : file, what, parsed.error().message),
                          parsed.error().remedy});
    return parsed;
}

Result<void> checkOptions(const PredictOptions& options)
{
    const auto fromInput = [](const std::string& file) { return file == "-"; };
    const std::vector<std::string> files{options.observations, options.conditions, options.calibration};
    if (std::count_if(files.begin(), files.end(), fromInput) > 1)
        return fail(ErrorCode::InvalidArgument, "more than one table is to come from the standard input", "Give the others as files");
    return checkOutput(options.json);
}

Result<Outcome> compute(const PredictOptions& options)
{
    const auto observations = readTable(options.observations, "observations", core::parseObservations);
    if (!observations)
        return fail(observations.error());
    const auto conditions = readTable(options.conditions, "conditions", core::parseConditions);
    if (!conditions)
        return fail(conditions.error());
    auto fitted = core::fitModel(*observations, {options.fitVcpuSize});
    if (!fitted)
        return fail(std::move(fitted.error()));
    Outcome outcome{std::move(*fitted), std::nullopt, {}};
    if (!options.calibration.empty()) {
        const auto points = readTable(options.calibration, "calibration", core::parseObservations);
        if (!points)
            return fail(points.error());
        auto calibration = core::calibrate(outcome.model, *points);
        if (!calibration)
            return fail(std::move(calibration.error()));
        outcome.model = calibration->model;
        outcome.calibration = std::move(*calibration);
    }
    outcome.predictions.reserve(conditions->size());
    for (const RunCondition& condition : *conditions)
        outcome.predictions.push_back(core::predict(outcome.model, condition));
    return outcome;
}

std::string predictionTable(const std::vector<Prediction>& predictions)
{
    core::TextTable table;
    table.columns = {{"Memory", true}, {"vCPUs", true}, {"Mode", false},         {"Cap", true},
                     {"Tasks", true},  {"Time", true},  {"90 % interval", true}, {"", false}};
    for (const Prediction& prediction : predictions) {
        const RunCondition& run = prediction.condition;
        table.rows.push_back({core::tierName(run.memory), std::to_string(run.vcpus), core::scheduleModeName(run.mode),
                              std::to_string(run.cap), std::to_string(run.tasks), core::formatSeconds(prediction.seconds),
                              fmt::format("{} to {}", core::formatSeconds(prediction.low), core::formatSeconds(prediction.high)),
                              prediction.extrapolations.empty() ? "" : "extrapolated"});
    }
    return core::alignedTable(table);
}

/// Each way of extrapolating once.
std::vector<std::string> extrapolationTexts(const std::vector<Prediction>& predictions)
{
    std::vector<std::string> texts;
    for (const Prediction& prediction : predictions) {
        for (const std::string& text : prediction.extrapolations) {
            if (std::find(texts.begin(), texts.end(), text) == texts.end())
                texts.push_back(text);
        }
    }
    return texts;
}

std::string outcomeText(const Outcome& outcome)
{
    std::string text = predictionTable(outcome.predictions);
    text += fmt::format("\n{}\n", core::modelFindingText(core::modelFinding(outcome.model)));
    if (outcome.calibration)
        text += fmt::format("{}\n", core::calibrationText(*outcome.calibration));
    for (const core::FixedParameter& fixed : outcome.model.fixed)
        text += fmt::format("Fixed: {} at {:.4g}, for {}\n", core::modelParameterName(fixed.parameter), fixed.value,
                            core::fixedReasonText(fixed.reason));
    for (const std::string& extrapolation : extrapolationTexts(outcome.predictions))
        text += fmt::format("Extrapolated: {}\n", extrapolation);
    return text;
}

int predict(const PredictOptions& options)
{
    if (const auto checked = checkOptions(options); !checked)
        return report(checked.error());
    const auto outcome = compute(options);
    if (!outcome)
        return report(outcome.error());
    if (!options.json.empty()) {
        const auto written = writeOutput(options.json, core::predictionsToJson(outcome->model, outcome->predictions, outcome->calibration));
        if (!written)
            return report(written.error());
    }
    if (options.json != "-") {
        if (const auto written = writeOutput("-", outcomeText(*outcome)); !written)
            return report(written.error());
    }
    return AllGood;
}

} // namespace

void addPredictCommand(CLI::App& app, CommandLine& line)
{
    auto* command = app.add_subcommand("predict", "Predict runs that were not measured from a few that were");
    auto options = std::make_shared<PredictOptions>();
    command
        ->add_option("--observations", options->observations, "Measured runs: memory_mb,vcpus,mode,cap,tasks,seconds (vcpus may be empty)")
        ->required()
        ->type_name("FILE|-");
    command->add_option("--conditions", options->conditions, "Runs to predict: the same columns without seconds")
        ->required()
        ->type_name("FILE|-");
    command
        ->add_option("--calibrate", options->calibration,
                     "Runs of the same work measured elsewhere (on Lambda); predictions are for there. One is enough")
        ->type_name("FILE|-");
    command->add_option("--json", options->json, "Write parameters and predictions as JSON; - in place of the table")->type_name("FILE|-");
    command->add_flag("--fit-vcpu-size", options->fitVcpuSize,
                      "Also fit how much memory gives one vCPU, for measurements older than the law of 1769 MB");
    addDatabaseOption(*command, line);
    command->callback([&line, options] { line.action = [options] { return predict(*options); }; });
}

} // namespace tierscope::cli
