// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/Comparison.h"
#include "core/analysis/Decomposition.h"
#include "core/analysis/Drift.h"
#include "core/analysis/SpeedUp.h"
#include "core/analysis/Summary.h"

#include <string>
#include <vector>

namespace tierscope::core {

/// What the figures say. Text for people is made by findingText, or by ui in its language.
struct Finding {
    enum class Kind : std::uint8_t {
        Fastest,      ///< row: the fastest; other: the slowest; rival, where another is as fast within the noise
        Cheapest,     ///< least USD a run, or least GB-seconds where nothing has a price; other: the fastest
        Balanced,     ///< row: least time x cost, so that twice as fast is worth twice the price; other: the cheapest
        BreakEven,    ///< row: the least tier from which parallel stays noticeably faster (noticeableGain); other: its sequential
        NeverPaysOff, ///< parallel is nowhere noticeably faster; row: its best try, other: that tier's sequential
        Knee,         ///< row: the last tier up to which twice the memory gives at least sqrt(2) of the speed; other: the next tier's best
        LargestLoss,  ///< row: the fastest; parts: where the time of its runs went, on average; figure: of the largest loss, in seconds
        SerialFraction, ///< figure: Amdahl's serial fraction over `count` tiers; row: the largest of them, other: its sequential
        FailedSamples,  ///< count of them; row: the first
        Outliers,       ///< count of marked samples; row: the first that has some
        ColdStarts,     ///< count of cold starts that are kept apart; row: the first that has some
        Drift,          ///< figure: relative change of the times from begin to end; count: of how many samples
        TooFewSamples,  ///< count: the fewest good samples that a row has, below kFewestForInterval; row: it
    };
    Kind kind = Kind::Fastest;
    SummaryRow row;
    std::optional<SummaryRow> other;
    int count = 0;
    double figure = 0;
    /// Of Fastest: a way that cannot be told from it, and costs less where that is known.
    std::optional<SummaryRow> rival;
    /// Of BreakEven: where it may lie.
    std::optional<BreakEven> breakEven;
    /// Of LargestLoss.
    std::optional<Decomposition> parts;
    int tasks = 0; ///< of LargestLoss: of a run
    /// Costs are estimates: seconds of this computer taken for Lambda's.
    bool isEstimate = false;
};
inline constexpr auto kLastFindingKind = Finding::Kind::TooFewSamples;
[[nodiscard]] const char* findingKindName(Finding::Kind kind);

/// What the medians alone say: fastest, cheapest, break-even or that there is none, failed samples.
[[nodiscard]] std::vector<Finding> findings(const std::vector<SummaryRow>& summary);

/// What to do about the largest loss of a way to run, which depends on how it was run.
enum class LossAdvice : std::uint8_t {
    HigherTier,         ///< the quota holds it back
    HigherTierOrOne,    ///< likewise, and one at a time costs nothing
    HigherTierOrFewer,  ///< likewise, and fewestAtOnce at once cost nothing
    NoHigherTier,       ///< the quota of the largest tier
    FewerAtOnce,        ///< more at once than vCPUs: as many as vCPUs
    QuieterOrFewer,     ///< tasks slow each other down, or other programs do
    QuieterComputer,    ///< one at a time, so that other programs do
    Pool,               ///< processes that are reused do not begin for each task
    LargerTasks,        ///< processes begin, or the scheduler works, for each task
    SmallerTasks,       ///< the last wave leaves slots empty: more and smaller tasks fill it
    MoreTasksThanSlots, ///< fewer tasks than slots
};
[[nodiscard]] LossAdvice adviceFor(const Finding& finding);
/// Processes at once that use all of the row's quota.
[[nodiscard]] int fewestAtOnce(const SummaryRow& row);

/// All that the samples say, runs priced by `basis` (null: only as the samples have costs). The answers first, then what they rest on.
/// The largest loss needs tasks, or the wallParts that were kept of them, and is left out without.
[[nodiscard]] std::vector<Finding> findings(const std::vector<Sample>& samples, const CostBasis* basis = &defaultCostBasis());

/// One sentence without a full stop.
[[nodiscard]] std::string findingText(const Finding& finding);

/// The samples of each tier, mode and cap in the order in which they were measured, for findDrift.
[[nodiscard]] std::vector<OrderedTimes> timesInOrder(const std::vector<Sample>& samples);

} // namespace tierscope::core
