// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/base/CpuTopology.h"

#include "core/base/UniqueFd.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <sched.h>
#include <string_view>
#include <sys/utsname.h>
#include <unistd.h>

namespace tierscope::core {

namespace {

/// The value of the first "key : value" line, as /proc/cpuinfo and /proc/meminfo have them.
std::string firstValue(std::string_view text, std::string_view key)
{
    std::size_t start = 0;
    while (start < text.size()) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        const std::string_view line = text.substr(start, end - start);
        const std::size_t colon = line.find(':');
        if (line.starts_with(key) && colon != std::string_view::npos) {
            const std::size_t value = line.find_first_not_of(" \t", colon + 1);
            return value == std::string_view::npos ? std::string() : std::string(line.substr(value));
        }
        start = end + 1;
    }
    return {};
}

struct ArmCore {
    std::string_view implementer;
    std::string_view part;
    const char* name;
};

/// The cores that servers have: MIDR_EL1's implementer and part number, as the technical reference manuals of Arm and the others give them.
/// Lambda's Graviton2 is a Neoverse-N1, Graviton3 a V1, Graviton4 a V2.
constexpr std::array kArmCores = {
    ArmCore{"0x41", "0xd08", "Cortex-A72"},  ArmCore{"0x41", "0xd0c", "Neoverse-N1"}, ArmCore{"0x41", "0xd40", "Neoverse-V1"},
    ArmCore{"0x41", "0xd49", "Neoverse-N2"}, ArmCore{"0x41", "0xd4f", "Neoverse-V2"}, ArmCore{"0x41", "0xd83", "Neoverse-V3AE"},
    ArmCore{"0x41", "0xd84", "Neoverse-V3"}, ArmCore{"0x41", "0xd8e", "Neoverse-N3"}, ArmCore{"0xc0", "0xac3", "Ampere-1"},
};

} // namespace

std::string cpuModelOf(std::string_view cpuinfo)
{
    for (const char* const key : {"model name", "Model"})
        if (std::string model = firstValue(cpuinfo, key); !model.empty())
            return model;
    const std::string implementer = firstValue(cpuinfo, "CPU implementer");
    const std::string part = firstValue(cpuinfo, "CPU part");
    if (implementer.empty() || part.empty())
        return {};
    for (const ArmCore& core : kArmCores)
        if (core.implementer == implementer && core.part == part)
            return core.name;
    return "ARM part " + implementer + ":" + part;
}

std::vector<int> usableCpus()
{
    // The mask grows until the kernel's fits: a fixed cpu_set_t fails on machines with more than 1024 CPUs.
    for (std::size_t count = 1024; count <= 1U << 20U; count *= 2) {
        std::vector<int> cpus;
        cpu_set_t* set = CPU_ALLOC(count);
        const std::size_t bytes = CPU_ALLOC_SIZE(count);
        CPU_ZERO_S(bytes, set);
        const bool known = sched_getaffinity(0, bytes, set) == 0;
        const int reason = errno;
        for (std::size_t cpu = 0; known && cpu < count; ++cpu)
            if (CPU_ISSET_S(cpu, bytes, set))
                cpus.push_back(static_cast<int>(cpu));
        CPU_FREE(set);
        if (known)
            return cpus;
        if (reason != EINVAL)
            break;
    }
    return {0};
}

Host probeHost()
{
    Host host;
    host.usableCpus = static_cast<int>(usableCpus().size());
    host.onlineCpus = static_cast<int>(sysconf(_SC_NPROCESSORS_ONLN));
    if (const auto cpuinfo = readFile("/proc/cpuinfo"))
        host.cpuModel = cpuModelOf(*cpuinfo);
    if (utsname name{}; uname(&name) == 0)
        host.arch = static_cast<const char*>(name.machine);
    if (const auto memory = readFile("/proc/meminfo")) {
        const std::string total = firstValue(*memory, "MemTotal");
        long kilobytes = 0;
        std::from_chars(total.data(), total.data() + total.size(), kilobytes);
        host.memoryMb = static_cast<int>(kilobytes / 1024);
    }
    return host;
}

} // namespace tierscope::core
