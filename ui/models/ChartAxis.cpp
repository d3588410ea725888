// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/ChartAxis.h"

#include "core/tier/TierCatalogue.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace tierscope::ui {

namespace {

struct Axis {
    Q_DECLARE_TR_FUNCTIONS(ChartAxis)
};

constexpr double kShortestShown = 1e-6; ///< seconds; a log axis has no zero
constexpr std::array kRoundSizes{128, 256, 512, 1024, 2048, 3072, 4096, 6144, 8192, 10240};

std::vector<double> logSteps(double low, double high)
{
    std::vector<double> steps;
    const int first = static_cast<int>(std::floor(std::log10(low))) - 1;
    const int last = static_cast<int>(std::ceil(std::log10(high))) + 1;
    const bool isWide = std::log10(high / low) > 3.2;
    for (int decade = first; decade <= last; ++decade) {
        for (const int digit : {1, 2, 5}) {
            if (digit == 1 || !isWide)
                steps.push_back(digit * std::pow(10.0, decade));
        }
    }
    std::erase_if(steps, [low, high](double step) { return step < low || step > high; });
    return steps;
}

/// As many decimals as tell two ticks apart that are `step` apart.
QString steppedTickText(double seconds, double step)
{
    const auto number = [step](double value, double unit) {
        return QString::number(value * unit, 'f', std::max(0, static_cast<int>(std::ceil(-std::log10(step * unit) - 1e-9))));
    };
    if (seconds == 0)
        return Axis::tr("0 s");
    if (seconds < 0.9995e-3)
        return Axis::tr("%1 µs").arg(number(seconds, 1e6));
    if (seconds < 0.9995)
        return Axis::tr("%1 ms").arg(number(seconds, 1e3));
    return Axis::tr("%1 s").arg(number(seconds, 1));
}

} // namespace

double memoryPosition(core::MemoryMb memory)
{
    return std::log2(static_cast<double>(std::max(memory.value, 1)));
}

double secondsPosition(double seconds, AxisScale scale)
{
    return scale == AxisScale::Log ? std::log10(std::max(seconds, kShortestShown)) : seconds;
}

QString secondsTickText(double seconds)
{
    if (seconds == 0)
        return Axis::tr("0 s");
    const auto number = [](double value) { return QString::number(value, 'g', 4); };
    if (seconds < 0.9995e-3)
        return Axis::tr("%1 µs").arg(number(seconds * 1e6));
    if (seconds < 0.9995)
        return Axis::tr("%1 ms").arg(number(seconds * 1e3));
    return Axis::tr("%1 s").arg(QString::number(seconds, 'f', seconds < 10 && std::abs(seconds - std::round(seconds)) > 1e-6 ? 1 : 0));
}

QString memoryTickText(core::MemoryMb memory)
{
    if (memory.value >= 1024 && memory.value % 1024 == 0)
        return Axis::tr("%1 GB").arg(memory.value / 1024);
    return Axis::tr("%1 MB").arg(memory.value);
}

double evenStep(double high)
{
    const double rough = high / 5;
    const double decade = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double digit : {1.0, 2.0, 5.0}) {
        if (rough <= digit * decade * 1.0001)
            return digit * decade;
    }
    return 10 * decade;
}

ChartAxis makeSecondsAxis(double low, double high, AxisScale scale)
{
    ChartAxis axis;
    axis.title = Axis::tr("Runtime");
    low = std::max(low, kShortestShown);
    high = std::max(high, low);
    if (scale == AxisScale::Linear) {
        const double step = evenStep(high * 1.05);
        const auto count = static_cast<int>(std::ceil(high * 1.02 / step));
        axis.minimum = 0;
        axis.maximum = count * step;
        for (int tick = 0; tick <= count; ++tick)
            axis.ticks.push_back({tick * step, secondsTickText(tick * step), {}, {}});
        return axis;
    }
    // At least a factor of four, so that two close figures do not look far apart.
    const double spread = std::max(std::log10(high / low), std::log10(4.0));
    const double middle = (std::log10(low) + std::log10(high)) / 2;
    axis.minimum = middle - spread / 2 - spread * 0.1;
    axis.maximum = middle + spread / 2 + spread * 0.1;
    axis.ticks = secondsTicks(axis.range(), scale);
    return axis;
}

std::vector<AxisTick> secondsTicks(AxisRange range, AxisScale scale)
{
    const bool isLog = scale == AxisScale::Log;
    std::vector<AxisTick> ticks;
    if (isLog) {
        for (const double step : logSteps(std::pow(10.0, range.minimum), std::pow(10.0, range.maximum)))
            ticks.push_back({std::log10(step), secondsTickText(step), {}, {}});
        if (ticks.size() >= 3)
            return ticks;
        ticks.clear();
    }
    const double low = isLog ? std::pow(10.0, range.minimum) : range.minimum;
    const double high = isLog ? std::pow(10.0, range.maximum) : range.maximum;
    const double step = evenStep(high - low);
    const auto last = static_cast<qint64>(std::floor(high / step * (1 + 1e-12)));
    for (auto count = static_cast<qint64>(std::ceil(low / step * (1 - 1e-12))); count <= last; ++count) {
        const double seconds = static_cast<double>(count) * step;
        ticks.push_back({secondsPosition(seconds, scale), steppedTickText(seconds, step), {}, {}});
    }
    return ticks;
}

std::vector<AxisTick> memoryTicks(AxisRange range)
{
    std::vector<AxisTick> ticks;
    const auto add = [&ticks, range](int size) {
        const core::MemoryMb memory{size};
        if (!range.contains(memoryPosition(memory)))
            return;
        const bool isGb = size >= 1024 && size % 1024 == 0;
        ticks.push_back({memoryPosition(memory), memoryTickText(memory), {}, QString::number(isGb ? size / 1024 : size)});
    };
    for (const int size : kRoundSizes)
        add(size);
    const auto low = static_cast<int>(std::ceil(std::exp2(range.minimum)));
    const auto high = static_cast<int>(std::floor(std::exp2(range.maximum)));
    for (int step = 1024; ticks.size() < 3 && step >= 1; step /= 2) {
        ticks.clear();
        for (int size = (low + step - 1) / step * step; size <= std::min(high, core::kLargestTier.value); size += step) {
            if (size >= core::kSmallestTier.value)
                add(size);
        }
    }
    return ticks;
}

ChartAxis makeMemoryAxis(const std::vector<core::MemoryMb>& tiers)
{
    ChartAxis axis;
    axis.title = Axis::tr("Memory tier");
    const core::MemoryMb first = tiers.empty() ? core::kSmallestTier : tiers.front();
    const core::MemoryMb last = tiers.empty() ? core::kLargestTier : tiers.back();
    const double air = std::max((memoryPosition(last) - memoryPosition(first)) * 0.035, 0.2);
    axis.minimum = memoryPosition(first) - air;
    axis.maximum = memoryPosition(last) + air;
    const auto roundSizes =
        std::ranges::count_if(kRoundSizes, [&axis](int size) { return axis.range().contains(memoryPosition(core::MemoryMb{size})); });
    if (roundSizes >= 3 || tiers.empty()) {
        axis.ticks = memoryTicks(axis.range());
        return axis;
    }
    for (const core::MemoryMb tier : tiers)
        axis.ticks.push_back({memoryPosition(tier), memoryTickText(tier), {}, {}});
    return axis;
}

ChartAxis makeVcpuAxis(int fewest, int most, const std::vector<QString>& details)
{
    ChartAxis axis;
    axis.title = Axis::tr("vCPUs that the function sees, and the largest tier measured with them");
    axis.minimum = fewest - 0.45;
    axis.maximum = most + 0.45;
    for (int count = fewest; count <= most; ++count) {
        const auto index = static_cast<std::size_t>(count - fewest);
        axis.ticks.push_back({static_cast<double>(count), QString::number(count), index < details.size() ? details[index] : QString(), {}});
    }
    return axis;
}

std::vector<VcpuBand> vcpuBands(const ChartAxis& memoryAxis)
{
    std::vector<VcpuBand> bands;
    int first = core::kSmallestTier.value;
    while (first <= core::kLargestTier.value) {
        const int vcpus = core::visibleVcpus(core::MemoryMb{first});
        int last = first;
        while (last < core::kLargestTier.value && core::visibleVcpus(core::MemoryMb{last + 1}) == vcpus)
            ++last;
        // The ends of the axis belong to the outermost bands.
        const double from = first == core::kSmallestTier.value ? memoryAxis.minimum : memoryPosition(core::MemoryMb{first});
        const double to = last == core::kLargestTier.value ? memoryAxis.maximum : memoryPosition(core::MemoryMb{last + 1});
        if (from < memoryAxis.maximum && to > memoryAxis.minimum)
            bands.push_back({std::max(from, memoryAxis.minimum), std::min(to, memoryAxis.maximum),
                             bands.empty() ? Axis::tr("%1 vCPUs visible").arg(vcpus) : QString::number(vcpus), vcpus % 2 == 0});
        first = last + 1;
    }
    return bands;
}

std::optional<double> oneVcpuMark(const ChartAxis& memoryAxis)
{
    const double position = memoryPosition(core::kOneVcpuMemory);
    if (position <= memoryAxis.minimum || position >= memoryAxis.maximum)
        return std::nullopt;
    return position;
}

} // namespace tierscope::ui
