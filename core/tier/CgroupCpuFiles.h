// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Clock.h"
#include "core/base/UniqueFd.h"

#include <cstdint>
#include <string>

namespace tierscope::core {

/// CPU figures of one group since it was made.
struct CgroupCpu {
    Nanoseconds used{0};
    Nanoseconds throttled{0};
    std::int64_t periods = 0;
    std::int64_t throttledPeriods = 0;
};

/// The files that tell one group's CPU figures, kept open: to look again costs two system calls and no look-up of a path. One thread.
/// Figures that cannot be read, and those of a group without files, are 0.
class CgroupCpuFiles {
public:
    CgroupCpuFiles() = default;
    /// cgroup v1 counts CPU time in a file of its own, cpuacct.usage; v2 has all in cpu.stat and no `usagePath`.
    explicit CgroupCpuFiles(const std::string& statPath, const std::string& usagePath = {});
    [[nodiscard]] CgroupCpu read() const;

private:
    UniqueFd m_stat;
    UniqueFd m_usage;
};

} // namespace tierscope::core
