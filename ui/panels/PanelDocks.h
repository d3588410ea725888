// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <Qt>

class QMainWindow;
class QWidget;

namespace tierscope::ui {

/// A panel beside the views.
struct PanelDock {
    Qt::DockWidgetArea area = Qt::LeftDockWidgetArea; ///< where it is by default
    QString title;
    QString objectName;         ///< what its place is remembered by
    QWidget* content = nullptr; ///< becomes the dock's
    QWidget* actions = nullptr; ///< beside the title, or none
};

/// Movable, not closable, with the title as a caption. The window owns it.
void addPanelDock(QMainWindow& window, const PanelDock& panel);

/// Every panel back at its default place and width, whatever a person has done with it.
void setDefaultDocks(QMainWindow& window);

/// Deletes the panels with their docks.
void dropPanelDocks(QMainWindow& window);

} // namespace tierscope::ui
