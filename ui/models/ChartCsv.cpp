// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/ChartCsv.h"

#include "core/tier/TierCatalogue.h"

#include <QStringList>

namespace tierscope::ui {

namespace {

QString number(double value)
{
    return QString::number(value, 'g', 12);
}

/// Quoted where it has to be.
QString field(QString text)
{
    if (!text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"')) && !text.contains(QLatin1Char('\n'))
        && !text.contains(QLatin1Char('\r')))
        return text;
    text.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

QString modeName(core::ScheduleMode mode)
{
    return QString::fromLatin1(core::scheduleModeName(mode));
}

} // namespace

QString chartToCsv(const RuntimeChart& chart)
{
    QString csv = QStringLiteral("experiment,point,memory_mb,vcpus,mode,cap,runs,seconds,mad_seconds,dilation,low_seconds,high_seconds\n");
    const auto add = [&csv](const QStringList& fields, const QStringList& interval = {{}, {}}) {
        csv += (fields + interval).join(QLatin1Char(',')) + QLatin1Char('\n');
    };
    for (const core::SummaryRow& row : chart.rows) {
        add({{},
             QStringLiteral("median"),
             QString::number(row.memory.value),
             QString::number(row.vcpus),
             modeName(row.mode),
             QString::number(row.cap),
             QString::number(row.n),
             number(row.medianSeconds),
             number(row.madSeconds),
             number(row.dilation.factor)});
    }
    for (const RuntimeSeries& series : chart.series) {
        for (const RuntimePoint& dot : series.dots) {
            add({{},
                 QStringLiteral("sample"),
                 QString::number(dot.memory.value),
                 QString::number(dot.vcpus),
                 modeName(series.mode),
                 series.cap ? QString::number(*series.cap) : QString(),
                 {},
                 number(dot.seconds),
                 {},
                 {}});
        }
    }
    for (const OverlayLine& overlay : chart.overlays) {
        for (const RuntimePoint& point : overlay.line) {
            add({field(overlay.name),
                 QStringLiteral("median"),
                 QString::number(point.memory.value),
                 QString::number(point.vcpus),
                 modeName(overlay.mode),
                 overlay.cap ? QString::number(*overlay.cap) : QString(),
                 QString::number(point.samples),
                 number(point.seconds),
                 {},
                 {}});
        }
    }
    for (const ModelLine& line : chart.model) {
        for (const ModelPlace& place : line.places) {
            const int vcpus = core::visibleVcpus(place.point.memory);
            const int cap = line.mode == core::ScheduleMode::Sequential ? 1 : line.cap > 0 ? line.cap : vcpus;
            add({{},
                 place.isExtrapolated ? QStringLiteral("extrapolated") : QStringLiteral("model"),
                 QString::number(place.point.memory.value),
                 QString::number(vcpus),
                 modeName(line.mode),
                 QString::number(cap),
                 {},
                 number(place.point.seconds),
                 {},
                 {}},
                {number(place.point.low), number(place.point.high)});
        }
    }
    return csv;
}

} // namespace tierscope::ui
