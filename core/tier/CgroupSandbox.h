// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/tier/CgroupCpuFiles.h"
#include "core/tier/CpuTraceRecorder.h"
#include "core/tier/QuotaCorrection.h"
#include "core/tier/Sandbox.h"

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace tierscope::core {

struct CgroupMemory {
    std::int64_t peakBytes = 0;
    std::int64_t kills = 0; ///< processes that the kernel killed for want of memory
};

/// The folders of one run.
struct CgroupLayout {
    std::string whole;                  ///< the limited group, where its CPU files are
    std::vector<std::string> joinFiles; ///< cgroup.procs by which the runner enters
    std::string slotProcsTemplate;      ///< for TIERSCOPE_SLOT_PROCS; empty without slots
    std::vector<std::string> created;   ///< parents first
    std::string programFolder;          ///< see SandboxPlacement
};

/// What differs between cgroup v1 and v2: where the folders are and what the files are called. Keeps no state, so any thread may use it.
class CgroupDialect {
public:
    virtual ~CgroupDialect() = default;
    /// Makes a run's group and, where `slots` > 0, "main" and "slot-0" … below it. `layout.created` is right also when it fails half-way.
    [[nodiscard]] virtual Result<void> make(const std::string& mark, int slots, CgroupLayout& layout) = 0;
    /// No quota: no limit.
    [[nodiscard]] virtual Result<void> setQuota(const std::string& folder, std::chrono::microseconds period,
                                                std::optional<std::chrono::microseconds> quota) = 0;
    [[nodiscard]] virtual Result<void> setMemory(const std::string& mark, std::int64_t bytes) = 0;
    [[nodiscard]] virtual CgroupCpuFiles cpuFiles(const std::string& folder) const = 0;
    [[nodiscard]] virtual CgroupMemory memory(const std::string& mark) const = 0;
};

/// By how much a run's group outweighs its neighbours in the scheduler. A function shares its vCPUs with nobody, and a group's weight is
/// divided among the CPUs that it runs on: with the weight of one process a run on all CPUs would lose half of each to whatever else is
/// going on. Not so much that a desktop would stand still.
[[nodiscard]] int weightFactor();

/// Unsupported or PermissionDenied with the reason when it cannot be used here.
[[nodiscard]] Result<std::unique_ptr<CgroupDialect>> openCgroupV1();
[[nodiscard]] Result<std::unique_ptr<CgroupDialect>> openCgroupV2();
/// Below `folder`, a cgroup v2 subtree that is ours. `programFolder` as in SandboxPlacement.
[[nodiscard]] std::unique_ptr<CgroupDialect> cgroupV2Below(const std::string& folder, const std::string& programFolder = {});

/// A run held by CFS bandwidth control, whose quota is corrected and whose CPU time is taken down while it runs.
class CgroupSandbox final : public Sandbox {
public:
    [[nodiscard]] static Result<std::unique_ptr<Sandbox>> make(std::unique_ptr<CgroupDialect> dialect, const TierLimits& limits, int slots,
                                                               const std::string& mark);
    ~CgroupSandbox() override;
    [[nodiscard]] const SandboxPlacement& placement() const override { return m_placement; }
    void begin(pid_t runner) override;
    void release() override;
    [[nodiscard]] SandboxUsage finish() override;

private:
    /// One group whose quota is kept: the whole run, or one slot of a dilated run.
    struct Controlled {
        std::string folder;
        CgroupCpuFiles files; ///< none where there are too many groups to correct
        CpuShare share;
        QuotaCorrection correction;
        CgroupCpu last;
        std::chrono::microseconds quota{0}; ///< as last written
    };

    CgroupSandbox(std::unique_ptr<CgroupDialect> dialect, const TierLimits& limits, std::string mark);
    [[nodiscard]] Result<void> setUp(int slots);
    [[nodiscard]] Result<void> control(const std::string& folder, CpuShare share);
    void controlLoop(const std::stop_token& stop);
    void correct(Controlled& group, Nanoseconds wall);
    void takeDown(const CgroupCpu& cpu, Nanoseconds now);
    /// Writes a group's quota. cgroup v1 refuses a part more than the whole has, so a part gets at most that, and gives way when the whole
    /// gets less.
    [[nodiscard]] Result<void> writeQuota(Controlled& group, std::chrono::microseconds quota);
    void stopControl();

    std::unique_ptr<CgroupDialect> m_dialect;
    TierLimits m_limits;
    std::string m_mark;
    CgroupLayout m_layout;
    SandboxPlacement m_placement;
    std::vector<Controlled> m_groups; ///< the whole run first; empty without a limit
    CgroupCpuFiles m_whole;
    CgroupCpu m_atBegin;
    CpuTraceRecorder m_trace; ///< the loop's until it has ended
    std::jthread m_loop;
};

} // namespace tierscope::core
