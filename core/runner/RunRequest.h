// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"
#include "core/scheduler/CappedScheduler.h"
#include "core/workload/Workload.h"

#include <chrono>
#include <string>
#include <string_view>

namespace tierscope::core {

/// The wire format's version (DESIGN 4.2).
inline constexpr int kWireVersion = 1;
inline constexpr int kMaximumTasks = 1'000'000;
inline constexpr int kMaximumCap = 1024; ///< Lambda's limit of processes and threads
inline constexpr std::chrono::milliseconds kMaximumTimeout{1'000'000'000};

/// One measured run, as a runner is asked for it.
struct RunRequest {
    Workload workload;
    int tasks = 1;
    ScheduleMode mode = ScheduleMode::Parallel;
    int cap = 0; ///< 0: usable CPUs
    std::chrono::milliseconds taskTimeout{0};
    std::chrono::milliseconds runTimeout{0};
    bool events = false;
    bool operator==(const RunRequest&) const = default;
};

/// The workload must have passed validateWorkload.
[[nodiscard]] std::string encodeRunRequest(const RunRequest& request);

/// Strict: unknown keys, wrong types and values out of range are InvalidArgument naming the key.
[[nodiscard]] Result<RunRequest> decodeRunRequest(std::string_view text);

[[nodiscard]] Result<ScheduleMode> parseScheduleMode(std::string_view name);

} // namespace tierscope::core
