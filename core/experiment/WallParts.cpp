// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/experiment/WallParts.h"

#include <algorithm>

namespace tierscope::core {

const char* wallPartName(WallPart part)
{
    switch (part) {
    case WallPart::Compute:
        return "compute";
    case WallPart::ProcessStart:
        return "process_start";
    case WallPart::Throttled:
        return "throttled";
    case WallPart::Contention:
        return "contention";
    case WallPart::IdleSlots:
        return "idle_slots";
    case WallPart::Scheduler:
        return "scheduler";
    }
    return "";
}

const char* wallPartText(WallPart part)
{
    switch (part) {
    case WallPart::Compute:
        return "compute";
    case WallPart::ProcessStart:
        return "process start";
    case WallPart::Throttled:
        return "throttled";
    case WallPart::Contention:
        return "contention";
    case WallPart::IdleSlots:
        return "idle slots";
    case WallPart::Scheduler:
        return "scheduler";
    }
    return "";
}

WallPart Decomposition::largestLoss() const
{
    static_assert(static_cast<int>(WallPart::Compute) == 0, "the losses are what follows it");
    const auto* largest = std::max_element(seconds.begin() + 1, seconds.end());
    return static_cast<WallPart>(largest - seconds.begin());
}

} // namespace tierscope::core
