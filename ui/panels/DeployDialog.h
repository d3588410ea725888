// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/bridge/LambdaService.h"

#include <QDialog>
#include <QPointer>

#include <map>
#include <set>
#include <string>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace tierscope::ui {

class FieldBox;
class LambdaDesk;

/// Makes a function of Tierscope's own, or gives one its present code. While it does, Cancel stops it, and what has been made by then
/// stays.
class DeployDialog final : public QDialog {
    Q_OBJECT

public:
    /// `desk` is asked while it is there.
    DeployDialog(LambdaDesk& desk, core::AwsAccess access, QWidget* parent);
    ~DeployDialog() override;

    void reject() override;

signals:
    /// It is ready to be measured.
    void deployed(const QString& function);

private:
    void addFields();
    [[nodiscard]] DeployForm form() const;
    void check();
    void submit();
    void receive(const core::Result<core::FunctionConfiguration>& function);
    void setBusy(bool isBusy);

    QPointer<LambdaDesk> m_desk; ///< a window that goes takes it first
    core::AwsAccess m_access;
    std::map<std::string, FieldBox*> m_boxes;
    std::set<std::string> m_touched;
    QWidget* m_fields;
    QLineEdit* m_name;
    QLineEdit* m_role;
    QComboBox* m_architecture;
    QComboBox* m_language;
    QSpinBox* m_memory;
    QLabel* m_message;
    QProgressBar* m_progress;
    QPushButton* m_deploy;
    bool m_isBusy = false;
};

} // namespace tierscope::ui
