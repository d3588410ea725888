// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace tierscope::core {

/// The CPUs in the calling thread's affinity mask, ascending: what is usable, not what is installed.
[[nodiscard]] std::vector<int> usableCpus();

/// The computer that a run ran on.
struct Host {
    int usableCpus = 0; ///< size of the affinity mask
    int onlineCpus = 0;
    std::string cpuModel; ///< from /proc/cpuinfo; empty where the kernel does not say
    std::string arch;     ///< uname machine, such as "x86_64"
    int memoryMb = 0;     ///< physical memory; 0 when unknown
    bool operator==(const Host&) const = default;
};

[[nodiscard]] Host probeHost();

} // namespace tierscope::core
