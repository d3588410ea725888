// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/RuntimePage.h"

#include "ui/charts/ChartExport.h"
#include "ui/charts/RuntimeChartView.h"
#include "ui/models/Experiment.h"
#include "ui/panels/SegmentedControl.h"
#include "ui/panels/WelcomeBar.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace tierscope::ui {

RuntimePage::RuntimePage(Scheme scheme, QWidget* parent)
    : QWidget(parent)
    , m_welcome(new WelcomeBar(this))
    , m_lead(new QLabel(this))
    , m_x(new SegmentedControl(
          tr("Horizontal axis"),
          {{tr("Memory tier"), QStringLiteral("memoryAxisButton")}, {tr("vCPU count"), QStringLiteral("vcpuAxisButton")}}, this))
    , m_y(new SegmentedControl(tr("Vertical axis"),
                               {{tr("Log"), QStringLiteral("logAxisButton")}, {tr("Linear"), QStringLiteral("linearAxisButton")}}, this))
    , m_chart(new RuntimeChartView(scheme, this))
    , m_export(new ChartExport(exported(*m_chart), this))
{
    m_lead->setObjectName(QStringLiteral("leadLabel"));
    m_lead->setWordWrap(true);
    m_lead->setTextFormat(Qt::PlainText);
    setRole(*m_lead, role::kMuted);
    m_x->setObjectName(QStringLiteral("xAxisSwitch"));
    m_y->setObjectName(QStringLiteral("yAxisSwitch"));

    const auto addAxis = [this](QHBoxLayout& row, const QString& name, SegmentedControl* control) {
        auto* label = new QLabel(name, this);
        setRole(*label, role::kLabel);
        row.addWidget(label);
        row.addWidget(control);
        connect(control, &SegmentedControl::chosen, this, &RuntimePage::viewChanged);
    };
    auto* switches = new QHBoxLayout;
    switches->setSpacing(metrics::kGap);
    addAxis(*switches, tr("X"), m_x);
    switches->addSpacing(metrics::kGap);
    addAxis(*switches, tr("Y"), m_y);
    switches->addStretch(1);
    switches->addWidget(makeChartButton());
    connect(m_export, &ChartExport::failed, this, &RuntimePage::failed);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::kMargin, metrics::kFieldGap, metrics::kMargin, metrics::kFieldGap);
    column->setSpacing(metrics::kFieldGap);
    column->addLayout(switches);
    column->addWidget(m_welcome);
    column->addWidget(m_lead);
    column->addWidget(m_chart, 1);
}

QPushButton* RuntimePage::makeChartButton()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("chartMenu"));
    m_export->addActions(*menu);
    menu->addSeparator();
    QAction* reset = menu->addAction(tr("Reset zoom"), m_chart, &RuntimeChartView::resetZoom);
    reset->setObjectName(QStringLiteral("resetZoomAction"));
    reset->setEnabled(false);
    connect(m_chart, &RuntimeChartView::zoomChanged, reset, &QAction::setEnabled);
    auto* button = new QPushButton(tr("Chart"), this);
    button->setObjectName(QStringLiteral("chartButton"));
    button->setAccessibleDescription(tr("Copies or saves the chart and its data"));
    button->setMenu(menu);
    return button;
}

void RuntimePage::show(const core::ExperimentRecord& record)
{
    m_lead->setText(leadText(record));
    if (record.readOnly)
        m_welcome->setText(welcomeText(record));
    std::vector<ChartOverlay> others;
    std::ranges::copy_if(m_overlays, std::back_inserter(others),
                         [&record](const ChartOverlay& overlay) { return overlay.id != record.entry.id; });
    Subject subject{record.entry.id, view(), {}};
    std::ranges::transform(others, std::back_inserter(subject.overlays), &ChartOverlay::id);
    if (subject.id != m_subject.id)
        m_chart->resetZoom();
    if (subject != m_subject)
        m_settled.reset();
    m_subject = std::move(subject);

    RuntimeChart chart = makeRuntimeChart(record.samples, record.spec.tiers, view(), others);
    // What has settled stays so when the run ends.
    const bool isRunning = record.entry.status == core::ExperimentStatus::Running;
    if ((isRunning || m_settled) && !chart.series.empty())
        settleRuntimeAxis(chart, m_settled);
    m_chart->setRuntimeChart(std::move(chart));
    m_export->setName(experimentName(record));
}

void RuntimePage::setOverlays(std::vector<ChartOverlay> overlays)
{
    m_overlays = std::move(overlays);
    emit viewChanged();
}

RuntimeView RuntimePage::view() const
{
    return {m_x->current() == 1 ? RuntimeX::VcpuCount : RuntimeX::MemoryTier, m_y->current() == 1 ? AxisScale::Linear : AxisScale::Log};
}

void RuntimePage::setView(RuntimeView view)
{
    m_x->setCurrent(view.x == RuntimeX::VcpuCount ? 1 : 0);
    m_y->setCurrent(view.y == AxisScale::Linear ? 1 : 0);
}

void RuntimePage::setWelcome(bool isFirst)
{
    m_welcome->setVisible(isFirst);
    m_lead->setVisible(!isFirst);
}

void RuntimePage::setScheme(Scheme scheme)
{
    m_chart->setScheme(scheme);
}

} // namespace tierscope::ui
