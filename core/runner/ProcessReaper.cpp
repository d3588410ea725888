// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/runner/ProcessReaper.h"

#include "core/base/Clock.h"
#include "core/base/UniqueFd.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <dirent.h>
#include <memory>
#include <poll.h>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>

namespace tierscope::core {

namespace {

constexpr std::chrono::seconds kPatience{2};

struct DirectoryCloser {
    void operator()(DIR* directory) const { ::closedir(directory); }
};

/// The numeric names in a folder.
std::vector<pid_t> numbersIn(const std::string& folder)
{
    std::vector<pid_t> numbers;
    const std::unique_ptr<DIR, DirectoryCloser> directory(::opendir(folder.c_str()));
    if (!directory)
        return numbers;
    while (const dirent* entry = ::readdir(directory.get())) {
        const std::string_view name(static_cast<const char*>(entry->d_name));
        pid_t number = 0;
        const auto [rest, problem] = std::from_chars(name.data(), name.data() + name.size(), number);
        if (problem == std::errc() && rest == name.data() + name.size())
            numbers.push_back(number);
    }
    return numbers;
}

std::vector<pid_t> parseNumbers(std::string_view text)
{
    std::vector<pid_t> numbers;
    const char* position = text.data();
    const char* const end = text.data() + text.size();
    while (position < end) {
        pid_t number = 0;
        const auto [rest, problem] = std::from_chars(position, end, number);
        if (problem == std::errc())
            numbers.push_back(number);
        position = rest == position ? position + 1 : rest;
    }
    return numbers;
}

/// The parent in /proc/<pid>/stat: the second field after the name, which stands in parentheses and may hold anything.
pid_t parentOf(pid_t pid)
{
    const auto stat = readFile("/proc/" + std::to_string(pid) + "/stat");
    const std::size_t name = stat ? stat->rfind(") ") : std::string::npos;
    if (name == std::string::npos || name + 4 >= stat->size())
        return -1;
    pid_t parent = -1;
    std::from_chars(stat->data() + name + 4, stat->data() + stat->size(), parent);
    return parent;
}

bool hasEnvironment(const std::string& environment, const std::string& entry)
{
    for (std::size_t hit = environment.find(entry); hit != std::string::npos; hit = environment.find(entry, hit + 1)) {
        const std::size_t end = hit + entry.size();
        if ((hit == 0 || environment[hit - 1] == '\0') && (end == environment.size() || environment[end] == '\0'))
            return true;
    }
    return false;
}

/// Waits a moment for processes to go. There is nothing to wait on: they are not our children.
void shortPause()
{
    ::poll(nullptr, 0, 1);
}

} // namespace

std::vector<pid_t> childrenOf(pid_t parent)
{
    // No process has such a number, but parentOf answers -1 for one that has just gone: together they would name strangers.
    if (parent <= 0)
        return {};
    const std::string tasks = "/proc/" + std::to_string(parent) + "/task";
    std::vector<pid_t> children;
    bool known = false;
    for (const pid_t thread : numbersIn(tasks)) {
        const auto text = readFile(tasks + "/" + std::to_string(thread) + "/children");
        if (!text)
            continue;
        known = true;
        const std::vector<pid_t> some = parseNumbers(*text);
        children.insert(children.end(), some.begin(), some.end());
    }
    if (known)
        return children;
    for (const pid_t pid : numbersIn("/proc"))
        if (parentOf(pid) == parent)
            children.push_back(pid);
    return children;
}

std::vector<pid_t> descendantsOf(pid_t root)
{
    std::vector<pid_t> found = childrenOf(root);
    for (std::size_t i = 0; i < found.size(); ++i) {
        const std::vector<pid_t> more = childrenOf(found[i]);
        found.insert(found.end(), more.begin(), more.end());
    }
    return found;
}

std::vector<pid_t> processesMarked(const std::string& mark)
{
    const std::string entry = std::string(kRunMarkVariable) + "=" + mark;
    std::vector<pid_t> marked;
    for (const pid_t pid : numbersIn("/proc")) {
        if (pid == ::getpid())
            continue;
        const auto environment = readFile("/proc/" + std::to_string(pid) + "/environ");
        if (environment && hasEnvironment(*environment, entry))
            marked.push_back(pid);
    }
    return marked;
}

void killRemainingChildren()
{
    const Nanoseconds deadline = monotonicNow() + kPatience;
    while (monotonicNow() < deadline) {
        const std::vector<pid_t> children = childrenOf(::getpid());
        for (const pid_t child : children)
            ::kill(child, SIGKILL);
        pid_t reaped = 0;
        while ((reaped = ::waitpid(-1, nullptr, WNOHANG)) > 0) {
        }
        if (reaped < 0 && errno == ECHILD)
            return;
        shortPause();
    }
}

std::vector<std::string> clearRun(const std::string& mark, const std::vector<std::string>& cgroupFolders)
{
    const Nanoseconds deadline = monotonicNow() + kPatience;
    std::vector<std::string> left(cgroupFolders.rbegin(), cgroupFolders.rend());
    while (true) {
        std::vector<pid_t> alive = mark.empty() ? std::vector<pid_t>() : processesMarked(mark);
        for (const std::string& folder : left)
            if (const auto members = readFile(folder + "/cgroup.procs"))
                for (const pid_t member : parseNumbers(*members))
                    if (member != ::getpid() && member > 0)
                        alive.push_back(member);
        for (const pid_t pid : alive)
            ::kill(pid, SIGKILL);
        while (::waitpid(-1, nullptr, WNOHANG) > 0) {
        }
        std::erase_if(left, [](const std::string& folder) { return ::rmdir(folder.c_str()) == 0 || errno == ENOENT; });
        if ((alive.empty() && left.empty()) || monotonicNow() >= deadline)
            return left;
        shortPause();
    }
}

void leaveCgroupPart(const std::string& part)
{
    const std::string whole = part.substr(0, part.find_last_of('/'));
    // A group that limits its parts may not have processes of its own (cgroups(7), "no internal processes").
    static_cast<void>(writeControlFile(whole + "/cgroup.subtree_control", "-cpu -memory"));
    static_cast<void>(writeControlFile(whole + "/cgroup.procs", "0"));
    ::rmdir(part.c_str());
}

} // namespace tierscope::core
