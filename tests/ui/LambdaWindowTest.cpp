// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT

// The window with the real client and the real backend, against a function on loopback.
#include "core/backend/LambdaBackend.h"
#include "tests/ui/LoopbackLambda.h"
#include "tests/ui/WindowFixture.h"
#include "ui/bridge/AwsLambda.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <gmock/gmock.h>

namespace {

using namespace tierscope;

class LambdaWindowTest : public tests::WindowFixture {
protected:
    LambdaWindowTest()
    {
        const std::string folder = m_folder.path().toStdString();
        core::ClientOptions client;
        client.environment = [folder](const std::string& name) -> std::string {
            const std::map<std::string, std::string> variables{{"AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"},
                                                               {"AWS_SECRET_ACCESS_KEY", "example"},
                                                               {"AWS_REGION", "eu-west-1"},
                                                               {"AWS_CONFIG_FILE", folder + "/none"},
                                                               {"AWS_SHARED_CREDENTIALS_FILE", folder + "/none"}};
            const auto found = variables.find(name);
            return found == variables.end() ? std::string() : found->second;
        };
        client.pause = [](std::chrono::milliseconds, const std::stop_token& stop) { return !stop.stop_requested(); };
        const std::string journal = folder + "/journal";
        m_services = ui::makeAwsLambda(client, journal);
        m_backend = [client, journal](core::BackendKind) {
            return std::make_unique<core::LambdaBackend>(core::LambdaBackendOptions{client, journal});
        };
    }
    [[nodiscard]] bool isEnabled(const char* button) const
    {
        const auto* found = m_window->findChild<QAbstractButton*>(QString::fromLatin1(button));
        return found != nullptr && found->isVisible() && found->isEnabled();
    }
    /// Up to the guard, which has been answered.
    void askToMeasure()
    {
        openWindow();
        ASSERT_TRUE(waitUntilReady());
        click("lambdaBackendButton");
        click("moreButton");
        type("endpointEdit", QString::fromStdString(m_server.url()));
        find<QWidget>("functionCombo").setFocus();
        ASSERT_TRUE(waitFor([this] { return find<QComboBox>("functionCombo").count() == 1; })) << text("functionFailure").toStdString();
        type("functionComboEdit", "thumbs");
        chooseEntry("contractCombo", static_cast<int>(core::LambdaContract::Any));
        find<QPlainTextEdit>("sequentialPayloadEdit").setPlainText("{\"parallel\": false}");
        find<QPlainTextEdit>("parallelPayloadEdit").setPlainText("{\"parallel\": true}");
        fillSmallExperiment();
        click("runButton");
        ASSERT_TRUE(waitFor([this] { return isEnabled("measureButton"); })) << text("sweepMessage").toStdString();
    }

    tests::LoopbackLambda m_server;
};

TEST_F(LambdaWindowTest, MeasuresAFunctionAndLeavesItAsItWas)
{
    askToMeasure();
    EXPECT_TRUE(m_server.changes().empty()) << "nothing before it is agreed to";
    EXPECT_TRUE(m_server.payloads().empty());
    click("measureButton");
    ASSERT_TRUE(waitUntilEnded());
    EXPECT_EQ(text("activityLabel"), "Finished") << text("messageText").toStdString();
    EXPECT_EQ(sampleRows(), 4);
    EXPECT_EQ(m_server.memory(), 1024) << text("messageText").toStdString();
    ASSERT_EQ(m_server.changes().size(), 3U);
    EXPECT_EQ(m_server.changes().back(), 1024);
    EXPECT_THAT(m_server.payloads(), testing::UnorderedElementsAre("{\"parallel\": false}", "{\"parallel\": true}", "{\"parallel\": false}",
                                                                   "{\"parallel\": true}"));
    const auto& table = *find<QTableView>("historyTable").model();
    ASSERT_TRUE(waitFor([&table] { return table.rowCount() == 2; }));
    EXPECT_EQ(table.index(0, ui::HistoryModel::Where).data().toString(), QString::fromUtf8("AWS Lambda · eu-west-1"));
    EXPECT_EQ(table.index(0, ui::HistoryModel::WorkloadTitle).data().toString(), "function thumbs");
}

TEST_F(LambdaWindowTest, ADryRunChangesNothing)
{
    askToMeasure();
    click("dryRunButton");
    click("sweepCancelButton");
    EXPECT_TRUE(m_server.changes().empty());
    EXPECT_TRUE(m_server.payloads().empty());
    EXPECT_EQ(m_server.memory(), 1024);
}

TEST_F(LambdaWindowTest, StopInTheMiddlePutsTheFunctionBack)
{
    m_server.hold("/invocations");
    askToMeasure();
    click("measureButton");
    ASSERT_TRUE(waitFor([this] { return m_server.held() > 0; })) << text("messageText").toStdString();
    ASSERT_NE(m_server.memory(), 1024) << "it measures a size of its own";
    click("stopButton");
    ASSERT_TRUE(waitUntilEnded());
    EXPECT_EQ(text("activityLabel"), "Stopped; what was measured is kept") << text("messageText").toStdString();
    EXPECT_EQ(m_server.memory(), 1024);
    EXPECT_EQ(m_server.held(), 1) << "what has no answer is not asked for again";
    EXPECT_EQ(sampleRows(), 0);
}

TEST_F(LambdaWindowTest, StopBeforeTheFirstChangeDoesNotWaitForTheService)
{
    askToMeasure();
    m_server.hold("/configuration");
    click("measureButton");
    ASSERT_TRUE(waitFor([this] { return m_server.held() > 0; })) << text("messageText").toStdString();
    click("stopButton");
    ASSERT_TRUE(waitUntilEnded());
    EXPECT_EQ(text("activityLabel"), "Stopped; what was measured is kept") << text("messageText").toStdString();
    EXPECT_EQ(m_server.held(), 1);
    EXPECT_TRUE(m_server.changes().empty());
}

} // namespace
