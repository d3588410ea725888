// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/TaskRecord.h"

#include <sys/resource.h>

namespace tierscope::core {

/// Puts what a process went through from `before` to `after` into the task's record: CPU time, context switches and page faults; of the
/// memory the peak of all its life. Both are of one process, as getrusage or wait4 tell them; rusage{} stands for the moment of the fork.
void takeUsage(TaskRecord& task, const rusage& before, const rusage& after);

} // namespace tierscope::core
