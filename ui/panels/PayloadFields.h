// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/FormModel.h"
#include "ui/panels/FileChooser.h"

#include <QWidget>

#include <map>
#include <string>

class QPlainTextEdit;
class QVBoxLayout;

namespace tierscope::ui {

class FieldBox;

/// What a function that Tierscope knows nothing about is given: a payload that makes it work one after the other, and one that makes it
/// work at once. Those of the modes that are ticked are shown.
class PayloadFields final : public QWidget {
    Q_OBJECT

public:
    explicit PayloadFields(QWidget* parent = nullptr);

    /// Without a signal.
    void show(const Form& form);
    void read(Form& form) const;
    [[nodiscard]] const std::map<std::string, FieldBox*>& boxes() const { return m_boxes; }
    void setModes(bool hasSequential, bool hasParallel);
    /// How a file is asked for; tests give their own.
    void setFileChooser(FileChooser chooser) { m_choose = std::move(chooser); }

signals:
    void edited(const std::string& field);

private:
    QPlainTextEdit* addPayload(QVBoxLayout& column, const char* field, const QString& label, const QString& objectName,
                               const QString& buttonName);
    void takeFile(const char* field, QPlainTextEdit& editor, const QString& path);

    std::map<std::string, FieldBox*> m_boxes;
    QPlainTextEdit* m_sequential;
    QPlainTextEdit* m_parallel;
    FileChooser m_choose = chooseFileToOpen;
};

} // namespace tierscope::ui
