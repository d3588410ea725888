// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/experiment/ExperimentSpec.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>

namespace tierscope::core {
namespace {

using nlohmann::json;
using testing::HasSubstr;

const Workload kBusyLoop = KernelWorkload{"busy-loop", {{"iterations", 5}}};

std::string decodeFault(const json& spec)
{
    const auto decoded = decodeSpec(spec);
    EXPECT_FALSE(decoded) << spec.dump();
    return decoded ? std::string{} : decoded.error().sentence();
}

TEST(CapPolicyTest, ReadsAutoANumberAndASweep)
{
    EXPECT_EQ(parseCapPolicy("auto").value(), CapPolicy{});
    EXPECT_EQ(parseCapPolicy("4").value(), (CapPolicy{CapPolicy::Kind::Fixed, 4}));
    EXPECT_EQ(parseCapPolicy("1..6").value(), (CapPolicy{CapPolicy::Kind::Sweep, 6}));
}

TEST(CapPolicyTest, NamesWhatItCannotRead)
{
    for (const char* text : {"", "four", "2..6", "1..", "1..x", "4 ", "99999999999", "1...6"}) {
        const auto policy = parseCapPolicy(text);
        ASSERT_FALSE(policy) << text;
        EXPECT_THAT(policy.error().message, HasSubstr(text));
        EXPECT_THAT(policy.error().remedy, HasSubstr("1..6"));
    }
}

TEST(CapPolicyTest, WritesWhatItReads)
{
    for (const char* text : {"auto", "1", "1024", "1..2", "1..1024"})
        EXPECT_EQ(formatCapPolicy(parseCapPolicy(text).value()), text);
}

TEST(SpecJsonTest, HasTheDocumentedKeysAndForms)
{
    ExperimentSpec spec;
    spec.name = "mine";
    spec.workload = kBusyLoop;
    spec.tiers = {{128}, {512}};
    spec.cap = {CapPolicy::Kind::Sweep, 6};
    spec.taskTimeout = std::chrono::milliseconds(2500);
    spec.runTimeout = std::chrono::seconds(60);
    EXPECT_EQ(encodeSpec(spec), json::parse(R"({"name":"mine","backend":"local",
        "workload":{"kind":"kernel","name":"busy-loop","iterations":5},"tasks":10,"tiers":[128,512],"modes":["sequential","parallel"],
        "cap":"1..6","repeats":3,"warmup":0,"seed":1,"task_timeout_s":2.5,"run_timeout_s":60})"));
    spec.tiers.clear();
    spec.cap = {CapPolicy::Kind::Fixed, 4};
    EXPECT_EQ(encodeSpec(spec)["tiers"], "none");
    EXPECT_EQ(encodeSpec(spec)["cap"], 4);
}

TEST(SpecJsonTest, MissingKeysKeepTheirDefaults)
{
    EXPECT_EQ(decodeSpec(json::object()).value(), ExperimentSpec{});
    ExperimentSpec changed;
    changed.repeats = 7;
    EXPECT_EQ(decodeSpec(json{{"repeats", 7}}).value(), changed);
}

TEST(SpecJsonTest, TiersMayBeNamedAndAreSorted)
{
    EXPECT_EQ(decodeSpec({{"tiers", {512, 128}}}).value().tiers, (std::vector<MemoryMb>{{128}, {512}}));
    EXPECT_EQ(decodeSpec({{"tiers", "article"}}).value().tiers.size(), 8U);
    EXPECT_TRUE(decodeSpec({{"tiers", "none"}}).value().tiers.empty());
}

TEST(SpecJsonTest, WrongTypesAndUnknownKeysAreNamed)
{
    EXPECT_THAT(decodeFault({{"taskz", 3}}), AllOf(HasSubstr("taskz"), HasSubstr("tasks")));
    EXPECT_THAT(decodeFault({{"tasks", "ten"}}), HasSubstr("tasks"));
    EXPECT_THAT(decodeFault({{"tasks", 2.5}}), HasSubstr("tasks"));
    EXPECT_THAT(decodeFault({{"tasks", 99'999'999'999}}), HasSubstr("tasks"));
    EXPECT_THAT(decodeFault({{"name", 3}}), HasSubstr("name"));
    EXPECT_THAT(decodeFault({{"backend", "cloud"}}), HasSubstr("cloud"));
    EXPECT_THAT(decodeFault({{"backend", 1}}), HasSubstr("backend"));
    EXPECT_THAT(decodeFault({{"workload", {{"kind", "kernel"}, {"name", "nope"}}}}), HasSubstr("nope"));
    EXPECT_THAT(decodeFault({{"workload", "busy-loop"}}), HasSubstr("workload"));
    EXPECT_THAT(decodeFault({{"tiers", 128}}), HasSubstr("tiers"));
    EXPECT_THAT(decodeFault({{"tiers", json::array()}}), HasSubstr("tiers"));
    EXPECT_THAT(decodeFault({{"tiers", {128, "big"}}}), HasSubstr("tiers"));
    EXPECT_THAT(decodeFault({{"tiers", "huge"}}), HasSubstr("huge"));
    EXPECT_THAT(decodeFault({{"modes", "parallel"}}), HasSubstr("modes"));
    EXPECT_THAT(decodeFault({{"modes", {"parallel", 1}}}), HasSubstr("modes"));
    EXPECT_THAT(decodeFault({{"modes", {"sideways"}}}), HasSubstr("sideways"));
    EXPECT_THAT(decodeFault({{"cap", "many"}}), HasSubstr("many"));
    EXPECT_THAT(decodeFault({{"cap", 1.5}}), HasSubstr("cap"));
    EXPECT_THAT(decodeFault({{"seed", -1}}), HasSubstr("seed"));
    EXPECT_THAT(decodeFault({{"task_timeout_s", "1s"}}), HasSubstr("task_timeout_s"));
    EXPECT_THAT(decodeFault({{"run_timeout_s", 1e300}}), HasSubstr("run_timeout_s"));
    EXPECT_THAT(decodeFault(json::array()), HasSubstr("the experiment"));
}

TEST(SpecJsonTest, ValuesThatAreOnlyOutOfRangeAreLeftToValidation)
{
    EXPECT_EQ(decodeSpec({{"tasks", -4}}).value().tasks, -4);
    EXPECT_EQ(decodeSpec({{"tiers", {1, 99999}}}).value().tiers.size(), 2U);
    EXPECT_EQ(decodeSpec({{"cap", 2000}}).value().cap.count, 2000);
}

rc::Gen<ExperimentSpec> anySpec()
{
    return rc::gen::exec([] {
        ExperimentSpec spec;
        spec.name = *rc::gen::element<std::string>("", "mine", "日本語 \"quoted\"\n\t\\");
        spec.backend = *rc::gen::element(BackendKind::Local, BackendKind::Lambda);
        if (spec.backend == BackendKind::Lambda) {
            spec.lambda.function = *rc::gen::element<std::string>("", "work", "arn:aws:lambda:us-east-1:123456789012:function:work:live");
            spec.lambda.region = *rc::gen::element<std::string>("", "eu-west-1");
            spec.lambda.profile = *rc::gen::element<std::string>("", "日本");
            spec.lambda.endpointUrl = *rc::gen::element<std::string>("", "http://127.0.0.1:1");
            spec.lambda.contract = *rc::gen::element(LambdaContract::Own, LambdaContract::Any);
            spec.lambda.parallelPayloads = {{"{\"a\": 1}", *rc::gen::inRange(-5, 2000)}};
            spec.lambda.concurrency = *rc::gen::inRange(-5, 2000);
            spec.lambda.coldStarts = *rc::gen::inRange(-5, 2000);
        }
        spec.workload = *rc::gen::elementOf(
            std::vector<Workload>{kBusyLoop, CommandWorkload{{"true", "{index}"}}, PythonWorkload{"work", "resize", "[1]", "/srv"}});
        spec.tasks = *rc::gen::inRange(-5, 2'000'000);
        for (const int size : *rc::gen::container<std::set<int>>(rc::gen::inRange(0, 20'000)))
            spec.tiers.push_back(MemoryMb{size});
        spec.modes = *rc::gen::container<std::vector<ScheduleMode>>(
            rc::gen::element(ScheduleMode::Sequential, ScheduleMode::Parallel, ScheduleMode::Pool));
        spec.cap.kind = *rc::gen::element(CapPolicy::Kind::Auto, CapPolicy::Kind::Fixed, CapPolicy::Kind::Sweep);
        spec.cap.count = spec.cap.kind == CapPolicy::Kind::Auto ? 0 : *rc::gen::inRange(-5, 3000);
        spec.repeats = *rc::gen::inRange(-5, 2000);
        spec.warmup = *rc::gen::inRange(-5, 200);
        spec.seed = *rc::gen::arbitrary<std::uint64_t>();
        spec.taskTimeout = std::chrono::milliseconds(*rc::gen::inRange(-10'000, 100'000'000));
        spec.runTimeout = std::chrono::milliseconds(*rc::gen::inRange(-10'000, 100'000'000));
        return spec;
    });
}

RC_GTEST_PROP(SpecJsonProperty, WhatIsWrittenReadsBackTheSame, ())
{
    const ExperimentSpec spec = *anySpec();
    const auto decoded = decodeSpec(json::parse(encodeSpec(spec).dump()));
    RC_ASSERT(decoded.has_value());
    RC_ASSERT(*decoded == spec);
}

TEST(ExperimentTitleTest, IsTheNameOrMadeFromTheWorkload)
{
    ExperimentSpec spec;
    spec.workload = KernelWorkload{"busy-loop", {{"iterations", 10'000'000}}};
    EXPECT_EQ(experimentTitle(spec), "busy-loop 10,000,000, 10 tasks");
    spec.tasks = 100'000;
    EXPECT_EQ(experimentTitle(spec), "busy-loop 10,000,000, 100,000 tasks");
    spec.tasks = 1;
    EXPECT_EQ(experimentTitle(spec), "busy-loop 10,000,000, 1 task");
    spec.name = "mine";
    EXPECT_EQ(experimentTitle(spec), "mine");
}

} // namespace
} // namespace tierscope::core
