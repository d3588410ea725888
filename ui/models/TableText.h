// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

class QAbstractItemModel;

namespace tierscope::ui {

/// Rows of a table as spreadsheets paste them: the headers of these columns, then a line a row, cells apart by tabs. Tabs and line ends
/// inside a cell become blanks.
[[nodiscard]] QString tableText(const QAbstractItemModel& model, const QList<int>& rows, const QList<int>& columns);

} // namespace tierscope::ui
