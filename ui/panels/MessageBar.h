// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Error.h"

#include <QWidget>

#include <functional>
#include <vector>

class QLabel;
class QPushButton;

namespace tierscope::ui {

/// A strip under the header that says what went wrong, or asks, without stopping anyone's work. Hidden while it has nothing to say.
class MessageBar final : public QWidget {
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    /// What happened, where, and what to do. Stays until it is closed or the next run begins. The same sentence is not shown twice.
    void showError(const core::Error& error);
    void showWarning(const core::Error& error);
    /// A question with one answer; closing the bar is the other.
    void ask(const QString& question, const QString& action, std::function<void()> answer);
    void dismiss();

private:
    void add(const core::Error& error, bool isError);
    void showText(const QString& text);

    std::vector<QString> m_lines;
    bool m_hasError = false;
    std::function<void()> m_answer;
    QLabel* m_text;
    QPushButton* m_action;
    QPushButton* m_close;
};

} // namespace tierscope::ui
