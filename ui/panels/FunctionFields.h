// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aws/Credentials.h"
#include "ui/models/FormModel.h"

#include <QWidget>

#include <map>
#include <string>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace tierscope::ui {

class FieldBox;
class LambdaDesk;

/// Which function is measured: profile, region, the function itself, chosen from a list that Lambda is asked for, and what it is asked.
class FunctionFields final : public QWidget {
    Q_OBJECT

public:
    /// `desk` must outlive it.
    explicit FunctionFields(LambdaDesk& desk, QWidget* parent = nullptr);

    /// Without a signal.
    void show(const Form& form);
    void read(Form& form) const;
    [[nodiscard]] const std::map<std::string, FieldBox*>& boxes() const { return m_boxes; }
    /// The fields that are seldom needed, to be placed elsewhere.
    [[nodiscard]] QWidget* moreFields() const { return m_more; }
    /// Asks for the list of functions, unless it is of this profile, region and endpoint already.
    void look();
    /// A function that has just been made.
    void setFunction(const QString& name);

signals:
    void edited(const std::string& field);
    void deployRequested();
    void removeRequested();

private:
    void addAccess(QVBoxLayout& column);
    void addFunction(QVBoxLayout& column);
    void addContract(QVBoxLayout& column);
    void addMore();
    QComboBox* makeCombo(const QString& objectName, const char* field, const QString& placeholder);
    QPushButton* addButton(const QString& text, const QString& objectName, const QString& tip);
    [[nodiscard]] core::AwsAccess access() const;
    void lookAgain();
    void fillProfiles();
    void fillFunctions();
    void updateState();

    LambdaDesk& m_desk;
    std::map<std::string, FieldBox*> m_boxes;
    QComboBox* m_profile = nullptr;
    QComboBox* m_region = nullptr;
    QComboBox* m_function = nullptr;
    QComboBox* m_contract = nullptr;
    QLabel* m_state = nullptr;
    QWidget* m_failureRow = nullptr;
    QLabel* m_failure = nullptr;
    QWidget* m_buttons = nullptr;
    QPushButton* m_refresh = nullptr;
    QPushButton* m_remove = nullptr;
    QWidget* m_more = nullptr;
    QLineEdit* m_qualifier = nullptr;
    QLineEdit* m_endpoint = nullptr;
};

} // namespace tierscope::ui
