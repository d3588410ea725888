// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Units.h"
#include "core/scheduler/CappedScheduler.h"

#include <compare>

namespace tierscope::core {

/// What a run is measured or predicted under.
struct RunCondition {
    MemoryMb memory; ///< kUnlimitedTier: no quota, `vcpus` CPUs
    int vcpus = 0;   ///< visible
    ScheduleMode mode = ScheduleMode::Sequential;
    int cap = 1;
    int tasks = 1;
    auto operator<=>(const RunCondition&) const = default;
};

/// One measured run of an observations table.
struct Observation {
    MemoryMb memory;
    int vcpus = 0;
    ScheduleMode mode = ScheduleMode::Sequential;
    int cap = 1;
    int tasks = 1;
    double seconds = 0;

    [[nodiscard]] RunCondition condition() const { return {memory, vcpus, mode, cap, tasks}; }
};

} // namespace tierscope::core
