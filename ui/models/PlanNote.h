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
    QString detail;   ///< how many runs, how the time is known, and what is dilated
    bool isDilated = false;
};

/// `spec` must be valid. Pure.
[[nodiscard]] PlanNote makePlanNote(const core::ExperimentSpec& spec, int usableCpus,
                                    const std::optional<core::TaskCalibration>& calibration);

/// CPU seconds of one iteration of the busy loop on this computer, told by how core has sized the Quick look preset (Preset.h: all of it
/// takes about 30 s here). None for a spec that is no busy loop. Pure.
[[nodiscard]] std::optional<double> quickLookIterationSeconds(const core::ExperimentSpec& quickLook, int usableCpus);

} // namespace tierscope::ui
