// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tierscope::core {

/// Where this process stands in the cgroup hierarchies, as folders of the file system.
struct CgroupView {
    std::map<std::string, std::string, std::less<>> v1Folders; ///< controller ("cpu", "cpuacct", "memory") -> this process's folder
    std::string v2Mount;                                       ///< mount point of cgroup v2; empty: not mounted
    std::string v2Folder;                                      ///< this process's folder below it

    [[nodiscard]] std::optional<std::string> v1(std::string_view controller) const;
};

/// Pure: from the texts of /proc/self/mountinfo and /proc/self/cgroup (proc(5), cgroups(7)).
[[nodiscard]] CgroupView parseCgroupView(std::string_view mountInfo, std::string_view procCgroup);
[[nodiscard]] CgroupView readCgroupView();

/// The number after `key` in a "key value" file such as cpu.stat; none when the key is not there.
[[nodiscard]] std::optional<std::int64_t> statValue(std::string_view text, std::string_view key);

/// Whether `word` stands in a list separated by spaces, as in cgroup.controllers.
[[nodiscard]] bool listHas(std::string_view list, std::string_view word);

/// "tierscope-<pid>-<start time>-<n>": names a run, its cgroups, and the process that owns it. Unique in this process.
[[nodiscard]] std::string nextRunMark();
/// Whether the process that a mark names is alive. None when the name is not a mark.
[[nodiscard]] std::optional<bool> markOwnerLives(std::string_view mark);

} // namespace tierscope::core
