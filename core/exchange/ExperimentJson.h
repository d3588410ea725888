// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"
#include "core/store/ExperimentStore.h"

#include <string>

namespace tierscope::core {

inline constexpr int kExportVersion = 1; ///< "version" of the file

/// DESIGN 4.5, pretty-printed, with a final line end. memory_mb is null for an unlimited run.
[[nodiscard]] std::string experimentToJson(const ExperimentRecord& record);

} // namespace tierscope::core
