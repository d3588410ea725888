// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/TimelineView.h"

#include "ui/charts/PlotStyle.h"
#include "ui/timeline/TimelineWords.h"

#include <QApplication>
#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <utility>

namespace tierscope::ui {

namespace {

constexpr double kMargin = 6;     ///< where the focus is drawn
constexpr double kCardRoom = 230; ///< a task's card is inside

} // namespace

TimelineView::TimelineView(Scheme scheme, QWidget* parent)
    : QWidget(parent)
    , m_scroll(new QScrollBar(Qt::Vertical, this))
{
    m_scene.scheme = scheme;
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(300, 130);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_scroll->setObjectName(QStringLiteral("timelineScroll"));
    m_scroll->setAccessibleName(tr("Slots"));
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setCursor(Qt::ArrowCursor);
    connect(m_scroll, &QScrollBar::valueChanged, this, [this](int value) { scrollTo(value); });
}

void TimelineView::setRuns(std::vector<RunTimelinePtr> runs)
{
    m_scene.runs = std::move(runs);
    m_scene.selected.reset();
    m_scene.hovered.reset();
    m_scene.matches.clear();
    m_scene.matchedRun.reset();
    m_press.reset();
    m_scene.scale.window = everything();
    m_seesAll = true;
    m_scene.scroll = 0;
    m_scroll->setValue(0);
    layOut();
    describe();
    emit selectionChanged();
    emit windowChanged();
}

void TimelineView::refresh()
{
    layOut();
    setWindow(m_seesAll && !m_press ? everything() : m_scene.scale.window);
    describe();
}

void TimelineView::setScheme(Scheme scheme)
{
    m_scene.scheme = scheme;
    update();
}

void TimelineView::setMatches(std::size_t run, const std::vector<std::uint32_t>& rows)
{
    m_scene.matchedRun = run;
    m_scene.matches.clear();
    if (run < m_scene.runs.size() && !rows.empty()) {
        const TimelineTasks& tasks = m_scene.runs[run]->tasks;
        m_scene.matches.resize(tasks.lanes().size());
        for (const std::uint32_t row : rows) {
            const TimelineTask& task = tasks.at(row);
            if (task.wasStarted() && static_cast<std::size_t>(task.slot) < m_scene.matches.size())
                m_scene.matches[static_cast<std::size_t>(task.slot)].push_back({task.started, task.ended});
        }
    }
    update();
}

QColor TimelineView::ground() const
{
    return tokens(m_scene.scheme).panel;
}

TimeWindow TimelineView::everything() const
{
    double seconds = 0;
    for (const RunTimelinePtr& run : m_scene.runs)
        seconds = std::max(seconds, run->seconds());
    return wholeRun(seconds);
}

void TimelineView::layOut()
{
    m_scene.font = font();
    m_scene.font.setPointSizeF(font().pointSizeF() * 0.95);
    const QFontMetricsF metrics(m_scene.font);
    double gutter = 0;
    std::vector<BlockWish> wishes;
    for (const RunTimelinePtr& run : m_scene.runs) {
        const auto lanes = run->tasks.lanes().size();
        wishes.push_back({lanes, !run->cpu.isEmpty()});
        gutter = std::max(gutter, metrics.horizontalAdvance(slotText(lanes)));
        if (!run->cpu.isEmpty())
            gutter = std::max(gutter, std::ceil(metrics.horizontalAdvance(vcpusText(run->sample.share.value))));
    }
    const double below = 3 * metrics.height() + 12;
    constexpr double kAnyHeight = 1e6;
    const double wanted = layOutRuns(wishes, kAnyHeight, metrics.height()).height + below + 3 * kMargin;
    setMaximumHeight(static_cast<int>(std::max(kCardRoom, wanted)));
    m_scene.body = QRectF(kMargin, kMargin, std::max(1.0, width() - 2 * kMargin), std::max(1.0, height() - below - kMargin));
    m_scene.layout = layOutRuns(wishes, m_scene.body.height(), metrics.height());
    // The axis is right below what there is.
    const int more = static_cast<int>(std::ceil(m_scene.layout.height - m_scene.body.height()));
    m_scroll->setVisible(more > 0);
    const int bar = m_scroll->sizeHint().width();
    if (more < 0)
        m_scene.body.setHeight(m_scene.layout.height + kMargin);
    if (more > 0)
        m_scene.body.setWidth(std::max(1.0, m_scene.body.width() - bar));
    m_scroll->setGeometry(width() - bar - 2, static_cast<int>(m_scene.body.top()), bar, static_cast<int>(m_scene.body.height()));
    m_scroll->setRange(0, std::max(0, more));
    m_scroll->setPageStep(static_cast<int>(m_scene.body.height()));
    m_scroll->setSingleStep(static_cast<int>(metrics.height()));
    m_scene.scale.left = m_scene.body.left() + gutter + kTickGap;
    m_scene.scale.width = std::max(1.0, std::floor(m_scene.body.right() - m_scene.scale.left));
    update();
}

void TimelineView::setWindow(const TimeWindow& window)
{
    const TimeWindow next = clampedWindow(window, everything());
    update();
    const bool sawAll = std::exchange(m_seesAll, next == everything());
    if (next == m_scene.scale.window && sawAll == m_seesAll)
        return;
    m_scene.scale.window = next;
    emit windowChanged();
}

void TimelineView::scrollTo(double y)
{
    m_scene.scroll = std::clamp(y, 0.0, static_cast<double>(m_scroll->maximum()));
    m_scroll->setValue(static_cast<int>(m_scene.scroll));
    update();
}

void TimelineView::fit()
{
    setWindow(everything());
}

void TimelineView::zoomAbout(double x, double factor)
{
    const double held = std::clamp(x, m_scene.scale.left, m_scene.scale.left + m_scene.scale.width);
    setWindow(zoomedWindow(m_scene.scale.window, everything(), m_scene.scale.time(held), factor));
}

void TimelineView::zoomTo(const TimeWindow& stretch)
{
    setWindow(stretch);
}

void TimelineView::pan(double pixels)
{
    setWindow(pannedWindow(m_scene.scale.window, everything(), m_scene.scale.seconds(pixels)));
}

void TimelineView::select(std::optional<TaskPlace> place)
{
    if (place && (place->run >= m_scene.runs.size() || place->row >= m_scene.runs[place->run]->tasks.size()))
        place.reset();
    if (place)
        bringIntoSight(*place);
    choose(place);
}

void TimelineView::choose(std::optional<TaskPlace> place)
{
    update();
    if (m_scene.selected == place)
        return;
    m_scene.selected = place;
    describe();
    emit selectionChanged();
}

void TimelineView::bringIntoSight(const TaskPlace& place)
{
    const TimelineTask& task = m_scene.runs[place.run]->tasks.at(place.row);
    if (!task.wasStarted())
        return;
    if (!m_scene.scale.window.contains(task.started) || !m_scene.scale.window.contains(task.ended)) {
        // A task that is longer than the window is shown from its start, not by zooming out of what a person has zoomed into.
        const double most = m_scene.scale.window.span() / 2;
        setWindow(windowWith(m_scene.scale.window, everything(), {task.started, std::min(task.ended, task.started + most)}));
    }
    const RunBlock& block = m_scene.layout.blocks[place.run];
    const double top = block.laneTop(std::min(static_cast<std::size_t>(task.slot), block.lanes));
    if (top < m_scene.scroll)
        scrollTo(top - block.pitch);
    else if (top + block.pitch > m_scene.scroll + m_scene.body.height())
        scrollTo(top + 2 * block.pitch - m_scene.body.height());
}

void TimelineView::zoomToSelected()
{
    if (!m_scene.selected)
        return;
    const TimelineTask& task = m_scene.runs[m_scene.selected->run]->tasks.at(m_scene.selected->row);
    if (!task.wasStarted())
        return;
    const double air = std::max(task.seconds(), 1e-6) / 2;
    setWindow({task.started - air, task.ended + air});
}

void TimelineView::describe()
{
    setAccessibleDescription(description());
}

QString TimelineView::description() const
{
    if (m_scene.selected) {
        const RunTimeline& run = *m_scene.runs[m_scene.selected->run];
        return taskTitle(run.tasks.at(m_scene.selected->row)) + QStringLiteral(": ")
               + taskFacts(run, m_scene.selected->row).join(QStringLiteral("; "));
    }
    QStringList sentences;
    for (const RunTimelinePtr& run : m_scene.runs)
        sentences << runDescription(*run);
    return sentences.join(QLatin1Char(' '));
}

void TimelineView::drawPicture(QPainter& painter) const
{
    TimelineScene scene = m_scene;
    scene.selected.reset();
    scene.hovered.reset();
    painter.fillRect(rect(), ground());
    paintTimeline(painter, scene);
}

void TimelineView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), ground());
    paintTimeline(painter, m_scene);
    if (m_press && m_press->isStretch) {
        QColor veil = tokens(m_scene.scheme).accent;
        veil.setAlphaF(0.25F);
        painter.fillRect(QRectF(QPointF(m_press->at.x(), m_scene.body.top()), QPointF(m_press->last.x(), m_scene.body.bottom())), veil);
    }
    // Who walks the tasks by keys reads what the mouse would.
    const std::optional<TaskPlace> told = m_scene.hovered || !m_isFocusShown ? m_scene.hovered : m_scene.selected;
    const bool isQuiet = m_press && m_press->hasMoved;
    if (told && !isQuiet)
        paintTaskCard(painter, m_scene, *told, QRectF(rect()).adjusted(4, 4, -4, -4));
    if (!m_isFocusShown)
        return;
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(tokens(m_scene.scheme).accent, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius::kControl, radius::kControl);
}

void TimelineView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
    scrollTo(m_scene.scroll);
}

void TimelineView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

} // namespace tierscope::ui
