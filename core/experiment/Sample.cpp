// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/experiment/Sample.h"

namespace tierscope::core {

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
