// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/Tokens.h"

namespace tierscope::ui {

/// What a person has chosen in the settings.
enum class ThemeChoice : std::uint8_t { System, Light, Dark };

[[nodiscard]] constexpr Scheme schemeFor(ThemeChoice choice, Scheme desktop)
{
    return choice == ThemeChoice::System ? desktop : choice == ThemeChoice::Dark ? Scheme::Dark : Scheme::Light;
}

} // namespace tierscope::ui
