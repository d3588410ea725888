// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/experiment/Sample.h"

#include "core/tier/TierCatalogue.h"

#include <algorithm>

namespace tierscope::core {

std::string runTitle(const Sample& sample)
{
    std::string title = tierName(sample.memory) + ' ' + scheduleModeName(sample.mode);
    if (sample.mode != ScheduleMode::Sequential)
        title += ", " + std::to_string(sample.cap) + " at once";
    if (sample.warmup)
        title += ", warm-up";
    if (sample.cold)
        title += ", cold start";
    return title;
}

const char* experimentStatusName(ExperimentStatus status)
{
    switch (status) {
    case ExperimentStatus::Running:
        return "running";
    case ExperimentStatus::Finished:
        return "finished";
    case ExperimentStatus::Cancelled:
        return "cancelled";
    case ExperimentStatus::Interrupted:
        return "interrupted";
    case ExperimentStatus::Imported:
        return "imported";
    }
    return "";
}

std::string firstProblem(const std::vector<TaskRecord>& tasks)
{
    const auto failed = std::ranges::find_if_not(tasks, &TaskRecord::isDone);
    if (failed == tasks.end())
        return {};
    const auto count = std::ranges::count_if(tasks, [](const TaskRecord& task) { return !task.isDone(); });
    return "task " + std::to_string(failed->index) + ": " + failed->error
           + (count > 1 ? " (" + std::to_string(count) + " tasks failed)" : std::string());
}

} // namespace tierscope::core
