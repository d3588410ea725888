// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/bridge/LambdaService.h"
#include "ui/bridge/Translation.h"
#include "ui/bridge/Workbench.h"
#include "ui/panels/FileChooser.h"
#include "ui/theme/Appearance.h"

#include <QMainWindow>

#include <memory>
#include <string>

class QSettings;

namespace tierscope::ui {

class CentreTabs;
class ExperimentPanel;
class FindingsPanel;
class HeaderBar;
class HistoryPanel;
class LambdaDesk;
class MessageBar;
class RunStatusBar;

struct WindowOptions {
    std::string databasePath;
    BackendFactory backend;
    LambdaServices lambda;         ///< without them the AWS page has no list and no dialogs
    Scheme scheme = Scheme::Light; ///< the desktop's
    QString settingsPath;          ///< an INI file where settings and layout are remembered; empty: they are not
    std::chrono::milliseconds undoTime = Workbench::kUndoTime;
    FileChooser chooseFile = chooseFileToSave;
};

/// Puts the panels together and connects them with the workbench; what they do, they and it know. For another language the panels are made
/// anew around the same workbench, so that a run goes on; what a person has typed, chosen and moved is carried over.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(const WindowOptions& options, QWidget* parent = nullptr);
    ~MainWindow() override;
    MainWindow(const MainWindow&) = delete;
    MainWindow& operator=(const MainWindow&) = delete;

    /// Asks the database what there is. Call it once, after show().
    void begin();

    void setDesktopScheme(Scheme scheme);
    void setTheme(ThemeChoice choice);
    /// The panels are other objects afterwards.
    void setLanguage(LanguageChoice choice);

protected:
    /// A run is asked to stop first and a deletion settled, and the window goes when both have ended; a second close does not wait.
    void closeEvent(QCloseEvent* event) override;

private:
    void makePanels();
    void dropPanels();
    void addPanels();
    void connectWorkbench();
    void connectPanels();
    void connectHistory();
    void connectSettings();
    void addShortcuts();
    void showEverything();
    void showAnalysis();
    void showExperiment();
    void showName();
    void updateWelcome();
    void fillForm();
    void rename();
    void exportExperiment(std::int64_t id, const QString& name, ExportFormat format);
    void applyScheme();
    void restoreLayout();
    void saveLayout();

    std::unique_ptr<QSettings> m_settings;
    FileChooser m_chooseFile;
    Scheme m_desktop;
    ThemeChoice m_theme = ThemeChoice::System;
    LanguageChoice m_language = LanguageChoice::System;
    Translation m_translation;
    Workbench* m_workbench;
    LambdaDesk* m_lambda;
    HeaderBar* m_header = nullptr;
    MessageBar* m_message = nullptr;
    CentreTabs* m_views = nullptr;
    ExperimentPanel* m_experiment = nullptr;
    FindingsPanel* m_findings = nullptr;
    HistoryPanel* m_history = nullptr;
    RunStatusBar* m_status = nullptr;
    QString m_exportFolder;
    bool m_isClosing = false;
    bool m_isFirstForm = true;
    bool m_runsWhenReady = false; ///< the next preset is the first run that was asked for
};

} // namespace tierscope::ui
