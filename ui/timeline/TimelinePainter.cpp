// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/TimelinePainter.h"

#include "ui/charts/LabelLayout.h"
#include "ui/charts/PlotStyle.h"
#include "ui/timeline/LanePainter.h"
#include "ui/timeline/TimelineWords.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace tierscope::ui {

namespace {

struct PaintedWords {
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

constexpr double kPadding = 10;

void paintTitle(QPainter& painter, const TimelineScene& scene, std::size_t number)
{
    const Tokens& colors = tokens(scene.scheme);
    const QFont strong = bold(scene.font);
    const QFontMetricsF metrics(strong);
    const double top = scene.top(scene.layout.blocks[number].top);
    const RunTimeline& run = *scene.runs[number];
    const double right = scene.scale.left + scene.scale.width;
    const double room = right - scene.body.left();
    const QString title = metrics.elidedText(runTitle(run), Qt::ElideRight, room);
    painter.setFont(strong);
    painter.setPen(colors.text);
    painter.drawText(QPointF(scene.body.left(), top + metrics.ascent()), title);
    const QFontMetricsF plain(scene.font);
    const double left = scene.body.left() + metrics.horizontalAdvance(title) + 12;
    const QString note = runNote(run);
    if (note.isEmpty() || right - left < 40)
        return;
    painter.setFont(scene.font);
    painter.setPen(run.tasks.failed() > 0 ? colors.caution : colors.muted);
    painter.drawText(QPointF(left, top + metrics.ascent()), plain.elidedText(note, Qt::ElideRight, right - left));
}

void paintStrip(QPainter& painter, const TimelineScene& scene, std::size_t number)
{
    const RunBlock& block = scene.layout.blocks[number];
    const RunTimeline& run = *scene.runs[number];
    if (block.stripHeight <= 0)
        return;
    const Tokens& colors = tokens(scene.scheme);
    const QFontMetricsF metrics(scene.font);
    const TimeScale& scale = scene.scale;
    const double quota = run.sample.share.value;
    const double most = std::max(quota, run.cpu.mostUsed()) * 1.15;
    const double captionTop = scene.top(block.stripTop);
    const double bottom = scene.top(block.bottom);
    const double top = bottom - block.stripHeight;
    const auto y = [&](double vcpus) { return bottom - vcpus / most * block.stripHeight; };
    painter.setFont(scene.font);
    painter.setPen(colors.muted);
    painter.drawText(QPointF(scene.body.left(), captionTop + metrics.ascent()), PaintedWords::tr("CPU used against quota, in vCPUs"));
    const double end = std::min(scale.left + scale.width, scale.x(run.seconds()));
    const QColor ink = modeColor(run.sample.mode, colors);
    const QColor area = mixed(colors.panel, ink, 0.25);
    painter.setRenderHint(QPainter::Antialiasing, false);
    // Columns of pixels, as the lanes above: a smooth line of as many corners takes longer than all of them.
    constexpr double kInk = 2;
    std::optional<double> before;
    const int columns = std::max(0, static_cast<int>(std::ceil(end - scale.left)));
    const auto levelAt = [&](int column) {
        const double left = scale.left + column;
        return std::round(y(run.cpu.used({scale.time(left), scale.time(std::min(left + 1, end))})));
    };
    int first = 0;
    while (first < columns) {
        const double level = levelAt(first);
        int last = first + 1;
        while (last < columns && levelAt(last) == level)
            ++last;
        const double x = scale.left + first;
        const double from = before.value_or(level);
        painter.fillRect(QRectF(x, level, last - first, bottom - level), area);
        painter.fillRect(QRectF(x, std::min(from, level), 1, std::abs(from - level) + kInk), ink);
        painter.fillRect(QRectF(x, level, last - first, kInk), ink);
        before = level;
        first = last;
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(colors.line, 1));
    painter.drawLine(QPointF(scale.left, bottom), QPointF(scale.left + scale.width, bottom));
    painter.setPen(QPen(colors.text, 1, Qt::DashLine));
    painter.drawLine(QPointF(scale.left, std::round(y(quota))), QPointF(scale.left + scale.width, std::round(y(quota))));
    painter.setPen(colors.muted);
    const auto label = [&](double vcpus, const QString& text) {
        const double labelTop = std::min(y(vcpus) - metrics.height() / 2, bottom - metrics.height());
        painter.drawText(QRectF(0, labelTop, scale.left - kTickGap, metrics.height()), Qt::AlignRight | Qt::AlignVCenter, text);
    };
    if (y(0) - y(quota) > metrics.height())
        label(quota, vcpusText(quota));
    label(0, QStringLiteral("0"));
    const QString text = PaintedWords::tr("quota %1 vCPU").arg(vcpusText(quota));
    const double width = metrics.horizontalAdvance(text) + 8;
    // Above the line, at its end.
    painter.drawText(QRectF(scale.left + scale.width - width, std::min(top, y(quota)) - metrics.height(), width, metrics.height()),
                     Qt::AlignRight | Qt::AlignVCenter, text);
}

void paintAxis(QPainter& painter, const TimelineScene& scene)
{
    const Tokens& colors = tokens(scene.scheme);
    const QFontMetricsF metrics(scene.font);
    const double top = scene.body.bottom();
    const double width = metrics.horizontalAdvance(QStringLiteral("00.0000 ms")) + kLabelGap;
    painter.setFont(scene.font);
    const std::vector<TimeTick> ticks = timeTicks(scene.scale, width);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const TimeTick& tick : ticks) {
        const double x = std::floor(scene.scale.x(tick.time));
        painter.setPen(QPen(colors.line, 1));
        painter.drawLine(QPointF(x, top), QPointF(x, top + 5));
        painter.setPen(colors.muted);
        const double wide = metrics.horizontalAdvance(tick.label);
        const double left = std::clamp(x - wide / 2, 0.0, std::max(0.0, scene.body.right() - wide));
        painter.drawText(QPointF(left, top + 7 + metrics.ascent()), tick.label);
    }
    painter.setPen(QPen(colors.line, 1));
    painter.drawLine(QPointF(scene.scale.left, top), QPointF(scene.scale.left + scene.scale.width, top));
}

/// Hairlines of the axis through the lanes, under everything.
void paintGrid(QPainter& painter, const TimelineScene& scene)
{
    const QFontMetricsF metrics(scene.font);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(tokens(scene.scheme).line, 1));
    for (const TimeTick& tick : timeTicks(scene.scale, metrics.horizontalAdvance(QStringLiteral("00.0000 ms")) + kLabelGap)) {
        const double x = std::floor(scene.scale.x(tick.time));
        for (const RunBlock& block : scene.layout.blocks)
            painter.drawLine(QPointF(x, scene.top(block.lanesTop)), QPointF(x, scene.top(block.bottom)));
    }
}

/// What the signs mean, of those that there are.
void paintSigns(QPainter& painter, const TimelineScene& scene)
{
    const Tokens& colors = tokens(scene.scheme);
    const QFontMetricsF metrics(scene.font);
    const auto any = [&](auto has) { return std::ranges::any_of(scene.runs, [&](const RunTimelinePtr& run) { return has(*run); }); };
    constexpr QSizeF kSwatch(16, 10);
    double x = scene.scale.left;
    const double y = scene.body.bottom() + 2 * metrics.height() + 6;
    const auto sign = [&](const QString& text, auto paint) {
        const double width = kSwatch.width() + 6 + metrics.horizontalAdvance(text);
        if (x + width > scene.body.right())
            return;
        paint(QRectF(QPointF(x, std::round(y - kSwatch.height() / 2)), kSwatch));
        painter.setFont(scene.font);
        painter.setPen(colors.muted);
        painter.drawText(QPointF(x + kSwatch.width() + 6, y + metrics.ascent() / 2 - 1), text);
        x += width + 16;
    };
    // In the colours of a run that has it.
    const auto look = [&](auto has) {
        const auto run = std::ranges::find_if(scene.runs, [&](const RunTimelinePtr& candidate) { return has(*candidate); });
        return laneColors(run == scene.runs.end() ? *scene.runs.front() : **run, colors);
    };
    const auto wasThrottled = [](const RunTimeline& run) { return run.cpu.wasThrottled(); };
    const LaneColors lane = laneColors(*scene.runs.front(), colors);
    sign(PaintedWords::tr("runs"), [&](const QRectF& box) { painter.fillRect(box, lane.run); });
    if (any([](const RunTimeline& run) { return run.tasks.knowsStarts(); }))
        sign(PaintedWords::tr("process starts"), [&](const QRectF& box) {
            painter.fillRect(box, lane.ground);
            painter.fillRect(box, QBrush(lane.starting, Qt::BDiagPattern));
        });
    if (any(wasThrottled))
        sign(PaintedWords::tr("share throttled"), [&, held = look(wasThrottled)](const QRectF& box) {
            painter.fillRect(box, held.run);
            painter.fillRect(box.adjusted(0, box.height() / 2, 0, 0), held.throttled);
        });
    if (any([](const RunTimeline& run) { return run.tasks.failed() > 0; }))
        sign(PaintedWords::tr("failed"), [&](const QRectF& box) { paintFailedBar(painter, box, lane); });
    if (scene.selected)
        sign(PaintedWords::tr("waits for a slot"), [&](const QRectF& box) {
            painter.setPen(QPen(colors.text, 1.5, Qt::DotLine));
            painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
        });
}

/// Below the bar, or above it; where neither has room, beside it; over it only where nothing has.
QPointF cardPlace(QSizeF size, const QRectF& bar, const QRectF& room)
{
    constexpr double kAway = 8;
    double left = std::clamp(bar.center().x() - size.width() / 2, room.left(), std::max(room.left(), room.right() - size.width()));
    double top = bar.bottom() + kAway;
    if (top + size.height() > room.bottom()) {
        top = bar.top() - kAway - size.height();
        if (top < room.top()) {
            top = std::max(room.top(), room.bottom() - size.height());
            if (bar.right() + kAway + size.width() <= room.right())
                left = bar.right() + kAway;
            else if (bar.left() - kAway - size.width() >= room.left())
                left = bar.left() - kAway - size.width();
        }
    }
    return {std::round(left), std::round(top)};
}

} // namespace

QRectF TimelineScene::barOf(const TaskPlace& place) const
{
    if (place.run >= runs.size() || place.row >= runs[place.run]->tasks.size())
        return {};
    const TimelineTask& task = runs[place.run]->tasks.at(place.row);
    const RunBlock& block = layout.blocks[place.run];
    if (!task.wasStarted() || static_cast<std::size_t>(task.slot) >= block.lanes)
        return {};
    const double right = scale.left + scale.width;
    const double from = std::clamp(scale.x(task.started), scale.left, right);
    const double to = std::clamp(scale.x(task.ended), scale.left, right);
    return {from, top(block.laneTop(static_cast<std::size_t>(task.slot))), std::max(1.0, to - from), block.barHeight};
}

void paintTimeline(QPainter& painter, const TimelineScene& scene)
{
    if (scene.runs.empty())
        return;
    painter.save();
    painter.setClipRect(scene.body, Qt::IntersectClip);
    paintGrid(painter, scene);
    for (std::size_t run = 0; run < scene.runs.size(); ++run) {
        paintTitle(painter, scene, run);
        paintLanes(painter, scene, run);
        paintStrip(painter, scene, run);
    }
    painter.restore();
    paintAxis(painter, scene);
    paintSigns(painter, scene);
}

void paintTaskCard(QPainter& painter, const TimelineScene& scene, const TaskPlace& place, const QRectF& room)
{
    const Tokens& colors = tokens(scene.scheme);
    const QFontMetricsF metrics(scene.font);
    const QFont strong = bold(scene.font);
    const RunTimeline& run = *scene.runs[place.run];
    const TimelineTask& task = run.tasks.at(place.row);
    QStringList facts = taskFacts(run, place.row);
    if (task.wasStarted() && static_cast<std::size_t>(task.slot) < run.tasks.lanes().size()) {
        const TimelineLane& lane = run.tasks.lanes()[static_cast<std::size_t>(task.slot)];
        const double column = scene.scale.seconds(1);
        const std::size_t beside = tasksBeginning(lane, {task.started - column / 2, task.started + column / 2});
        if (beside > 1)
            facts << PaintedWords::tr("%1 more at this pixel: zoom in")
                         .arg(QLocale(QLocale::English).toString(static_cast<qulonglong>(beside - 1)));
    }
    const QString title = taskTitle(task);
    double width = QFontMetricsF(strong).horizontalAdvance(title);
    for (const QString& fact : facts)
        width = std::max(width, metrics.horizontalAdvance(fact));
    const double line = metrics.height() + 2;
    const QSizeF size(std::min(room.width(), width + 2 * kPadding),
                      std::min(room.height(), static_cast<double>(facts.size() + 1) * line + 2 * kPadding));
    const QRectF bar = scene.barOf(place);
    const QRectF card(cardPlace(size, bar, room), size);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 18));
    painter.drawRoundedRect(card.translated(0, 1.5), 6, 6);
    painter.setPen(QPen(colors.line, 1));
    painter.setBrush(colors.panel);
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    double y = card.top() + kPadding;
    const auto write = [&](const QString& text, const QFont& font, const QColor& color) {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QPointF(card.left() + kPadding, y + metrics.ascent()),
                         QFontMetricsF(font).elidedText(text, Qt::ElideRight, card.width() - 2 * kPadding + 1));
        y += line;
    };
    painter.save();
    painter.setClipRect(card);
    write(title, strong, colors.text);
    const bool hasFailed = !task.isDone();
    for (const QString& fact : facts)
        write(fact, scene.font, hasFailed && fact == facts.back() ? colors.caution : colors.muted);
    painter.restore();
}

} // namespace tierscope::ui
