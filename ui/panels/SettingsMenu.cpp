// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/SettingsMenu.h"

#include <utility>

namespace tierscope::ui {

namespace {

template <typename Choice>
struct Named {
    Choice choice;
    QString text;
    QString objectName;
};

/// A menu of which one entry holds, in the order of the choices' values.
template <typename Choice, typename Chosen>
QList<QAction*> fillMenu(QMenu& menu, QActionGroup& group, const QList<Named<Choice>>& entries, Chosen chosen)
{
    QList<QAction*> actions;
    for (const Named<Choice>& entry : entries) {
        QAction* action = menu.addAction(entry.text);
        action->setObjectName(entry.objectName);
        action->setCheckable(true);
        group.addAction(action);
        QObject::connect(action, &QAction::triggered, &menu, [chosen, choice = entry.choice] { chosen(choice); });
        actions << action;
    }
    return actions;
}

} // namespace

SettingsMenu::SettingsMenu(QWidget* parent)
    : QMenu(parent)
{
    setObjectName(QStringLiteral("settingsMenu"));
    QMenu* theme = addMenu(tr("&Theme"));
    theme->setObjectName(QStringLiteral("themeMenu"));
    m_themes = fillMenu<ThemeChoice>(*theme, m_themeGroup,
                                     {{ThemeChoice::System, tr("As the &system"), QStringLiteral("themeSystem")},
                                      {ThemeChoice::Light, tr("&Light"), QStringLiteral("themeLight")},
                                      {ThemeChoice::Dark, tr("&Dark"), QStringLiteral("themeDark")}},
                                     [this](ThemeChoice choice) { emit themeChosen(choice); });
    QMenu* language = addMenu(tr("&Language"));
    language->setObjectName(QStringLiteral("languageMenu"));
    // A language is called by its own name, so that whoever cannot read the present one finds it.
    m_languages = fillMenu<LanguageChoice>(*language, m_languageGroup,
                                           {{LanguageChoice::System, tr("As the &system"), QStringLiteral("languageSystem")},
                                            {LanguageChoice::English, QStringLiteral("English"), QStringLiteral("languageEnglish")},
                                            {LanguageChoice::Japanese, QStringLiteral("日本語"), QStringLiteral("languageJapanese")}},
                                           [this](LanguageChoice choice) { emit languageChosen(choice); });
    addSeparator();
    const auto add = [this](const QString& text, const QString& objectName, auto signal) {
        QAction* action = addAction(text);
        action->setObjectName(objectName);
        connect(action, &QAction::triggered, this, signal);
    };
    add(tr("&Restore default layout"), QStringLiteral("restoreLayoutAction"), &SettingsMenu::layoutRestoreRequested);
    addSeparator();
    add(tr("&Keyboard"), QStringLiteral("keysAction"), &SettingsMenu::keysRequested);
    add(tr("&About Tierscope"), QStringLiteral("aboutAction"), &SettingsMenu::aboutRequested);
}

void SettingsMenu::setChoices(ThemeChoice theme, LanguageChoice language)
{
    m_themes.at(static_cast<int>(theme))->setChecked(true);
    m_languages.at(static_cast<int>(language))->setChecked(true);
}

} // namespace tierscope::ui
