// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aws/FunctionConfiguration.h"
#include "core/aws/PriceList.h"
#include "ui/models/PlanNote.h"

namespace tierscope::ui {

/// What a sweep of a function means, said before it is started: how many invocations, and as far as that is known how long they take and
/// what they cost by `prices`. `function` is what the list says of it, null where it says nothing; `region` is where it is, empty where
/// that is not known; `calibration` is of this computer. `spec` must be valid. Pure.
[[nodiscard]] PlanNote makeLambdaNote(const core::ExperimentSpec& spec, const core::FunctionConfiguration* function,
                                      const std::string& region, const std::optional<core::TaskCalibration>& calibration,
                                      const core::PriceList& prices, std::optional<core::SweepGoal> goal = std::nullopt);

} // namespace tierscope::ui
