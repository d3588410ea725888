// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace tierscope::ui {

/// The head of the window: which experiment is shown, and the two buttons that matter.
class HeaderBar final : public QWidget {
    Q_OBJECT

public:
    explicit HeaderBar(QWidget* parent = nullptr);

    void setExperiment(const QString& name);
    void setRunning(bool isRunning);
    /// Run waits while the first form is being made.
    void setReady(bool isReady);

signals:
    void runClicked();
    void stopClicked();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void updateButtons();
    void elideName();

    QString m_fullName;
    QLabel* m_name;
    QPushButton* m_stop;
    QPushButton* m_run;
    bool m_isRunning = false;
    bool m_isReady = false;
};

} // namespace tierscope::ui
