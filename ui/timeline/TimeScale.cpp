// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/TimeScale.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace tierscope::ui {

namespace {

constexpr double kShortest = 1e-6;

} // namespace

TimeWindow wholeRun(double seconds)
{
    return {0, std::max(seconds, kShortest)};
}

TimeWindow clampedWindow(TimeWindow wanted, const TimeWindow& all)
{
    const double span = std::clamp(wanted.span(), std::min(kShortest, all.span()), all.span());
    const double center = (wanted.from + wanted.to) / 2;
    // To the very ends of the run, without the last bit of a difference.
    if (span >= all.span() || !std::isfinite(center))
        return all;
    const double from = std::clamp(wanted.span() == span ? wanted.from : center - span / 2, all.from, all.to - span);
    return {from, std::min(from + span, all.to)};
}

TimeWindow zoomedWindow(const TimeWindow& window, const TimeWindow& all, double time, double factor)
{
    const double span = std::clamp(window.span() * factor, std::min(kShortest, all.span()), all.span());
    const double share = (time - window.from) / window.span();
    return clampedWindow({time - share * span, time + (1 - share) * span}, all);
}

TimeWindow pannedWindow(const TimeWindow& window, const TimeWindow& all, double seconds)
{
    return clampedWindow({window.from + seconds, window.to + seconds}, all);
}

TimeWindow windowWith(const TimeWindow& window, const TimeWindow& all, const TimeWindow& stretch)
{
    constexpr double kAir = 0.1;
    const double air = std::max(stretch.span(), window.span()) * kAir;
    const TimeWindow wanted{stretch.from - air, stretch.to + air};
    if (wanted.span() >= window.span())
        return clampedWindow(wanted, all);
    if (wanted.from < window.from)
        return pannedWindow(window, all, wanted.from - window.from);
    if (wanted.to > window.to)
        return pannedWindow(window, all, wanted.to - window.to);
    return window;
}

std::vector<TimeTick> timeTicks(const TimeScale& scale, double gap)
{
    const double least = scale.seconds(gap);
    const double power = std::pow(10, std::floor(std::log10(least)));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= least) {
            step = factor * power;
            break;
        }
    }
    const double reach = scale.window.to;
    const char* unit = reach >= 1 ? "s" : reach >= 1e-3 ? "ms" : "µs";
    const double factor = reach >= 1 ? 1 : reach >= 1e-3 ? 1e3 : 1e6;
    const int decimals = std::clamp(static_cast<int>(std::ceil(-std::log10(step * factor) - 1e-9)), 0, 9);
    std::vector<TimeTick> ticks;
    const double first = std::ceil(scale.window.from / step - 1e-9);
    const auto count = static_cast<int>(std::floor(scale.window.to * (1 + 1e-12) / step - first)) + 1;
    for (int number = 0; number < count; ++number) {
        const double time = (first + number) * step;
        const QString figure = QLocale(QLocale::English).toString(time * factor, 'f', decimals);
        ticks.push_back({time, figure + QLatin1Char(' ') + QString::fromUtf8(unit)});
    }
    return ticks;
}

} // namespace tierscope::ui
