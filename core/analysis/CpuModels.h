// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/Sample.h"

#include <map>
#include <string>
#include <vector>

namespace tierscope::core {

/// How many samples ran on which CPU model, of those that say it (Lambda's own function does); by name.
[[nodiscard]] std::map<std::string, int> cpuModels(const std::vector<Sample>& samples);

/// "Measured on Intel(R) Xeon(R) (6 runs) and AMD EPYC (2 runs): …" with a line end; empty where no sample says it. Samples of different
/// models differ for another reason than their tier.
[[nodiscard]] std::string cpuModelsText(const std::vector<Sample>& samples);

} // namespace tierscope::core
