// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/tier/ProcessTreeCpu.h"

#include "core/base/UniqueFd.h"
#include "core/runner/ProcessReaper.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <unistd.h>

namespace tierscope::core {

namespace {

std::string procPath(pid_t pid, const char* file)
{
    return "/proc/" + std::to_string(pid) + "/" + file;
}

/// The n-th number (from 0) of a text of words.
std::int64_t wordNumber(std::string_view text, int n)
{
    for (; n > 0 && !text.empty(); --n)
        text.remove_prefix(std::min(text.find(' ') + 1, text.size()));
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// User and system time of the children that `pid` has reaped, and theirs; the kernel tells it in clock ticks.
Nanoseconds reapedBy(pid_t pid)
{
    constexpr int kCutime = 13; // counted after the name
    const auto stat = readFile(procPath(pid, "stat"));
    const std::size_t name = stat ? stat->rfind(") ") : std::string::npos;
    if (name == std::string::npos)
        return Nanoseconds(0);
    const std::string_view fields = std::string_view(*stat).substr(name + 2);
    const std::int64_t ticks = wordNumber(fields, kCutime) + wordNumber(fields, kCutime + 1);
    return Nanoseconds(ticks * 1'000'000'000 / ::sysconf(_SC_CLK_TCK));
}

bool cpuTimeOf(pid_t pid, Nanoseconds& used)
{
    clockid_t clock{};
    timespec time{};
    if (::clock_getcpuclockid(pid, &clock) != 0 || ::clock_gettime(clock, &time) != 0)
        return false;
    used = std::chrono::seconds(time.tv_sec) + Nanoseconds(time.tv_nsec);
    return true;
}

std::int64_t residentBytes(pid_t pid)
{
    const auto statm = readFile(procPath(pid, "statm"));
    return statm ? wordNumber(*statm, 1) * ::sysconf(_SC_PAGESIZE) : 0;
}

std::int64_t proportionalBytes(pid_t pid)
{
    const auto rollup = readFile(procPath(pid, "smaps_rollup"));
    const std::size_t hit = rollup ? rollup->find("\nPss:") : std::string::npos;
    if (hit == std::string::npos)
        return residentBytes(pid);
    const std::string_view line = std::string_view(*rollup).substr(hit + 5);
    const std::size_t number = line.find_first_not_of(' ');
    return number == std::string_view::npos ? 0 : wordNumber(line.substr(number), 0) * 1024;
}

} // namespace

void ProcessTreeCpu::refresh()
{
    std::vector<pid_t> pids = descendantsOf(m_root);
    pids.push_back(m_root);
    m_members.clear();
    std::map<pid_t, Nanoseconds> seen;
    Nanoseconds live{0};
    for (const pid_t pid : pids) {
        TreeMember member{pid, Nanoseconds(0)};
        if (!cpuTimeOf(pid, member.used))
            continue;
        live += member.used;
        seen.emplace(pid, member.used);
        m_members.push_back(member);
    }
    for (const auto& [pid, used] : m_lastSeen)
        if (!seen.contains(pid))
            m_ended += used;
    m_lastSeen = std::move(seen);
    // What a process used after it was last seen is known once it is reaped, to a clock tick.
    m_ended = std::max(m_ended, reapedBy(m_root));
    m_used = std::max(m_used, live + m_ended);
}

std::int64_t ProcessTreeCpu::memoryBytes(std::int64_t limitBytes, pid_t& largest) const
{
    std::int64_t sum = 0;
    std::int64_t most = -1;
    const auto measure = [&](std::int64_t (*bytesOf)(pid_t)) {
        sum = 0;
        most = -1;
        for (const TreeMember& member : m_members) {
            const std::int64_t bytes = bytesOf(member.pid);
            sum += bytes;
            if (bytes > most) {
                most = bytes;
                largest = member.pid;
            }
        }
    };
    measure(residentBytes);
    if (sum > limitBytes)
        measure(proportionalBytes);
    return sum;
}

} // namespace tierscope::core
