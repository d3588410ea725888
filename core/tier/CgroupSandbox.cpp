// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/tier/CgroupSandbox.h"

#include "core/base/CpuTopology.h"
#include "core/runner/ProcessReaper.h"

#include <algorithm>
#include <cmath>

namespace tierscope::core {

namespace {

/// How often quotas are corrected. Five periods: enough for the share to show, often enough to correct a run of a second.
constexpr std::chrono::milliseconds kWindow{100};
constexpr std::size_t kMostCorrectedGroups = 65;       ///< reading a thousand slots would cost more CPU than it gives back
constexpr std::chrono::microseconds kLeastQuota{1000}; ///< kernel/sched/core.c, min_cfs_quota_period

/// What earlier runs of this process learnt, by share: their first window is better for it. Guarded, as runs may be in several threads.
class LearnedFactors {
public:
    [[nodiscard]] double of(CpuShare share)
    {
        const std::scoped_lock lock(m_mutex);
        const auto known = m_factors.find(keyOf(share));
        return known == m_factors.end() ? 1.0 : known->second;
    }
    void learn(CpuShare share, double factor)
    {
        const std::scoped_lock lock(m_mutex);
        m_factors[keyOf(share)] = factor;
    }

private:
    [[nodiscard]] static long keyOf(CpuShare share) { return std::lround(share.value * 1000); }
    std::mutex m_mutex;
    std::map<long, double> m_factors;
};

LearnedFactors& learnedFactors()
{
    static LearnedFactors s_factors;
    return s_factors;
}

std::chrono::microseconds quotaFor(const TierLimits& limits, CpuShare share, double factor)
{
    const double microseconds = static_cast<double>(limits.period.count()) * share.value * factor;
    return std::max(std::chrono::microseconds(std::llround(microseconds)), kLeastQuota);
}

std::vector<int> firstCpus(int count)
{
    std::vector<int> cpus = usableCpus();
    if (static_cast<std::size_t>(count) >= cpus.size())
        return {};
    cpus.resize(static_cast<std::size_t>(count));
    return cpus;
}

} // namespace

int weightFactor()
{
    constexpr int kPerCpu = 8;
    constexpr int kMost = 256; ///< cpu.shares of 262144 is the kernel's own limit
    return std::min(kPerCpu * static_cast<int>(usableCpus().size()), kMost);
}

Result<std::unique_ptr<Sandbox>> CgroupSandbox::make(std::unique_ptr<CgroupDialect> dialect, const TierLimits& limits, int slots,
                                                     const std::string& mark)
{
    std::unique_ptr<CgroupSandbox> sandbox(new CgroupSandbox(std::move(dialect), limits, mark));
    if (const auto ready = sandbox->setUp(slots); !ready)
        return fail(ready.error());
    return std::unique_ptr<Sandbox>(std::move(sandbox));
}

CgroupSandbox::CgroupSandbox(std::unique_ptr<CgroupDialect> dialect, const TierLimits& limits, std::string mark)
    : m_dialect(std::move(dialect))
    , m_limits(limits)
    , m_mark(std::move(mark))
{}

CgroupSandbox::~CgroupSandbox()
{
    stopControl();
    static_cast<void>(clearRun({}, m_placement.removeFolders));
}

Result<void> CgroupSandbox::setUp(int slots)
{
    // With at most one vCPU of credit no process could use more than the whole run may: slots of their own would limit nothing.
    const bool hasSlots = !m_limits.dilation.isPlain() && m_limits.tierShare.value > 1;
    const auto made = m_dialect->make(m_mark, hasSlots ? slots : 0, m_layout);
    m_placement = {m_layout.joinFiles, m_layout.slotProcsTemplate, m_layout.created, m_layout.programFolder, firstCpus(m_limits.cpus)};
    if (made)
        m_whole = m_dialect->cpuFiles(m_layout.whole);
    if (!made || m_limits.isUnlimited())
        return made;

    if (const auto limited = m_dialect->setMemory(m_mark, m_limits.memory.bytes()); !limited)
        return limited;
    if (const auto limited = control(m_layout.whole, m_limits.appliedShare); !limited || !hasSlots)
        return limited;
    if (const auto limited = control(m_layout.whole + "/main", m_limits.processShare); !limited)
        return limited;
    for (int slot = 0; slot < slots; ++slot)
        if (const auto limited = control(m_layout.whole + "/slot-" + std::to_string(slot), m_limits.processShare); !limited)
            return limited;
    return {};
}

Result<void> CgroupSandbox::control(const std::string& folder, CpuShare share)
{
    CgroupCpuFiles files = m_groups.size() < kMostCorrectedGroups ? m_dialect->cpuFiles(folder) : CgroupCpuFiles();
    m_groups.push_back({folder, std::move(files), share, QuotaCorrection(share, learnedFactors().of(share)), {}, {}});
    return writeQuota(m_groups.back(), quotaFor(m_limits, share, m_groups.back().correction.factor()));
}

Result<void> CgroupSandbox::writeQuota(Controlled& group, std::chrono::microseconds quota)
{
    Controlled& whole = m_groups.front();
    if (&group != &whole)
        quota = std::min(quota, whole.quota);
    for (Controlled& part : m_groups)
        if (&group == &whole && &part != &whole && part.quota > quota)
            if (const auto lowered = writeQuota(part, std::min(quota, whole.quota)); !lowered)
                return lowered;
    group.quota = quota;
    return m_dialect->setQuota(group.folder, m_limits.period, quota);
}

void CgroupSandbox::begin(pid_t)
{
    m_atBegin = m_whole.read();
    takeDown(m_atBegin, monotonicNow());
    for (Controlled& group : m_groups)
        group.last = group.files.read();
    m_loop = std::jthread([this](const std::stop_token& stop) { controlLoop(stop); });
}

void CgroupSandbox::controlLoop(const std::stop_token& stop)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    const auto window = std::chrono::duration_cast<Nanoseconds>(kWindow * m_limits.dilation.factor);
    Nanoseconds last = monotonicNow();
    Nanoseconds nextLook = last + m_trace.interval();
    Nanoseconds nextCorrection = last + window;
    while (true) {
        std::unique_lock lock(mutex);
        const Nanoseconds next = m_groups.empty() ? nextLook : std::min(nextLook, nextCorrection);
        wake.wait_until(lock, stop, std::chrono::steady_clock::time_point(next), [] { return false; });
        if (stop.stop_requested())
            return;
        const Nanoseconds now = monotonicNow();
        if (now >= nextLook) {
            takeDown(m_whole.read(), now);
            // On the beat, so that looks and corrections share their wake-ups; after a hold-up from now on.
            nextLook = std::max(nextLook + m_trace.interval(), now + m_trace.interval() / 2);
        }
        if (now < nextCorrection)
            continue;
        for (std::size_t i = 0; i < std::min(m_groups.size(), kMostCorrectedGroups); ++i)
            correct(m_groups[i], now - last);
        last = now;
        nextCorrection = std::max(nextCorrection + window, now + window / 2);
    }
}

void CgroupSandbox::takeDown(const CgroupCpu& cpu, Nanoseconds now)
{
    m_trace.add({now, cpu.used - m_atBegin.used, cpu.throttled - m_atBegin.throttled});
}

void CgroupSandbox::correct(Controlled& group, Nanoseconds wall)
{
    const CgroupCpu now = group.files.read();
    const QuotaWindow window{wall, now.used - group.last.used, now.periods - group.last.periods,
                             now.throttledPeriods - group.last.throttledPeriods};
    group.last = now;
    if (const auto factor = group.correction.update(window))
        static_cast<void>(writeQuota(group, quotaFor(m_limits, group.share, *factor)));
}

void CgroupSandbox::stopControl()
{
    if (!m_loop.joinable())
        return;
    m_loop.request_stop();
    m_loop.join();
}

void CgroupSandbox::release()
{
    stopControl();
    // The parts first: on v1 a part may not have more than the whole.
    for (auto group = m_groups.rbegin(); group != m_groups.rend(); ++group)
        static_cast<void>(m_dialect->setQuota(group->folder, m_limits.period, std::nullopt));
    m_groups.clear();
}

SandboxUsage CgroupSandbox::finish()
{
    stopControl();
    for (const Controlled& group : m_groups)
        if (group.last.throttledPeriods > 0)
            learnedFactors().learn(group.share, group.correction.learnedFactor());
    const CgroupCpu cpu = m_whole.read();
    takeDown(cpu, monotonicNow());
    const CgroupMemory memory = m_dialect->memory(m_mark);
    SandboxUsage usage;
    usage.cpuTime = cpu.used - m_atBegin.used;
    usage.throttled = cpu.throttled - m_atBegin.throttled;
    usage.periods = cpu.periods - m_atBegin.periods;
    usage.throttledPeriods = cpu.throttledPeriods - m_atBegin.throttledPeriods;
    usage.peakMemoryBytes = memory.peakBytes;
    usage.outOfMemory = memory.kills > 0;
    usage.trace = m_trace.trace();
    return usage;
}

} // namespace tierscope::core
