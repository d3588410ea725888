// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

class QTableView;

namespace tierscope::ui {

/// A table as all of ours look: rows without a grid, selected as a whole, no row numbers, hairline under the head.
void setUpTable(QTableView& table);

} // namespace tierscope::ui
