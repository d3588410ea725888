// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/tier/CpuTraceRecorder.h"

#include <algorithm>
#include <cmath>

namespace tierscope::core {

namespace {

Nanoseconds between(Nanoseconds from, Nanoseconds to, double part)
{
    return from + Nanoseconds(std::llround(static_cast<double>((to - from).count()) * part));
}

/// What the sums were at a time: on the line between the two points around it.
CpuTracePoint pointAt(const CpuTrace& trace, Nanoseconds at)
{
    const auto next = std::ranges::lower_bound(trace, at, {}, &CpuTracePoint::at);
    if (next == trace.begin() || next == trace.end()) {
        CpuTracePoint end = next == trace.end() ? trace.back() : trace.front();
        end.at = at;
        return end;
    }
    const auto last = std::prev(next);
    const double part = static_cast<double>((at - last->at).count()) / static_cast<double>((next->at - last->at).count());
    return {at, between(last->used, next->used, part), between(last->throttled, next->throttled, part)};
}

} // namespace

bool CpuTraceRecorder::wants(Nanoseconds now) const
{
    return m_trace.empty() || now - m_trace.back().at >= m_interval - m_interval / 4;
}

void CpuTraceRecorder::add(CpuTracePoint point)
{
    if (!m_trace.empty()) {
        point.used = std::max(point.used, m_trace.back().used);
        point.throttled = std::max(point.throttled, m_trace.back().throttled);
        if (point.at <= m_trace.back().at)
            return;
    }
    m_trace.push_back(point);
    if (m_trace.size() >= kMostCpuTracePoints)
        thinOut();
}

void CpuTraceRecorder::thinOut()
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < m_trace.size(); i += 2)
        m_trace[kept++] = m_trace[i];
    m_trace.resize(kept);
    m_interval *= 2;
}

CpuTrace traceWithin(const CpuTrace& trace, Nanoseconds start, Nanoseconds wall)
{
    if (trace.empty() || wall.count() <= 0)
        return {};
    const CpuTracePoint first = pointAt(trace, start);
    CpuTrace within;
    const auto take = [&](const CpuTracePoint& point) {
        within.push_back({point.at - start, point.used - first.used, point.throttled - first.throttled});
    };
    take(first);
    for (const CpuTracePoint& point : trace)
        if (point.at > start && point.at < start + wall)
            take(point);
    take(pointAt(trace, start + wall));
    return within;
}

} // namespace tierscope::core
