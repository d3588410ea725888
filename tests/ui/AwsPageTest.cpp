// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "tests/ui/WindowFixture.h"
#include "ui/charts/RuntimeChartView.h"
#include "ui/models/RuntimeChartModel.h"
#include "ui/panels/ExperimentPanel.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QTest>

namespace {

using namespace tierscope;

class AwsPageTest : public tests::WindowFixture {
protected:
    void SetUp() override { m_lambda->setFunctions({tests::fakeFunction("resize"), tests::fakeFunction("thumbs")}); }
    void openPage()
    {
        openWindow();
        ASSERT_TRUE(waitUntilReady());
        click("lambdaBackendButton");
    }
    [[nodiscard]] bool isShown(const char* name) const
    {
        const auto* widget = m_window->findChild<QWidget*>(QString::fromLatin1(name));
        return widget != nullptr && widget->isVisible();
    }
    [[nodiscard]] bool waitUntilListed() const
    {
        return waitFor([this] { return find<QComboBox>("functionCombo").count() == 2; });
    }
    void fillSweep() const
    {
        fillSmallExperiment();
        type("functionComboEdit", "thumbs");
    }
    [[nodiscard]] bool waitForDialog(const char* name) const
    {
        return waitFor([this, name] { return isShown(name); });
    }
    [[nodiscard]] bool waitUntilGone(const char* name) const
    {
        return waitFor([this, name] { return m_window->findChild<QWidget*>(QString::fromLatin1(name)) == nullptr; });
    }
    [[nodiscard]] int experiments() const { return find<QTableView>("historyTable").model()->rowCount() - 1; }
    [[nodiscard]] QString history(int row, int column) const
    {
        return find<QTableView>("historyTable").model()->index(row, column).data().toString();
    }
};

TEST_F(AwsPageTest, ShowsOnlyTheFieldsThatApply)
{
    openPage();
    for (const char* name : {"profileCombo", "regionCombo", "functionCombo", "contractCombo", "concurrencySpin", "coldStartsSpin",
                             "workloadCombo", "tasksSpin", "poolCheck", "tiersEdit", "deployButton"})
        EXPECT_TRUE(isShown(name)) << name;
    EXPECT_FALSE(isShown("sequentialPayloadEdit"));
    chooseEntry("contractCombo", static_cast<int>(core::LambdaContract::Any));
    for (const char* name : {"sequentialPayloadEdit", "parallelPayloadEdit", "repeatsSpin", "tiersEdit", "concurrencySpin"})
        EXPECT_TRUE(isShown(name)) << name;
    for (const char* name : {"workloadCombo", "iterationsEdit", "tasksSpin", "poolCheck", "capCombo"})
        EXPECT_FALSE(isShown(name)) << name;
    click("parallelCheck");
    EXPECT_FALSE(isShown("parallelPayloadEdit"));
    click("moreButton");
    EXPECT_TRUE(isShown("qualifierEdit"));
    EXPECT_TRUE(isShown("endpointEdit"));
    EXPECT_FALSE(isShown("runTimeoutSpin"));
    click("localBackendButton");
    for (const char* name : {"functionCombo", "sequentialPayloadEdit", "concurrencySpin", "qualifierEdit"})
        EXPECT_FALSE(isShown(name)) << name;
    EXPECT_TRUE(isShown("workloadCombo"));
    EXPECT_TRUE(isShown("tasksSpin"));
}

TEST_F(AwsPageTest, FunctionsAreListedWhileTheWindowGoesOn)
{
    m_lambda->hold();
    openPage();
    EXPECT_TRUE(text("functionState").startsWith("Looking"));
    EXPECT_FALSE(find<QPushButton>("refreshFunctionsButton").isEnabled());
    type("functionComboEdit", "thu");
    m_lambda->release();
    ASSERT_TRUE(waitUntilListed());
    EXPECT_EQ(find<QComboBox>("functionCombo").currentText(), "thu") << "what was typed stands";
    EXPECT_EQ(text("functionState"), "2 functions in eu-west-1");
    type("functionComboEdit", "thumbs");
    EXPECT_TRUE(text("functionState").contains("x86_64")) << text("functionState").toStdString();
    EXPECT_TRUE(find<QPushButton>("removeFunctionButton").isEnabled());
    EXPECT_EQ(m_lambda->listed().size(), 1U);
}

TEST_F(AwsPageTest, AnotherRegionIsAskedOnceItIsChosen)
{
    openPage();
    ASSERT_TRUE(waitUntilListed());
    choose("regionCombo", "us-west-2");
    ASSERT_TRUE(waitFor([this] { return text("functionState") == "2 functions in us-west-2"; }));
    EXPECT_EQ(m_lambda->listed().back(), (core::AwsAccess{"", "us-west-2", ""}));
    find<QWidget>("tasksSpin").setFocus();
    click("localBackendButton");
    click("lambdaBackendButton");
    EXPECT_EQ(m_lambda->listed().size(), 2U) << "it is known already";
    EXPECT_EQ(find<QLineEdit>("profileComboEdit").placeholderText(), "default");
}

TEST_F(AwsPageTest, AListThatFailsSaysWhatToDoAndIsTriedAgain)
{
    m_lambda->failList(
        core::Error{core::ErrorCode::PermissionDenied, "the credentials of profile work have expired", "Sign in with aws sso login"});
    openPage();
    ASSERT_TRUE(waitFor([this] { return isShown("functionFailure"); }));
    EXPECT_TRUE(text("functionFailure").contains("aws sso login"));
    m_lambda->failList(std::nullopt);
    click("refreshFunctionsButton");
    ASSERT_TRUE(waitUntilListed());
    EXPECT_FALSE(isShown("functionFailure"));
}

TEST_F(AwsPageTest, AnEmptyRegionLeadsToDeploy)
{
    m_lambda->setFunctions({});
    openPage();
    ASSERT_TRUE(waitFor([this] { return text("functionState").contains("no function in eu-west-1"); }));
    EXPECT_TRUE(isShown("deployButton"));
    EXPECT_FALSE(find<QPushButton>("removeFunctionButton").isEnabled());
}

TEST_F(AwsPageTest, WhatIsWrongIsMarkedAtItsField)
{
    openPage();
    chooseEntry("contractCombo", static_cast<int>(core::LambdaContract::Any));
    find<QPlainTextEdit>("sequentialPayloadEdit").setPlainText("{\"n\": ");
    EXPECT_TRUE(problemOf("sequentialPayloadEdit").contains("not JSON")) << problemOf("sequentialPayloadEdit").toStdString();
    EXPECT_FALSE(problemOf("sequentialPayloadEdit").contains("\"n\"")) << "what is in it is not repeated";
    find<QPlainTextEdit>("sequentialPayloadEdit").setPlainText("{\"n\": 1}");
    EXPECT_TRUE(problemOf("sequentialPayloadEdit").isEmpty());
    type("regionComboEdit", "Ireland");
    EXPECT_TRUE(problemOf("regionCombo").contains("not a region"));
    click("runButton");
    EXPECT_TRUE(problemOf("functionCombo").contains("no function yet"));
    EXPECT_TRUE(problemOf("parallelPayloadEdit").contains("no payload yet"));
    EXPECT_FALSE(isShown("sweepDialog"));
    click("moreButton");
    type("endpointEdit", "http://example.com");
    EXPECT_FALSE(problemOf("endpointEdit").isEmpty());
    find<QLineEdit>("endpointEdit").clear();
}

TEST_F(AwsPageTest, NothingRunsBeforeItIsAgreedTo)
{
    openPage();
    ASSERT_TRUE(waitUntilListed());
    fillSweep();
    m_lambda->hold();
    click("runButton");
    ASSERT_TRUE(waitForDialog("sweepDialog"));
    EXPECT_FALSE(find<QPushButton>("measureButton").isEnabled()) << "not before it is known what would happen";
    m_lambda->release();
    ASSERT_TRUE(waitFor([this] { return find<QPushButton>("measureButton").isEnabled(); }));
    QString facts;
    for (const QLabel* label : find<QWidget>("sweepFacts").findChildren<QLabel*>())
        facts += label->text() + '\n';
    for (const char* fact : {"thumbs", "123456789012", "eu-west-1", "$0.42", "512, 2048"})
        EXPECT_TRUE(facts.contains(fact)) << fact << " in " << facts.toStdString();
    EXPECT_TRUE(text("sweepMessage").contains("is written down"));

    click("dryRunButton");
    EXPECT_GT(find<QListWidget>("sweepSteps").count(), 4);
    EXPECT_TRUE(text("sweepMessage").contains("Nothing has been changed"));
    QTest::keyClick(&find<QDialog>("sweepDialog"), Qt::Key_Escape);
    ASSERT_TRUE(waitUntilGone("sweepDialog"));
    EXPECT_EQ(experiments(), 0);
    EXPECT_EQ(sampleRows(), 16) << "the reference";

    click("runButton");
    ASSERT_TRUE(waitFor([this] { return isShown("measureButton") && find<QPushButton>("measureButton").isEnabled(); }));
    click("measureButton");
    ASSERT_TRUE(waitFor([this] { return sampleRows() == 4 && text("activityLabel") == "Finished"; }));
    ASSERT_TRUE(waitFor([this] { return experiments() == 1; }));
    EXPECT_EQ(history(0, ui::HistoryModel::Where), QString::fromUtf8("AWS Lambda · eu-west-1")) << "the region that the guard knew";
    EXPECT_TRUE(history(0, ui::HistoryModel::WorkloadTitle).endsWith("function thumbs"));
    EXPECT_TRUE(text("leadLabel").contains("function thumbs")) << text("leadLabel").toStdString();
    EXPECT_TRUE(waitUntilGone("sweepDialog"));
}

TEST_F(AwsPageTest, AGuardThatFailsSaysWhyAndIsTriedAgain)
{
    m_lambda->failGuard(core::Error{core::ErrorCode::NotFound, "there is no function thumbs in eu-west-1", "Correct its name"});
    openPage();
    fillSweep();
    click("runButton");
    ASSERT_TRUE(waitFor([this] { return isShown("sweepAgainButton"); }));
    EXPECT_TRUE(text("sweepMessage").contains("Correct its name"));
    EXPECT_FALSE(find<QPushButton>("measureButton").isEnabled());
    m_lambda->failGuard(std::nullopt);
    click("sweepAgainButton");
    ASSERT_TRUE(waitFor([this] { return find<QPushButton>("measureButton").isEnabled(); }));
    EXPECT_FALSE(isShown("sweepAgainButton"));
}

TEST_F(AwsPageTest, GoingOnAsksAgain)
{
    openPage();
    fillSweep();
    m_script.hold();
    click("runButton");
    ASSERT_TRUE(waitFor([this] { return isShown("measureButton") && find<QPushButton>("measureButton").isEnabled(); }));
    click("measureButton");
    ASSERT_TRUE(m_script.waitUntilHeld());
    click("stopButton");
    ASSERT_TRUE(waitUntilEnded());
    m_script.release();
    ASSERT_TRUE(waitUntilGone("sweepDialog"));
    ASSERT_TRUE(waitFor([this] { return find<QPushButton>("resumeButton").isEnabled(); }));
    click("resumeButton");
    ASSERT_TRUE(waitFor([this] { return isShown("measureButton") && find<QPushButton>("measureButton").isEnabled(); }));
    EXPECT_EQ(sampleRows(), 0);
    click("measureButton");
    ASSERT_TRUE(waitFor([this] { return sampleRows() == 4 && text("activityLabel") == "Finished"; }));
}

TEST_F(AwsPageTest, AFunctionIsDeployedAndRemoved)
{
    openPage();
    ASSERT_TRUE(waitUntilListed());
    click("deployButton");
    ASSERT_TRUE(waitForDialog("deployDialog"));
    click("deployNowButton");
    EXPECT_TRUE(problemOf("deployRoleEdit").contains("no role yet"));
    EXPECT_TRUE(m_lambda->deployed().empty());
    type("deployRoleEdit", "arn:aws:iam::123456789012:role/tierscope");
    choose("deployArchitectureCombo", "arm64");
    m_lambda->failChange(core::Error{core::ErrorCode::PermissionDenied, "the role cannot be used", "Trust lambda.amazonaws.com"});
    click("deployNowButton");
    ASSERT_TRUE(waitFor([this] { return text("deployMessage").contains("Trust"); }));
    m_lambda->failChange(std::nullopt);
    click("deployNowButton");
    ASSERT_TRUE(waitUntilGone("deployDialog"));
    ASSERT_EQ(m_lambda->deployed().size(), 2U);
    EXPECT_EQ(m_lambda->deployed().back().deployment.architecture, "arm64");
    ASSERT_TRUE(waitFor([this] { return find<QComboBox>("functionCombo").count() == 3; }));
    EXPECT_EQ(find<QComboBox>("functionCombo").currentText(), "tierscope");

    click("removeFunctionButton");
    ASSERT_TRUE(waitForDialog("removeDialog"));
    EXPECT_TRUE(m_lambda->removed().empty()) << "asked first";
    m_lambda->failChange(core::Error{core::ErrorCode::PermissionDenied, "Tierscope has not deployed it", ""});
    click("removeNowButton");
    ASSERT_TRUE(waitFor([this] { return text("removeMessage").contains("has not deployed"); }));
    m_lambda->failChange(std::nullopt);
    click("removeNowButton");
    ASSERT_TRUE(waitUntilGone("removeDialog"));
    EXPECT_EQ(m_lambda->removed(), (std::vector<std::string>{"tierscope"}));
    ASSERT_TRUE(waitUntilListed());
    EXPECT_EQ(find<QComboBox>("functionCombo").currentText(), "");
}

TEST_F(AwsPageTest, CancelStopsADeployment)
{
    openPage();
    ASSERT_TRUE(waitUntilListed());
    click("deployButton");
    ASSERT_TRUE(waitForDialog("deployDialog"));
    type("deployRoleEdit", "arn:aws:iam::123456789012:role/tierscope");
    m_lambda->hold();
    click("deployNowButton");
    ASSERT_TRUE(waitFor([this] { return m_lambda->deployed().size() == 1; }));
    EXPECT_FALSE(find<QPushButton>("deployNowButton").isEnabled());
    click("deployCancelButton");
    ASSERT_TRUE(waitFor([this] { return text("deployMessage").contains("may be there already"); }));
    click("deployCancelButton");
    EXPECT_TRUE(waitUntilGone("deployDialog"));
}

TEST_F(AwsPageTest, WhatACrashLeftIsSaidAtTheStart)
{
    m_lambda->setLeftover({core::RestoreOutcome{core::RestoreOutcome::Kind::LeftToOthers,
                                                "arn:aws:lambda:eu-west-1:123456789012:function:thumbs", "somebody set 2048 MB"}});
    openWindow();
    ASSERT_TRUE(waitFor([this] { return isShown("messageBar"); }));
    EXPECT_TRUE(text("messageText").contains("nothing was overwritten")) << text("messageText").toStdString();
    ASSERT_TRUE(waitUntilReady());
    click("messageClose");
    EXPECT_FALSE(isShown("messageBar"));
}

TEST_F(AwsPageTest, ThePageOutlivesLanguageAndRestart)
{
    openPage();
    ASSERT_TRUE(waitUntilListed());
    fillSweep();
    chooseEntry("contractCombo", static_cast<int>(core::LambdaContract::Any));
    find<QPlainTextEdit>("sequentialPayloadEdit").setPlainText("{}");
    type("concurrencySpin", "3");
    m_window->setLanguage(ui::LanguageChoice::Japanese);
    EXPECT_EQ(find<QComboBox>("functionCombo").count(), 2);
    EXPECT_EQ(m_lambda->listed().size(), 1U) << "not asked again for another language";
    m_window->setLanguage(ui::LanguageChoice::English);
    closeWindow();
    openWindow();
    ASSERT_TRUE(waitUntilReady());
    EXPECT_TRUE(isShown("sequentialPayloadEdit"));
    EXPECT_EQ(find<QPlainTextEdit>("sequentialPayloadEdit").toPlainText(), "{}");
    EXPECT_EQ(find<QComboBox>("functionCombo").currentText(), "thumbs");
    EXPECT_EQ(find<QWidget>("concurrencySpin").property("value").toInt(), 3);
}

TEST_F(AwsPageTest, TheFirstRunIsOfThisComputer)
{
    openPage();
    click("firstRunButton");
    ASSERT_TRUE(waitFor([this] { return sampleRows() == 16 && text("activityLabel") == "Finished"; }));
    EXPECT_FALSE(isShown("sweepDialog"));
    ASSERT_TRUE(waitFor([this] { return experiments() == 1; }));
    EXPECT_EQ(history(0, ui::HistoryModel::Where), "This computer");
}

TEST_F(AwsPageTest, AFunctionAndThisComputerShareOneChart)
{
    openPage();
    fillSweep();
    click("runButton");
    ASSERT_TRUE(waitFor([this] { return isShown("measureButton") && find<QPushButton>("measureButton").isEnabled(); }));
    click("measureButton");
    ASSERT_TRUE(waitUntilEnded());
    ASSERT_TRUE(waitUntilGone("sweepDialog"));
    ASSERT_TRUE(waitFor([this] { return experiments() == 1; }));
    click("localBackendButton");
    click("runButton");
    ASSERT_TRUE(waitUntilEnded());
    ASSERT_TRUE(waitFor([this] { return experiments() == 2; }));
    EXPECT_EQ(history(0, ui::HistoryModel::Where), "This computer");
    auto& table = *find<QTableView>("historyTable").model();
    table.setData(table.index(1, ui::HistoryModel::Overlay), Qt::Checked, Qt::CheckStateRole);
    const auto& chart = find<ui::RuntimeChartView>("runtimeChart");
    ASSERT_TRUE(waitFor([&chart] { return chart.runtimeChart().overlays.size() == 2; })) << "its two modes, behind those of here";
    EXPECT_EQ(chart.runtimeChart().series.size(), 2U);
}

TEST_F(AwsPageTest, EverythingIsReachedByKeysAndHasAName)
{
    openPage();
    chooseEntry("contractCombo", static_cast<int>(core::LambdaContract::Any));
    click("moreButton");
    const auto& scroll = find<QScrollArea>("experimentScroll");
    EXPECT_LE(scroll.widget()->minimumSizeHint().width(), scroll.viewport()->width()) << "nothing is cut at the side";
    for (const char* name : {"profileCombo", "regionCombo", "functionCombo", "contractCombo", "sequentialPayloadEdit",
                             "parallelPayloadEdit", "concurrencySpin", "coldStartsSpin", "qualifierEdit", "endpointEdit"})
        EXPECT_FALSE(find<QWidget>(name).accessibleName().isEmpty()) << name;
    std::set<QString> reached;
    find<QWidget>("lambdaBackendButton").setFocus(Qt::TabFocusReason);
    for (int step = 0; step < 60 && QApplication::focusWidget() != nullptr; ++step) {
        reached.insert(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (const char* name : {"profileCombo", "regionCombo", "functionCombo", "deployButton", "contractCombo", "sequentialPayloadEdit",
                             "parallelPayloadFileButton", "concurrencySpin", "coldStartsSpin", "qualifierEdit", "endpointEdit"})
        EXPECT_TRUE(reached.contains(QString::fromLatin1(name)) || reached.contains(QString::fromLatin1(name) + "Edit")) << name;
}

} // namespace
