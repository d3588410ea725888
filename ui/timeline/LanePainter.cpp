// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/LanePainter.h"

#include "ui/charts/PlotStyle.h"
#include "ui/timeline/TimelineWords.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tierscope::ui {

namespace {

constexpr double kRadius = 2;
constexpr double kLeastHatched = 4;  ///< the width of what shows a pattern
constexpr double kLeastRounded = 12; ///< the height of a bar with round corners
constexpr int kThrottleLevels = 8;
constexpr double kFailureGap = 9; ///< between the signs of merged failures

/// A stretch of columns in which the quota held back as much.
struct ThrottledSpan {
    double from = 0;
    double to = 0;
    double share = 0;
};

std::vector<ThrottledSpan> throttledSpans(const CpuStrip& cpu, const TimeScale& scale, double runSeconds)
{
    std::vector<ThrottledSpan> spans;
    if (!cpu.wasThrottled())
        return spans;
    const double end = std::min(scale.left + scale.width, scale.x(runSeconds));
    const int columns = std::max(0, static_cast<int>(std::ceil(end - scale.left)));
    for (int column = 0; column < columns; ++column) {
        const double x = scale.left + column;
        const double share = std::round(cpu.throttled({scale.time(x), scale.time(x + 1)}) * kThrottleLevels) / kThrottleLevels;
        if (share <= 0)
            continue;
        if (!spans.empty() && spans.back().to == x && spans.back().share == share)
            spans.back().to = x + 1;
        else
            spans.push_back({x, x + 1, share});
    }
    return spans;
}

class LanesPainter {
public:
    LanesPainter(QPainter& painter, const TimelineScene& scene, std::size_t run)
        : m_painter(painter)
        , m_scene(scene)
        , m_run(*scene.runs[run])
        , m_block(scene.layout.blocks[run])
        , m_number(run)
        , m_tokens(tokens(scene.scheme))
        , m_colors(laneColors(m_run, m_tokens))
        , m_font(scene.font)
        , m_metrics(scene.font)
        , m_left(scene.scale.left)
        , m_right(scene.scale.left + scene.scale.width)
        , m_throttled(throttledSpans(m_run.cpu, scene.scale, m_run.seconds()))
    {}

    void paint()
    {
        const std::size_t every = labelledEvery(m_block, m_metrics.height());
        for (std::size_t lane = 0; lane < m_block.lanes; ++lane) {
            const double top = m_scene.top(m_block.laneTop(lane));
            if (top + m_block.pitch < m_scene.body.top() || top > m_scene.body.bottom())
                continue;
            if (lane % every == 0)
                paintLabel(lane, top);
            paintLane(lane, top);
        }
    }

private:
    [[nodiscard]] QRectF clippedBar(double from, double to, double top) const
    {
        const double left = std::max(from, m_left);
        return {left, top, std::max(1.0, std::min(to, m_right) - left), m_block.barHeight};
    }

    void paintLabel(std::size_t lane, double top)
    {
        m_painter.setFont(m_font);
        m_painter.setPen(m_tokens.muted);
        m_painter.drawText(QRectF(0, top + m_block.barHeight / 2 - m_metrics.height() / 2, m_left - kTickGap, m_metrics.height()),
                           Qt::AlignRight | Qt::AlignVCenter, slotText(lane));
    }

    void paintLane(std::size_t number, double top)
    {
        // A lane is as long as its run: what is beyond did not happen.
        const double end = std::min(m_right, m_scene.scale.x(m_run.seconds()));
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        if (end > m_left)
            m_painter.fillRect(QRectF(m_left, top, end - m_left, m_block.barHeight), m_colors.ground);
        if (number >= m_run.tasks.lanes().size())
            return;
        const TimelineLane& lane = m_run.tasks.lanes()[number];
        const LaneDetail detail = laneDetail(lane, m_scene.scale);
        paintColumns(detail, top);
        for (const LaneBar& bar : detail.bars)
            paintBar(lane, bar, top);
        for (const LaneBar& bar : detail.bars)
            paintNumber(lane, bar, top);
        paintRunning(number, top);
    }

    void paintColumns(const LaneDetail& detail, double top)
    {
        constexpr double kLeastSeen = 0.3; ///< however little a column holds, it is seen
        constexpr double kLevels = 8;
        std::size_t first = 0;
        const auto level = [](const LaneColumn& column) { return std::round(column.busy * kLevels); };
        while (first < detail.columns.size()) {
            std::size_t last = first + 1;
            while (last < detail.columns.size() && detail.columns[last].column == detail.columns[last - 1].column + 1
                   && level(detail.columns[last]) == level(detail.columns[first]))
                ++last;
            const double share = level(detail.columns[first]) / kLevels;
            const double from = m_left + detail.columns[first].column;
            const QRectF bar = clippedBar(from, from + static_cast<double>(last - first), top);
            m_painter.fillRect(bar, mixed(m_colors.ground, m_colors.run, kLeastSeen + (1 - kLeastSeen) * share));
            paintThrottled(bar);
            first = last;
        }
        double signAt = -kFailureGap;
        for (const LaneColumn& column : detail.columns) {
            if (!column.hasFailure)
                continue;
            const double x = m_left + column.column;
            m_painter.fillRect(QRectF(x, top, 1, m_block.barHeight), m_colors.failure);
            if (x - signAt >= kFailureGap)
                paintFailureSign(signAt = x, top);
        }
    }

    /// A triangle that points at what failed, so that it is told by shape too.
    void paintFailureSign(double x, double top)
    {
        constexpr double kSize = 3.5;
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_colors.failure);
        const QPointF tip(x + 0.5, top + kSize + 1.5);
        m_painter.drawPolygon(QPolygonF{tip, tip + QPointF(-kSize, -kSize - 2.5), tip + QPointF(kSize, -kSize - 2.5)});
        m_painter.setRenderHint(QPainter::Antialiasing, false);
    }

    void paintThrottled(const QRectF& bar)
    {
        auto span = std::ranges::upper_bound(m_throttled, bar.left(), {}, &ThrottledSpan::to);
        for (; span != m_throttled.end() && span->from < bar.right(); ++span) {
            const double left = std::max(span->from, bar.left());
            const double height = span->share >= 1 ? bar.height() : std::max(2.0, std::round(span->share * bar.height()));
            m_painter.fillRect(QRectF(left, bar.bottom() - height, std::min(span->to, bar.right()) - left, height), m_colors.throttled);
        }
    }

    void paintBar(const TimelineLane& lane, const LaneBar& bar, double top)
    {
        const TimelineTask& task = m_run.tasks.at(lane.rows[bar.place]);
        // A hair between neighbours, where there is room for it.
        const double gap = bar.to - bar.from > 6 ? 1 : 0;
        const QRectF shape = clippedBar(bar.from, bar.to - gap, top);
        if (bar.to < m_left || bar.from > m_right)
            return;
        if (!task.isDone()) {
            paintFailedBar(m_painter, shape, m_colors);
            return;
        }
        // Smooth corners of thousands of bars take longer than all else, and on low ones nobody sees them.
        if (shape.height() >= kLeastRounded && shape.width() > 3 * kRadius) {
            m_painter.setRenderHint(QPainter::Antialiasing, true);
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(m_colors.run);
            m_painter.drawRoundedRect(shape, kRadius, kRadius);
            m_painter.setRenderHint(QPainter::Antialiasing, false);
        } else {
            m_painter.fillRect(shape, m_colors.run);
        }
        paintThrottled(shape);
        const double ready = bar.from + m_scene.scale.pixels(std::max(0.0F, task.starting));
        if (ready > shape.left() + 0.5) {
            const QRectF part = clippedBar(bar.from, std::min(ready, bar.to - gap), top);
            m_painter.fillRect(part, part.width() > kLeastHatched ? m_colors.ground : mixed(m_colors.ground, m_colors.starting, 0.5));
            if (part.width() > kLeastHatched)
                m_painter.fillRect(part, QBrush(m_colors.starting, Qt::BDiagPattern));
        }
    }

    void paintNumber(const TimelineLane& lane, const LaneBar& bar, double top)
    {
        const TimelineTask& task = m_run.tasks.at(lane.rows[bar.place]);
        const QFont font = bold(m_font);
        const QFontMetricsF metrics(font);
        if (metrics.capHeight() + 4 > m_block.barHeight)
            return;
        const QString text = QString::number(task.index);
        const double starting = task.isDone() ? m_scene.scale.pixels(std::max(0.0F, task.starting)) : 0;
        const double left = std::max(bar.from + starting, m_left) + 5;
        const double width = metrics.horizontalAdvance(text);
        if (left + width + 4 > std::min(bar.to, m_right))
            return;
        const QRectF place(left - 3, top, width + 6, m_block.barHeight);
        // Words on two colours are read on neither.
        m_painter.fillRect(place.adjusted(0, 1, 0, -1), task.isDone() ? m_colors.run : m_colors.ground);
        m_painter.setFont(font);
        m_painter.setPen(task.isDone() ? m_colors.onRun : m_tokens.text);
        m_painter.drawText(place, Qt::AlignCenter, text);
    }

    void paintRunning(std::size_t number, double top)
    {
        for (const RunningTask& task : m_run.running) {
            if (task.slot != static_cast<int>(number))
                continue;
            const QRectF bar = clippedBar(m_scene.scale.x(task.started), m_scene.scale.x(m_run.seconds()), top);
            m_painter.fillRect(bar, mixed(m_colors.ground, m_colors.run, 0.5));
        }
    }

    QPainter& m_painter;
    const TimelineScene& m_scene;
    const RunTimeline& m_run;
    const RunBlock& m_block;
    std::size_t m_number;
    const Tokens& m_tokens;
    LaneColors m_colors;
    QFont m_font;
    QFontMetricsF m_metrics;
    double m_left;
    double m_right;
    std::vector<ThrottledSpan> m_throttled;
};

void paintMatches(QPainter& painter, const TimelineScene& scene, std::size_t run)
{
    if (scene.matchedRun != run)
        return;
    const Tokens& colors = tokens(scene.scheme);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const RunBlock& block = scene.layout.blocks[run];
    const TimeScale& scale = scene.scale;
    constexpr double kMark = 2;
    for (std::size_t lane = 0; lane < std::min(block.lanes, scene.matches.size()); ++lane) {
        const double top = scene.top(block.laneTop(lane)) + block.barHeight + 1;
        if (top < scene.body.top() || top > scene.body.bottom())
            continue;
        const auto& matches = scene.matches[lane];
        auto match = std::ranges::lower_bound(matches, scale.window.from, {}, &TimelineMatch::ended);
        while (match != matches.end() && match->started <= scale.window.to) {
            const double from = std::max(scale.left, scale.x(match->started));
            const double to = std::max(from + kMark, std::min(scale.left + scale.width, scale.x(match->ended)));
            painter.fillRect(QRectF(from, top, to - from, kMark), colors.good);
            // Where one mark stands already, a second would cost time and show nothing.
            match = std::ranges::lower_bound(match + 1, matches.end(), scale.time(to), {}, &TimelineMatch::ended);
        }
    }
}

void paintPointed(QPainter& painter, const TimelineScene& scene, const TaskPlace& place, bool isSelected)
{
    const TimelineTask& task = scene.runs[place.run]->tasks.at(place.row);
    const QRectF bar = scene.barOf(place);
    if (bar.isEmpty())
        return;
    const Tokens& colors = tokens(scene.scheme);
    painter.setRenderHint(QPainter::Antialiasing, true);
    if (isSelected && task.wait > 0) {
        const double y = bar.bottom() + 2;
        const double from = std::max(scene.scale.left, scene.scale.x(task.started - task.wait));
        painter.setPen(QPen(colors.text, 1.5, Qt::DotLine));
        if (from < bar.left())
            painter.drawLine(QPointF(from, y), QPointF(bar.left(), y));
    }
    painter.setPen(QPen(isSelected ? colors.text : colors.muted, isSelected ? 2 : 1.2));
    painter.setBrush(Qt::NoBrush);
    constexpr double kLeast = 5;
    const double grow = std::max(1.0, (kLeast - bar.width()) / 2);
    painter.drawRoundedRect(bar.adjusted(-grow, -1, grow, 1), kRadius + 1, kRadius + 1);
}

double luminance(const QColor& color)
{
    const auto linear = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QColor mixed(const QColor& from, const QColor& to, double share)
{
    const auto part = [share](float a, float b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(part(from.redF(), to.redF()), part(from.greenF(), to.greenF()), part(from.blueF(), to.blueF()));
}

LaneColors laneColors(const RunTimeline& run, const Tokens& tokens)
{
    constexpr double kDim = 0.58;
    // WCAG 2's contrast is the same for both where the luminance is the geometric mean of theirs.
    constexpr double kEven = 0.19;
    LaneColors colors;
    colors.ground = tokens.chip;
    colors.run = modeColor(run.sample.mode, tokens);
    colors.starting = colors.run;
    colors.throttled = mixed(colors.run, tokens.panel, kDim);
    colors.failure = tokens.caution;
    colors.onRun = luminance(colors.run) > kEven ? QColor(0x10, 0x12, 0x16) : QColor(Qt::white);
    return colors;
}

void paintFailedBar(QPainter& painter, const QRectF& bar, const LaneColors& colors)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(bar, colors.ground);
    if (bar.width() < 5) {
        painter.fillRect(bar, colors.failure);
        return;
    }
    painter.fillRect(bar, QBrush(colors.failure, Qt::FDiagPattern));
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(colors.failure, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(bar.adjusted(0.75, 0.75, -0.75, -0.75), kRadius, kRadius);
    constexpr double kArm = 3;
    if (bar.width() < 7 * kArm)
        return;
    const QPointF center(bar.right() - 2.5 * kArm, bar.center().y());
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.ground);
    painter.drawEllipse(center, 2 * kArm, 2 * kArm);
    painter.setPen(QPen(colors.failure, 2));
    painter.drawLine(center + QPointF(-kArm, -kArm), center + QPointF(kArm, kArm));
    painter.drawLine(center + QPointF(-kArm, kArm), center + QPointF(kArm, -kArm));
}

void paintLanes(QPainter& painter, const TimelineScene& scene, std::size_t run)
{
    LanesPainter(painter, scene, run).paint();
    paintMatches(painter, scene, run);
    if (scene.hovered && scene.hovered->run == run && scene.hovered != scene.selected)
        paintPointed(painter, scene, *scene.hovered, false);
    if (scene.selected && scene.selected->run == run)
        paintPointed(painter, scene, *scene.selected, true);
}

} // namespace tierscope::ui
