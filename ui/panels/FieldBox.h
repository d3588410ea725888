// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/Glossary.h"

#include <QString>
#include <QWidget>

class QHBoxLayout;
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
    /// Unit and range, small beside the name: "MB, 128 to 10,240". It is the editor's accessible description too while nothing is wrong.
    void setUnit(const QString& unit);
    /// The name explains this word.
    void setTerm(Term term);
    /// A line of explanation under the editor; empty hides it.
    void setHint(const QString& hint);

private:
    /// What takes the keys: the editor, or of several controls the first.
    [[nodiscard]] QWidget& input() const;

    QWidget* m_editor;
    QHBoxLayout* m_head;
    QLabel* m_name;
    QLabel* m_unit;
    QLabel* m_hint;
    QWidget* m_problemRow;
    QLabel* m_problem;
    bool m_hasProblem = false;
};

} // namespace tierscope::ui
