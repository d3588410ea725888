// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/LaneDetail.h"

#include <algorithm>
#include <cmath>

namespace tierscope::ui {

namespace {

/// The first place from `from` on whose task begins at `time` or later. Near ones are found first: columns hold few tasks or many.
std::size_t firstFrom(const std::vector<double>& started, std::size_t from, double time)
{
    std::size_t step = 1;
    std::size_t low = from;
    std::size_t high = from;
    while (high < started.size() && started[high] < time) {
        low = high + 1;
        high += step;
        step *= 2;
    }
    const auto begin = started.begin();
    return static_cast<std::size_t>(std::lower_bound(begin + static_cast<std::ptrdiff_t>(low),
                                                     begin + static_cast<std::ptrdiff_t>(std::min(high, started.size())), time)
                                    - begin);
}

class ColumnWriter {
public:
    ColumnWriter(std::vector<LaneColumn>& columns, const TimeScale& scale)
        : m_columns(columns)
        , m_scale(scale)
        , m_count(static_cast<int>(std::ceil(scale.width)))
        , m_columnSeconds(scale.seconds(1))
    {}

    [[nodiscard]] int columnOf(double time) const
    {
        return std::clamp(static_cast<int>(std::floor(m_scale.pixels(time - m_scale.window.from))), 0, m_count - 1);
    }
    [[nodiscard]] double endOf(int column) const { return m_scale.window.from + m_scale.seconds(column + 1); }
    [[nodiscard]] int count() const { return m_count; }
    LaneColumn& at(int column)
    {
        if (m_columns.empty() || m_columns.back().column != column)
            m_columns.push_back({column, 0, 0, 0, false});
        return m_columns.back();
    }
    void addBusy(LaneColumn& column, double seconds) const { column.busy = std::clamp(column.busy + seconds / m_columnSeconds, 0.0, 1.0); }
    void addStarting(LaneColumn& column, double seconds) const
    {
        column.starting = std::clamp(column.starting + seconds / m_columnSeconds, 0.0, 1.0);
    }

private:
    std::vector<LaneColumn>& m_columns;
    const TimeScale& m_scale;
    int m_count;
    double m_columnSeconds;
};

/// Narrow tasks first .. last - 1, which all begin in one column, or before the window for the first of them.
void writeGroup(ColumnWriter& writer, const TimelineLane& lane, std::size_t first, std::size_t last, double windowFrom)
{
    int number = writer.columnOf(lane.started[first]);
    double end = writer.endOf(number);
    LaneColumn& column = writer.at(number);
    column.tasks += static_cast<std::uint32_t>(last - first);
    double busy = lane.busyBefore[last] - lane.busyBefore[first];
    busy -= std::max(0.0, std::min(windowFrom, lane.ended[first]) - lane.started[first]);
    double rest = std::max(0.0, lane.ended[last - 1] - end);
    writer.addBusy(column, busy - rest);
    writer.addStarting(column, lane.startingBefore[last] - lane.startingBefore[first]);
    column.hasFailure = column.hasFailure || lane.failedBefore[last] != lane.failedBefore[first];
    // The last one may reach into the next columns.
    while (rest > 0 && ++number < writer.count()) {
        const double from = end;
        end = writer.endOf(number);
        LaneColumn& next = writer.at(number);
        writer.addBusy(next, std::min(rest, end - from));
        next.hasFailure = next.hasFailure || lane.isFailed(last - 1);
        rest = std::max(0.0, lane.ended[last - 1] - end);
    }
}

} // namespace

LaneDetail laneDetail(const TimelineLane& lane, const TimeScale& scale, double leastBar)
{
    LaneDetail detail;
    ColumnWriter writer(detail.columns, scale);
    const TimeWindow& window = scale.window;
    const auto isWide = [&](std::size_t place) { return scale.pixels(lane.ended[place] - lane.started[place]) >= leastBar; };
    auto place = static_cast<std::size_t>(std::ranges::lower_bound(lane.ended, window.from) - lane.ended.begin());
    while (place < lane.size() && lane.started[place] <= window.to) {
        if (isWide(place)) {
            detail.bars.push_back({place, scale.x(lane.started[place]), scale.x(lane.ended[place])});
            ++place;
            continue;
        }
        const double columnEnd = writer.endOf(writer.columnOf(lane.started[place]));
        std::size_t last = std::max(place + 1, firstFrom(lane.started, place + 1, columnEnd));
        // A wide one among them can only be the last.
        if (last - 1 > place && isWide(last - 1))
            --last;
        writeGroup(writer, lane, place, last, window.from);
        place = last;
    }
    return detail;
}

std::optional<std::size_t> taskAt(const TimelineLane& lane, double time, double reach)
{
    const auto begin = static_cast<std::size_t>(std::ranges::lower_bound(lane.ended, time - reach) - lane.ended.begin());
    const auto end = static_cast<std::size_t>(std::ranges::upper_bound(lane.started, time + reach) - lane.started.begin());
    if (begin >= end)
        return std::nullopt;
    const auto exact = static_cast<std::size_t>(std::ranges::upper_bound(lane.started, time) - lane.started.begin());
    const auto distance = [&](std::size_t place) { return std::max({0.0, lane.started[place] - time, time - lane.ended[place]}); };
    // Near in the order is near in time; only those beside the moment compete.
    std::optional<std::size_t> nearest;
    for (std::size_t place = exact > 0 ? exact - 1 : 0; place < std::min(exact + 1, lane.size()); ++place) {
        if (place >= begin && place < end && (!nearest || distance(place) < distance(*nearest)))
            nearest = place;
    }
    if (!nearest)
        nearest = begin;
    const bool isMerged = end - begin > 2;
    if (isMerged && lane.failedBefore[end] != lane.failedBefore[begin] && !lane.isFailed(*nearest)) {
        const auto failed = std::upper_bound(lane.failedBefore.begin() + static_cast<std::ptrdiff_t>(begin),
                                             lane.failedBefore.begin() + static_cast<std::ptrdiff_t>(end) + 1, lane.failedBefore[begin]);
        return static_cast<std::size_t>(failed - lane.failedBefore.begin()) - 1;
    }
    return nearest;
}

std::size_t tasksBeginning(const TimelineLane& lane, const TimeWindow& stretch)
{
    const auto begin = std::ranges::lower_bound(lane.started, stretch.from);
    return static_cast<std::size_t>(std::lower_bound(begin, lane.started.end(), stretch.to) - begin);
}

} // namespace tierscope::ui
