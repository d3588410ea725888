// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/RuntimePage.h"

#include "ui/charts/ChartExport.h"
#include "ui/charts/RuntimeChartView.h"
#include "ui/models/Experiment.h"
#include "ui/panels/SegmentedControl.h"
#include "ui/panels/WelcomeBar.h"
#include "ui/theme/Theme.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
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
    , m_showModel(new QCheckBox(tr("Mode&l"), this))
    , m_modelAction(new QAction(tr("Show the model"), this))
    , m_switches(new QHBoxLayout)
    , m_chart(new RuntimeChartView(scheme, this))
    , m_export(new ChartExport(exported(*m_chart), this))
{
    m_lead->setObjectName(QStringLiteral("leadLabel"));
    m_lead->setWordWrap(true);
    m_lead->setTextFormat(Qt::PlainText);
    setRole(*m_lead, role::kMuted);
    m_x->setObjectName(QStringLiteral("xAxisSwitch"));
    m_y->setObjectName(QStringLiteral("yAxisSwitch"));
    m_showModel->setObjectName(QStringLiteral("modelCheck"));
    m_showModel->setChecked(true);
    m_modelAction->setObjectName(QStringLiteral("modelAction"));
    m_modelAction->setCheckable(true);
    m_modelAction->setChecked(true);
    connect(m_showModel, &QCheckBox::toggled, m_modelAction, &QAction::setChecked);
    connect(m_modelAction, &QAction::toggled, m_showModel, &QCheckBox::setChecked);
    connect(m_showModel, &QCheckBox::toggled, this, &RuntimePage::viewChanged);
    setModel(nullptr);

    const auto addAxis = [this](QHBoxLayout& row, const QString& name, SegmentedControl* control) {
        auto* label = new QLabel(name, this);
        setRole(*label, role::kLabel);
        row.addWidget(label);
        row.addWidget(control);
        connect(control, &SegmentedControl::chosen, this, &RuntimePage::viewChanged);
    };
    m_switches->setSpacing(metrics::kGap);
    addAxis(*m_switches, tr("X"), m_x);
    m_switches->addSpacing(metrics::kGap);
    addAxis(*m_switches, tr("Y"), m_y);
    m_switches->addStretch(1);
    m_switches->addWidget(m_showModel);
    m_switches->addSpacing(metrics::kGap);
    m_switches->addWidget(makeChartButton());
    connect(m_export, &ChartExport::failed, this, &RuntimePage::failed);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::kMargin, metrics::kFieldGap, metrics::kMargin, metrics::kFieldGap);
    column->setSpacing(metrics::kFieldGap);
    column->addLayout(m_switches);
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
    menu->addAction(m_modelAction);
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
    subject.view.showsModel = true;
    std::ranges::transform(others, std::back_inserter(subject.overlays), &ChartOverlay::id);
    if (subject.id != m_subject.id)
        m_chart->resetZoom();
    if (subject != m_subject)
        m_settled.reset();
    m_subject = std::move(subject);

    RuntimeChart chart = makeRuntimeChart(record.samples, record.spec.tiers, view(), others, m_model.get());
    // What has settled stays so when the run ends.
    const bool isRunning = record.entry.status == core::ExperimentStatus::Running;
    if ((isRunning || m_settled) && !chart.series.empty())
        settleRuntimeAxis(chart, m_settled);
    m_chart->setRuntimeChart(std::move(chart));
    m_export->setName(experimentName(record));
}

/// In a narrow window the axes go first.
void RuntimePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_showModel->setVisible(true);
    m_switches->invalidate();
    m_showModel->setVisible(m_switches->sizeHint().width() <= width() - 2 * metrics::kMargin);
}

void RuntimePage::setModel(std::shared_ptr<const core::ModelOverlay> model)
{
    m_model = std::move(model);
    m_showModel->setEnabled(m_model != nullptr);
    m_modelAction->setEnabled(m_model != nullptr);
    m_showModel->setToolTip(
        m_model != nullptr
            ? tr("What the performance model makes of these runs, with its 90 % interval")
            : tr("The model is drawn once %1 different runs at two tiers or more are measured").arg(core::kFewestConditionsForOverlay));
    m_showModel->setAccessibleDescription(m_showModel->toolTip());
}

void RuntimePage::setOverlays(std::vector<ChartOverlay> overlays)
{
    m_overlays = std::move(overlays);
    emit viewChanged();
}

RuntimeView RuntimePage::view() const
{
    return {m_x->current() == 1 ? RuntimeX::VcpuCount : RuntimeX::MemoryTier, m_y->current() == 1 ? AxisScale::Linear : AxisScale::Log,
            m_showModel->isChecked()};
}

void RuntimePage::setView(RuntimeView view)
{
    m_x->setCurrent(view.x == RuntimeX::VcpuCount ? 1 : 0);
    m_y->setCurrent(view.y == AxisScale::Linear ? 1 : 0);
    // Its caller draws anew, as with the axes.
    const QSignalBlocker blocker(m_showModel);
    m_showModel->setChecked(view.showsModel);
    m_modelAction->setChecked(view.showsModel);
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
