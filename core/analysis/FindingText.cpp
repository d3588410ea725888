// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/Findings.h"
#include "core/tier/TierCatalogue.h"

#include <cctype>
#include <cmath>
#include <fmt/format.h>

namespace tierscope::core {

namespace {

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

std::string fastestText(const Finding& finding, const SummaryRow& slowest)
{
    const SummaryRow& row = finding.row;
    std::string text =
        fmt::format("Fastest is {} {}: {}, {} as fast as the slowest ({} {}, {})", way(row), place(row), formatSeconds(row.medianSeconds),
                    times(slowest.medianSeconds / row.medianSeconds), way(slowest), place(slowest), formatSeconds(slowest.medianSeconds));
    if (finding.rival)
        text += fmt::format("; {} {} takes {}, which cannot be told from it, and costs less", way(*finding.rival), place(*finding.rival),
                            formatSeconds(finding.rival->medianSeconds));
    return text;
}

/// "$0.0000999 a run, $99.90 a million".
std::string money(const SummaryRow& row)
{
    return fmt::format("{} a run, {} a million", formatUsd(*row.costUsd), formatUsd(*row.costUsd * 1e6));
}

/// What makes a price an estimate.
std::string estimateNote(const Finding& finding)
{
    return finding.isEstimate ? ", with this computer's seconds taken for Lambda's" : "";
}

std::string cheapestText(const Finding& finding, const SummaryRow& fastest)
{
    constexpr double kMbPerGb = 1024;
    const SummaryRow& row = finding.row;
    const auto gigabyteSeconds = [](const SummaryRow& of) { return of.memory.value * of.medianSeconds / kMbPerGb; };
    const bool hasCosts = row.costUsd && fastest.costUsd;
    const bool isFastest = hasCosts ? *fastest.costUsd <= *row.costUsd : gigabyteSeconds(fastest) <= gigabyteSeconds(row);
    const std::string figure = hasCosts ? money(row) : fmt::format("{:.3g} GB-seconds", gigabyteSeconds(row));
    std::string text = fmt::format("Cheapest is {} {}: {} in {}", way(row), place(row), figure, formatSeconds(row.medianSeconds));
    if (isFastest)
        text += "; it is the fastest too";
    else if (hasCosts)
        text += fmt::format("; the fastest costs {} a run", formatUsd(*fastest.costUsd));
    else
        text += fmt::format("; the fastest takes {:.3g}", gigabyteSeconds(fastest));
    return text + (hasCosts ? estimateNote(finding) : "");
}

std::string balancedText(const SummaryRow& row, const SummaryRow& cheapest)
{
    std::string text = fmt::format("Best balance is {} {}: {} for {}", way(row), place(row), formatSeconds(row.medianSeconds), money(row));
    if (row.memory == cheapest.memory && row.mode == cheapest.mode && row.cap == cheapest.cap)
        return text + "; it is the cheapest too";
    return text
           + fmt::format(", {} as fast as the cheapest at {} its price", times(cheapest.medianSeconds / row.medianSeconds),
                         times(*row.costUsd / *cheapest.costUsd));
}

/// "; by its samples it lies between 1024 MB and 2048 MB".
std::string breakEvenRange(const std::optional<BreakEven>& breakEven)
{
    if (!breakEven || !breakEven->hasInterval())
        return {};
    if (!breakEven->highTier)
        return fmt::format("; by its samples (95 %) from {} up, or nowhere", tierName(*breakEven->lowTier));
    if (breakEven->lowTier == breakEven->highTier)
        return "; its samples (95 %) leave no other tier";
    return fmt::format("; by its samples (95 %) from somewhere between {} and {}", tierName(*breakEven->lowTier),
                       tierName(*breakEven->highTier));
}

std::string breakEvenText(const Finding& finding, const SummaryRow& sequential)
{
    const SummaryRow& row = finding.row;
    const std::string start = row.memory == kUnlimitedTier ? "Without a limit parallel is faster"
                                                           : fmt::format("Parallel is faster from {} up", tierName(row.memory));
    return fmt::format("{}: {} against {} one after the other there ({}){}", start, formatSeconds(row.medianSeconds),
                       formatSeconds(sequential.medianSeconds), times(sequential.medianSeconds / row.medianSeconds),
                       breakEvenRange(finding.breakEven));
}

std::string neverText(const SummaryRow& row, const SummaryRow& sequential)
{
    return fmt::format("Parallel is nowhere faster: its best is {} {}, {} against {} one after the other", way(row), place(row),
                       formatSeconds(row.medianSeconds), formatSeconds(sequential.medianSeconds));
}

std::string kneeText(const SummaryRow& row, const SummaryRow& next)
{
    return fmt::format("The knee is {}: up to there more memory pays in speed, the step to {} makes it only {} as fast for {} the memory",
                       tierName(row.memory), tierName(next.memory), times(row.medianSeconds / next.medianSeconds),
                       times(static_cast<double>(next.memory.value) / row.memory.value));
}

std::string serialText(const Finding& finding)
{
    constexpr double kPercent = 100;
    // Below a thousandth the limit is a number nobody can use.
    if (finding.figure < 0.001)
        return fmt::format("The work is parallel through and through: Amdahl's fit over {} {} finds no serial part", finding.count,
                           finding.count == 1 ? "tier" : "tiers");
    return fmt::format(
        "{:.1f} % of the work behaves as if serial (Amdahl's fit over {} {}): no number of vCPUs makes it more than {} as fast",
        finding.figure * kPercent, finding.count, finding.count == 1 ? "tier" : "tiers", times(1 / finding.figure));
}

const char* lossText(WallPart part)
{
    switch (part) {
    case WallPart::ProcessStart:
        return "processes begin";
    case WallPart::Contention:
        return "tasks slow each other down";
    case WallPart::IdleSlots:
        return "slots have no task";
    case WallPart::Scheduler:
        return "tasks wait for the scheduler";
    case WallPart::Compute:
    case WallPart::Throttled:
        return "throttled by the quota";
    }
    return "";
}

std::string adviceText(const Finding& finding)
{
    switch (adviceFor(finding)) {
    case LossAdvice::HigherTier:
        return "a higher tier gives more CPU";
    case LossAdvice::HigherTierOrOne:
        return "a higher tier gives more CPU, and one at a time costs nothing here";
    case LossAdvice::HigherTierOrFewer:
        return fmt::format("a higher tier gives more CPU, and {} at once cost nothing here", fewestAtOnce(finding.row));
    case LossAdvice::NoHigherTier:
        return "no tier gives more CPU; give the tasks less to do, or spread them over more invocations";
    case LossAdvice::FewerAtOnce:
        return fmt::format("there are {} vCPUs: no more at once than that", finding.row.vcpus);
    case LossAdvice::QuieterOrFewer:
        return "close other programs, and try fewer at once: they share caches and memory";
    case LossAdvice::QuieterComputer:
        return "close other programs and measure again";
    case LossAdvice::Pool:
        return "the mode pool reuses processes, and larger tasks need fewer";
    case LossAdvice::LargerTasks:
        return "give each task more to do";
    case LossAdvice::SmallerTasks:
        return "more and smaller tasks fill the last wave";
    case LossAdvice::MoreTasksThanSlots:
        return fmt::format("split the work into at least {} tasks, or take a smaller tier", finding.row.cap);
    }
    return {};
}

std::string lossText(const Finding& finding)
{
    const Decomposition parts = finding.parts.value_or(Decomposition{});
    return fmt::format("The largest loss of the fastest ({} {}): {} of {}, {}; {}", way(finding.row), place(finding.row),
                       formatSeconds(finding.figure), formatSeconds(parts.wallSeconds), lossText(parts.largestLoss()), adviceText(finding));
}

std::string countText(int count, const char* one, const char* many)
{
    return count == 1 ? fmt::format("1 {}", one) : fmt::format("{} {}", count, many);
}

std::string driftText(const Finding& finding)
{
    constexpr double kPercent = 100;
    return fmt::format(
        "Times drifted: the last runs take {:.1f} % {} than the first; close other programs, let the computer cool and keep it on "
        "mains, then measure again",
        std::abs(finding.figure) * kPercent, finding.figure > 0 ? "longer" : "less");
}

std::string tooFewText(const Finding& finding)
{
    return fmt::format("{} {} rests on {}: differences may be chance; repeat at least {} times (--repeats {})", way(finding.row),
                       place(finding.row), countText(finding.count, "run", "runs"), kFewestForInterval, kFewestForInterval);
}

} // namespace

std::string findingText(const Finding& finding)
{
    const SummaryRow& other = finding.other ? *finding.other : finding.row;
    switch (finding.kind) {
    case Finding::Kind::Fastest:
        return fastestText(finding, other);
    case Finding::Kind::Cheapest:
        return cheapestText(finding, other);
    case Finding::Kind::Balanced:
        return balancedText(finding.row, other);
    case Finding::Kind::BreakEven:
        return breakEvenText(finding, other);
    case Finding::Kind::NeverPaysOff:
        return neverText(finding.row, other);
    case Finding::Kind::Knee:
        return kneeText(finding.row, other);
    case Finding::Kind::LargestLoss:
        return lossText(finding);
    case Finding::Kind::SerialFraction:
        return serialText(finding);
    case Finding::Kind::FailedSamples:
        return fmt::format("{} failed and {} not counted, first {} {}", countText(finding.count, "run", "runs"),
                           finding.count == 1 ? "is" : "are", way(finding.row), place(finding.row));
    case Finding::Kind::Outliers:
        return fmt::format("{} apart from the others and {} marked, not left out, first {} {}",
                           countText(finding.count, "run lies", "runs lie"), finding.count == 1 ? "is" : "are", way(finding.row),
                           place(finding.row));
    case Finding::Kind::ColdStarts:
        return fmt::format("{} kept apart from the warm runs, first {} {}", countText(finding.count, "cold start is", "cold starts are"),
                           way(finding.row), place(finding.row));
    case Finding::Kind::Drift:
        return driftText(finding);
    case Finding::Kind::TooFewSamples: {
        std::string text = tooFewText(finding);
        text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
        return text;
    }
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
