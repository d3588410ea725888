// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/CostChartModel.h"

#include "core/base/Units.h"
#include "core/tier/TierCatalogue.h"
#include "ui/models/Wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>

namespace tierscope::ui {

namespace {

struct CostText {
    Q_DECLARE_TR_FUNCTIONS(CostChart)
};

using core::CostPoint;

constexpr double kMillion = 1e6;

QString wayText(const core::SummaryRow& row)
{
    return row.mode == core::ScheduleMode::Sequential ? modeTitle(row.mode) : CostText::tr("%1 × %2").arg(modeTitle(row.mode)).arg(row.cap);
}

CurveInk inkOf(core::ScheduleMode mode)
{
    switch (mode) {
    case core::ScheduleMode::Sequential:
        return CurveInk::Sequential;
    case core::ScheduleMode::Pool:
        return CurveInk::Pool;
    case core::ScheduleMode::Parallel:
        break;
    }
    return CurveInk::Parallel;
}

CurvePoint placeOf(const CostPoint& point)
{
    CurvePoint place;
    place.x = secondsPosition(point.seconds, AxisScale::Log);
    place.y = std::log10(point.usdPerMillion());
    return place;
}

CurvePoint readable(const CostPoint& point)
{
    CurvePoint place = placeOf(point);
    place.isStrong = point.isPareto;
    place.label = memoryTickText(point.row.memory);
    place.title = CostText::tr("%1, %2").arg(tierText(point.row.memory), wayText(point.row));
    place.facts << CostText::tr("%1 a run").arg(secondsText(point.seconds));
    place.facts << CostText::tr("%1 a million runs").arg(usdText(point.usdPerMillion()));
    place.facts << CostText::tr("%1 ms billed").arg(point.billedMs, 0, 'f', 0);
    place.facts << (point.isPareto ? CostText::tr("no other is both as fast and as cheap")
                                   : CostText::tr("another is as fast and as cheap, and better in one"));
    return place;
}

std::vector<Curve> makeScatter(const std::vector<CostPoint>& points)
{
    std::map<core::ScheduleMode, Curve> byMode;
    for (const CostPoint& point : points) {
        Curve& curve = byMode[point.row.mode];
        curve.ink = inkOf(point.row.mode);
        curve.hasLine = false;
        curve.points.push_back(readable(point));
    }
    std::vector<Curve> curves;
    for (auto& [mode, curve] : byMode) {
        curve.title = modeTitle(mode);
        std::ranges::stable_sort(curve.points, {}, &CurvePoint::x);
        curves.push_back(std::move(curve));
    }
    return curves;
}

Curve makeFront(const std::vector<CostPoint>& points)
{
    Curve front;
    front.ink = CurveInk::Good;
    front.hasMarkers = false;
    for (const CostPoint& point : points) {
        if (point.isPareto)
            front.points.push_back(placeOf(point));
    }
    std::ranges::stable_sort(front.points, {}, &CurvePoint::x);
    return front;
}

/// The choices, with what each is called. One that answers several questions has all its names.
std::vector<CurveRing> makeRings(const std::vector<CostPoint>& points, const CostQuestion& question)
{
    std::vector<std::pair<const CostPoint*, QStringList>> named;
    const auto name = [&named](const CostPoint* point, const QString& what) {
        if (point == nullptr)
            return;
        const auto known = std::ranges::find(named, point, [](const auto& one) { return one.first; });
        if (known == named.end())
            named.push_back({point, {what}});
        else
            known->second << what;
    };
    name(core::fastestPoint(points), CostText::tr("fastest"));
    name(core::cheapestPoint(points), CostText::tr("cheapest"));
    name(core::balancedPoint(points, question.timeWeight), CostText::tr("balanced"));
    if (question.deadlineSeconds)
        name(core::cheapestWithin(points, *question.deadlineSeconds), CostText::tr("in time"));
    if (question.budgetUsdPerMillion)
        name(core::fastestWithin(points, *question.budgetUsdPerMillion / kMillion), CostText::tr("in budget"));
    std::vector<CurveRing> rings;
    for (const auto& [point, names] : named) {
        const CurvePoint place = placeOf(*point);
        rings.push_back({place.x, place.y, sentenceStart(names.join(CostText::tr(", ")))});
    }
    return rings;
}

void addRules(const CostQuestion& question, CurveChart& chart)
{
    const auto add = [&chart](bool isVertical, double position, const QString& text) {
        const AxisRange range = isVertical ? chart.x.range() : chart.y.range();
        if (range.contains(position))
            chart.rules.push_back({isVertical, position, text});
    };
    if (question.deadlineSeconds)
        add(true, secondsPosition(*question.deadlineSeconds, AxisScale::Log),
            CostText::tr("at most %1").arg(secondsText(*question.deadlineSeconds)));
    if (question.budgetUsdPerMillion)
        add(false, std::log10(*question.budgetUsdPerMillion), CostText::tr("at most %1").arg(usdText(*question.budgetUsdPerMillion)));
}

QString tableOf(const std::vector<CostPoint>& points)
{
    QString csv = QStringLiteral("memory_mb,vcpus,mode,cap,seconds,billed_ms,usd_per_run,usd_per_million,pareto\n");
    for (const CostPoint& point : points)
        csv += csvLine({QString::number(point.row.memory.value), QString::number(point.row.vcpus),
                        QString::fromLatin1(core::scheduleModeName(point.row.mode)), QString::number(point.row.cap),
                        csvNumber(point.seconds), csvNumber(point.billedMs), csvNumber(point.usd), csvNumber(point.usdPerMillion()),
                        point.isPareto ? QStringLiteral("1") : QStringLiteral("0")});
    return csv;
}

} // namespace

std::vector<core::CostPoint> pricedPoints(const std::vector<core::SummaryRow>& summary, const core::Tariff& tariff)
{
    std::vector<core::SummaryRow> rows;
    for (core::SummaryRow row : summary) {
        if (row.n == 0 || !core::isLambdaTier(row.memory))
            continue;
        core::Usage usage;
        usage.memory = row.memory;
        usage.durationMs = row.medianSeconds * core::kMsPerSecond;
        const auto cost = core::costOf(tariff, usage);
        if (!cost)
            continue;
        row.costUsd = cost->totalUsd();
        rows.push_back(std::move(row));
    }
    return core::costPoints(rows);
}

CurveChart makeCostChart(const std::vector<core::CostPoint>& points, const CostQuestion& question)
{
    CurveChart chart;
    chart.emptyText = CostText::tr("Measure memory tiers: what they cost and how long they take stands here.");
    const QString yTitle = CostText::tr("USD a million runs");
    if (points.empty()) {
        chart.x = makeSecondsAxis(0.5, 50, AxisScale::Log);
        chart.y = makeUsdAxis(10, 100, yTitle);
        chart.description = chart.emptyText;
        return chart;
    }
    const auto [fastest, slowest] = std::ranges::minmax_element(points, {}, &CostPoint::seconds);
    const auto [cheapest, dearest] = std::ranges::minmax_element(points, {}, &CostPoint::usd);
    chart.x = makeSecondsAxis(fastest->seconds, slowest->seconds, AxisScale::Log);
    chart.y = makeUsdAxis(cheapest->usdPerMillion(), dearest->usdPerMillion(), yTitle);
    chart.curves.push_back(makeFront(points));
    for (Curve& curve : makeScatter(points))
        chart.curves.push_back(std::move(curve));
    chart.rings = makeRings(points, question);
    addRules(question, chart);
    chart.description = CostText::tr("Cost of a million runs against runtime.");
    for (const CostAnswer& answer : costAnswers(points, question))
        chart.description += QLatin1Char(' ') + CostText::tr("%1: %2, %3.").arg(answer.caption, answer.figure, answer.place);
    chart.csv = tableOf(points);
    return chart;
}

std::vector<CostAnswer> costAnswers(const std::vector<core::CostPoint>& points, const CostQuestion& question)
{
    std::vector<CostAnswer> answers;
    const auto add = [&answers](const QString& caption, const CostPoint* point) {
        if (point == nullptr)
            answers.push_back({caption, CostText::tr("None"), CostText::tr("nothing measured is within it")});
        else
            answers.push_back({caption,
                               keepUnits(CostText::tr("%1 · %2").arg(usdText(point->usdPerMillion()), secondsText(point->seconds))),
                               keepUnits(CostText::tr("%1, %2").arg(tierText(point->row.memory), wayText(point->row)))});
    };
    if (points.empty())
        return answers;
    add(CostText::tr("Cheapest"), core::cheapestPoint(points));
    add(CostText::tr("Fastest"), core::fastestPoint(points));
    add(CostText::tr("Balanced"), core::balancedPoint(points, question.timeWeight));
    if (question.deadlineSeconds)
        add(CostText::tr("Cheapest in time"), core::cheapestWithin(points, *question.deadlineSeconds));
    if (question.budgetUsdPerMillion)
        add(CostText::tr("Fastest in budget"), core::fastestWithin(points, *question.budgetUsdPerMillion / kMillion));
    return answers;
}

} // namespace tierscope::ui
