// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/CpuTrace.h"

#include <cstddef>

namespace tierscope::core {

/// How often a sandbox looks at a run's CPU time: once in each period of Lambda's quota.
inline constexpr Nanoseconds kCpuTraceInterval{20'000'000};
/// More points than this are thinned out: a trace has full resolution for 160 s.
inline constexpr std::size_t kMostCpuTracePoints = 8192;

/// Takes down a run's CPU trace while it runs, in bounded memory: a trace that gets too long loses every second point, and looks half as
/// often from then on. Times are on CLOCK_MONOTONIC. Pure: no clock of its own. One thread.
class CpuTraceRecorder {
public:
    /// Whether a point is wanted at this time. One that comes a little early counts as in time.
    [[nodiscard]] bool wants(Nanoseconds now) const;
    [[nodiscard]] Nanoseconds interval() const { return m_interval; }
    /// Points in the order of time. Sums that go back (what a process used is known only later where there is no group) stay as they were.
    void add(CpuTracePoint point);
    [[nodiscard]] const CpuTrace& trace() const { return m_trace; }

private:
    void thinOut();

    CpuTrace m_trace;
    Nanoseconds m_interval = kCpuTraceInterval;
};

/// The part of a trace on CLOCK_MONOTONIC that is within a run, as CpuTrace has it: times and sums from the run's start, a point at 0 and
/// one at `wall`, both between the points around them. Where the trace does not reach, it goes on as it began or ended. Empty without
/// points or without a run. Pure.
[[nodiscard]] CpuTrace traceWithin(const CpuTrace& trace, Nanoseconds start, Nanoseconds wall);

} // namespace tierscope::core
