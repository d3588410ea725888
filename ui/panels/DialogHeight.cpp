// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/DialogHeight.h"

#include <QDialog>
#include <QLayout>

#include <algorithm>

namespace tierscope::ui {

void fitHeight(QDialog& dialog)
{
    dialog.ensurePolished();
    for (QWidget* child : dialog.findChildren<QWidget*>()) {
        child->ensurePolished();
        if (child->layout() != nullptr)
            child->layout()->invalidate();
    }
    QLayout& layout = *dialog.layout();
    layout.invalidate();
    layout.activate();
    const int width = std::max(dialog.width(), layout.totalMinimumSize().width());
    const int height = layout.hasHeightForWidth() ? layout.totalHeightForWidth(width) : layout.totalSizeHint().height();
    dialog.setMinimumHeight(0);
    dialog.resize(width, height);
    dialog.setMinimumHeight(height);
}

} // namespace tierscope::ui
