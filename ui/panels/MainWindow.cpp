// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/MainWindow.h"

#include "ui/models/Experiment.h"
#include "ui/models/Wording.h"
#include "ui/panels/ExperimentPanel.h"
#include "ui/panels/FindingsPanel.h"
#include "ui/panels/HeaderBar.h"
#include "ui/panels/HistoryPanel.h"
#include "ui/panels/MessageBar.h"
#include "ui/panels/RunStatusBar.h"
#include "ui/panels/RuntimePage.h"
#include "ui/panels/SamplePage.h"
#include "ui/panels/WelcomeBar.h"
#include "ui/theme/Theme.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QLabel>
#include <QScreen>
#include <QSettings>
#include <QTabWidget>
#include <QVBoxLayout>

#include <utility>

namespace tierscope::ui {

namespace {

/// Raised when the docks change so much that an older layout would be wrong.
constexpr int kLayoutVersion = 1;
constexpr const char* kQuickLook = "quick-look";

std::unique_ptr<QSettings> openSettings(const QString& path)
{
    return path.isEmpty() ? nullptr : std::make_unique<QSettings>(path, QSettings::IniFormat);
}

} // namespace

MainWindow::MainWindow(const WindowOptions& options, QWidget* parent)
    : QMainWindow(parent)
    , m_settings(openSettings(options.settingsPath))
    , m_workbench(new Workbench(options.databasePath, options.backend, this))
    , m_header(new HeaderBar(this))
    , m_message(new MessageBar(this))
    , m_experiment(new ExperimentPanel([this](const core::Workload& workload) { return m_workbench->calibration(workload); }, this))
    , m_runtime(new RuntimePage(options.scheme, this))
    , m_samples(new SamplePage(this))
    , m_findings(new FindingsPanel(this))
    , m_history(new HistoryPanel(m_workbench->history(), this))
    , m_status(new RunStatusBar(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Tierscope"));
    setMinimumSize(900, 600);
    constexpr QSize kFrame(40, 80); // what a desktop puts around a window
    resize(QSize(1440, 900).boundedTo(screen()->availableSize() - kFrame));
    buildFrame();
    connectWorkbench();
    connectPanels();
    addShortcuts();
    restoreLayout();
    m_status->show(m_workbench->status());
}

MainWindow::~MainWindow() = default;

void MainWindow::begin()
{
    m_workbench->begin();
}

void MainWindow::buildFrame()
{
    auto* top = new QWidget(this);
    auto* topColumn = new QVBoxLayout(top);
    topColumn->setContentsMargins(0, 0, 0, 0);
    topColumn->setSpacing(0);
    topColumn->addWidget(m_header);
    topColumn->addWidget(m_message);
    setMenuWidget(top);

    auto* tabs = new QTabWidget(this);
    tabs->setObjectName(QStringLiteral("centreTabs"));
    tabs->setDocumentMode(true);
    tabs->addTab(m_runtime, tr("Runtime"));
    tabs->addTab(m_samples, tr("Table"));
    setCentralWidget(tabs);

    setDockOptions(AnimatedDocks);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    constexpr int kLeftWidth = 296;
    constexpr int kRightWidth = 272;
    constexpr int kBottomHeight = 190;
    auto* left = addDock(Qt::LeftDockWidgetArea, tr("Experiment"), QStringLiteral("experimentDock"), m_experiment, nullptr);
    auto* right = addDock(Qt::RightDockWidgetArea, tr("Findings"), QStringLiteral("findingsDock"), m_findings, nullptr);
    auto* bottom = addDock(Qt::BottomDockWidgetArea, tr("History"), QStringLiteral("historyDock"), m_history, m_history->actions());
    resizeDocks({left, right}, {kLeftWidth, kRightWidth}, Qt::Horizontal);
    resizeDocks({bottom}, {kBottomHeight}, Qt::Vertical);
    setStatusBar(m_status);
}

QDockWidget* MainWindow::addDock(Qt::DockWidgetArea area, const QString& title, const QString& objectName, QWidget* content,
                                 QWidget* actions)
{
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(objectName);
    dock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable);
    auto* head = new QWidget(dock);
    head->setAttribute(Qt::WA_StyledBackground);
    auto* caption = new QLabel(title.toUpper(), head);
    caption->setAccessibleName(title);
    setRole(*caption, role::kCaption);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(metrics::kMargin, 12, metrics::kMargin, 12);
    row->addWidget(caption);
    row->addStretch(1);
    if (actions != nullptr)
        row->addWidget(actions);
    dock->setTitleBarWidget(head);
    dock->setWidget(content);
    addDockWidget(area, dock);
    return dock;
}

void MainWindow::connectWorkbench()
{
    connect(m_workbench, &Workbench::experimentShown, this, &MainWindow::showExperiment);
    connect(m_workbench, &Workbench::samplesAdded, this, [this](const std::vector<core::Sample>& samples) {
        m_runtime->show(m_workbench->shown());
        m_samples->add(samples);
    });
    connect(m_workbench, &Workbench::findingsReady, m_findings, &FindingsPanel::show);
    connect(m_workbench, &Workbench::statusChanged, this, [this] {
        m_status->show(m_workbench->status());
        m_history->select(m_workbench->shown().entry.id);
    });
    connect(m_workbench, &Workbench::runningChanged, this, [this](bool isRunning) {
        m_header->setRunning(isRunning);
        m_history->setRunning(isRunning);
        m_experiment->refreshNote();
        if (m_isClosing && !isRunning)
            close();
    });
    connect(m_workbench, &Workbench::presetReady, this, [this](const std::string& presetId, const core::ExperimentSpec& spec) {
        m_experiment->setSpec(spec, presetId);
        m_header->setReady(true);
        if (std::exchange(m_runsWhenReady, false))
            m_experiment->submit();
    });
    connect(m_workbench, &Workbench::warned, m_message, &MessageBar::showWarning);
    connect(m_workbench, &Workbench::failed, m_message, &MessageBar::showError);
    connect(m_samples, &SamplePage::failed, m_message, &MessageBar::showError);
}

void MainWindow::connectPanels()
{
    connect(m_header, &HeaderBar::runClicked, m_experiment, &ExperimentPanel::submit);
    connect(m_header, &HeaderBar::stopClicked, m_workbench, &Workbench::stop);
    connect(m_experiment, &ExperimentPanel::presetChosen, m_workbench, &Workbench::prepare);
    connect(m_experiment, &ExperimentPanel::runRequested, this, [this](const core::ExperimentSpec& spec) {
        m_message->dismiss();
        m_workbench->run(spec);
    });
    connect(m_runtime->welcome(), &WelcomeBar::firstRunRequested, this, [this] {
        m_runsWhenReady = true;
        m_workbench->prepare(kQuickLook);
    });
    connect(m_runtime, &RuntimePage::viewChanged, this, [this] { m_runtime->show(m_workbench->shown()); });
    connect(m_history, &HistoryPanel::openRequested, m_workbench, &Workbench::show);
    connect(m_history, &HistoryPanel::resumeRequested, this, [this](std::int64_t id) {
        m_message->dismiss();
        m_workbench->resume(id);
    });
    connect(m_history, &HistoryPanel::deleteRequested, this, &MainWindow::askDelete);
}

void MainWindow::addShortcuts()
{
    addAction(tr("Run"), QKeySequence(Qt::CTRL | Qt::Key_R), this, [this] {
        if (!m_workbench->isRunning())
            m_experiment->submit();
    });
    for (const QKeySequence& keys : {QKeySequence(Qt::Key_Escape), QKeySequence(Qt::CTRL | Qt::Key_Period)})
        addAction(tr("Stop"), keys, this, [this] { m_workbench->stop(); });
    addAction(tr("Quit"), QKeySequence::Quit, this, [this] { close(); });
}

void MainWindow::restoreLayout()
{
    if (!m_settings)
        return;
    restoreGeometry(m_settings->value(QStringLiteral("window/geometry")).toByteArray());
    restoreState(m_settings->value(QStringLiteral("window/docks")).toByteArray(), kLayoutVersion);
    m_runtime->setView({m_settings->value(QStringLiteral("runtime/x")).toInt() == 1 ? RuntimeX::VcpuCount : RuntimeX::MemoryTier,
                        m_settings->value(QStringLiteral("runtime/y")).toInt() == 1 ? AxisScale::Linear : AxisScale::Log});
}

void MainWindow::showExperiment()
{
    const core::ExperimentRecord& record = m_workbench->shown();
    m_header->setExperiment(experimentName(record));
    m_runtime->show(record);
    m_runtime->setWelcome(m_workbench->history().rowCount() == 1 && record.readOnly);
    m_samples->show(record);
    m_history->select(record.entry.id);
    // The first form is ready to run: the experiment that is shown, or where that cannot be run here, a quick one.
    if (!record.readOnly) {
        m_experiment->setSpec(record.spec);
        m_header->setReady(true);
    } else if (m_isFirstForm) {
        m_workbench->prepare(kQuickLook);
    }
    m_isFirstForm = false;
}

void MainWindow::askDelete(std::int64_t id, const QString& name, int samples)
{
    m_message->ask(tr("Delete “%1” with its %2? They cannot be brought back.").arg(name, samplesText(samples)), tr("Delete"),
                   [this, id] { m_workbench->remove(id); });
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_settings) {
        m_settings->setValue(QStringLiteral("window/geometry"), saveGeometry());
        m_settings->setValue(QStringLiteral("window/docks"), saveState(kLayoutVersion));
        m_settings->setValue(QStringLiteral("runtime/x"), m_runtime->view().x == RuntimeX::VcpuCount ? 1 : 0);
        m_settings->setValue(QStringLiteral("runtime/y"), m_runtime->view().y == AxisScale::Linear ? 1 : 0);
    }
    if (m_workbench->isRunning() && !m_isClosing) {
        m_isClosing = true;
        m_workbench->stop();
        event->ignore();
        return;
    }
    QMainWindow::closeEvent(event);
}

} // namespace tierscope::ui
