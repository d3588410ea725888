// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/bridge/Translation.h"
#include "ui/panels/CentreTabs.h"
#include "ui/theme/Appearance.h"

#include <memory>

class QSettings;

namespace tierscope::ui {

/// None for an empty path.
[[nodiscard]] std::unique_ptr<QSettings> openSettings(const QString& path);

/// What a person has chosen, in words that survive another order of the choices; whatever else stands there is "system".
[[nodiscard]] ThemeChoice readTheme(const QSettings& settings);
void writeTheme(QSettings& settings, ThemeChoice choice);
[[nodiscard]] LanguageChoice readLanguage(const QSettings& settings);
void writeLanguage(QSettings& settings, LanguageChoice choice);
[[nodiscard]] CentreTabs::Choice readViews(const QSettings& settings);
void writeViews(QSettings& settings, const CentreTabs::Choice& choice);

} // namespace tierscope::ui
