// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/bridge/RunUpdate.h"

#include <QString>

#include <optional>
#include <string>

namespace tierscope::ui {

/// How a run stands, as the status bar tells it. A value: feed it every update.
class StatusModel {
public:
    /// A run has been asked for and has not reported yet.
    void begin();
    /// A person has asked it to stop; it has not ended yet.
    void stopping();
    void apply(const RunUpdate& update);

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// 0 .. 1.
    [[nodiscard]] double progress() const;
    [[nodiscard]] int finishedRuns() const { return m_finishedRuns; }
    [[nodiscard]] int plannedRuns() const { return m_plannedRuns; }
    [[nodiscard]] int failedRuns() const { return m_failedRuns; }

    /// "3072 MB, parallel, repeat 4 of 5", "Stopping…", "Finished: 48 samples".
    [[nodiscard]] QString activity() const;
    /// "50 of 80 samples"; empty before a run has begun.
    [[nodiscard]] QString samples() const;
    /// "1 min 32 s left"; empty while it is not known.
    [[nodiscard]] QString timeLeft() const;
    /// "cgroup v2, 2 CPUs"; empty before the first run.
    [[nodiscard]] QString limiter() const;

private:
    enum class Phase : std::uint8_t { Idle, Preparing, Running, Stopping, Ended };
    [[nodiscard]] QString endedText() const;

    Phase m_phase = Phase::Idle;
    bool m_isRunning = false;
    int m_finishedRuns = 0;
    int m_plannedRuns = 0;
    int m_failedRuns = 0;
    int m_tasks = 0;
    int m_tasksEnded = 0;
    int m_repeats = 1;
    int m_warmups = 0;
    double m_secondsLeft = -1;
    std::optional<core::PlannedRun> m_current;
    std::optional<core::ExperimentEnded> m_ended;
    std::string m_limiter; ///< core's name
    int m_usableCpus = 0;
};

} // namespace tierscope::ui
