// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/CentreTabs.h"

#include "ui/panels/RuntimePage.h"
#include "ui/panels/SamplePage.h"

#include <QTabBar>

namespace tierscope::ui {

CentreTabs::CentreTabs(Scheme scheme, QWidget* parent)
    : QTabWidget(parent)
    , m_runtime(new RuntimePage(scheme, this))
    , m_samples(new SamplePage(this))
{
    setObjectName(QStringLiteral("centreTabs"));
    setDocumentMode(true);
    tabBar()->setObjectName(QStringLiteral("centreTabBar"));
    tabBar()->setAccessibleName(tr("Views"));
    addTab(m_runtime, tr("Runtime"));
    addTab(m_samples, tr("Table"));
    connect(m_runtime, &RuntimePage::viewChanged, this, &CentreTabs::viewChanged);
    connect(m_runtime, &RuntimePage::failed, this, &CentreTabs::failed);
    connect(m_samples, &SamplePage::failed, this, &CentreTabs::failed);
}

void CentreTabs::show(const core::ExperimentRecord& record)
{
    m_runtime->show(record);
    m_samples->show(record);
}

void CentreTabs::add(const core::ExperimentRecord& record, const std::vector<core::Sample>& samples)
{
    m_runtime->show(record);
    m_samples->add(samples);
}

void CentreTabs::redraw(const core::ExperimentRecord& record)
{
    m_runtime->show(record);
}

void CentreTabs::setOverlays(const std::vector<ChartOverlay>& overlays)
{
    m_runtime->setOverlays(overlays);
}

void CentreTabs::setScheme(Scheme scheme)
{
    m_runtime->setScheme(scheme);
}

void CentreTabs::setWelcome(bool isFirst)
{
    m_runtime->setWelcome(isFirst);
}

WelcomeBar* CentreTabs::welcome() const
{
    return m_runtime->welcome();
}

void CentreTabs::step(int by)
{
    setCurrentIndex((currentIndex() + by + count()) % count());
}

CentreTabs::Choice CentreTabs::choice() const
{
    return {currentIndex(), m_runtime->view()};
}

void CentreTabs::setChoice(const Choice& choice)
{
    setCurrentIndex(choice.tab);
    m_runtime->setView(choice.runtime);
}

} // namespace tierscope::ui
