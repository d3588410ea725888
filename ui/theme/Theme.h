// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/Tokens.h"

#include <QFont>
#include <QPalette>
#include <QString>

class QApplication;
class QWidget;

namespace tierscope::ui {

/// The look that the desktop asks for: dark when its window colour is darker than its text.
[[nodiscard]] Scheme schemeOf(const QPalette& desktop);

[[nodiscard]] QPalette makePalette(const Tokens& tokens);
/// Sizes of text follow from that of the base font.
[[nodiscard]] QString makeStyleSheet(Scheme scheme, double basePoints = 10);

/// A sans serif whose figures all have one width, so that columns of numbers compare.
[[nodiscard]] QFont baseFont(const QFont& desktop);

/// Style, font, palette and style sheet of the whole program. Call it before the first widget is made, and again for the other scheme;
/// charts and pictures, which no style sheet reaches, are told by whoever calls this.
void applyTheme(QApplication& application, Scheme scheme);
/// applyTheme has been called.
[[nodiscard]] bool hasTheme();

/// Text sizes and weights that the style sheet knows by the widget's "role".
namespace role {
inline constexpr const char* kCaption = "caption"; ///< small, spaced, muted: the head of a panel
inline constexpr const char* kLabel = "label";     ///< muted: the name of a field
inline constexpr const char* kMuted = "muted";
inline constexpr const char* kFigure = "figure"; ///< the answer, large
inline constexpr const char* kTitle = "title";
inline constexpr const char* kProblem = "problem";
inline constexpr const char* kPrimary = "primary"; ///< the one filled button
inline constexpr const char* kQuiet = "quiet";     ///< a button without a frame
inline constexpr const char* kIcon = "icon";       ///< a button that is only a picture
inline constexpr const char* kRule = "rule";       ///< a hairline
} // namespace role

/// A picture of resources/icons in the scheme's colour.
[[nodiscard]] QString iconPath(const char* name, Scheme scheme);
/// The sign that goes with every caution, in the scheme's colour.
[[nodiscard]] QString cautionIconPath(Scheme scheme);

void setRole(QWidget& widget, const char* role);

/// Asks the style sheet again after a property has changed that it selects by.
void repolish(QWidget& widget);

} // namespace tierscope::ui
