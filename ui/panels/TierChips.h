// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/ChipEdit.h"

#include <QRect>
#include <QWidget>

#include <optional>
#include <vector>

namespace tierscope::ui {

/// Memory tiers as chips that wrap to lines. What is typed stands behind them and becomes chips with a comma, a blank, Enter or when the
/// field is left. A chip goes by its x or by Backspace and Delete; the arrow keys, Home and End walk them. Ctrl+A takes all of them, and
/// Ctrl+C, Ctrl+X and Ctrl+V mean what they mean everywhere. As tall as its lines.
class TierChips final : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QString plainText READ text)

public:
    explicit TierChips(QWidget* parent = nullptr);

    /// Without a signal. parseTierList reads it.
    void setText(const QString& text);
    /// The chips, and what is typed behind them.
    [[nodiscard]] QString text() const { return m_edit.text(); }
    /// A person fills the field by a button: with the signal.
    void replaceBy(const QString& text);
    /// What is typed may become a tier with the next key: too early to call it wrong.
    [[nodiscard]] bool isUnfinished() const;

    [[nodiscard]] int chipCount() const { return m_edit.count(); }
    /// Where a chip and its x stand, for tests.
    [[nodiscard]] QRect chipRect(int chip) const { return m_boxes.at(static_cast<std::size_t>(chip)).frame; }
    [[nodiscard]] QRect removeRect(int chip) const { return m_boxes.at(static_cast<std::size_t>(chip)).remove; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

signals:
    /// A person has changed text().
    void edited();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Box {
        QRect frame;
        QRect remove;
    };

    /// After an edit: shows it, and says so where text() has changed.
    void apply(bool hasChanged);
    bool handleClipboard(const QKeyEvent& event);
    [[nodiscard]] std::optional<int> chipAt(QPoint position, bool onRemove) const;
    [[nodiscard]] QString chipText(const TierEntry& entry) const;
    void changed();
    void layOut();
    void tellAccessibility();

    ChipEdit m_edit;
    std::vector<Box> m_boxes;
    QString m_preedit;
    QPoint m_draftAt;             ///< base line of what is typed
    std::optional<int> m_hovered; ///< the chip whose x the pointer is on
};

} // namespace tierscope::ui
