// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/RuntimeChartModel.h"

#include "core/analysis/Findings.h"
#include "core/tier/TierCatalogue.h"
#include "ui/models/ChartRows.h"
#include "ui/models/ChartZoom.h"
#include "ui/models/CpuModels.h"
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
std::set<ScheduleMode> sweptModes(const std::vector<core::SummaryRow>& rows)
{
    std::map<std::pair<ScheduleMode, MemoryMb>, std::set<int>> caps;
    for (const core::SummaryRow& row : rows)
        caps[{row.mode, row.memory}].insert(row.cap);
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

    [[nodiscard]] RuntimePoint place(MemoryMb memory, int vcpus, double seconds) const
    {
        RuntimePoint point;
        point.memory = memory;
        point.vcpus = vcpus;
        point.seconds = seconds;
        point.y = secondsPosition(seconds, view.y);
        point.low = point.y;
        point.high = point.y;
        if (view.x == RuntimeX::VcpuCount)
            point.x = vcpus;
        else
            point.x = memory == core::kUnlimitedTier ? unlimitedX : memoryPosition(memory);
        return point;
    }
    [[nodiscard]] RuntimePoint place(const core::SummaryRow& row) const
    {
        RuntimePoint point = place(row.memory, row.vcpus, row.medianSeconds);
        point.samples = row.n;
        point.low = secondsPosition(row.medianSeconds - row.madSeconds, view.y);
        point.high = secondsPosition(row.medianSeconds + row.madSeconds, view.y);
        point.isDilated = !row.dilation.isPlain();
        return point;
    }
};

/// Tiers that see as many vCPUs share one x; the largest has the most credit, and the line goes through it.
void setAside(RuntimeSeries& series)
{
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

/// By mode, then by cap where it was swept.
std::vector<RuntimeSeries> makeSeries(const std::vector<core::SummaryRow>& rows, const Placement& placement)
{
    const std::set<ScheduleMode> swept = sweptModes(rows);
    std::map<SeriesKey, RuntimeSeries> byKey;
    std::map<ScheduleMode, int> highestCap;
    for (const core::SummaryRow& row : rows) {
        const int cap = swept.contains(row.mode) ? row.cap : 0;
        byKey[{row.mode, cap}].line.push_back(placement.place(row));
        highestCap[row.mode] = std::max(highestCap[row.mode], cap);
    }
    std::vector<RuntimeSeries> all;
    for (auto& [key, series] : byKey) {
        series.mode = key.mode;
        series.title = modeTitle(key.mode);
        if (key.cap > 0) {
            series.cap = key.cap;
            series.title = Chart::tr("%1, %2 at once").arg(modeTitle(key.mode)).arg(key.cap);
            series.strength = 0.4 + 0.6 * key.cap / highestCap[key.mode];
        }
        std::ranges::stable_sort(series.line, {}, &RuntimePoint::x);
        if (placement.view.x == RuntimeX::VcpuCount)
            setAside(series);
        all.push_back(std::move(series));
    }
    return all;
}

void addDots(const std::vector<Sample>& counted, const CpuModels& models, const Placement& placement, std::vector<RuntimeSeries>& series)
{
    for (const Sample& sample : counted) {
        const auto own = std::ranges::find_if(
            series, [&sample](const RuntimeSeries& one) { return one.mode == sample.mode && (!one.cap || *one.cap == sample.cap); });
        own->dots.push_back(placement.place(sample.memory, sample.vcpus, sample.wallSeconds));
        own->dots.back().isOtherCpu = models.numberOf(sample) > 0;
    }
}

std::vector<OverlayLine> makeOverlays(const std::vector<ChartOverlay>& overlays, const Placement& placement)
{
    std::vector<OverlayLine> lines;
    int number = 0;
    for (const ChartOverlay& overlay : overlays) {
        const std::vector<RuntimeSeries> series = makeSeries(makeChartRows(overlay.samples), placement);
        for (const RuntimeSeries& one : series) {
            const QString title = series.size() == 1 ? overlay.name : Chart::tr("%1, %2").arg(overlay.name, one.title.toLower());
            lines.push_back({title, overlay.name, one.mode, one.cap, number, one.line});
        }
        ++number;
    }
    return lines;
}

ChartAxis makeX(const std::vector<MemoryMb>& tiers, const std::vector<Sample>& samples, Placement& placement,
                std::optional<double>& limitedEnd)
{
    const bool hasUnlimited = std::ranges::any_of(samples, [](const Sample& sample) { return sample.memory == core::kUnlimitedTier; });
    if (placement.view.x == RuntimeX::MemoryTier) {
        if (tiers.empty() && hasUnlimited)
            return {-1, 1, {{0, tierText(core::kUnlimitedTier), {}, {}}}, Chart::tr("This computer, not limited to a tier")};
        ChartAxis axis = makeMemoryAxis(tiers);
        if (hasUnlimited) {
            limitedEnd = axis.maximum;
            placement.unlimitedX = axis.maximum + kUnlimitedGap;
            axis.maximum += 2 * kUnlimitedGap;
            axis.ticks.push_back({placement.unlimitedX, tierText(core::kUnlimitedTier), {}, {}});
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

/// Takes in what was measured, and what the model says of tiers that were not.
ChartAxis makeY(const std::vector<RuntimeSeries>& series, const std::vector<OverlayLine>& overlays, const std::vector<ModelLine>& model,
                AxisScale scale)
{
    if (series.empty() && overlays.empty())
        return makeSecondsAxis(0.5, 50, scale);
    double low = std::numeric_limits<double>::infinity();
    double high = 0;
    for (const RuntimeSeries& one : series) {
        for (const RuntimePoint& dot : one.dots) {
            low = std::min(low, dot.seconds);
            high = std::max(high, dot.seconds);
        }
    }
    for (const OverlayLine& one : overlays) {
        for (const RuntimePoint& point : one.line) {
            low = std::min(low, point.seconds);
            high = std::max(high, point.seconds);
        }
    }
    for (const ModelLine& line : model) {
        for (const ModelPlace& place : line.places) {
            low = std::min(low, place.point.seconds);
            high = std::max(high, place.point.seconds);
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

std::vector<ModelLine> makeModel(const core::ModelOverlay& overlay, const RuntimeChart& chart, const std::vector<MemoryMb>& tiers)
{
    if (chart.view.x == RuntimeX::VcpuCount)
        return modelAgainstVcpus(overlay, chart.x.range(), chart.view.y, tiers);
    AxisRange limited = chart.x.range();
    limited.maximum = chart.limitedEnd.value_or(limited.maximum);
    return modelAgainstMemory(overlay, limited, chart.view.y);
}

/// Which tier it is, core says.
std::optional<BreakEvenMark> makeBreakEven(const std::vector<core::SummaryRow>& rows, const Placement& placement)
{
    for (const core::Finding& finding : core::findings(rows)) {
        if (finding.kind != core::Finding::Kind::BreakEven)
            continue;
        const RuntimePoint point = placement.place(finding.row);
        const QString winner = modeTitle(finding.row.mode);
        const QString text = finding.row.memory == core::kUnlimitedTier
                                 ? Chart::tr("%1 wins without a limit").arg(winner)
                                 : Chart::tr("%1 wins from %2").arg(winner, memoryTickText(finding.row.memory));
        return BreakEvenMark{point.x, point.y, text};
    }
    return std::nullopt;
}

/// What a memory axis has behind it.
void addBands(RuntimeChart& chart)
{
    chart.bands.clear();
    chart.creditMark.reset();
    const bool hasTiers = chart.view.x == RuntimeX::MemoryTier && chart.x.minimum > 0;
    ChartAxis limited = chart.x;
    limited.maximum = std::min(limited.maximum, chart.limitedEnd.value_or(limited.maximum));
    if (!hasTiers || limited.maximum <= limited.minimum)
        return;
    chart.bands = vcpuBands(limited);
    chart.creditMark = oneVcpuMark(limited);
}

} // namespace

RuntimeChart makeRuntimeChart(const std::vector<core::Sample>& samples, const std::vector<core::MemoryMb>& tiers, RuntimeView view,
                              const std::vector<ChartOverlay>& overlays, const core::ModelOverlay* model)
{
    std::vector<Sample> counted;
    std::ranges::copy_if(samples, std::back_inserter(counted), &Sample::isCounted);
    std::vector<Sample> withOverlays;
    if (!overlays.empty())
        withOverlays = counted;
    for (const ChartOverlay& overlay : overlays)
        std::ranges::copy_if(overlay.samples, std::back_inserter(withOverlays), &Sample::isCounted);
    const std::vector<Sample>& onAxis = overlays.empty() ? counted : withOverlays;

    RuntimeChart chart;
    chart.view = view;
    Placement placement{view, 0};
    const std::vector<MemoryMb> limited = limitedTiers(onAxis, tiers);
    chart.x = makeX(limited, onAxis, placement, chart.limitedEnd);
    chart.rows = makeChartRows(counted);
    chart.series = makeSeries(chart.rows, placement);
    const CpuModels models = makeCpuModels(counted);
    addDots(counted, models, placement, chart.series);
    chart.cpuModels = cpuModelsText(models);
    chart.overlays = makeOverlays(overlays, placement);
    if (model != nullptr && view.showsModel)
        chart.model = makeModel(*model, chart, limited);
    chart.y = makeY(chart.series, chart.overlays, chart.model, view.y);
    addBands(chart);
    chart.tierLabels = makeTierLabels(chart.series);
    chart.breakEven = makeBreakEven(chart.rows, placement);
    chart.hasDilation = std::ranges::any_of(chart.rows, [](const core::SummaryRow& row) { return !row.dilation.isPlain(); });
    chart.description = describe(chart, view.x);
    if (!chart.model.empty())
        chart.description += QLatin1Char(' ') + modelDescription(chart.model, limitedTiers(counted, {}));
    if (!chart.cpuModels.isEmpty())
        chart.description += QLatin1Char(' ') + Chart::tr("%1.").arg(chart.cpuModels);
    return chart;
}

RuntimeChart partOf(const RuntimeChart& chart, AxisRange x, AxisRange y)
{
    RuntimeChart part = chart;
    part.isPart = x != chart.x.range() || y != chart.y.range();
    const auto setTicks = [](ChartAxis& axis, AxisRange range, std::vector<AxisTick> ticks) {
        axis.minimum = range.minimum;
        axis.maximum = range.maximum;
        axis.ticks = std::move(ticks);
    };
    if (y != chart.y.range())
        setTicks(part.y, y, secondsTicks(y, chart.view.y));
    if (x == chart.x.range())
        return part;
    std::vector<AxisTick> ticks = chart.x.ticks;
    std::erase_if(ticks, [x](const AxisTick& tick) { return !x.contains(tick.position); });
    if (ticks.size() < 3 && chart.view.x == RuntimeX::MemoryTier && x.maximum < chart.limitedEnd.value_or(chart.x.maximum))
        ticks = memoryTicks(x);
    setTicks(part.x, x, std::move(ticks));
    addBands(part);
    return part;
}

void settleRuntimeAxis(RuntimeChart& chart, std::optional<AxisRange>& before)
{
    // On a linear axis the ticks; on a log one a quarter of a decade, that is a factor of 1.8.
    constexpr double kLogStep = 0.25;
    const bool isLinear = chart.view.y == AxisScale::Linear && chart.y.ticks.size() >= 2;
    const double step = isLinear ? chart.y.ticks[1].position - chart.y.ticks[0].position : kLogStep;
    before = settledRange(before, chart.y.range(), step);
    chart.y.minimum = before->minimum;
    chart.y.maximum = before->maximum;
    chart.y.ticks = secondsTicks(*before, chart.view.y);
}

} // namespace tierscope::ui
