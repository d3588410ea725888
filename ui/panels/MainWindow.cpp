// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/MainWindow.h"

#include "core/experiment/Preset.h"
#include "ui/bridge/LambdaDesk.h"
#include "ui/models/Experiment.h"
#include "ui/models/FindingsModel.h"
#include "ui/panels/CentreTabs.h"
#include "ui/panels/ExperimentPanel.h"
#include "ui/panels/FindingsPanel.h"
#include "ui/panels/HeaderBar.h"
#include "ui/panels/HelpDialogs.h"
#include "ui/panels/HistoryPanel.h"
#include "ui/panels/LambdaDialogs.h"
#include "ui/panels/MessageBar.h"
#include "ui/panels/PanelDocks.h"
#include "ui/panels/RunStatusBar.h"
#include "ui/panels/SettingsMenu.h"
#include "ui/panels/WelcomeBar.h"
#include "ui/panels/WindowSettings.h"
#include "ui/theme/Theme.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QScreen>
#include <QSettings>
#include <QVBoxLayout>

#include <utility>

namespace tierscope::ui {

namespace {

/// Raised when the docks change so much that an older layout would be wrong.
constexpr int kLayoutVersion = 2;
constexpr const char* kFormKey = "form/last";

} // namespace

MainWindow::MainWindow(const WindowOptions& options, QWidget* parent)
    : QMainWindow(parent)
    , m_settings(openSettings(options.settingsPath))
    , m_chooseFile(options.chooseFile)
    , m_desktop(options.scheme)
    , m_workbench(new Workbench(options.databasePath, options.backend, options.undoTime, this))
    , m_lambda(new LambdaDesk(options.lambda, this))
    , m_exportFolder(QDir::homePath())
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Tierscope"));
    setMinimumSize(metrics::kWindowMinimumWidth, metrics::kWindowMinimumHeight);
    constexpr QSize kFrame(40, 80); // what a desktop puts around a window
    resize(QSize(metrics::kWindowWidth, metrics::kWindowHeight).boundedTo(screen()->availableSize() - kFrame));
    setDockOptions(AnimatedDocks);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    if (m_settings) {
        m_theme = readTheme(*m_settings);
        m_language = readLanguage(*m_settings);
    }
    m_translation.apply(m_language);
    applyScheme();
    connectWorkbench();
    makePanels();
    setDefaultDocks(*this);
    restoreLayout();
}

MainWindow::~MainWindow() = default;

void MainWindow::begin()
{
    m_experiment->focusFirst();
    m_workbench->begin();
    m_lambda->begin();
}

void MainWindow::makePanels()
{
    const Scheme scheme = schemeFor(m_theme, m_desktop);
    m_header = new HeaderBar(scheme, this);
    m_message = new MessageBar(scheme, this);
    m_experiment =
        new ExperimentPanel([this](const core::Workload& workload) { return m_workbench->calibration(workload); }, *m_lambda, this);
    m_views = new CentreTabs(scheme, this);
    m_findings = new FindingsPanel(this);
    m_history = new HistoryPanel(m_workbench->history(), this);
    m_status = new RunStatusBar(this);
    addPanels();
    connectPanels();
    connectHistory();
    connectSettings();
    addShortcuts();
    showEverything();
}

void MainWindow::addPanels()
{
    auto* top = new QWidget(this);
    auto* topColumn = new QVBoxLayout(top);
    topColumn->setContentsMargins(0, 0, 0, 0);
    topColumn->setSpacing(0);
    topColumn->addWidget(m_header);
    topColumn->addWidget(m_message);
    setMenuWidget(top);

    setCentralWidget(m_views);
    addPanelDock(*this, {Qt::LeftDockWidgetArea, tr("Experiment"), QStringLiteral("experimentDock"), m_experiment});
    addPanelDock(*this, {Qt::RightDockWidgetArea, tr("Findings"), QStringLiteral("findingsDock"), m_findings});
    addPanelDock(*this, {Qt::BottomDockWidgetArea, tr("History"), QStringLiteral("historyDock"), m_history, m_history->actionRow()});
    setStatusBar(m_status);
}

void MainWindow::dropPanels()
{
    for (QAction* action : actions())
        delete action;
    dropPanelDocks(*this);
    delete takeCentralWidget();
    delete menuWidget();
    delete m_status;
}

/// Once: the panels that are there when a signal comes are the ones that show it.
void MainWindow::connectWorkbench()
{
    connect(m_workbench, &Workbench::experimentShown, this, [this] {
        showExperiment();
        fillForm();
    });
    connect(m_workbench, &Workbench::shownRenamed, this, &MainWindow::showName);
    connect(m_workbench, &Workbench::samplesAdded, this,
            [this](const std::vector<core::Sample>& samples) { m_views->add(m_workbench->shown(), samples); });
    connect(m_workbench, &Workbench::runLoaded, this,
            [this](int planIndex, const RunTimelinePtr& run) { m_views->showRun(planIndex, run); });
    connect(m_workbench, &Workbench::liveChanged, this, [this] { m_views->showLive(m_workbench->live()); });
    connect(m_workbench, &Workbench::findingsReady, this, &MainWindow::showAnalysis);
    connect(m_workbench, &Workbench::overlaysChanged, this,
            [this](const std::vector<ChartOverlay>& overlays) { m_views->setOverlays(overlays); });
    connect(m_workbench, &Workbench::statusChanged, this, [this] {
        m_status->show(m_workbench->status());
        m_history->select(m_workbench->shown().entry.id);
        showName();
    });
    connect(m_workbench, &Workbench::runningChanged, this, [this](bool isRunning) {
        m_header->setRunning(isRunning);
        m_history->setRunning(isRunning);
        m_experiment->refreshNote();
    });
    connect(&m_workbench->history(), &QAbstractItemModel::rowsInserted, this, &MainWindow::updateWelcome);
    connect(&m_workbench->history(), &QAbstractItemModel::rowsRemoved, this, &MainWindow::updateWelcome);
    connect(m_workbench, &Workbench::presetReady, this, [this](const std::string& presetId, const core::ExperimentSpec& spec) {
        m_experiment->setSpec(spec, presetId);
        m_header->setReady(true);
        if (!std::exchange(m_runsWhenReady, false))
            return;
        // The first run that is offered is of this computer.
        m_experiment->setBackend(core::BackendKind::Local);
        m_experiment->submit();
    });
    connect(m_workbench, &Workbench::specReady, this, [this](const core::ExperimentSpec& spec) {
        m_experiment->setSpec(spec);
        m_header->setReady(true);
    });
    connect(m_workbench, &Workbench::consentNeeded, this, [this](std::int64_t id, const core::ExperimentSpec& spec) {
        askForConsent(*m_lambda, spec, this, [this, id](const core::ExperimentSpec&) { m_workbench->resumeAgreed(id); });
    });
    connect(m_lambda, &LambdaDesk::restored, this,
            [this](const std::vector<core::RestoreOutcome>& outcomes) { m_message->showRestored(outcomes); });
    connect(m_lambda, &LambdaDesk::failed, this, [this](const core::Error& error) { m_message->showError(error); });
    connect(m_workbench, &Workbench::removalChanged, this, [this] { m_message->setRemoved(m_workbench->removedName()); });
    connect(m_workbench, &Workbench::exported, this, [this](const QString& path) { m_message->showWritten(path); });
    connect(m_workbench, &Workbench::warned, this, [this](const core::Error& error) { m_message->showWarning(error); });
    connect(m_workbench, &Workbench::failed, this, [this](const core::Error& error) { m_message->showError(error); });
    connect(m_workbench, &Workbench::settled, this, [this] {
        if (m_isClosing)
            close();
    });
}

void MainWindow::connectPanels()
{
    connect(m_header, &HeaderBar::runClicked, m_experiment, &ExperimentPanel::submit);
    connect(m_header, &HeaderBar::stopClicked, m_workbench, &Workbench::stop);
    connect(m_header, &HeaderBar::renamed, m_workbench, [this](const QString& name) {
        const std::int64_t id = m_workbench->shown().entry.id;
        if (const auto row = m_workbench->history().rowOf(id))
            m_workbench->history().setData(m_workbench->history().index(*row, HistoryModel::Name), name);
    });
    connect(m_header, &HeaderBar::exportChosen, this,
            [this](ExportFormat format) { exportExperiment(m_workbench->shown().entry.id, experimentName(m_workbench->shown()), format); });
    connect(m_message, &MessageBar::undoClicked, m_workbench, &Workbench::undoRemoval);
    connect(m_message, &MessageBar::removalAccepted, m_workbench, &Workbench::settleRemoval);
    connectFunctionDialogs(*m_lambda, *m_experiment);
    connect(m_experiment, &ExperimentPanel::presetChosen, m_workbench, &Workbench::prepare);
    connect(m_experiment, &ExperimentPanel::runRequested, this,
            [this](const core::ExperimentSpec& spec, std::optional<core::SweepGoal> goal) {
                m_message->dismissErrors();
                askForConsent(*m_lambda, spec, this, [this, goal](const core::ExperimentSpec& agreed) { m_workbench->run(agreed, goal); });
            });
    connect(m_views->welcome(), &WelcomeBar::firstRunRequested, this, [this] {
        m_runsWhenReady = true;
        m_workbench->prepare(core::kQuickLook);
    });
    connect(m_views, &CentreTabs::viewChanged, this, [this] { m_views->redraw(m_workbench->shown()); });
    connect(m_views, &CentreTabs::costChosen, this, [this] { m_workbench->setCostBasis(costBasisOf(m_views->choice().cost)); });
    connect(m_views, &CentreTabs::runWanted, m_workbench, &Workbench::loadRun);
    connect(m_views, &CentreTabs::failed, this, [this](const core::Error& error) { m_message->showError(error); });
}

void MainWindow::connectHistory()
{
    connect(m_history, &HistoryPanel::openRequested, m_workbench, &Workbench::show);
    connect(m_history, &HistoryPanel::duplicateRequested, m_workbench, &Workbench::duplicate);
    connect(m_history, &HistoryPanel::deleteRequested, m_workbench, &Workbench::remove);
    connect(m_history, &HistoryPanel::exportRequested, this, &MainWindow::exportExperiment);
    connect(m_history, &HistoryPanel::resumeRequested, this, [this](std::int64_t id) {
        m_message->dismissErrors();
        m_workbench->resume(id);
    });
}

void MainWindow::connectSettings()
{
    SettingsMenu& settings = m_header->settings();
    settings.setChoices(m_theme, m_language);
    connect(&settings, &SettingsMenu::themeChosen, this, &MainWindow::setTheme);
    // Queued: the menu that asks for it is one of the panels that go.
    connect(&settings, &SettingsMenu::languageChosen, this, &MainWindow::setLanguage, Qt::QueuedConnection);
    connect(&settings, &SettingsMenu::layoutRestoreRequested, this, [this] { setDefaultDocks(*this); });
    connect(&settings, &SettingsMenu::keysRequested, this, [this] { showKeys(this); });
    connect(&settings, &SettingsMenu::aboutRequested, this, [this] { showAbout(this); });
}

void MainWindow::addShortcuts()
{
    const auto add = [this](const QString& text, const QList<QKeySequence>& keys, auto act) {
        QAction* action = addAction(text);
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, act);
    };
    add(tr("Run"), {QKeySequence(Qt::CTRL | Qt::Key_R), QKeySequence(Qt::Key_F5)}, [this] {
        if (!m_workbench->isRunning())
            m_experiment->submit();
    });
    add(tr("Stop"), {QKeySequence(Qt::Key_Escape), QKeySequence(Qt::CTRL | Qt::Key_Period)}, [this] { m_workbench->stop(); });
    add(tr("Rename"), {QKeySequence(Qt::Key_F2)}, [this] { rename(); });
    add(tr("Export"), {QKeySequence(Qt::CTRL | Qt::Key_E)}, [this] { m_header->openExportMenu(); });
    add(tr("Undo"), {QKeySequence::Undo}, [this] { m_workbench->undoRemoval(); });
    add(tr("Keyboard"), {QKeySequence::HelpContents}, [this] { showKeys(this); });
    add(tr("Next view"), {QKeySequence(Qt::CTRL | Qt::Key_PageDown)}, [this] { m_views->step(1); });
    add(tr("Previous view"), {QKeySequence(Qt::CTRL | Qt::Key_PageUp)}, [this] { m_views->step(-1); });
    add(tr("Quit"), {QKeySequence::Quit}, [this] { close(); });
}

void MainWindow::rename()
{
    const QWidget* focus = QApplication::focusWidget();
    if (focus != nullptr && m_history->isAncestorOf(focus))
        m_history->rename();
    else
        m_header->editName();
}

void MainWindow::showEverything()
{
    m_views->setOverlays(m_workbench->overlays());
    showExperiment();
    // What is shown may still be analysed.
    if (!m_workbench->findings().empty() || m_workbench->shown().samples.empty())
        showAnalysis();
    m_header->setRunning(m_workbench->isRunning());
    m_history->setRunning(m_workbench->isRunning());
    m_status->show(m_workbench->status());
}

void MainWindow::showAnalysis()
{
    const Analysis& analysis = m_workbench->analysis();
    m_findings->show(makeFindingCards(analysis.findings, analysis.model.get(), analysis.sweep ? &*analysis.sweep : nullptr));
    m_views->showAnalysis(m_workbench->shown(), analysis.speedup, analysis.summary);
    m_views->setModel(analysis.model);
}

void MainWindow::showExperiment()
{
    const core::ExperimentRecord& record = m_workbench->shown();
    showName();
    m_views->show(record);
    m_views->showLive(m_workbench->live());
    updateWelcome();
    m_history->select(record.entry.id);
}

/// The first minutes last until there is an experiment of one's own.
void MainWindow::updateWelcome()
{
    m_views->setWelcome(m_workbench->history().rowCount() == 1 && m_workbench->shown().readOnly);
}

void MainWindow::showName()
{
    const core::ExperimentRecord& record = m_workbench->shown();
    // The reference is others'; and what has just begun has no place in the database yet.
    m_header->setExperiment(experimentName(record), record.entry.id == HistoryModel::kReferenceId);
}

void MainWindow::fillForm()
{
    const core::ExperimentRecord& record = m_workbench->shown();
    // The first form is ready to run: what stood there last, else the experiment that is shown, or where that cannot be run here, a quick
    // one.
    const bool isRemembered = m_isFirstForm && m_settings && m_experiment->restoreState(m_settings->value(kFormKey).toByteArray());
    if (isRemembered) {
        m_header->setReady(true);
    } else if (!record.readOnly) {
        m_experiment->setSpec(record.spec);
        m_header->setReady(true);
    } else if (m_isFirstForm) {
        m_workbench->prepare(core::kQuickLook);
    }
    m_isFirstForm = false;
}

void MainWindow::exportExperiment(std::int64_t id, const QString& name, ExportFormat format)
{
    const QString suggestion = QDir(m_exportFolder).filePath(exportFileName(name, format));
    m_chooseFile(this, suggestion, [this, id, format](const QString& path) {
        if (path.isEmpty())
            return;
        m_exportFolder = QFileInfo(path).path();
        m_workbench->exportTo(id, format, path);
    });
}

void MainWindow::setDesktopScheme(Scheme scheme)
{
    m_desktop = scheme;
    applyScheme();
}

void MainWindow::setTheme(ThemeChoice choice)
{
    m_theme = choice;
    if (m_settings)
        writeTheme(*m_settings, choice);
    applyScheme();
    m_header->settings().setChoices(m_theme, m_language);
}

void MainWindow::applyScheme()
{
    const Scheme scheme = schemeFor(m_theme, m_desktop);
    if (schemeOf(QApplication::palette()) == scheme && hasTheme())
        return;
    applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), scheme);
    if (m_header == nullptr)
        return;
    m_header->setScheme(scheme);
    m_message->setScheme(scheme);
    m_views->setScheme(scheme);
}

void MainWindow::setLanguage(LanguageChoice choice)
{
    m_language = choice;
    if (m_settings)
        writeLanguage(*m_settings, choice);
    const QByteArray docks = saveState(kLayoutVersion);
    const QByteArray form = m_experiment->saveState();
    const CentreTabs::Choice views = m_views->choice();
    const Messages messages = m_message->messages();
    const bool isReady = m_header->isReady();
    const QString focus = QApplication::focusWidget() != nullptr ? QApplication::focusWidget()->objectName() : QString();

    setUpdatesEnabled(false);
    dropPanels();
    m_translation.apply(choice);
    makePanels();
    m_views->setChoice(views);
    m_views->redraw(m_workbench->shown());
    m_experiment->restoreState(form);
    m_message->setMessages(messages);
    m_header->setReady(isReady);
    restoreState(docks, kLayoutVersion);
    if (auto* widget = focus.isEmpty() ? nullptr : findChild<QWidget*>(focus))
        widget->setFocus(Qt::OtherFocusReason);
    setUpdatesEnabled(true);
}

void MainWindow::restoreLayout()
{
    if (!m_settings)
        return;
    restoreGeometry(m_settings->value(QStringLiteral("window/geometry")).toByteArray());
    restoreState(m_settings->value(QStringLiteral("window/docks")).toByteArray(), kLayoutVersion);
    m_views->setChoice(readViews(*m_settings));
    m_exportFolder = m_settings->value(QStringLiteral("export/folder"), m_exportFolder).toString();
}

void MainWindow::saveLayout()
{
    if (!m_settings)
        return;
    m_settings->setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_settings->setValue(QStringLiteral("window/docks"), saveState(kLayoutVersion));
    writeViews(*m_settings, m_views->choice());
    m_settings->setValue(QStringLiteral("export/folder"), m_exportFolder);
    // Not a form that has never been filled.
    if (m_header->isReady())
        m_settings->setValue(kFormKey, m_experiment->saveState());
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    saveLayout();
    if (!m_isClosing) {
        m_isClosing = true;
        m_workbench->settle();
        if (!m_workbench->isSettled()) {
            event->ignore();
            return;
        }
    }
    QMainWindow::closeEvent(event);
}

} // namespace tierscope::ui
