// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/RunTimeline.h"

#include <set>

namespace tierscope::tests {

/// A run as the scheduler would make it: tasks of `taskSeconds` wall time one after the other in `cap` slots, a hundredth of it to start
/// each process; those in `failing` are killed. With a share below what the tasks could use, half of the time is throttled and the trace
/// says so.
[[nodiscard]] core::Sample scheduledSample(int tasks, int cap, double taskSeconds, const std::set<int>& failing = {},
                                           bool isThrottled = false);

/// The same as the timeline holds it.
[[nodiscard]] ui::RunTimelinePtr scheduledRun(int tasks, int cap, double taskSeconds, const std::set<int>& failing = {},
                                              bool isThrottled = false);

} // namespace tierscope::tests
