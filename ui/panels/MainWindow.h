// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/bridge/Workbench.h"
#include "ui/theme/Tokens.h"

#include <QMainWindow>

#include <memory>
#include <string>

class QDockWidget;
class QSettings;

namespace tierscope::ui {

class ExperimentPanel;
class FindingsPanel;
class HeaderBar;
class HistoryPanel;
class MessageBar;
class RuntimePage;
class RunStatusBar;
class SamplePage;

struct WindowOptions {
    std::string databasePath;
    BackendFactory backend;
    Scheme scheme = Scheme::Light;
    QString settingsPath; ///< an INI file where the window's layout is remembered; empty: it is not
};

/// Puts the panels together and connects them with the workbench; what they do, they and it know.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(const WindowOptions& options, QWidget* parent = nullptr);
    ~MainWindow() override;
    MainWindow(const MainWindow&) = delete;
    MainWindow& operator=(const MainWindow&) = delete;

    /// Asks the database what there is. Call it once, after show().
    void begin();

protected:
    /// A run is asked to stop first, and the window goes when it has; a second close does not wait.
    void closeEvent(QCloseEvent* event) override;

private:
    void buildFrame();
    QDockWidget* addDock(Qt::DockWidgetArea area, const QString& title, const QString& objectName, QWidget* content, QWidget* actions);
    void connectWorkbench();
    void connectPanels();
    void addShortcuts();
    void restoreLayout();
    void showExperiment();
    void askDelete(std::int64_t id, const QString& name, int samples);

    std::unique_ptr<QSettings> m_settings;
    Workbench* m_workbench;
    HeaderBar* m_header;
    MessageBar* m_message;
    ExperimentPanel* m_experiment;
    RuntimePage* m_runtime;
    SamplePage* m_samples;
    FindingsPanel* m_findings;
    HistoryPanel* m_history;
    RunStatusBar* m_status;
    bool m_isClosing = false;
    bool m_isFirstForm = true;
    bool m_runsWhenReady = false; ///< the next preset is the first run that was asked for
};

} // namespace tierscope::ui
