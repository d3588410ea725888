// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace tierscope::ui {

struct GroupedDigits {
    QString text;
    int caret = 0;
};

/// "10000000" as "10,000,000" while it is typed. The caret stays behind the same digit. What holds anything but digits and commas is left
/// as it is.
[[nodiscard]] GroupedDigits groupTypedDigits(const QString& text, int caret);

} // namespace tierscope::ui
