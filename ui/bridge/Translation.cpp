// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/bridge/Translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>

// Q_INIT_RESOURCE declares a function of the namespace that it stands in, so this one is in none.
static void initTranslationResources()
{
    Q_INIT_RESOURCE(translations);
}

namespace tierscope::ui {

QLocale::Language languageFor(LanguageChoice choice, const QLocale& system)
{
    switch (choice) {
    case LanguageChoice::English:
        return QLocale::English;
    case LanguageChoice::Japanese:
        return QLocale::Japanese;
    case LanguageChoice::System:
        break;
    }
    const QStringList wanted = system.uiLanguages();
    return !wanted.isEmpty() && QLocale(wanted.first()).language() == QLocale::Japanese ? QLocale::Japanese : QLocale::English;
}

Translation::~Translation()
{
    remove();
}

void Translation::apply(LanguageChoice choice)
{
    initTranslationResources();
    remove();
    const QLocale system = QLocale::system();
    const QLocale::Language language = languageFor(choice, system);
    // Dates as this person's country has them, as long as that country speaks the window's language.
    QLocale::setDefault(system.language() == language ? system : QLocale(language));
    if (language == QLocale::English)
        return;
    // Qt's first: of two that know a text, the one that was installed last is asked first.
    if (m_qt.load(QLocale(language), QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_ours.load(QLocale(language), QStringLiteral("tierscope"), QStringLiteral("_"), QStringLiteral(":/tierscope/translations")))
        QCoreApplication::installTranslator(&m_ours);
}

void Translation::remove()
{
    if (QCoreApplication::instance() == nullptr)
        return;
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
}

} // namespace tierscope::ui
