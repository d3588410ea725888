// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace tierscope::ui {

/// A row and what it is sorted by.
struct KeyedRow {
    std::uint64_t key = 0;
    std::uint32_t row = 0;
};

/// By ascending key; rows of equal keys stay as they are. Digit by digit from the least one on (Knuth, The Art of Computer Programming 3,
/// 5.2.5, algorithm R), since the window sorts a million rows while somebody waits: comparing them takes several times as long.
void sortByKey(std::vector<KeyedRow>& rows);

/// A time that is not negative, to the nanosecond.
[[nodiscard]] inline std::uint64_t keyOfSeconds(double seconds)
{
    constexpr double kMost = 1e9; // thirty years
    return static_cast<std::uint64_t>(std::llround(std::clamp(seconds, 0.0, kMost) * 1e9));
}

} // namespace tierscope::ui
