// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"

#include <chrono>
#include <cstddef>
#include <stop_token>
#include <string>
#include <vector>

namespace tierscope::core {

/// What a program printed before it ended.
struct ProcessOutput {
    std::string standardOutput;
    std::string lastErrorLine; ///< what it said last on its standard error, for a sentence
    int waitStatus = 0;
    [[nodiscard]] bool succeeded() const { return waitStatus == 0; }
};

struct ProcessLimits {
    std::chrono::milliseconds deadline{30'000};
    std::size_t outputBytes = std::size_t{1024} * 1024;
};

/// Starts a program (argv, no shell; its name is looked up on PATH) with nothing on its standard input, and waits until it has ended.
/// Errors: NotFound, TimedOut, Cancelled, Corrupt (more output than the limit); in each case its process group has been killed.
[[nodiscard]] Result<ProcessOutput> readProgram(std::vector<std::string> argv, const ProcessLimits& limits, const std::stop_token& stop);

} // namespace tierscope::core
