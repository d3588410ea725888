// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/SpeedupChartModel.h"

#include "core/tier/TierCatalogue.h"
#include "ui/models/Wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tierscope::ui {

namespace {

struct Speedup {
    Q_DECLARE_TR_FUNCTIONS(SpeedupChart)
};

using core::SpeedupRow;

QString timesText(double factor)
{
    return Speedup::tr("%1×").arg(factor, 0, 'f', factor < 20 ? 2 : 0);
}

QString percentText(double fraction, int decimals = 0)
{
    constexpr double kPercent = 100;
    return Speedup::tr("%1 %").arg(fraction * kPercent, 0, 'f', decimals);
}

std::vector<SpeedupRow> limitedRows(const core::SpeedupAnalysis& analysis)
{
    std::vector<SpeedupRow> rows;
    std::ranges::copy_if(analysis.rows, std::back_inserter(rows),
                         [](const SpeedupRow& row) { return row.parallel.memory != core::kUnlimitedTier; });
    return rows;
}

QString verdictText(const SpeedupRow& row)
{
    switch (row.comparison.verdict) {
    case core::Comparison::Verdict::Faster:
        return Speedup::tr("a gain beyond chance");
    case core::Comparison::Verdict::Slower:
        return Speedup::tr("a loss beyond chance");
    case core::Comparison::Verdict::NoVerdict:
        return Speedup::tr("no difference that could be told from chance");
    case core::Comparison::Verdict::TooFew:
        break;
    }
    return Speedup::tr("too few runs to tell it from chance");
}

QStringList gainFacts(const SpeedupRow& row)
{
    QStringList facts;
    facts << Speedup::tr("%1 with %2 at once: %3 as fast as one after the other")
                 .arg(modeTitle(row.parallel.mode))
                 .arg(row.parallel.cap)
                 .arg(timesText(row.parallelGain));
    if (row.comparison.ratioInterval)
        facts << Speedup::tr("95 % interval %1 to %2")
                     .arg(timesText(row.comparison.ratioInterval->low), timesText(row.comparison.ratioInterval->high));
    facts << verdictText(row);
    facts << Speedup::tr("at best %1, for %2").arg(timesText(row.idealGain), tasksText(row.tasks));
    facts << Speedup::tr("efficiency %1").arg(percentText(row.efficiency));
    if (row.serialFraction)
        facts << Speedup::tr("serial part by Karp and Flatt %1").arg(percentText(*row.serialFraction, 1));
    return facts;
}

QStringList tierFacts(const SpeedupRow& row, core::MemoryMb base)
{
    QStringList facts;
    if (row.tierGain)
        facts << Speedup::tr("one after the other %1 as fast as at %2").arg(timesText(*row.tierGain), tierText(base));
    facts << Speedup::tr("parallel gain %1").arg(timesText(row.parallelGain));
    if (row.totalGain)
        facts << Speedup::tr("together %1").arg(timesText(*row.totalGain));
    return facts;
}

CurvePoint pointAt(const SpeedupRow& row, double y, QStringList facts = {})
{
    CurvePoint point;
    point.x = memoryPosition(row.parallel.memory);
    point.y = y;
    point.title = tierText(row.parallel.memory);
    point.facts = std::move(facts);
    return point;
}

/// A curve with a point for every row that has a value.
template <typename Value, typename Facts>
Curve makeCurve(const std::vector<SpeedupRow>& rows, const QString& title, CurveInk ink, Value value, Facts facts)
{
    Curve curve;
    curve.title = title;
    curve.ink = ink;
    for (const SpeedupRow& row : rows) {
        if (const std::optional<double> y = value(row))
            curve.points.push_back(pointAt(row, *y, facts(row)));
    }
    return curve;
}

QStringList noFacts(const SpeedupRow& /*row*/)
{
    return {};
}

CurveInk parallelInk(const std::vector<SpeedupRow>& rows)
{
    const bool isPool = std::ranges::all_of(rows, [](const SpeedupRow& row) { return row.parallel.mode == core::ScheduleMode::Pool; });
    return isPool ? CurveInk::Pool : CurveInk::Parallel;
}

void addParallelCurves(const core::SpeedupAnalysis& analysis, const std::vector<SpeedupRow>& rows, CurveChart& chart)
{
    Curve ideal = makeCurve(
        rows, Speedup::tr("At best"), CurveInk::Muted, [](const SpeedupRow& row) { return std::optional(row.idealGain); }, noFacts);
    ideal.hasMarkers = false;
    ideal.isDashed = true;
    chart.curves.push_back(ideal);
    if (analysis.amdahl) {
        const double fraction = analysis.amdahl->serialFraction;
        Curve amdahl = makeCurve(
            rows, Speedup::tr("Amdahl, %1 serial").arg(percentText(fraction, 1)), CurveInk::Model,
            [fraction](const SpeedupRow& row) { return std::optional(core::amdahlSpeedup(fraction, row.processors)); }, noFacts);
        amdahl.hasMarkers = false;
        chart.curves.push_back(amdahl);
    }
    Curve gain = makeCurve(
        rows, Speedup::tr("Parallel gain"), parallelInk(rows), [](const SpeedupRow& row) { return std::optional(row.parallelGain); },
        gainFacts);
    for (std::size_t index = 0; index < rows.size(); ++index) {
        if (const auto& interval = rows[index].comparison.ratioInterval)
            gain.points[index].range = AxisRange{interval->low, interval->high};
    }
    chart.curves.push_back(gain);
}

void addTierCurves(const core::SpeedupAnalysis& analysis, const std::vector<SpeedupRow>& rows, CurveChart& chart)
{
    const core::MemoryMb base = analysis.base.value_or(rows.front().parallel.memory);
    const double baseShare = std::min(1.0, core::creditShare(base).value);
    const auto facts = [base](const SpeedupRow& row) { return tierFacts(row, base); };
    // One process has the tier's share of a vCPU, and never more than one.
    Curve share = makeCurve(
        rows, Speedup::tr("CPU of one process"), CurveInk::Muted,
        [baseShare](const SpeedupRow& row) { return std::optional(std::min(1.0, row.parallel.share.value) / baseShare); }, noFacts);
    share.hasMarkers = false;
    share.isDashed = true;
    chart.curves.push_back(share);
    chart.curves.push_back(makeCurve(
        rows, Speedup::tr("Tier gain"), CurveInk::Sequential, [](const SpeedupRow& row) { return row.tierGain; }, facts));
    chart.curves.push_back(makeCurve(
        rows, Speedup::tr("Tier and parallel gain"), parallelInk(rows), [](const SpeedupRow& row) { return row.totalGain; }, facts));
    std::erase_if(chart.curves, [](const Curve& curve) { return curve.points.empty(); });
}

/// Values as they stand become positions on a log axis.
void placeOnLogAxis(CurveChart& chart)
{
    for (Curve& curve : chart.curves) {
        for (CurvePoint& point : curve.points)
            point.y = std::log10(point.y);
    }
}

AxisRange extent(const CurveChart& chart)
{
    AxisRange range{1, 1};
    for (const Curve& curve : chart.curves) {
        for (const CurvePoint& point : curve.points) {
            range.minimum = std::min(range.minimum, point.range ? point.range->minimum : point.y);
            range.maximum = std::max(range.maximum, point.range ? point.range->maximum : point.y);
        }
    }
    return range;
}

QString tableOf(const std::vector<SpeedupRow>& rows)
{
    QString csv = QStringLiteral("memory_mb,vcpus,share,mode,cap,parallel_gain,gain_low,gain_high,ideal_gain,efficiency,serial_fraction,"
                                 "tier_gain,total_gain\n");
    for (const SpeedupRow& row : rows) {
        const auto& interval = row.comparison.ratioInterval;
        csv += csvLine({QString::number(row.parallel.memory.value), QString::number(row.parallel.vcpus),
                        csvNumber(row.parallel.share.value), QString::fromLatin1(core::scheduleModeName(row.parallel.mode)),
                        QString::number(row.parallel.cap), csvNumber(row.parallelGain), interval ? csvNumber(interval->low) : QString(),
                        interval ? csvNumber(interval->high) : QString(), csvNumber(row.idealGain), csvNumber(row.efficiency),
                        csvNumber(row.serialFraction), csvNumber(row.tierGain), csvNumber(row.totalGain)});
    }
    return csv;
}

QString describe(const CurveChart& chart, SpeedupView view)
{
    QString text = view == SpeedupView::ParallelGain ? Speedup::tr("Gain of running tasks at once, against memory tier.")
                                                     : Speedup::tr("Gain against the smallest tier, against memory tier.");
    for (const CurvePoint* point : readablePoints(chart))
        text += QLatin1Char(' ') + point->spoken();
    return text;
}

} // namespace

CurveChart makeSpeedupChart(const core::SpeedupAnalysis& analysis, SpeedupView view)
{
    const std::vector<SpeedupRow> rows = limitedRows(analysis);
    std::vector<core::MemoryMb> tiers;
    tiers.reserve(rows.size());
    for (const SpeedupRow& row : rows)
        tiers.push_back(row.parallel.memory);
    CurveChart chart;
    chart.x = makeMemoryAxis(tiers);
    chart.bands = vcpuBands(chart.x);
    chart.creditMark = oneVcpuMark(chart.x);
    chart.emptyText = Speedup::tr("Measure a tier one after the other and in parallel: their gain stands here.");
    if (rows.empty()) {
        chart.y = makeFactorAxis(1, 4, AxisScale::Linear, {});
        chart.description = chart.emptyText;
        return chart;
    }
    if (view == SpeedupView::ParallelGain)
        addParallelCurves(analysis, rows, chart);
    else
        addTierCurves(analysis, rows, chart);
    for (Curve& curve : chart.curves)
        curve.figure = timesText(curve.points.back().y);
    const AxisRange range = extent(chart);
    if (view == SpeedupView::ParallelGain) {
        chart.y = makeFactorAxis(0, range.maximum, AxisScale::Linear, Speedup::tr("Gain"));
        chart.rules.push_back({false, 1, Speedup::tr("no gain")});
    } else {
        chart.y = makeFactorAxis(range.minimum, range.maximum, AxisScale::Log, Speedup::tr("Gain"));
        placeOnLogAxis(chart);
    }
    chart.description = describe(chart, view);
    chart.csv = tableOf(rows);
    return chart;
}

QString speedupLead(const core::SpeedupAnalysis& analysis)
{
    const std::vector<SpeedupRow> rows = limitedRows(analysis);
    if (rows.empty())
        return {};
    const auto best = std::ranges::max_element(rows, {}, &SpeedupRow::parallelGain);
    QString text = Speedup::tr("At %1, %2 at once are %3 as fast as one after the other, of %4 at best for %5.")
                       .arg(tierText(best->parallel.memory))
                       .arg(best->parallel.cap)
                       .arg(timesText(best->parallelGain), timesText(best->idealGain), tasksText(best->tasks));
    if (analysis.breakEven.crossingMb)
        text += QLatin1Char(' ')
                + Speedup::tr("Parallel begins to win at about %1 MB.")
                      .arg(static_cast<int>(std::lround(*analysis.breakEven.crossingMb / 10) * 10));
    return keepUnits(text);
}

} // namespace tierscope::ui
