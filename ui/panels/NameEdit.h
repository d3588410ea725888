// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>

namespace tierscope::ui {

/// A name that reads as a label and is edited where it stands: Enter, or leaving it, stores; Escape takes back. What does not fit is elided
/// while nobody edits it.
class NameEdit final : public QLineEdit {
    Q_OBJECT

public:
    explicit NameEdit(QWidget* parent = nullptr);

    void setName(const QString& name, bool isReadOnly);
    /// Goes there with everything selected.
    void edit();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// By a person; never the name that it already has.
    void renamed(const QString& name);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void store();
    void showElided();

    QString m_name;
};

} // namespace tierscope::ui
