// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/runner/RunReport.h"
#include "core/runner/RunRequest.h"
#include "core/runner/RuntimeApi.h"

#include <chrono>
#include <cstddef>
#include <string_view>

namespace tierscope::core {

/// Lambda's limit of a synchronous answer.
inline constexpr std::size_t kMaximumFunctionAnswer = std::size_t{6} * 1024 * 1024;

/// What a deployed function is asked: a RunRequest, or {"multiprocess":true|false}, which stands for the reference experiment
/// (resources/reference/article-2021-12.csv): 10 tasks that count to 10,000,000, in parallel on all usable CPUs, or one after the other.
/// InvalidArgument as decodeRunRequest.
[[nodiscard]] Result<RunRequest> decodeEvent(std::string_view event);

/// Shortens the request's run timeout so that its report can still be sent before Lambda kills the function at `deadline`; `now` is on the
/// same clock. The time kept back grows with the tasks to report, and is never more than half of what is left. A deadline of 0 is none.
/// TimedOut when nothing is left.
[[nodiscard]] Result<RunRequest> withinDeadline(RunRequest request, std::chrono::milliseconds now, std::chrono::milliseconds deadline);

/// "BadRequest" for InvalidArgument, else the code's name as one word, such as "TimedOut".
[[nodiscard]] FunctionError functionError(const Error& error);

/// The whole life of `bootstrap`: events from the Runtime API at `address` (AWS_LAMBDA_RUNTIME_API), each answered by its run's report or
/// by an error, until SIGTERM or SIGINT, which cancel a run and still send what was done. `memoryMb` is what the reports say of the host's
/// memory (AWS_LAMBDA_FUNCTION_MEMORY_SIZE); 0: what the host says. Returns the exit status: 0 stopped, 1 the Runtime API cannot be used.
/// The process must be single-threaded.
[[nodiscard]] int functionMain(std::string_view address, int memoryMb);

} // namespace tierscope::core
