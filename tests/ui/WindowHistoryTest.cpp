// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "tests/ui/WindowFixture.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QScrollBar>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

namespace {

using namespace tierscope;
using ui::HistoryModel;

class WindowHistoryTest : public tests::WindowFixture {
protected:
    void openAndMeasure(const char* name)
    {
        openWindow();
        ASSERT_TRUE(waitUntilReady());
        measure(name);
    }
    void measure(const char* name)
    {
        if (!find<QWidget>("nameEdit").isVisible())
            click("moreButton");
        type("nameEdit", QLatin1String(name));
        fillSmallExperiment();
        click("runButton");
        ASSERT_TRUE(waitUntilEnded());
        ASSERT_TRUE(waitFor([this, name] { return rowOf(name) >= 0 && cell(rowOf(name), HistoryModel::Status) == "Finished"; }));
    }
    [[nodiscard]] QTableView& table() const { return find<QTableView>("historyTable"); }
    [[nodiscard]] int rows() const { return table().model()->rowCount(); }
    [[nodiscard]] QString cell(int row, int column) const { return table().model()->index(row, column).data().toString(); }
    [[nodiscard]] int rowOf(const char* name) const
    {
        for (int row = 0; row < rows(); ++row) {
            if (cell(row, HistoryModel::Name) == QLatin1String(name))
                return row;
        }
        return -1;
    }
    [[nodiscard]] std::size_t stored() const { return core::ExperimentStore::open(m_database)->list()->size(); }
    [[nodiscard]] bool isSaying() const { return find<QWidget>("messageBar").isVisible(); }
};

TEST_F(WindowHistoryTest, WhatIsDeletedGoesAtOnceAndComesBack)
{
    openAndMeasure("nightly");
    EXPECT_EQ(text("experimentName"), "nightly");
    selectHistory("nightly");
    QTest::keyClick(&table(), Qt::Key_Delete);
    EXPECT_EQ(rows(), 1);
    EXPECT_EQ(sampleRows(), 16) << "the reference is shown instead";
    EXPECT_EQ(text("messageText"), "Deleted “nightly”.");
    EXPECT_EQ(stored(), 1U) << "a program that is killed now has deleted nothing";
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([this] { return rows() == 2 && sampleRows() == 4; }));
    EXPECT_EQ(text("experimentName"), "nightly");
    EXPECT_FALSE(isSaying());
    EXPECT_EQ(cell(0, HistoryModel::Status), "Finished") << "the same as before";
}

TEST_F(WindowHistoryTest, ClosingTheBarDeletesForGood)
{
    openAndMeasure("nightly");
    click("deleteButton");
    click("messageClose");
    EXPECT_FALSE(isSaying());
    ASSERT_TRUE(waitFor([this] { return stored() == 0; }));
    EXPECT_EQ(rows(), 1);
}

TEST_F(WindowHistoryTest, AnotherDeletionSettlesTheFirst)
{
    openAndMeasure("first");
    measure("second");
    selectHistory("first");
    click("deleteButton");
    selectHistory("second");
    click("deleteButton");
    EXPECT_EQ(text("messageText"), "Deleted “second”.");
    ASSERT_TRUE(waitFor([this] { return stored() == 1; }));
    click("messageAction");
    ASSERT_TRUE(waitFor([this] { return rowOf("second") >= 0; }));
    EXPECT_EQ(rowOf("first"), -1);
}

TEST_F(WindowHistoryTest, TheTimeToUndoEnds)
{
    m_undoTime = std::chrono::milliseconds(1);
    openAndMeasure("nightly");
    click("deleteButton");
    ASSERT_TRUE(waitFor([this] { return stored() == 0; }));
    EXPECT_FALSE(isSaying());
}

TEST_F(WindowHistoryTest, ClosingTheWindowDeletesForGood)
{
    openAndMeasure("nightly");
    click("deleteButton");
    m_window->close();
    ASSERT_TRUE(waitFor([this] { return !m_window->isVisible(); }));
    EXPECT_EQ(stored(), 0U);
}

TEST_F(WindowHistoryTest, TheNameInTheHeaderIsEditedInPlace)
{
    openAndMeasure("nightly");
    auto& name = find<QLineEdit>("experimentName");
    QTest::mouseClick(&name, Qt::LeftButton);
    type("experimentName", "weekly");
    QTest::keyClick(&name, Qt::Key_Escape);
    EXPECT_EQ(name.text(), "nightly") << "Escape takes it back";
    type("experimentName", "weekly");
    QTest::keyClick(&name, Qt::Key_Return);
    ASSERT_TRUE(waitFor([this] { return rowOf("weekly") == 0; }));
    ASSERT_TRUE(waitFor([this] { return core::ExperimentStore::open(m_database)->list()->front().name == "weekly"; }));
    find<QAbstractButton>("runButton").setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_F2);
    EXPECT_EQ(QApplication::focusWidget(), &name);
    EXPECT_EQ(name.selectedText(), "weekly");
    selectHistory("Reference measurements (2021)");
    click("openButton");
    EXPECT_TRUE(name.isReadOnly()) << "others' figures keep their name";
}

TEST_F(WindowHistoryTest, TheNameInTheRowIsEditedInPlace)
{
    openAndMeasure("nightly");
    selectHistory("nightly");
    QTest::keyClick(&table(), Qt::Key_F2);
    auto& editor = find<QLineEdit>("historyNameEdit");
    // As the progress of a run does, before the first key and between two.
    const auto changeRow = [this] { emit table().model()->dataChanged(table().model()->index(0, 0), table().model()->index(0, 2)); };
    changeRow();
    QTest::keyClicks(&editor, "week");
    changeRow();
    QTest::keyClicks(&editor, "ly");
    QTest::keyClick(&editor, Qt::Key_Return);
    ASSERT_TRUE(waitFor([this] { return cell(0, HistoryModel::Name) == "weekly"; }));
    EXPECT_EQ(text("experimentName"), "weekly");
    ASSERT_TRUE(waitFor([this] { return core::ExperimentStore::open(m_database)->list()->front().name == "weekly"; }));
}

TEST_F(WindowHistoryTest, DuplicatePutsWhatItMeasuresIntoTheForm)
{
    openAndMeasure("nightly");
    type("tasksSpin", "3");
    selectHistory("nightly");
    QTest::keyClick(&table(), Qt::Key_D, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([this] { return find<QSpinBox>("tasksSpin").value() == 10; }));
    EXPECT_TRUE(find<QLineEdit>("nameEdit").text().isEmpty()) << "a copy is another experiment";
}

TEST_F(WindowHistoryTest, TickedExperimentsAreLaidOverTheChart)
{
    openAndMeasure("nightly");
    auto* workbench = m_window->findChild<ui::Workbench*>();
    std::vector<ui::ChartOverlay> overlays;
    QObject::connect(workbench, &ui::Workbench::overlaysChanged, m_window.get(),
                     [&overlays](const std::vector<ui::ChartOverlay>& now) { overlays = now; });
    selectHistory("Reference measurements (2021)");
    QTest::keyClick(&table(), Qt::Key_Space);
    ASSERT_EQ(overlays.size(), 1U);
    EXPECT_EQ(overlays[0].samples.size(), 16U);
    const QModelIndex own = table().model()->index(0, HistoryModel::Overlay);
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, table().visualRect(own).center());
    EXPECT_EQ(own.data(Qt::CheckStateRole).toInt(), Qt::Checked);
    EXPECT_EQ(overlays.size(), 1U) << "not over itself";
    selectHistory("Reference measurements (2021)");
    click("openButton");
    ASSERT_TRUE(waitFor([&overlays] { return overlays.size() == 1 && overlays[0].samples.size() == 4; }));
    EXPECT_EQ(overlays[0].name, "nightly");
    selectHistory("nightly");
    QTest::keyClick(&table(), Qt::Key_Space);
    EXPECT_TRUE(overlays.empty());
}

TEST_F(WindowHistoryTest, InANarrowWindowNamesKeepTheirRoom)
{
    constexpr const char* kName = "Image thumbnails, nightly";
    openWindow(ui::Scheme::Light, QSize(1024, 700));
    ASSERT_TRUE(waitUntilReady());
    measure(kName);
    EXPECT_GT(table().columnWidth(HistoryModel::Name), table().fontMetrics().horizontalAdvance(QLatin1String(kName)));
    EXPECT_TRUE(table().isColumnHidden(HistoryModel::WorkloadTitle));
    EXPECT_FALSE(table().isColumnHidden(HistoryModel::Fastest));
    EXPECT_EQ(table().horizontalScrollBar()->maximum(), 0);
    m_window->resize(1440, 900);
    EXPECT_TRUE(waitFor([this] { return !table().isColumnHidden(HistoryModel::WorkloadTitle); }));
}

TEST_F(WindowHistoryTest, WhatIsShownIsExported)
{
    openAndMeasure("night/ly");
    m_chosenFile = m_folder.filePath("out.json");
    trigger("export-json");
    EXPECT_TRUE(m_suggested.endsWith("/night ly.json")) << m_suggested.toStdString();
    ASSERT_TRUE(waitFor([this] { return isSaying(); }));
    EXPECT_TRUE(text("messageText").contains("out.json"));
    QFile json(m_chosenFile);
    ASSERT_TRUE(json.open(QIODevice::ReadOnly));
    const QByteArray bytes = json.readAll();
    EXPECT_TRUE(bytes.contains("\"tasks\"")) << "task records too";
    click("messageClose");
    EXPECT_FALSE(isSaying());

    selectHistory("Reference measurements (2021)");
    m_chosenFile = m_folder.filePath("reference.csv");
    trigger("historyExport-csv");
    ASSERT_TRUE(waitFor([this] { return isSaying(); }));
    QFile csv(m_chosenFile);
    ASSERT_TRUE(csv.open(QIODevice::ReadOnly));
    EXPECT_TRUE(csv.readAll().contains("memory_mb,vcpus,mode,cap,tasks,seconds"));
}

TEST_F(WindowHistoryTest, AnExportThatCannotBeWrittenIsSaid)
{
    openAndMeasure("nightly");
    m_chosenFile = m_folder.filePath("no-such-folder/out.md");
    trigger("export-md");
    ASSERT_TRUE(waitFor([this] { return isSaying(); }));
    EXPECT_TRUE(text("messageText").contains("no-such-folder")) << text("messageText").toStdString();
    m_chosenFile.clear();
    click("messageClose");
    trigger("export-md");
    EXPECT_FALSE(isSaying()) << "who chooses no file writes none";
}

} // namespace
