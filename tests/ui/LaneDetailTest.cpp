// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/LaneDetail.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

namespace {

using namespace tierscope;

/// Of one slot, in nanoseconds.
ui::TimelineTasks laneOf(const std::vector<core::TaskRecord>& records)
{
    ui::TimelineTasks tasks{core::Dilation{}};
    for (const core::TaskRecord& record : records)
        tasks.add(record);
    return tasks;
}

core::TaskRecord record(int index, std::int64_t started, std::int64_t ended, bool isDone = true)
{
    core::TaskRecord task;
    task.index = index;
    task.slot = 0;
    task.started = core::Nanoseconds(started);
    task.ended = core::Nanoseconds(ended);
    task.outcome = isDone ? core::TaskOutcome::Done : core::TaskOutcome::Failed;
    return task;
}

/// Gaps and lengths of every size, from nothing to much more than a window.
std::vector<core::TaskRecord> anyRecords()
{
    std::vector<core::TaskRecord> records;
    std::int64_t time = *rc::gen::inRange<std::int64_t>(0, 5'000'000);
    const int count = *rc::gen::inRange(0, 400);
    for (int index = 0; index < count; ++index) {
        const std::int64_t most = *rc::gen::element<std::int64_t>(1, 1000, 200'000, 30'000'000);
        const std::int64_t length = *rc::gen::inRange<std::int64_t>(0, most);
        records.push_back(record(index, time, time + length, *rc::gen::inRange(0, 12) != 0));
        time += length + (*rc::gen::inRange(0, 3) == 0 ? *rc::gen::inRange<std::int64_t>(0, most) : 0);
    }
    return records;
}

ui::TimeScale anyScale(const ui::TimelineTasks& tasks)
{
    const ui::TimeWindow all = ui::wholeRun(tasks.end());
    const double from = *rc::gen::inRange(0, 950) / 1000.0 * all.to;
    const double span = *rc::gen::element(0.001, 0.01, 0.1, 1.0) * all.to;
    return {ui::clampedWindow({from, from + span}, all), 40, static_cast<double>(*rc::gen::inRange(20, 300))};
}

/// What a painter would see that looks at every task for every column.
struct Brute {
    std::vector<double> busy;
    std::vector<bool> mayFail;  ///< a failed task is within a column of it
    std::vector<bool> mustFail; ///< one lies well inside of it

    Brute(const ui::TimelineTasks& tasks, const ui::TimeScale& scale)
        : busy(static_cast<std::size_t>(scale.width))
        , mayFail(busy.size())
        , mustFail(busy.size())
    {
        const double column = scale.seconds(1);
        for (std::size_t number = 0; number < busy.size(); ++number) {
            const double from = scale.window.from + column * static_cast<double>(number);
            const double to = from + column;
            for (const ui::TimelineTask& task : tasks.all()) {
                busy[number] += std::max(0.0, std::min(to, task.ended) - std::max(from, task.started)) / column;
                if (task.isDone())
                    continue;
                const double slack = 1e-6 * column;
                mayFail[number] = mayFail[number] || (task.started <= to + slack && task.ended >= from - slack);
                mustFail[number] = mustFail[number] || (task.started < to - slack && task.ended > from + slack);
            }
        }
    }
};

RC_GTEST_PROP(LaneDetailTest, ShowsWhatABruteForcePainterSees, ())
{
    const ui::TimelineTasks tasks = laneOf(anyRecords());
    const ui::TimeScale scale = anyScale(tasks);
    const ui::TimelineLane& lane = tasks.lanes().front();
    const Brute brute(tasks, scale);
    const ui::LaneDetail detail = laneDetail(lane, scale);

    std::vector<double> busy(brute.busy.size());
    std::vector<bool> fails(brute.busy.size());
    int before = -1;
    for (const ui::LaneColumn& column : detail.columns) {
        RC_ASSERT(column.column > before);
        before = column.column;
        RC_ASSERT(static_cast<std::size_t>(column.column) < busy.size());
        busy[static_cast<std::size_t>(column.column)] += column.busy;
        fails[static_cast<std::size_t>(column.column)] = column.hasFailure;
    }
    const auto standsForItself = [&](const ui::TimelineTask& task) {
        return scale.pixels(task.seconds()) >= ui::kLeastBar && task.ended >= scale.window.from && task.started <= scale.window.to;
    };
    RC_ASSERT(detail.bars.size() == static_cast<std::size_t>(std::ranges::count_if(tasks.all(), standsForItself)));
    for (const ui::LaneBar& bar : detail.bars) {
        RC_ASSERT(bar.to - bar.from >= ui::kLeastBar - 1e-6);
        for (std::size_t number = 0; number < busy.size(); ++number) {
            const double from = scale.left + static_cast<double>(number);
            const double covered = std::min(from + 1, bar.to) - std::max(from, bar.from);
            busy[number] += std::max(0.0, covered);
            if (lane.isFailed(bar.place) && covered >= 0)
                fails[number] = true;
        }
    }
    for (std::size_t number = 0; number < busy.size(); ++number) {
        RC_ASSERT(std::abs(std::min(1.0, busy[number]) - std::min(1.0, brute.busy[number])) < 1e-4);
        if (brute.mustFail[number])
            RC_ASSERT(fails[number]);
        if (fails[number])
            RC_ASSERT(brute.mayFail[number] || (number > 0 && brute.mayFail[number - 1])
                      || (number + 1 < busy.size() && brute.mayFail[number + 1]));
    }
}

RC_GTEST_PROP(LaneDetailTest, EveryFailureInSightIsSomewhere, ())
{
    const ui::TimelineTasks tasks = laneOf(anyRecords());
    const ui::TimeScale scale = anyScale(tasks);
    const ui::TimelineLane& lane = tasks.lanes().front();
    const ui::LaneDetail detail = laneDetail(lane, scale);
    for (std::size_t place = 0; place < lane.size(); ++place) {
        if (!lane.isFailed(place) || lane.ended[place] < scale.window.from || lane.started[place] >= scale.window.to)
            continue;
        const double x = std::max(scale.left, scale.x(lane.started[place]));
        const bool hasBar = std::ranges::any_of(detail.bars, [&](const ui::LaneBar& bar) { return bar.place == place; });
        const bool hasColumn = std::ranges::any_of(detail.columns, [&](const ui::LaneColumn& column) {
            return column.hasFailure && std::abs(scale.left + column.column + 0.5 - x) <= 1.5;
        });
        RC_ASSERT(hasBar || hasColumn);
    }
}

RC_GTEST_PROP(LaneDetailTest, EveryTaskThatBeginsInSightIsCountedOnce, ())
{
    const ui::TimelineTasks tasks = laneOf(anyRecords());
    const ui::TimeScale scale{ui::wholeRun(tasks.end()), 0, static_cast<double>(*rc::gen::inRange(5, 300))};
    const ui::LaneDetail detail = laneDetail(tasks.lanes().front(), scale);
    std::size_t counted = detail.bars.size();
    for (const ui::LaneColumn& column : detail.columns)
        counted += column.tasks;
    RC_ASSERT(counted == tasks.size());
}

RC_GTEST_PROP(TaskAtTest, FindsTheTaskThatIsThere, ())
{
    const ui::TimelineTasks tasks = laneOf(anyRecords());
    RC_PRE(!tasks.isEmpty());
    const ui::TimelineLane& lane = tasks.lanes().front();
    const double time = *rc::gen::inRange(0, 1000) / 1000.0 * tasks.end();
    const double reach = *rc::gen::element(0.0, 1e-6, 1e-3) * std::max(1e-9, tasks.end());
    const auto found = taskAt(lane, time, reach);
    std::size_t inside = 0;
    bool isNear = false;
    for (const ui::TimelineTask& task : tasks.all()) {
        inside += task.started < time && time < task.ended ? 1U : 0U;
        isNear = isNear || (task.started <= time + reach && task.ended >= time - reach);
    }
    RC_ASSERT(found.has_value() == isNear);
    if (!found)
        return;
    RC_ASSERT(lane.started[*found] <= time + reach && lane.ended[*found] >= time - reach);
    if (inside > 0 && !lane.isFailed(*found))
        RC_ASSERT(lane.started[*found] <= time && lane.ended[*found] >= time);
}

TEST(LaneDetailTest, WideTasksStandForThemselvesAndNarrowOnesAreMerged)
{
    std::vector<core::TaskRecord> records{record(0, 0, 500'000'000)};
    for (int index = 1; index <= 1000; ++index)
        records.push_back(record(index, 499'500'000 + index * 500'000, 499'500'000 + index * 500'000 + 250'000, index != 500));
    const ui::TimelineTasks tasks = laneOf(records);
    const ui::LaneDetail detail = laneDetail(tasks.lanes().front(), {{0, 1}, 0, 100});
    ASSERT_EQ(detail.bars.size(), 1U);
    EXPECT_DOUBLE_EQ(detail.bars[0].to, 50);
    EXPECT_EQ(detail.columns.size(), 50U);
    EXPECT_EQ(std::ranges::count_if(detail.columns, &ui::LaneColumn::hasFailure), 1) << "one of a thousand, and it is seen";
    for (const ui::LaneColumn& column : detail.columns)
        EXPECT_NEAR(column.busy, 0.5, 1e-3);
}

TEST(LaneDetailTest, WhatBeganBeforeTheWindowCountsFromItsEdge)
{
    // 2.5 pixels, half of which are to the left of the window.
    const ui::TimelineTasks tasks = laneOf({record(0, 0, 25'000'000), record(1, 900'000'000, 1'000'000'000)});
    const ui::LaneDetail detail = laneDetail(tasks.lanes().front(), {{0.0125, 1.0125}, 0, 100});
    ASSERT_EQ(detail.columns.size(), 2U);
    EXPECT_NEAR(detail.columns[0].busy, 1, 1e-9);
    EXPECT_NEAR(detail.columns[1].busy, 0.25, 1e-9);
    const ui::LaneDetail rest = laneDetail(tasks.lanes().front(), {{0.02, 1.02}, 0, 100});
    ASSERT_EQ(rest.columns.size(), 1U);
    EXPECT_NEAR(rest.columns[0].busy, 0.5, 1e-9);
}

TEST(TaskAtTest, OfManyAtOnePixelTheOneThatFailed)
{
    std::vector<core::TaskRecord> records;
    for (int index = 0; index < 100; ++index)
        records.push_back(record(index, index * 1000, index * 1000 + 900, index != 73));
    const ui::TimelineTasks tasks = laneOf(records);
    EXPECT_EQ(taskAt(tasks.lanes().front(), 20e-6, 1e-3), 73U);
    EXPECT_EQ(taskAt(tasks.lanes().front(), 20.5e-6, 1e-7), 20U) << "close enough to mean one";
    EXPECT_FALSE(taskAt(tasks.lanes().front(), 2e-3, 1e-4).has_value());
}

TEST(TimelineTasksTest, TakesTimesApartAndKeepsLanesInOrder)
{
    ui::TimelineTasks tasks(core::Dilation{2}, 3);
    core::TaskRecord task = record(5, 4'000'000'000, 6'000'000'000);
    task.slot = 1;
    task.queued = core::Nanoseconds(1'000'000'000);
    task.ready = core::Nanoseconds(4'500'000'000);
    task.userUs = 700'000;
    task.systemUs = 50'000;
    tasks.add(task);
    task.index = 4;
    task.started = core::Nanoseconds(1'000'000'000);
    task.ended = core::Nanoseconds(2'000'000'000);
    tasks.add(task);
    core::TaskRecord never;
    never.index = 6;
    never.error = "the run was stopped";
    tasks.add(never);
    EXPECT_DOUBLE_EQ(tasks.at(0).started, 2) << "the tier's time";
    EXPECT_FLOAT_EQ(tasks.at(0).wait, 1.5F);
    EXPECT_FLOAT_EQ(tasks.at(0).starting, 0.25F);
    EXPECT_FLOAT_EQ(tasks.at(0).cpu, 0.75F) << "as measured";
    ASSERT_EQ(tasks.lanes().size(), 3U) << "slots without a task too";
    EXPECT_EQ(tasks.lanes()[1].rows, (std::vector<std::uint32_t>{1, 0})) << "by start, whatever came first";
    EXPECT_EQ(tasks.placeOf(0), 1U);
    EXPECT_EQ(tasks.neverStarted(), 1U);
    EXPECT_EQ(tasks.failed(), 1U);
    EXPECT_EQ(tasks.errorOf(2), "the run was stopped");
    EXPECT_DOUBLE_EQ(tasks.lanes()[1].busyBefore.back(), 1.5);
}

TEST(TimelineTasksTest, ASlotBeyondReasonIsInNoLane)
{
    core::TaskRecord task = record(0, 0, 1);
    task.slot = 2'000'000'000;
    const ui::TimelineTasks tasks = laneOf({task});
    EXPECT_EQ(tasks.size(), 1U);
    EXPECT_EQ(tasks.lanes().size(), 1U);
}

} // namespace
