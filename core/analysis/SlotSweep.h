// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/Sample.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace tierscope::core {

// What decompose() (Decomposition.h, which has the rules) knows of the slots of a run, moment by moment.

/// A started task in the tier's seconds, within the run.
struct TaskSpan {
    double started = 0;
    double ready = 0;
    double ended = 0;
    double cpu = 0; ///< at most ended - ready
    bool isDone = false;
    [[nodiscard]] double ran() const { return ended - ready; }
};

/// What the tier has for a run.
struct TierRoom {
    double slots = 1;
    double share = 0; ///< no more than `vcpus`; infinite where it is not known
    double vcpus = 0;

    /// Slots that count while `taken` have a task.
    [[nodiscard]] double counted(int taken) const { return std::max<double>(taken, std::min(slots, share)); }
    /// CPU time per second of each of `taken` tasks, were there no quota.
    [[nodiscard]] double vcpuRate(int taken) const { return std::min(1.0, vcpus / taken); }
    [[nodiscard]] double quotaRate(int taken) const { return std::min(1.0, share / taken); }
};

/// The tasks that were started, in their order.
[[nodiscard]] std::vector<TaskSpan> taskSpans(const Sample& sample);
[[nodiscard]] TierRoom tierRoom(const Sample& sample);

/// Sums over time since the run's start. Weighted ones are in seconds of the run for one slot: a moment is divided by the slots that count.
struct SlotSums {
    double weight = 0;   ///< of one slot
    double vcpuRate = 0; ///< that a task has by the vCPUs alone, and with the quota
    double quotaRate = 0;
    SlotSums operator-(const SlotSums& other) const
    {
        return {weight - other.weight, vcpuRate - other.vcpuRate, quotaRate - other.quotaRate};
    }
};

/// Goes through the run from change to change and shares each stretch out to the slots that count in it. O(n log n).
class SlotSweep {
public:
    SlotSweep(const std::vector<TaskSpan>& spans, TierRoom room, double wallSeconds);

    /// Sums over the time that a span ran.
    [[nodiscard]] const SlotSums& running(std::size_t span) const { return m_running[span]; }
    [[nodiscard]] double starting() const { return m_starting; }
    [[nodiscard]] double idle() const { return m_idle; }
    [[nodiscard]] double scheduler() const { return m_scheduler; }
    /// Slots with a task, each as long as it had one.
    [[nodiscard]] double takenSeconds() const { return m_takenSeconds; }
    [[nodiscard]] double busySeconds() const { return m_busySeconds; } ///< any slot had one

private:
    struct Change;
    [[nodiscard]] static std::vector<Change> changesOf(const std::vector<TaskSpan>& spans);
    void goTo(double at);
    void apply(const Change& change);

    TierRoom m_room;
    double m_now = 0;
    int m_waiting;    ///< tasks to be started
    int m_taken = 0;  ///< slots with a task
    int m_begins = 0; ///< of them, whose process begins
    SlotSums m_sums;
    std::vector<SlotSums> m_running;
    double m_starting = 0;
    double m_idle = 0;
    double m_scheduler = 0;
    double m_takenSeconds = 0;
    double m_busySeconds = 0;
};

} // namespace tierscope::core
