// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/bridge/ExperimentSession.h"

#include "core/analysis/AdaptiveSweep.h"
#include "core/store/ExperimentStore.h"
#include "core/tier/TierCatalogue.h"
#include "tests/ui/FakeBackend.h"

#include <QTemporaryDir>
#include <QTest>
#include <gtest/gtest.h>

namespace {

using namespace tierscope;

core::ExperimentSpec smallSpec()
{
    core::ExperimentSpec spec;
    spec.workload = core::KernelWorkload{"noop", {}};
    spec.tiers = {core::MemoryMb{512}, core::MemoryMb{2048}};
    spec.repeats = 1;
    return spec;
}

class ExperimentSessionTest : public testing::Test {
protected:
    void connectTo(ui::ExperimentSession& session)
    {
        QObject::connect(&session, &ui::ExperimentSession::updated, &session, [this, &session](const ui::RunUpdate& update) {
            if (update.started)
                m_id = update.started->experimentId;
            m_samples += static_cast<int>(update.samples.size());
            m_ended = update.ended;
            EXPECT_TRUE(!update.ended || !session.isRunning());
        });
    }
    [[nodiscard]] bool waitUntilEnded() const
    {
        return QTest::qWaitFor([this] { return m_ended.has_value(); }, 30000);
    }

    QTemporaryDir m_folder;
    std::string m_database = m_folder.filePath(QStringLiteral("experiments.sqlite")).toStdString();
    tests::FakeScript m_script;
    std::int64_t m_id = 0;
    int m_samples = 0;
    std::optional<core::ExperimentEnded> m_ended;
};

TEST_F(ExperimentSessionTest, RunsAndEveryFinishedSampleIsInTheDatabase)
{
    ui::ExperimentSession session(m_database, m_script.factory());
    connectTo(session);
    session.start(smallSpec());
    EXPECT_TRUE(session.isRunning());
    ASSERT_TRUE(waitUntilEnded());
    EXPECT_EQ(m_ended->status, core::ExperimentStatus::Finished);
    EXPECT_EQ(m_samples, 4);
    const auto record = core::ExperimentStore::open(m_database).value().load(m_id);
    ASSERT_TRUE(record.has_value());
    EXPECT_EQ(record->samples.size(), 4U);
    EXPECT_EQ(record->samples.front().tasks.size(), 2U) << "the window goes without task records, the store does not";
}

TEST_F(ExperimentSessionTest, WithAGoalNoMoreTiersAreMeasuredThanItTakes)
{
    ui::ExperimentSession session(m_database, m_script.factory());
    connectTo(session);
    core::ExperimentSpec spec = smallSpec();
    spec.tiers.assign(core::articleTiers().begin(), core::articleTiers().end());
    session.start(spec, core::SweepGoal::Fastest);
    ASSERT_TRUE(waitUntilEnded());
    EXPECT_EQ(m_ended->status, core::ExperimentStatus::Finished);
    EXPECT_GE(m_samples, 4);
    EXPECT_LT(m_samples, 16) << "a full sweep";
}

TEST_F(ExperimentSessionTest, StopsAndResumes)
{
    ui::ExperimentSession session(m_database, m_script.factory());
    connectTo(session);
    m_script.hold();
    session.start(smallSpec());
    m_script.allow(1);
    ASSERT_TRUE(m_script.waitUntilHeld());
    session.stop();
    ASSERT_TRUE(waitUntilEnded());
    EXPECT_EQ(m_ended->status, core::ExperimentStatus::Cancelled);
    EXPECT_EQ(m_samples, 1);

    m_ended.reset();
    m_script.release();
    session.resume(m_id, core::BackendKind::Local);
    ASSERT_TRUE(waitUntilEnded());
    EXPECT_EQ(m_ended->status, core::ExperimentStatus::Finished);
    EXPECT_EQ(m_samples, 4);
}

TEST_F(ExperimentSessionTest, MayRunAgainAtOnceAfterItsEnd)
{
    ui::ExperimentSession session(m_database, m_script.factory());
    int ends = 0;
    QObject::connect(&session, &ui::ExperimentSession::updated, &session, [&](const ui::RunUpdate& update) {
        if (!update.ended)
            return;
        if (++ends < 5)
            session.start(smallSpec());
    });
    session.start(smallSpec());
    ASSERT_TRUE(QTest::qWaitFor([&ends] { return ends == 5; }, 60000));
}

TEST_F(ExperimentSessionTest, EveryWayToFailIsAnEndWithAReason)
{
    {
        m_script.failPreparation({core::ErrorCode::Unsupported, "there is no runner here", "Build it"});
        ui::ExperimentSession session(m_database, m_script.factory());
        connectTo(session);
        session.start(smallSpec());
        ASSERT_TRUE(waitUntilEnded());
        EXPECT_EQ(m_ended->error->message, "there is no runner here");
    }
    {
        m_ended.reset();
        ui::ExperimentSession session("/dev/null/nowhere.sqlite", m_script.factory());
        connectTo(session);
        session.start(smallSpec());
        ASSERT_TRUE(waitUntilEnded());
        ASSERT_TRUE(m_ended->error.has_value());
        EXPECT_FALSE(m_ended->error->remedy.empty()) << m_ended->error->message;
    }
    {
        m_ended.reset();
        ui::ExperimentSession session(m_database, m_script.factory());
        connectTo(session);
        session.resume(12345, core::BackendKind::Local);
        ASSERT_TRUE(waitUntilEnded());
        EXPECT_EQ(m_ended->error->code, core::ErrorCode::NotFound);
    }
}

TEST_F(ExperimentSessionTest, GoesWhileARunWaits)
{
    auto session = std::make_unique<ui::ExperimentSession>(m_database, m_script.factory());
    connectTo(*session);
    m_script.hold();
    session->start(smallSpec());
    m_script.allow(1);
    ASSERT_TRUE(m_script.waitUntilHeld());
    session.reset();
    auto store = core::ExperimentStore::open(m_database).value();
    const auto entries = store.list().value();
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].status, core::ExperimentStatus::Cancelled);
    EXPECT_EQ(entries[0].finishedRuns, 1);
}

} // namespace
