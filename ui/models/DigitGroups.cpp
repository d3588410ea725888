// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/DigitGroups.h"

#include <algorithm>

namespace tierscope::ui {

GroupedDigits groupTypedDigits(const QString& text, int caret)
{
    constexpr int kGroup = 3;
    const QLatin1Char comma(',');
    const auto isOurs = [comma](QChar character) {
        return character == comma || (character >= QLatin1Char('0') && character <= QLatin1Char('9'));
    };
    if (text.startsWith(comma) || !std::ranges::all_of(text, isOurs))
        return {text, caret};
    const QString digits = QString(text).remove(comma);
    const auto digitsBefore = QString(text.left(caret)).remove(comma).size();
    GroupedDigits grouped;
    for (qsizetype index = 0; index < digits.size(); ++index) {
        if (index > 0 && (digits.size() - index) % kGroup == 0)
            grouped.text += comma;
        grouped.text += digits[index];
        if (index + 1 == digitsBefore)
            grouped.caret = static_cast<int>(grouped.text.size());
    }
    return grouped;
}

} // namespace tierscope::ui
