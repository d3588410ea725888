// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/Sample.h"
#include "core/runner/RunReport.h"

#include <string>
#include <vector>

namespace tierscope::core {

/// A run and what it is called in the trace. The sample must outlive it.
struct TracedRun {
    const Sample* sample = nullptr;
    std::string name;
};

/// The runs in the Trace Event Format ("Trace Event Format", Google; chrome://tracing, Perfetto, speedscope), as a JSON object with
/// "traceEvents", written in pieces of about 64 KB: a million tasks are never in memory as text. Each run is a process, numbered from 1 and
/// begun at 0, each slot a thread, of the number slot + 1; every time is the tier's (as measured / dilation), in microseconds.
///  - a task is a complete event ("X") from its start to its end, with another inside while its process begins; the rest is in its args
///  - a task that failed has an instant event ("i") at its end; one that never started, an instant event of the process at the run's end
///  - the CPU trace is counters ("C"): vCPUs used, beside the quota, and vCPUs held back
void writeChromeTrace(const std::vector<TracedRun>& runs, const TextSink& sink);

} // namespace tierscope::core
