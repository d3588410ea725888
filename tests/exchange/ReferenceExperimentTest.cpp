// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/exchange/ObservationsCsv.h"

#include <algorithm>
#include <gmock/gmock.h>

namespace tierscope::core {
namespace {

using testing::SizeIs;

TEST(ReferenceExperimentTest, IsTheArticlesTable)
{
    const ExperimentRecord record = referenceExperiment();
    ASSERT_THAT(record.samples, SizeIs(16));
    const Sample& first = record.samples.front();
    EXPECT_EQ(first.memory, MemoryMb{128});
    EXPECT_EQ(first.mode, ScheduleMode::Sequential);
    EXPECT_EQ(first.wallSeconds, 49.405);
    const Sample& last = record.samples.back();
    EXPECT_EQ(last.memory, MemoryMb{10240});
    EXPECT_EQ(last.mode, ScheduleMode::Parallel);
    EXPECT_EQ(last.cap, 6);
    EXPECT_EQ(last.taskCount, 10);
    EXPECT_EQ(last.wallSeconds, 0.869);
    EXPECT_EQ(last.limiter, "lambda");
    for (std::size_t index = 0; index < record.samples.size(); ++index) {
        EXPECT_TRUE(record.samples[index].isCounted());
        EXPECT_EQ(record.samples[index].planIndex, static_cast<int>(index));
    }
}

TEST(ReferenceExperimentTest, NamesItsSourceAndCannotBeChanged)
{
    const ExperimentRecord record = referenceExperiment();
    EXPECT_EQ(record.entry.id, 0);
    EXPECT_EQ(record.entry.name, "Reference measurements (2021)");
    EXPECT_EQ(record.entry.status, ExperimentStatus::Imported);
    EXPECT_EQ(record.entry.backend, BackendKind::Lambda);
    EXPECT_EQ(record.entry.createdAtMs, 1'640'736'000'000);
    EXPECT_EQ(record.entry.plannedRuns, 16);
    EXPECT_TRUE(record.readOnly);
    EXPECT_EQ(record.source, "qiita.com/teracy164/items/101f16a53f2262cbe8d8 (2021-12-29), table \"比較結果一覧\".");
    EXPECT_EQ(record.host.usableCpus, 0);
}

} // namespace
} // namespace tierscope::core
