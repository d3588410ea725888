// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <sys/types.h>

namespace tierscope::core {

/// Names one process for good: a process id alone is given out again. What an experiment that runs is owned by, so that a process that died
/// in whatever way leaves no lock behind.
struct ProcessOwner {
    pid_t pid = 0;
    std::int64_t started = 0; ///< clock ticks since the computer started: field 22 of /proc/<pid>/stat (proc(5))
    std::string bootId;       ///< /proc/sys/kernel/random/boot_id: ticks and ids begin again with each start
    bool operator==(const ProcessOwner&) const = default;
};

[[nodiscard]] ProcessOwner currentProcess();

/// A process that has ended and only waits for its parent is not alive.
[[nodiscard]] bool isAlive(const ProcessOwner& owner);

} // namespace tierscope::core
