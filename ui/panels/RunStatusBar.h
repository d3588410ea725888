// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStatusBar>

class QLabel;
class QProgressBar;

namespace tierscope::ui {

class StatusModel;

/// Progress, what runs now, how many samples, time left; at the right what limits the runs. While a run goes on no text moves: each keeps
/// the greatest width that it has had.
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
    bool m_wasRunning = false;
};

} // namespace tierscope::ui
