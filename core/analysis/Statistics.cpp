// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/Statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace tierscope::core {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kConfidence = 0.95;

std::vector<double> sorted(std::span<const double> values)
{
    std::vector<double> copy(values.begin(), values.end());
    std::sort(copy.begin(), copy.end());
    return copy;
}

/// Reorders the values, of which there are some.
double medianInPlace(std::vector<double>& values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return values.size() % 2 == 1 ? *middle : (*std::max_element(values.begin(), middle) + *middle) / 2;
}

/// Binomial probability of so many heads in n throws of a fair coin.
double coinProbability(int heads, int n)
{
    return std::exp(std::lgamma(n + 1.0) - std::lgamma(heads + 1.0) - std::lgamma(n - heads + 1.0) - n * std::log(2.0));
}

Interval widenedRange(const std::vector<double>& values, double part)
{
    const double more = part * (values.back() - values.front());
    const double low = values.front() - more;
    return Interval{values.front() >= 0 ? std::max(0.0, low) : low, values.back() + more};
}

/// Between the interval of the innermost rank that is confident enough and the next one inwards. A rank's interval, from the rank-th value
/// from below to that from above (1-based), has the sign test's confidence 1 - 2 P(at most rank - 1 heads).
Interval interpolatedInterval(const std::vector<double>& values)
{
    const int n = static_cast<int>(values.size());
    int rank = 1;
    double outer = 1 - 2 * coinProbability(0, n);
    double inner = outer - 2 * coinProbability(1, n);
    while (inner >= kConfidence) {
        ++rank;
        outer = inner;
        inner -= 2 * coinProbability(rank, n);
    }
    const double excess = (outer - kConfidence) / (outer - inner);
    const double inwards = (n - rank) * excess / (rank + (n - 2 * rank) * excess);
    const auto at = [&](int position) { return values[static_cast<std::size_t>(position)]; };
    return Interval{std::lerp(at(rank - 1), at(rank), inwards), std::lerp(at(n - rank), at(n - rank - 1), inwards)};
}

} // namespace

double median(std::span<const double> values)
{
    if (values.empty())
        return kNone;
    std::vector<double> copy(values.begin(), values.end());
    return medianInPlace(copy);
}

double medianAbsoluteDeviation(std::span<const double> values)
{
    const double centre = median(values);
    std::vector<double> deviations;
    deviations.reserve(values.size());
    for (const double value : values)
        deviations.push_back(std::abs(value - centre));
    return median(deviations);
}

double mean(std::span<const double> values)
{
    return values.empty() ? kNone : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double standardDeviation(std::span<const double> values)
{
    if (values.size() < 2)
        return kNone;
    double average = 0;
    double squares = 0;
    double count = 0;
    for (const double value : values) {
        const double before = value - average;
        average += before / ++count;
        squares += before * (value - average);
    }
    return std::sqrt(squares / (count - 1));
}

double quantile(std::span<const double> values, double probability)
{
    if (values.empty())
        return kNone;
    const std::vector<double> ordered = sorted(values);
    const double position = probability * static_cast<double>(ordered.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    const std::size_t above = std::min(below + 1, ordered.size() - 1);
    return std::lerp(ordered[below], ordered[above], position - static_cast<double>(below));
}

std::optional<Interval> medianInterval(std::span<const double> values)
{
    constexpr double kWiden3 = 0.8;
    constexpr double kWiden4 = 0.25;
    if (values.size() < 3)
        return std::nullopt;
    const std::vector<double> ordered = sorted(values);
    switch (ordered.size()) {
    case 3:
        return widenedRange(ordered, kWiden3);
    case 4:
        return widenedRange(ordered, kWiden4);
    case kFewestForInterval:
        return Interval{ordered.front(), ordered.back()};
    default:
        return interpolatedInterval(ordered);
    }
}

std::optional<double> medianPrecision(std::span<const double> values)
{
    if (values.size() < static_cast<std::size_t>(kFewestForInterval))
        return std::nullopt;
    return medianInterval(values)->relativeHalfWidth(median(values));
}

int OutlierMarks::count() const
{
    int marked = 0;
    for (std::size_t index = 0; index < modifiedZ.size(); ++index)
        marked += isOutlier(index) ? 1 : 0;
    return marked;
}

std::vector<double> modifiedZScores(std::span<const double> values)
{
    constexpr double kMadOfNormal = 0.6745;
    constexpr double kMeanDeviationOfNormal = 1.253314;
    const double centre = median(values);
    const double mad = medianAbsoluteDeviation(values);
    std::vector<double> scores;
    scores.reserve(values.size());
    for (const double value : values)
        scores.push_back(std::abs(value - centre));
    const double meanDeviation = mean(scores);
    const double scale = mad > 0 ? mad / kMadOfNormal : kMeanDeviationOfNormal * meanDeviation;
    for (double& score : scores)
        score = scale > 0 ? score / scale : 0;
    return scores;
}

OutlierMarks markOutliers(std::span<const double> values)
{
    constexpr double kScore = 3.5;
    constexpr double kFence = 1.5;
    OutlierMarks marks{std::vector<bool>(values.size()), std::vector<bool>(values.size())};
    if (values.size() < static_cast<std::size_t>(kFewestForInterval))
        return marks;
    const std::vector<double> scores = modifiedZScores(values);
    const double lower = quantile(values, 0.25);
    const double upper = quantile(values, 0.75);
    const double fence = kFence * (upper - lower);
    for (std::size_t index = 0; index < values.size(); ++index) {
        marks.modifiedZ[index] = scores[index] > kScore;
        marks.tukey[index] = values[index] < lower - fence || values[index] > upper + fence;
    }
    return marks;
}

double normalTail(double z)
{
    return std::erfc(z / std::sqrt(2.0)) / 2;
}

} // namespace tierscope::core
