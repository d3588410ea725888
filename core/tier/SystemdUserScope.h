// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"

#include <memory>
#include <string>

namespace tierscope::core {

/// A transient scope of the systemd user manager with a delegated cgroup v2 subtree (Delegate=yes), kept alive by one small process of ours
/// and gone when this object goes or our process dies.
class SystemdUserScope {
public:
    virtual ~SystemdUserScope() = default;
    /// Folder below which groups can be made and limited.
    [[nodiscard]] virtual const std::string& folder() const = 0;
};

/// Asks for one, over the user's D-Bus. Unsupported when this was built without libsystemd or no user manager answers (10 s at most).
[[nodiscard]] Result<std::unique_ptr<SystemdUserScope>> requestUserScope();

} // namespace tierscope::core
