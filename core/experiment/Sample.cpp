// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/experiment/Sample.h"

#include "core/tier/TierCatalogue.h"

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

} // namespace tierscope::core
