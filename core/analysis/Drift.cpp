// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/Drift.h"

#include "core/analysis/Statistics.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace tierscope::core {

namespace {

/// Variance of S for n values of which some are equal (Kendall 1975).
double varianceOfS(const std::vector<double>& values)
{
    const auto term = [](double n) { return n * (n - 1) * (2 * n + 5); };
    std::map<double, int> counts;
    for (const double value : values)
        ++counts[value];
    double sum = term(static_cast<double>(values.size()));
    for (const auto& [value, count] : counts)
        sum -= term(count);
    return sum / 18;
}

void addPairs(const OrderedTimes& times, Drift& drift, std::vector<double>& slopes)
{
    std::vector<double> logs;
    for (const double seconds : times.seconds)
        logs.push_back(std::log(seconds));
    for (std::size_t later = 1; later < logs.size(); ++later) {
        for (std::size_t earlier = 0; earlier < later; ++earlier) {
            const double growth = logs[later] - logs[earlier];
            drift.s += growth > 0 ? 1 : growth < 0 ? -1 : 0;
            if (const double distance = times.positions[later] - times.positions[earlier]; distance > 0)
                slopes.push_back(growth / distance);
        }
    }
}

} // namespace

bool Drift::isNoticeable() const
{
    constexpr double kSure = 0.01;
    constexpr double kMatters = 0.02;
    constexpr int kFewest = 10;
    return values >= kFewest && p < kSure && std::abs(change) >= kMatters;
}

Drift findDrift(std::span<const OrderedTimes> series)
{
    Drift drift;
    double variance = 0;
    std::vector<double> slopes;
    for (const OrderedTimes& times : series) {
        drift.values += static_cast<int>(times.seconds.size());
        variance += varianceOfS(times.seconds);
        addPairs(times, drift, slopes);
    }
    if (variance > 0)
        drift.p = std::min(1.0, 2 * normalTail(std::abs(drift.s) / std::sqrt(variance)));
    if (!slopes.empty())
        drift.change = std::expm1(median(slopes));
    return drift;
}

} // namespace tierscope::core
