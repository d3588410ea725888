// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tierscope::core {

// Pure functions over samples of one unit. None of them drops a value; where a name says seconds, any unit does.

/// Median; the mean of the middle two for an even count. NaN for none.
[[nodiscard]] double median(std::span<const double> values);
/// Median absolute deviation from the median, unscaled. NaN for none.
[[nodiscard]] double medianAbsoluteDeviation(std::span<const double> values);
/// Arithmetic mean. NaN for none.
[[nodiscard]] double mean(std::span<const double> values);
/// Sample standard deviation (n - 1) by Welford 1962. NaN for fewer than two.
[[nodiscard]] double standardDeviation(std::span<const double> values);
/// The quantile, linear between neighbours: Hyndman and Fan 1996, type 7, as NumPy and R have it by default. probability 0..1; NaN for
/// none.
[[nodiscard]] double quantile(std::span<const double> values, double probability);

struct Interval {
    double low = 0;
    double high = 0;
    [[nodiscard]] bool contains(double value) const { return low <= value && value <= high; }
    /// Half its width in parts of `centre`: 0.05 is "± 5 %".
    [[nodiscard]] double relativeHalfWidth(double centre) const { return (high - low) / 2 / centre; }
};

/// Fewest values for which medianInterval makes no assumption about where they come from.
inline constexpr int kFewestForInterval = 5;

/// 95 % confidence interval of the median. From six values on the order statistics of the sign test, interpolated between two ranks
/// (Hettmansperger and Sheather 1986); five: their range (93.75 %). A percentile bootstrap of the median would cover less than 92 % below
/// some 15 values. Three and four values: their range widened at both ends by 0.8 and 0.25 of itself, which are fitted so that samples of a
/// normal, a log-normal and an exponential law are covered in 92 to 97 % (held by a test, as is all of it). Of values that are none
/// negative, low is not negative. None for fewer than three values.
[[nodiscard]] std::optional<Interval> medianInterval(std::span<const double> values);

/// How sure the median is: half the interval's width in parts of the median, as RepeatPrecision. None for fewer than kFewestForInterval
/// values.
[[nodiscard]] std::optional<double> medianPrecision(std::span<const double> values);

/// Which values lie apart. Marks, to be shown: nothing leaves them out.
struct OutlierMarks {
    /// Modified Z score above 3.5: 0.6745 |x - median| / MAD (Iglewicz and Hoaglin 1993); with a MAD of zero |x - median| / (1.253314 x
    /// mean absolute deviation).
    std::vector<bool> modifiedZ;
    /// Outside the fences at 1.5 interquartile ranges from the quartiles (Tukey 1977; quantiles of type 7).
    std::vector<bool> tukey;
    /// Marked by both rules. Of fewer than five values none is.
    [[nodiscard]] bool isOutlier(std::size_t index) const { return modifiedZ[index] && tukey[index]; }
    [[nodiscard]] int count() const;
};
[[nodiscard]] OutlierMarks markOutliers(std::span<const double> values);
/// The score that markOutliers goes by, one a value; 0 where all values are equal.
[[nodiscard]] std::vector<double> modifiedZScores(std::span<const double> values);

/// Upper tail of the standard normal distribution.
[[nodiscard]] double normalTail(double z);

} // namespace tierscope::core
