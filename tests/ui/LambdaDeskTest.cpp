// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/bridge/LambdaDesk.h"

#include "tests/ui/FakeLambda.h"

#include <QTest>
#include <gtest/gtest.h>

namespace {

using namespace tierscope;

class LambdaDeskTest : public testing::Test {
protected:
    static bool waitFor(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, 30000); }

    std::shared_ptr<tests::FakeLambda> m_fake = std::make_shared<tests::FakeLambda>();
    ui::LambdaDesk m_desk{m_fake->services()};
};

TEST_F(LambdaDeskTest, OnlyTheLastQuestionIsAnswered)
{
    m_fake->setFunctions({tests::fakeFunction("thumbs")});
    m_fake->hold();
    int changes = 0;
    QObject::connect(&m_desk, &ui::LambdaDesk::functionsChanged, &m_desk, [&changes] { ++changes; });
    m_desk.listFunctions({"", "us-east-1", ""});
    ASSERT_TRUE(waitFor([this] { return m_fake->listed().size() == 1; }));
    m_desk.listFunctions({"", "eu-west-1", ""});
    EXPECT_EQ(m_desk.functions().state, ui::FunctionList::State::Loading);
    ASSERT_TRUE(waitFor([this] { return m_fake->listed().size() == 2; })) << "the first one has been stopped, not waited for";
    m_fake->release();
    ASSERT_TRUE(waitFor([this] { return m_desk.functions().state == ui::FunctionList::State::Ready; }));
    EXPECT_EQ(m_desk.functions().region, "eu-west-1");
    EXPECT_EQ(m_fake->stopped(), 1);
    EXPECT_EQ(changes, 3) << "loading, loading, ready";
}

TEST_F(LambdaDeskTest, AFailureIsAState)
{
    m_fake->failList(core::Error{core::ErrorCode::PermissionDenied, "the credentials are not accepted", "Sign in again"});
    m_desk.listFunctions({});
    ASSERT_TRUE(waitFor([this] { return m_desk.functions().state == ui::FunctionList::State::Failed; }));
    EXPECT_EQ(m_desk.functions().error->remedy, "Sign in again");
}

TEST_F(LambdaDeskTest, WhatSweepsHaveLeftIsPutBackAtTheStart)
{
    m_fake->setLeftover({core::RestoreOutcome{core::RestoreOutcome::Kind::Restored, "arn:aws:lambda:eu-west-1:1:function:a", ""},
                         core::fail(core::ErrorCode::PermissionDenied, "no credentials")});
    std::vector<core::RestoreOutcome> restored;
    std::vector<core::Error> failures;
    QObject::connect(&m_desk, &ui::LambdaDesk::restored, &m_desk, [&](const auto& outcomes) { restored = outcomes; });
    QObject::connect(&m_desk, &ui::LambdaDesk::failed, &m_desk, [&](const core::Error& error) { failures.push_back(error); });
    m_desk.begin();
    ASSERT_TRUE(waitFor([&] { return !restored.empty(); }));
    EXPECT_EQ(failures.size(), 1U);
    EXPECT_TRUE(waitFor([this] { return m_desk.profiles().names.size() == 2; }));
}

TEST_F(LambdaDeskTest, AStoppedChangeIsAnswered)
{
    m_fake->hold();
    std::optional<core::Error> error;
    m_desk.deploy({}, [&error](const core::Result<core::FunctionConfiguration>& function) { error = function.error(); });
    ASSERT_TRUE(waitFor([this] { return m_fake->deployed().size() == 1; }));
    m_desk.stopChange();
    ASSERT_TRUE(waitFor([&error] { return error.has_value(); }));
    EXPECT_EQ(error->code, core::ErrorCode::Cancelled);
}

TEST_F(LambdaDeskTest, GoesWhileItWaits)
{
    auto desk = std::make_unique<ui::LambdaDesk>(m_fake->services());
    m_fake->hold();
    bool isAnswered = false;
    desk->describe({}, [&isAnswered](const auto&) { isAnswered = true; });
    ASSERT_TRUE(waitFor([this] { return m_fake->described().size() == 1; }));
    desk.reset();
    EXPECT_FALSE(isAnswered);
    EXPECT_EQ(m_fake->stopped(), 1);
}

} // namespace
