// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/panels/SamplePage.h"

#include "core/exchange/ObservationsCsv.h"
#include "ui/models/SampleTableModel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <gtest/gtest.h>

namespace {

using namespace tierscope;
using ui::SampleTableModel;

core::Sample sampleOf(int planIndex, int memory, double seconds)
{
    core::Sample sample;
    sample.planIndex = planIndex;
    sample.memory = core::MemoryMb{memory};
    sample.vcpus = 2;
    sample.repeat = planIndex;
    sample.taskCount = 10;
    sample.wallSeconds = seconds;
    sample.limiter = "cgroup v2";
    sample.ok = true;
    return sample;
}

class SamplePageTest : public testing::Test {
protected:
    SamplePageTest()
    {
        m_page.resize(460, 500);
        m_page.QWidget::show();
        core::ExperimentRecord record;
        record.entry.name = "a/b: test";
        record.spec.name = record.entry.name;
        record.samples = {sampleOf(0, 512, 12.692), sampleOf(1, 512, 12.1), sampleOf(2, 512, 13.9), sampleOf(3, 128, 51.2)};
        record.samples.push_back(sampleOf(4, 128, 0));
        record.samples.back().ok = false;
        record.samples.back().error =
            "task 3 ended with signal 11 (segmentation fault), and this reason is far longer than a column is wide";
        m_page.show(record);
    }
    void SetUp() override { ASSERT_TRUE(QTest::qWaitForWindowActive(&m_page)); }
    template <typename Widget>
    [[nodiscard]] Widget& find(const char* objectName)
    {
        return *m_page.findChild<Widget*>(QString::fromLatin1(objectName));
    }
    [[nodiscard]] QTableView& table() { return find<QTableView>("sampleTable"); }
    [[nodiscard]] std::string column(int column)
    {
        QStringList cells;
        for (int row = 0; row < table().model()->rowCount(); ++row)
            cells << table().model()->index(row, column).data().toString();
        return cells.join('|').toStdString();
    }

    ui::SamplePage m_page;
};

TEST_F(SamplePageTest, OneGroupSharesTheDigitsOfItsSpread)
{
    EXPECT_EQ(column(SampleTableModel::Runtime), "12.7 s|12.1 s|13.9 s|51.2 s|");
    m_page.add({sampleOf(5, 512, 16.2), sampleOf(6, 512, 9.9)});
    EXPECT_EQ(column(SampleTableModel::Runtime), "13 s|12 s|14 s|51.2 s||16 s|10 s") << "seconds apart: no tenths";
}

TEST_F(SamplePageTest, SortsByHeaderAndByKeys)
{
    QHeaderView& header = *table().horizontalHeader();
    const QPoint onTier(header.sectionViewportPosition(SampleTableModel::Tier) + 20, header.height() / 2);
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, onTier);
    const std::string first = column(SampleTableModel::Tier);
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, onTier);
    EXPECT_NE(column(SampleTableModel::Tier), first);
    EXPECT_TRUE(first.starts_with("512") != column(SampleTableModel::Tier).starts_with("512"));

    table().setFocus();
    table().setCurrentIndex(table().model()->index(0, SampleTableModel::Runtime));
    QTest::keyClick(&table(), Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(column(SampleTableModel::Runtime), "|12.1 s|12.7 s|13.9 s|51.2 s");
    QTest::keyClick(&table(), Qt::Key_Down, Qt::AltModifier);
    EXPECT_EQ(column(SampleTableModel::Runtime), "51.2 s|13.9 s|12.7 s|12.1 s|");
    EXPECT_EQ(table().model()->headerData(SampleTableModel::Runtime, Qt::Horizontal).toString(), QString::fromUtf8("Runtime ↓"));
    QTest::keyClick(&table(), Qt::Key_Home, Qt::AltModifier);
    EXPECT_EQ(column(SampleTableModel::Runtime), "12.7 s|12.1 s|13.9 s|51.2 s|");
}

TEST_F(SamplePageTest, CopiesSelectedRowsWithTheHeader)
{
    table().setFocus();
    table().setCurrentIndex(table().model()->index(0, 0));
    QTest::keyClick(&table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QGuiApplication::clipboard()->text().toStdString(), "Tier\tMode\tAt once\tRepeat\tRuntime\tResult\tvCPUs\n"
                                                                  "512 MB\tSequential\t1\t1\t12.7 s\tok\t2\n"
                                                                  "512 MB\tSequential\t1\t2\t12.1 s\tok\t2\n");
    EXPECT_EQ(table().contextMenuPolicy(), Qt::ActionsContextMenu);
    EXPECT_EQ(table().actions().size(), 4);
}

TEST_F(SamplePageTest, WhatIsTheSameInEveryRowStandsOnce)
{
    EXPECT_EQ(find<QLabel>("sampleSummary").text(), QString::fromUtf8("5 samples · 10 tasks each · limited by cgroup v2"));
    EXPECT_TRUE(table().isColumnHidden(SampleTableModel::Tasks));
    core::Sample other = sampleOf(9, 512, 12);
    other.taskCount = 20;
    m_page.add({other});
    EXPECT_FALSE(table().isColumnHidden(SampleTableModel::Tasks));
    EXPECT_FALSE(find<QLabel>("sampleSummary").text().contains("tasks"));
}

TEST_F(SamplePageTest, AFailedSampleSaysItsReasonWhole)
{
    auto& detail = find<QLabel>("sampleDetail");
    EXPECT_FALSE(detail.isVisible());
    table().setCurrentIndex(table().model()->index(4, 0));
    EXPECT_TRUE(detail.isVisible());
    EXPECT_TRUE(detail.text().contains("far longer than a column is wide")) << detail.text().toStdString();
    EXPECT_TRUE(detail.wordWrap());
    EXPECT_TRUE(table().model()->index(4, SampleTableModel::Outcome).data(Qt::ToolTipRole).toString().contains("signal 11"));
    table().setCurrentIndex(table().model()->index(0, 0));
    EXPECT_FALSE(detail.isVisible());
}

TEST_F(SamplePageTest, ExportsByCoreAndSaysWhatWentWrong)
{
    const QTemporaryDir folder;
    QString suggestion;
    QString path = folder.filePath("out.csv");
    m_page.setAskSavePath([&](QWidget*, const QString& suggested, const std::function<void(const QString&)>& then) {
        suggestion = suggested;
        then(path);
    });
    QTest::mouseClick(&find<QPushButton>("exportCsvButton"), Qt::LeftButton);
    EXPECT_EQ(suggestion, "a-b- test.csv");
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const auto read = core::parseObservations(file.readAll().toStdString());
    ASSERT_TRUE(read.has_value()) << read.error().sentence();
    EXPECT_EQ(read->size(), 4U) << "the failed one does not count";
    EXPECT_TRUE(find<QLabel>("sampleDetail").text().contains("out.csv"));

    std::string failure;
    QObject::connect(&m_page, &ui::SamplePage::failed, &m_page, [&](const core::Error& error) { failure = error.message; });
    path = folder.filePath("no/such/folder/out.csv");
    QTest::mouseClick(&find<QPushButton>("exportCsvButton"), Qt::LeftButton);
    EXPECT_NE(failure.find("no/such/folder"), std::string::npos) << failure;
}

TEST_F(SamplePageTest, AnOutlierIsToldBelowTheTableAndInTheFile)
{
    core::ExperimentRecord record;
    for (int index = 0; index < 10; ++index)
        record.samples.push_back(sampleOf(index, 512, index == 9 ? 20 : 12 + 0.01 * index));
    m_page.show(record);
    EXPECT_TRUE(find<QLabel>("sampleSummary").text().contains("1 outlier marked"));
    table().setCurrentIndex(table().model()->index(9, 0));
    EXPECT_TRUE(find<QLabel>("sampleDetail").isVisible());
    EXPECT_TRUE(find<QLabel>("sampleDetail").text().contains("modified Z score is 214.6"));
    table().setCurrentIndex(table().model()->index(0, 0));
    EXPECT_FALSE(find<QLabel>("sampleDetail").isVisible());

    const QTemporaryDir folder;
    const QString path = folder.filePath("out.csv");
    m_page.setAskSavePath([&](QWidget*, const QString&, const std::function<void(const QString&)>& then) { then(path); });
    QTest::mouseClick(&find<QPushButton>("exportCsvButton"), Qt::LeftButton);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const std::string text = file.readAll().toStdString();
    EXPECT_NE(text.find("# Outlier, counted all the same: 512 MB, sequential, cap 1, repeat 10, 20 s (modified Z 214.6"), std::string::npos)
        << text;
    const auto read = core::parseObservations(text);
    ASSERT_TRUE(read.has_value()) << read.error().sentence();
    EXPECT_EQ(read->size(), 10U) << "marked, not left out";
}

TEST_F(SamplePageTest, WithoutSamplesItSaysWhatToDo)
{
    EXPECT_FALSE(find<QLabel>("sampleNone").isVisible());
    m_page.show(core::ExperimentRecord{});
    EXPECT_TRUE(find<QLabel>("sampleNone").isVisible());
    EXPECT_TRUE(find<QLabel>("sampleNone").text().contains("Run"));
    EXPECT_FALSE(table().isVisible());
    EXPECT_FALSE(find<QPushButton>("exportCsvButton").isEnabled());
}

TEST_F(SamplePageTest, FiguresStandAtTheRightAndTermsExplainThemselves)
{
    const QAbstractItemModel& model = *table().model();
    for (const int column : {SampleTableModel::Tier, SampleTableModel::Runtime, SampleTableModel::CpuTime}) {
        const auto alignment = Qt::Alignment(model.index(0, column).data(Qt::TextAlignmentRole).toInt());
        EXPECT_TRUE(alignment.testFlag(Qt::AlignRight)) << column;
        EXPECT_EQ(model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole), model.index(0, column).data(Qt::TextAlignmentRole));
    }
    for (const int column :
         {SampleTableModel::Tier, SampleTableModel::Vcpus, SampleTableModel::Cap, SampleTableModel::Throttled, SampleTableModel::Dilated})
        EXPECT_FALSE(model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty()) << column;
}

} // namespace
