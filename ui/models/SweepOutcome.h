// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/AdaptiveSweep.h"

namespace tierscope::ui {

/// Where an adaptive sweep stands.
struct SweepOutcome {
    core::SweepGoal goal = core::SweepGoal::Fastest;
    core::SweepStep step;
};

} // namespace tierscope::ui
