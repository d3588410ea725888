// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/Summary.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace tierscope::core {

namespace {

std::vector<SummaryRow> measuredRows(const std::vector<SummaryRow>& summary)
{
    std::vector<SummaryRow> rows;
    std::copy_if(summary.begin(), summary.end(), std::back_inserter(rows), [](const SummaryRow& row) { return row.n > 0; });
    return rows;
}

double memorySeconds(const SummaryRow& row)
{
    return row.memory.value * row.medianSeconds;
}

bool isFaster(const SummaryRow& left, const SummaryRow& right)
{
    return left.medianSeconds < right.medianSeconds;
}

/// What counts as faster. With more than a vCPU of credit a gain can be real from 1 %, which is how true an emulated tier is. With a vCPU
/// or less a second process has no CPU time of its own: only tasks that wait gain there, and by much; a few per cent are noise.
double noticeable(CpuShare share)
{
    constexpr double kAboveOneVcpu = 1.01;
    constexpr double kUpToOneVcpu = 1.05;
    return share.value > 1 ? kAboveOneVcpu : kUpToOneVcpu;
}

/// Sequential and the best of the parallel ways at one tier.
struct TierPair {
    SummaryRow sequential;
    SummaryRow parallel;
    [[nodiscard]] bool parallelIsFaster() const { return sequential.medianSeconds >= noticeable(parallel.share) * parallel.medianSeconds; }
};

/// Of the tiers that have both, in the rows' order.
std::vector<TierPair> tierPairs(const std::vector<SummaryRow>& rows)
{
    std::vector<TierPair> pairs;
    for (const SummaryRow& sequential : rows) {
        if (sequential.mode != ScheduleMode::Sequential)
            continue;
        const SummaryRow* best = nullptr;
        for (const SummaryRow& row : rows) {
            const bool isRival = row.memory == sequential.memory && row.mode != ScheduleMode::Sequential;
            if (isRival && (best == nullptr || isFaster(row, *best)))
                best = &row;
        }
        if (best != nullptr)
            pairs.push_back(TierPair{sequential, *best});
    }
    return pairs;
}

void addFastest(const std::vector<SummaryRow>& rows, std::vector<Finding>& found)
{
    if (rows.size() < 2)
        return;
    const auto [fastest, slowest] = std::minmax_element(rows.begin(), rows.end(), isFaster);
    found.push_back(Finding{Finding::Kind::Fastest, *fastest, *slowest, 0});
}

void addCheapest(const std::vector<SummaryRow>& rows, std::vector<Finding>& found)
{
    std::vector<SummaryRow> limited;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(limited), [](const SummaryRow& row) { return row.memory != kUnlimitedTier; });
    if (limited.size() < 2)
        return;
    const auto cheapest = std::min_element(limited.begin(), limited.end(), [](const SummaryRow& left, const SummaryRow& right) {
        return memorySeconds(left) < memorySeconds(right);
    });
    const auto fastest = std::min_element(limited.begin(), limited.end(), isFaster);
    found.push_back(Finding{Finding::Kind::Cheapest, *cheapest, *fastest, 0});
}

void addBreakEven(const std::vector<SummaryRow>& rows, std::vector<Finding>& found)
{
    const std::vector<TierPair> pairs = tierPairs(rows);
    if (pairs.empty())
        return;
    const auto lastSlower = std::find_if(pairs.rbegin(), pairs.rend(), [](const TierPair& pair) { return !pair.parallelIsFaster(); });
    if (const auto first = lastSlower.base(); first != pairs.end()) {
        found.push_back(Finding{Finding::Kind::BreakEven, first->parallel, first->sequential, 0});
        return;
    }
    if (std::any_of(pairs.begin(), pairs.end(), [](const TierPair& pair) { return pair.parallelIsFaster(); }))
        return;
    const auto best = std::max_element(pairs.begin(), pairs.end(), [](const TierPair& left, const TierPair& right) {
        return left.parallel.speedup.value_or(0) < right.parallel.speedup.value_or(0);
    });
    found.push_back(Finding{Finding::Kind::NeverPaysOff, best->parallel, best->sequential, 0});
}

void addFailed(const std::vector<SummaryRow>& summary, std::vector<Finding>& found)
{
    const auto first = std::find_if(summary.begin(), summary.end(), [](const SummaryRow& row) { return row.failed > 0; });
    if (first == summary.end())
        return;
    int count = 0;
    for (const SummaryRow& row : summary)
        count += row.failed;
    found.push_back(Finding{Finding::Kind::FailedSamples, *first, std::nullopt, count});
}

std::string place(const SummaryRow& row)
{
    return row.memory == kUnlimitedTier ? "without a limit" : "at " + tierName(row.memory);
}

std::string way(const SummaryRow& row)
{
    if (row.mode == ScheduleMode::Sequential)
        return scheduleModeName(row.mode);
    return fmt::format("{} with {} at once", scheduleModeName(row.mode), row.cap);
}

/// "8.3 times", "65 times"; close to one it needs its hundredths.
std::string times(double factor)
{
    return fmt::format("{:.{}f} times", factor, factor < 2 ? 2 : factor < 20 ? 1 : 0);
}

std::string fastestText(const SummaryRow& row, const SummaryRow& slowest)
{
    return fmt::format("Fastest is {} {}: {}, {} as fast as the slowest ({} {}, {})", way(row), place(row),
                       formatSeconds(row.medianSeconds), times(slowest.medianSeconds / row.medianSeconds), way(slowest), place(slowest),
                       formatSeconds(slowest.medianSeconds));
}

std::string cheapestText(const SummaryRow& row, const SummaryRow& fastest)
{
    constexpr double kMbPerGb = 1024;
    std::string text = fmt::format("Cheapest is {} {}: {:.3g} GB-seconds in {}", way(row), place(row), memorySeconds(row) / kMbPerGb,
                                   formatSeconds(row.medianSeconds));
    if (memorySeconds(fastest) <= memorySeconds(row))
        return text + "; it is the fastest too";
    return text + fmt::format("; the fastest takes {:.3g}", memorySeconds(fastest) / kMbPerGb);
}

std::string breakEvenText(const SummaryRow& row, const SummaryRow& sequential)
{
    const std::string start = row.memory == kUnlimitedTier ? "Without a limit parallel is faster"
                                                           : fmt::format("Parallel is faster from {} up", tierName(row.memory));
    return fmt::format("{}: {} against {} one after the other there ({})", start, formatSeconds(row.medianSeconds),
                       formatSeconds(sequential.medianSeconds), times(sequential.medianSeconds / row.medianSeconds));
}

std::string neverText(const SummaryRow& row, const SummaryRow& sequential)
{
    return fmt::format("Parallel is nowhere faster: its best is {} {}, {} against {} one after the other", way(row), place(row),
                       formatSeconds(row.medianSeconds), formatSeconds(sequential.medianSeconds));
}

} // namespace

const char* findingKindName(Finding::Kind kind)
{
    switch (kind) {
    case Finding::Kind::Fastest:
        return "fastest";
    case Finding::Kind::Cheapest:
        return "cheapest";
    case Finding::Kind::BreakEven:
        return "break_even";
    case Finding::Kind::NeverPaysOff:
        return "never_pays_off";
    case Finding::Kind::FailedSamples:
        return "failed_samples";
    }
    return "";
}

std::vector<Finding> findings(const std::vector<SummaryRow>& summary)
{
    const std::vector<SummaryRow> rows = measuredRows(summary);
    std::vector<Finding> found;
    addFastest(rows, found);
    addCheapest(rows, found);
    addBreakEven(rows, found);
    addFailed(summary, found);
    return found;
}

std::string findingText(const Finding& finding)
{
    const SummaryRow& other = finding.other ? *finding.other : finding.row;
    switch (finding.kind) {
    case Finding::Kind::Fastest:
        return fastestText(finding.row, other);
    case Finding::Kind::Cheapest:
        return cheapestText(finding.row, other);
    case Finding::Kind::BreakEven:
        return breakEvenText(finding.row, other);
    case Finding::Kind::NeverPaysOff:
        return neverText(finding.row, other);
    case Finding::Kind::FailedSamples:
        return fmt::format("{} failed and {} not counted, first {} {}",
                           finding.count == 1 ? "1 run" : fmt::format("{} runs", finding.count), finding.count == 1 ? "is" : "are",
                           way(finding.row), place(finding.row));
    }
    return {};
}

std::string formatSeconds(double seconds)
{
    if (!std::isfinite(seconds))
        return "-";
    if (seconds == 0)
        return "0 s";
    if (seconds < 0)
        return "-" + formatSeconds(-seconds);
    // Round before the unit is chosen: 0.9996 s is 1.00 s, not 1000 ms.
    const double scale = std::pow(10.0, 2 - std::floor(std::log10(seconds)));
    const double rounded = std::round(seconds * scale) / scale;
    const auto number = [](double value) { return fmt::format("{:.{}f}", value, value < 9.995 ? 2 : value < 99.95 ? 1 : 0); };
    constexpr double kMinutesFrom = 120;
    constexpr double kHoursFrom = 7200;
    if (rounded < 1e-3)
        return number(rounded * 1e6) + " µs";
    if (rounded < 1)
        return number(rounded * 1e3) + " ms";
    if (rounded < kMinutesFrom)
        return number(rounded) + " s";
    const auto whole = std::llround(rounded);
    if (rounded < kHoursFrom)
        return fmt::format("{} min {} s", whole / 60, whole % 60);
    return fmt::format("{} h {} min", whole / 3600, whole % 3600 / 60);
}

} // namespace tierscope::core
