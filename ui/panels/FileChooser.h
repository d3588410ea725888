// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace tierscope::ui {

/// Asks for a file, beginning at `suggestion`, and calls `chosen` with its path, or never. Returns at once.
using FileChooser = std::function<void(QWidget* parent, const QString& suggestion, const std::function<void(const QString&)>& chosen)>;

/// A file to read; `suggestion` is a folder.
void chooseFileToOpen(QWidget* parent, const QString& suggestion, const std::function<void(const QString&)>& chosen);

/// The desktop's own dialog; it asks before a file is overwritten.
void chooseFileToSave(QWidget* parent, const QString& suggestion, const std::function<void(const QString&)>& chosen);

} // namespace tierscope::ui
