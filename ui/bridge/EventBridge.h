// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/bridge/RunUpdate.h"
#include "ui/bridge/UpdateThrottle.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <mutex>

namespace tierscope::ui {

/// The one way from an experiment's thread to the window's: collects events and hands them over in the thread that this object lives in, at
/// most 30 times a second. Nothing that has been pushed is lost while this object lives.
class EventBridge final : public QObject {
    Q_OBJECT

public:
    explicit EventBridge(QObject* parent = nullptr);

    /// From any thread; never blocks for longer than a merge.
    void push(const core::RunEvent& event);

signals:
    void delivered(const tierscope::ui::RunUpdate& update);
    void pushed(QPrivateSignal);

private:
    void wake();
    void deliver();

    std::mutex m_mutex; ///< guards the next two
    RunUpdate m_pending;
    bool m_isWakePosted = false;

    UpdateThrottle m_throttle;
    QElapsedTimer m_clock;
    QTimer m_timer;
};

} // namespace tierscope::ui
