// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;

namespace tierscope::ui {

/// The first minutes, above the chart: what the curve means, and the one button that measures this computer. Hidden at first.
class WelcomeBar final : public QWidget {
    Q_OBJECT

public:
    explicit WelcomeBar(QWidget* parent = nullptr);

    void setText(const QString& text);

signals:
    /// Run Quick look, as it is.
    void firstRunRequested();

private:
    QLabel* m_text;
};

} // namespace tierscope::ui
