// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/CentreTabs.h"

#include "ui/models/Experiment.h"
#include "ui/panels/CostPage.h"
#include "ui/panels/RuntimePage.h"
#include "ui/panels/SamplePage.h"
#include "ui/panels/SpeedupPage.h"
#include "ui/timeline/TimelinePage.h"

#include <QTabBar>

#include <utility>

namespace tierscope::ui {

CentreTabs::CentreTabs(Scheme scheme, QWidget* parent)
    : QTabWidget(parent)
    , m_runtime(new RuntimePage(scheme, this))
    , m_speedup(new SpeedupPage(scheme, this))
    , m_cost(new CostPage(scheme, this))
    , m_timeline(new TimelinePage(scheme, this))
    , m_samples(new SamplePage(this))
{
    setObjectName(QStringLiteral("centreTabs"));
    setDocumentMode(true);
    tabBar()->setObjectName(QStringLiteral("centreTabBar"));
    tabBar()->setAccessibleName(tr("Views"));
    addTab(m_runtime, tr("Runtime"));
    addTab(m_speedup, tr("Speed-up"));
    addTab(m_cost, tr("Cost"));
    addTab(m_timeline, tr("Timeline"));
    addTab(m_samples, tr("Table"));
    connect(m_runtime, &RuntimePage::viewChanged, this, &CentreTabs::viewChanged);
    connect(m_runtime, &RuntimePage::failed, this, &CentreTabs::failed);
    connect(m_speedup, &SpeedupPage::failed, this, &CentreTabs::failed);
    connect(m_cost, &CostPage::choiceChanged, this, &CentreTabs::costChosen);
    connect(m_cost, &CostPage::failed, this, &CentreTabs::failed);
    connect(m_timeline, &TimelinePage::runWanted, this, &CentreTabs::runWanted);
    connect(m_timeline, &TimelinePage::failed, this, &CentreTabs::failed);
    connect(m_samples, &SamplePage::failed, this, &CentreTabs::failed);
}

void CentreTabs::show(const core::ExperimentRecord& record)
{
    m_runtime->setModel(nullptr);
    m_runtime->show(record);
    m_timeline->show(record, experimentName(record));
    m_samples->show(record);
}

void CentreTabs::add(const core::ExperimentRecord& record, const std::vector<core::Sample>& samples)
{
    m_runtime->show(record);
    m_timeline->add(record);
    m_samples->add(samples);
}

void CentreTabs::showRun(int planIndex, const RunTimelinePtr& run)
{
    m_timeline->showRun(planIndex, run);
}

void CentreTabs::showLive(const RunTimelinePtr& run)
{
    m_timeline->showLive(run);
}

void CentreTabs::showAnalysis(const core::ExperimentRecord& record, const core::SpeedupAnalysis& speedup,
                              const std::vector<core::SummaryRow>& summary)
{
    const QString name = experimentName(record);
    m_speedup->show(speedup, name);
    m_cost->show(summary, record.spec.backend == core::BackendKind::Local, name);
}

void CentreTabs::setModel(std::shared_ptr<const core::ModelOverlay> model)
{
    m_runtime->setModel(std::move(model));
    emit viewChanged();
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
    m_speedup->setScheme(scheme);
    m_cost->setScheme(scheme);
    m_timeline->setScheme(scheme);
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
    return {currentIndex(), m_runtime->view(), m_cost->choice()};
}

void CentreTabs::setChoice(const Choice& choice)
{
    setCurrentIndex(choice.tab);
    m_runtime->setView(choice.runtime);
    m_cost->setChoice(choice.cost);
}

} // namespace tierscope::ui
