// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

class QDialog;

namespace tierscope::ui {

/// Makes a dialog as high as its texts have become; Qt asks labels that wrap only when the dialog is made.
void fitHeight(QDialog& dialog);

} // namespace tierscope::ui
