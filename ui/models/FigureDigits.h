// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <span>

namespace tierscope::ui {

/// How the times of one group of repeated measurements are written: all in one unit and with the same digits, so that they compare.
struct TimeFormat {
    bool isMilliseconds = false;
    int decimals = 2;
    bool operator==(const TimeFormat&) const = default;
};

/// The digits that the spread supports: the last one is that of the first significant figure of the median absolute deviation, for the
/// figure after it is noise (GUM 7.2.6 has an uncertainty in one or two figures, and its value no finer). At least two significant
/// figures and at most four; three where the spread is not known, which is with fewer than three values or without any deviation.
/// Milliseconds when the median is below one second.
[[nodiscard]] TimeFormat timeFormat(std::span<const double> seconds);

/// "12.7 s", "869 ms", with groups from a thousand up.
[[nodiscard]] QString timeText(double seconds, TimeFormat format);

} // namespace tierscope::ui
