// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/ExperimentPlan.h"
#include "core/experiment/ExperimentSpec.h"
#include "core/experiment/Sample.h"

#include <chrono>
#include <functional>
#include <string>
#include <variant>

namespace tierscope::core {

struct ExperimentStarted {
    std::int64_t experimentId = 0; ///< 0 when it is not saved
    ExperimentSpec spec;
    Host host;
    int plannedRuns = 0;
    int finishedRuns = 0; ///< > 0 when resumed
    std::string limiter;
};
/// A calibration has been taken; times left are known from here on.
struct CalibrationFinished {
    double taskCpuSeconds = 0;
    double taskStartSeconds = 0;
};
struct RunStarted {
    PlannedRun run;
};
struct TaskStarted {
    int index = 0;
    int slot = 0;
    Nanoseconds started{0};
};
struct TaskEnded {
    TaskRecord task;
};
struct SampleFinished {
    Sample sample; ///< already stored
};
struct ProgressChanged {
    int finishedRuns = 0;
    int plannedRuns = 0;
    std::chrono::duration<double> timeLeft{-1}; ///< < 0: not known yet
};
/// Something a person should know; the experiment goes on.
struct WarningRaised {
    Error error;
};
/// The last event. `error` is set when the experiment could not go on; what was measured is kept.
struct ExperimentEnded {
    ExperimentStatus status = ExperimentStatus::Finished;
    int failedSamples = 0;
    std::optional<Error> error;
};

using RunEvent = std::variant<ExperimentStarted, CalibrationFinished, RunStarted, TaskStarted, TaskEnded, SampleFinished, ProgressChanged,
                              WarningRaised, ExperimentEnded>;
/// Called in the experiment's thread, one event at a time.
using RunEventSink = std::function<void(const RunEvent&)>;

} // namespace tierscope::core
