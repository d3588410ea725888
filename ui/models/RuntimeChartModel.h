// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/Summary.h"
#include "ui/models/ChartAxis.h"
#include "ui/models/ChartOverlay.h"
#include "ui/models/ModelLines.h"

#include <QString>

#include <optional>
#include <vector>

namespace tierscope::ui {

enum class RuntimeX : std::uint8_t { MemoryTier, VcpuCount };

struct RuntimeView {
    RuntimeX x = RuntimeX::MemoryTier;
    AxisScale y = AxisScale::Log;
    bool showsModel = true;
    bool operator==(const RuntimeView&) const = default;
    [[nodiscard]] bool hasAxesOf(const RuntimeView& other) const { return x == other.x && y == other.y; }
};

/// One figure at its place: x and y are positions on the axes, the rest is what they stand for.
struct RuntimePoint {
    double x = 0;
    double y = 0;
    core::MemoryMb memory;
    int vcpus = 0;
    double seconds = 0;
    int samples = 1; ///< how many a median is of
    double low = 0;  ///< of a median: where the median less its MAD (median absolute deviation) stands on the y axis
    double high = 0; ///< the median and its MAD
    bool isDilated = false;
    bool isOtherCpu = false; ///< of a dot: measured on another CPU model than most
    [[nodiscard]] bool hasSpread() const { return samples >= 2; }
};

/// One mode, or one cap of it where a tier was measured with several.
struct RuntimeSeries {
    core::ScheduleMode mode = core::ScheduleMode::Sequential;
    std::optional<int> cap;          ///< set when the caps were swept
    double strength = 1;             ///< 0 .. 1: how strongly the mode's colour is drawn; the highest cap of a sweep has 1
    QString title;                   ///< "Parallel", "Parallel, 3 at once"
    std::vector<RuntimePoint> dots;  ///< every counted sample
    std::vector<RuntimePoint> line;  ///< medians that the line joins, ascending in x; never empty
    std::vector<RuntimePoint> aside; ///< medians beside the line: against vCPUs it goes through the largest tier of each count
};

/// The name of a tier beside its points.
struct TierLabel {
    double x = 0;
    double y = 0;
    QString text;
};

/// One mode (or cap) of another experiment.
struct OverlayLine {
    QString title; ///< "thumbs-prod, parallel"
    QString name;  ///< "thumbs-prod"
    core::ScheduleMode mode = core::ScheduleMode::Sequential;
    std::optional<int> cap;         ///< as in RuntimeSeries
    int number = 0;                 ///< of its experiment among the overlays, from 0: says which grey and which dash
    std::vector<RuntimePoint> line; ///< as in RuntimeSeries
};

/// The point from which more than one process at a time wins.
struct BreakEvenMark {
    double x = 0;
    double y = 0;
    QString text; ///< "Parallel wins from 2 GB"
};

/// Everything that the chart shows, as values.
struct RuntimeChart {
    RuntimeView view;
    ChartAxis x;
    ChartAxis y;
    std::vector<VcpuBand> bands;       ///< on the memory axis only
    std::optional<double> creditMark;  ///< where a function has one vCPU of credit
    std::vector<RuntimeSeries> series; ///< by mode, then cap
    std::vector<OverlayLine> overlays;
    std::vector<ModelLine> model;      ///< of the experiment that is shown; empty where it is not shown
    std::vector<TierLabel> tierLabels; ///< for the points aside
    std::optional<BreakEvenMark> breakEven;
    std::vector<core::SummaryRow> rows; ///< what the medians of the series are of: one row a point of a line or aside
    std::optional<double> limitedEnd;   ///< where the tiers end on the memory axis and runs without a limit begin
    bool hasDilation = false;           ///< some point is dilated
    QString cpuModels;                  ///< that the dots are of different CPU models; empty where they are not
    bool isPart = false;                ///< the axes show less than there is
    QString description;                ///< the figures in words, for those who do not see the chart
};

/// Counted samples only. `tiers` are those still to be measured: the axis has room for them from the start. The axes take in the overlays.
/// The model (none: null) is drawn where the view shows it.
[[nodiscard]] RuntimeChart makeRuntimeChart(const std::vector<core::Sample>& samples, const std::vector<core::MemoryMb>& tiers,
                                            RuntimeView view, const std::vector<ChartOverlay>& overlays = {},
                                            const core::ModelOverlay* model = nullptr);

/// The same chart on axes from x to y: ticks, bands and marks are those of the part.
[[nodiscard]] RuntimeChart partOf(const RuntimeChart& chart, AxisRange x, AxisRange y);

/// While a run goes on: the runtime axis only grows, in steps, so that points appear without the others jumping. `before` is the range
/// that it had, and becomes the one that it has.
void settleRuntimeAxis(RuntimeChart& chart, std::optional<AxisRange>& before);

} // namespace tierscope::ui
