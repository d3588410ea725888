// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aws/Credentials.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QProgressBar;
class QPushButton;

namespace tierscope::ui {

class LambdaDesk;

/// Deletes a function that Tierscope has deployed, once a person has agreed. Any other is refused and stays.
class RemoveDialog final : public QDialog {
    Q_OBJECT

public:
    /// `desk` is asked while it is there.
    RemoveDialog(LambdaDesk& desk, core::AwsAccess access, QString function, QWidget* parent);
    ~RemoveDialog() override;

signals:
    void removed(const QString& function);

private:
    void submit();
    void setBusy(bool isBusy);

    QPointer<LambdaDesk> m_desk; ///< a window that goes takes it first
    core::AwsAccess m_access;
    QString m_function;
    QLabel* m_message;
    QProgressBar* m_progress;
    QPushButton* m_remove;
    bool m_isBusy = false;
};

} // namespace tierscope::ui
