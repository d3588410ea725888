// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/charts/PlotGeometry.h"
#include "ui/models/RuntimeChartModel.h"
#include "ui/theme/Tokens.h"

#include <QFont>
#include <QPen>

#include <memory>

class QPainter;

namespace tierscope::ui {

/// What the items of the chart's scene draw, and where. They are told the geometry, they do not find it.
struct PlotContents {
    std::shared_ptr<const RuntimeChart> chart = std::make_shared<const RuntimeChart>();
    PlotScale scale;
    const Tokens* tokens = &tierscope::ui::tokens(Scheme::Light);
    QFont font;
    QRectF bounds;

    [[nodiscard]] QPointF place(const RuntimePoint& point) const { return {scale.x(point.x), scale.y(point.y)}; }
    [[nodiscard]] std::vector<QPointF> places(const std::vector<RuntimePoint>& points) const;
};

inline constexpr double kEdge = 8;           ///< between words and the widget's edge, where the focus is drawn
inline constexpr double kLineWidth = 2;      ///< of a measured curve
inline constexpr double kTickGap = 10;       ///< between tick labels and the plot
inline constexpr double kEndGap = 12;        ///< from a line's end to its name
inline constexpr double kLabelGap = 10;      ///< least distance between labels of one axis
inline constexpr double kMarkerSize = 9;     ///< of a median on a line
inline constexpr double kAsideSize = 7;      ///< of one beside it
inline constexpr double kBreakEvenRing = 10; ///< radius

/// How a mode looks everywhere: colour, and a marker and a dash that differ too.
[[nodiscard]] QColor modeColor(core::ScheduleMode mode, const Tokens& tokens);
[[nodiscard]] SeriesStyle seriesStyle(core::ScheduleMode mode);
/// The colour of one series: paler for the lower caps of a sweep.
[[nodiscard]] QColor seriesColor(const RuntimeSeries& series, const Tokens& tokens);
/// A mode's marker around a point, as on the lines. What is dilated has a dot at its heart.
void drawMarker(QPainter& painter, QPointF center, double size, const RuntimeSeries& series, const Tokens& tokens, bool isDilated);
/// Only that dot, for a marker that stands already.
void drawDilationDot(QPainter& painter, QPointF center, const RuntimeSeries& series, const Tokens& tokens);
/// The model's thin dashes; they are far apart where it is extrapolated.
[[nodiscard]] QPen modelPen(bool isExtrapolated, const Tokens& tokens);
/// The grey and the dash of another experiment.
[[nodiscard]] QPen overlayPen(int number, const Tokens& tokens);

[[nodiscard]] QFont bold(QFont font);
/// Text that may cross a hairline, which would strike it through.
void drawOnGround(QPainter& painter, QPointF baseline, const QString& text, const QColor& ground);

} // namespace tierscope::ui
