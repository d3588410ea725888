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

bool endsEntry(QChar character)
{
    return character.isSpace() || character == QLatin1Char(',') || character == QLatin1Char(';') || character == QChar(0x3001)
           || character == QChar(0xFF0C);
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
    m_entries = parseTierList(text);
    m_draft.clear();
    m_selection = {};
    layOut();
}

void TierChips::replaceBy(const QString& text)
{
    setText(text);
    changed();
}

QString TierChips::text() const
{
    const QString chips = formatTierList(m_entries);
    const QString draft = m_draft.trimmed();
    if (draft.isEmpty())
        return chips;
    return chips.isEmpty() ? draft : chips + QLatin1String(", ") + draft;
}

bool TierChips::isUnfinished() const
{
    return hasFocus() && isUnfinishedTier(m_draft) && std::ranges::all_of(m_entries, &TierEntry::isGood);
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
    for (const TierEntry& entry : m_entries)
        widths.push_back(metrics.horizontalAdvance(chipText(entry)) + kChipSide + kRemoveWidth);
    const int typedWidth = metrics.horizontalAdvance(m_draft + m_preedit) + kCaretWidth;
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
        const TierEntry& entry = m_entries[index];
        const Box& box = m_boxes[index];
        const auto chip = static_cast<int>(index);
        const bool isSelected = hasFocus() && (m_selection.all || m_selection.chip == chip);
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

    const QString typed = m_draft + m_preedit;
    if (typed.isEmpty() && m_entries.empty() && !hasFocus()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(m_draftAt, tr("128, 512, 1 GB"));
    }
    if (m_selection.all && hasFocus() && !typed.isEmpty())
        painter.fillRect(QRect(m_draftAt.x(), m_draftAt.y() - metrics.ascent(), metrics.horizontalAdvance(typed), metrics.height()),
                         colors.selection);
    painter.setPen(colors.text);
    painter.drawText(m_draftAt, typed);
    if (hasFocus() && !m_selection.chip && !m_selection.all) {
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
            const TierEntry& entry = m_entries[static_cast<std::size_t>(*chip)];
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
        commitDraft();
        return;
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
        erase(event->key() == Qt::Key_Backspace);
        return;
    case Qt::Key_Left:
    case Qt::Key_Up:
        walk(-1);
        return;
    case Qt::Key_Right:
    case Qt::Key_Down:
        walk(1);
        return;
    case Qt::Key_Home:
        walk(-chipCount());
        return;
    case Qt::Key_End:
        walk(chipCount());
        return;
    default:
        break;
    }
    const bool isText = !event->text().isEmpty() && event->text().front().isPrint() && !event->modifiers().testFlag(Qt::ControlModifier)
                        && !event->modifiers().testFlag(Qt::AltModifier);
    if (isText)
        type(event->text());
    else
        QWidget::keyPressEvent(event);
}

bool TierChips::handleClipboard(const QKeyEvent& event)
{
    if (event.matches(QKeySequence::SelectAll)) {
        m_selection = {true, std::nullopt};
        update();
        return true;
    }
    if (event.matches(QKeySequence::Paste)) {
        type(QGuiApplication::clipboard()->text());
        commitDraft();
        return true;
    }
    if (event.matches(QKeySequence::Copy) || event.matches(QKeySequence::Cut)) {
        QGuiApplication::clipboard()->setText(selectedText());
        if (event.matches(QKeySequence::Cut))
            removeSelection();
        return true;
    }
    return false;
}

QString TierChips::selectedText() const
{
    return m_selection.chip ? m_entries[static_cast<std::size_t>(*m_selection.chip)].text : text();
}

void TierChips::type(const QString& characters)
{
    if (m_selection.all) {
        m_entries.clear();
        m_draft.clear();
    }
    m_selection = {};
    const bool isPasted = characters.size() > 1;
    const QChar first = characters.front();
    // A blank may stand before a unit ("1 GB"): what comes next tells.
    const bool isBeforeUnit = first.isSpace() && !m_draft.isEmpty() && m_draft.back().isDigit();
    if (!isPasted && isBeforeUnit) {
        m_draft += QLatin1Char(' ');
        changed();
        return;
    }
    if (!isPasted && endsEntry(first)) {
        commitDraft();
        return;
    }
    const bool isUnit = QStringLiteral("mg").contains(first, Qt::CaseInsensitive);
    if (!m_draft.isEmpty() && m_draft.back().isSpace() && !isUnit)
        commitDraft();
    m_draft += isPasted ? characters.simplified() : characters;
    changed();
}

void TierChips::commitDraft()
{
    if (m_draft.trimmed().isEmpty()) {
        m_draft.clear();
        return;
    }
    m_entries = addTiers(std::move(m_entries), parseTierList(m_draft));
    m_draft.clear();
    changed();
}

void TierChips::removeChip(int chip)
{
    m_entries.erase(m_entries.begin() + chip);
    m_entries = sortTierList(std::move(m_entries)); // what could not stand beside it may now be right
    m_selection.chip.reset();
    m_hovered.reset();
    changed();
}

void TierChips::removeSelection()
{
    if (m_selection.chip) {
        removeChip(*m_selection.chip);
        return;
    }
    m_selection = {};
    m_entries.clear();
    m_draft.clear();
    changed();
}

void TierChips::erase(bool isBackwards)
{
    if (m_selection.all) {
        removeSelection();
        return;
    }
    if (m_selection.chip) {
        const int chip = *m_selection.chip;
        removeChip(chip);
        // The next one is at hand, so that several go one after the other.
        const int next = isBackwards ? chip - 1 : chip;
        if (next >= 0 && next < chipCount())
            m_selection.chip = next;
        update();
        return;
    }
    if (!isBackwards)
        return;
    if (!m_draft.isEmpty()) {
        m_draft.chop(1);
        changed();
    } else if (!m_entries.empty()) {
        removeChip(chipCount() - 1);
    }
}

void TierChips::walk(int step)
{
    if (m_entries.empty() || (!m_draft.isEmpty() && !m_selection.chip))
        commitDraft();
    // The place for typing is behind the last chip.
    const int from = m_selection.chip.value_or(chipCount());
    const int to = std::clamp(from + step, 0, chipCount());
    m_selection = {};
    if (to < chipCount())
        m_selection.chip = to;
    update();
    tellAccessibility();
}

void TierChips::inputMethodEvent(QInputMethodEvent* event)
{
    m_preedit = event->preeditString();
    if (!event->commitString().isEmpty())
        type(event->commitString());
    layOut();
    event->accept();
}

QVariant TierChips::inputMethodQuery(Qt::InputMethodQuery query) const
{
    if (query == Qt::ImEnabled)
        return true;
    if (query == Qt::ImCursorRectangle)
        return QRect(m_draftAt.x() + fontMetrics().horizontalAdvance(m_draft), m_draftAt.y() - fontMetrics().ascent(), 1,
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
        removeChip(*chip);
        return;
    }
    commitDraft();
    m_selection = {false, chipAt(event->position().toPoint(), false)};
    update();
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
        m_selection = {};
        // Left with what is typed as it is: now it may be called wrong.
        const bool wasTyping = !m_draft.isEmpty();
        commitDraft();
        if (wasTyping)
            emit edited();
    }
    layOut();
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
