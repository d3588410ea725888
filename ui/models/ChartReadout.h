// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/RuntimeChartModel.h"

#include <QStringList>

namespace tierscope::ui {

/// Where the cross-hair can stand: one measured tier.
struct ReadoutStop {
    core::MemoryMb memory;
    double x = 0;
    bool operator==(const ReadoutStop&) const = default;
};

/// One line of the card: a series at the tier.
struct ReadoutRow {
    std::size_t series = 0; ///< index in RuntimeChart::series
    QString name;           ///< "Parallel, cap 4"
    QString figure;         ///< "1.39 s"
    QString spread;         ///< "± 12 ms"; empty for a single run
    QString count;          ///< "5 runs"
    double y = 0;           ///< where its point is
};

/// A line of the card about another experiment.
struct ReadoutOther {
    QString name;
    QString figure;
    double y = 0;
};

/// What the card beside the cross-hair says.
struct ChartReadout {
    ReadoutStop stop;
    QString title;    ///< "6144 MB"
    QString subtitle; ///< "4 vCPUs visible · 3.47 of credit"
    std::vector<ReadoutRow> rows;
    std::vector<ReadoutOther> others;
    QStringList notes; ///< speed-up, model, limiter, dilation
    QString spoken;    ///< all of it as sentences
};

/// The measured tiers from left to right; tiers at one x by memory.
[[nodiscard]] std::vector<ReadoutStop> readoutStops(const RuntimeChart& chart);
/// The stop nearest to x on the axes, among several at that x the one that has a point nearest to y. None where nothing is measured.
[[nodiscard]] std::optional<ReadoutStop> nearestStop(const RuntimeChart& chart, double x, double y);
/// None where the tier has no points. `chosen` is the series (index in chart.series) that `spoken` begins with.
[[nodiscard]] std::optional<ChartReadout> makeReadout(const RuntimeChart& chart, const ReadoutStop& stop,
                                                      std::optional<std::size_t> chosen = std::nullopt);

} // namespace tierscope::ui
