// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <sys/types.h>
#include <vector>

namespace tierscope::core {

/// The environment variable that marks every process of one run, so that it can be found again whatever it did to its parent, group or
/// session.
inline constexpr const char* kRunMarkVariable = "TIERSCOPE_RUN";

/// Live children of `parent` from /proc (task/…/children where the kernel has it, else a scan of every process's parent).
[[nodiscard]] std::vector<pid_t> childrenOf(pid_t parent);

/// Every live descendant of `root`, without root.
[[nodiscard]] std::vector<pid_t> descendantsOf(pid_t root);

/// Processes of this user whose initial environment has kRunMarkVariable=mark. The caller itself is never in the list.
[[nodiscard]] std::vector<pid_t> processesMarked(const std::string& mark);

/// SIGKILLs and reaps all children of the calling process that are left, those adopted as subreaper too. Bounded: gives up after 2 s on a
/// process that the kernel does not let die.
void killRemainingChildren();

/// SIGKILLs every marked process and every member of the cgroups (their cgroup.procs), then removes the cgroup folders deepest first.
/// Bounded by 2 s. Returns what could not be removed.
std::vector<std::string> clearRun(const std::string& mark, const std::vector<std::string>& cgroupFolders);

/// Moves the calling process from `part`, a cgroup v2 folder that a program of ours moved itself into, back into the group that it is a
/// part of, and removes it. Does what it can: nothing while others are in it or limit parts of the same group.
void leaveCgroupPart(const std::string& part);

} // namespace tierscope::core
