// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

namespace tierscope::ui {

/// The keys that do something, in a dialog that goes with Escape. Returns at once.
void showKeys(QWidget* parent);

/// Version, licence, and what the program is for. Returns at once.
void showAbout(QWidget* parent);

} // namespace tierscope::ui
