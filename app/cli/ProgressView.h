// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/RunEvent.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace tierscope::cli {

/// What the line of progress shows.
struct ProgressState {
    int finishedRuns = 0;
    int plannedRuns = 0;
    std::string what; ///< "2048 MB parallel, 2 at once"; empty before the first run
    int finishedTasks = 0;
    int tasks = 0;
    double doneFraction = 0; ///< of the time, where it is known, else of the runs
    std::optional<double> secondsLeft;
    bool isStopping = false;
};

/// One line of at most `width` columns: "[#####-----] 12/48  2048 MB parallel, 2 at once, task 7/10, 1 min 20 s left". Parts that do not
/// fit are left out from the end.
[[nodiscard]] std::string progressLine(const ProgressState& state, int width);

/// Shows an experiment's events on stderr: a line that is redrawn where stderr is a terminal, otherwise one plain line a sample. Warnings
/// and failed runs stay readable in both. Events may come from any thread.
class ProgressView {
public:
    ProgressView();
    ~ProgressView();
    ProgressView(const ProgressView&) = delete;
    ProgressView& operator=(const ProgressView&) = delete;

    void show(const core::RunEvent& event);
    /// The experiment is about to stop on request.
    void stopping();

private:
    using Clock = std::chrono::steady_clock;

    void apply(const core::RunEvent& event);
    void printLine(const std::string& line);
    void clearBar();
    void drawBar();
    void redrawUntilStopped(const std::stop_token& stop);
    [[nodiscard]] ProgressState currentState() const;

    const bool m_isLive;
    std::mutex m_mutex; ///< of everything below
    std::condition_variable_any m_wakeUp;
    ProgressState m_state;
    Clock::time_point m_started = Clock::now();
    Clock::time_point m_leftKnownAt;
    bool m_isActive = false; ///< between the experiment's first and last event
    bool m_isBarShown = false;
    std::jthread m_redraw; ///< last: it ends before what it uses
};

} // namespace tierscope::cli
