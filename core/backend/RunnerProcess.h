// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/UniqueFd.h"
#include "core/experiment/RunEvent.h"
#include "core/runner/RunReport.h"
#include "core/tier/Sandbox.h"

#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace tierscope::core {

/// What to start and what to ask it.
struct RunnerLaunch {
    std::string guardProgram;             ///< tierscope-runner
    std::vector<std::string> argv;        ///< the runner that is to do the work
    std::string mark;                     ///< see ProcessReaper
    std::string request;                  ///< RunRequest as JSON
    std::optional<Nanoseconds> taskLimit; ///< real time after which a task's own time limit must have worked
    std::optional<Nanoseconds> runLimit;  ///< the same for the run
};

/// All that could be seen of a run from outside.
struct RunnerObservation {
    std::optional<RunReport> report;
    std::optional<RunnerFailed> refusal;
    std::vector<TaskRecord> endedTasks;      ///< from event lines
    std::map<int, TaskStarted> runningTasks; ///< started and not ended, from event lines
    SandboxUsage usage;                      ///< what the run used
    int waitStatus = 0;                      ///< of the runner
    std::string stderrTail;                  ///< the last it said
    std::string brokenLine;                  ///< why its output could not be read; empty when it could
    bool wasStopped = false;                 ///< by the stop token
    bool wasOverdue = false;                 ///< killed by us past a limit
};

/// Starts the runner in the sandbox behind its guard, feeds it and listens until it has ended; afterwards no process of the run is left.
/// The sandbox's
/// control has begun and finished. Events go to the sink in the calling thread. Errors: it could not be started at all.
[[nodiscard]] Result<RunnerObservation> observeRunner(const RunnerLaunch& launch, Sandbox& sandbox, const RunEventSink& sink,
                                                      const std::stop_token& stop);

} // namespace tierscope::core
