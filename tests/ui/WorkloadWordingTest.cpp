// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/WorkloadWording.h"

#include "core/exchange/ObservationsCsv.h"
#include "core/workload/Kernels.h"

#include <gtest/gtest.h>
#include <set>

namespace {

using namespace tierscope;

TEST(WorkloadWordingTest, EveryKernelHasATitleAndASentence)
{
    std::set<QString> titles;
    for (const core::Kernel& kernel : core::kernelCatalogue()) {
        const QString title = ui::kernelTitle(kernel.name);
        EXPECT_NE(title, QString::fromUtf8(kernel.name.data(), static_cast<qsizetype>(kernel.name.size()))) << kernel.name;
        EXPECT_TRUE(ui::kernelSummary(kernel.name).endsWith('.')) << kernel.name;
        const QString whole = ui::workloadText(core::KernelWorkload{std::string(kernel.name), {}});
        EXPECT_TRUE(whole.startsWith(title)) << whole.toStdString();
        EXPECT_EQ(whole != title, !kernel.parameters.empty()) << whole.toStdString();
        titles.insert(title);
    }
    EXPECT_EQ(titles.size(), core::kernelCatalogue().size());
}

TEST(WorkloadWordingTest, TitlesSayTheParameters)
{
    EXPECT_EQ(ui::workloadText(core::KernelWorkload{"busy-loop", {{"iterations", 10'000'000}}}), "Busy loop 10,000,000");
    EXPECT_EQ(ui::workloadText(core::KernelWorkload{"sleep", {{"ms", 250}}}), "Sleep 250 ms");
    EXPECT_EQ(ui::workloadText(core::CommandWorkload{{"/bin/gzip", "-k", "big.log"}}), "gzip -k big.log");
    EXPECT_EQ(ui::workloadText(core::PythonWorkload{"images", "resize", "[]", {}}), "images.resize");
    EXPECT_EQ(ui::unnamedTitle(core::CommandWorkload{{"gzip"}}, 1), "gzip, 1 task");
}

TEST(WorkloadWordingTest, AGivenNameStandsAndWhatHasNoneIsCalledWhatItMeasures)
{
    core::ExperimentEntry entry;
    entry.id = 3;
    entry.name = "core's own words";
    entry.workload = core::CommandWorkload{{"gzip"}};
    entry.taskCount = 10;
    EXPECT_EQ(ui::entryName(entry), "gzip, 10 tasks");
    EXPECT_EQ(ui::entryWorkload(entry), "gzip");
    entry.isNamed = true;
    EXPECT_EQ(ui::entryName(entry), "core's own words");
    // A stored spec that cannot be read leaves what was stored beside it.
    entry.isNamed = false;
    entry.workload.reset();
    entry.workloadTitle = "stored title";
    EXPECT_EQ(ui::entryName(entry), "core's own words");
    EXPECT_EQ(ui::entryWorkload(entry), "stored title");
    EXPECT_EQ(ui::entryName(core::referenceExperiment().entry), "Reference measurements (2021)");
    EXPECT_EQ(ui::entryWorkload(core::referenceExperiment().entry), "Reference loop, Python");
}

} // namespace
