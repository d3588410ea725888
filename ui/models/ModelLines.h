// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/ModelOverlay.h"
#include "ui/models/ChartAxis.h"

#include <QString>

#include <vector>

namespace tierscope::ui {

/// One place of the model's curve: positions on the axes, and what they stand for.
struct ModelPlace {
    double x = 0;
    double y = 0;
    double low = 0;
    double high = 0;
    core::ModelPoint point;
    bool isExtrapolated = false; ///< outside of what was measured
};

/// The performance model of one mode, to be drawn behind what was measured.
struct ModelLine {
    core::ScheduleMode mode = core::ScheduleMode::Sequential;
    int cap = 0;                    ///< as in core::ModelCurve
    QString title;                  ///< "Model, parallel"
    core::ModelCurve curve;         ///< all of it
    std::vector<ModelPlace> places; ///< the part on the axes, ascending in x; never empty
    [[nodiscard]] bool hasExtrapolation() const;
};

/// A part of a line that is all measured or all extrapolated; neighbours share the place where they meet.
struct ModelStretch {
    bool isExtrapolated = false;
    std::vector<ModelPlace> places; ///< at least two
};
[[nodiscard]] std::vector<ModelStretch> modelStretches(const ModelLine& line);

/// Against memory: cut to the axis.
[[nodiscard]] std::vector<ModelLine> modelAgainstMemory(const core::ModelOverlay& overlay, AxisRange axis, AxisScale scale);
/// Against vCPUs: through the largest of `tiers` (ascending) that sees so many, else the largest that Lambda has.
[[nodiscard]] std::vector<ModelLine> modelAgainstVcpus(const core::ModelOverlay& overlay, AxisRange axis, AxisScale scale,
                                                       const std::vector<core::MemoryMb>& tiers);

/// "3.50 s, 90 % within 3.31 to 3.70 s".
[[nodiscard]] QString modelFigureText(const core::ModelPoint& point);
/// What the line says of itself to those who do not see it, its figures those at `tiers`; empty for none.
[[nodiscard]] QString modelDescription(const std::vector<ModelLine>& lines, const std::vector<core::MemoryMb>& tiers);

} // namespace tierscope::ui
