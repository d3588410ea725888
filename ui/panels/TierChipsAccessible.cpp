// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/TierChipsAccessible.h"

#include "ui/panels/TierChips.h"

#include <QAccessibleWidget>

#include <algorithm>

namespace tierscope::ui {

namespace {

/// A line of text whose caret stands at its end: it can be read as a whole and changed by the keys that the field takes.
class TierChipsAccessible final : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit TierChipsAccessible(TierChips& chips)
        : QAccessibleWidget(&chips, QAccessible::EditableText)
        , m_chips(chips)
    {}

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? m_chips.text() : QAccessibleWidget::text(kind);
    }
    void* interface_cast(QAccessible::InterfaceType type) override // NOLINT(readability-identifier-naming): Qt's
    {
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface*>(this) : QAccessibleWidget::interface_cast(type);
    }

    void selection(int /*selectionIndex*/, int* startOffset, int* endOffset) const override { *startOffset = *endOffset = 0; }
    [[nodiscard]] int selectionCount() const override { return 0; }
    void addSelection(int /*startOffset*/, int /*endOffset*/) override {}
    void removeSelection(int /*selectionIndex*/) override {}
    void setSelection(int /*selectionIndex*/, int /*startOffset*/, int /*endOffset*/) override {}
    [[nodiscard]] int cursorPosition() const override { return characterCount(); }
    void setCursorPosition(int /*position*/) override {}
    [[nodiscard]] QString text(int startOffset, int endOffset) const override
    {
        return m_chips.text().mid(startOffset, std::max(0, endOffset - startOffset));
    }
    [[nodiscard]] int characterCount() const override { return static_cast<int>(m_chips.text().size()); }
    [[nodiscard]] QRect characterRect(int /*offset*/) const override { return rect(); }
    [[nodiscard]] int offsetAtPoint(const QPoint& /*point*/) const override { return -1; }
    void scrollToSubstring(int /*startIndex*/, int /*endIndex*/) override {}
    [[nodiscard]] QString attributes(int /*offset*/, int* startOffset, int* endOffset) const override
    {
        *startOffset = 0;
        *endOffset = characterCount();
        return {};
    }

private:
    TierChips& m_chips;
};

QAccessibleInterface* makeAccessible(const QString& /*className*/, QObject* object)
{
    auto* chips = qobject_cast<TierChips*>(object);
    return chips == nullptr ? nullptr : new TierChipsAccessible(*chips);
}

} // namespace

void installTierChipsAccessibility()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    static_cast<void>(isInstalled);
}

} // namespace tierscope::ui
