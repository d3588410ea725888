// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/FormModel.h"

#include <QWidget>

#include <map>
#include <string>

class QCheckBox;
class QSpinBox;

namespace tierscope::ui {

class FieldBox;

inline constexpr int kMostRepeats = 99'999; ///< that a field takes; what is sensible the spec's validation says

/// Whether repeats go on until the median is sure, how sure, and where that ends at the latest. The fields are shown while it is wanted.
class RepeatFields final : public QWidget {
    Q_OBJECT

public:
    explicit RepeatFields(QWidget* parent = nullptr);

    /// Without a signal.
    void show(const Form& form);
    void read(Form& form) const;
    [[nodiscard]] const std::map<std::string, FieldBox*>& boxes() const { return m_boxes; }

signals:
    void edited(const std::string& field);

private:
    QSpinBox* makeSpin(const QString& objectName, const char* field, int most);

    std::map<std::string, FieldBox*> m_boxes;
    QCheckBox* m_isWanted;
    QWidget* m_fields;
    QSpinBox* m_precision;
    QSpinBox* m_most;
};

} // namespace tierscope::ui
