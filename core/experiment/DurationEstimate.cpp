// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/experiment/DurationEstimate.h"

#include "core/tier/QuotaLaw.h"

#include <algorithm>

namespace tierscope::core {

namespace {

/// Without a calibration only the runs' proportions are known; what has finished then gives the scale.
constexpr TaskCalibration kUnknownTask{1, 1, 0};

/// idealMakespan of equal tasks, in closed form: whole waves of `cap`, then what is left over; in a wave all run at one rate and end
/// together.
double equalTasksMakespan(double cpuSeconds, int tasks, int cap, CpuShare share)
{
    const auto wave = [&](int count) { return count == 0 ? 0 : cpuSeconds / std::min(1.0, share.value / count); };
    const int wholeWaves = tasks / cap;
    return wholeWaves * wave(cap) + wave(tasks % cap);
}

} // namespace

double estimateRunSeconds(const TaskCalibration& calibration, const PlannedRun& run, int tasks, int usableCpus)
{
    const TierLimits limits = tierLimits(run.memory, usableCpus);
    const bool isSequential = run.mode == ScheduleMode::Sequential;
    const int cap = isSequential ? 1 : std::max(1, run.cap);
    // A process a task pays each start from the tier's share; a pool pays it once a process.
    const double cpuSeconds = calibration.cpuSeconds + (run.mode == ScheduleMode::Parallel ? calibration.startSeconds : 0);
    const double poolStart = run.mode == ScheduleMode::Pool ? calibration.startSeconds * std::min(tasks, cap) / limits.tierShare.value : 0;
    const double computing = (equalTasksMakespan(cpuSeconds, tasks, cap, limits.tierShare) + poolStart) * limits.dilation.factor;
    // Waiting is not stretched: a task that sleeps takes its wall time however little CPU it may use.
    const int waves = (tasks + cap - 1) / cap;
    return std::max(computing, calibration.wallSeconds * waves);
}

RemainingTime::RemainingTime(std::vector<PlannedRun> plan, int tasks, int usableCpus)
    : m_left(std::move(plan))
    , m_tasks(tasks)
    , m_usableCpus(usableCpus)
    , m_calibration(kUnknownTask)
{
    estimateAll();
}

void RemainingTime::calibrated(const TaskCalibration& calibration)
{
    m_calibration = calibration;
    m_isCalibrated = true;
    estimateAll();
}

void RemainingTime::finished(const PlannedRun& run, double realSeconds)
{
    const auto found = std::find_if(m_left.begin(), m_left.end(), [&](const PlannedRun& left) { return left.planIndex == run.planIndex; });
    if (found == m_left.end())
        return;
    m_left.erase(found);
    ModeTime& mode = m_modes[run.mode];
    mode.left -= estimate(run);
    mode.estimated += estimate(run);
    mode.measured += realSeconds;
}

void RemainingTime::estimateAll()
{
    m_modes.clear();
    for (const PlannedRun& run : m_left)
        m_modes[run.mode].left += estimate(run);
}

std::optional<std::chrono::duration<double>> RemainingTime::left() const
{
    ModeTime all;
    for (const auto& [mode, time] : m_modes) {
        all.estimated += time.estimated;
        all.measured += time.measured;
    }
    if (!m_isCalibrated && all.estimated <= 0)
        return std::nullopt;
    if (m_left.empty())
        return std::chrono::duration<double>(0);
    double seconds = 0;
    // A mode that has not run yet is taken to be off as the others are.
    for (const auto& [mode, time] : m_modes)
        seconds += time.left * (time.estimated > 0 ? time.correction() : all.correction());
    return std::chrono::duration<double>(std::max(0.0, seconds));
}

double RemainingTime::ModeTime::correction() const
{
    return estimated > 0 ? measured / estimated : 1;
}

double RemainingTime::estimate(const PlannedRun& run) const
{
    return estimateRunSeconds(m_calibration, run, m_tasks, m_usableCpus);
}

} // namespace tierscope::core
