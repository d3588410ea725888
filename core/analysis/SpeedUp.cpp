// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/SpeedUp.h"

#include "core/tier/QuotaLaw.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <tuple>

namespace tierscope::core {

namespace {

using Seconds = std::vector<double>;

/// Orders tiers with unlimited last.
bool isSmaller(MemoryMb left, MemoryMb right)
{
    return std::pair(left == kUnlimitedTier, left.value) < std::pair(right == kUnlimitedTier, right.value);
}

/// One tier's times, sequential and of its best parallel way.
struct TierTimes {
    MemoryMb memory;
    CpuShare share;
    Seconds sequential;
    Seconds parallel;
};

double gainOf(const Seconds& sequential, const Seconds& parallel)
{
    return median(sequential) / median(parallel);
}

/// Index of the first tier from which all gains are noticeable; none where the last is not.
std::optional<std::size_t> breakEvenIndex(const std::vector<TierTimes>& tiers, const std::vector<double>& gains)
{
    std::size_t first = tiers.size();
    while (first > 0 && gains[first - 1] >= noticeableGain(tiers[first - 1].share))
        --first;
    return first == tiers.size() ? std::nullopt : std::optional(first);
}

std::vector<double> gainsOf(const std::vector<TierTimes>& tiers)
{
    std::vector<double> gains;
    gains.reserve(tiers.size());
    for (const TierTimes& tier : tiers)
        gains.push_back(gainOf(tier.sequential, tier.parallel));
    return gains;
}

Seconds resampled(const Seconds& values, std::mt19937_64& engine)
{
    Seconds drawn(values.size());
    // A plain remainder, as the standard's distributions differ between libraries; its bias is below 2^-50 here.
    std::generate(drawn.begin(), drawn.end(), [&] { return values[engine() % values.size()]; });
    return drawn;
}

void addInterval(const std::vector<TierTimes>& tiers, std::uint64_t seed, BreakEven& breakEven)
{
    constexpr std::size_t kFewest = 3;
    constexpr std::size_t kResamples = 1000;
    constexpr std::size_t kTail = kResamples / 40;
    const bool isEnough = std::all_of(tiers.begin(), tiers.end(), [](const TierTimes& tier) {
        return tier.sequential.size() >= kFewest && tier.parallel.size() >= kFewest;
    });
    if (!isEnough)
        return;
    std::mt19937_64 engine(seed);
    std::vector<std::size_t> found;
    for (std::size_t round = 0; round < kResamples; ++round) {
        std::vector<double> gains;
        gains.reserve(tiers.size());
        for (const TierTimes& tier : tiers)
            gains.push_back(gainOf(resampled(tier.sequential, engine), resampled(tier.parallel, engine)));
        found.push_back(breakEvenIndex(tiers, gains).value_or(tiers.size()));
    }
    std::sort(found.begin(), found.end());
    const auto tierAt = [&](std::size_t index) { return index == tiers.size() ? std::nullopt : std::optional(tiers[index].memory); };
    breakEven.lowTier = tierAt(found[kTail]);
    breakEven.highTier = tierAt(found[kResamples - 1 - kTail]);
}

BreakEven findBreakEven(const std::vector<TierTimes>& tiers, std::uint64_t seed)
{
    BreakEven breakEven;
    const std::vector<double> gains = gainsOf(tiers);
    for (std::size_t index = 0; index < tiers.size(); ++index)
        breakEven.isFasterSomewhere = breakEven.isFasterSomewhere || gains[index] >= noticeableGain(tiers[index].share);
    const auto first = breakEvenIndex(tiers, gains);
    if (!first)
        return breakEven;
    breakEven.tier = tiers[*first].memory;
    if (*first > 0 && *breakEven.tier != kUnlimitedTier && gains[*first - 1] < 1) {
        const double below = std::log(gains[*first - 1]);
        const double above = std::log(gains[*first]);
        breakEven.crossingMb =
            std::exp(std::lerp(std::log(tiers[*first - 1].memory.value), std::log(breakEven.tier->value), -below / (above - below)));
    }
    addInterval(tiers, seed, breakEven);
    return breakEven;
}

using CellKey = std::tuple<MemoryMb, ScheduleMode, int>;
std::map<CellKey, Seconds> timesByCell(const std::vector<Sample>& samples)
{
    std::map<CellKey, Seconds> cells;
    for (const Sample* sample : statisticSamples(samples))
        cells[{sample->memory, sample->mode, sample->cap}].push_back(sample->wallSeconds);
    return cells;
}

int tasksOf(const std::vector<Sample>& samples, const SummaryRow& row)
{
    const auto found = std::find_if(samples.begin(), samples.end(), [&](const Sample& sample) {
        return sample.isCounted() && sample.memory == row.memory && sample.mode == row.mode && sample.cap == row.cap;
    });
    return found == samples.end() ? 1 : std::max(1, found->taskCount);
}

const SummaryRow* fastestParallel(const std::vector<SummaryRow>& summary, MemoryMb memory)
{
    const SummaryRow* best = nullptr;
    for (const SummaryRow& row : summary) {
        const bool isRival = row.n > 0 && row.memory == memory && row.mode != ScheduleMode::Sequential;
        if (isRival && (best == nullptr || row.medianSeconds < best->medianSeconds))
            best = &row;
    }
    return best;
}

SpeedupRow makeRow(const SummaryRow& sequential, const SummaryRow& parallel, int tasks)
{
    SpeedupRow row;
    row.parallel = parallel;
    row.sequential = sequential;
    row.tasks = tasks;
    row.processors = usableProcessors(parallel.share, parallel.cap);
    row.idealGain = idealGain(parallel.share, parallel.cap, tasks);
    row.parallelGain = sequential.medianSeconds / parallel.medianSeconds;
    row.efficiency = row.parallelGain / parallel.cap;
    row.serialFraction = karpFlattFraction(row.parallelGain, row.processors);
    return row;
}

} // namespace

double amdahlSpeedup(double serialFraction, double processors)
{
    return 1 / (serialFraction + (1 - serialFraction) / processors);
}

std::optional<double> karpFlattFraction(double speedup, double processors)
{
    if (!(processors > 1) || !(speedup > 0))
        return std::nullopt;
    return (1 / speedup - 1 / processors) / (1 - 1 / processors);
}

double usableProcessors(CpuShare share, int cap)
{
    return std::max(1.0, std::min<double>(cap, share.value) / std::min(1.0, share.value));
}

double idealGain(CpuShare share, int cap, int tasks)
{
    const std::vector<double> equal(static_cast<std::size_t>(tasks), 1.0);
    return idealMakespan(equal, 1, share) / idealMakespan(equal, cap, share);
}

double noticeableGain(CpuShare share)
{
    constexpr double kAboveOneVcpu = 1.01;
    constexpr double kUpToOneVcpu = 1.05;
    return share.value > 1 ? kAboveOneVcpu : kUpToOneVcpu;
}

std::optional<AmdahlFit> fitAmdahl(std::span<const SpeedupPoint> points)
{
    std::vector<SpeedupPoint> used;
    std::copy_if(points.begin(), points.end(), std::back_inserter(used), [](const SpeedupPoint& point) { return point.processors > 1; });
    if (used.empty())
        return std::nullopt;
    const auto error = [](double fraction, const SpeedupPoint& point) {
        return amdahlSpeedup(fraction, point.processors) / point.speedup - 1;
    };
    const auto squares = [&](double fraction) {
        double sum = 0;
        for (const SpeedupPoint& point : used)
            sum += error(fraction, point) * error(fraction, point);
        return sum;
    };
    // A scan first: the sum need not have one valley only. Then the golden section (Kiefer 1953) inside the best cell.
    constexpr int kCells = 200;
    int best = 0;
    for (int cell = 1; cell <= kCells; ++cell) {
        if (squares(static_cast<double>(cell) / kCells) < squares(static_cast<double>(best) / kCells))
            best = cell;
    }
    double low = std::max(0, best - 1) / static_cast<double>(kCells);
    double high = std::min(kCells, best + 1) / static_cast<double>(kCells);
    const double golden = (std::sqrt(5.0) - 1) / 2;
    while (high - low > 1e-12) {
        const double left = high - golden * (high - low);
        const double right = low + golden * (high - low);
        (squares(left) < squares(right) ? high : low) = squares(left) < squares(right) ? right : left;
    }
    AmdahlFit fit;
    fit.serialFraction = (low + high) / 2;
    fit.points = static_cast<int>(used.size());
    for (const SpeedupPoint& point : used)
        fit.meanError += std::abs(error(fit.serialFraction, point)) / fit.points;
    return fit;
}

SpeedupAnalysis analyseSpeedup(const std::vector<Sample>& samples, std::optional<MemoryMb> base, std::uint64_t seed)
{
    const std::vector<SummaryRow> summary = summarise(samples);
    const auto cells = timesByCell(samples);
    SpeedupAnalysis analysis;
    std::optional<double> baseSeconds;
    std::vector<TierTimes> tiers;
    std::vector<SpeedupPoint> points;
    for (const SummaryRow& sequential : summary) {
        if (sequential.mode != ScheduleMode::Sequential || sequential.n == 0)
            continue;
        if (base ? sequential.memory == *base : !analysis.base) {
            analysis.base = sequential.memory;
            baseSeconds = sequential.medianSeconds;
        }
        const SummaryRow* parallel = fastestParallel(summary, sequential.memory);
        if (parallel == nullptr || !(parallel->medianSeconds > 0) || !(sequential.medianSeconds > 0))
            continue;
        SpeedupRow row = makeRow(sequential, *parallel, tasksOf(samples, *parallel));
        const Seconds& sequentialTimes = cells.at({sequential.memory, sequential.mode, sequential.cap});
        const Seconds& parallelTimes = cells.at({parallel->memory, parallel->mode, parallel->cap});
        row.comparison = compareTimes(parallelTimes, sequentialTimes, noticeableGain(parallel->share) - 1);
        tiers.push_back(TierTimes{sequential.memory, parallel->share, sequentialTimes, parallelTimes});
        points.push_back(SpeedupPoint{row.processors, row.parallelGain});
        analysis.rows.push_back(std::move(row));
    }
    std::stable_sort(tiers.begin(), tiers.end(),
                     [](const TierTimes& left, const TierTimes& right) { return isSmaller(left.memory, right.memory); });
    for (SpeedupRow& row : analysis.rows) {
        if (!baseSeconds)
            break;
        row.tierGain = *baseSeconds / row.sequential.medianSeconds;
        row.totalGain = *baseSeconds / row.parallel.medianSeconds;
    }
    analysis.amdahl = fitAmdahl(points);
    analysis.breakEven = findBreakEven(tiers, seed);
    return analysis;
}

} // namespace tierscope::core
