// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/Statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

namespace tierscope::core {

namespace {

constexpr int kResamples = 2000;
constexpr double kTail = 0.025;

/// Reorders the values.
double medianInPlace(std::vector<double>& values)
{
    if (values.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

/// The quantile of sorted values, linear between neighbours (Hyndman and Fan 1996, type 7).
double quantile(const std::vector<double>& sorted, double probability)
{
    const double position = probability * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return std::lerp(sorted[below], sorted[above], position - static_cast<double>(below));
}

} // namespace

double median(std::span<const double> values)
{
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
    return medianInPlace(deviations);
}

std::optional<Interval> medianInterval(std::span<const double> values, std::uint64_t seed)
{
    constexpr std::size_t kFewest = 3;
    if (values.size() < kFewest)
        return std::nullopt;
    std::mt19937_64 engine(seed);
    std::vector<double> resample(values.size());
    std::vector<double> medians;
    medians.reserve(kResamples);
    for (int round = 0; round < kResamples; ++round) {
        // A plain remainder, as the standard's distributions differ between libraries; its bias is below 2^-50 here.
        std::generate(resample.begin(), resample.end(), [&] { return values[engine() % values.size()]; });
        medians.push_back(medianInPlace(resample));
    }
    std::sort(medians.begin(), medians.end());
    return Interval{quantile(medians, kTail), quantile(medians, 1 - kTail)};
}

} // namespace tierscope::core
