// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/Calibration.h"
#include "core/analysis/ModelFit.h"

#include <optional>
#include <span>
#include <string>

namespace tierscope::core {

/// DESIGN 4.3, `predict`: {"parameters":{...,"fixed":[{"name","value","reason"}]},"fit":{...},"predictions":[...]}, indented, with a line
/// end. A calibration adds {"calibration":{"factor",...}}.
[[nodiscard]] std::string predictionsToJson(const FittedModel& fitted, std::span<const Prediction> predictions,
                                            const std::optional<Calibration>& calibration = {});

} // namespace tierscope::core
