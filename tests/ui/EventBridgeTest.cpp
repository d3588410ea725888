// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/bridge/EventBridge.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>
#include <gtest/gtest.h>

#include <thread>

namespace {

using namespace tierscope;
using Milliseconds = ui::UpdateThrottle::Milliseconds;

TEST(UpdateThrottleTest, FirstAtOnceThenThirtyASecond)
{
    ui::UpdateThrottle throttle;
    EXPECT_EQ(throttle.delay(Milliseconds(0)), Milliseconds(0));
    throttle.shown(Milliseconds(1000));
    EXPECT_EQ(throttle.delay(Milliseconds(1000)), ui::UpdateThrottle::kInterval);
    EXPECT_EQ(throttle.delay(Milliseconds(1020)), ui::UpdateThrottle::kInterval - Milliseconds(20));
    EXPECT_EQ(throttle.delay(Milliseconds(1040)), Milliseconds(0));
    EXPECT_GE(ui::UpdateThrottle::kInterval * 30, Milliseconds(1000));
}

core::SampleFinished sample(int planIndex)
{
    core::SampleFinished event;
    event.sample.planIndex = planIndex;
    event.sample.tasks.resize(3);
    return event;
}

TEST(RunUpdateTest, LatestOfWhatChangesEveryOneOfWhatCounts)
{
    ui::RunUpdate update;
    EXPECT_TRUE(update.isEmpty());
    core::PlannedRun first;
    core::PlannedRun second;
    second.planIndex = 1;
    ui::merge(update, core::RunStarted{first});
    ui::merge(update, core::TaskStarted{});
    ui::merge(update, core::TaskEnded{});
    ui::merge(update, sample(0));
    ui::merge(update, core::ProgressChanged{1, 4, {}});
    ui::merge(update, core::RunStarted{second});
    ui::merge(update, core::TaskEnded{});
    ui::merge(update, core::TaskEnded{});
    ui::merge(update, sample(1));
    ui::merge(update, core::ProgressChanged{2, 4, {}});
    ui::merge(update, core::WarningRaised{{core::ErrorCode::Io, "one", ""}});
    ui::merge(update, core::WarningRaised{{core::ErrorCode::Io, "two", ""}});
    EXPECT_EQ(update.current->planIndex, 1);
    EXPECT_EQ(update.tasksEnded, 2) << "those of the current run";
    EXPECT_EQ(update.tasks.size(), 2U);
    EXPECT_TRUE(update.tasksStarted.empty()) << "it was of the run before";
    EXPECT_EQ(update.progress->finishedRuns, 2);
    EXPECT_EQ(update.warnings.size(), 2U);
    ASSERT_EQ(update.samples.size(), 2U);
    EXPECT_TRUE(update.samples[0].tasks.empty()) << "a million task records have no place in a window";
    EXPECT_FALSE(update.isEmpty());
}

TEST(EventBridgeTest, LosesNothingAndDoesNotFlood)
{
    constexpr int kSamples = 3000;
    ui::EventBridge bridge;
    std::vector<int> received;
    std::vector<qint64> times;
    bool hasEnded = false;
    bool wasInThisThread = true;
    QElapsedTimer clock;
    clock.start();
    QObject::connect(&bridge, &ui::EventBridge::delivered, &bridge, [&](const ui::RunUpdate& update) {
        EXPECT_FALSE(hasEnded) << "the end is the last";
        wasInThisThread = wasInThisThread && QThread::currentThread() == bridge.thread();
        times.push_back(clock.elapsed());
        for (const core::Sample& one : update.samples)
            received.push_back(one.planIndex);
        hasEnded = update.ended.has_value();
    });
    std::jthread source([&bridge] {
        for (int index = 0; index < kSamples; ++index) {
            for (int task = 0; task < 20; ++task)
                bridge.push(core::TaskEnded{});
            bridge.push(sample(index));
        }
        bridge.push(core::ExperimentEnded{});
    });
    ASSERT_TRUE(QTest::qWaitFor([&hasEnded] { return hasEnded; }, 60000));
    EXPECT_TRUE(wasInThisThread);
    ASSERT_EQ(received.size(), static_cast<std::size_t>(kSamples));
    EXPECT_TRUE(std::ranges::is_sorted(received));
    for (std::size_t index = 1; index < times.size(); ++index)
        EXPECT_GE(times[index] - times[index - 1], ui::UpdateThrottle::kInterval.count() - 1);
}

TEST(EventBridgeTest, OneEventComesWithoutWaitingForAnother)
{
    ui::EventBridge bridge;
    int updates = 0;
    QObject::connect(&bridge, &ui::EventBridge::delivered, &bridge, [&updates](const ui::RunUpdate&) { ++updates; });
    bridge.push(sample(0));
    ASSERT_TRUE(QTest::qWaitFor([&updates] { return updates == 1; }, 30000));
    bridge.push(sample(1));
    ASSERT_TRUE(QTest::qWaitFor([&updates] { return updates == 2; }, 30000));
}

TEST(EventBridgeTest, MayGoWhileEventsArePending)
{
    auto bridge = std::make_unique<ui::EventBridge>();
    bridge->push(sample(0));
    bridge.reset();
    QCoreApplication::processEvents();
}

} // namespace
