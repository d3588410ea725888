// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/Observation.h"
#include "core/base/Result.h"
#include "core/store/ExperimentStore.h"

#include <string>
#include <string_view>
#include <vector>

namespace tierscope::core {

/// DESIGN 4.4: one row a counted sample, after '#' comments that say what was measured.
[[nodiscard]] std::string observationsToCsv(const ExperimentRecord& record);

/// Errors name the line and the column. An empty vcpus is taken from the tier.
[[nodiscard]] Result<std::vector<Observation>> parseObservations(std::string_view text);

/// Conditions to predict: the same columns without seconds (a seconds column is passed over), in the table's order.
[[nodiscard]] Result<std::vector<RunCondition>> parseConditions(std::string_view text);

/// The published measurements of 2021 that ship with Tierscope, as a read-only record with id 0 and its source named.
[[nodiscard]] ExperimentRecord referenceExperiment();

} // namespace tierscope::core
