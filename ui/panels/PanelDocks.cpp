// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/PanelDocks.h"

#include "ui/theme/Theme.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QMainWindow>

#include <algorithm>

namespace tierscope::ui {

namespace {

constexpr const char* kAreaProperty = "defaultArea";

QList<QDockWidget*> docksOf(const QMainWindow& window)
{
    return window.findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly);
}

Qt::DockWidgetArea defaultArea(const QDockWidget& dock)
{
    return static_cast<Qt::DockWidgetArea>(dock.property(kAreaProperty).toInt());
}

int defaultExtent(Qt::DockWidgetArea area, const QMainWindow& window)
{
    constexpr int kMostOfWindow = 5;
    return area == Qt::LeftDockWidgetArea    ? metrics::kLeftDockWidth
           : area == Qt::RightDockWidgetArea ? metrics::kRightDockWidth
                                             : std::min(metrics::kBottomDockHeight, window.height() / kMostOfWindow);
}

} // namespace

void addPanelDock(QMainWindow& window, const PanelDock& panel)
{
    auto* dock = new QDockWidget(panel.title, &window);
    dock->setObjectName(panel.objectName);
    dock->setProperty(kAreaProperty, static_cast<int>(panel.area));
    dock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable);
    auto* head = new QWidget(dock);
    head->setAttribute(Qt::WA_StyledBackground);
    auto* caption = new QLabel(panel.title.toUpper(), head);
    caption->setAccessibleName(panel.title);
    setRole(*caption, role::kCaption);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(metrics::kMargin, space::k12, metrics::kMargin, space::k12);
    row->addWidget(caption);
    row->addStretch(1);
    if (panel.actions != nullptr)
        row->addWidget(panel.actions);
    dock->setTitleBarWidget(head);
    dock->setWidget(panel.content);
    window.addDockWidget(panel.area, dock);
}

void setDefaultDocks(QMainWindow& window)
{
    QList<QDockWidget*> beside;
    QList<int> widths;
    for (QDockWidget* dock : docksOf(window)) {
        const Qt::DockWidgetArea area = defaultArea(*dock);
        dock->setFloating(false);
        window.addDockWidget(area, dock);
        dock->show();
        if (area == Qt::BottomDockWidgetArea) {
            window.resizeDocks({dock}, {defaultExtent(area, window)}, Qt::Vertical);
        } else {
            beside.append(dock);
            widths.append(defaultExtent(area, window));
        }
    }
    window.resizeDocks(beside, widths, Qt::Horizontal);
}

void dropPanelDocks(QMainWindow& window)
{
    for (QDockWidget* dock : docksOf(window)) {
        window.removeDockWidget(dock);
        delete dock;
    }
}

} // namespace tierscope::ui
