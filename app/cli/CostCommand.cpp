// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "CommandLine.h"
#include "core/analysis/CostTime.h"
#include "core/base/JsonText.h"
#include "core/base/Text.h"
#include "core/base/UniqueFd.h"
#include "core/exchange/ExperimentMarkdown.h"
#include "core/runner/RunRequest.h"
#include "core/tier/TierCatalogue.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <memory>
#include <nlohmann/json.hpp>

namespace tierscope::cli {

using namespace core; // NOLINT(google-build-using-namespace): the command line is made of core's words

namespace {

using Json = nlohmann::ordered_json;

struct CostOptions {
    std::string id;
    std::optional<int> memory;
    std::optional<double> ms;
    double runs = 1e6;
    std::string region{kDefaultRegion};
    std::string architecture = "x86_64";
    int storageMb = kFreeStorageMb;
    double initMs = 0;
    double coldPercent = 100;
    bool hasFreeTier = false;
    std::string priceFile;
    std::vector<std::string> prices;
    std::optional<double> deadlineSeconds;
    std::optional<double> budgetUsd;
    double timeWeight = 0.5;
    std::string json;
};

Result<Tariff> chosenTariff(const CostOptions& options)
{
    const auto architecture = parseArchitecture(options.architecture);
    if (!architecture)
        return fail(architecture.error());
    PriceList list = shippedPrices();
    if (!options.priceFile.empty()) {
        const auto text = readFile(options.priceFile);
        if (!text)
            return fail(Error{ErrorCode::InvalidArgument, "cannot read the prices: " + text.error().message, "Give a CSV file"});
        auto corrected = correctPrices(std::move(list), *text);
        if (!corrected)
            return fail(std::move(corrected.error()));
        list = std::move(*corrected);
    }
    for (const std::string& price : options.prices) {
        const auto correction = parsePriceCorrection(price);
        if (!correction)
            return fail(correction.error());
        list = correctPrice(std::move(list), options.region, *architecture, *correction);
    }
    auto tariff = list.tariff(options.region, *architecture);
    if (!tariff)
        tariff.error().remedy = "Give it with --price gb-second=USD, or another --region or --arch";
    return tariff;
}

Usage usageOf(const CostOptions& options, MemoryMb memory, double ms)
{
    constexpr double kPercent = 100;
    Usage usage;
    usage.memory = memory;
    usage.durationMs = ms;
    usage.runs = options.runs;
    usage.initMs = options.initMs;
    usage.coldShare = options.initMs > 0 ? options.coldPercent / kPercent : 0;
    usage.storageMb = options.storageMb;
    usage.hasFreeTier = options.hasFreeTier;
    return usage;
}

Json encodeCost(const Cost& cost, double runs)
{
    return {{"billed_ms", cost.billedMs / runs},  {"gb_seconds", cost.gbSeconds},   {"compute_usd", cost.computeUsd},
            {"request_usd", cost.requestUsd},     {"storage_usd", cost.storageUsd}, {"total_usd", cost.totalUsd()},
            {"is_upper_bound", cost.isUpperBound}};
}

Json encodePrices(const Tariff& tariff)
{
    return {{"region", tariff.region},
            {"architecture", architectureName(tariff.architecture)},
            {"as_of", tariff.asOf},
            {"corrected", tariff.isCorrected}};
}

std::string runsWords(double runs)
{
    if (runs == 1e6)
        return "A million runs";
    return runs < 1e15 ? groupDigits(std::int64_t{std::llround(runs)}) + " runs" : fmt::format("{:g} runs", runs);
}

std::string priceLine(const Tariff& tariff, const Cost* cost)
{
    std::string text = fmt::format("Prices: {}\n", priceNote(tariff));
    if (cost != nullptr && cost->isUpperBound)
        text += "This much costs less than that: the region's volume prices are not known here\n";
    return text;
}

/// A memory size and a duration.
int showOne(const CostOptions& options, const Tariff& tariff)
{
    const Usage usage = usageOf(options, MemoryMb{*options.memory}, *options.ms);
    const auto cost = costOf(tariff, usage);
    if (!cost)
        return report(cost.error());
    Usage single = usage;
    single.runs = 1;
    single.hasFreeTier = false;
    const auto one = costOf(tariff, single);
    if (!one)
        return report(one.error());
    if (!options.json.empty()) {
        const Json json = {{"version", 1},
                           {"memory_mb", usage.memory.value},
                           {"ms", usage.durationMs},
                           {"runs", usage.runs},
                           {"prices", encodePrices(tariff)},
                           {"cost_usd", one->totalUsd()},
                           {"cost", encodeCost(*cost, std::max(1.0, usage.runs))}};
        if (const auto written = writeOutput(options.json, core::jsonText(json, 2) + '\n'); !written)
            return report(written.error());
        if (options.json == "-")
            return AllGood;
    }
    TextTable table;
    table.columns = {{"", false}, {"USD", true}};
    table.rows = {{"Compute", formatUsd(cost->computeUsd)}, {"Requests", formatUsd(cost->requestUsd)}};
    if (cost->storageUsd > 0)
        table.rows.push_back({"Ephemeral storage", formatUsd(cost->storageUsd)});
    table.rows.push_back({runsWords(usage.runs), formatUsd(cost->totalUsd())});
    table.rows.push_back({"One run", formatUsd(one->totalUsd())});
    std::string text =
        fmt::format("{} for {:g} ms: {:g} ms billed a run, {:.6g} GB-seconds in all{}\n\n", tierName(usage.memory), usage.durationMs,
                    one->billedMs, cost->gbSeconds, usage.hasFreeTier ? ", the month's free tier taken off" : "");
    text += alignedTable(table) + priceLine(tariff, &*cost);
    const auto written = writeOutput("-", text);
    return written ? static_cast<int>(AllGood) : report(written.error());
}

/// What one tier and way costs as often as was asked for.
struct PricedPoint {
    CostPoint point;
    Cost total;
};

std::string choice(const char* what, const CostPoint* point)
{
    if (point == nullptr)
        return fmt::format("{}: none\n", what);
    const std::string way = point->row.mode == ScheduleMode::Sequential
                                ? scheduleModeName(point->row.mode)
                                : fmt::format("{} with {} at once", scheduleModeName(point->row.mode), point->row.cap);
    return fmt::format("{}: {} at {}, {}, {} a run\n", what, way, tierName(point->row.memory), formatSeconds(point->seconds),
                       formatUsd(point->usd));
}

std::string choices(const CostOptions& options, const std::vector<CostPoint>& points)
{
    std::string text =
        choice("Cheapest", cheapestPoint(points)) + choice("Fastest", fastestPoint(points))
        + choice(fmt::format("Balanced (weight of time {:g})", options.timeWeight).c_str(), balancedPoint(points, options.timeWeight));
    if (options.deadlineSeconds)
        text += choice(fmt::format("Cheapest within {}", formatSeconds(*options.deadlineSeconds)).c_str(),
                       cheapestWithin(points, *options.deadlineSeconds));
    if (options.budgetUsd)
        text += choice(fmt::format("Fastest for at most {} a run", formatUsd(*options.budgetUsd)).c_str(),
                       fastestWithin(points, *options.budgetUsd));
    return text;
}

Json encodeChoice(const CostPoint* point)
{
    if (point == nullptr)
        return nullptr;
    return {{"memory_mb", point->row.memory.value}, {"mode", scheduleModeName(point->row.mode)}, {"cap", point->row.cap}};
}

Json encodePoints(const CostOptions& options, const Tariff& tariff, const std::vector<PricedPoint>& priced, bool isEstimate)
{
    std::vector<CostPoint> points;
    Json rows = Json::array();
    for (const PricedPoint& one : priced) {
        points.push_back(one.point);
        rows.push_back({{"memory_mb", one.point.row.memory.value},
                        {"vcpus", one.point.row.vcpus},
                        {"mode", scheduleModeName(one.point.row.mode)},
                        {"cap", one.point.row.cap},
                        {"median_s", one.point.seconds},
                        {"cost_usd", one.point.usd},
                        {"pareto", one.point.isPareto},
                        {"cost", encodeCost(one.total, std::max(1.0, options.runs))}});
    }
    Json json = {{"version", 1}, {"runs", options.runs}, {"prices", encodePrices(tariff)}, {"estimate", isEstimate}, {"rows", rows}};
    json["cheapest"] = encodeChoice(cheapestPoint(points));
    json["fastest"] = encodeChoice(fastestPoint(points));
    json["balanced"] = encodeChoice(balancedPoint(points, options.timeWeight));
    if (options.deadlineSeconds)
        json["cheapest_within_deadline"] = encodeChoice(cheapestWithin(points, *options.deadlineSeconds));
    if (options.budgetUsd)
        json["fastest_within_budget"] = encodeChoice(fastestWithin(points, *options.budgetUsd));
    return json;
}

std::string pointsText(const CostOptions& options, const Tariff& tariff, const std::vector<PricedPoint>& priced, bool isEstimate)
{
    TextTable table;
    table.columns = {{"Memory", true},    {"Mode", false},     {"Cap", true}, {"Median", true},
                     {"Billed ms", true}, {"USD a run", true}, {"", true},    {"Pareto", false}};
    table.columns[6].header = runsWords(options.runs);
    std::vector<CostPoint> points;
    for (const PricedPoint& one : priced) {
        const SummaryRow& row = one.point.row;
        points.push_back(one.point);
        table.rows.push_back({tierName(row.memory), scheduleModeName(row.mode), std::to_string(row.cap), formatSeconds(one.point.seconds),
                              fmt::format("{:.0f}", one.point.billedMs), formatUsd(one.point.usd), formatUsd(one.total.totalUsd()),
                              one.point.isPareto ? "*" : ""});
    }
    std::string text = alignedTable(table);
    text += "*: no other is both as fast and as cheap\n\n" + choices(options, points) + '\n' + priceLine(tariff, nullptr);
    if (isEstimate)
        text += "An estimate: this computer's seconds are taken for Lambda's\n";
    return text;
}

/// Every tier, mode and cap of an experiment.
int showExperiment(const CostOptions& options, const Tariff& tariff, const ExperimentRecord& record)
{
    const CostBasis basis{tariff, options.storageMb, true};
    const auto points = costPoints(summarise(record.samples, &basis));
    if (points.empty())
        return report({ErrorCode::InvalidArgument, "the experiment has no measured tier that could be priced",
                       "Measure memory tiers; runs without a limit have no price"});
    std::vector<PricedPoint> priced;
    for (const CostPoint& point : points) {
        auto total = costOf(tariff, usageOf(options, point.row.memory, point.seconds * 1000));
        if (!total)
            return report(total.error());
        priced.push_back(PricedPoint{point, *total});
    }
    const bool isEstimate =
        std::any_of(record.samples.begin(), record.samples.end(), [](const Sample& sample) { return sample.limiter != "lambda"; });
    if (!options.json.empty()) {
        const std::string json = core::jsonText(encodePoints(options, tariff, priced, isEstimate), 2) + '\n';
        if (const auto written = writeOutput(options.json, json); !written)
            return report(written.error());
        if (options.json == "-")
            return AllGood;
    }
    const auto written = writeOutput("-", record.entry.name + "\n\n" + pointsText(options, tariff, priced, isEstimate));
    return written ? static_cast<int>(AllGood) : report(written.error());
}

int run(const CommandLine& line, const CostOptions& options)
{
    const bool isOne = options.memory || options.ms;
    if (isOne == !options.id.empty() || (isOne && !(options.memory && options.ms)))
        return report({ErrorCode::InvalidArgument, "what is to be priced is not said",
                       "Give the ID of an experiment, or --memory MB and --ms MILLISECONDS"});
    if (const auto checked = checkOutput(options.json); !checked)
        return report(checked.error());
    const auto tariff = chosenTariff(options);
    if (!tariff)
        return report(tariff.error());
    if (isOne)
        return showOne(options, *tariff);
    const auto record = loadExperiment(line, options.id);
    return record ? showExperiment(options, *tariff, *record) : report(record.error());
}

constexpr const char* kFooter = "Examples:\n"
                                "  tierscope-cli cost --memory 1024 --ms 340\n"
                                "  tierscope-cli cost --memory 1536 --ms 120 --runs 3000000 --free-tier\n"
                                "  tierscope-cli cost reference --region ap-northeast-1 --deadline 2\n"
                                "  tierscope-cli cost 7 --arch arm64 --price gb-second=0.0000133334\n";

} // namespace

void addCostCommand(CLI::App& app, CommandLine& line)
{
    auto* command = app.add_subcommand("cost", "What runs cost on AWS Lambda: of an experiment's tiers, or of a duration");
    auto options = std::make_shared<CostOptions>();
    command->add_option("ID", options->id, "The experiment, as listed; reference: the published measurements");
    command->add_option("--memory", options->memory, "In place of an experiment: the function's memory")->type_name("MB");
    command->add_option("--ms", options->ms, "How long one run takes, without initialisation")->type_name("MS");
    command->add_option("--runs", options->runs, "Runs in a month (1000000)")->type_name("N")->check(CLI::PositiveNumber);
    command->add_option("--region", options->region, "The region (us-east-1)")->type_name("NAME");
    command->add_option("--arch", options->architecture, "x86_64 or arm64 (x86_64)")->type_name("NAME");
    command->add_option("--storage-mb", options->storageMb, "Ephemeral storage of the function (512, which is free)")->type_name("MB");
    command->add_option("--init-ms", options->initMs, "Initialisation of a cold start, which is billed too")->type_name("MS");
    command->add_option("--cold-percent", options->coldPercent, "How many of the runs are cold starts, with --init-ms (100)")
        ->type_name("PERCENT");
    command->add_flag("--free-tier", options->hasFreeTier, "Take a month's free requests and GB-seconds off");
    command
        ->add_option("--price", options->prices,
                     "Correct a price: gb-second, million-requests or storage-gb-second; may be given more than once")
        ->type_name("NAME=USD")
        ->allow_extra_args(false);
    command->add_option("--prices", options->priceFile, "Correct prices by a CSV file like Tierscope's own")->type_name("FILE");
    command->add_option("--deadline", options->deadlineSeconds, "Name the cheapest that takes at most so long")->type_name("S");
    command->add_option("--budget", options->budgetUsd, "Name the fastest that costs at most so much a run")->type_name("USD");
    command->add_option("--weight", options->timeWeight, "What time counts against cost in the balance, 0 to 1 (0.5)")
        ->type_name("W")
        ->check(CLI::Range(0.0, 1.0));
    command->add_option("--json", options->json, "Write it as JSON; - in place of the text")->type_name("FILE|-");
    addDatabaseOption(*command, line);
    command->footer(kFooter);
    command->callback([&line, options] { line.action = [&line, options] { return run(line, *options); }; });
}

} // namespace tierscope::cli
