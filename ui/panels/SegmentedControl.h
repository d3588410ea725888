// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QButtonGroup;

namespace tierscope::ui {

/// A few choices side by side of which one holds. Arrow keys move between them.
class SegmentedControl final : public QWidget {
    Q_OBJECT

public:
    struct Choice {
        QString text;
        QString objectName;
    };
    SegmentedControl(const QString& accessibleName, const QList<Choice>& choices, QWidget* parent = nullptr);

    [[nodiscard]] int current() const;
    /// Without a signal.
    void setCurrent(int index);

signals:
    /// A person has chosen.
    void chosen(int index);

private:
    QButtonGroup* m_group;
};

} // namespace tierscope::ui
