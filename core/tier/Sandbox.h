// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/CpuTrace.h"
#include "core/base/Result.h"
#include "core/tier/QuotaLaw.h"

#include <memory>
#include <string>
#include <sys/types.h>
#include <vector>

namespace tierscope::core {

/// How the runner enters a sandbox and what has to be taken down afterwards.
struct SandboxPlacement {
    std::vector<std::string> joinFiles;     ///< the runner writes "0" to each before exec
    std::string slotProcsTemplate;          ///< for TIERSCOPE_SLOT_PROCS; empty: tasks stay where the runner is
    std::vector<std::string> removeFolders; ///< cgroup folders, parents first
    std::string programFolder;              ///< where the program had to move itself; goes with the program, however that ends
    std::vector<int> cpus;                  ///< affinity
};

/// What a run used. Real time of this computer, not the tier's.
struct SandboxUsage {
    Nanoseconds cpuTime{0};   ///< of every process in the sandbox
    Nanoseconds throttled{0}; ///< time the run was held back, as the limiter tells it
    std::int64_t periods = 0; ///< quota periods seen, and those that ended throttled
    std::int64_t throttledPeriods = 0;
    std::int64_t peakMemoryBytes = 0; ///< 0: unknown
    bool outOfMemory = false;         ///< the memory limit was overrun and something was killed
    CpuTrace trace;                   ///< from begin() to finish(), times on CLOCK_MONOTONIC (see traceWithin)
};

/// The limits of one run, applied. Created before the runner starts, destroyed after it has ended; what it created is gone after
/// destruction. Not thread-safe: one owner thread; implementations keep their control loop to themselves.
class Sandbox {
public:
    virtual ~Sandbox() = default;
    [[nodiscard]] virtual const SandboxPlacement& placement() const = 0;
    /// The runner is `runner` and about to work: control begins.
    virtual void begin(pid_t runner) = 0;
    /// Lifts the CPU limit, so that a cancelled run ends promptly.
    virtual void release() = 0;
    /// Control ends; what was used.
    [[nodiscard]] virtual SandboxUsage finish() = 0;
};

/// Ways to hold a run to a tier, best first.
enum class LimiterKind : std::uint8_t { CgroupV2, CgroupV2User, CgroupV1, DutyCycle, None };

/// "cgroup v2", "cgroup v2 (systemd user)", "cgroup v1", "duty cycle", "none": as stored with each sample.
[[nodiscard]] const char* limiterName(LimiterKind kind);

/// One way that was looked at, for `doctor`.
struct LimiterCandidate {
    LimiterKind kind = LimiterKind::None;
    bool usable = false;
    std::string reason; ///< why it is or is not usable, a sentence
    std::string remedy; ///< what would make it usable; empty when it is
};

struct LimiterChoice {
    LimiterKind kind = LimiterKind::DutyCycle;
    std::vector<LimiterCandidate> candidates; ///< best first, all of them
};

/// Tries each way for real (makes and removes a cgroup). TIERSCOPE_LIMITER=cgroup-v1|cgroup-v2|cgroup-v2-user|duty-cycle forces one.
[[nodiscard]] LimiterChoice chooseLimiter();

/// Removes cgroups that runs of dead Tierscope processes left behind. Returns how many.
int sweepStaleSandboxes();

/// `slots` is how many processes the run may have at once; `mark` names the run (see ProcessReaper).
[[nodiscard]] Result<std::unique_ptr<Sandbox>> createSandbox(LimiterKind kind, const TierLimits& limits, int slots,
                                                             const std::string& mark);

} // namespace tierscope::core
