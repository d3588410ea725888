// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/tier/ProcessTreeCpu.h"
#include "core/tier/Sandbox.h"

#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <thread>

namespace tierscope::core {

/// Holds a run to its tier without any privilege: in every period the processes run until their quota is used and are stopped (SIGSTOP) for
/// the rest. What was used too much or too little is known exactly once they stand still, and is carried over, so that long work follows
/// the share. Memory is watched, not limited: a run that is seen above its limit loses its largest process, as the kernel would do.
class DutyCycleSandbox final : public Sandbox {
public:
    explicit DutyCycleSandbox(const TierLimits& limits);
    ~DutyCycleSandbox() override;
    [[nodiscard]] const SandboxPlacement& placement() const override { return m_placement; }
    void begin(pid_t runner) override;
    void release() override;
    [[nodiscard]] SandboxUsage finish() override;

private:
    void loop(const std::stop_token& stop, pid_t runner);

    TierLimits m_limits;
    SandboxPlacement m_placement;
    SandboxUsage m_usage; ///< the loop's until it has ended
    std::jthread m_loop;
};

} // namespace tierscope::core
