// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QWidget>

class QLabel;

namespace tierscope::ui {

/// A field of a form: its name above, the editor, and below it what is wrong and what to do, marked with an icon and not by colour alone.
class FieldBox final : public QWidget {
    Q_OBJECT

public:
    /// Takes the editor as a child and names it for assistive technology.
    FieldBox(const QString& label, QWidget* editor, QWidget* parent = nullptr);

    [[nodiscard]] QWidget* editor() const { return m_editor; }
    void setProblem(const QString& message, const QString& remedy);
    void clearProblem();
    [[nodiscard]] bool hasProblem() const { return m_hasProblem; }
    /// The line that says what is wrong, to be placed elsewhere; this box still fills, shows and hides it.
    [[nodiscard]] QWidget* takeProblemRow();
    /// A line of explanation under the editor; empty hides it.
    void setHint(const QString& hint);

private:
    /// What takes the keys: the editor, or of several controls the first.
    [[nodiscard]] QWidget& input() const;

    QWidget* m_editor;
    QLabel* m_hint;
    QWidget* m_problemRow;
    QLabel* m_problem;
    bool m_hasProblem = false;
};

} // namespace tierscope::ui
