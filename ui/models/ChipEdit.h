// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/TierList.h"

#include <optional>

namespace tierscope::ui {

/// Tiers as chips and, behind the last one, what is typed: what keys do to them, without a widget. Functions that edit tell whether text()
/// may have changed.
class ChipEdit {
public:
    /// parseTierList reads it. Nothing is typed or selected afterwards.
    void setText(const QString& text);
    /// The chips, and what is typed behind them.
    [[nodiscard]] QString text() const;
    [[nodiscard]] const TierList& entries() const { return m_entries; }
    [[nodiscard]] int count() const { return static_cast<int>(m_entries.size()); }
    [[nodiscard]] const QString& draft() const { return m_draft; }
    /// What is typed may become a tier with the next key, and nothing else is wrong: too early to call it wrong.
    [[nodiscard]] bool isUnfinished() const;

    /// Keys act on one chip, on all of them with what is typed, or on what is typed.
    [[nodiscard]] std::optional<int> selected() const { return m_selected; }
    [[nodiscard]] bool isAllSelected() const { return m_isAllSelected; }
    [[nodiscard]] QString selectedText() const;
    void select(std::optional<int> chip);
    void selectAll();
    /// By so many chips, to the place behind the last one at most.
    bool walk(int step);

    /// One character that a key gives, or a text that is pasted. A comma or a blank makes what is typed a chip, but for the blank before a
    /// unit ("1 GB").
    bool type(const QString& characters);
    /// What is typed becomes chips.
    bool commit();
    bool remove(int chip);
    bool removeSelection();
    /// Backspace or Delete.
    bool erase(bool isBackwards);

private:
    TierList m_entries;
    QString m_draft;
    bool m_isAllSelected = false;
    std::optional<int> m_selected;
};

} // namespace tierscope::ui
