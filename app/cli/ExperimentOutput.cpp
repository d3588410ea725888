// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ExperimentOutput.h"

#include "CommandLine.h"
#include "core/analysis/CpuModels.h"
#include "core/analysis/Findings.h"
#include "core/analysis/ModelOverlay.h"
#include "core/analysis/Summary.h"
#include "core/exchange/ExperimentJson.h"
#include "core/exchange/ExperimentMarkdown.h"
#include "core/exchange/ObservationsCsv.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace tierscope::cli {

using core::ExperimentRecord;
using core::Result;

namespace {

/// Each reason once, with how often it came up.
std::string failureText(const ExperimentRecord& record)
{
    std::map<std::string, int> reasons;
    for (const core::Sample& sample : record.samples) {
        if (!sample.ok)
            ++reasons[sample.error];
    }
    std::string text;
    for (const auto& [reason, count] : reasons)
        text += fmt::format("Reason of {} failed {}: {}\n", count, count == 1 ? "run" : "runs", reason);
    return text;
}

std::string conditions(const ExperimentRecord& record)
{
    std::string text = fmt::format("{}\n", record.entry.name);
    if (!record.source.empty())
        text += fmt::format("Source: {}\n", record.source);
    if (record.spec.backend == core::BackendKind::Lambda && !record.spec.lambda.function.empty())
        text += fmt::format("AWS Lambda function {}\n{}", record.spec.lambda.function, core::cpuModelsText(record.samples));
    else if (record.host.usableCpus > 0)
        text += fmt::format("{}, {} usable {}\n", record.host.cpuModel.empty() ? record.host.arch : record.host.cpuModel,
                            record.host.usableCpus, record.host.usableCpus == 1 ? "CPU" : "CPUs");
    return text;
}

} // namespace

void addOutputOptions(CLI::App& command, OutputTargets& targets)
{
    command.add_option("--json", targets.json, "Write the whole experiment as JSON; - in place of the table")->type_name("FILE|-");
    command.add_option("--csv", targets.csv, "Write one row a run as CSV; - in place of the table")->type_name("FILE|-");
}

Result<void> checkTargets(const OutputTargets& targets)
{
    if (targets.json == "-" && targets.csv == "-")
        return core::fail(core::ErrorCode::InvalidArgument, "--json - and --csv - both want the standard output",
                          "Give one of them a file");
    return checkOutput(targets.json).and_then([&] { return checkOutput(targets.csv); });
}

std::string experimentText(const ExperimentRecord& record)
{
    const auto summary = core::summarise(record.samples);
    std::string text = conditions(record);
    if (summary.empty())
        return text + "No runs are measured yet\n";
    text += '\n' + core::alignedTable(core::summaryTable(summary));
    text += "vCPUs: visible / credit. Spread: median absolute deviation. Times are the tier's own: measured / dilation.\n";
    const auto found = core::findings(record.samples);
    if (!found.empty())
        text += '\n';
    for (const core::Finding& finding : found)
        text += fmt::format("{}\n", core::findingText(finding));
    // Of a function that we know nothing about, the tasks are not known either.
    const bool isAny = record.spec.backend == core::BackendKind::Lambda && record.spec.lambda.contract == core::LambdaContract::Any;
    if (const auto model = isAny ? std::nullopt : core::modelOverlay(record.samples))
        text += fmt::format("{}\n", core::modelFindingText(model->finding));
    const bool isPriced =
        std::any_of(summary.begin(), summary.end(), [](const core::SummaryRow& row) { return row.n > 0 && row.memory.value > 0; });
    if (isPriced)
        text += fmt::format("Prices: {}; tierscope-cli cost takes others\n", core::priceNote(core::defaultCostBasis().tariff));
    return text + failureText(record);
}

Result<void> showMeasured(const ExperimentRecord& record, const OutputTargets& targets)
{
    return showMeasured(record, targets, [&] { return experimentText(record); });
}

Result<void> showMeasured(const ExperimentRecord& record, const OutputTargets& targets, const std::function<std::string()>& makeText)
{
    Result<void> written;
    const auto write = [&](const std::string& target, const auto& makeOutput) {
        if (target.empty())
            return;
        // One that cannot be written is no reason to keep the other back.
        if (auto result = writeOutput(target, makeOutput()); !result && written)
            written = std::move(result);
    };
    write(targets.json, [&] { return core::experimentToJson(record); });
    write(targets.csv, [&] { return core::observationsToCsv(record); });
    if (targets.json != "-" && targets.csv != "-")
        write("-", makeText);
    return written;
}

} // namespace tierscope::cli
