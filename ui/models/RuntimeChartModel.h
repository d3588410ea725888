// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/Sample.h"
#include "ui/models/ChartAxis.h"

#include <QString>

#include <optional>
#include <vector>

namespace tierscope::ui {

enum class RuntimeX : std::uint8_t { MemoryTier, VcpuCount };

struct RuntimeView {
    RuntimeX x = RuntimeX::MemoryTier;
    AxisScale y = AxisScale::Log;
    bool operator==(const RuntimeView&) const = default;
};

/// One figure at its place: x and y are positions on the axes, the rest is what they stand for.
struct RuntimePoint {
    double x = 0;
    double y = 0;
    core::MemoryMb memory;
    int vcpus = 0;
    double seconds = 0;
    int samples = 1; ///< how many a median is of
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

/// Everything that the chart shows, as values.
struct RuntimeChart {
    ChartAxis x;
    ChartAxis y;
    std::vector<VcpuBand> bands;       ///< on the memory axis only
    std::optional<double> creditMark;  ///< where a function has one vCPU of credit
    std::vector<RuntimeSeries> series; ///< by mode, then cap
    std::vector<TierLabel> tierLabels; ///< for the points aside
    QString description;               ///< the figures in words, for those who do not see the chart
};

/// Counted samples only. `tiers` are those still to be measured: the axis has room for them from the start.
[[nodiscard]] RuntimeChart makeRuntimeChart(const std::vector<core::Sample>& samples, const std::vector<core::MemoryMb>& tiers,
                                            RuntimeView view);

} // namespace tierscope::ui
