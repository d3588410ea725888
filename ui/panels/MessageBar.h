// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/backend/FunctionRestore.h"
#include "core/base/Error.h"
#include "ui/theme/Tokens.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;

namespace tierscope::ui {

/// What the bar says, without words of any language, so that it can be said again in another.
struct Messages {
    struct Problem {
        core::Error error;
        bool isError = true; ///< otherwise a warning
    };
    std::vector<Problem> problems;              ///< oldest first
    std::optional<QString> removed;             ///< name of an experiment that can be brought back
    std::optional<QString> written;             ///< path of a file
    std::vector<core::RestoreOutcome> restored; ///< functions that an earlier sweep had left changed
};

/// A strip under the header that says what went wrong, what was deleted or written, without stopping anyone's work. Hidden while it has
/// nothing to say.
class MessageBar final : public QWidget {
    Q_OBJECT

public:
    explicit MessageBar(Scheme scheme, QWidget* parent = nullptr);

    /// What happened, where, and what to do. Stays until it is closed or the next run begins. The same is not said twice.
    void showError(const core::Error& error);
    void showWarning(const core::Error& error);
    /// "Deleted … Undo"; nothing: it can no longer be taken back.
    void setRemoved(const std::optional<QString>& name);
    void showWritten(const QString& path);
    /// Stays until it is closed.
    void showRestored(const std::vector<core::RestoreOutcome>& outcomes);
    /// Leaves a deletion that can be taken back.
    void dismissErrors();
    void setScheme(Scheme scheme);

    [[nodiscard]] const Messages& messages() const { return m_messages; }
    void setMessages(const Messages& messages);

signals:
    void undoClicked();
    /// Closed by a person while a deletion could be taken back.
    void removalAccepted();

private:
    void add(const core::Error& error, bool isError);
    void close();
    void refresh();
    [[nodiscard]] QString text() const;

    Messages m_messages;
    QString m_said;
    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_action;
    QPushButton* m_close;
};

} // namespace tierscope::ui
