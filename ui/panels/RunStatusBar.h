// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStatusBar>

class QLabel;
class QProgressBar;

namespace tierscope::ui {

class StatusModel;

/// Progress, what runs now, how many samples, time left; at the right what limits the runs.
class RunStatusBar final : public QStatusBar {
    Q_OBJECT

public:
    explicit RunStatusBar(QWidget* parent = nullptr);
    void show(const StatusModel& status);

private:
    QProgressBar* m_progress;
    QLabel* m_activity;
    QLabel* m_samples;
    QLabel* m_timeLeft;
    QLabel* m_limiter;
};

} // namespace tierscope::ui
