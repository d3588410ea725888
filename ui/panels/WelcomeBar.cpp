// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/WelcomeBar.h"

#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tierscope::ui {

WelcomeBar::WelcomeBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("welcomeBar"));
    setAccessibleName(tr("First steps"));
    setAttribute(Qt::WA_StyledBackground);
    m_text->setObjectName(QStringLiteral("welcomeText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto* run = new QPushButton(tr("&Measure this computer (about 30 s)"), this);
    run->setObjectName(QStringLiteral("firstRunButton"));
    run->setToolTip(tr("Eight memory tiers, one after the other and in parallel, with a short loop as the task"));
    setRole(*run, role::kPrimary);
    connect(run, &QPushButton::clicked, this, &WelcomeBar::firstRunRequested);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::kFieldGap, metrics::kFieldGap, metrics::kFieldGap, metrics::kFieldGap);
    column->setSpacing(metrics::kGap);
    column->addWidget(m_text);
    column->addWidget(run, 0, Qt::AlignLeft);
    hide();
}

void WelcomeBar::setText(const QString& text)
{
    m_text->setText(text);
}

} // namespace tierscope::ui
