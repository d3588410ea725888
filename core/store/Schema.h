// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"

#include <SQLiteCpp/Database.h>
#include <string>

namespace tierscope::core {

/// The version of FORMAT.md that this program writes.
inline constexpr int kSchemaVersion = 3;

/// Brings an open database to kSchemaVersion: makes the tables in an empty one, migrates an earlier version, refuses a later one and what
/// other programs have made (Corrupt). Throws SQLite::Exception. Any number of processes may do this at the same time.
[[nodiscard]] Result<void> prepareSchema(SQLite::Database& database, const std::string& path);

} // namespace tierscope::core
