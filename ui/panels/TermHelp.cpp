// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/TermHelp.h"

#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace tierscope::ui {

QString termToolTip(Term term)
{
    // Rich text is what makes a tool tip wrap.
    return QStringLiteral("<p><b>%1</b></p><p>%2</p>").arg(glossaryTitle(term).toHtmlEscaped(), glossaryText(term).toHtmlEscaped());
}

TermHelp::TermHelp(Term term, QWidget* parent)
    : TermHelp(term, glossaryTitle(term), parent)
{}

TermHelp::TermHelp(Term term, const QString& text, QWidget* parent)
    : QLabel(text, parent)
    , m_term(term)
{
    setObjectName(QStringLiteral("term%1").arg(static_cast<int>(term)));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::WhatsThisCursor);
    setToolTip(explanation());
    setAccessibleDescription(glossaryText(term));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    setRole(*this, role::kLabel);
}

QString TermHelp::explanation() const
{
    return termToolTip(m_term);
}

void TermHelp::paintEvent(QPaintEvent* event)
{
    QLabel::paintEvent(event);
    QPainter painter(this);
    const Tokens& colors = tokens(schemeOf(palette()));
    const QRect words = fontMetrics().boundingRect(contentsRect(), static_cast<int>(alignment()) | Qt::TextShowMnemonic, text());
    const int y = words.bottom();
    painter.setPen(hasFocus() ? QPen(colors.accent, 1) : QPen(colors.muted, 1, Qt::DotLine));
    painter.drawLine(words.left(), y, words.right(), y);
}

void TermHelp::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F1 || event->key() == Qt::Key_Space)
        QToolTip::showText(mapToGlobal(rect().bottomLeft()), explanation(), this);
    else
        QLabel::keyPressEvent(event);
}

void TermHelp::focusInEvent(QFocusEvent* event)
{
    QLabel::focusInEvent(event);
    update();
}

void TermHelp::focusOutEvent(QFocusEvent* event)
{
    QLabel::focusOutEvent(event);
    if (QToolTip::isVisible())
        QToolTip::hideText();
    update();
}

} // namespace tierscope::ui
