// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/FindingsPanel.h"

#include "ui/panels/TermHelp.h"
#include "ui/theme/Theme.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace tierscope::ui {

namespace {

void addLabel(QVBoxLayout& column, const QString& text, const char* role, const QString& objectName, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setObjectName(objectName);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setRole(*label, role);
    column.addWidget(label);
}

} // namespace

FindingsPanel::FindingsPanel(QWidget* parent)
    : QScrollArea(parent)
{
    setObjectName(QStringLiteral("findingsPanel"));
    setAccessibleName(tr("Findings"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(metrics::kRightDockMinimum);
    rebuild();
}

void FindingsPanel::show(const std::vector<FindingCard>& cards)
{
    const auto isSame = [](const FindingCard& left, const FindingCard& right) {
        return left.caption == right.caption && left.figure == right.figure && left.reason == right.reason;
    };
    if (m_isAnswered && std::ranges::equal(cards, m_cards, isSame))
        return;
    m_isAnswered = true;
    m_cards = cards;
    rebuild();
}

void FindingsPanel::focusInEvent(QFocusEvent* event)
{
    QScrollArea::focusInEvent(event);
    showFocus();
}

void FindingsPanel::focusOutEvent(QFocusEvent* event)
{
    QScrollArea::focusOutEvent(event);
    showFocus();
}

/// The frame of a scroll area would move what it holds; this one lies inside.
void FindingsPanel::showFocus()
{
    widget()->setProperty("focused", hasFocus());
    repolish(*widget());
}

void FindingsPanel::rebuild()
{
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("findingsContent"));
    content->setAttribute(Qt::WA_StyledBackground);
    content->setProperty("focused", hasFocus());
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(metrics::kMargin, 0, metrics::kMargin, metrics::kMargin);
    m_column->setSpacing(space::k4);
    if (m_isAnswered && m_cards.empty())
        addLabel(
            *m_column,
            tr("Nothing is measured yet. Press Run: the fastest tier, the cheapest and the break-even stand here with the first samples."),
            role::kMuted, QStringLiteral("findingNone"), content);
    for (std::size_t index = 0; index < m_cards.size(); ++index) {
        if (index > 0) {
            m_column->addSpacing(metrics::kFieldGap);
            auto* rule = new QWidget(content);
            rule->setFixedHeight(space::kHair);
            rule->setAttribute(Qt::WA_StyledBackground);
            setRole(*rule, role::kRule);
            m_column->addWidget(rule);
            m_column->addSpacing(metrics::kFieldGap);
        }
        const FindingCard& card = m_cards[index];
        const QString number = QString::number(index);
        if (card.term) {
            auto* caption = new TermHelp(*card.term, card.caption, content);
            caption->setObjectName(QStringLiteral("findingCaption") + number);
            m_column->addWidget(caption);
        } else {
            addLabel(*m_column, card.caption, role::kLabel, QStringLiteral("findingCaption") + number, content);
        }
        addLabel(*m_column, card.figure, role::kFigure, QStringLiteral("findingFigure") + number, content);
        addLabel(*m_column, card.reason, role::kMuted, QStringLiteral("findingReason") + number, content);
    }
    m_column->addStretch(1);
    setWidget(content);
}

} // namespace tierscope::ui
