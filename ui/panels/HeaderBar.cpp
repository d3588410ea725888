// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/HeaderBar.h"

#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tierscope::ui {

HeaderBar::HeaderBar(QWidget* parent)
    : QWidget(parent)
    , m_name(new QLabel(this))
    , m_stop(new QPushButton(tr("S&top"), this))
    , m_run(new QPushButton(tr("&Run"), this))
{
    setObjectName(QStringLiteral("headerBar"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(metrics::kHeaderHeight);

    auto* product = new QLabel(QStringLiteral("Tierscope"), this);
    setRole(*product, role::kTitle);
    auto* slash = new QLabel(QStringLiteral("/"), this);
    setRole(*slash, role::kMuted);
    m_name->setObjectName(QStringLiteral("experimentName"));
    m_name->setTextFormat(Qt::PlainText);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    m_stop->setObjectName(QStringLiteral("stopButton"));
    m_stop->setToolTip(tr("Stop the run; what was measured is kept (Esc)"));
    m_run->setObjectName(QStringLiteral("runButton"));
    m_run->setToolTip(tr("Measure the experiment at the left (Ctrl+R)"));
    setRole(*m_run, role::kPrimary);
    connect(m_stop, &QPushButton::clicked, this, &HeaderBar::stopClicked);
    connect(m_run, &QPushButton::clicked, this, &HeaderBar::runClicked);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::kMargin, 0, metrics::kMargin, 0);
    row->setSpacing(metrics::kGap);
    row->addWidget(product);
    row->addWidget(slash);
    row->addWidget(m_name, 1);
    row->addWidget(m_stop);
    row->addWidget(m_run);
    updateButtons();
}

void HeaderBar::setExperiment(const QString& name)
{
    m_fullName = name;
    elideName();
}

void HeaderBar::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    updateButtons();
}

void HeaderBar::setReady(bool isReady)
{
    m_isReady = isReady;
    updateButtons();
}

void HeaderBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    elideName();
}

void HeaderBar::updateButtons()
{
    m_stop->setEnabled(m_isRunning);
    m_run->setEnabled(m_isReady && !m_isRunning);
}

void HeaderBar::elideName()
{
    m_name->setText(m_name->fontMetrics().elidedText(m_fullName, Qt::ElideRight, std::max(0, m_name->width())));
    m_name->setAccessibleName(m_fullName);
}

} // namespace tierscope::ui
