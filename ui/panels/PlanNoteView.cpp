// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/PlanNoteView.h"

#include "ui/panels/TermHelp.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace tierscope::ui {

PlanNoteView::PlanNoteView(QWidget* parent)
    : QWidget(parent)
    , m_headline(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_dilationHelp(new TermHelp(Term::Dilation, this))
{
    auto* margin = new QVBoxLayout(this);
    margin->setContentsMargins(metrics::kMargin, metrics::kGap, metrics::kMargin, metrics::kMargin);
    auto* note = new QWidget(this);
    note->setObjectName(QStringLiteral("planNote"));
    note->setAttribute(Qt::WA_StyledBackground);
    margin->addWidget(note);
    m_headline->setObjectName(QStringLiteral("planHeadline"));
    m_headline->setWordWrap(true);
    setRole(*m_headline, role::kTitle);
    m_detail->setObjectName(QStringLiteral("planDetail"));
    setRole(*m_detail, role::kMuted);
    m_detail->setWordWrap(true);
    m_dilationHelp->setObjectName(QStringLiteral("dilationTerm"));
    auto* head = new QHBoxLayout;
    head->addWidget(m_headline, 1);
    head->addWidget(m_dilationHelp);
    auto* column = new QVBoxLayout(note);
    column->setContentsMargins(space::k12, space::k8, space::k12, space::k8);
    column->setSpacing(metrics::kLabelGap);
    column->addLayout(head);
    column->addWidget(m_detail);
}

void PlanNoteView::show(const PlanNote& note)
{
    m_headline->setText(note.headline);
    m_detail->setText(note.detail);
    m_dilationHelp->setVisible(note.isDilated);
}

} // namespace tierscope::ui
