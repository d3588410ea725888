// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "tests/ui/WindowFixture.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QTableView>
#include <QTest>

namespace {

using namespace tierscope;
using ui::HistoryModel;

class WindowTest : public tests::WindowFixture {
protected:
    [[nodiscard]] bool isVisible(const char* objectName) const { return find<QWidget>(objectName).isVisibleTo(m_window.get()); }
    [[nodiscard]] bool isEnabled(const char* objectName) const { return find<QWidget>(objectName).isEnabled(); }
    [[nodiscard]] QString chartWords() const { return find<QWidget>("runtimeChart").accessibleDescription(); }
    [[nodiscard]] QString historyCell(int row, int column) const
    {
        const auto& model = *find<QTableView>("historyTable").model();
        return model.index(row, column).data().toString();
    }
    [[nodiscard]] int historyRows() const { return find<QTableView>("historyTable").model()->rowCount(); }
    [[nodiscard]] QString message() const { return isVisible("messageBar") ? text("messageText") : QString(); }
    void openAndWait()
    {
        openWindow();
        ASSERT_TRUE(waitUntilReady());
    }
    /// Four runs by the fake, of which so many have ended.
    void startSmallRun(int allowedRuns)
    {
        fillSmallExperiment();
        m_script.hold();
        click("runButton");
        m_script.allow(allowedRuns);
        ASSERT_TRUE(waitFor([this, allowedRuns] { return sampleRows() == allowedRuns; }));
    }
};

TEST_F(WindowTest, FirstStartShowsTheReferenceAndIsReadyToRun)
{
    openAndWait();
    EXPECT_EQ(text("experimentName"), "Reference measurements (2021)");
    EXPECT_TRUE(chartWords().contains("49.4 s at 128 MB")) << chartWords().toStdString();
    EXPECT_TRUE(text("leadLabel").contains("pays off from 2048 MB"));
    EXPECT_EQ(sampleRows(), 16);
    EXPECT_EQ(historyRows(), 1);
    EXPECT_FALSE(isEnabled("resumeButton"));
    EXPECT_FALSE(isEnabled("deleteButton")) << "the reference is read-only";
    EXPECT_FALSE(isEnabled("stopButton"));
    EXPECT_EQ(find<QComboBox>("workloadCombo").currentText(), "Quick look");
    EXPECT_TRUE(message().isEmpty()) << message().toStdString();
    ASSERT_TRUE(waitFor([this] { return m_window->findChild<QLabel*>("findingFigure0") != nullptr; }));
}

TEST_F(WindowTest, PointsAppearAsRunsFinish)
{
    openAndWait();
    startSmallRun(1);
    EXPECT_TRUE(isEnabled("stopButton"));
    EXPECT_FALSE(isEnabled("runButton"));
    EXPECT_EQ(chartWords().count(" at "), 1) << chartWords().toStdString();
    ASSERT_TRUE(waitFor([this] { return text("samplesLabel") == "1 of 4 samples"; }));
    ASSERT_TRUE(waitFor([this] { return text("timeLeftLabel").endsWith("left"); }));
    EXPECT_TRUE(text("activityLabel").contains("repeat 1 of 1")) << text("activityLabel").toStdString();
    EXPECT_EQ(text("limiterLabel").section(',', 0, 0), "fake limiter");
    ASSERT_TRUE(waitFor([this] { return historyRows() == 2; }));
    EXPECT_EQ(historyCell(0, HistoryModel::Samples), "1 of 4");

    m_script.allow(1);
    ASSERT_TRUE(waitFor([this] { return sampleRows() == 2; }));
    m_script.release();
    ASSERT_TRUE(waitUntilEnded());
    EXPECT_EQ(sampleRows(), 4);
    EXPECT_EQ(text("activityLabel"), "Finished");
    EXPECT_TRUE(isEnabled("runButton"));
    ASSERT_TRUE(waitFor([this] { return historyCell(0, HistoryModel::Status) == "Finished"; }));
    EXPECT_EQ(historyCell(0, HistoryModel::Samples), "4");
    EXPECT_EQ(find<QComboBox>("workloadCombo").currentText(), "Quick look") << "a run leaves the form alone";
}

TEST_F(WindowTest, StopKeepsWhatWasMeasuredAndResumeMeasuresTheRest)
{
    openAndWait();
    startSmallRun(2);
    click("stopButton");
    ASSERT_TRUE(waitUntilEnded());
    EXPECT_TRUE(text("activityLabel").startsWith("Stopped"));
    EXPECT_EQ(sampleRows(), 2);
    ASSERT_TRUE(waitFor([this] { return historyCell(0, HistoryModel::Status) == "Stopped"; }));
    EXPECT_EQ(historyCell(0, HistoryModel::Samples), "2 of 4");

    m_script.release();
    ASSERT_TRUE(isEnabled("resumeButton")) << "what was stopped is the one selected";
    click("resumeButton");
    ASSERT_TRUE(waitFor([this] { return sampleRows() == 4; }));
    ASSERT_TRUE(waitUntilEnded());
    ASSERT_TRUE(waitFor([this] { return historyCell(0, HistoryModel::Status) == "Finished"; }));
    EXPECT_EQ(historyRows(), 2) << "the same experiment went on";
    EXPECT_FALSE(isEnabled("resumeButton"));
}

TEST_F(WindowTest, ExperimentsAreThereAgainAfterARestart)
{
    openAndWait();
    type("nameEdit", "nightly thumbnails");
    startSmallRun(0);
    m_script.release();
    ASSERT_TRUE(waitUntilEnded());
    click("vcpuAxisButton");
    closeWindow();

    openAndWait();
    ASSERT_TRUE(waitFor([this] { return text("experimentName") == "nightly thumbnails"; }));
    EXPECT_EQ(sampleRows(), 4);
    EXPECT_TRUE(chartWords().contains("2 vCPUs")) << "the axes are as they were left";
    EXPECT_TRUE(find<QWidget>("tiersEdit").property("plainText").toString().contains("2048"));

    auto& table = find<QTableView>("historyTable");
    selectHistory("Reference measurements (2021)");
    QTest::keyClick(&table, Qt::Key_Return);
    ASSERT_TRUE(waitFor([this] { return sampleRows() == 16; }));
    selectHistory("nightly thumbnails");
    const QPoint row = table.visualRect(table.currentIndex()).center();
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, row);
    QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, row);
    ASSERT_TRUE(waitFor([this] { return sampleRows() == 4; }));
    EXPECT_EQ(text("experimentName"), "nightly thumbnails");
}

TEST_F(WindowTest, AnotherExperimentCanBeLookedAtDuringARun)
{
    openAndWait();
    startSmallRun(1);
    ASSERT_TRUE(waitFor([this] { return historyRows() == 2; }));
    selectHistory("Reference measurements (2021)");
    click("openButton");
    ASSERT_TRUE(waitFor([this] { return sampleRows() == 16; }));
    m_script.allow(2);
    ASSERT_TRUE(waitFor([this] { return historyCell(0, HistoryModel::Samples) == "3 of 4"; }));
    EXPECT_EQ(sampleRows(), 16) << "points of the run do not fall into the other's chart";
    find<QTableView>("historyTable").selectRow(0);
    EXPECT_FALSE(isEnabled("deleteButton")) << "it runs";
    click("openButton");
    ASSERT_TRUE(waitFor([this] { return sampleRows() == 3; }));
    m_script.release();
    ASSERT_TRUE(waitUntilEnded());
    EXPECT_EQ(sampleRows(), 4);
}

TEST_F(WindowTest, WrongInputIsMarkedAtItsField)
{
    openAndWait();
    type("tasksSpin", "0");
    EXPECT_TRUE(problemOf("tasksSpin").contains("tasks")) << problemOf("tasksSpin").toStdString();
    EXPECT_TRUE(problemOf("tiersEdit").isEmpty());
    type("tiersEdit", "128, lots");
    EXPECT_TRUE(problemOf("tiersEdit").contains("lots"));
    EXPECT_EQ(find<QWidget>("tiersEdit").accessibleDescription(), problemOf("tiersEdit"));
    type("iterationsEdit", "");
    EXPECT_FALSE(problemOf("iterationsEdit").isEmpty());

    click("runButton");
    EXPECT_FALSE(isEnabled("stopButton")) << "nothing runs";
    EXPECT_EQ(QApplication::focusWidget(), &find<QWidget>("iterationsEdit")) << "the first that is wrong";

    type("iterationsEdit", "1,000");
    type("tasksSpin", "2");
    type("tiersEdit", "128");
    EXPECT_TRUE(problemOf("iterationsEdit").isEmpty());
    EXPECT_TRUE(problemOf("tasksSpin").isEmpty());
    EXPECT_TRUE(problemOf("tiersEdit").isEmpty());
    click("runButton");
    ASSERT_TRUE(waitUntilEnded());
    EXPECT_EQ(sampleRows(), 2);
}

TEST_F(WindowTest, RunMarksFieldsThatNobodyHasTouchedAndUnfoldsThem)
{
    openAndWait();
    choose("workloadCombo", "My command");
    ASSERT_TRUE(waitFor([this] { return isVisible("commandEdit"); }));
    EXPECT_TRUE(problemOf("commandEdit").isEmpty()) << "not before a person has had a chance";
    click("moreButton");
    type("seedEdit", "x");
    click("moreButton");
    ASSERT_FALSE(isVisible("seedEdit"));
    click("runButton");
    EXPECT_FALSE(problemOf("commandEdit").isEmpty());
    EXPECT_TRUE(isVisible("seedEdit"));
    EXPECT_FALSE(problemOf("seedEdit").isEmpty());
}

TEST_F(WindowTest, FieldsThatDoNotApplyAreHidden)
{
    openAndWait();
    EXPECT_TRUE(isVisible("iterationsEdit"));
    EXPECT_FALSE(isVisible("commandEdit"));
    EXPECT_FALSE(isVisible("capSpin"));
    choose("capCombo", "Fixed number");
    EXPECT_TRUE(isVisible("capSpin"));
    click("parallelCheck");
    EXPECT_FALSE(isVisible("capCombo")) << "one after the other has no cap";
    click("poolCheck");
    EXPECT_TRUE(isVisible("capCombo"));

    choose("workloadCombo", "My Python function");
    ASSERT_TRUE(waitFor([this] { return isVisible("pythonModuleEdit"); }));
    EXPECT_FALSE(isVisible("commandEdit"));
    EXPECT_EQ(m_window->findChild<QWidget*>("iterationsEdit") != nullptr && isVisible("iterationsEdit"), false);
}

TEST_F(WindowTest, AKernelBringsItsParametersAndLeavesTheRest)
{
    openAndWait();
    type("tiersEdit", "512");
    choose("workloadCombo", "Memory walk");
    EXPECT_TRUE(isVisible("mbEdit"));
    EXPECT_TRUE(isVisible("passesEdit"));
    EXPECT_EQ(find<QWidget>("tiersEdit").property("plainText").toString(), "512");
    choose("workloadCombo", "Nothing");
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_EQ(m_window->findChild<QWidget*>("mbEdit"), nullptr);
    click("runButton");
    ASSERT_TRUE(waitUntilEnded());
    EXPECT_TRUE(waitFor([this] { return historyCell(0, HistoryModel::WorkloadTitle) == "Nothing"; }));
}

TEST_F(WindowTest, TierPresetsFillTheField)
{
    openAndWait();
    click("noLimitButton");
    EXPECT_EQ(find<QWidget>("tiersEdit").property("plainText").toString(), "none");
    click("runButton");
    ASSERT_TRUE(waitUntilEnded());
    EXPECT_TRUE(chartWords().contains("no limit")) << chartWords().toStdString();
    click("stepTiersButton");
    EXPECT_TRUE(find<QWidget>("tiersEdit").property("plainText").toString().contains("1769"));
    click("articleTiersButton");
    EXPECT_TRUE(find<QWidget>("tiersEdit").property("plainText").toString().endsWith("7168, 10240"));
}

TEST_F(WindowTest, WhatStopsARunIsSaidInTheBarAndTheNextRunClearsIt)
{
    openAndWait();
    fillSmallExperiment();
    m_script.failPreparation({core::ErrorCode::Unsupported, "the interpreter python3 was not found", "Install it"});
    click("runButton");
    ASSERT_TRUE(waitFor([this] { return !message().isEmpty(); }));
    EXPECT_EQ(message(), "This computer cannot do it: the interpreter python3 was not found. Install it.");
    EXPECT_EQ(QApplication::activeModalWidget(), nullptr);
    ASSERT_TRUE(waitUntilEnded());
    click("messageClose");
    EXPECT_TRUE(message().isEmpty());
    EXPECT_TRUE(isEnabled("runButton"));
}

TEST_F(WindowTest, AWarningIsShownAndTheRunGoesOn)
{
    openAndWait();
    fillSmallExperiment();
    m_script.warn({core::ErrorCode::Unsupported, "runs are limited by duty cycle", "See tierscope-cli doctor"});
    click("runButton");
    ASSERT_TRUE(waitUntilEnded());
    EXPECT_EQ(sampleRows(), 4);
    EXPECT_EQ(message().count("duty cycle"), 1) << message().toStdString();
}

TEST_F(WindowTest, AFailedSampleSaysWhyAndTheOthersCount)
{
    openAndWait();
    fillSmallExperiment();
    m_script.failRun(1, "out of memory at 512 MB");
    click("runButton");
    ASSERT_TRUE(waitUntilEnded());
    const auto& table = *find<QTableView>("sampleTable").model();
    QStringList outcomes;
    for (int row = 0; row < table.rowCount(); ++row)
        outcomes << table.index(row, 7).data().toString();
    EXPECT_EQ(outcomes.filter("out of memory at 512 MB").size(), 1) << outcomes.join('|').toStdString();
    EXPECT_EQ(outcomes.count("ok"), 3);
    EXPECT_EQ(chartWords().count(" at "), 3) << chartWords().toStdString();
    EXPECT_TRUE(text("activityLabel").contains("1 sample failed"));
}

TEST_F(WindowTest, ABrokenExperimentCanBeResumed)
{
    openAndWait();
    fillSmallExperiment();
    m_script.breakRun(2, {core::ErrorCode::ProcessFailed, "the runner could not be started", "Build it again"});
    click("runButton");
    ASSERT_TRUE(waitUntilEnded());
    EXPECT_EQ(sampleRows(), 2);
    EXPECT_TRUE(message().contains("the runner could not be started", Qt::CaseInsensitive));
    ASSERT_TRUE(waitFor([this] { return historyCell(0, HistoryModel::Status) == "Interrupted"; }));
    EXPECT_TRUE(isEnabled("resumeButton"));
}

TEST_F(WindowTest, KeysRunAndStop)
{
    openAndWait();
    fillSmallExperiment();
    m_script.hold();
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
    ASSERT_TRUE(m_script.waitUntilHeld());
    EXPECT_TRUE(isEnabled("stopButton"));
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    ASSERT_TRUE(waitUntilEnded());
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
    ASSERT_TRUE(m_script.waitUntilHeld());
    QTest::keyClick(m_window.get(), Qt::Key_Period, Qt::ControlModifier);
    ASSERT_TRUE(waitUntilEnded());
    EXPECT_TRUE(text("activityLabel").startsWith("Stopped"));
}

TEST_F(WindowTest, ClosingDuringARunStopsItFirst)
{
    openAndWait();
    startSmallRun(1);
    EXPECT_FALSE(m_window->close());
    ASSERT_TRUE(waitFor([this] { return !m_window->isVisible(); }));
    m_window.reset();
    openAndWait();
    EXPECT_EQ(historyCell(0, HistoryModel::Status), "Stopped");
}

TEST_F(WindowTest, ADatabaseThatIsNoneIsSaidAndTheReferenceIsThere)
{
    QFile file(QString::fromStdString(m_database));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(4096, 'x'));
    file.close();
    openWindow();
    ASSERT_TRUE(waitFor([this] { return !message().isEmpty(); }));
    EXPECT_TRUE(message().contains("experiments.sqlite")) << message().toStdString();
    ASSERT_TRUE(waitUntilReady());
    EXPECT_EQ(sampleRows(), 16);
    fillSmallExperiment();
    click("runButton");
    ASSERT_TRUE(waitUntilEnded());
    EXPECT_TRUE(message().contains("experiments.sqlite")) << "nothing is measured that could not be kept";
}

TEST_F(WindowTest, EveryControlHasANameForPeopleAndForTests)
{
    openAndWait();
    click("moreButton");
    for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(m_window.get()) || widget->focusProxy() != nullptr)
            continue;
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget)); // NOLINT: reads only
        ASSERT_NE(accessible, nullptr);
        const std::string what = widget->metaObject()->className() + std::string(" ") + widget->objectName().toStdString();
        EXPECT_FALSE(accessible->text(QAccessible::Name).isEmpty()) << what;
        EXPECT_FALSE(widget->objectName().isEmpty()) << what << " " << accessible->text(QAccessible::Name).toStdString();
    }
    EXPECT_FALSE(find<QWidget>("runtimeChart").accessibleName().isEmpty());
}

} // namespace
