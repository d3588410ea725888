// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/tier/CgroupCpuFiles.h"

#include "core/tier/CgroupFiles.h"

#include <array>
#include <charconv>
#include <fcntl.h>
#include <string_view>
#include <unistd.h>

namespace tierscope::core {

namespace {

/// cpu.stat has some ten lines of at most 40 bytes.
using Buffer = std::array<char, 2048>;

UniqueFd openForReading(const std::string& path)
{
    return UniqueFd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
}

/// From the file's beginning, which has the kernel make its text anew (kernfs and seq_file).
std::string_view readAgain(const UniqueFd& file, Buffer& buffer)
{
    const ssize_t count = file.isValid() ? ::pread(file.get(), buffer.data(), buffer.size(), 0) : 0;
    return {buffer.data(), static_cast<std::size_t>(count > 0 ? count : 0)};
}

} // namespace

CgroupCpuFiles::CgroupCpuFiles(const std::string& statPath, const std::string& usagePath)
    : m_stat(openForReading(statPath))
    , m_usage(usagePath.empty() ? UniqueFd() : openForReading(usagePath))
{}

CgroupCpu CgroupCpuFiles::read() const
{
    Buffer buffer;
    const std::string_view stat = readAgain(m_stat, buffer);
    CgroupCpu figures;
    figures.periods = statValue(stat, "nr_periods").value_or(0);
    figures.throttledPeriods = statValue(stat, "nr_throttled").value_or(0);
    if (!m_usage.isValid()) {
        figures.throttled = std::chrono::microseconds(statValue(stat, "throttled_usec").value_or(0));
        figures.used = std::chrono::microseconds(statValue(stat, "usage_usec").value_or(0));
        return figures;
    }
    figures.throttled = Nanoseconds(statValue(stat, "throttled_time").value_or(0));
    const std::string_view usage = readAgain(m_usage, buffer);
    std::int64_t used = 0;
    std::from_chars(usage.data(), usage.data() + usage.size(), used);
    figures.used = Nanoseconds(used);
    return figures;
}

} // namespace tierscope::core
