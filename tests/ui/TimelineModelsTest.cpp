// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "tests/ui/TimelineSamples.h"
#include "ui/bridge/RunUpdate.h"
#include "ui/timeline/CpuStrip.h"
#include "ui/timeline/TaskSearch.h"
#include "ui/timeline/TaskTableModel.h"
#include "ui/timeline/TimelineWords.h"

#include <QAbstractItemModelTester>
#include <gtest/gtest.h>

#include <algorithm>

namespace {

using namespace tierscope;
using Kind = ui::TaskQuery::Kind;

TEST(TaskSearchTest, ReadsWhatAPersonWrites)
{
    EXPECT_EQ(ui::parseTaskQuery(" 7 "), (ui::TaskQuery{Kind::Index, 7}));
    EXPECT_EQ(ui::parseTaskQuery("#12"), (ui::TaskQuery{Kind::Index, 12}));
    EXPECT_EQ(ui::parseTaskQuery("> 1.2 s"), (ui::TaskQuery{Kind::LongerThan, 1.2}));
    EXPECT_EQ(ui::parseTaskQuery(">1.5"), (ui::TaskQuery{Kind::LongerThan, 1.5}));
    EXPECT_EQ(ui::parseTaskQuery("<300ms"), (ui::TaskQuery{Kind::ShorterThan, 0.3}));
    EXPECT_EQ(ui::parseTaskQuery("Longest"), (ui::TaskQuery{Kind::Longest, 0}));
    EXPECT_EQ(ui::parseTaskQuery("failed"), (ui::TaskQuery{Kind::Failed, 0}));
    for (const char* wrong : {"", "seven", "> s", "> 1 parsec", "1.5", "-3", "99999999999"})
        EXPECT_FALSE(ui::parseTaskQuery(QString::fromUtf8(wrong)).has_value()) << wrong;
}

TEST(TaskSearchTest, FindsTasksInTheOrderOfTheirStart)
{
    const auto run = tests::scheduledRun(10, 2, 1, {3, 8});
    EXPECT_EQ(findTasks(run->tasks, {Kind::Failed, 0}), (std::vector<std::uint32_t>{3, 8}));
    EXPECT_EQ(findTasks(run->tasks, {Kind::Index, 4}), (std::vector<std::uint32_t>{4}));
    EXPECT_TRUE(findTasks(run->tasks, {Kind::Index, 99}).empty());
    EXPECT_EQ(findTasks(run->tasks, {Kind::Longest, 0}), (std::vector<std::uint32_t>{6}));
    EXPECT_EQ(findTasks(run->tasks, {Kind::LongerThan, 1.045}).size(), 2U);
    EXPECT_EQ(findTasks(run->tasks, {Kind::ShorterThan, 1.005}), (std::vector<std::uint32_t>{0, 7}));
}

TEST(TaskTableModelTest, IsAProperModelThatSorts)
{
    ui::TaskTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRun(tests::scheduledRun(10, 2, 1, {3}));
    EXPECT_EQ(model.rowCount(), 10);
    const QPersistentModelIndex third = model.index(3, ui::TaskTableModel::Outcome);
    EXPECT_EQ(third.data().toString(), "failed: killed by signal 9 (SIGKILL)");
    model.sort(ui::TaskTableModel::Run, Qt::DescendingOrder);
    EXPECT_EQ(model.index(0, ui::TaskTableModel::Index).data().toString(), "6") << "the longest first";
    EXPECT_EQ(third.data().toString(), "failed: killed by signal 9 (SIGKILL)") << "what was selected goes along";
    for (int line = 0; line < model.rowCount(); ++line)
        EXPECT_EQ(model.lineOf(model.taskOf(line)), line);
    model.sort(ui::TaskTableModel::Outcome, Qt::DescendingOrder);
    EXPECT_EQ(model.index(0, ui::TaskTableModel::Index).data().toString(), "3");
    model.setRun(nullptr);
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(LiveRunTest, GrowsTaskByTask)
{
    ui::LiveRun live;
    core::ExperimentSpec spec;
    spec.tasks = 3;
    live.setExperiment(spec, 2);
    ui::RunUpdate update;
    update.tasksStarted.push_back({0, 0, {}});
    EXPECT_FALSE(live.apply(update)) << "of a calibration: no run has begun";
    update.current = core::PlannedRun{4, core::MemoryMb{2048}, core::ScheduleMode::Parallel, 2};
    EXPECT_TRUE(live.apply(update));
    const ui::RunTimelinePtr run = live.run();
    EXPECT_EQ(run->sample.planIndex, 4);
    EXPECT_EQ(run->tasks.lanes().size(), 2U);
    EXPECT_EQ(run->running.size(), 1U);

    ui::TaskTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRun(run);
    ui::RunUpdate more;
    const core::Sample sample = tests::scheduledSample(3, 2, 1);
    more.tasks = {sample.tasks[0], sample.tasks[1]};
    more.tasksStarted.push_back({2, 0, core::Nanoseconds(1'000'000'000)});
    EXPECT_TRUE(live.apply(more));
    EXPECT_EQ(live.run(), run) << "the same run, which has grown";
    EXPECT_EQ(run->tasks.size(), 2U);
    ASSERT_EQ(run->running.size(), 1U);
    EXPECT_EQ(run->running[0].index, 2);
    model.grow();
    EXPECT_EQ(model.rowCount(), 2);
    EXPECT_FALSE(live.apply({}));
    live.clear();
    EXPECT_EQ(live.run(), nullptr);
}

TEST(CpuStripTest, AveragesInTheTiersTime)
{
    using core::Nanoseconds;
    const core::CpuTrace trace{{Nanoseconds(0), Nanoseconds(0), Nanoseconds(0)},
                               {Nanoseconds(2'000'000'000), Nanoseconds(1'000'000'000), Nanoseconds(1'000'000'000)},
                               {Nanoseconds(4'000'000'000), Nanoseconds(3'000'000'000), Nanoseconds(1'000'000'000)}};
    const ui::CpuStrip plain(trace, {});
    EXPECT_DOUBLE_EQ(plain.used({0, 2}), 0.5);
    EXPECT_DOUBLE_EQ(plain.used({2, 4}), 1);
    EXPECT_DOUBLE_EQ(plain.used({1, 3}), 0.75);
    EXPECT_DOUBLE_EQ(plain.throttled({0, 2}), 0.5);
    EXPECT_DOUBLE_EQ(plain.throttled({2, 4}), 0);
    EXPECT_DOUBLE_EQ(plain.mostUsed(), 1);
    const ui::CpuStrip dilated(trace, core::Dilation{2});
    EXPECT_DOUBLE_EQ(dilated.used({0, 1}), 1) << "twice the CPU in half the time";
    EXPECT_DOUBLE_EQ(dilated.throttled({0, 1}), 0.5) << "the same share of it";
    EXPECT_TRUE(ui::CpuStrip({}, {}).isEmpty());
    EXPECT_DOUBLE_EQ(ui::CpuStrip({}, {}).used({0, 1}), 0);
}

TEST(TimelineWordsTest, SayEverythingAboutATask)
{
    const auto run = tests::scheduledRun(10, 4, 0.3, {3});
    EXPECT_EQ(runTitle(*run).toStdString(), "Parallel · 6144 MB · 4 at once · 918 ms");
    EXPECT_EQ(runNote(*run), "1 of 10 tasks failed");
    EXPECT_EQ(ui::taskTitle(run->tasks.at(3)), "Task 3 · slot 3");
    const QString facts = taskFacts(*run, 3).join(QLatin1Char('\n'));
    for (const char* fact :
         {"ran 309 ms, from 0 s to 309 ms", "waited 0 s for a slot", "CPU time 297 ms, 96 % of its time", "memory at most 8.81 MB",
          "CPU given up 2 times, taken away 3 times", "page faults: 303 without reading, 1 with", "its process took 6.18 ms to start",
          "Failed: killed by signal 9 (SIGKILL)"})
        EXPECT_TRUE(facts.contains(QString::fromUtf8(fact))) << fact << " in\n" << facts.toStdString();
    EXPECT_EQ(ui::tasksCsv(*run).count(QLatin1Char('\n')), 11);
    EXPECT_EQ(ui::taskTimeText(0.99996), "1.00 s");
    EXPECT_EQ(ui::taskTimeText(12.34), "12.3 s");
    EXPECT_EQ(ui::taskTimeText(0.0000451), "45 µs");
    EXPECT_TRUE(runDescription(*run).contains("The longest, task 6, ran 318 ms."));
}

} // namespace
