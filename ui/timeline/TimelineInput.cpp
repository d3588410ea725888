// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT

// The mouse and the keys of TimelineView.
#include "ui/timeline/LaneDetail.h"
#include "ui/timeline/TimelineView.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace tierscope::ui {

namespace {

constexpr double kReach = 4;       ///< pixels beside a task that still mean it
constexpr double kNotch = 120;     ///< eighths of a degree, which most wheels turn at once
constexpr double kZoomStep = 1.25; ///< of a notch, or a key
constexpr double kPanShare = 0.1;  ///< of the width, a key

/// A run's task among those of its lanes, from which the keys go on; none where no task was started.
std::optional<std::uint32_t> firstTask(const RunTimeline& run, double from)
{
    std::optional<std::uint32_t> first;
    for (const TimelineLane& lane : run.tasks.lanes()) {
        const auto place = std::ranges::lower_bound(lane.ended, from) - lane.ended.begin();
        if (static_cast<std::size_t>(place) >= lane.size())
            continue;
        const std::uint32_t row = lane.rows[static_cast<std::size_t>(place)];
        if (!first || run.tasks.at(row).started < run.tasks.at(*first).started)
            first = row;
    }
    return first;
}

} // namespace

std::optional<TaskPlace> TimelineView::taskUnder(QPointF position) const
{
    const TimeScale& scale = m_scene.scale;
    if (!m_scene.body.contains(position) || position.x() < scale.left || position.x() > scale.left + scale.width)
        return std::nullopt;
    for (std::size_t run = 0; run < m_scene.runs.size(); ++run) {
        const auto lane = m_scene.layout.blocks[run].laneAt(position.y() - m_scene.body.top() + m_scene.scroll);
        if (!lane || *lane >= m_scene.runs[run]->tasks.lanes().size())
            continue;
        const TimelineLane& tasks = m_scene.runs[run]->tasks.lanes()[*lane];
        if (const auto place = taskAt(tasks, scale.time(position.x()), scale.seconds(kReach)))
            return TaskPlace{run, tasks.rows[*place]};
    }
    return std::nullopt;
}

void TimelineView::wheelEvent(QWheelEvent* event)
{
    const QPointF turned = QPointF(event->angleDelta()) / kNotch;
    event->accept();
    // Qt turns the wheel on its side while Alt is held; some desktops do with Shift.
    const double most = std::abs(turned.y()) >= std::abs(turned.x()) ? turned.y() : turned.x();
    if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        scrollTo(m_scene.scroll - most * 3 * m_scroll->singleStep());
        return;
    }
    if (std::abs(turned.x()) > std::abs(turned.y()))
        pan(-turned.x() * m_scene.scale.width * kPanShare);
    else
        zoomAbout(event->position().x(), std::pow(kZoomStep, -turned.y()));
}

void TimelineView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_press = Press{event->position(), event->position(), event->modifiers().testFlag(Qt::ShiftModifier), false};
}

void TimelineView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_press) {
        const auto under = taskUnder(event->position());
        if (under != m_scene.hovered) {
            m_scene.hovered = under;
            update();
        }
        return;
    }
    if (!m_press->hasMoved && (event->position() - m_press->at).manhattanLength() < QApplication::startDragDistance())
        return;
    m_press->hasMoved = true;
    const QPointF moved = event->position() - m_press->last;
    m_press->last = event->position();
    if (!m_press->isStretch) {
        setCursor(Qt::ClosedHandCursor);
        pan(-moved.x());
        scrollTo(m_scene.scroll - moved.y());
    }
    update();
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_press)
        return;
    const Press press = *m_press;
    m_press.reset();
    unsetCursor();
    if (!press.hasMoved) {
        choose(taskUnder(event->position()));
        return;
    }
    if (press.isStretch) {
        const TimeScale& scale = m_scene.scale;
        const auto time = [&scale](double x) { return scale.time(std::clamp(x, scale.left, scale.left + scale.width)); };
        const auto [from, to] = std::minmax({time(press.at.x()), time(event->position().x())});
        if (scale.pixels(to - from) >= 2)
            setWindow({from, to});
    }
    update();
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event)
{
    choose(taskUnder(event->position()));
    if (m_scene.selected)
        zoomToSelected();
    else
        fit();
}

void TimelineView::leaveEvent(QEvent* /*event*/)
{
    m_scene.hovered.reset();
    update();
}

void TimelineView::walk(int steps)
{
    if (!m_scene.selected) {
        for (std::size_t run = 0; run < m_scene.runs.size(); ++run) {
            if (const auto first = firstTask(*m_scene.runs[run], m_scene.scale.window.from)) {
                select(TaskPlace{run, *first});
                return;
            }
        }
        return;
    }
    const TimelineTasks& tasks = m_scene.runs[m_scene.selected->run]->tasks;
    const TimelineTask& task = tasks.at(m_scene.selected->row);
    const std::size_t place = tasks.placeOf(m_scene.selected->row);
    if (!task.wasStarted() || static_cast<std::size_t>(task.slot) >= tasks.lanes().size())
        return;
    const TimelineLane& lane = tasks.lanes()[static_cast<std::size_t>(task.slot)];
    const auto next =
        std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(place) + steps, 0, static_cast<std::ptrdiff_t>(lane.size()) - 1);
    select(TaskPlace{m_scene.selected->run, lane.rows[static_cast<std::size_t>(next)]});
}

/// To the task that is nearest in time, in the next lane that has any; from the last lane of a run to the first of the other.
void TimelineView::walkLanes(int steps)
{
    if (!m_scene.selected) {
        walk(1);
        return;
    }
    const TimelineTask& from = m_scene.runs[m_scene.selected->run]->tasks.at(m_scene.selected->row);
    const double time = (from.started + from.ended) / 2;
    auto run = static_cast<std::ptrdiff_t>(m_scene.selected->run);
    std::ptrdiff_t lane = from.slot;
    while (true) {
        lane += steps;
        const auto lanes = static_cast<std::ptrdiff_t>(m_scene.runs[static_cast<std::size_t>(run)]->tasks.lanes().size());
        if (lane < 0 || lane >= lanes) {
            run += steps;
            if (run < 0 || run >= static_cast<std::ptrdiff_t>(m_scene.runs.size()))
                return;
            const auto others = static_cast<std::ptrdiff_t>(m_scene.runs[static_cast<std::size_t>(run)]->tasks.lanes().size());
            lane = steps > 0 ? -1 : others;
            continue;
        }
        const TimelineLane& tasks = m_scene.runs[static_cast<std::size_t>(run)]->tasks.lanes()[static_cast<std::size_t>(lane)];
        if (const auto place = taskAt(tasks, time, everything().span())) {
            select(TaskPlace{static_cast<std::size_t>(run), tasks.rows[*place]});
            return;
        }
    }
}

bool TimelineView::event(QEvent* event)
{
    // Escape lets go of the task and stops no run while there is one.
    if (event->type() == QEvent::ShortcutOverride && m_scene.selected && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    const bool isControl = event->modifiers().testFlag(Qt::ControlModifier);
    const double center = m_scene.selected && !m_scene.barOf(*m_scene.selected).isEmpty() ? m_scene.barOf(*m_scene.selected).center().x()
                                                                                          : m_scene.scale.left + m_scene.scale.width / 2;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int direction = event->key() == Qt::Key_Right ? 1 : -1;
        if (isControl)
            pan(direction * m_scene.scale.width * kPanShare);
        else
            walk(direction);
        break;
    }
    case Qt::Key_Up:
        walkLanes(-1);
        break;
    case Qt::Key_Down:
        walkLanes(1);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomAbout(center, 1 / kZoomStep);
        break;
    case Qt::Key_Minus:
        zoomAbout(center, kZoomStep);
        break;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (isControl) {
            QWidget::keyPressEvent(event);
            break;
        }
        scrollTo(m_scene.scroll + (event->key() == Qt::Key_PageDown ? 1 : -1) * m_scroll->pageStep());
        break;
    case Qt::Key_Home:
    case Qt::Key_0:
        fit();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        zoomToSelected();
        break;
    case Qt::Key_Escape:
        if (m_scene.selected) {
            choose(std::nullopt);
            break;
        }
        [[fallthrough]];
    default:
        QWidget::keyPressEvent(event);
    }
}

void TimelineView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    m_isFocusShown = event->reason() != Qt::MouseFocusReason && event->reason() != Qt::PopupFocusReason
                     && event->reason() != Qt::ActiveWindowFocusReason;
    update();
}

void TimelineView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    m_isFocusShown = false;
    update();
}

} // namespace tierscope::ui
