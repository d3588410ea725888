// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/Comparison.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tierscope::core {

namespace {

constexpr double kAlpha = 0.05;
constexpr std::size_t kMostForExact = 50;

struct Ranking {
    double leftSum = 0; ///< of the left sample's mid-ranks
    double tieSum = 0;  ///< of t^3 - t over groups of t equal values
};

Ranking rankBoth(std::span<const double> left, std::span<const double> right)
{
    std::vector<std::pair<double, bool>> all;
    for (const double value : left)
        all.emplace_back(value, true);
    for (const double value : right)
        all.emplace_back(value, false);
    std::sort(all.begin(), all.end());
    Ranking ranking;
    for (std::size_t first = 0; first < all.size();) {
        std::size_t end = first;
        while (end < all.size() && all[end].first == all[first].first)
            ++end;
        const auto ties = static_cast<double>(end - first);
        const double rank = static_cast<double>(first + end + 1) / 2;
        for (std::size_t index = first; index < end; ++index)
            ranking.leftSum += all[index].second ? rank : 0;
        ranking.tieSum += ties * ties * ties - ties;
        first = end;
    }
    return ranking;
}

/// How many of the ways to order m and n distinct values have each U: the coefficients of the Gaussian binomial (m + n over m).
std::vector<double> countsOfU(std::size_t m, std::size_t n)
{
    std::vector<double> counts(m * n + 1);
    counts[0] = 1;
    for (std::size_t factor = 1; factor <= m; ++factor) {
        // Times 1 - q^(n + factor), divided by 1 - q^factor. What overflows the degree m n cancels out.
        for (std::size_t degree = counts.size(); degree-- > n + factor;)
            counts[degree] -= counts[degree - n - factor];
        for (std::size_t degree = factor; degree < counts.size(); ++degree)
            counts[degree] += counts[degree - factor];
    }
    return counts;
}

bool canBeExact(std::size_t m, std::size_t n, double tieSum)
{
    return tieSum == 0 && m + n <= kMostForExact;
}

/// Probability of a U of at most `most`.
double exactTail(const std::vector<double>& counts, std::size_t most)
{
    const double all = std::accumulate(counts.begin(), counts.end(), 0.0);
    return std::accumulate(counts.begin(), counts.begin() + static_cast<std::ptrdiff_t>(std::min(most + 1, counts.size())), 0.0) / all;
}

double approximateP(double u, double m, double n, double tieSum)
{
    const double total = m + n;
    const double variance = m * n / 12 * (total + 1 - tieSum / (total * (total - 1)));
    if (variance <= 0)
        return 1;
    const double distance = std::max(u, m * n - u) - m * n / 2;
    return std::min(1.0, 2 * normalTail((distance - 0.5) / std::sqrt(variance)));
}

/// How many of the extreme pairs at each end the 95 % interval leaves out; none where it cannot be had.
std::optional<std::size_t> pairsLeftOut(std::size_t m, std::size_t n)
{
    if (m + n <= kMostForExact) {
        const std::vector<double> counts = countsOfU(m, n);
        std::size_t left = 0;
        while (exactTail(counts, left) <= kAlpha / 2)
            ++left;
        return left == 0 ? std::nullopt : std::optional(left - 1);
    }
    constexpr double kNormal975 = 1.959963984540054;
    const auto product = static_cast<double>(m * n);
    const double left = product / 2 - kNormal975 * std::sqrt(product * static_cast<double>(m + n + 1) / 12);
    return left < 1 ? std::nullopt : std::optional(static_cast<std::size_t>(left) - 1);
}

std::vector<double> logRatios(std::span<const double> first, std::span<const double> second)
{
    std::vector<double> ratios;
    ratios.reserve(first.size() * second.size());
    for (const double one : first) {
        for (const double other : second)
            ratios.push_back(std::log(other / one));
    }
    return ratios;
}

} // namespace

RankTest rankTest(std::span<const double> left, std::span<const double> right)
{
    const auto m = static_cast<double>(left.size());
    const auto n = static_cast<double>(right.size());
    const Ranking ranking = rankBoth(left, right);
    RankTest test;
    test.u = ranking.leftSum - m * (m + 1) / 2;
    test.superiority = test.u / (m * n);
    test.isExact = canBeExact(left.size(), right.size(), ranking.tieSum);
    const double smaller = std::min(test.u, m * n - test.u);
    test.p = test.isExact ? std::min(1.0, 2 * exactTail(countsOfU(left.size(), right.size()), static_cast<std::size_t>(smaller)))
                          : approximateP(test.u, m, n, ranking.tieSum);
    return test;
}

Comparison compareTimes(std::span<const double> first, std::span<const double> second, double least)
{
    Comparison comparison;
    if (first.empty() || second.empty())
        return comparison;
    comparison.test = rankTest(first, second);
    std::vector<double> ratios = logRatios(first, second);
    comparison.ratio = std::exp(median(ratios));
    const auto leftOut = pairsLeftOut(first.size(), second.size());
    if (!leftOut)
        return comparison;
    // A thousand runs of each are a million pairs: no sorting.
    const auto ratioAt = [&ratios](std::size_t rank) {
        std::nth_element(ratios.begin(), ratios.begin() + static_cast<std::ptrdiff_t>(rank), ratios.end());
        return std::exp(ratios[rank]);
    };
    comparison.ratioInterval = Interval{ratioAt(*leftOut), ratioAt(ratios.size() - 1 - *leftOut)};
    const bool isDifferent = comparison.test.p < kAlpha && std::abs(std::log(comparison.ratio)) >= std::log1p(least);
    if (!isDifferent)
        comparison.verdict = Comparison::Verdict::NoVerdict;
    else
        comparison.verdict = comparison.ratio > 1 ? Comparison::Verdict::Faster : Comparison::Verdict::Slower;
    return comparison;
}

} // namespace tierscope::core
