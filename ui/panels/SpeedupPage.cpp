// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/SpeedupPage.h"

#include "ui/charts/ChartExport.h"
#include "ui/charts/CurveChartView.h"
#include "ui/models/SpeedupChartModel.h"
#include "ui/panels/SegmentedControl.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace tierscope::ui {

SpeedupPage::SpeedupPage(Scheme scheme, QWidget* parent)
    : QWidget(parent)
    , m_lead(new QLabel(this))
    , m_view(new SegmentedControl(
          tr("What is compared"),
          {{tr("Parallel gain"), QStringLiteral("parallelGainButton")}, {tr("Tier gain"), QStringLiteral("tierGainButton")}}, this))
    , m_chart(new CurveChartView(scheme, this))
    , m_export(new ChartExport(exported(*m_chart), this))
{
    setObjectName(QStringLiteral("speedupPage"));
    m_view->setObjectName(QStringLiteral("gainSwitch"));
    m_lead->setObjectName(QStringLiteral("speedupLead"));
    m_lead->setWordWrap(true);
    m_lead->setTextFormat(Qt::PlainText);
    setRole(*m_lead, role::kMuted);
    m_chart->setObjectName(QStringLiteral("speedupChart"));
    m_chart->setAccessibleName(tr("Speed-up chart"));
    connect(m_view, &SegmentedControl::chosen, this, &SpeedupPage::showChart);
    connect(m_export, &ChartExport::failed, this, &SpeedupPage::failed);

    auto* menu = new QMenu(this);
    m_export->addActions(*menu);
    auto* button = new QPushButton(tr("Chart"), this);
    button->setObjectName(QStringLiteral("speedupChartButton"));
    button->setAccessibleDescription(tr("Copies or saves the chart and its data"));
    button->setMenu(menu);
    auto* switches = new QHBoxLayout;
    switches->setSpacing(metrics::kGap);
    switches->addWidget(m_view);
    switches->addStretch(1);
    switches->addWidget(button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::kMargin, space::k12, metrics::kMargin, space::k12);
    column->setSpacing(space::k12);
    column->addLayout(switches);
    column->addWidget(m_lead);
    column->addWidget(m_chart, 1);
    showChart();
}

void SpeedupPage::show(const core::SpeedupAnalysis& analysis, const QString& experimentName)
{
    m_analysis = analysis;
    m_export->setName(experimentName);
    showChart();
}

void SpeedupPage::setScheme(Scheme scheme)
{
    m_chart->setScheme(scheme);
}

void SpeedupPage::showChart()
{
    const QString lead = speedupLead(m_analysis);
    m_lead->setText(lead);
    m_lead->setVisible(!lead.isEmpty());
    m_chart->setChart(makeSpeedupChart(m_analysis, m_view->current() == 1 ? SpeedupView::TierGain : SpeedupView::ParallelGain));
}

} // namespace tierscope::ui
