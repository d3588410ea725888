// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/Findings.h"

#include "core/analysis/CostTime.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace tierscope::core {

namespace {

Finding make(Finding::Kind kind, const SummaryRow& row, std::optional<SummaryRow> other = {}, int count = 0, double figure = 0)
{
    Finding finding;
    finding.kind = kind;
    finding.row = row;
    finding.other = std::move(other);
    finding.count = count;
    finding.figure = figure;
    return finding;
}

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

/// Sequential and the best of the parallel ways at one tier.
struct TierPair {
    SummaryRow sequential;
    SummaryRow parallel;
    [[nodiscard]] bool parallelIsFaster() const
    {
        return sequential.medianSeconds >= noticeableGain(parallel.share) * parallel.medianSeconds;
    }
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
    found.push_back(make(Finding::Kind::Fastest, *fastest, *slowest));
}

/// What a run costs; GB-seconds stand for it where not every row has a price.
double burden(const SummaryRow& row, bool hasCosts)
{
    return hasCosts ? *row.costUsd : memorySeconds(row);
}

std::vector<SummaryRow> limitedRows(const std::vector<SummaryRow>& rows)
{
    std::vector<SummaryRow> limited;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(limited), [](const SummaryRow& row) { return row.memory != kUnlimitedTier; });
    return limited;
}

void addCheapest(const std::vector<SummaryRow>& rows, std::vector<Finding>& found)
{
    std::vector<SummaryRow> limited = limitedRows(rows);
    if (limited.size() < 2)
        return;
    const bool hasCosts = std::all_of(limited.begin(), limited.end(), [](const SummaryRow& row) { return row.costUsd.has_value(); });
    if (!hasCosts) {
        for (SummaryRow& row : limited)
            row.costUsd.reset();
    }
    const auto cheapest = std::min_element(limited.begin(), limited.end(), [&](const SummaryRow& left, const SummaryRow& right) {
        return burden(left, hasCosts) < burden(right, hasCosts);
    });
    const auto fastest = std::min_element(limited.begin(), limited.end(), isFaster);
    found.push_back(make(Finding::Kind::Cheapest, *cheapest, *fastest));
}

void addBreakEven(const std::vector<SummaryRow>& rows, std::vector<Finding>& found)
{
    const std::vector<TierPair> pairs = tierPairs(rows);
    if (pairs.empty())
        return;
    const auto lastSlower = std::find_if(pairs.rbegin(), pairs.rend(), [](const TierPair& pair) { return !pair.parallelIsFaster(); });
    if (const auto first = lastSlower.base(); first != pairs.end()) {
        found.push_back(make(Finding::Kind::BreakEven, first->parallel, first->sequential));
        return;
    }
    if (std::any_of(pairs.begin(), pairs.end(), [](const TierPair& pair) { return pair.parallelIsFaster(); }))
        return;
    const auto best = std::max_element(pairs.begin(), pairs.end(), [](const TierPair& left, const TierPair& right) {
        return left.parallel.speedup.value_or(0) < right.parallel.speedup.value_or(0);
    });
    found.push_back(make(Finding::Kind::NeverPaysOff, best->parallel, best->sequential));
}

void addFailed(const std::vector<SummaryRow>& summary, std::vector<Finding>& found)
{
    const auto first = std::find_if(summary.begin(), summary.end(), [](const SummaryRow& row) { return row.failed > 0; });
    if (first == summary.end())
        return;
    int count = 0;
    for (const SummaryRow& row : summary)
        count += row.failed;
    found.push_back(make(Finding::Kind::FailedSamples, *first, std::nullopt, count));
}

void addBalanced(const std::vector<SummaryRow>& rows, std::vector<Finding>& found)
{
    const std::vector<CostPoint> points = costPoints(rows);
    if (points.size() < 2)
        return;
    if (const CostPoint* balanced = balancedPoint(points))
        found.push_back(make(Finding::Kind::Balanced, balanced->row, cheapestPoint(points)->row));
}

/// The best time of each tier, in the rows' order.
std::vector<SummaryRow> bestOfTiers(const std::vector<SummaryRow>& rows)
{
    std::vector<SummaryRow> best;
    for (const SummaryRow& row : limitedRows(rows)) {
        if (best.empty() || best.back().memory != row.memory)
            best.push_back(row);
        else if (isFaster(row, best.back()))
            best.back() = row;
    }
    return best;
}

void addKnee(const std::vector<SummaryRow>& rows, std::vector<Finding>& found)
{
    const std::vector<SummaryRow> best = bestOfTiers(rows);
    if (best.size() < 3)
        return;
    // Speed gained per memory added, both as logarithms: 1 is in proportion.
    constexpr double kWorthIt = 0.5;
    const auto isWorthIt = [&](std::size_t step) {
        const double speed = std::log(best[step].medianSeconds / best[step + 1].medianSeconds);
        return speed / std::log(static_cast<double>(best[step + 1].memory.value) / best[step].memory.value) >= kWorthIt;
    };
    std::size_t knee = best.size() - 1;
    while (knee > 0 && !isWorthIt(knee - 1))
        --knee;
    if (knee + 1 < best.size())
        found.push_back(make(Finding::Kind::Knee, best[knee], best[knee + 1]));
}

/// Less is not worth a sentence.
constexpr double kNoticeableLoss = 0.05;

void addLargestLoss(const std::vector<Sample>& samples, const std::vector<SummaryRow>& rows, std::vector<Finding>& found)
{
    const SummaryRow& fastest = *std::min_element(rows.begin(), rows.end(), isFaster);
    const std::vector<std::optional<Decomposition>> all = decompositions(samples);
    std::vector<Decomposition> ofFastest;
    int tasks = 0;
    for (std::size_t index = 0; index < samples.size(); ++index) {
        const Sample& sample = samples[index];
        const bool isOfRow = sample.memory == fastest.memory && sample.mode == fastest.mode && sample.cap == fastest.cap;
        if (!isOfRow || !sample.isCounted() || !all[index])
            continue;
        ofFastest.push_back(*all[index]);
        tasks = sample.taskCount;
    }
    const std::optional<Decomposition> parts = meanOf(ofFastest);
    if (!parts || parts->of(parts->largestLoss()) < kNoticeableLoss * parts->wallSeconds)
        return;
    found.push_back(
        make(Finding::Kind::LargestLoss, fastest, std::nullopt, static_cast<int>(ofFastest.size()), parts->of(parts->largestLoss())));
    found.back().parts = parts;
    found.back().tasks = tasks;
}

void addSerialFraction(const SpeedupAnalysis& speedup, std::vector<Finding>& found)
{
    const auto last = std::find_if(speedup.rows.rbegin(), speedup.rows.rend(), [](const SpeedupRow& row) { return row.processors > 1; });
    if (!speedup.amdahl || last == speedup.rows.rend())
        return;
    found.push_back(
        make(Finding::Kind::SerialFraction, last->parallel, last->sequential, speedup.amdahl->points, speedup.amdahl->serialFraction));
}

template <typename Count>
void addCounted(const std::vector<SummaryRow>& rows, Finding::Kind kind, Count count, std::vector<Finding>& found)
{
    const auto first = std::find_if(rows.begin(), rows.end(), [&](const SummaryRow& row) { return count(row) > 0; });
    if (first == rows.end())
        return;
    int sum = 0;
    for (const SummaryRow& row : rows)
        sum += count(row);
    found.push_back(make(kind, *first, std::nullopt, sum));
}

void addDrift(const std::vector<Sample>& samples, const std::vector<SummaryRow>& rows, std::vector<Finding>& found)
{
    const Drift drift = findDrift(timesInOrder(samples));
    if (drift.isNoticeable())
        found.push_back(make(Finding::Kind::Drift, rows.front(), std::nullopt, drift.values, drift.change));
}

void addTooFew(const std::vector<SummaryRow>& rows, std::vector<Finding>& found)
{
    const auto fewest =
        std::min_element(rows.begin(), rows.end(), [](const SummaryRow& left, const SummaryRow& right) { return left.n < right.n; });
    if (fewest->n < kFewestForInterval)
        found.push_back(make(Finding::Kind::TooFewSamples, *fewest, std::nullopt, fewest->n));
}

std::vector<double> secondsOf(const std::vector<const Sample*>& samples, const SummaryRow& row)
{
    std::vector<double> seconds;
    for (const Sample* sample : samples) {
        if (sample->memory == row.memory && sample->mode == row.mode && sample->cap == row.cap)
            seconds.push_back(sample->wallSeconds);
    }
    return seconds;
}

/// The cheapest way that cannot be told from the fastest, if it is cheaper.
void addRival(const std::vector<Sample>& samples, const std::vector<SummaryRow>& rows, Finding& fastest)
{
    const std::vector<const Sample*> counted = statisticSamples(samples);
    const std::vector<double> best = secondsOf(counted, fastest.row);
    const auto cost = [](const SummaryRow& row) { return row.costUsd.value_or(memorySeconds(row)); };
    for (const SummaryRow& row : limitedRows(rows)) {
        const bool isCheaper = cost(row) < cost(fastest.rival.value_or(fastest.row));
        if (isCheaper && compareTimes(best, secondsOf(counted, row)).verdict == Comparison::Verdict::NoVerdict)
            fastest.rival = row;
    }
}

bool isEstimate(const std::vector<Sample>& samples)
{
    return std::any_of(samples.begin(), samples.end(), [](const Sample& sample) { return sample.limiter != "lambda"; });
}

} // namespace

const char* findingKindName(Finding::Kind kind)
{
    switch (kind) {
    case Finding::Kind::Fastest:
        return "fastest";
    case Finding::Kind::Cheapest:
        return "cheapest";
    case Finding::Kind::Balanced:
        return "balanced";
    case Finding::Kind::BreakEven:
        return "break_even";
    case Finding::Kind::NeverPaysOff:
        return "never_pays_off";
    case Finding::Kind::Knee:
        return "knee";
    case Finding::Kind::LargestLoss:
        return "largest_loss";
    case Finding::Kind::SerialFraction:
        return "serial_fraction";
    case Finding::Kind::FailedSamples:
        return "failed_samples";
    case Finding::Kind::Outliers:
        return "outliers";
    case Finding::Kind::ColdStarts:
        return "cold_starts";
    case Finding::Kind::Drift:
        return "drift";
    case Finding::Kind::TooFewSamples:
        return "too_few_samples";
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

std::vector<Finding> findings(const std::vector<Sample>& samples, const CostBasis* basis)
{
    const std::vector<SummaryRow> summary = summarise(samples, basis);
    const std::vector<SummaryRow> rows = measuredRows(summary);
    std::vector<Finding> found;
    if (!rows.empty()) {
        const SpeedupAnalysis speedup = analyseSpeedup(samples);
        addFastest(rows, found);
        if (!found.empty())
            addRival(samples, rows, found.front());
        addCheapest(rows, found);
        addBalanced(rows, found);
        const std::size_t beforeBreakEven = found.size();
        addBreakEven(rows, found);
        if (found.size() > beforeBreakEven)
            found.back().breakEven = speedup.breakEven;
        addKnee(rows, found);
        addLargestLoss(samples, rows, found);
        addSerialFraction(speedup, found);
    }
    addFailed(summary, found);
    if (!rows.empty()) {
        addCounted(
            rows, Finding::Kind::Outliers, [](const SummaryRow& row) { return row.outliers; }, found);
        addCounted(
            rows, Finding::Kind::ColdStarts, [](const SummaryRow& row) { return row.coldApart; }, found);
        addDrift(samples, rows, found);
        addTooFew(rows, found);
    }
    const bool areEstimates = isEstimate(samples);
    for (Finding& finding : found)
        finding.isEstimate = areEstimates;
    return found;
}

std::vector<OrderedTimes> timesInOrder(const std::vector<Sample>& samples)
{
    std::vector<const Sample*> ordered = statisticSamples(samples);
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const Sample* left, const Sample* right) { return left->startedAtMs < right->startedAtMs; });
    std::map<std::tuple<MemoryMb, ScheduleMode, int>, OrderedTimes> groups;
    const double last = std::max<double>(1, static_cast<double>(ordered.size()) - 1);
    for (std::size_t index = 0; index < ordered.size(); ++index) {
        const Sample& sample = *ordered[index];
        if (!(sample.wallSeconds > 0))
            continue;
        OrderedTimes& times = groups[{sample.memory, sample.mode, sample.cap}];
        times.positions.push_back(static_cast<double>(index) / last);
        times.seconds.push_back(sample.wallSeconds);
    }
    std::vector<OrderedTimes> series;
    series.reserve(groups.size());
    for (auto& [key, times] : groups)
        series.push_back(std::move(times));
    return series;
}

} // namespace tierscope::core
