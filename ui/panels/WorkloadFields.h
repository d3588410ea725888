// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/FormModel.h"

#include <QWidget>

#include <map>
#include <string>

class QLineEdit;
class QVBoxLayout;

namespace tierscope::ui {

class FieldBox;

/// The fields of one workload: a kernel's parameters, a command line, or a Python function. Only those of the chosen kind are shown.
class WorkloadFields final : public QWidget {
    Q_OBJECT

public:
    explicit WorkloadFields(QWidget* parent = nullptr);

    /// Without a signal.
    void show(const Form& form);
    /// Puts what stands in the fields into the form.
    void read(Form& form) const;
    /// The field of that name, or null when it is not one of these or not shown.
    [[nodiscard]] FieldBox* box(const std::string& field) const;
    [[nodiscard]] const std::map<std::string, FieldBox*>& boxes() const { return m_boxes; }

signals:
    /// A person has changed the field of that name.
    void edited(const std::string& field);

private:
    QLineEdit* addLine(const std::string& field, const QString& label, const QString& objectName, const QString& placeholder);
    void makeParameters(const std::string& kernel);
    [[nodiscard]] QString text(const std::string& field) const;
    void setText(const std::string& field, const QString& text);

    WorkloadKind m_kind = WorkloadKind::Kernel;
    std::string m_kernel;
    QVBoxLayout* m_column;
    std::map<std::string, FieldBox*> m_boxes;
    std::map<std::string, QLineEdit*> m_lines;
};

} // namespace tierscope::ui
