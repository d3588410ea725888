// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/Glossary.h"

#include <QLabel>

namespace tierscope::ui {

/// A word with a dotted underline that explains itself: under the pointer, by F1 or the space bar when it has the focus, and to assistive
/// technology as its description. The text is the caller's; by itself it is the term's title.
class TermHelp final : public QLabel {
    Q_OBJECT

public:
    explicit TermHelp(Term term, QWidget* parent = nullptr);
    TermHelp(Term term, const QString& text, QWidget* parent = nullptr);

    /// What is shown, as rich text that wraps.
    [[nodiscard]] QString explanation() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    Term m_term;
};

/// The same explanation as a tool tip, for what is no label: table headers, buttons.
[[nodiscard]] QString termToolTip(Term term);

} // namespace tierscope::ui
