// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/ExperimentPlan.h"

#include <chrono>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace tierscope::core {

/// One task, measured unlimited.
struct TaskCalibration {
    double cpuSeconds = 0;   ///< CPU time of one task
    double wallSeconds = 0;  ///< its wall time (a sleeping task has little CPU time)
    double startSeconds = 0; ///< from fork to its first instruction, and reaping
};

/// Real seconds that one planned run will take here, by the quota law and dilation.
[[nodiscard]] double estimateRunSeconds(const TaskCalibration& calibration, const PlannedRun& run, int tasks, int usableCpus);

/// Time left of an experiment: the estimate of what is left, corrected by how far finished runs of the same mode were from theirs.
class RemainingTime {
public:
    RemainingTime(std::vector<PlannedRun> plan, int tasks, int usableCpus);
    void calibrated(const TaskCalibration& calibration);
    /// A run has ended after that many real seconds.
    void finished(const PlannedRun& run, double realSeconds);
    /// None before a calibration or a first finished run.
    [[nodiscard]] std::optional<std::chrono::duration<double>> left() const;

private:
    struct ModeTime {
        double left = 0;      ///< estimated seconds of what has not run
        double estimated = 0; ///< of what has run
        double measured = 0;
        [[nodiscard]] double correction() const;
    };
    void estimateAll();
    [[nodiscard]] double estimate(const PlannedRun& run) const;

    std::vector<PlannedRun> m_left;
    int m_tasks;
    int m_usableCpus;
    TaskCalibration m_calibration;
    bool m_isCalibrated = false;
    std::map<ScheduleMode, ModeTime> m_modes;
};

} // namespace tierscope::core
