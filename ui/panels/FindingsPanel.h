// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/FindingsModel.h"

#include <QScrollArea>

#include <vector>

class QVBoxLayout;

namespace tierscope::ui {

/// The answer in words: a figure and its reason, one below the other.
class FindingsPanel final : public QScrollArea {
    Q_OBJECT

public:
    explicit FindingsPanel(QWidget* parent = nullptr);

    void show(const std::vector<FindingCard>& cards);

protected:
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void rebuild();
    void showFocus();

    std::vector<FindingCard> m_cards;
    bool m_isAnswered = false; ///< until then nothing is said, not even that there is nothing
    QVBoxLayout* m_column = nullptr;
};

} // namespace tierscope::ui
