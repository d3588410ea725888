// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/ChartReadout.h"

#include "core/tier/TierCatalogue.h"
#include "ui/models/Wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tierscope::ui {

namespace {

struct Readout {
    Q_DECLARE_TR_FUNCTIONS(ChartReadout)
};

/// Of a series at a tier, on its line or beside it.
const RuntimePoint* pointAt(const RuntimeSeries& series, core::MemoryMb memory)
{
    for (const auto* points : {&series.line, &series.aside}) {
        for (const RuntimePoint& point : *points) {
            if (point.memory == memory)
                return &point;
        }
    }
    return nullptr;
}

const core::SummaryRow* rowAt(const RuntimeChart& chart, const RuntimeSeries& series, core::MemoryMb memory)
{
    const auto row = std::ranges::find_if(chart.rows, [&series, memory](const core::SummaryRow& one) {
        return one.memory == memory && one.mode == series.mode && (!series.cap || *series.cap == one.cap);
    });
    return row == chart.rows.end() ? nullptr : &*row;
}

QString rowName(const RuntimeSeries& series, const core::SummaryRow& row)
{
    if (series.mode == core::ScheduleMode::Sequential)
        return series.title;
    return Readout::tr("%1, cap %2").arg(modeTitle(series.mode)).arg(row.cap);
}

QString factorText(double factor)
{
    return QString::number(factor, 'f', factor < 2 ? 2 : factor < 20 ? 1 : 0);
}

QString creditText(const core::SummaryRow& row)
{
    const QString credit = QString::number(row.share.value, 'f', 2);
    return row.vcpus == 1 ? Readout::tr("1 vCPU visible · %1 of credit").arg(credit)
                          : Readout::tr("%1 vCPUs visible · %2 of credit").arg(row.vcpus).arg(credit);
}

/// The best of the ways to run more than one process at a time, against one after the other.
QString speedUpText(const RuntimeChart& chart, core::MemoryMb memory)
{
    const core::SummaryRow* best = nullptr;
    for (const core::SummaryRow& row : chart.rows) {
        if (row.memory == memory && row.speedup && (best == nullptr || *row.speedup > *best->speedup))
            best = &row;
    }
    if (best == nullptr)
        return {};
    // Below this the two are the same to the digits that are shown.
    if (std::abs(*best->speedup - 1) < 0.005)
        return Readout::tr("%1 takes as long as sequential").arg(modeTitle(best->mode));
    if (*best->speedup < 1)
        return Readout::tr("%1 takes %2× as long as sequential").arg(modeTitle(best->mode), factorText(1 / *best->speedup));
    return Readout::tr("%1 is %2× as fast as sequential").arg(modeTitle(best->mode), factorText(*best->speedup));
}

QStringList notes(const RuntimeChart& chart, core::MemoryMb memory)
{
    QStringList texts;
    if (const QString speedUp = speedUpText(chart, memory); !speedUp.isEmpty())
        texts << speedUp;
    QStringList limiters;
    double dilation = 1;
    for (const core::SummaryRow& row : chart.rows) {
        if (row.memory != memory)
            continue;
        dilation = std::max(dilation, row.dilation.factor);
        const QString limiter = QString::fromStdString(row.limiter);
        if (!limiter.isEmpty() && !limiters.contains(limiter))
            limiters << limiter;
    }
    for (const ModelLine& line : chart.model) {
        if (memory != core::kUnlimitedTier)
            texts << Readout::tr("%1: %2").arg(line.title, modelFigureText(line.curve.at(memory)));
    }
    const QString factor = QString::number(dilation, 'g', 3);
    const QString names = limiters.join(QStringLiteral(", "));
    if (!limiters.isEmpty() && dilation > 1)
        texts << Readout::tr("Limited by %1, dilated ×%2").arg(names, factor);
    else if (!limiters.isEmpty())
        texts << Readout::tr("Limited by %1").arg(names);
    else if (dilation > 1)
        texts << Readout::tr("Dilated ×%1").arg(factor);
    return texts;
}

QString rowSentence(const ReadoutRow& row)
{
    if (row.spread.isEmpty())
        return Readout::tr("%1: %2, %3.").arg(row.name, row.figure, row.count);
    return Readout::tr("%1: %2 %3, %4.").arg(row.name, row.figure, row.spread, row.count);
}

QString spokenText(const ChartReadout& readout, std::optional<std::size_t> chosen)
{
    QStringList sentences;
    for (const ReadoutRow& row : readout.rows) {
        if (chosen == row.series)
            sentences.prepend(rowSentence(row));
        else
            sentences << rowSentence(row);
    }
    sentences.prepend(Readout::tr("%1, %2.").arg(readout.title, readout.subtitle));
    for (const QString& note : readout.notes)
        sentences << Readout::tr("%1.").arg(note);
    for (const ReadoutOther& other : readout.others)
        sentences << Readout::tr("%1: %2.").arg(other.name, other.figure);
    return sentences.join(QLatin1Char(' '));
}

} // namespace

std::vector<ReadoutStop> readoutStops(const RuntimeChart& chart)
{
    std::vector<ReadoutStop> stops;
    for (const RuntimeSeries& series : chart.series) {
        for (const auto* points : {&series.line, &series.aside}) {
            for (const RuntimePoint& point : *points) {
                if (std::ranges::find(stops, point.memory, &ReadoutStop::memory) == stops.end())
                    stops.push_back({point.memory, point.x});
            }
        }
    }
    std::ranges::sort(stops, [](const ReadoutStop& left, const ReadoutStop& right) {
        return left.x != right.x ? left.x < right.x : left.memory < right.memory;
    });
    return stops;
}

std::optional<ReadoutStop> nearestStop(const RuntimeChart& chart, double x, double y)
{
    std::optional<ReadoutStop> nearest;
    double nearestX = 0;
    double nearestY = 0;
    for (const ReadoutStop& stop : readoutStops(chart)) {
        double distanceY = std::numeric_limits<double>::infinity();
        for (const RuntimeSeries& series : chart.series) {
            if (const RuntimePoint* point = pointAt(series, stop.memory))
                distanceY = std::min(distanceY, std::abs(point->y - y));
        }
        const double distanceX = std::abs(stop.x - x);
        if (!nearest || distanceX < nearestX || (distanceX == nearestX && distanceY < nearestY)) {
            nearest = stop;
            nearestX = distanceX;
            nearestY = distanceY;
        }
    }
    return nearest;
}

std::optional<ChartReadout> makeReadout(const RuntimeChart& chart, const ReadoutStop& stop, std::optional<std::size_t> chosen)
{
    ChartReadout readout;
    readout.stop = stop;
    readout.title = sentenceStart(tierText(stop.memory));
    for (std::size_t index = 0; index < chart.series.size(); ++index) {
        const RuntimeSeries& series = chart.series[index];
        const RuntimePoint* point = pointAt(series, stop.memory);
        const core::SummaryRow* row = rowAt(chart, series, stop.memory);
        if (point == nullptr || row == nullptr)
            continue;
        readout.subtitle = creditText(*row);
        const QString spread = row->n < 2 ? QString() : Readout::tr("± %1").arg(secondsText(row->madSeconds));
        readout.rows.push_back({index, rowName(series, *row), secondsText(row->medianSeconds), spread, runsText(row->n), point->y});
    }
    if (readout.rows.empty())
        return std::nullopt;
    for (const OverlayLine& overlay : chart.overlays) {
        const auto point = std::ranges::find(overlay.line, stop.memory, &RuntimePoint::memory);
        if (point != overlay.line.end())
            readout.others.push_back({overlay.title, secondsText(point->seconds), point->y});
    }
    readout.notes = notes(chart, stop.memory);
    readout.spoken = spokenText(readout, chosen);
    return readout;
}

} // namespace tierscope::ui
