// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/timeline/TimelinePage.h"
#include "tests/ui/TimelineSamples.h"
#include "ui/charts/ChartExport.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/TaskTableModel.h"
#include "ui/timeline/TimelineView.h"
#include "ui/timeline/WallPartsBar.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QWheelEvent>
#include <QtTest>
#include <gtest/gtest.h>

namespace {

using namespace tierscope;

/// The tab by itself, driven with the events that a mouse and a keyboard make, and saved as pictures for people to look at.
class TimelinePageTest : public testing::TestWithParam<ui::Scheme> {
protected:
    TimelinePageTest()
        : m_page(GetParam())
    {
        ui::applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), GetParam());
        QObject::connect(&m_page, &ui::TimelinePage::runWanted, &m_page, [this](int planIndex) {
            m_asked.push_back(planIndex);
            if (m_answers)
                answer(planIndex);
        });
        m_page.resize(840, 620);
    }
    ~TimelinePageTest() override { ui::applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), ui::Scheme::Light); }

    void showSamples(std::vector<core::Sample> samples)
    {
        m_samples = std::move(samples);
        core::ExperimentRecord record;
        record.entry.id = 7;
        for (std::size_t index = 0; index < m_samples.size(); ++index) {
            m_samples[index].planIndex = static_cast<int>(index);
            record.samples.push_back(m_samples[index]);
            record.samples.back().tasks = {};
        }
        m_page.show(record, QStringLiteral("thumbs"));
        m_page.setVisible(true);
        QCoreApplication::processEvents();
    }
    void answer(int planIndex)
    {
        m_page.showRun(planIndex,
                       std::make_shared<const ui::RunTimeline>(ui::makeRunTimeline(m_samples[static_cast<std::size_t>(planIndex)])));
    }
    /// Ten tasks in four slots, and the same one after the other under a quota.
    void showTwo()
    {
        showSamples({tests::scheduledSample(10, 4, 0.35, {3}), tests::scheduledSample(10, 1, 0.61, {}, true)});
        choose("timelineRunCombo", 0);
    }
    template <typename Widget>
    [[nodiscard]] Widget& find(const char* name) const
    {
        return *m_page.findChild<Widget*>(QString::fromLatin1(name));
    }
    void choose(const char* combo, int planIndex) const
    {
        auto& box = find<QComboBox>(combo);
        box.setCurrentIndex(box.findData(planIndex));
        QCoreApplication::processEvents();
    }
    [[nodiscard]] ui::TimelineView& view() const { return m_page.view(); }
    [[nodiscard]] QTableView& table() const { return find<QTableView>("timelineTaskTable"); }
    [[nodiscard]] QString cell(int column) const { return table().currentIndex().siblingAtColumn(column).data().toString(); }
    [[nodiscard]] QPoint centerOf(std::uint32_t row, std::size_t run = 0) const { return view().barOf({run, row}).center().toPoint(); }
    void wheel(QPointF place, QPoint angle, Qt::KeyboardModifiers keys = Qt::NoModifier) const
    {
        QWheelEvent event(place, view().mapToGlobal(place), {}, angle, Qt::NoButton, keys, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view(), &event);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers keys = Qt::NoModifier) const
    {
        QTest::mousePress(&view(), Qt::LeftButton, keys, from);
        for (const QPoint place : {(from + to) / 2, to}) {
            QMouseEvent move(QEvent::MouseMove, place, view().mapToGlobal(place), Qt::NoButton, Qt::LeftButton, keys);
            QApplication::sendEvent(&view(), &move);
        }
        QTest::mouseRelease(&view(), Qt::LeftButton, keys, to);
    }
    void save(const char* name)
    {
        QDir folder(QStringLiteral(TIERSCOPE_BINARIES));
        ASSERT_TRUE(folder.mkpath(QStringLiteral("pictures")));
        for (int pass = 0; pass < 3; ++pass)
            QCoreApplication::processEvents();
        const char* scheme = GetParam() == ui::Scheme::Dark ? "dark" : "light";
        EXPECT_TRUE(m_page.grab().save(
            folder.filePath(QStringLiteral("pictures/page-timeline%1-%2.png").arg(QLatin1String(name), QLatin1String(scheme)))));
    }

    ui::TimelinePage m_page;
    std::vector<core::Sample> m_samples;
    std::vector<int> m_asked;
    bool m_answers = true;
};

TEST_P(TimelinePageTest, ShowsTheFastestRunFirstAndTwoOnOneScale)
{
    showSamples({tests::scheduledSample(10, 1, 0.61, {}, true), tests::scheduledSample(10, 4, 0.35)});
    EXPECT_EQ(m_asked, (std::vector<int>{1}));
    ASSERT_EQ(view().runs().size(), 1U);
    EXPECT_EQ(table().model()->rowCount(), 10);
    save("");
    choose("timelineAgainstCombo", 0);
    ASSERT_EQ(view().runs().size(), 2U);
    EXPECT_DOUBLE_EQ(view().window().to, m_samples[0].wallSeconds) << "the longer one's";
    const double scale = view().barOf({0, 0}).width() / view().runs()[0]->tasks.at(0).seconds();
    EXPECT_NEAR(view().barOf({1, 0}).width() / view().runs()[1]->tasks.at(0).seconds(), scale, 1e-6);
    save("-two");
    m_page.resize(456, 460);
    save("-two-small");
    choose("timelineAgainstCombo", -1);
    EXPECT_EQ(view().runs().size(), 1U);
    save("-small");
}

TEST_P(TimelinePageTest, AClickSelectsInTheTableAndBack)
{
    showTwo();
    QTest::mouseClick(&view(), Qt::LeftButton, {}, centerOf(5));
    EXPECT_EQ(cell(ui::TaskTableModel::Index), "5");
    table().sortByColumn(ui::TaskTableModel::Run, Qt::DescendingOrder);
    EXPECT_EQ(cell(ui::TaskTableModel::Index), "5") << "sorting keeps it";
    table().setCurrentIndex(table().model()->index(0, 0));
    ASSERT_TRUE(view().selected().has_value());
    EXPECT_EQ(view().runs()[0]->tasks.at(view().selected()->row).index, cell(ui::TaskTableModel::Index).toInt());
    EXPECT_TRUE(view().accessibleDescription().startsWith(QStringLiteral("Task ") + cell(ui::TaskTableModel::Index)));
    save("-selected");

    choose("timelineAgainstCombo", 1);
    EXPECT_FALSE(view().selected().has_value());
    QTest::mouseClick(&view(), Qt::LeftButton, {}, centerOf(2, 1));
    EXPECT_EQ(cell(ui::TaskTableModel::Index), "2");
    EXPECT_TRUE(table().accessibleDescription().startsWith("Sequential")) << "the table has the tasks of the run that was clicked";
    QTest::mouseClick(&view(), Qt::LeftButton, {}, QPoint(20, static_cast<int>(view().body().top()) + 2));
    EXPECT_FALSE(view().selected().has_value());
    EXPECT_FALSE(table().currentIndex().isValid());
}

TEST_P(TimelinePageTest, TheWheelZoomsToTheCursorAndDraggingPans)
{
    showTwo();
    const QPoint place = centerOf(4);
    const ui::TimeWindow all = view().window();
    const double width = view().barOf({0, 0}).width() / view().runs()[0]->tasks.at(0).seconds() * all.span();
    wheel(place, {0, 120});
    EXPECT_LT(view().window().span(), all.span());
    EXPECT_NEAR(centerOf(4).x(), place.x(), 1) << "what is under the cursor stays there";
    wheel(place, {0, 120});
    wheel(place, {0, 120});
    const ui::TimeWindow zoomed = view().window();
    drag(place, place - QPoint(60, 0));
    EXPECT_GT(view().window().from, zoomed.from);
    EXPECT_NEAR(view().window().span(), zoomed.span(), 1e-9);
    EXPECT_NEAR(centerOf(4).x(), place.x() - 60, 2) << "it goes with the mouse";
    EXPECT_FALSE(view().selected().has_value()) << "dragging is no click";
    wheel(place, {-120, 0});
    EXPECT_GT(view().window().from, zoomed.from);
    for (int notch = 0; notch < 30; ++notch)
        wheel(place, {0, -120});
    EXPECT_EQ(view().window(), all) << "no further than all of it";
    EXPECT_TRUE(view().showsEverything());
    drag(QPoint(200, place.y()), QPoint(300, place.y()), Qt::ShiftModifier);
    EXPECT_NEAR(view().window().span(), all.span() * 100 / width, all.span() * 0.005) << "the stretch that was drawn";
    QTest::mouseClick(&find<QPushButton>("timelineFitButton"), Qt::LeftButton);
    EXPECT_EQ(view().window(), all);
}

TEST_P(TimelinePageTest, KeysWalkZoomAndLetGo)
{
    showTwo();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&m_page));
    view().setFocus(Qt::TabFocusReason);
    const auto index = [this] {
        const auto selected = view().selected();
        return selected ? view().runs()[selected->run]->tasks.at(selected->row).index : -1;
    };
    QTest::keyClick(&view(), Qt::Key_Right);
    EXPECT_EQ(index(), 0);
    QTest::keyClick(&view(), Qt::Key_Right);
    EXPECT_EQ(index(), 4) << "the next in its slot";
    QTest::keyClick(&view(), Qt::Key_Down);
    EXPECT_EQ(index(), 5) << "beside it in the next slot";
    save("-keys");
    QTest::keyClick(&view(), Qt::Key_Left);
    EXPECT_EQ(index(), 1);
    QTest::keyClick(&view(), Qt::Key_Up);
    EXPECT_EQ(index(), 0);
    QTest::keyClick(&view(), Qt::Key_Up);
    EXPECT_EQ(index(), 0) << "there is none above";
    const ui::TimeWindow all = view().window();
    QTest::keyClick(&view(), Qt::Key_Plus);
    EXPECT_LT(view().window().span(), all.span());
    QTest::keyClick(&view(), Qt::Key_Minus);
    EXPECT_EQ(view().window(), all);
    QTest::keyClick(&view(), Qt::Key_Return);
    EXPECT_NEAR(view().barOf({0, 0}).width(), (view().body().right() - view().barOf({0, 0}).left()) / 2, 6)
        << "the task with as much beside it";
    QTest::keyClick(&view(), Qt::Key_Right, Qt::ControlModifier);
    EXPECT_GT(view().window().from, 0);
    QTest::keyClick(&view(), Qt::Key_Home);
    EXPECT_EQ(view().window(), all);
    QTest::keyClick(&view(), Qt::Key_Escape);
    EXPECT_EQ(index(), -1);
    EXPECT_TRUE(view().accessibleDescription().startsWith("Parallel · 6144 MB")) << view().accessibleDescription().toStdString();
}

TEST_P(TimelinePageTest, HoveringTellsAndFailuresAreSeen)
{
    showTwo();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&m_page));
    QTest::mouseMove(m_page.windowHandle(), view().mapTo(&m_page, QPoint(3, 3)));
    QTest::mouseMove(m_page.windowHandle(), view().mapTo(&m_page, centerOf(3)));
    QCoreApplication::processEvents();
    ASSERT_TRUE(view().hovered().has_value());
    EXPECT_EQ(view().hovered()->row, 3U);
    save("-card");
}

TEST_P(TimelinePageTest, SearchFindsAndEnterWalks)
{
    showSamples({tests::scheduledSample(200, 4, 0.02, {30, 31, 150})});
    auto& search = find<QLineEdit>("timelineSearch");
    auto& found = find<QLabel>("timelineFound");
    QTest::keyClicks(&search, QStringLiteral("failed"));
    EXPECT_EQ(found.text(), "3 found");
    QTest::keyClick(&search, Qt::Key_Return);
    EXPECT_EQ(cell(ui::TaskTableModel::Index), "30");
    EXPECT_EQ(found.text(), "1 of 3");
    QTest::keyClick(&search, Qt::Key_Return);
    QTest::keyClick(&search, Qt::Key_Return);
    EXPECT_EQ(cell(ui::TaskTableModel::Index), "150");
    QTest::keyClick(&search, Qt::Key_Return);
    EXPECT_EQ(cell(ui::TaskTableModel::Index), "30") << "round and round";
    QTest::keyClick(&search, Qt::Key_Return, Qt::ShiftModifier);
    EXPECT_EQ(cell(ui::TaskTableModel::Index), "150");
    save("-search");
    search.setText(QStringLiteral("> soon"));
    EXPECT_TRUE(search.property("invalid").toBool());
    EXPECT_TRUE(found.text().contains("> 1.2 s"));
    search.setText(QStringLiteral("< 1 ms"));
    EXPECT_EQ(found.text(), "none");
    EXPECT_FALSE(search.property("invalid").toBool());
}

TEST_P(TimelinePageTest, ManySlotsScroll)
{
    showSamples({tests::scheduledSample(3000, 120, 0.02, {777})});
    auto& scroll = find<QScrollBar>("timelineScroll");
    ASSERT_TRUE(scroll.isVisible());
    wheel(view().body().center(), {0, -1200}, Qt::ShiftModifier);
    EXPECT_GT(scroll.value(), 0);
    EXPECT_TRUE(view().showsEverything()) << "scrolling is not zooming";
    save("-many");
    view().select(ui::TaskPlace{0, 0});
    EXPECT_TRUE(view().body().contains(view().barOf({0, 0}).center())) << "what is selected is in sight";
}

TEST_P(TimelinePageTest, AnExperimentWithoutTasksSaysWhatToDo)
{
    core::Sample bare = tests::scheduledSample(10, 2, 1);
    bare.tasks = {};
    showSamples({bare});
    EXPECT_TRUE(find<QLabel>("timelineEmpty").isVisible());
    EXPECT_TRUE(find<QLabel>("timelineEmpty").text().contains("Press Run") || find<QLabel>("timelineEmpty").text().contains("press Run"));
    EXPECT_FALSE(find<QLineEdit>("timelineSearch").isEnabled());
    save("-empty");
    showTwo();
    EXPECT_FALSE(find<QLabel>("timelineEmpty").isVisible());
}

TEST_P(TimelinePageTest, AsksOnlyWhileItIsSeenAndOnce)
{
    m_answers = false;
    core::ExperimentRecord record;
    record.samples = {tests::scheduledSample(10, 2, 1)};
    m_samples = record.samples;
    m_page.show(record, QStringLiteral("thumbs"));
    EXPECT_TRUE(m_asked.empty()) << "nobody looks";
    m_page.setVisible(true);
    QCoreApplication::processEvents();
    m_page.add(record);
    EXPECT_EQ(m_asked, (std::vector<int>{0}));
    EXPECT_TRUE(find<QLabel>("timelineEmpty").text().startsWith("Reading"));
    answer(0);
    EXPECT_EQ(view().runs().size(), 1U);
    answer(0);
    EXPECT_EQ(view().runs().size(), 1U) << "an answer that nobody waits for";
}

TEST_P(TimelinePageTest, TheRunThatGoesOnIsShownUntilAnotherIsChosen)
{
    showSamples({tests::scheduledSample(10, 4, 0.35)});
    const core::Sample running = tests::scheduledSample(12, 2, 0.5);
    auto live = std::make_shared<ui::RunTimeline>();
    live->sample = running;
    live->sample.tasks = {};
    live->sample.wallSeconds = 0;
    live->tasks = ui::TimelineTasks({}, 2);
    const auto grow = [&](std::size_t to) {
        while (live->tasks.size() < to)
            live->tasks.add(running.tasks[live->tasks.size()]);
        live->running = {{static_cast<int>(to), 0, live->tasks.end() - 0.1}};
        live->elapsed = live->tasks.end() + 0.1;
        m_page.showLive(live);
        QCoreApplication::processEvents();
    };
    grow(1);
    grow(3);
    ASSERT_EQ(view().runs().size(), 1U);
    EXPECT_EQ(view().runs()[0], live);
    EXPECT_EQ(table().model()->rowCount(), 3);
    const double before = view().window().to;
    grow(7);
    EXPECT_EQ(table().model()->rowCount(), 7);
    for (int column = 0; column < ui::TaskTableModel::Outcome; ++column) {
        const QString text = table().model()->index(6, column).data().toString();
        EXPECT_GT(table().columnWidth(column), table().fontMetrics().horizontalAdvance(text) + 20) << text.toStdString() << " is cut";
    }
    EXPECT_GT(view().window().to, before) << "whoever sees everything goes on seeing everything";
    save("-live");
    view().zoomTo({0.2, 0.6});
    const ui::TimeWindow chosen = view().window();
    grow(9);
    EXPECT_EQ(view().window(), chosen) << "and who looks at a part, at that part";
    choose("timelineRunCombo", 0);
    EXPECT_NE(view().runs()[0], live);
    grow(11);
    EXPECT_NE(view().runs()[0], live) << "a person has chosen another";
    m_page.showLive(nullptr);
    EXPECT_EQ(find<QComboBox>("timelineRunCombo").currentData().toInt(), 0);
}

TEST_P(TimelinePageTest, PicturesAndTasksAreExported)
{
    showTwo();
    choose("timelineAgainstCombo", 1);
    QTemporaryDir folder;
    const QString png = folder.filePath(QStringLiteral("timeline.png"));
    const QString svg = folder.filePath(QStringLiteral("timeline.svg"));
    QString path = png;
    m_page.chartExport().setAsk([&path](QWidget&, const ui::SaveQuestion& question) { question.chosen(path); });
    auto* action = m_page.findChild<QAction*>(QStringLiteral("savePictureAction"));
    ASSERT_NE(action, nullptr);
    action->trigger();
    const QImage image(png);
    EXPECT_EQ(image.size(), find<QWidget>("timelinePicture").size() * 2);
    path = svg;
    action->trigger();
    QFile file(svg);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray drawing = file.readAll();
    EXPECT_TRUE(drawing.contains("<svg"));
    EXPECT_TRUE(drawing.contains("slot 2"));
    EXPECT_TRUE(drawing.contains("computing")) << "where the time went is part of it";
    path = folder.filePath(QStringLiteral("tasks.csv"));
    m_page.findChild<QAction*>(QStringLiteral("saveDataAction"))->trigger();
    QFile csv(path);
    ASSERT_TRUE(csv.open(QIODevice::ReadOnly));
    EXPECT_EQ(csv.readAll().count('\n'), 11);
}

TEST_P(TimelinePageTest, PartsSayWhatTheyAreWithoutLyingOverEachOther)
{
    showTwo();
    choose("timelineAgainstCombo", 1);
    for (const QSize size : {QSize(840, 620), QSize(456, 520), QSize(1400, 900)}) {
        m_page.resize(size);
        QCoreApplication::processEvents();
        auto& parts = find<ui::WallPartsBar>("timelineParts");
        const std::vector<QRectF> words = parts.words();
        EXPECT_GE(words.size(), 4U);
        for (std::size_t index = 0; index < words.size(); ++index) {
            EXPECT_TRUE(QRectF(parts.rect()).contains(words[index])) << index;
            for (std::size_t other = 0; other < index; ++other)
                EXPECT_FALSE(words[index].adjusted(1, 1, -1, -1).intersects(words[other])) << index << " over " << other;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Schemes, TimelinePageTest, testing::Values(ui::Scheme::Light, ui::Scheme::Dark),
                         [](const auto& scheme) { return scheme.param == ui::Scheme::Dark ? "Dark" : "Light"; });

} // namespace
