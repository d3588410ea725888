// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/exchange/ObservationsCsv.h"
#include "ui/models/HistoryModel.h"
#include "ui/models/SampleTableModel.h"

#include <QAbstractItemModelTester>
#include <gtest/gtest.h>

namespace {

using namespace tierscope;
using ui::HistoryModel;
using ui::SampleTableModel;

core::Sample sample(int planIndex, bool ok)
{
    core::Sample made;
    made.planIndex = planIndex;
    made.memory = core::MemoryMb{512};
    made.vcpus = 2;
    made.mode = core::ScheduleMode::Parallel;
    made.cap = 2;
    made.taskCount = 1000;
    made.wallSeconds = 12.692;
    made.dilation = {1.5};
    made.limiter = "cgroup v2";
    made.ok = ok;
    made.error = ok ? "" : "task 3: out of memory at 512 MB";
    return made;
}

QString cell(const QAbstractItemModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

TEST(SampleTableModelTest, HoldsEverySampleAndSaysWhyOneFailed)
{
    SampleTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.replace(core::referenceExperiment().samples);
    EXPECT_EQ(model.rowCount(), 16);
    model.replace({});
    model.add(sample(0, true));
    model.add(sample(1, false));
    ASSERT_EQ(model.rowCount(), 2);
    EXPECT_EQ(cell(model, 0, SampleTableModel::Tier), "512 MB");
    EXPECT_EQ(cell(model, 0, SampleTableModel::Tasks), "1,000");
    EXPECT_EQ(cell(model, 0, SampleTableModel::Runtime), "12.7 s");
    EXPECT_EQ(cell(model, 0, SampleTableModel::Dilated), "×1.5");
    EXPECT_EQ(cell(model, 0, SampleTableModel::Outcome), "ok");
    EXPECT_EQ(cell(model, 0, SampleTableModel::CpuTime), "") << "not measured is not zero";
    EXPECT_TRUE(cell(model, 1, SampleTableModel::Outcome).contains("out of memory at 512 MB"));
    EXPECT_EQ(model.headerData(SampleTableModel::Runtime, Qt::Horizontal).toString(), "Runtime");
}

TEST(SampleTableModelTest, ASampleMeasuredAgainReplacesTheFailedOne)
{
    SampleTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.add(sample(4, false));
    model.add(sample(4, true));
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(cell(model, 0, SampleTableModel::Outcome), "ok");
}

TEST(SampleTableModelTest, SortsByFigureNotByText)
{
    SampleTableModel model;
    core::Sample slow = sample(0, true);
    slow.wallSeconds = 100;
    core::Sample fast = sample(1, true);
    fast.wallSeconds = 0.9;
    model.replace({slow, fast});
    EXPECT_LT(model.index(1, SampleTableModel::Runtime).data(Qt::UserRole).toDouble(),
              model.index(0, SampleTableModel::Runtime).data(Qt::UserRole).toDouble());
}

/// Nine runs close together, then one far off.
std::vector<core::Sample> samplesWithOutlier()
{
    std::vector<core::Sample> samples;
    for (int index = 0; index < 10; ++index) {
        samples.push_back(sample(index, true));
        samples.back().wallSeconds = index == 9 ? 20 : 12 + 0.01 * index;
    }
    return samples;
}

TEST(SampleTableModelTest, OutliersAreMarkedInWordsWithTheirFigures)
{
    SampleTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    std::vector<core::Sample> samples = samplesWithOutlier();
    const core::Sample odd = samples.back();
    samples.pop_back();
    model.replace(samples);
    EXPECT_EQ(model.outlierCount(), 0);
    model.add(odd);
    EXPECT_EQ(model.outlierCount(), 1);
    // Its score by hand: 0.6745 x (20 - 12.045) / 0.025.
    EXPECT_EQ(cell(model, 9, SampleTableModel::Outcome), "ok, outlier, Z 214.6");
    EXPECT_EQ(cell(model, 0, SampleTableModel::Outcome), "ok");
    for (const auto column : {SampleTableModel::Outcome, SampleTableModel::Runtime}) {
        const QString help = model.index(9, column).data(Qt::ToolTipRole).toString();
        EXPECT_TRUE(help.contains("214.6") && help.contains("Tukey") && help.contains("other 9 runs")) << help.toStdString();
    }
    EXPECT_FALSE(model.index(0, SampleTableModel::Runtime).data(Qt::ToolTipRole).isValid());
    EXPECT_GT(model.index(9, SampleTableModel::Outcome).data(Qt::UserRole).toString(),
              model.index(0, SampleTableModel::Outcome).data(Qt::UserRole).toString());
}

TEST(SampleTableModelTest, WarmUpsColdStartsAndFailuresAreNoOutliers)
{
    for (const auto& spoil :
         std::vector<void (*)(core::Sample&)>{[](core::Sample& one) { one.warmup = true; }, [](core::Sample& one) { one.cold = true; },
                                              [](core::Sample& one) { one.ok = false; }}) {
        std::vector<core::Sample> samples = samplesWithOutlier();
        spoil(samples.back());
        SampleTableModel model;
        model.replace(samples);
        EXPECT_EQ(model.outlierCount(), 0);
    }
    std::vector<core::Sample> samples = samplesWithOutlier();
    for (core::Sample& one : samples)
        one.cold = true;
    SampleTableModel model;
    model.replace(samples);
    EXPECT_EQ(model.outlierCount(), 1) << "where there is nothing warm, cold starts are the samples";
}

core::ExperimentEntry entry(std::int64_t id, core::ExperimentStatus status, int finished, int planned)
{
    core::ExperimentEntry made;
    made.id = id;
    made.name = "experiment " + std::to_string(id);
    made.workloadTitle = "busy-loop 10,000,000";
    made.status = status;
    made.createdAtMs = 1'760'000'000'000;
    made.finishedRuns = finished;
    made.plannedRuns = planned;
    return made;
}

class HistoryModelTest : public testing::Test {
protected:
    HistoryModel m_model{core::referenceExperiment().entry};
    QAbstractItemModelTester m_tester{&m_model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(HistoryModelTest, ReferenceIsAlwaysLast)
{
    ASSERT_EQ(m_model.rowCount(), 1);
    m_model.setEntries({entry(2, core::ExperimentStatus::Finished, 4, 4), entry(1, core::ExperimentStatus::Cancelled, 2, 4)});
    ASSERT_EQ(m_model.rowCount(), 3);
    EXPECT_EQ(cell(m_model, 0, HistoryModel::Name), "experiment 2");
    EXPECT_EQ(cell(m_model, 0, HistoryModel::Samples), "4");
    EXPECT_EQ(cell(m_model, 1, HistoryModel::Samples), "2 of 4");
    EXPECT_EQ(cell(m_model, 1, HistoryModel::Status), "Stopped");
    EXPECT_EQ(cell(m_model, 2, HistoryModel::Where), "AWS Lambda, published");
    m_model.setEntries({});
    EXPECT_EQ(m_model.rowCount(), 1);
}

TEST_F(HistoryModelTest, KeepsRowsSoThatASelectionSurvives)
{
    m_model.setEntries({entry(1, core::ExperimentStatus::Finished, 4, 4)});
    const QPersistentModelIndex kept(m_model.index(0, 0));
    m_model.setEntries({entry(3, core::ExperimentStatus::Running, 0, 8), entry(1, core::ExperimentStatus::Finished, 4, 4)});
    ASSERT_TRUE(kept.isValid());
    EXPECT_EQ(kept.row(), 1);
    m_model.setEntries({entry(1, core::ExperimentStatus::Finished, 4, 4), entry(3, core::ExperimentStatus::Finished, 8, 8)});
    EXPECT_EQ(m_model.rowOf(1), 0);
    EXPECT_EQ(m_model.rowOf(3), 1);
    EXPECT_EQ(m_model.rowCount(), 3);
}

TEST_F(HistoryModelTest, OnlyWhatIsUnfinishedCanBeResumedAndNothingThatRunsDeleted)
{
    m_model.setEntries({entry(4, core::ExperimentStatus::Running, 1, 4), entry(3, core::ExperimentStatus::Cancelled, 1, 4),
                        entry(2, core::ExperimentStatus::Interrupted, 1, 4), entry(1, core::ExperimentStatus::Finished, 4, 4)});
    EXPECT_FALSE(m_model.canResume(0));
    EXPECT_TRUE(m_model.canResume(1));
    EXPECT_TRUE(m_model.canResume(2));
    EXPECT_FALSE(m_model.canResume(3));
    EXPECT_FALSE(m_model.canResume(4));
    EXPECT_FALSE(m_model.canDelete(0));
    EXPECT_TRUE(m_model.canDelete(1));
    EXPECT_FALSE(m_model.canDelete(4)) << "the reference is not of the database";
}

TEST_F(HistoryModelTest, FollowsARun)
{
    m_model.setEntries({entry(4, core::ExperimentStatus::Running, 0, 4)});
    m_model.setProgress(4, 3, 1);
    EXPECT_EQ(cell(m_model, 0, HistoryModel::Samples), "3 of 4");
    EXPECT_EQ(cell(m_model, 0, HistoryModel::Status), "Running, 1 failed");
    m_model.setProgress(HistoryModel::kReferenceId, 3, 1);
    EXPECT_EQ(cell(m_model, 1, HistoryModel::Samples), "16");
}

TEST_F(HistoryModelTest, TellsTiersAndTheFastest)
{
    core::ExperimentEntry known = entry(1, core::ExperimentStatus::Finished, 4, 4);
    known.tierCount = 8;
    m_model.setEntries({known});
    EXPECT_EQ(cell(m_model, 0, HistoryModel::Tiers), "8");
    EXPECT_EQ(cell(m_model, 0, HistoryModel::Fastest), "") << "nothing measured is not zero";
    m_model.setFastest(1, 0.87);
    EXPECT_EQ(cell(m_model, 0, HistoryModel::Fastest), "870 ms");
    EXPECT_EQ(cell(m_model, 1, HistoryModel::Tiers), "8");
    EXPECT_EQ(cell(m_model, 1, HistoryModel::Fastest), "869 ms") << "the reference's";
    known.tierCount = 0;
    m_model.setEntries({known});
    EXPECT_EQ(cell(m_model, 0, HistoryModel::Tiers), "none");
}

TEST_F(HistoryModelTest, TicksAreKeptUntilTheRowGoes)
{
    m_model.setEntries({entry(2, core::ExperimentStatus::Finished, 4, 4), entry(1, core::ExperimentStatus::Finished, 4, 4)});
    int changes = 0;
    QObject::connect(&m_model, &HistoryModel::tickedChanged, &m_model, [&changes] { ++changes; });
    const QModelIndex first = m_model.index(0, HistoryModel::Overlay);
    EXPECT_TRUE(first.flags().testFlag(Qt::ItemIsUserCheckable));
    EXPECT_FALSE(m_model.index(0, HistoryModel::Name).flags().testFlag(Qt::ItemIsUserCheckable));
    EXPECT_TRUE(m_model.setData(first, Qt::Checked, Qt::CheckStateRole));
    m_model.setTicked(HistoryModel::kReferenceId, true);
    EXPECT_EQ(m_model.ticked(), (std::vector<std::int64_t>{2, HistoryModel::kReferenceId}));
    EXPECT_EQ(first.data(Qt::CheckStateRole).toInt(), Qt::Checked);
    EXPECT_TRUE(first.data(Qt::AccessibleTextRole).toString().contains("experiment 2"));
    m_model.hide(2);
    EXPECT_EQ(m_model.ticked(), std::vector<std::int64_t>{HistoryModel::kReferenceId});
    EXPECT_EQ(changes, 3);
}

TEST_F(HistoryModelTest, WhatIsHiddenStaysAwayUntilItIsBroughtBack)
{
    const std::vector entries{entry(2, core::ExperimentStatus::Finished, 4, 4), entry(1, core::ExperimentStatus::Finished, 4, 4)};
    m_model.setEntries(entries);
    m_model.hide(2);
    EXPECT_EQ(m_model.rowCount(), 2);
    m_model.setEntries(entries);
    EXPECT_EQ(m_model.rowOf(2), std::nullopt);
    m_model.hide(HistoryModel::kReferenceId);
    EXPECT_EQ(m_model.rowCount(), 2) << "the reference cannot be deleted";
    m_model.unhide(2);
    m_model.setEntries(entries);
    EXPECT_EQ(m_model.rowOf(2), 0);
}

TEST_F(HistoryModelTest, AnotherNameIsAskedForOnce)
{
    m_model.setEntries({entry(1, core::ExperimentStatus::Finished, 4, 4)});
    QStringList asked;
    QObject::connect(&m_model, &HistoryModel::renameRequested, &m_model,
                     [&asked](std::int64_t id, const QString& name) { asked << QString::number(id) + ":" + name; });
    const QModelIndex name = m_model.index(0, HistoryModel::Name);
    EXPECT_TRUE(m_model.setData(name, "  nightly   thumbnails "));
    EXPECT_EQ(name.data().toString(), "nightly thumbnails");
    EXPECT_FALSE(m_model.setData(name, "nightly thumbnails"));
    EXPECT_TRUE(m_model.setData(name, ""));
    EXPECT_EQ(asked, (QStringList{"1:nightly thumbnails", "1:"}));
    const QModelIndex reference = m_model.index(1, HistoryModel::Name);
    EXPECT_FALSE(reference.flags().testFlag(Qt::ItemIsEditable));
    EXPECT_FALSE(m_model.setData(reference, "mine"));
}

} // namespace
