// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Units.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace tierscope::ui {

enum class AxisScale : std::uint8_t { Log, Linear };

struct AxisTick {
    double position = 0;
    QString label;
    QString detail; ///< a second line, fainter; mostly empty
    QString brief;  ///< the label without its unit, for where neighbours that have the same unit are close; mostly empty
};

/// From where to where an axis goes.
struct AxisRange {
    double minimum = 0;
    double maximum = 1;
    [[nodiscard]] double span() const { return maximum - minimum; }
    [[nodiscard]] bool contains(double position) const { return position >= minimum && position <= maximum; }
    bool operator==(const AxisRange&) const = default;
};

/// One axis as values: positions, not seconds or MB, so that whoever draws it only has to scale.
struct ChartAxis {
    double minimum = 0;
    double maximum = 1;
    std::vector<AxisTick> ticks; ///< ascending
    QString title;
    [[nodiscard]] AxisRange range() const { return {minimum, maximum}; }
};

/// Tiers that see the same number of vCPUs.
struct VcpuBand {
    double from = 0;
    double to = 0;
    QString label;
    bool shaded = false;
};

/// Where a tier stands on the memory axis: log2 of its MB, so that tiers are at their true distance.
[[nodiscard]] double memoryPosition(core::MemoryMb memory);
/// Where a runtime stands: log10 of the seconds, or the seconds.
[[nodiscard]] double secondsPosition(double seconds, AxisScale scale);

/// "50 s", "200 ms".
[[nodiscard]] QString secondsTickText(double seconds);
/// "128 MB", "10 GB".
[[nodiscard]] QString memoryTickText(core::MemoryMb memory);

/// The 1-2-5 step that gives about five ticks up to `high`.
[[nodiscard]] double evenStep(double high);

/// From `low` to `high` seconds with some air: 1-2-5 steps on a log axis, even steps from 0 on a linear one. Both at least 0.
[[nodiscard]] ChartAxis makeSecondsAxis(double low, double high, AxisScale scale);
/// The ticks of any part of a runtime axis: 1-2-5 steps, or even ones where that would be fewer than three.
[[nodiscard]] std::vector<AxisTick> secondsTicks(AxisRange range, AxisScale scale);
/// The ticks of any part of a memory axis: round sizes, the finer the closer.
[[nodiscard]] std::vector<AxisTick> memoryTicks(AxisRange range);
/// Around these tiers (ascending, none unlimited), with ticks at round sizes, or at the tiers themselves where they are close together.
[[nodiscard]] ChartAxis makeMemoryAxis(const std::vector<core::MemoryMb>& tiers);
/// From the fewest to the most vCPUs, one tick each; `details` are the second lines, by vCPU count from `fewest`.
[[nodiscard]] ChartAxis makeVcpuAxis(int fewest, int most, const std::vector<QString>& details);

/// The bands of visible vCPUs that fall on a memory axis, cut to it.
[[nodiscard]] std::vector<VcpuBand> vcpuBands(const ChartAxis& memoryAxis);
/// Where a function has one vCPU of credit, if that is on the axis.
[[nodiscard]] std::optional<double> oneVcpuMark(const ChartAxis& memoryAxis);

} // namespace tierscope::ui
