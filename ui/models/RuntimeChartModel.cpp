// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/RuntimeChartModel.h"

#include "core/analysis/Statistics.h"
#include "core/tier/TierCatalogue.h"
#include "ui/models/Wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace tierscope::ui {

namespace {

struct Chart {
    Q_DECLARE_TR_FUNCTIONS(RuntimeChart)
};

using core::MemoryMb;
using core::Sample;
using core::ScheduleMode;

/// Runs without a limit have no place on a memory axis: they stand beyond its end, this far.
constexpr double kUnlimitedGap = 0.5;

/// What keeps samples in one series: the mode, and the cap where it was swept (else 0).
struct SeriesKey {
    ScheduleMode mode;
    int cap;
    auto operator<=>(const SeriesKey&) const = default;
};

/// Modes of which some tier was measured with more than one cap.
std::set<ScheduleMode> sweptModes(const std::vector<Sample>& samples)
{
    std::map<std::pair<ScheduleMode, MemoryMb>, std::set<int>> caps;
    for (const Sample& sample : samples)
        caps[{sample.mode, sample.memory}].insert(sample.cap);
    std::set<ScheduleMode> swept;
    for (const auto& [key, values] : caps) {
        if (values.size() > 1)
            swept.insert(key.first);
    }
    return swept;
}

/// Limited tiers that are measured or planned, ascending.
std::vector<MemoryMb> limitedTiers(const std::vector<Sample>& samples, const std::vector<MemoryMb>& planned)
{
    std::set<MemoryMb> tiers(planned.begin(), planned.end());
    for (const Sample& sample : samples)
        tiers.insert(sample.memory);
    tiers.erase(core::kUnlimitedTier);
    return {tiers.begin(), tiers.end()};
}

/// Places figures on the axes.
struct Placement {
    RuntimeView view;
    double unlimitedX = 0; ///< where runs without a limit stand on the memory axis

    [[nodiscard]] RuntimePoint place(const Sample& sample, double seconds, int count) const
    {
        RuntimePoint point;
        point.memory = sample.memory;
        point.vcpus = sample.vcpus;
        point.seconds = seconds;
        point.samples = count;
        point.y = secondsPosition(seconds, view.y);
        if (view.x == RuntimeX::VcpuCount)
            point.x = sample.vcpus;
        else
            point.x = sample.memory == core::kUnlimitedTier ? unlimitedX : memoryPosition(sample.memory);
        return point;
    }
};

RuntimeSeries makeSeries(const SeriesKey& key, const std::vector<const Sample*>& samples, const Placement& placement)
{
    RuntimeSeries series;
    series.mode = key.mode;
    series.title = modeTitle(key.mode);
    if (key.cap > 0) {
        series.cap = key.cap;
        series.title = Chart::tr("%1, %2 at once").arg(modeTitle(key.mode)).arg(key.cap);
    }
    std::map<MemoryMb, std::vector<const Sample*>> byTier;
    for (const Sample* sample : samples) {
        series.dots.push_back(placement.place(*sample, sample->wallSeconds, 1));
        byTier[sample->memory].push_back(sample);
    }
    for (const auto& [memory, tierSamples] : byTier) {
        std::vector<double> seconds;
        for (const Sample* sample : tierSamples)
            seconds.push_back(sample->wallSeconds);
        series.line.push_back(placement.place(*tierSamples.front(), core::median(seconds), static_cast<int>(seconds.size())));
    }
    std::ranges::stable_sort(series.line, {}, &RuntimePoint::x);
    if (placement.view.x == RuntimeX::VcpuCount) {
        // Tiers that see as many vCPUs share one x; the largest has the most credit, and the line goes through it.
        std::vector<RuntimePoint> line;
        for (const RuntimePoint& point : series.line) {
            if (!line.empty() && line.back().vcpus == point.vcpus) {
                const bool isLarger = point.memory > line.back().memory && line.back().memory != core::kUnlimitedTier;
                series.aside.push_back(isLarger ? line.back() : point);
                if (isLarger)
                    line.back() = point;
            } else {
                line.push_back(point);
            }
        }
        series.line = std::move(line);
    }
    return series;
}

ChartAxis makeX(const std::vector<MemoryMb>& tiers, const std::vector<Sample>& samples, Placement& placement)
{
    const bool hasUnlimited = std::ranges::any_of(samples, [](const Sample& sample) { return sample.memory == core::kUnlimitedTier; });
    if (placement.view.x == RuntimeX::MemoryTier) {
        if (tiers.empty() && hasUnlimited)
            return {-1, 1, {{0, tierText(core::kUnlimitedTier), {}}}, Chart::tr("This computer, not limited to a tier")};
        ChartAxis axis = makeMemoryAxis(tiers);
        if (hasUnlimited) {
            placement.unlimitedX = axis.maximum + kUnlimitedGap;
            axis.maximum += 2 * kUnlimitedGap;
            axis.ticks.push_back({placement.unlimitedX, tierText(core::kUnlimitedTier), {}});
        }
        return axis;
    }
    std::map<int, MemoryMb> largest;
    for (const MemoryMb tier : tiers)
        largest[core::visibleVcpus(tier)] = tier;
    for (const Sample& sample : samples) {
        if (sample.memory == core::kUnlimitedTier)
            largest[sample.vcpus] = core::kUnlimitedTier;
    }
    if (largest.empty())
        return makeVcpuAxis(core::visibleVcpus(core::kSmallestTier), core::visibleVcpus(core::kLargestTier), {});
    std::vector<QString> details;
    const int fewest = largest.begin()->first;
    const int most = largest.rbegin()->first;
    for (int count = fewest; count <= most; ++count) {
        const auto tier = largest.find(count);
        details.push_back(tier == largest.end() ? QString() : tierText(tier->second));
    }
    return makeVcpuAxis(fewest, most, details);
}

ChartAxis makeY(const std::vector<RuntimeSeries>& series, AxisScale scale)
{
    if (series.empty())
        return makeSecondsAxis(0.5, 50, scale);
    double low = std::numeric_limits<double>::infinity();
    double high = 0;
    for (const RuntimeSeries& one : series) {
        for (const RuntimePoint& dot : one.dots) {
            low = std::min(low, dot.seconds);
            high = std::max(high, dot.seconds);
        }
    }
    return makeSecondsAxis(low, high, scale);
}

/// One label a tier that is aside, between the points of its series.
std::vector<TierLabel> makeTierLabels(const std::vector<RuntimeSeries>& series)
{
    std::map<MemoryMb, std::vector<const RuntimePoint*>> byTier;
    for (const RuntimeSeries& one : series) {
        for (const RuntimePoint& point : one.aside)
            byTier[point.memory].push_back(&point);
    }
    std::vector<TierLabel> labels;
    for (const auto& [memory, points] : byTier) {
        double sum = 0;
        for (const RuntimePoint* point : points)
            sum += point->y;
        labels.push_back({points.front()->x, sum / static_cast<double>(points.size()), tierText(memory)});
    }
    return labels;
}

QString describe(const RuntimeChart& chart, RuntimeX x)
{
    if (chart.series.empty())
        return Chart::tr("No finished runs yet.");
    QString text = x == RuntimeX::MemoryTier ? Chart::tr("Median runtime against memory tier.")
                                             : Chart::tr("Median runtime against the number of vCPUs.");
    for (const RuntimeSeries& series : chart.series) {
        QStringList figures;
        for (const RuntimePoint& point : series.line) {
            const QString place = x == RuntimeX::MemoryTier ? tierText(point.memory) : Chart::tr("%1 vCPUs").arg(point.vcpus);
            figures << Chart::tr("%1 at %2").arg(secondsText(point.seconds), place);
        }
        text += QLatin1Char(' ') + Chart::tr("%1: %2.").arg(series.title, figures.join(QStringLiteral(", ")));
    }
    return text;
}

} // namespace

RuntimeChart makeRuntimeChart(const std::vector<core::Sample>& samples, const std::vector<core::MemoryMb>& tiers, RuntimeView view)
{
    std::vector<Sample> counted;
    std::ranges::copy_if(samples, std::back_inserter(counted), [](const Sample& sample) { return sample.isCounted(); });

    RuntimeChart chart;
    Placement placement{view, 0};
    chart.x = makeX(limitedTiers(counted, tiers), counted, placement);

    const std::set<ScheduleMode> swept = sweptModes(counted);
    std::map<SeriesKey, std::vector<const Sample*>> groups;
    for (const Sample& sample : counted)
        groups[{sample.mode, swept.contains(sample.mode) ? sample.cap : 0}].push_back(&sample);
    std::map<ScheduleMode, int> highestCap;
    for (const auto& [key, members] : groups)
        highestCap[key.mode] = std::max(highestCap[key.mode], key.cap);
    for (const auto& [key, members] : groups) {
        chart.series.push_back(makeSeries(key, members, placement));
        if (key.cap > 0)
            chart.series.back().strength = 0.4 + 0.6 * key.cap / highestCap[key.mode];
    }

    chart.y = makeY(chart.series, view.y);
    const bool hasTiers = view.x == RuntimeX::MemoryTier && chart.x.minimum > 0;
    if (hasTiers) {
        ChartAxis limited = chart.x;
        if (placement.unlimitedX > 0)
            limited.maximum = placement.unlimitedX - kUnlimitedGap;
        chart.bands = vcpuBands(limited);
        chart.creditMark = oneVcpuMark(limited);
    }
    chart.tierLabels = makeTierLabels(chart.series);
    chart.description = describe(chart, view.x);
    return chart;
}

} // namespace tierscope::ui
