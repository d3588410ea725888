// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"
#include "core/store/ExperimentStore.h"

#include <SQLiteCpp/Database.h>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tierscope::core {

/// Inserts a sample, or replaces a failed one of the same plan index. False when a good one is there. Throws SQLite::Exception.
[[nodiscard]] bool writeSample(SQLite::Database& database, std::int64_t experimentId, const Sample& sample);

/// The samples of an experiment in plan order. Corrupt when a row cannot be meant. Throws SQLite::Exception.
[[nodiscard]] Result<std::vector<Sample>> readSamples(SQLite::Database& database, std::int64_t experimentId, SampleParts parts,
                                                      const std::string& path);

/// One of them; nothing when there is none. Otherwise as above.
[[nodiscard]] Result<std::optional<Sample>> readSampleAt(SQLite::Database& database, std::int64_t experimentId, int planIndex,
                                                         const std::string& path);

} // namespace tierscope::core
