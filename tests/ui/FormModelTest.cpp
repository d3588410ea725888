// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/FormModel.h"

#include "core/analysis/AdaptiveSweep.h"
#include "core/experiment/Preset.h"
#include "core/tier/TierCatalogue.h"
#include "core/workload/Kernels.h"

#include <algorithm>
#include <gmock/gmock.h>

namespace {

using namespace tierscope;

ui::Form goodForm()
{
    ui::Form form;
    form.parameters = ui::defaultParameters("busy-loop");
    form.tiers = "128, 512";
    return form;
}

std::vector<std::string> wrongFields(const ui::Form& form)
{
    std::vector<std::string> fields;
    for (const ui::FormProblem& problem : ui::readForm(form).problems) {
        EXPECT_FALSE(problem.message.isEmpty());
        EXPECT_FALSE(problem.remedy.isEmpty()) << problem.message.toStdString();
        fields.push_back(problem.field);
    }
    return fields;
}

TEST(FormModelTest, ReadsWhatIsTyped)
{
    ui::Form form = goodForm();
    form.parameters["iterations"] = " 12,000,000 ";
    form.tiers = "512,128 , 128";
    form.hasPool = true;
    form.capKind = core::CapPolicy::Kind::Sweep;
    form.capCount = 4;
    form.name = "  thumbnails ";
    form.seed = "77";
    form.taskTimeout = 1.5;
    const ui::FormReading reading = ui::readForm(form);
    ASSERT_TRUE(reading.isUsable()) << reading.problems.front().message.toStdString();
    EXPECT_EQ(reading.spec.workload, core::Workload(core::KernelWorkload{"busy-loop", {{"iterations", 12'000'000}}}));
    EXPECT_EQ(reading.spec.tiers, (std::vector{core::MemoryMb{128}, core::MemoryMb{512}}));
    EXPECT_EQ(reading.spec.modes.size(), 3U);
    EXPECT_EQ(reading.spec.cap, (core::CapPolicy{core::CapPolicy::Kind::Sweep, 4}));
    EXPECT_EQ(reading.spec.name, "thumbnails");
    EXPECT_EQ(reading.spec.seed, 77U);
    EXPECT_EQ(reading.spec.taskTimeout, std::chrono::milliseconds(1500));
}

TEST(FormModelTest, EveryPresetAndKernelSurvivesTheForm)
{
    for (const char* id : {"quick-look", "reference-cpp", "reference-python", "command", "python"}) {
        const core::ExperimentSpec spec = core::presetSpec(id).value();
        const core::ExperimentSpec back = ui::readForm(ui::makeForm(spec)).spec;
        EXPECT_EQ(back, spec) << id;
    }
    for (const core::Kernel& kernel : core::kernelCatalogue()) {
        ui::Form form = goodForm();
        form.kernel = kernel.name;
        form.parameters = ui::defaultParameters(form.kernel);
        EXPECT_TRUE(ui::readForm(form).isUsable()) << kernel.name;
    }
}

TEST(FormModelTest, EveryValueOfASpecSurvivesTheForm)
{
    core::ExperimentSpec spec;
    spec.name = "all of it";
    spec.workload = core::PythonWorkload{"images.thumbnails", "resize", R"(["a b", 2])", "/"};
    spec.tasks = 7;
    spec.modes = {core::ScheduleMode::Pool};
    spec.cap = {core::CapPolicy::Kind::Fixed, 5};
    spec.repeats = 9;
    spec.warmup = 2;
    spec.seed = 18'446'744'073'709'551'615ULL;
    spec.taskTimeout = std::chrono::milliseconds(2500);
    spec.runTimeout = std::chrono::seconds(60);
    EXPECT_EQ(ui::readForm(ui::makeForm(spec)).spec, spec) << "no tiers: not limited";
    spec.workload = core::CommandWorkload{{"/bin/echo", "two words", "", "it's"}};
    EXPECT_EQ(ui::readForm(ui::makeForm(spec)).spec, spec);
}

TEST(FormModelTest, RepeatsUntilTheMedianIsSureOnlyWhenThatIsWanted)
{
    ui::Form form = goodForm();
    form.precisionPercent = 2;
    form.maxRepeats = 50;
    EXPECT_EQ(ui::readForm(form).spec.precisionPercent, 0) << "off unless it is asked for";
    form.isUntilSure = true;
    const ui::FormReading reading = ui::readForm(form);
    ASSERT_TRUE(reading.isUsable());
    EXPECT_EQ(reading.spec.precisionPercent, 2);
    EXPECT_EQ(reading.spec.maxRepeats, 50);
    EXPECT_EQ(ui::makeForm(reading.spec).isUntilSure, true);
    EXPECT_EQ(ui::makeForm(reading.spec).precisionPercent, 2);
    EXPECT_EQ(ui::makeForm(reading.spec).maxRepeats, 50);

    form.precisionPercent = 0;
    EXPECT_THAT(wrongFields(form), testing::ElementsAre("precision_percent"));
    form.precisionPercent = 101;
    EXPECT_THAT(wrongFields(form), testing::ElementsAre("precision_percent"));
    form.precisionPercent = 5;
    form.repeats = 10;
    form.maxRepeats = 9;
    EXPECT_THAT(wrongFields(form), testing::ElementsAre("max_repeats"));
    EXPECT_TRUE(ui::readForm(form).problems.front().remedy.contains("10 to 1,000"))
        << ui::readForm(form).problems.front().remedy.toStdString();
    form.isUntilSure = false;
    EXPECT_TRUE(ui::readForm(form).isUsable()) << "what is hidden cannot be wrong";
}

TEST(FormModelTest, AGoalNeedsTiersToChooseAmong)
{
    ui::Form form = goodForm();
    form.goal = core::SweepGoal::Cheapest;
    EXPECT_FALSE(ui::readForm(form).goal.has_value()) << "of two tiers both are measured";
    form.tiers = "128, 512, 1024";
    EXPECT_EQ(ui::readForm(form).goal, core::SweepGoal::Cheapest);
    form.isLambda = true;
    form.lambda.contract = core::LambdaContract::Any;
    EXPECT_FALSE(ui::readForm(form).goal.has_value()) << "the model knows nothing of any function";
}

TEST(FormModelTest, NoLimitIsNoTier)
{
    ui::Form form = goodForm();
    form.tiers = ui::kNoLimit;
    const ui::FormReading reading = ui::readForm(form);
    EXPECT_TRUE(reading.isUsable());
    EXPECT_TRUE(reading.spec.tiers.empty());
}

TEST(FormModelTest, ProblemsStandAtTheirField)
{
    const auto with = [](auto change) {
        ui::Form form = goodForm();
        change(form);
        return wrongFields(form);
    };
    using testing::ElementsAre;
    EXPECT_THAT(with([](ui::Form&) {}), ElementsAre());
    EXPECT_THAT(with([](ui::Form& form) { form.parameters["iterations"] = "many"; }), ElementsAre("parameter.iterations"));
    EXPECT_THAT(with([](ui::Form& form) { form.parameters["iterations"] = ""; }), ElementsAre("parameter.iterations"));
    EXPECT_THAT(with([](ui::Form& form) { form.parameters["iterations"] = "-1"; }), ElementsAre("parameter.iterations"));
    EXPECT_THAT(with([](ui::Form& form) { form.parameters["iterations"] = "0"; }), ElementsAre("parameter.iterations"));
    EXPECT_THAT(with([](ui::Form& form) { form.parameters["iterations"] = "99999999999999999999"; }), ElementsAre("parameter.iterations"));
    EXPECT_THAT(with([](ui::Form& form) { form.tasks = 0; }), ElementsAre("tasks"));
    EXPECT_THAT(with([](ui::Form& form) { form.tasks = 1'000'001; }), ElementsAre("tasks"));
    EXPECT_THAT(with([](ui::Form& form) { form.repeats = 0; }), ElementsAre("repeats"));
    EXPECT_THAT(with([](ui::Form& form) { form.warmup = 5000; }), ElementsAre("warmup"));
    EXPECT_THAT(with([](ui::Form& form) { form.tiers = ""; }), ElementsAre("tiers"));
    EXPECT_THAT(with([](ui::Form& form) { form.tiers = "64"; }), ElementsAre("tiers"));
    EXPECT_THAT(with([](ui::Form& form) { form.tiers = "128, 20480"; }), ElementsAre("tiers"));
    EXPECT_THAT(with([](ui::Form& form) { form.tiers = "128, lots"; }), ElementsAre("tiers"));
    EXPECT_THAT(with([](ui::Form& form) { form.hasSequential = form.hasParallel = false; }), ElementsAre("modes"));
    EXPECT_THAT(with([](ui::Form& form) {
                    form.capKind = core::CapPolicy::Kind::Fixed;
                    form.capCount = 1025;
                }),
                ElementsAre("cap"));
    EXPECT_THAT(with([](ui::Form& form) { form.seed = "x"; }), ElementsAre("seed"));
    EXPECT_THAT(with([](ui::Form& form) {
                    form.tasks = 0;
                    form.tiers = "";
                    form.seed = "";
                }),
                testing::UnorderedElementsAre("tasks", "tiers", "seed"));
}

TEST(FormModelTest, ProblemsOfACommandStandAtTheCommand)
{
    ui::Form form = goodForm();
    form.kind = ui::WorkloadKind::Command;
    EXPECT_THAT(wrongFields(form), testing::ElementsAre("command"));
    form.command = "echo 'open";
    EXPECT_THAT(wrongFields(form), testing::ElementsAre("command"));
    form.command = "no-such-program-anywhere --fast";
    EXPECT_THAT(wrongFields(form), testing::ElementsAre("command"));
    form.command = "/bin/sh -c true";
    EXPECT_THAT(wrongFields(form), testing::ElementsAre());
}

TEST(FormModelTest, ProblemsOfAPythonFunctionStandAtTheirPart)
{
    ui::Form form = goodForm();
    form.kind = ui::WorkloadKind::Python;
    EXPECT_THAT(wrongFields(form), testing::ElementsAre("module", "function"));
    form.pythonModule = "not a module";
    form.pythonFunction = "f";
    EXPECT_THAT(wrongFields(form), testing::ElementsAre("module"));
    form.pythonModule = "images.thumbnails";
    form.pythonFunction = "1f";
    EXPECT_THAT(wrongFields(form), testing::ElementsAre("function"));
    form.pythonFunction = "resize";
    form.pythonArguments = "{\"a\": 1}";
    EXPECT_THAT(wrongFields(form), testing::ElementsAre("args"));
    form.pythonArguments = "[1, 2]";
    form.pythonPath = "/no/such/folder";
    EXPECT_THAT(wrongFields(form), testing::ElementsAre("path"));
    form.pythonPath = "";
    EXPECT_THAT(wrongFields(form), testing::ElementsAre());
}

TEST(FormModelTest, ACapThatIsHiddenCannotBeWrong)
{
    ui::Form form = goodForm();
    form.hasParallel = false;
    form.capKind = core::CapPolicy::Kind::Fixed;
    form.capCount = 0;
    EXPECT_TRUE(ui::readForm(form).isUsable());
}

} // namespace
