// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/DurationEstimate.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace tierscope::core {
enum class SweepGoal : std::uint8_t;
}

namespace tierscope::ui {

/// What a run of the spec means, said before it is started.
struct PlanNote {
    QString headline; ///< "About 4 min 10 s", or the number of runs while no task has been timed
    QString detail;   ///< how many runs, how the time is known, and what is dilated
    bool isDilated = false;
};

/// `spec` must be valid. With a goal its tiers are as many as there may be. Pure.
[[nodiscard]] PlanNote makePlanNote(const core::ExperimentSpec& spec, int usableCpus,
                                    const std::optional<core::TaskCalibration>& calibration,
                                    std::optional<core::SweepGoal> goal = std::nullopt);

/// Runs that are certain, and those that there may be with the optional ones.
struct RunRange {
    int least = 0;
    int most = 0;
};
[[nodiscard]] RunRange runRange(const std::vector<core::PlannedRun>& plan);
/// What ends early: "Repeats end as soon as each median is sure to ± 5 %, at 30 at the latest." and the like; empty for none.
[[nodiscard]] QStringList endSentences(const core::ExperimentSpec& spec, const std::vector<core::PlannedRun>& plan,
                                       std::optional<core::SweepGoal> goal);

/// CPU seconds of one iteration of the busy loop on this computer, told by how core has sized the Quick look preset (Preset.h: all of it
/// takes about 30 s here). None for a spec that is no busy loop. Pure.
[[nodiscard]] std::optional<double> quickLookIterationSeconds(const core::ExperimentSpec& quickLook, int usableCpus);

} // namespace tierscope::ui
