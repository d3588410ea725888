// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/CappedScheduler.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace tierscope::test {

/// What every finished schedule must satisfy, whatever its tasks did. Empty when it does; else a sentence.
inline std::string scheduleProblem(const core::ScheduleResult& result, int tasks, int cap)
{
    using core::Nanoseconds;
    if (result.tasks.size() != static_cast<std::size_t>(tasks))
        return "a task is missing or there is one too many";
    std::map<int, std::vector<const core::TaskRecord*>> bySlot;
    std::vector<std::pair<Nanoseconds, int>> edges;
    Nanoseconds longest{0};
    Nanoseconds sum{0};
    for (int index = 0; index < tasks; ++index) {
        const core::TaskRecord& task = result.tasks[static_cast<std::size_t>(index)];
        if (task.index != index)
            return "task " + std::to_string(index) + " is recorded as " + std::to_string(task.index);
        if (task.isDone() != task.error.empty())
            return "task " + std::to_string(index) + " has outcome and error that disagree: " + task.error;
        if (!task.wasStarted()) {
            if (task.outcome != core::TaskOutcome::Cancelled && task.outcome != core::TaskOutcome::TimedOut)
                return "task " + std::to_string(index) + " never started and is neither cancelled nor timed out";
            continue;
        }
        if (task.slot >= cap)
            return "slot " + std::to_string(task.slot) + " does not exist";
        if (task.ended < task.started || task.ended > result.wall)
            return "task " + std::to_string(index) + " has times outside the run";
        bySlot[task.slot].push_back(&task);
        edges.emplace_back(task.started, 1);
        edges.emplace_back(task.ended, -1);
        longest = std::max(longest, task.ended - task.started);
        sum += task.ended - task.started;
    }
    for (auto& [slot, held] : bySlot) {
        std::ranges::sort(held, {}, &core::TaskRecord::started);
        for (std::size_t i = 1; i < held.size(); ++i)
            if (held[i]->started < held[i - 1]->ended)
                return "slot " + std::to_string(slot) + " held two tasks at once";
    }
    // An end and a start at the same moment: the end came first.
    std::ranges::sort(edges);
    int running = 0;
    for (const auto& [time, change] : edges) {
        running += change;
        if (running > cap)
            return "more than " + std::to_string(cap) + " tasks ran at once";
    }
    if (result.wall < longest || result.wall < sum / cap)
        return "the makespan is below its lower bound";
    return {};
}

} // namespace tierscope::test
