// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/FieldBox.h"

#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace tierscope::ui {

FieldBox::FieldBox(const QString& label, QWidget* editor, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_hint(new QLabel(this))
    , m_problemRow(new QWidget(this))
    , m_problem(new QLabel(m_problemRow))
{
    auto* name = new QLabel(label, this);
    setRole(*name, role::kLabel);
    name->setBuddy(editor);
    if (editor->accessibleName().isEmpty())
        editor->setAccessibleName(label);

    setRole(*m_hint, role::kMuted);
    m_hint->setWordWrap(true);
    m_hint->hide();

    auto* icon = new QLabel(m_problemRow);
    icon->setPixmap(QPixmap(cautionIconPath(schemeOf(palette()))));
    icon->setFixedSize(14, 14);
    icon->setScaledContents(true);
    setRole(*m_problem, role::kProblem);
    m_problem->setWordWrap(true);
    auto* problemLayout = new QHBoxLayout(m_problemRow);
    problemLayout->setContentsMargins(0, 0, 0, 0);
    problemLayout->setSpacing(6);
    problemLayout->addWidget(icon, 0, Qt::AlignTop);
    problemLayout->addWidget(m_problem, 1);
    m_problemRow->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(name);
    column->addWidget(editor);
    column->addWidget(m_hint);
    column->addWidget(m_problemRow);
}

void FieldBox::setProblem(const QString& message, const QString& remedy)
{
    m_problem->setText(remedy.isEmpty() ? tr("%1.").arg(message) : tr("%1. %2.").arg(message, remedy));
    m_problem->setObjectName(input().objectName() + QStringLiteral("Problem"));
    input().setAccessibleDescription(m_problem->text());
    m_problemRow->show();
    if (m_hasProblem)
        return;
    m_hasProblem = true;
    m_editor->setProperty("invalid", true);
    repolish(*m_editor);
}

void FieldBox::clearProblem()
{
    if (!m_hasProblem)
        return;
    m_hasProblem = false;
    m_problemRow->hide();
    m_problem->clear();
    input().setAccessibleDescription({});
    m_editor->setProperty("invalid", false);
    repolish(*m_editor);
}

QWidget& FieldBox::input() const
{
    return m_editor->focusProxy() != nullptr ? *m_editor->focusProxy() : *m_editor;
}

QWidget* FieldBox::takeProblemRow()
{
    layout()->removeWidget(m_problemRow);
    return m_problemRow;
}

void FieldBox::setHint(const QString& hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

} // namespace tierscope::ui
