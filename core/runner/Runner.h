// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/runner/RunReport.h"
#include "core/runner/RunRequest.h"

namespace tierscope::core {

struct RunnerContext {
    std::string slotProcsTemplate; ///< from TIERSCOPE_SLOT_PROCS, see Schedule
    int stopFd = -1;               ///< see Schedule
    int memoryMb = 0;              ///< memory that the report says the host has; 0: what the host says
};

/// RunRequest -> RunReport, the one entry shared by this computer and Lambda. Kernels and commands only; a python workload is
/// InvalidArgument that says which runner runs it. The process must be single-threaded.
[[nodiscard]] Result<RunReport> executeRun(const RunRequest& request, const RunnerContext& context, const ScheduleObserver& observer);

/// The whole life of tierscope-runner: one request from inputFd, event lines to outputFd. Returns the exit status: 0 report printed,
/// 1 the reader has gone, 2 bad request. SIGTERM and SIGINT cancel and still print the report of what was done.
[[nodiscard]] int runnerMain(int inputFd, int outputFd);

} // namespace tierscope::core
