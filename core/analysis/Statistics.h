// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace tierscope::core {

/// Median; the mean of the middle two for an even count. NaN for none.
[[nodiscard]] double median(std::span<const double> values);
/// Median absolute deviation from the median, unscaled. NaN for none.
[[nodiscard]] double medianAbsoluteDeviation(std::span<const double> values);

struct Interval {
    double low = 0;
    double high = 0;
};
/// Percentile bootstrap interval of the median at 95 % (Efron 1979), 2,000 resamples, seeded: the same values give the same interval.
/// None for fewer than three values.
[[nodiscard]] std::optional<Interval> medianInterval(std::span<const double> values, std::uint64_t seed = 1);

} // namespace tierscope::core
