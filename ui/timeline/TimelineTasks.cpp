// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/TimelineTasks.h"

#include <algorithm>
#include <limits>

namespace tierscope::ui {

namespace {

std::uint32_t counted(std::int64_t value)
{
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(value, 0, std::numeric_limits<std::uint32_t>::max()));
}

/// Sums from a place on, after something was put in there.
void sum(TimelineLane& lane, const std::vector<TimelineTask>& tasks, std::size_t from)
{
    const std::size_t count = lane.size();
    lane.busyBefore.resize(count + 1);
    lane.startingBefore.resize(count + 1);
    lane.failedBefore.resize(count + 1);
    for (std::size_t place = from; place < count; ++place) {
        const TimelineTask& task = tasks[lane.rows[place]];
        lane.busyBefore[place + 1] = lane.busyBefore[place] + task.seconds();
        lane.startingBefore[place + 1] = lane.startingBefore[place] + std::clamp<double>(task.starting, 0, task.seconds());
        lane.failedBefore[place + 1] = lane.failedBefore[place] + (task.isDone() ? 0 : 1);
    }
}

} // namespace

TimelineTasks::TimelineTasks(core::Dilation dilation, int cap)
    : m_dilation(std::max(1.0, dilation.factor))
    , m_lanes(static_cast<std::size_t>(std::clamp(cap, 1, kMostLanes)))
{}

TimelineTasks TimelineTasks::of(const core::Sample& sample)
{
    TimelineTasks tasks(sample.dilation, sample.mode == core::ScheduleMode::Sequential ? 1 : sample.cap);
    tasks.reserve(sample.tasks.size());
    for (const core::TaskRecord& record : sample.tasks)
        tasks.add(record);
    return tasks;
}

double TimelineTasks::inTierTime(core::Nanoseconds measured) const
{
    return std::chrono::duration<double>(measured).count() / m_dilation;
}

void TimelineTasks::add(const core::TaskRecord& record)
{
    TimelineTask task;
    task.index = record.index;
    task.slot = record.slot;
    task.outcome = record.outcome;
    task.cpu = static_cast<float>(static_cast<double>(record.userUs + record.systemUs) * 1e-6);
    task.maxRssKb = counted(record.maxRssKb);
    task.voluntarySwitches = counted(record.voluntarySwitches);
    task.involuntarySwitches = counted(record.involuntarySwitches);
    task.minorFaults = counted(record.minorFaults);
    task.majorFaults = counted(record.majorFaults);
    if (record.wasStarted()) {
        task.started = std::max(0.0, inTierTime(record.started));
        task.ended = std::max(task.started, inTierTime(record.ended));
        task.wait = static_cast<float>(std::max(0.0, inTierTime(record.started - record.queued)));
        if (record.ready.count() > 0)
            task.starting = static_cast<float>(std::max(0.0, inTierTime(record.ready - record.started)));
    }
    const auto row = static_cast<std::uint32_t>(m_tasks.size());
    m_tasks.push_back(task);
    if (!record.error.empty())
        m_errors[row] = record.error;
    m_failed += task.isDone() ? 0U : 1U;
    m_neverStarted += task.wasStarted() ? 0U : 1U;
    m_knowsStarts = m_knowsStarts || task.starting > 0;
    m_end = std::max(m_end, task.ended);
    if (task.wasStarted() && (!m_longest || task.seconds() > m_tasks[*m_longest].seconds()))
        m_longest = row;
    if (task.slot >= 0 && task.slot < kMostLanes)
        place(row);
}

void TimelineTasks::place(std::uint32_t row)
{
    const TimelineTask& task = m_tasks[row];
    const auto slot = static_cast<std::size_t>(task.slot);
    if (slot >= m_lanes.size())
        m_lanes.resize(slot + 1);
    TimelineLane& lane = m_lanes[slot];
    // Nearly always the end: the tasks of a slot come one after the other.
    const auto after = std::upper_bound(lane.started.begin(), lane.started.end(), task.started);
    const auto at = after - lane.started.begin();
    lane.started.insert(after, task.started);
    lane.ended.insert(lane.ended.begin() + at, task.ended);
    lane.rows.insert(lane.rows.begin() + at, row);
    // Should two overlap all the same, the ends must still ascend to be searched.
    for (auto next = static_cast<std::size_t>(at); next < lane.size(); ++next) {
        if (next > 0 && lane.ended[next] < lane.ended[next - 1])
            lane.ended[next] = lane.ended[next - 1];
        else if (next > static_cast<std::size_t>(at))
            break;
    }
    sum(lane, m_tasks, static_cast<std::size_t>(at));
}

std::size_t TimelineTasks::placeOf(std::size_t row) const
{
    const TimelineTask& task = m_tasks[row];
    if (task.slot < 0 || static_cast<std::size_t>(task.slot) >= m_lanes.size())
        return 0;
    const TimelineLane& lane = m_lanes[static_cast<std::size_t>(task.slot)];
    auto place = static_cast<std::size_t>(std::ranges::lower_bound(lane.started, task.started) - lane.started.begin());
    while (place < lane.size() && lane.rows[place] != row)
        ++place;
    return place;
}

std::string TimelineTasks::errorOf(std::size_t row) const
{
    const auto found = m_errors.find(static_cast<std::uint32_t>(row));
    return found == m_errors.end() ? std::string() : found->second;
}

} // namespace tierscope::ui
