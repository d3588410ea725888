// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/CpuStrip.h"

#include <algorithm>

namespace tierscope::ui {

namespace {

double seconds(core::Nanoseconds time)
{
    return std::chrono::duration<double>(time).count();
}

} // namespace

// CPU seconds are what they are; it is the time they are spread over that is the tier's. Time held back is time, so that it is the tier's
// too.
CpuStrip::CpuStrip(const core::CpuTrace& trace, core::Dilation dilation)
{
    const double factor = std::max(1.0, dilation.factor);
    m_points.reserve(trace.size());
    for (const core::CpuTracePoint& point : trace) {
        const Point next{seconds(point.at) / factor, seconds(point.used), seconds(point.throttled) / factor};
        if (!m_points.empty()) {
            const double span = next.at - m_points.back().at;
            if (span <= 0)
                continue;
            m_mostUsed = std::max(m_mostUsed, (next.used - m_points.back().used) / span);
        }
        m_points.push_back(next);
    }
}

CpuStrip::Point CpuStrip::at(double time) const
{
    const auto next = std::ranges::upper_bound(m_points, time, {}, &Point::at);
    if (next == m_points.begin())
        return m_points.front();
    if (next == m_points.end())
        return m_points.back();
    const Point& before = *(next - 1);
    const double share = (time - before.at) / (next->at - before.at);
    return {time, before.used + share * (next->used - before.used), before.throttled + share * (next->throttled - before.throttled)};
}

double CpuStrip::used(const TimeWindow& stretch) const
{
    if (isEmpty() || stretch.span() <= 0)
        return 0;
    return std::max(0.0, (at(stretch.to).used - at(stretch.from).used) / stretch.span());
}

double CpuStrip::throttled(const TimeWindow& stretch) const
{
    if (isEmpty() || stretch.span() <= 0)
        return 0;
    return std::clamp((at(stretch.to).throttled - at(stretch.from).throttled) / stretch.span(), 0.0, 1.0);
}

} // namespace tierscope::ui
