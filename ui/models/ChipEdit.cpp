// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/ChipEdit.h"

#include <algorithm>
#include <utility>

namespace tierscope::ui {

namespace {

bool endsEntry(QChar character)
{
    return character.isSpace() || character == QLatin1Char(',') || character == QLatin1Char(';') || character == QChar(0x3001)
           || character == QChar(0xFF0C);
}

} // namespace

void ChipEdit::setText(const QString& text)
{
    m_entries = parseTierList(text);
    m_draft.clear();
    select(std::nullopt);
}

QString ChipEdit::text() const
{
    const QString chips = formatTierList(m_entries);
    const QString draft = m_draft.trimmed();
    if (draft.isEmpty())
        return chips;
    return chips.isEmpty() ? draft : chips + QLatin1String(", ") + draft;
}

bool ChipEdit::isUnfinished() const
{
    return isUnfinishedTier(m_draft) && std::ranges::all_of(m_entries, &TierEntry::isGood);
}

QString ChipEdit::selectedText() const
{
    return m_selected ? m_entries[static_cast<std::size_t>(*m_selected)].text : text();
}

void ChipEdit::select(std::optional<int> chip)
{
    m_isAllSelected = false;
    m_selected = chip;
}

void ChipEdit::selectAll()
{
    m_isAllSelected = true;
    m_selected.reset();
}

bool ChipEdit::walk(int step)
{
    const bool hasChanged = (m_entries.empty() || (!m_draft.isEmpty() && !m_selected)) && commit();
    // The place for typing is behind the last chip.
    const int to = std::clamp(m_selected.value_or(count()) + step, 0, count());
    select(to < count() ? std::optional(to) : std::nullopt);
    return hasChanged;
}

bool ChipEdit::type(const QString& characters)
{
    if (characters.isEmpty())
        return false;
    if (m_isAllSelected) {
        m_entries.clear();
        m_draft.clear();
    }
    select(std::nullopt);
    const bool isPasted = characters.size() > 1;
    const QChar first = characters.front();
    // A blank may stand before a unit ("1 GB"): what comes next tells.
    const bool isBeforeUnit = first.isSpace() && !m_draft.isEmpty() && m_draft.back().isDigit();
    if (!isPasted && isBeforeUnit) {
        m_draft += QLatin1Char(' ');
        return true;
    }
    if (!isPasted && endsEntry(first)) {
        commit();
        return true;
    }
    const bool isUnit = QStringLiteral("mg").contains(first, Qt::CaseInsensitive);
    if (!m_draft.isEmpty() && m_draft.back().isSpace() && !isUnit)
        commit();
    m_draft += isPasted ? characters.simplified() : characters;
    return true;
}

bool ChipEdit::commit()
{
    const QString typed = std::exchange(m_draft, {});
    if (typed.trimmed().isEmpty())
        return false;
    m_entries = addTiers(std::move(m_entries), parseTierList(typed));
    return true;
}

bool ChipEdit::remove(int chip)
{
    m_entries.erase(m_entries.begin() + chip);
    m_entries = sortTierList(std::move(m_entries)); // what could not stand beside it may now be right
    m_selected.reset();
    return true;
}

bool ChipEdit::removeSelection()
{
    if (m_selected)
        return remove(*m_selected);
    select(std::nullopt);
    m_entries.clear();
    m_draft.clear();
    return true;
}

bool ChipEdit::erase(bool isBackwards)
{
    if (m_isAllSelected)
        return removeSelection();
    if (m_selected) {
        const int chip = *m_selected;
        remove(chip);
        // The next one is at hand, so that several go one after the other.
        const int next = isBackwards ? chip - 1 : chip;
        if (next >= 0 && next < count())
            m_selected = next;
        return true;
    }
    if (!isBackwards || (m_draft.isEmpty() && m_entries.empty()))
        return false;
    if (m_draft.isEmpty())
        return remove(count() - 1);
    m_draft.chop(1);
    return true;
}

} // namespace tierscope::ui
