// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/bridge/WorkQueue.h"

#include <QTest>
#include <QThread>
#include <gtest/gtest.h>

#include <semaphore>

namespace {

using namespace tierscope;

TEST(WorkQueueTest, WorksInOrderElsewhereAndAnswersHere)
{
    ui::WorkQueue queue;
    std::vector<int> answers;
    bool wasElsewhere = true;
    bool wasHere = true;
    for (int index = 0; index < 50; ++index) {
        queue.post(
            [&wasElsewhere, index] {
                wasElsewhere = wasElsewhere && QThread::currentThread() != QCoreApplication::instance()->thread();
                return index;
            },
            [&answers, &wasHere](int answer) {
                wasHere = wasHere && QThread::currentThread() == QCoreApplication::instance()->thread();
                answers.push_back(answer);
            });
    }
    ASSERT_TRUE(QTest::qWaitFor([&answers] { return answers.size() == 50; }, 30000));
    EXPECT_TRUE(std::ranges::is_sorted(answers));
    EXPECT_TRUE(wasElsewhere);
    EXPECT_TRUE(wasHere);
}

TEST(WorkQueueTest, AnswersNobodyWhoIsGone)
{
    std::binary_semaphore hasBegun(0);
    std::binary_semaphore mayEnd(0);
    bool wasAnswered = false;
    auto queue = std::make_unique<ui::WorkQueue>();
    queue->post(
        [&] {
            hasBegun.release();
            mayEnd.acquire();
            return 1;
        },
        [&wasAnswered](int) { wasAnswered = true; });
    hasBegun.acquire();
    // It ends whether the destructor waits already or not yet; its answer comes too late either way.
    const std::jthread helper([&mayEnd] { mayEnd.release(); });
    queue.reset();
    QCoreApplication::processEvents();
    EXPECT_FALSE(wasAnswered);
}

} // namespace
