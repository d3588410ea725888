// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/bridge/Translation.h"
#include "ui/theme/Appearance.h"

#include <QActionGroup>
#include <QMenu>

namespace tierscope::ui {

/// Theme, language, layout, and what the program says about itself.
class SettingsMenu final : public QMenu {
    Q_OBJECT

public:
    explicit SettingsMenu(QWidget* parent = nullptr);

    /// What holds is ticked; without a signal.
    void setChoices(ThemeChoice theme, LanguageChoice language);

signals:
    void themeChosen(tierscope::ui::ThemeChoice choice);
    void languageChosen(tierscope::ui::LanguageChoice choice);
    void layoutRestoreRequested();
    void keysRequested();
    void aboutRequested();

private:
    QActionGroup m_themeGroup{this};
    QActionGroup m_languageGroup{this};
    QList<QAction*> m_themes;
    QList<QAction*> m_languages;
};

} // namespace tierscope::ui
