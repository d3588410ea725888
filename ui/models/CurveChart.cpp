// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/CurveChart.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tierscope::ui {

namespace {

struct CurveText {
    Q_DECLARE_TR_FUNCTIONS(CurveChart)
};

/// 1-2-5 steps from `low` to `high`; where they are more than about eight, only powers of ten.
std::vector<double> logSteps(double low, double high)
{
    std::vector<double> steps;
    for (int decade = static_cast<int>(std::floor(std::log10(low))); decade <= static_cast<int>(std::ceil(std::log10(high))); ++decade) {
        for (const double digit : {1.0, 2.0, 5.0})
            steps.push_back(digit * std::pow(10.0, decade));
    }
    std::erase_if(steps, [low, high](double step) { return step < low || step > high; });
    if (steps.size() > 8)
        std::erase_if(steps, [](double step) { return std::abs(std::log10(step) - std::round(std::log10(step))) > 1e-9; });
    return steps;
}

QString factorText(double factor)
{
    return CurveText::tr("%1×").arg(QString::number(factor, 'g', 3));
}

QString usdTickText(double usd)
{
    return QLatin1Char('$') + (usd >= 1 || usd == 0 ? QString::number(usd, 'f', 0) : QString::number(usd, 'g', 2));
}

/// Steps that tell neighbours apart where 1-2-5 gives fewer than three.
std::vector<double> evenSteps(double low, double high)
{
    const double step = evenStep(high - low);
    std::vector<double> steps;
    const auto last = static_cast<qint64>(std::floor(high / step * (1 + 1e-12)));
    for (auto count = static_cast<qint64>(std::ceil(low / step * (1 - 1e-12))); count <= last; ++count)
        steps.push_back(static_cast<double>(count) * step);
    return steps;
}

template <typename Text>
void fillLogAxis(ChartAxis& axis, double low, double high, Text text)
{
    // At least a factor of two, so that two close figures do not look far apart.
    const double spread = std::max(std::log10(high / low), std::log10(2.0));
    const double middle = (std::log10(low) + std::log10(high)) / 2;
    axis.minimum = middle - spread * 0.6;
    axis.maximum = middle + spread * 0.6;
    std::vector<double> steps = logSteps(std::pow(10.0, axis.minimum), std::pow(10.0, axis.maximum));
    if (steps.size() < 3)
        steps = evenSteps(std::pow(10.0, axis.minimum), std::pow(10.0, axis.maximum));
    for (const double step : steps)
        axis.ticks.push_back({std::log10(step), text(step), {}, {}});
}

} // namespace

QString CurvePoint::spoken() const
{
    return title + QStringLiteral(": ") + facts.join(QStringLiteral(", ")) + QLatin1Char('.');
}

std::vector<const CurvePoint*> readablePoints(const CurveChart& chart)
{
    std::vector<const CurvePoint*> points;
    for (const Curve& curve : chart.curves) {
        if (!curve.hasMarkers)
            continue;
        for (const CurvePoint& point : curve.points)
            points.push_back(&point);
    }
    std::ranges::stable_sort(points, {}, &CurvePoint::x);
    return points;
}

ChartAxis makeFactorAxis(double low, double high, AxisScale scale, const QString& title)
{
    ChartAxis axis;
    axis.title = title;
    if (scale == AxisScale::Log) {
        fillLogAxis(axis, low, high, factorText);
        return axis;
    }
    const double step = evenStep(high * 1.05);
    const auto count = static_cast<int>(std::ceil(high * 1.02 / step));
    axis.minimum = 0;
    axis.maximum = count * step;
    for (int tick = 0; tick <= count; ++tick)
        axis.ticks.push_back({tick * step, factorText(tick * step), {}, {}});
    return axis;
}

ChartAxis makeUsdAxis(double low, double high, const QString& title)
{
    ChartAxis axis;
    axis.title = title;
    fillLogAxis(axis, low, high, usdTickText);
    return axis;
}

QString csvLine(const QStringList& fields)
{
    QStringList quoted;
    for (QString field : fields) {
        if (field.contains(QLatin1Char(',')) || field.contains(QLatin1Char('"')) || field.contains(QLatin1Char('\n')))
            field = QLatin1Char('"') + field.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
        quoted << field;
    }
    return quoted.join(QLatin1Char(',')) + QLatin1Char('\n');
}

QString csvNumber(double value)
{
    return QString::number(value, 'g', 12);
}

QString csvNumber(const std::optional<double>& value)
{
    return value ? csvNumber(*value) : QString();
}

} // namespace tierscope::ui
