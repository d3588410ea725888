// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/ExperimentStore.h"

#include <QString>

#include <cstdint>

namespace tierscope::ui {

enum class ExportFormat : std::uint8_t { Csv, Json, Markdown };

/// "csv", "json", "md".
[[nodiscard]] QString exportSuffix(ExportFormat format);

/// A file name made from the experiment's, without what file systems do not take: "nightly thumbnails.csv".
[[nodiscard]] QString exportFileName(const QString& experimentName, ExportFormat format);

/// Writes the experiment through core/exchange, atomically: an earlier file of that name stays whole until the new one is. Returns the
/// path.
[[nodiscard]] core::Result<QString> writeExport(const core::ExperimentRecord& record, ExportFormat format, const QString& path);

} // namespace tierscope::ui
