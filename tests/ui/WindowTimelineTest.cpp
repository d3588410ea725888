// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "tests/ui/WindowFixture.h"

#include "ui/timeline/TimelineView.h"

#include <QComboBox>
#include <QLabel>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

namespace {

using namespace tierscope;

constexpr int kTasks = 10;
constexpr int kEarly = 4;

/// The Timeline tab in its window, with what the store and a run give it.
class WindowTimelineTest : public tests::WindowFixture {
protected:
    void openTab()
    {
        m_script.setTaskEvents(kTasks);
        openWindow();
        ASSERT_TRUE(waitUntilReady());
        find<QTabWidget>("centreTabs").setCurrentWidget(&find<QWidget>("timelinePage"));
    }
    [[nodiscard]] ui::TimelineView& view() const { return find<ui::TimelineView>("timelineView"); }
    [[nodiscard]] std::size_t shownTasks() const { return view().runs().empty() ? 0 : view().runs()[0]->tasks.size(); }
    [[nodiscard]] int tableRows() const { return find<QTableView>("timelineTaskTable").model()->rowCount(); }
    void runSmall()
    {
        fillSmallExperiment();
        click("runButton");
        ASSERT_TRUE(waitUntilEnded());
    }
};

TEST_F(WindowTimelineTest, ThePublishedMeasurementsSayWhyThereIsNothing)
{
    openTab();
    EXPECT_TRUE(find<QLabel>("timelineEmpty").isVisible());
    EXPECT_TRUE(find<QLabel>("timelineEmpty").text().startsWith("The published measurements"));
    EXPECT_TRUE(view().runs().empty());
}

TEST_F(WindowTimelineTest, TasksComeAsTheyEnd)
{
    m_script.setEarlyEvents(kEarly);
    openTab();
    m_script.hold();
    fillSmallExperiment();
    click("runButton");
    ASSERT_TRUE(waitFor([this] { return shownTasks() == kEarly; }));
    EXPECT_EQ(tableRows(), kEarly);
    EXPECT_LT(find<QComboBox>("timelineRunCombo").currentData().toInt(), 0) << "what runs now";
    m_script.release();
    ASSERT_TRUE(waitUntilEnded());
    ASSERT_TRUE(waitFor([this] { return shownTasks() == kTasks && view().runs()[0]->parts.has_value(); }));
    EXPECT_GE(find<QComboBox>("timelineRunCombo").currentData().toInt(), 0) << "and then the fastest of what was measured";
}

TEST_F(WindowTimelineTest, RunsAreReadFromTheStoreAndCompared)
{
    openTab();
    runSmall();
    ASSERT_TRUE(waitFor([this] { return shownTasks() == kTasks; }));
    closeWindow();
    openTab();
    ASSERT_TRUE(waitFor([this] { return shownTasks() == kTasks; }));
    auto& against = find<QComboBox>("timelineAgainstCombo");
    ASSERT_EQ(against.count(), 5) << "none, and four runs";
    against.setCurrentIndex(1);
    ASSERT_TRUE(waitFor([this] { return view().runs().size() == 2; }));
    double longest = 0;
    for (const ui::RunTimelinePtr& run : view().runs())
        longest = std::max(longest, run->seconds());
    EXPECT_DOUBLE_EQ(view().window().to, longest) << "one scale for both";
    QTest::mouseClick(&view(), Qt::LeftButton, {}, view().barOf({1, 0}).center().toPoint());
    ASSERT_TRUE(view().selected().has_value());
    EXPECT_EQ(view().selected()->run, 1U);
    EXPECT_TRUE(find<QTableView>("timelineTaskTable").currentIndex().isValid());
}

TEST_F(WindowTimelineTest, AnotherExperimentAndAnotherLanguageFillItAnew)
{
    openTab();
    runSmall();
    ASSERT_TRUE(waitFor([this] { return shownTasks() == kTasks; }));
    selectHistory(QStringLiteral("Reference measurements (2021)"));
    click("openButton");
    ASSERT_TRUE(waitFor([this] { return find<QLabel>("timelineEmpty").isVisible(); }));
    EXPECT_TRUE(view().runs().empty());
    trigger("languageJapanese");
    ASSERT_TRUE(waitFor([this] { return find<QTabWidget>("centreTabs").tabText(3) == QStringLiteral("タイムライン"); }));
    ASSERT_TRUE(waitFor([this] { return find<QLabel>("timelineEmpty").isVisible(); }));
    EXPECT_TRUE(find<QLabel>("timelineEmpty").text().startsWith(QStringLiteral("公開された測定値")));
}

TEST_F(WindowTimelineTest, EscapeLetsGoOfATaskAndStopsNoRun)
{
    m_script.setEarlyEvents(kEarly);
    openTab();
    m_script.hold();
    fillSmallExperiment();
    click("runButton");
    ASSERT_TRUE(waitFor([this] { return shownTasks() == kEarly; }));
    view().setFocus();
    view().select(ui::TaskPlace{0, 0});
    QTest::keyClick(&view(), Qt::Key_Escape);
    EXPECT_FALSE(view().selected().has_value());
    EXPECT_TRUE(find<QAbstractButton>("stopButton").isEnabled()) << "it goes on";
    m_script.release();
    ASSERT_TRUE(waitUntilEnded());
}

} // namespace
