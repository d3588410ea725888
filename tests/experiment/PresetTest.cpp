// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/experiment/Preset.h"

#include "core/base/CpuTopology.h"
#include "core/experiment/DurationEstimate.h"
#include "core/tier/TierCatalogue.h"

#include <ctime>
#include <gmock/gmock.h>

namespace tierscope::core {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

TEST(PresetTest, EveryPresetHasASpecOverTheArticlesTiers)
{
    ASSERT_EQ(presets().size(), 5U);
    for (const Preset& preset : presets()) {
        const auto spec = presetSpec(preset.id);
        ASSERT_TRUE(spec) << preset.id;
        EXPECT_THAT(spec->tiers, testing::ElementsAreArray(articleTiers()));
        EXPECT_EQ(spec->tasks, 10);
        EXPECT_FALSE(preset.title.empty());
        EXPECT_FALSE(preset.summary.empty());
    }
}

TEST(PresetTest, TheReferenceExperimentsAreTheArticles)
{
    EXPECT_EQ(presetSpec("reference-cpp")->workload, (Workload{KernelWorkload{"busy-loop", {{"iterations", 10'000'000}}}}));
    EXPECT_EQ(presetSpec("reference-cpp")->repeats, 3);
    EXPECT_EQ(presetSpec("reference-python")->workload, (Workload{PythonWorkload{"tierscope_workloads", "busy_loop", "[10000000]", ""}}));
    EXPECT_EQ(presetSpec("reference-python")->repeats, 1);
}

TEST(PresetTest, OnesOwnWorkloadIsAskedFor)
{
    for (const char* id : {"command", "python"}) {
        const auto problems = validateSpec(presetSpec(id).value());
        ASSERT_EQ(problems.size(), 1U);
        EXPECT_EQ(problems.front().field, "workload");
    }
    for (const char* id : {"quick-look", "reference-cpp", "reference-python"})
        EXPECT_THAT(validateSpec(presetSpec(id).value()), IsEmpty()) << id;
}

TEST(PresetTest, AnUnknownPresetIsNamedWithThoseThatAre)
{
    const auto spec = presetSpec("slow-look");
    ASSERT_FALSE(spec);
    EXPECT_EQ(spec.error().code, ErrorCode::NotFound);
    EXPECT_THAT(spec.error().message, HasSubstr("slow-look"));
    EXPECT_THAT(spec.error().remedy, HasSubstr("quick-look"));
}

double threadCpuSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// The CPU time of one task, measured here, puts the whole sweep near the promised half minute whatever computer this is. The range is wide
// because a loaded or throttled computer times a loop differently each time.
TEST(PresetTest, QuickLookIsSizedForThisComputer)
{
    const ExperimentSpec spec = presetSpec("quick-look").value();
    const auto kernel = prepareKernel(std::get<KernelWorkload>(spec.workload));
    ASSERT_TRUE(kernel);
    const double start = threadCpuSeconds();
    static_cast<void>(kernel->run());
    const double taskSeconds = threadCpuSeconds() - start;

    const int cpus = static_cast<int>(usableCpus().size());
    double total = 0;
    for (const PlannedRun& run : makePlan(spec, cpus))
        total += estimateRunSeconds({taskSeconds, taskSeconds, 0}, run, spec.tasks, cpus);
    EXPECT_GT(total, 10);
    EXPECT_LT(total, 90);
    EXPECT_EQ(presetSpec("quick-look").value(), spec);
}

} // namespace
} // namespace tierscope::core
