// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/CpuTrace.h"
#include "core/base/Units.h"
#include "ui/timeline/TimeScale.h"

#include <vector>

namespace tierscope::ui {

/// A run's CPU over time, in the tier's time.
class CpuStrip {
public:
    CpuStrip() = default;
    CpuStrip(const core::CpuTrace& trace, core::Dilation dilation);

    [[nodiscard]] bool isEmpty() const { return m_points.size() < 2; }
    /// vCPUs that were in use on average over a stretch; 0 outside of what was looked at.
    [[nodiscard]] double used(const TimeWindow& stretch) const;
    /// The share of a stretch in which the quota held the run back, 0 .. 1.
    [[nodiscard]] double throttled(const TimeWindow& stretch) const;
    /// The most that was in use between any two looks.
    [[nodiscard]] double mostUsed() const { return m_mostUsed; }
    [[nodiscard]] bool wasThrottled() const { return !m_points.empty() && m_points.back().throttled > 0; }

private:
    struct Point {
        double at = 0;
        double used = 0;
        double throttled = 0;
    };
    [[nodiscard]] Point at(double time) const;

    std::vector<Point> m_points;
    double m_mostUsed = 0;
};

} // namespace tierscope::ui
