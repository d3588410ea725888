// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tierscope::core {

/// The CPUs in the calling thread's affinity mask, ascending: what is usable, not what is installed.
[[nodiscard]] std::vector<int> usableCpus();

/// The computer that a run ran on.
struct Host {
    int usableCpus = 0; ///< size of the affinity mask
    int onlineCpus = 0;
    std::string cpuModel; ///< see cpuModelOf
    std::string arch;     ///< uname machine, such as "x86_64"
    int memoryMb = 0;     ///< physical memory; 0 when unknown
    bool operator==(const Host&) const = default;
};

[[nodiscard]] Host probeHost();

/// The processor's name in the text of /proc/cpuinfo: the first "model name" or "Model", else, as arm64's kernel gives only numbers, the
/// first core's name, such as "Neoverse-N1", or "ARM part 0x41:0xfff" for one that we do not know. Empty where the kernel does not say.
[[nodiscard]] std::string cpuModelOf(std::string_view cpuinfo);

} // namespace tierscope::core
