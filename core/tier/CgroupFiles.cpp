// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/tier/CgroupFiles.h"

#include "core/base/UniqueFd.h"

#include <atomic>
#include <charconv>
#include <unistd.h>
#include <vector>

namespace tierscope::core {

namespace {

constexpr std::string_view kMarkPrefix = "tierscope-";

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t hit = text.find(separator);
        parts.push_back(text.substr(0, hit));
        if (hit == std::string_view::npos)
            return parts;
        text.remove_prefix(hit + 1);
    }
}

/// Spaces and backslashes stand as \040 and \134 in mountinfo.
std::string unescaped(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        int code = 0;
        if (text[i] == '\\' && i + 3 < text.size()
            && std::from_chars(text.data() + i + 1, text.data() + i + 4, code, 8).ptr == text.data() + i + 4) {
            plain += static_cast<char>(code);
            i += 3;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

struct CgroupMount {
    std::string root; ///< the part of the hierarchy that is mounted
    std::string point;
    std::string type; ///< "cgroup" or "cgroup2"
    std::string options;
};

/// One line of proc(5)'s mountinfo: id parent device root point options … - type source superoptions.
std::optional<CgroupMount> parseMount(std::string_view line)
{
    const std::size_t dash = line.find(" - ");
    if (dash == std::string_view::npos)
        return std::nullopt;
    const auto left = split(line.substr(0, dash), ' ');
    const auto right = split(line.substr(dash + 3), ' ');
    if (left.size() < 5 || right.size() < 3 || !right[0].starts_with("cgroup"))
        return std::nullopt;
    return CgroupMount{unescaped(left[3]), unescaped(left[4]), std::string(right[0]), std::string(right[2])};
}

/// The folder of `path` in a mount of which only `root` is visible, as in a container.
std::string folderIn(const CgroupMount& mount, std::string path)
{
    if (mount.root != "/" && path.starts_with(mount.root))
        path.erase(0, mount.root.size());
    if (path == "/")
        path.clear();
    return mount.point + path;
}

/// Start time in clock ticks since boot: with it a process number cannot be mistaken for a later process's.
std::string startTimeOf(pid_t pid)
{
    constexpr std::size_t kStartTimeField = 19; // counted after the name
    const auto stat = readFile("/proc/" + std::to_string(pid) + "/stat");
    const std::size_t name = stat ? stat->rfind(") ") : std::string::npos;
    if (name == std::string::npos)
        return {};
    const auto fields = split(std::string_view(*stat).substr(name + 2), ' ');
    return fields.size() > kStartTimeField ? std::string(fields[kStartTimeField]) : std::string();
}

} // namespace

std::optional<std::string> CgroupView::v1(std::string_view controller) const
{
    const auto folder = v1Folders.find(controller);
    if (folder == v1Folders.end())
        return std::nullopt;
    return folder->second;
}

CgroupView parseCgroupView(std::string_view mountInfo, std::string_view procCgroup)
{
    std::map<std::string, std::string, std::less<>> paths; // controller -> path; "" for v2
    for (const std::string_view line : split(procCgroup, '\n')) {
        const std::size_t first = line.find(':');
        const std::size_t second = first == std::string_view::npos ? first : line.find(':', first + 1);
        if (second == std::string_view::npos)
            continue;
        for (const std::string_view controller : split(line.substr(first + 1, second - first - 1), ','))
            paths.emplace(controller, line.substr(second + 1));
    }

    CgroupView view;
    for (const std::string_view line : split(mountInfo, '\n')) {
        const auto mount = parseMount(line);
        if (!mount)
            continue;
        if (mount->type == "cgroup2" && view.v2Mount.empty() && paths.contains("")) {
            view.v2Mount = mount->point;
            view.v2Folder = folderIn(*mount, paths.find("")->second);
        }
        if (mount->type != "cgroup")
            continue;
        for (const std::string_view option : split(mount->options, ','))
            if (const auto path = paths.find(option); path != paths.end() && !option.empty())
                view.v1Folders.emplace(option, folderIn(*mount, path->second));
    }
    return view;
}

CgroupView readCgroupView()
{
    const auto mounts = readFile("/proc/self/mountinfo");
    const auto own = readFile("/proc/self/cgroup");
    return parseCgroupView(mounts.value_or(""), own.value_or(""));
}

std::optional<std::int64_t> statValue(std::string_view text, std::string_view key)
{
    for (const std::string_view line : split(text, '\n')) {
        if (!line.starts_with(key) || line.size() <= key.size() || line[key.size()] != ' ')
            continue;
        std::int64_t value = 0;
        const std::string_view number = line.substr(key.size() + 1);
        if (std::from_chars(number.data(), number.data() + number.size(), value).ec == std::errc())
            return value;
    }
    return std::nullopt;
}

bool listHas(std::string_view list, std::string_view word)
{
    for (const std::string_view line : split(list, '\n'))
        for (const std::string_view entry : split(line, ' '))
            if (entry == word)
                return true;
    return false;
}

std::string nextRunMark()
{
    static std::atomic<int> s_count{0};
    const pid_t self = ::getpid();
    return std::string(kMarkPrefix) + std::to_string(self) + "-" + startTimeOf(self) + "-" + std::to_string(++s_count);
}

std::optional<bool> markOwnerLives(std::string_view mark)
{
    if (!mark.starts_with(kMarkPrefix))
        return std::nullopt;
    const auto parts = split(mark.substr(kMarkPrefix.size()), '-');
    pid_t pid = 0;
    if (parts.size() != 3 || std::from_chars(parts[0].data(), parts[0].data() + parts[0].size(), pid).ec != std::errc())
        return std::nullopt;
    return startTimeOf(pid) == parts[1];
}

} // namespace tierscope::core
