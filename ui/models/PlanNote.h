// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/DurationEstimate.h"

#include <QString>

#include <optional>

namespace tierscope::ui {

/// What a run of the spec means, said before it is started.
struct PlanNote {
    QString headline; ///< "About 4 min 10 s", or the number of runs while no task has been timed
    QString detail;   ///< how many runs, and what is dilated
};

/// `spec` must be valid. Pure.
[[nodiscard]] PlanNote makePlanNote(const core::ExperimentSpec& spec, int usableCpus,
                                    const std::optional<core::TaskCalibration>& calibration);

} // namespace tierscope::ui
