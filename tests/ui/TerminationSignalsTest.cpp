// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/bridge/TerminationSignals.h"

#include <QTest>
#include <gtest/gtest.h>

#include <csignal>

namespace {

using namespace tierscope;

TEST(TerminationSignalsTest, BecomeEventsOfTheLoop)
{
    const ui::TerminationSignals termination;
    std::vector<int> received;
    QObject::connect(&termination, &ui::TerminationSignals::received, qApp, [&received](int number) { received.push_back(number); });
    std::raise(SIGTERM);
    ASSERT_TRUE(received.empty()) << "the handler itself does nothing but take note";
    std::raise(SIGINT);
    ASSERT_TRUE(QTest::qWaitFor([&received] { return received.size() == 2; }, 30000));
    EXPECT_EQ(received, (std::vector{SIGTERM, SIGINT}));
}

TEST(TerminationSignalsTest, LeavesTheDefaultBehind)
{
    {
        const ui::TerminationSignals termination;
    }
    struct sigaction now = {};
    sigaction(SIGTERM, nullptr, &now);
    EXPECT_EQ(now.sa_handler, SIG_DFL);
}

} // namespace
