// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/NameEdit.h"

#include "ui/theme/Theme.h"

#include <QKeyEvent>

#include <algorithm>

namespace tierscope::ui {

namespace {

constexpr int kPadding = space::k20; ///< the frame's and the cursor's, left and right together

} // namespace

NameEdit::NameEdit(QWidget* parent)
    : QLineEdit(parent)
{
    setFrame(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void NameEdit::setName(const QString& name, bool isReadOnly)
{
    const bool isAnother = name != m_name;
    if (!isAnother && isReadOnly == this->isReadOnly() && !toolTip().isEmpty())
        return;
    m_name = name;
    setReadOnly(isReadOnly);
    repolish(*this);
    setToolTip(isReadOnly ? name : tr("%1: click or F2 to rename").arg(name));
    setAccessibleDescription(name);
    // What somebody is typing was meant for the name that stood there.
    if (!hasFocus() || isReadOnly)
        showElided();
    else if (isAnother)
        setText(name);
    updateGeometry();
}

void NameEdit::edit()
{
    if (isReadOnly())
        return;
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

QSize NameEdit::sizeHint() const
{
    const int width = fontMetrics().horizontalAdvance(m_name) + kPadding;
    const bool isEdited = hasFocus() && !isReadOnly();
    return {isEdited ? std::max(width, metrics::kNameWidth) : width, QLineEdit::sizeHint().height()};
}

QSize NameEdit::minimumSizeHint() const
{
    return {metrics::kHeaderHeight, QLineEdit::minimumSizeHint().height()};
}

bool NameEdit::event(QEvent* event)
{
    // Escape is the window's key for Stop, but not while there is something to take back.
    if (event->type() == QEvent::ShortcutOverride && !isReadOnly() && text() != m_name
        && static_cast<QKeyEvent*>(event)->key()
               == Qt::Key_Escape) { // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast): by its type
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void NameEdit::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        setText(m_name);
        selectAll();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        store();
        selectAll();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void NameEdit::focusInEvent(QFocusEvent* event)
{
    setText(m_name);
    updateGeometry();
    QLineEdit::focusInEvent(event);
}

void NameEdit::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    // A menu on top of it is no leaving.
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason)
        return;
    store();
    showElided();
    updateGeometry();
}

void NameEdit::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    if (!hasFocus())
        showElided();
}

void NameEdit::store()
{
    const QString name = text().simplified();
    if (isReadOnly() || name == m_name)
        return;
    emit renamed(name);
    setText(m_name);
}

void NameEdit::showElided()
{
    setText(fontMetrics().elidedText(m_name, Qt::ElideRight, std::max(0, width() - kPadding + space::k4)));
    setCursorPosition(0);
}

} // namespace tierscope::ui
