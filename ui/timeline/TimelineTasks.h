// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/Sample.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace tierscope::ui {

/// One task as the timeline holds it: 64 bytes, of which there may be a million. Times in seconds of the tier, since the run's start.
struct TimelineTask {
    double started = 0;
    double ended = 0;
    float wait = 0;      ///< from queued to started
    float starting = -1; ///< from started to the first instruction in its process; < 0: not known
    float cpu = 0;       ///< seconds of CPU time, as measured
    std::int32_t index = 0;
    std::int32_t slot = -1; ///< -1: never started
    std::uint32_t maxRssKb = 0;
    std::uint32_t voluntarySwitches = 0;
    std::uint32_t involuntarySwitches = 0;
    std::uint32_t minorFaults = 0;
    std::uint32_t majorFaults = 0;
    core::TaskOutcome outcome = core::TaskOutcome::Done;

    [[nodiscard]] bool wasStarted() const { return slot >= 0; }
    [[nodiscard]] bool isDone() const { return outcome == core::TaskOutcome::Done; }
    [[nodiscard]] double seconds() const { return ended - started; }
};

/// The tasks of one slot in the order in which they began, side by side with running sums, so that what any stretch of time holds is a
/// difference of two of them. A slot never holds two tasks at once, so that the ends ascend too.
struct TimelineLane {
    std::vector<double> started;
    std::vector<double> ended;
    std::vector<double> busyBefore{0};          ///< seconds of all tasks before this one; one more than there are tasks, as the next two
    std::vector<double> startingBefore{0};      ///< seconds in which their processes were being started
    std::vector<std::uint32_t> failedBefore{0}; ///< how many of them failed
    std::vector<std::uint32_t> rows;            ///< where they are among the run's tasks

    [[nodiscard]] std::size_t size() const { return rows.size(); }
    [[nodiscard]] bool isFailed(std::size_t place) const { return failedBefore[place + 1] != failedBefore[place]; }
};

/// A run's tasks, in the order in which they came: rows stay what they are while tasks are added.
class TimelineTasks {
public:
    /// More slots than any run has; of a file that says otherwise the rest is in the table only.
    static constexpr int kMostLanes = 4096;

    TimelineTasks() = default;
    /// `dilation` is what times are divided by. There are at least `cap` lanes: a slot without a task tells something too.
    explicit TimelineTasks(core::Dilation dilation, int cap = 1);
    [[nodiscard]] static TimelineTasks of(const core::Sample& sample);

    void reserve(std::size_t count) { m_tasks.reserve(count); }
    void add(const core::TaskRecord& record);

    [[nodiscard]] std::size_t size() const { return m_tasks.size(); }
    [[nodiscard]] bool isEmpty() const { return m_tasks.empty(); }
    [[nodiscard]] const TimelineTask& at(std::size_t row) const { return m_tasks[row]; }
    [[nodiscard]] const std::vector<TimelineTask>& all() const { return m_tasks; }
    [[nodiscard]] const std::vector<TimelineLane>& lanes() const { return m_lanes; }
    /// Where a task is in its lane; the lane's size for one that is in none.
    [[nodiscard]] std::size_t placeOf(std::size_t row) const;
    /// Core's sentence on a task that failed; empty otherwise.
    [[nodiscard]] std::string errorOf(std::size_t row) const;
    [[nodiscard]] std::size_t failed() const { return m_failed; }
    /// Of them, how many were never started.
    [[nodiscard]] std::size_t neverStarted() const { return m_neverStarted; }
    /// Of any of them it is known how long its process took to start.
    [[nodiscard]] bool knowsStarts() const { return m_knowsStarts; }
    /// The one that ran longest, the first of equals; none where no task was started.
    [[nodiscard]] const TimelineTask* longest() const { return m_longest ? &m_tasks[*m_longest] : nullptr; }
    /// When the last one ended.
    [[nodiscard]] double end() const { return m_end; }
    [[nodiscard]] double inTierTime(core::Nanoseconds measured) const;

private:
    void place(std::uint32_t row);

    double m_dilation = 1;
    double m_end = 0;
    std::size_t m_failed = 0;
    std::size_t m_neverStarted = 0;
    bool m_knowsStarts = false;
    std::optional<std::uint32_t> m_longest; ///< its row
    std::vector<TimelineTask> m_tasks;
    std::vector<TimelineLane> m_lanes;
    std::unordered_map<std::uint32_t, std::string> m_errors; ///< by row
};

} // namespace tierscope::ui
