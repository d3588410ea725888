// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLocale>
#include <QTranslator>

#include <cstdint>

namespace tierscope::ui {

/// What a person has chosen in the settings.
enum class LanguageChoice : std::uint8_t { System, English, Japanese };

/// The language that the window speaks: Japanese where that is chosen or the system's first, English otherwise.
[[nodiscard]] QLocale::Language languageFor(LanguageChoice choice, const QLocale& system);

/// The translators of the program, ours and Qt's own (its dialogs; where the package qt6-translations-l10n is installed). Widgets that
/// exist keep their texts: whoever calls apply() makes them anew.
class Translation {
public:
    Translation() = default;
    ~Translation();
    Translation(const Translation&) = delete;
    Translation& operator=(const Translation&) = delete;

    /// Dates and times follow too.
    void apply(LanguageChoice choice);

private:
    void remove();

    QTranslator m_ours;
    QTranslator m_qt;
};

} // namespace tierscope::ui
