// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/CpuTopology.h"
#include "core/base/CpuTrace.h"
#include "core/base/Units.h"
#include "core/experiment/WallParts.h"
#include "core/scheduler/CappedScheduler.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tierscope::core {

/// One measured run, with everything it was measured under.
struct Sample {
    int planIndex = 0;
    MemoryMb memory; ///< kUnlimitedTier: not limited
    int vcpus = 0;   ///< visible vCPUs of the tier
    CpuShare share;  ///< credit vCPUs of the tier (usable CPUs when unlimited)
    ScheduleMode mode = ScheduleMode::Sequential;
    int cap = 1;
    int taskCount = 0;
    int repeat = 0;
    bool warmup = false;
    bool cold = false;
    double wallSeconds = 0; ///< in the tier's time: measured / dilation
    Dilation dilation;
    std::string limiter;                      ///< limiterName, or "lambda"
    std::optional<double> cpuSeconds;         ///< CPU time of the whole sandbox, as measured
    std::optional<double> throttledSeconds;   ///< as measured
    std::optional<std::int64_t> quotaPeriods; ///< seen while it ran, and those of them that ended throttled
    std::optional<std::int64_t> throttledPeriods;
    std::optional<double> billedMs;
    std::optional<double> initMs;
    std::optional<double> maxMemoryMb;
    std::optional<double> costUsd;
    bool ok = false;              ///< every task done
    std::string error;            ///< first reason when not ok
    std::int64_t startedAtMs = 0; ///< Unix time
    std::string cpuModel;         ///< of the computer that the function ran on; empty: not known, or the experiment's host
    std::string arch;             ///< likewise, such as "x86_64"
    std::vector<TaskRecord> tasks;
    CpuTrace cpuTrace;
    /// Kept in place of the tasks by who does without them; not stored.
    std::optional<Decomposition> wallParts;

    /// Counts in statistics: good, and neither a warm-up nor a cold start.
    [[nodiscard]] bool isCounted() const { return ok && !warmup && !cold; }
};

/// "2048 MB parallel, 2 at once", with what sets it apart from a measured run.
[[nodiscard]] std::string runTitle(const Sample& sample);

/// "task 3: exit status 1 (2 tasks failed)": the first reason why a sample is not good; empty when it is.
[[nodiscard]] std::string firstProblem(const std::vector<TaskRecord>& tasks);

enum class ExperimentStatus : std::uint8_t {
    Running,
    Finished,    ///< every planned run has a sample, or those that an adaptive sweep needed
    Cancelled,   ///< stopped by a person; can be resumed
    Interrupted, ///< its process died or failed; can be resumed
    Imported,    ///< came from a file, or is the reference; cannot be resumed
};
[[nodiscard]] const char* experimentStatusName(ExperimentStatus status);

} // namespace tierscope::core
