// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/FigureDigits.h"

#include "core/analysis/Statistics.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace tierscope::ui {

namespace {

struct Figures {
    Q_DECLARE_TR_FUNCTIONS(Figures)
};

constexpr std::size_t kFewestForSpread = 3;
constexpr int kFewestFigures = 2;
constexpr int kUsualFigures = 3;
constexpr int kMostFigures = 4;
constexpr double kMillisecondsPerSecond = 1000;

/// The place of a number's first significant figure: 0 for 3, 1 for 30, -1 for 0.3. Rounding that carries (0.996 to 1.00) is left out: it
/// would cost a figure only at a power of ten.
int placeOf(double number)
{
    return static_cast<int>(std::floor(std::log10(number)));
}

} // namespace

TimeFormat timeFormat(std::span<const double> seconds)
{
    if (seconds.empty())
        return {};
    const double middle = core::median(seconds);
    TimeFormat format;
    format.isMilliseconds = middle < 1;
    const double scale = format.isMilliseconds ? kMillisecondsPerSecond : 1;
    if (!(middle > 0))
        return {format.isMilliseconds, 0};
    const double deviation = core::medianAbsoluteDeviation(seconds) * scale;
    const int place = placeOf(middle * scale);
    int figures = kUsualFigures;
    if (seconds.size() >= kFewestForSpread && deviation > 0)
        figures = std::clamp(place - placeOf(deviation) + 1, kFewestFigures, kMostFigures);
    format.decimals = std::max(0, figures - 1 - place);
    return format;
}

QString timeText(double seconds, TimeFormat format)
{
    const double number = format.isMilliseconds ? seconds * kMillisecondsPerSecond : seconds;
    // Nothing is nothing to every digit.
    const QString digits = QLocale(QLocale::English).toString(number, 'f', number == 0 ? 0 : format.decimals);
    return format.isMilliseconds ? Figures::tr("%1 ms").arg(digits) : Figures::tr("%1 s").arg(digits);
}

} // namespace tierscope::ui
