// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/experiment/ExperimentSpec.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <set>
#include <unistd.h>

namespace tierscope::core {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

ExperimentSpec goodSpec()
{
    ExperimentSpec spec;
    spec.workload = KernelWorkload{"busy-loop", {{"iterations", 5}}};
    spec.tiers = {{128}, {10240}};
    return spec;
}

ExperimentSpec lambdaSpec()
{
    ExperimentSpec spec = goodSpec();
    spec.backend = BackendKind::Lambda;
    spec.lambda.function = "work";
    return spec;
}

/// The one problem of a spec, as "field: message. Remedy."
std::string onlyProblem(const ExperimentSpec& spec)
{
    const auto problems = validateSpec(spec);
    EXPECT_EQ(problems.size(), 1U);
    if (problems.size() != 1)
        return {};
    EXPECT_FALSE(problems.front().remedy.empty());
    return problems.front().field + ": " + problems.front().message + ". " + problems.front().remedy + ".";
}

std::string workloadProblem(Workload workload)
{
    ExperimentSpec spec = goodSpec();
    spec.workload = std::move(workload);
    return onlyProblem(spec);
}

template <typename Field, typename Value>
std::string problemWith(Field ExperimentSpec::*field, Value value)
{
    ExperimentSpec spec = goodSpec();
    spec.*field = value;
    return onlyProblem(spec);
}

TEST(SpecValidationTest, AGoodSpecHasNoProblem)
{
    EXPECT_THAT(validateSpec(goodSpec()), IsEmpty());
    ExperimentSpec widest = goodSpec();
    widest.tasks = 1'000'000;
    widest.tiers = {};
    widest.modes = {ScheduleMode::Pool};
    widest.cap = {CapPolicy::Kind::Fixed, 1024};
    widest.repeats = 10;
    EXPECT_THAT(validateSpec(widest), IsEmpty());
}

TEST(SpecValidationTest, NumbersOutsideTheirRange)
{
    EXPECT_THAT(problemWith(&ExperimentSpec::tasks, 0), AllOf(HasSubstr("tasks: "), HasSubstr("1 to 1,000,000")));
    EXPECT_THAT(problemWith(&ExperimentSpec::tasks, 1'000'001), HasSubstr("1,000,001"));
    EXPECT_THAT(problemWith(&ExperimentSpec::repeats, 0), AllOf(HasSubstr("repeats: "), HasSubstr("1 to 1,000")));
    EXPECT_THAT(problemWith(&ExperimentSpec::repeats, 1001), HasSubstr("1,001"));
    EXPECT_THAT(problemWith(&ExperimentSpec::warmup, -1), AllOf(HasSubstr("warmup: "), HasSubstr("0 to 100")));
    EXPECT_THAT(problemWith(&ExperimentSpec::warmup, 101), HasSubstr("101"));
    EXPECT_THAT(problemWith(&ExperimentSpec::taskTimeout, std::chrono::milliseconds(-1)), HasSubstr("task_timeout_s: "));
    EXPECT_THAT(problemWith(&ExperimentSpec::runTimeout, std::chrono::milliseconds(-1)), HasSubstr("run_timeout_s: "));
}

TEST(SpecValidationTest, Tiers)
{
    EXPECT_THAT(problemWith(&ExperimentSpec::tiers, std::vector<MemoryMb>{{127}}),
                AllOf(HasSubstr("tiers: 127 MB"), HasSubstr("128 to 10240")));
    EXPECT_THAT(problemWith(&ExperimentSpec::tiers, std::vector<MemoryMb>{{128}, {10241}}), HasSubstr("10241"));
    EXPECT_THAT(problemWith(&ExperimentSpec::tiers, std::vector<MemoryMb>{{512}, {512}}),
                HasSubstr("512 MB is in the list more than once"));
}

TEST(SpecValidationTest, Modes)
{
    using Modes = std::vector<ScheduleMode>;
    EXPECT_THAT(problemWith(&ExperimentSpec::modes, Modes{}), AllOf(HasSubstr("modes: "), HasSubstr("sequential, parallel and pool")));
    EXPECT_THAT(problemWith(&ExperimentSpec::modes, Modes{ScheduleMode::Pool, ScheduleMode::Pool}), HasSubstr("pool"));
}

TEST(SpecValidationTest, Cap)
{
    using Kind = CapPolicy::Kind;
    EXPECT_THAT(problemWith(&ExperimentSpec::cap, CapPolicy{Kind::Fixed, 0}), AllOf(HasSubstr("cap: "), HasSubstr("1 to 1,024")));
    EXPECT_THAT(problemWith(&ExperimentSpec::cap, CapPolicy{Kind::Fixed, 2000}), HasSubstr("2,000"));
    EXPECT_THAT(problemWith(&ExperimentSpec::cap, CapPolicy{Kind::Sweep, 1}), HasSubstr("2 to 1,024"));
    EXPECT_THAT(problemWith(&ExperimentSpec::cap, CapPolicy{Kind::Sweep, 1025}), HasSubstr("1,025"));
}

TEST(SpecValidationTest, LambdaNeedsAFunctionAndNothingOfThisComputer)
{
    EXPECT_EQ(problemWith(&ExperimentSpec::backend, BackendKind::Lambda),
              "lambda.function: no function is given. Give its name or its ARN.");
    ExperimentSpec spec = lambdaSpec();
    spec.workload = CommandWorkload{{"no-such-program-here"}};
    EXPECT_THAT(validateSpec(spec), IsEmpty());
    spec.workload = PythonWorkload{"work", "f", "[]", "/no/such/folder"};
    EXPECT_THAT(validateSpec(spec), IsEmpty());
    spec.backend = BackendKind::Local;
    spec.workload = goodSpec().workload;
    spec.lambda = {};
    EXPECT_THAT(validateSpec(spec), IsEmpty()) << "the settings are only of Lambda";
}

TEST(SpecValidationTest, AVersionIsMeasuredAsItIs)
{
    ExperimentSpec spec = lambdaSpec();
    spec.lambda.function = "work:7";
    EXPECT_THAT(onlyProblem(spec), AllOf(HasSubstr("lambda.qualifier: "), HasSubstr("cannot be changed")));
    spec.tiers = {};
    EXPECT_THAT(validateSpec(spec), IsEmpty());
    spec.lambda.coldStarts = 1;
    EXPECT_THAT(onlyProblem(spec), HasSubstr("lambda.cold_starts: "));
    spec = lambdaSpec();
    spec.lambda.qualifier = "$LATEST";
    EXPECT_THAT(validateSpec(spec), IsEmpty());
}

TEST(SpecValidationTest, AnyFunctionNeedsAPayloadOfEachMode)
{
    ExperimentSpec spec = lambdaSpec();
    spec.lambda.contract = LambdaContract::Any;
    EXPECT_EQ(validateSpec(spec).size(), 2U);
    spec.lambda.parallelPayloads = {{"{}", 1}};
    EXPECT_THAT(onlyProblem(spec), HasSubstr("sequential"));
    spec.lambda.sequentialPayloads = {{"{}", 3}, {"{secret", 1}};
    EXPECT_THAT(onlyProblem(spec), AllOf(HasSubstr("not JSON"), testing::Not(HasSubstr("secret"))));
    spec.lambda.sequentialPayloads = {{"{}", 0}};
    EXPECT_THAT(onlyProblem(spec), HasSubstr("weight"));
    spec.lambda.sequentialPayloads = {{"{}", 3}, {"[1]", 1}};
    EXPECT_THAT(validateSpec(spec), IsEmpty());
}

TEST(SpecValidationTest, TheWorkloadItself)
{
    EXPECT_THAT(workloadProblem(KernelWorkload{"no-such-kernel", {}}), AllOf(HasSubstr("workload: "), HasSubstr("no-such-kernel")));
    EXPECT_THAT(workloadProblem(CommandWorkload{}), HasSubstr("workload: "));
    EXPECT_THAT(workloadProblem(PythonWorkload{}), HasSubstr("workload: "));
}

TEST(SpecValidationTest, ACommandHasToBeAProgramThatIsThere)
{
    const auto folder = std::filesystem::temp_directory_path() / ("tierscope-validation-" + std::to_string(getpid()));
    std::filesystem::create_directory(folder);
    const std::string script = folder / "script";
    std::ofstream(script) << "#!/bin/sh\n";

    EXPECT_THAT(workloadProblem(CommandWorkload{{"no-such-program-anywhere"}}),
                AllOf(HasSubstr("no-such-program-anywhere"), HasSubstr("PATH")));
    EXPECT_THAT(workloadProblem(CommandWorkload{{"/no/such/program"}}), HasSubstr("does not exist"));
    EXPECT_THAT(workloadProblem(CommandWorkload{{script}}), HasSubstr("chmod +x"));
    EXPECT_THAT(workloadProblem(CommandWorkload{{folder}}), HasSubstr("is not a program"));

    std::filesystem::permissions(script, std::filesystem::perms::owner_all);
    ExperimentSpec spec = goodSpec();
    for (const auto& argv : {std::vector<std::string>{script}, {"sh", "-c", "true"}, {"/bin/sh"}, {"/srv/{index}/work"}}) {
        spec.workload = CommandWorkload{argv};
        EXPECT_THAT(validateSpec(spec), IsEmpty()) << argv.front();
    }
    std::filesystem::remove_all(folder);
}

TEST(SpecValidationTest, APythonFolderHasToBeThere)
{
    EXPECT_THAT(workloadProblem(PythonWorkload{"work", "resize", "[]", "/no/such/folder"}), HasSubstr("/no/such/folder"));
    ExperimentSpec spec = goodSpec();
    spec.workload = PythonWorkload{"work", "resize", "[]", "/tmp"};
    EXPECT_THAT(validateSpec(spec), IsEmpty());
}

TEST(SpecValidationTest, ReportsEveryFieldOnce)
{
    ExperimentSpec spec;
    spec.backend = BackendKind::Lambda;
    spec.tasks = spec.repeats = 0;
    spec.warmup = -1;
    spec.tiers = {{1}, {2}};
    spec.modes = {};
    spec.cap = {CapPolicy::Kind::Fixed, 0};
    spec.taskTimeout = spec.runTimeout = std::chrono::milliseconds(-1);
    std::vector<std::string> fields;
    for (const auto& problem : validateSpec(spec))
        fields.push_back(problem.field);
    EXPECT_THAT(fields, testing::UnorderedElementsAre("lambda.function", "workload", "tasks", "repeats", "warmup", "tiers", "modes", "cap",
                                                      "task_timeout_s", "run_timeout_s"));
}

TEST(SpecValidationTest, APlanThatNobodyCanWaitForIsRefused)
{
    ExperimentSpec spec = goodSpec();
    spec.cap = {CapPolicy::Kind::Sweep, 1024};
    spec.repeats = 1000;
    EXPECT_THAT(onlyProblem(spec), AllOf(HasSubstr("repeats: "), HasSubstr("2,050,000 runs")));
    spec = goodSpec();
    spec.tasks = 1'000'000;
    EXPECT_THAT(onlyProblem(spec), AllOf(HasSubstr("tasks: "), HasSubstr("12,000,000 tasks")));
}

/// The first problem's code with its values, as "3: 5, 1, 9 | text".
std::string codeOf(const ExperimentSpec& spec)
{
    const FieldProblem problem = validateSpec(spec).at(0);
    std::string text = std::to_string(static_cast<int>(problem.code));
    for (const auto number : problem.numbers)
        text += " " + std::to_string(number);
    for (const auto& word : problem.texts)
        text += " " + word;
    return text;
}

TEST(SpecValidationTest, EveryProblemHasACodeWithItsValues)
{
    const auto withWorkload = [](Workload workload) {
        ExperimentSpec spec = goodSpec();
        spec.workload = std::move(workload);
        return spec;
    };
    const auto with = [](auto change) {
        ExperimentSpec spec = goodSpec();
        change(spec);
        return spec;
    };
    const auto withLambda = [](auto change) {
        ExperimentSpec spec = lambdaSpec();
        change(spec.lambda);
        return spec;
    };
    const std::vector<std::pair<ExperimentSpec, std::pair<ProblemCode, std::string>>> cases{
        {withLambda([](auto& lambda) { lambda.function = ""; }), {ProblemCode::NoFunction, ""}},
        {withLambda([](auto& lambda) { lambda.function = "a b"; }), {ProblemCode::FunctionName, " a b"}},
        {withLambda([](auto& lambda) { lambda.region = "mars"; }), {ProblemCode::RegionName, " mars"}},
        {withLambda([](auto& lambda) { lambda.endpointUrl = "http://a.org"; }), {ProblemCode::EndpointUrl, " http://a.org"}},
        {withLambda([](auto& lambda) { lambda.qualifier = "a b"; }), {ProblemCode::QualifierName, " a b"}},
        {withLambda([](auto& lambda) { lambda.qualifier = "live"; }), {ProblemCode::QualifierFixed, " live"}},
        {with([](auto& spec) {
             spec = lambdaSpec();
             spec.tiers = {};
             spec.lambda.coldStarts = 1;
         }),
         {ProblemCode::ColdStartsFixed, ""}},
        {withLambda([](auto& lambda) { lambda.contract = LambdaContract::Any; }), {ProblemCode::NoPayload, " sequential"}},
        {withLambda([](auto& lambda) {
             lambda.contract = LambdaContract::Any;
             lambda.sequentialPayloads = {{"{", 1}};
         }),
         {ProblemCode::PayloadNotJson, " sequential"}},
        {withLambda([](auto& lambda) {
             lambda.contract = LambdaContract::Any;
             lambda.sequentialPayloads = {{std::string(7'000'000, '1'), 1}};
         }),
         {ProblemCode::PayloadTooLarge, " 7000000 6291456"}},
        {with([](auto& spec) {
             spec = lambdaSpec();
             spec.modes = {ScheduleMode::Pool};
             spec.lambda.contract = LambdaContract::Any;
         }),
         {ProblemCode::PoolNeedsOwn, ""}},
        {withWorkload(KernelWorkload{"spin", {}}), {ProblemCode::UnknownKernel, " spin"}},
        {withWorkload(KernelWorkload{"noop", {{"speed", 1}}}), {ProblemCode::UnknownParameter, " noop speed"}},
        {withWorkload(KernelWorkload{"busy-loop", {{"iterations", 0}}}), {ProblemCode::ParameterRange, " 0 1 1000000000000 iterations"}},
        {withWorkload(CommandWorkload{}), {ProblemCode::NoProgram, ""}},
        {withWorkload(CommandWorkload{{"ls", "\xff"}}), {ProblemCode::ArgumentBytes, " 1"}},
        {withWorkload(CommandWorkload{{"no-such-program"}}), {ProblemCode::ProgramNotOnPath, " no-such-program"}},
        {withWorkload(CommandWorkload{{"/no/such"}}), {ProblemCode::ProgramMissing, " /no/such"}},
        {withWorkload(CommandWorkload{{"/etc/passwd"}}), {ProblemCode::ProgramNotExecutable, " /etc/passwd"}},
        {withWorkload(PythonWorkload{"1m", "f", "[]", {}}), {ProblemCode::PythonModule, " 1m"}},
        {withWorkload(PythonWorkload{"m", "1f", "[]", {}}), {ProblemCode::PythonFunction, " 1f"}},
        {withWorkload(PythonWorkload{"m", "f", "[]", "\xff"}), {ProblemCode::PythonPathBytes, ""}},
        {withWorkload(PythonWorkload{"m", "f", "[]", "/no/such"}), {ProblemCode::PythonFolderMissing, " /no/such"}},
        {withWorkload(PythonWorkload{"m", "f", "[", {}}), {ProblemCode::ArgumentsNotJson, ""}},
        {withWorkload(PythonWorkload{"m", "f", "{}", {}}), {ProblemCode::ArgumentsNotList, ""}},
        {with([](auto& spec) { spec.tasks = 0; }), {ProblemCode::NumberRange, " 0 1 1000000"}},
        {with([](auto& spec) { spec.tiers = {{64}}; }), {ProblemCode::TierRange, " 64 128 10240"}},
        {with([](auto& spec) {
             spec.tiers = {{512}, {512}};
         }),
         {ProblemCode::TierTwice, " 512"}},
        {with([](auto& spec) { spec.modes = {}; }), {ProblemCode::NoMode, ""}},
        {with([](auto& spec) {
             spec.modes = {ScheduleMode::Pool, ScheduleMode::Pool};
         }),
         {ProblemCode::ModeTwice, " pool"}},
        {with([](auto& spec) { spec.runTimeout = std::chrono::milliseconds(-1); }), {ProblemCode::NegativeTimeout, ""}},
        {with([](auto& spec) {
             spec.cap = {CapPolicy::Kind::Sweep, 1024};
             spec.repeats = 1000;
         }),
         {ProblemCode::TooManyRuns, " 2050000 100000"}},
        {with([](auto& spec) { spec.tasks = 1'000'000; }), {ProblemCode::TooManyTasks, " 12000000 12 10000000"}},
    };
    std::set<ProblemCode> seen;
    for (const auto& [spec, expected] : cases) {
        EXPECT_EQ(codeOf(spec), std::to_string(static_cast<int>(expected.first)) + expected.second);
        seen.insert(expected.first);
    }
    const ExperimentSpec nested = withWorkload(PythonWorkload{"m", "f", std::string(40, '[') + std::string(40, ']'), {}});
    EXPECT_EQ(validateSpec(nested).at(0).code, ProblemCode::ArgumentsTooDeep) << validateSpec(nested).at(0).message;
    EXPECT_EQ(seen.size(), static_cast<std::size_t>(kLastProblemCode)) << "every code but the one of the line above";
}

} // namespace
} // namespace tierscope::core
