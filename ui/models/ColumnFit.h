// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

namespace tierscope::ui {

/// A column of a table as it asks for room, in device-independent pixels.
struct ColumnNeed {
    int width = 0;
    int rank = 0; ///< 0: always shown; of the others the highest goes first
};

/// Which columns are shown where there is so much room: all, or without as many of the less important ones as it takes. Pure.
[[nodiscard]] std::vector<bool> columnsThatFit(std::span<const ColumnNeed> columns, int room);

} // namespace tierscope::ui
