// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/tier/DutyCycleSandbox.h"

#include "core/base/CpuTopology.h"
#include "core/tier/CpuTraceRecorder.h"

#include <algorithm>
#include <cmath>
#include <csignal>
#include <ctime>
#include <sys/prctl.h>

namespace tierscope::core {

namespace {

constexpr int kPeriodsPerMemoryLook = 3;
/// While processes run their CPU time is known to a tick (4 ms at 250 Hz); looking more often tells nothing new.
constexpr Nanoseconds kLook{4'000'000};

/// Without a limit there is nothing to do but to look.
constexpr Nanoseconds kCount{40'000'000};

Nanoseconds scaled(Nanoseconds time, double factor)
{
    return Nanoseconds(std::llround(static_cast<double>(time.count()) * factor));
}

void sleepUntil(Nanoseconds time)
{
    timespec until{};
    until.tv_sec = time.count() / 1'000'000'000;
    until.tv_nsec = time.count() % 1'000'000'000;
    ::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, nullptr);
}

/// One run's periods. Lives in the loop's thread.
class DutyCycle {
public:
    DutyCycle(const TierLimits& limits, pid_t runner, SandboxUsage& usage)
        : m_limits(limits)
        , m_period(limits.period)
        , m_quota(scaled(m_period, limits.appliedShare.value))
        , m_processQuota(scaled(m_period, limits.processShare.value))
        , m_tree(runner)
        , m_usage(usage)
    {
        m_tree.refresh();
        m_before = m_tree.used();
        takeDown();
    }

    void run(const std::stop_token& stop)
    {
        if (m_limits.isUnlimited())
            onlyCount(stop);
        else
            holdBack(stop);
        m_usage.cpuTime = m_tree.used();
        takeDown();
        m_usage.trace = m_trace.trace();
    }

private:
    void holdBack(const std::stop_token& stop)
    {
        Nanoseconds boundary = monotonicNow();
        while (!stop.stop_requested()) {
            boundary += m_period;
            // A loop that was held up for long does not try to live through all the periods that it missed.
            if (const Nanoseconds now = monotonicNow(); now > boundary)
                boundary = now + m_period;
            account();
            ++m_usage.periods;
            runUntilUsed(boundary);
            if (stop.stop_requested())
                break;
            sleepUntil(boundary);
        }
        m_tree.refresh();
        resumeAll();
    }

    void onlyCount(const std::stop_token& stop)
    {
        while (!stop.stop_requested()) {
            sleepUntil(monotonicNow() + kCount);
            m_tree.refresh();
            takeDownWhenDue();
        }
    }

    void takeDown() { m_trace.add({monotonicNow(), m_tree.used(), m_usage.throttled}); }

    void takeDownWhenDue()
    {
        if (m_trace.wants(monotonicNow()))
            takeDown();
    }

    /// At the boundary everything stands still or has had its whole period: what was used is known, the next budget follows.
    void account()
    {
        m_tree.refresh();
        takeDownWhenDue();
        const Nanoseconds used = m_tree.used() - m_before;
        m_before = m_tree.used();
        if (m_ranFor.count() > 0)
            m_rate = std::clamp(static_cast<double>(used.count()) / static_cast<double>(m_ranFor.count()), 0.25,
                                static_cast<double>(m_limits.cpus));
        // Unused quota is not saved up (CFS without burst), but what could not be used because this loop stopped too early is.
        m_budget = std::min(m_budget - used, m_wasHeldBack ? m_quota : Nanoseconds(0)) + m_quota;
        accountProcesses();
        if (m_usage.periods % kPeriodsPerMemoryLook == 0)
            watchMemory();
    }

    void accountProcesses()
    {
        if (m_limits.dilation.isPlain())
            return;
        std::map<pid_t, Process> processes;
        for (const TreeMember& member : m_tree.members()) {
            const auto known = m_processes.find(member.pid);
            Process process = known == m_processes.end() ? Process{member.used, Nanoseconds(0)} : known->second;
            process.budget = std::min(process.budget - (member.used - process.used), Nanoseconds(0)) + m_processQuota;
            process.used = member.used;
            processes.emplace(member.pid, process);
        }
        m_processes = std::move(processes);
    }

    void runUntilUsed(Nanoseconds boundary)
    {
        m_wasHeldBack = false;
        m_ranFor = Nanoseconds(0);
        if (m_budget.count() <= 0) {
            stopAll();
            m_wasHeldBack = true;
            ++m_usage.throttledPeriods;
            m_usage.throttled += m_period;
            return;
        }
        resumeAll();
        const Nanoseconds start = monotonicNow();
        const Nanoseconds enough = start + scaled(m_budget, 1 / m_rate);
        if (m_limits.dilation.isPlain())
            sleepUntil(std::min(enough, boundary));
        else
            runDilated(std::min(enough, boundary));
        const Nanoseconds now = monotonicNow();
        m_ranFor = now - start;
        if (enough >= boundary)
            return;
        stopAll();
        takeDownWhenDue();
        m_wasHeldBack = true;
        ++m_usage.throttledPeriods;
        m_usage.throttled += std::max(boundary - now, Nanoseconds(0));
    }

    /// Each process may have its own part of the period only.
    void runDilated(Nanoseconds until)
    {
        for (Nanoseconds now = monotonicNow(); now < until; now = monotonicNow()) {
            sleepUntil(std::min(until, now + kLook));
            m_tree.refresh();
            takeDownWhenDue();
            for (const TreeMember& member : m_tree.members()) {
                auto process = m_processes.find(member.pid);
                if (process == m_processes.end())
                    process = m_processes.emplace(member.pid, Process{Nanoseconds(0), m_processQuota}).first;
                if (member.used - process->second.used >= process->second.budget)
                    ::kill(member.pid, SIGSTOP);
            }
        }
    }

    void watchMemory()
    {
        pid_t largest = -1;
        const std::int64_t bytes = m_tree.memoryBytes(m_limits.memory.bytes(), largest);
        m_usage.peakMemoryBytes = std::max(m_usage.peakMemoryBytes, bytes);
        if (bytes <= m_limits.memory.bytes() || largest < 0)
            return;
        m_usage.outOfMemory = true;
        ::kill(largest, SIGKILL);
    }

    /// The runner is the last of the members: children that it starts meanwhile are found at the next look.
    void stopAll()
    {
        const std::vector<TreeMember>& members = m_tree.members();
        for (auto member = members.rbegin(); member != members.rend(); ++member)
            ::kill(member->pid, SIGSTOP);
        // With the runner standing still nobody new can come: those that came since the last look stop too.
        m_tree.refresh();
        for (const TreeMember& member : m_tree.members())
            ::kill(member.pid, SIGSTOP);
    }

    void resumeAll()
    {
        for (const TreeMember& member : m_tree.members())
            ::kill(member.pid, SIGCONT);
    }

    struct Process {
        Nanoseconds used{0};
        Nanoseconds budget{0};
    };

    const TierLimits& m_limits;
    Nanoseconds m_period;
    Nanoseconds m_quota;
    Nanoseconds m_processQuota;
    ProcessTreeCpu m_tree;
    SandboxUsage& m_usage;
    CpuTraceRecorder m_trace;
    Nanoseconds m_before{0};
    Nanoseconds m_budget{0};
    Nanoseconds m_ranFor{0};
    double m_rate = 1; ///< CPU time per wall time while the processes may run
    bool m_wasHeldBack = false;
    std::map<pid_t, Process> m_processes;
};

} // namespace

DutyCycleSandbox::DutyCycleSandbox(const TierLimits& limits)
    : m_limits(limits)
{
    std::vector<int> cpus = usableCpus();
    if (static_cast<std::size_t>(limits.cpus) < cpus.size()) {
        cpus.resize(static_cast<std::size_t>(limits.cpus));
        m_placement.cpus = std::move(cpus);
    }
}

DutyCycleSandbox::~DutyCycleSandbox() = default;

void DutyCycleSandbox::begin(pid_t runner)
{
    m_loop = std::jthread([this, runner](const std::stop_token& stop) { loop(stop, runner); });
}

void DutyCycleSandbox::loop(const std::stop_token& stop, pid_t runner)
{
    ::prctl(PR_SET_TIMERSLACK, 1);
    DutyCycle(m_limits, runner, m_usage).run(stop);
}

void DutyCycleSandbox::release()
{
    m_loop = std::jthread();
}

SandboxUsage DutyCycleSandbox::finish()
{
    release();
    return m_usage;
}

} // namespace tierscope::core
