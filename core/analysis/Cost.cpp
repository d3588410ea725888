// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/Cost.h"

#include "core/base/Text.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace tierscope::core {

namespace {

constexpr double kMbPerGb = 1024;
/// Where AWS's volume prices begin at the earliest (x86 in us-east-1; aws.amazon.com/lambda/pricing).
constexpr double kFirstVolumeStep = 6e9;

Result<void> checkUsage(const Usage& usage)
{
    const auto refuse = [](std::string message, std::string remedy) {
        return fail(ErrorCode::InvalidArgument, std::move(message), std::move(remedy));
    };
    const auto isAmount = [](double value) { return std::isfinite(value) && value >= 0; };
    if (!isLambdaTier(usage.memory))
        return refuse(fmt::format("{} MB is not a memory tier of Lambda", usage.memory.value),
                      fmt::format("Give a size from {} to {} MB", kSmallestTier.value, kLargestTier.value));
    if (!isAmount(usage.durationMs) || !isAmount(usage.initMs) || !isAmount(usage.runs))
        return refuse("a duration or a number of runs is negative or not a number", "Give numbers from 0 up");
    if (!(usage.coldShare >= 0 && usage.coldShare <= 1))
        return refuse("the share of cold starts is not between none and all of the runs", "Give 0 to 100 %");
    if (usage.storageMb < kFreeStorageMb || usage.storageMb > kLargestStorageMb)
        return refuse(fmt::format("{} MB is not a size of ephemeral storage", usage.storageMb),
                      fmt::format("Give a size from {} to {} MB", kFreeStorageMb, kLargestStorageMb));
    return {};
}

double computeUsd(const std::vector<VolumeStep>& steps, double gbSeconds)
{
    double usd = 0;
    for (std::size_t step = 0; step < steps.size(); ++step) {
        const double end = step + 1 < steps.size() ? std::min(gbSeconds, steps[step + 1].fromGbSeconds) : gbSeconds;
        usd += std::max(0.0, end - steps[step].fromGbSeconds) * steps[step].usdPerGbSecond;
    }
    return usd;
}

Error unknownPrice(const char* what, const Tariff& tariff, const char* option)
{
    return Error{ErrorCode::NotFound, fmt::format("the price of {} in {} is not known", what, tariff.region),
                 fmt::format("Give it as {}=USD, or choose another region", option)};
}

} // namespace

double billedMilliseconds(double durationMs, double initMs)
{
    constexpr double kInexact = 1e-6;
    return std::max(0.0, std::ceil(durationMs + initMs - kInexact));
}

Result<Cost> costOf(const Tariff& tariff, const Usage& usage)
{
    if (auto checked = checkUsage(usage); !checked)
        return fail(std::move(checked.error()));
    const double coldRuns = usage.runs * usage.coldShare;
    Cost cost;
    cost.billedMs =
        (usage.runs - coldRuns) * billedMilliseconds(usage.durationMs) + coldRuns * billedMilliseconds(usage.durationMs, usage.initMs);
    const double seconds = cost.billedMs / kMsPerSecond;
    cost.gbSeconds = usage.memory.value / kMbPerGb * seconds;
    const double billedGbSeconds = std::max(0.0, cost.gbSeconds - (usage.hasFreeTier ? tariff.freeGbSeconds : 0));
    cost.computeUsd = computeUsd(tariff.compute, billedGbSeconds);
    cost.isUpperBound = tariff.compute.size() < 2 && billedGbSeconds > kFirstVolumeStep;

    const double requests = std::max(0.0, usage.runs - (usage.hasFreeTier ? tariff.freeRequests : 0));
    if (!tariff.usdPerMillionRequests && requests > 0)
        return fail(unknownPrice("a million requests", tariff, "million-requests"));
    cost.requestUsd = requests / 1e6 * tariff.usdPerMillionRequests.value_or(0);

    const double storageGb = (usage.storageMb - kFreeStorageMb) / kMbPerGb;
    if (storageGb > 0 && !tariff.usdPerStorageGbSecond)
        return fail(unknownPrice("ephemeral storage above 512 MB", tariff, "storage-gb-second"));
    cost.storageUsd = storageGb * seconds * tariff.usdPerStorageGbSecond.value_or(0);
    return cost;
}

const CostBasis& defaultCostBasis()
{
    static const CostBasis kBasis{shippedPrices().tariff(kDefaultRegion, Architecture::X86).value(), kFreeStorageMb, false};
    return kBasis;
}

std::optional<double> sampleCost(const Sample& sample, const CostBasis& basis)
{
    if (!sample.ok || sample.memory == kUnlimitedTier)
        return std::nullopt;
    if (sample.costUsd && !basis.isRepricing)
        return sample.costUsd;
    Usage usage;
    usage.memory = sample.memory;
    usage.durationMs = sample.billedMs.value_or(sample.wallSeconds * kMsPerSecond);
    // The billed duration of a REPORT line has the initialisation in it already.
    usage.initMs = sample.billedMs ? 0 : sample.initMs.value_or(0);
    usage.coldShare = usage.initMs > 0 ? 1 : 0;
    usage.storageMb = basis.storageMb;
    const auto cost = costOf(basis.tariff, usage);
    return cost ? std::optional(cost->totalUsd()) : std::nullopt;
}

std::string priceNote(const Tariff& tariff)
{
    return fmt::format("{}, {}, as of {}{}", tariff.region, architectureName(tariff.architecture), tariff.asOf,
                       tariff.isCorrected ? ", corrected by you" : "");
}

std::string formatUsd(double usd)
{
    if (!std::isfinite(usd))
        return "-";
    if (usd < 0)
        return "-" + formatUsd(-usd);
    const auto cents = std::llround(usd * 100);
    if (cents >= 100)
        return fmt::format("${}.{:02}", groupDigits(std::int64_t{cents / 100}), cents % 100);
    if (usd == 0)
        return "$0";
    // Three significant figures without an exponent; rounding may carry into the next decade, which costs no figure.
    const int decimals = 2 - static_cast<int>(std::floor(std::log10(usd)));
    return fmt::format("${:.{}f}", usd, decimals);
}

} // namespace tierscope::core
