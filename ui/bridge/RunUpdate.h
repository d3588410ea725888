// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/RunEvent.h"

#include <optional>
#include <vector>

namespace tierscope::ui {

/// What has happened since the last update: events in the form that a window needs, so that a thousand cost no more than one. Every sample,
/// warning and the end are in it, and every task of the run that goes on; of the rest, the latest.
struct RunUpdate {
    std::optional<core::ExperimentStarted> started;
    std::optional<core::CalibrationFinished> calibration;
    std::optional<core::PlannedRun> current;     ///< set when another run has begun
    int tasksEnded = 0;                          ///< of the current run, since it began or since the last update
    std::vector<core::TaskStarted> tasksStarted; ///< likewise
    std::vector<core::TaskRecord> tasks;         ///< likewise, those that ended
    std::vector<core::Sample> samples;           ///< without their task records, which a store has
    std::optional<core::ProgressChanged> progress;
    std::vector<core::Error> warnings;
    std::optional<core::ExperimentEnded> ended;

    [[nodiscard]] bool isEmpty() const;
};

/// Adds one event to an update.
void merge(RunUpdate& update, const core::RunEvent& event);

} // namespace tierscope::ui
