// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/exchange/ExperimentMarkdown.h"

#include "../experiment/SampleFixture.h"
#include "core/exchange/ObservationsCsv.h"

#include <gmock/gmock.h>

namespace tierscope::core {
namespace {

using test::failedSample;
using test::goodSample;
using testing::HasSubstr;
using enum ScheduleMode;

TEST(AlignedTableTest, PadsNumbersAtTheLeftAndTextAtTheRight)
{
    TextTable table;
    table.columns = {{"n", true}, {"name", false}};
    table.rows = {{"7", "µs"}, {"1234", "x"}};
    EXPECT_EQ(alignedTable(table), "   n  name\n"
                                   "   7  µs\n"
                                   "1234  x\n");
}

TEST(SummaryTableTest, ShowsWhatIsKnownAndADashForTheRest)
{
    Sample dilated = goodSample(10240, Parallel, 0.5, 6);
    dilated.dilation = {3};
    const auto table = summaryTable(summarise({goodSample(10240, Sequential, 2), dilated, failedSample(10240, Parallel, "killed", 6)}));
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_THAT(table.rows[0],
                testing::ElementsAre("10240 MB", "6 / 5.79", "sequential", "1", "1", "2.00 s", "-", "-", "-", "-", "cgroup v1"));
    EXPECT_THAT(table.rows[1], testing::ElementsAre("10240 MB", "6 / 5.79", "parallel", "6", "1 (1 failed)", "500 ms", "-", "4.00x", "67 %",
                                                    "3x", "cgroup v1"));
    EXPECT_EQ(table.columns.size(), table.rows[0].size());
}

TEST(MarkdownTest, HasTheTableTheFindingsAndTheConditions)
{
    const std::string page = experimentToMarkdown(referenceExperiment());
    EXPECT_THAT(page, HasSubstr("# Reference measurements (2021)\n"));
    EXPECT_THAT(page, HasSubstr("|   Memory |    vCPUs | Mode       | Cap |   n |"));
    EXPECT_THAT(page, HasSubstr("| 10240 MB | 6 / 5.79 | parallel   |   6 |"));
    EXPECT_THAT(page, HasSubstr("## Findings\n\n- Fastest is parallel"));
    EXPECT_THAT(page, HasSubstr("Source: qiita.com"));
}

TEST(MarkdownTest, NamesAreTextNotMarkup)
{
    ExperimentRecord record = referenceExperiment();
    record.entry.name = "a|b\n# *c*";
    EXPECT_THAT(experimentToMarkdown(record), HasSubstr("# a\\|b \\# \\*c\\*\n"));
}

} // namespace
} // namespace tierscope::core
