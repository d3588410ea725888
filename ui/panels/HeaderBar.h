// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/bridge/ExperimentExport.h"
#include "ui/theme/Tokens.h"

#include <QWidget>

#include <functional>

class QMenu;
class QPushButton;

namespace tierscope::ui {

class NameEdit;
class SettingsMenu;

/// The head of the window: which experiment is shown, to be renamed where it stands, and the buttons that matter.
class HeaderBar final : public QWidget {
    Q_OBJECT

public:
    explicit HeaderBar(Scheme scheme, QWidget* parent = nullptr);

    void setExperiment(const QString& name, bool isReadOnly);
    void setRunning(bool isRunning);
    /// Run waits while the first form is being made.
    void setReady(bool isReady);
    [[nodiscard]] bool isReady() const { return m_isReady; }
    void setScheme(Scheme scheme);
    void editName();
    void openExportMenu();
    [[nodiscard]] SettingsMenu& settings() const { return *m_settings; }

signals:
    void runClicked();
    void stopClicked();
    void exportChosen(tierscope::ui::ExportFormat format);
    void renamed(const QString& name);

private:
    void updateButtons();

    NameEdit* m_name;
    QPushButton* m_settingsButton;
    QPushButton* m_export;
    QPushButton* m_stop;
    QPushButton* m_run;
    SettingsMenu* m_settings;
    bool m_isRunning = false;
    bool m_isReady = false;
};

/// The entries of every export menu.
void fillExportMenu(QMenu& menu, const QString& objectNamePrefix, const std::function<void(ExportFormat)>& chosen);

} // namespace tierscope::ui
