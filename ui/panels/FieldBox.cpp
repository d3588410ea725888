// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/FieldBox.h"

#include "ui/panels/TermHelp.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace tierscope::ui {

FieldBox::FieldBox(const QString& label, QWidget* editor, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_head(new QHBoxLayout)
    , m_name(new QLabel(label, this))
    , m_unit(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_problemRow(new QWidget(this))
    , m_problem(new QLabel(m_problemRow))
{
    setRole(*m_name, role::kLabel);
    m_name->setBuddy(editor);
    if (editor->accessibleName().isEmpty())
        editor->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    setRole(*m_unit, "unit");
    // Where there is no room for both, the name goes first and the form keeps its width.
    m_unit->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_unit->setAlignment(Qt::AlignRight);
    m_unit->hide();
    m_head->setSpacing(space::k8);
    m_head->addWidget(m_name);
    m_head->addWidget(m_unit, 1, Qt::AlignBottom);
    m_head->addStretch(0);

    setRole(*m_hint, role::kMuted);
    m_hint->setWordWrap(true);
    m_hint->hide();

    auto* icon = new QLabel(m_problemRow);
    icon->setPixmap(QPixmap(cautionIconPath(schemeOf(palette()))));
    icon->setFixedSize(metrics::kCautionIcon, metrics::kCautionIcon);
    icon->setScaledContents(true);
    setRole(*m_problem, role::kProblem);
    m_problem->setWordWrap(true);
    auto* problemLayout = new QHBoxLayout(m_problemRow);
    problemLayout->setContentsMargins(0, 0, 0, 0);
    problemLayout->setSpacing(space::k8);
    problemLayout->addWidget(icon, 0, Qt::AlignTop);
    problemLayout->addWidget(m_problem, 1);
    m_problemRow->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kLabelGap);
    column->addLayout(m_head);
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
    input().setAccessibleDescription(m_unit->text());
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

void FieldBox::setUnit(const QString& unit)
{
    m_unit->setText(unit);
    m_unit->setVisible(!unit.isEmpty());
    if (!m_hasProblem)
        input().setAccessibleDescription(unit);
}

void FieldBox::setTerm(Term term)
{
    auto* name = new TermHelp(term, m_name->text(), this);
    name->setObjectName(input().objectName() + QStringLiteral("Term"));
    name->setBuddy(m_editor);
    delete m_head->replaceWidget(m_name, name);
    delete m_name;
    m_name = name;
}

void FieldBox::setHint(const QString& hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

} // namespace tierscope::ui
