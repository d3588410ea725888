// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/TierChips.h"

#include "ui/models/ChipLayout.h"
#include "ui/models/ProblemWording.h"
#include "ui/panels/TierChipsAccessible.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QToolTip>

#include <algorithm>

namespace tierscope::ui {

namespace {

constexpr int kChipSide = 8;   ///< between a chip's edge and its text
constexpr int kChipHeight = 4; ///< that a chip is taller than its text
constexpr int kRemoveWidth = 16;
constexpr int kCaretWidth = 3;
constexpr qreal kCrossReach = 3;

void drawCross(QPainter& painter, const QRect& rect, const QColor& color)
{
    const QPointF centre = QRectF(rect).center();
    painter.setPen(QPen(color, 1.3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(centre + QPointF(-kCrossReach, -kCrossReach), centre + QPointF(kCrossReach, kCrossReach));
    painter.drawLine(centre + QPointF(-kCrossReach, kCrossReach), centre + QPointF(kCrossReach, -kCrossReach));
}

} // namespace

TierChips::TierChips(QWidget* parent)
    : QWidget(parent)
{
    installTierChipsAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled);
    setAttribute(Qt::WA_StyledBackground);
    setMouseTracking(true);
    setCursor(Qt::IBeamCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    layOut();
}

void TierChips::setText(const QString& text)
{
    m_edit.setText(text);
    layOut();
}

void TierChips::replaceBy(const QString& text)
{
    setText(text);
    changed();
}

bool TierChips::isUnfinished() const
{
    return hasFocus() && m_edit.isUnfinished();
}

QSize TierChips::sizeHint() const
{
    return {200, height()};
}

QString TierChips::chipText(const TierEntry& entry) const
{
    return entry.isNoLimit() ? tr("No limit") : entry.text;
}

void TierChips::layOut()
{
    const QFontMetrics metrics = fontMetrics();
    std::vector<int> widths;
    for (const TierEntry& entry : m_edit.entries())
        widths.push_back(metrics.horizontalAdvance(chipText(entry)) + kChipSide + kRemoveWidth);
    const int typedWidth = metrics.horizontalAdvance(m_edit.draft() + m_preedit) + kCaretWidth;
    const ChipLayout layout = layOutChips(widths, typedWidth, metrics.height() + kChipHeight, width());
    m_boxes.clear();
    for (const QRect& frame : layout.chips)
        m_boxes.push_back({frame, QRect(frame.right() - kRemoveWidth + 1, frame.top(), kRemoveWidth, frame.height())});
    m_draftAt = QPoint(layout.typed.left() + 1, layout.typed.top() + kChipHeight / 2 + metrics.ascent());
    setFixedHeight(layout.height);
    update();
}

void TierChips::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QStyleOption option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_Widget, &option, &painter, this);

    const Tokens& colors = tokens(schemeOf(palette()));
    const QFontMetrics metrics = fontMetrics();
    for (std::size_t index = 0; index < m_boxes.size(); ++index) {
        const TierEntry& entry = m_edit.entries()[index];
        const Box& box = m_boxes[index];
        const auto chip = static_cast<int>(index);
        const bool isSelected = hasFocus() && (m_edit.isAllSelected() || m_edit.selected() == chip);
        const QRectF frame = QRectF(box.frame).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(isSelected ? QPen(colors.accent) : entry.isGood() ? QPen(Qt::NoPen) : QPen(colors.caution, 1, Qt::DashLine));
        painter.setBrush(isSelected ? colors.accent : entry.isGood() ? colors.chip : colors.field);
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2);
        const QColor ink = isSelected ? colors.onAccent : entry.isGood() ? colors.text : colors.caution;
        painter.setPen(ink);
        const QRect textRect = box.frame.adjusted(kChipSide, 0, -kRemoveWidth, 0);
        painter.drawText(textRect, Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(chipText(entry), Qt::ElideMiddle, textRect.width() + 1));
        if (m_hovered == chip && !isSelected) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colors.line);
            painter.drawEllipse(QRectF(box.remove).center(), kRemoveWidth / 2.0 - 2, kRemoveWidth / 2.0 - 2);
        }
        drawCross(painter, box.remove.translated(-2, 0), isSelected ? colors.onAccent : m_hovered == chip ? colors.text : colors.muted);
    }

    const QString typed = m_edit.draft() + m_preedit;
    if (typed.isEmpty() && m_edit.entries().empty() && !hasFocus()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(m_draftAt, tr("128, 512, 1 GB"));
    }
    if (m_edit.isAllSelected() && hasFocus() && !typed.isEmpty())
        painter.fillRect(QRect(m_draftAt.x(), m_draftAt.y() - metrics.ascent(), metrics.horizontalAdvance(typed), metrics.height()),
                         colors.selection);
    painter.setPen(colors.text);
    painter.drawText(m_draftAt, typed);
    if (hasFocus() && !m_edit.selected() && !m_edit.isAllSelected()) {
        const int caret = m_draftAt.x() + metrics.horizontalAdvance(typed) + 1;
        painter.fillRect(QRect(caret, m_draftAt.y() - metrics.ascent(), 1, metrics.height()), colors.text);
    }
}

void TierChips::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        layOut();
}

void TierChips::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        layOut();
}

bool TierChips::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto& help = static_cast<QHelpEvent&>(*event);
        if (const auto chip = chipAt(help.pos(), false)) {
            const TierEntry& entry = m_edit.entries()[static_cast<std::size_t>(*chip)];
            const QString reason = entry.isGood() ? QString() : wordTierFault(entry).message;
            QToolTip::showText(help.globalPos(), entry.isGood() ? tr("%1: Delete removes it").arg(chipText(entry)) : reason, this);
            return true;
        }
    }
    // Keys of a line of text are ours before they are a shortcut of the window.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = static_cast<QKeyEvent&>(*event);
        if (key.matches(QKeySequence::SelectAll) || key.matches(QKeySequence::Copy) || key.matches(QKeySequence::Cut)
            || key.matches(QKeySequence::Paste) || key.key() == Qt::Key_Delete || key.key() == Qt::Key_Backspace) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void TierChips::keyPressEvent(QKeyEvent* event)
{
    if (handleClipboard(*event))
        return;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        apply(m_edit.commit());
        return;
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
        apply(m_edit.erase(event->key() == Qt::Key_Backspace));
        return;
    case Qt::Key_Left:
    case Qt::Key_Up:
        apply(m_edit.walk(-1));
        return;
    case Qt::Key_Right:
    case Qt::Key_Down:
        apply(m_edit.walk(1));
        return;
    case Qt::Key_Home:
        apply(m_edit.walk(-chipCount()));
        return;
    case Qt::Key_End:
        apply(m_edit.walk(chipCount()));
        return;
    default:
        break;
    }
    const bool isText = !event->text().isEmpty() && event->text().front().isPrint() && !event->modifiers().testFlag(Qt::ControlModifier)
                        && !event->modifiers().testFlag(Qt::AltModifier);
    if (isText)
        apply(m_edit.type(event->text()));
    else
        QWidget::keyPressEvent(event);
}

bool TierChips::handleClipboard(const QKeyEvent& event)
{
    if (event.matches(QKeySequence::SelectAll)) {
        m_edit.selectAll();
        update();
        return true;
    }
    if (event.matches(QKeySequence::Paste)) {
        const bool isTyped = m_edit.type(QGuiApplication::clipboard()->text());
        apply(m_edit.commit() || isTyped);
        return true;
    }
    if (event.matches(QKeySequence::Copy) || event.matches(QKeySequence::Cut)) {
        QGuiApplication::clipboard()->setText(m_edit.selectedText());
        if (event.matches(QKeySequence::Cut))
            apply(m_edit.removeSelection());
        return true;
    }
    return false;
}

void TierChips::inputMethodEvent(QInputMethodEvent* event)
{
    m_preedit = event->preeditString();
    if (!event->commitString().isEmpty())
        apply(m_edit.type(event->commitString()));
    layOut();
    event->accept();
}

QVariant TierChips::inputMethodQuery(Qt::InputMethodQuery query) const
{
    if (query == Qt::ImEnabled)
        return true;
    if (query == Qt::ImCursorRectangle)
        return QRect(m_draftAt.x() + fontMetrics().horizontalAdvance(m_edit.draft()), m_draftAt.y() - fontMetrics().ascent(), 1,
                     fontMetrics().height());
    if (query == Qt::ImHints)
        return static_cast<int>(Qt::ImhPreferNumbers | Qt::ImhNoPredictiveText);
    return QWidget::inputMethodQuery(query);
}

std::optional<int> TierChips::chipAt(QPoint position, bool onRemove) const
{
    const auto found = std::ranges::find_if(
        m_boxes, [position, onRemove](const Box& box) { return (onRemove ? box.remove : box.frame).contains(position); });
    if (found == m_boxes.end())
        return std::nullopt;
    return static_cast<int>(found - m_boxes.begin());
}

void TierChips::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        QWidget::mousePressEvent(event);
        return;
    }
    if (const auto chip = chipAt(event->position().toPoint(), true)) {
        m_hovered.reset();
        apply(m_edit.remove(*chip));
        return;
    }
    const bool hasChanged = m_edit.commit();
    m_edit.select(chipAt(event->position().toPoint(), false));
    apply(hasChanged);
}

void TierChips::mouseMoveEvent(QMouseEvent* event)
{
    const auto hovered = chipAt(event->position().toPoint(), true);
    setCursor(hovered ? Qt::PointingHandCursor : Qt::IBeamCursor);
    if (hovered != m_hovered)
        update();
    m_hovered = hovered;
}

void TierChips::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_hovered.reset();
    update();
}

void TierChips::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    layOut();
}

void TierChips::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    m_preedit.clear();
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) {
        m_edit.select(std::nullopt);
        // Left with what is typed as it is: now it may be called wrong.
        const bool wasTyping = !m_edit.draft().isEmpty();
        m_edit.commit();
        if (wasTyping)
            changed();
    }
    layOut();
}

void TierChips::apply(bool hasChanged)
{
    if (hasChanged) {
        changed();
    } else {
        update();
        tellAccessibility();
    }
}

void TierChips::changed()
{
    layOut();
    tellAccessibility();
    emit edited();
}

void TierChips::tellAccessibility()
{
    QAccessibleValueChangeEvent event(this, text());
    QAccessible::updateAccessibility(&event);
}

} // namespace tierscope::ui
