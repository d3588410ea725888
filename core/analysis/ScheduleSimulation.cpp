// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/ScheduleSimulation.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <limits>

namespace tierscope::core {

namespace {

/// CPU bandwidth is handed to a CPU in slices of this much (sched_cfs_bandwidth_slice_us: kernel documentation, scheduler/sched-bwc): a
/// quota of less lets only one vCPU run at a time, however many processes are ready.
constexpr double kSliceSeconds = 0.005;
/// However much a polling parent takes, this part of the quota is left to work.
constexpr double kLeastForWork = 0.05;
constexpr double kNever = std::numeric_limits<double>::infinity();
/// Relative rounding of sums of thousands of steps.
constexpr double kTolerance = 1e-12;

/// How fast each of the runnable processes goes.
struct Pace {
    double cpu = 0;  ///< CPU time per wall time of one process
    double work = 0; ///< what of it is progress
};

Pace paceOf(const SchedulePhysics& physics, int runnable, bool hasFirstQuota, double pollShare)
{
    const double available = hasFirstQuota ? physics.vcpus : std::max(physics.share - pollShare, physics.share * kLeastForWork);
    Pace pace;
    pace.cpu = std::min(1.0, std::min<double>(available, physics.vcpus) / runnable);
    const double slices = std::max(1.0, physics.share * physics.periodSeconds / kSliceSeconds);
    const double busy = std::min({static_cast<double>(runnable), static_cast<double>(physics.vcpus), slices});
    pace.work = pace.cpu / (1 + physics.contention * (busy - 1));
    return pace;
}

/// Children are equal and equally fast, so that they finish in the order in which they began: each needs only the mark on a common
/// clock of progress at which it is done.
class Simulation {
public:
    Simulation(const SchedulePhysics& physics, ScheduleMode mode, int cap, int tasks)
        : m_physics(physics)
        , m_isPool(mode == ScheduleMode::Pool)
        , m_cap(cap)
        , m_tasksLeft(tasks)
        , m_firstQuota(physics.firstQuotaSeconds)
    {}

    double run()
    {
        startNext();
        while (m_isStarting || !m_running.empty() || !m_waiting.empty())
            step();
        return m_now;
    }

private:
    void startNext()
    {
        m_isStarting = m_tasksLeft > 0 && m_alive < m_cap;
        if (!m_isStarting)
            return;
        ++m_alive;
        --m_tasksLeft;
        m_parentWork = m_physics.parentStartSeconds;
    }

    /// Mostly at the end; a pool's next task may overtake a child that is still being started.
    void beginTask(double startWork)
    {
        const double mark = m_progress + startWork + m_physics.taskCpuSeconds;
        auto place = m_running.end();
        while (place != m_running.begin() && *std::prev(place) > mark)
            --place;
        m_running.insert(place, mark);
    }

    void endTask()
    {
        if (m_isPool && m_tasksLeft > 0) {
            --m_tasksLeft;
            beginTask(0);
            return;
        }
        --m_alive;
        if (!m_isStarting)
            startNext();
    }

    void step()
    {
        const int runnable = static_cast<int>(m_running.size()) + (m_isStarting ? 1 : 0);
        const Pace pace = runnable == 0 ? Pace{} : paceOf(m_physics, runnable, m_firstQuota > 0, m_isStarting ? 0 : m_physics.pollShare);
        const double untilStarted = m_isStarting ? m_parentWork / pace.work : kNever;
        const double untilTaskDone = m_running.empty() ? kNever : std::max(0.0, m_running.front() - m_progress) / pace.work;
        const double untilWaited = m_waiting.empty() ? kNever : std::max(0.0, m_waiting.front() - m_now);
        const double untilQuota = m_firstQuota > 0 && runnable > 0 ? m_firstQuota / (pace.cpu * runnable) : kNever;
        const double elapsed = std::min({untilStarted, untilTaskDone, untilWaited, untilQuota});

        m_now += elapsed;
        m_progress += elapsed * pace.work;
        m_firstQuota = elapsed < untilQuota ? m_firstQuota - elapsed * pace.cpu * runnable : 0;
        if (m_isStarting) {
            m_parentWork -= elapsed * pace.work;
            if (elapsed >= untilStarted * (1 - kTolerance)) {
                beginTask(m_physics.childStartSeconds);
                startNext();
            }
        }
        finishTasks();
    }

    void finishTasks()
    {
        const double reached = m_progress * (1 + kTolerance);
        while (!m_running.empty() && m_running.front() <= reached) {
            m_running.pop_front();
            if (m_physics.waitSeconds > 0)
                m_waiting.push_back(m_now + m_physics.waitSeconds);
            else
                endTask();
        }
        while (!m_waiting.empty() && m_waiting.front() <= m_now * (1 + kTolerance)) {
            m_waiting.pop_front();
            endTask();
        }
    }

    const SchedulePhysics& m_physics;
    bool m_isPool;
    int m_cap;
    int m_tasksLeft;
    int m_alive = 0;
    bool m_isStarting = false;
    double m_parentWork = 0;
    double m_firstQuota;
    double m_now = 0;
    double m_progress = 0;        ///< work that a process which ran all the time would have done
    std::deque<double> m_running; ///< marks of m_progress, ascending
    std::deque<double> m_waiting; ///< times, ascending
};

double sequentialSeconds(const SchedulePhysics& physics, int tasks)
{
    const double work = tasks * physics.taskCpuSeconds;
    const double atFullSpeed = std::min(work, physics.firstQuotaSeconds);
    return atFullSpeed + (work - atFullSpeed) / std::min(1.0, physics.share) + tasks * physics.waitSeconds;
}

} // namespace

double simulateMakespan(const SchedulePhysics& physics, ScheduleMode mode, int cap, int tasks)
{
    if (mode == ScheduleMode::Sequential)
        return sequentialSeconds(physics, tasks);
    return Simulation(physics, mode, cap, tasks).run();
}

} // namespace tierscope::core
