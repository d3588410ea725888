// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Clock.h"

#include <map>
#include <sys/types.h>
#include <vector>

namespace tierscope::core {

/// One live process of a tree.
struct TreeMember {
    pid_t pid = -1;
    Nanoseconds used{0}; ///< CPU time so far; exact while the process is stopped, up to a tick late while it runs
};

/// CPU time and memory of a process and all its descendants, without cgroups. One thread.
class ProcessTreeCpu {
public:
    explicit ProcessTreeCpu(pid_t root)
        : m_root(root)
    {}
    /// Looks again: who is alive, and what the tree has used since it began, the dead included.
    void refresh();
    [[nodiscard]] const std::vector<TreeMember>& members() const { return m_members; }
    [[nodiscard]] Nanoseconds used() const { return m_used; }
    /// Memory of the tree, shared pages counted once as far as the kernel tells (proportional set size where resident sizes add up to more
    /// than `limitBytes`, which are cheaper to read), and the member that has most of it.
    [[nodiscard]] std::int64_t memoryBytes(std::int64_t limitBytes, pid_t& largest) const;

private:
    pid_t m_root;
    std::vector<TreeMember> m_members;
    std::map<pid_t, Nanoseconds> m_lastSeen;
    Nanoseconds m_ended{0};
    Nanoseconds m_used{0};
};

} // namespace tierscope::core
