// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/Statistics.h"

namespace tierscope::core {

/// The Mann-Whitney U test of two independent samples, two-sided (Mann and Whitney 1947).
struct RankTest {
    double u = 0; ///< pairs in which the left value is larger; a tie counts half
    double p = 1; ///< exact without ties and up to 50 values together; else by the normal approximation
    bool isExact = false;
    /// How likely a left value is larger than a right one: 0.5 is no effect (the common-language effect size, McGraw and Wong 1992).
    double superiority = 0.5;
};
/// Both samples must have values. The approximation is corrected for ties and continuity.
[[nodiscard]] RankTest rankTest(std::span<const double> left, std::span<const double> right);

/// What two series of times say about each other.
struct Comparison {
    enum class Verdict : std::uint8_t {
        Faster,    ///< the first takes less time
        Slower,    ///< it takes more
        NoVerdict, ///< the difference is within the noise
        TooFew,    ///< no difference, however large, could be told from chance: fewer than four values on a side (p >= 0.05 always)
    };
    Verdict verdict = Verdict::TooFew;
    /// time of the second / time of the first: 1.12 is "12 % faster". Hodges and Lehmann's estimate (1963) over the logarithms: the median
    /// of all pairs' ratios.
    double ratio = 1;
    std::optional<Interval> ratioInterval; ///< 95 %, from the same test (Hollander and Wolfe 1999); none where there are too few
    RankTest test;
};
/// Of two series of times, all above 0. The verdict is that of the test at 5 %, and of nothing smaller than `least`: emulated tiers are
/// true to about 1 %, so a smaller difference is none.
[[nodiscard]] Comparison compareTimes(std::span<const double> first, std::span<const double> second, double least = 0.01);

} // namespace tierscope::core
