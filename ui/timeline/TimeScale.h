// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <vector>

namespace tierscope::ui {

/// A stretch of a run, in seconds of the tier.
struct TimeWindow {
    double from = 0;
    double to = 1;
    [[nodiscard]] double span() const { return to - from; }
    [[nodiscard]] bool contains(double time) const { return time >= from && time <= to; }
    bool operator==(const TimeWindow&) const = default;
};

/// Times to pixels, and back.
struct TimeScale {
    TimeWindow window;
    double left = 0;
    double width = 1;

    [[nodiscard]] double x(double time) const { return left + (time - window.from) / window.span() * width; }
    [[nodiscard]] double time(double x) const { return window.from + (x - left) / width * window.span(); }
    [[nodiscard]] double pixels(double seconds) const { return seconds / window.span() * width; }
    [[nodiscard]] double seconds(double pixels) const { return pixels / width * window.span(); }
};

/// What a run of this length can be seen in: all of it, and nothing outside. A run without length still has some.
[[nodiscard]] TimeWindow wholeRun(double seconds);
/// The nearest window inside `all`: not longer than it, and not shorter than what still has a meaning (a microsecond).
[[nodiscard]] TimeWindow clampedWindow(TimeWindow wanted, const TimeWindow& all);
/// `factor` > 1 shows more time. What is at `time` stays where it is, as far as the ends of the run allow.
[[nodiscard]] TimeWindow zoomedWindow(const TimeWindow& window, const TimeWindow& all, double time, double factor);
[[nodiscard]] TimeWindow pannedWindow(const TimeWindow& window, const TimeWindow& all, double seconds);
/// Moved as little as it takes to have this stretch in it with some air; shows more time where it is longer than the window.
[[nodiscard]] TimeWindow windowWith(const TimeWindow& window, const TimeWindow& all, const TimeWindow& stretch);

struct TimeTick {
    double time = 0;
    QString label;
};
/// Even steps of 1, 2 or 5, at least `gap` pixels apart, all labelled in one unit.
[[nodiscard]] std::vector<TimeTick> timeTicks(const TimeScale& scale, double gap);

} // namespace tierscope::ui
