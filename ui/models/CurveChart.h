// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/ChartAxis.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tierscope::ui {

/// What a curve is drawn with; modes look as they do on the runtime chart.
enum class CurveInk : std::uint8_t { Sequential, Parallel, Pool, Model, Muted, Good };

/// One point: x and y are positions on the axes, the rest is what they stand for.
struct CurvePoint {
    double x = 0;
    double y = 0;
    std::optional<AxisRange> range; ///< of y: where the true value may lie
    QString label;                  ///< a word beside the point; mostly empty
    bool isStrong = true;           ///< drawn in full; else paler
    QString title;                  ///< what the card says of it: "2048 MB"
    QStringList facts;              ///< "parallel gain 1.02×", …

    /// All of the card as sentences.
    [[nodiscard]] QString spoken() const;
};

struct Curve {
    QString title; ///< at its end; empty: none
    QString figure;
    CurveInk ink = CurveInk::Muted;
    bool hasLine = true;
    bool hasMarkers = true; ///< and its points can be read
    bool isDashed = false;
    std::vector<CurvePoint> points; ///< ascending in x where there is a line
};

/// A limit across the plot.
struct CurveRule {
    bool isVertical = false;
    double position = 0;
    QString text;
};

/// A point that is pointed out.
struct CurveRing {
    double x = 0;
    double y = 0;
    QString text;
};

/// A chart of a few curves, as values.
struct CurveChart {
    ChartAxis x;
    ChartAxis y;
    std::vector<VcpuBand> bands;
    std::optional<double> creditMark; ///< where a function has one vCPU of credit
    std::vector<Curve> curves;
    std::vector<CurveRule> rules;
    std::vector<CurveRing> rings;
    QString emptyText;   ///< in place of the curves where there are none
    QString description; ///< the figures in words, for those who do not see the chart
    QString csv;         ///< its data as a table (RFC 4180)
};

/// Points that can be read, from left to right.
[[nodiscard]] std::vector<const CurvePoint*> readablePoints(const CurveChart& chart);

/// An axis of factors from 0 or, on a log axis, from `low`, to `high`: "1×", "2×".
[[nodiscard]] ChartAxis makeFactorAxis(double low, double high, AxisScale scale, const QString& title);

/// The same for USD: "$0.10", "$100".
[[nodiscard]] ChartAxis makeUsdAxis(double low, double high, const QString& title);

/// One line of a table; what has to be quoted is.
[[nodiscard]] QString csvLine(const QStringList& fields);
[[nodiscard]] QString csvNumber(double value);
[[nodiscard]] QString csvNumber(const std::optional<double>& value);

} // namespace tierscope::ui
