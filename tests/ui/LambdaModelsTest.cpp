// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "tests/ui/FakeLambda.h"
#include "ui/models/DeployForm.h"
#include "ui/models/FormModel.h"
#include "ui/models/FormState.h"
#include "ui/models/FunctionList.h"
#include "ui/models/LambdaNote.h"
#include "ui/models/SweepWording.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <gmock/gmock.h>

namespace {

using namespace tierscope;
using core::WeightedPayload;

ui::Form lambdaForm()
{
    ui::Form form;
    form.isLambda = true;
    form.parameters = ui::defaultParameters("busy-loop");
    form.tiers = "512, 1024";
    form.lambda.function = " thumbs ";
    form.lambda.region = "eu-west-1";
    return form;
}

std::vector<std::string> wrongFields(const ui::Form& form)
{
    std::vector<std::string> fields;
    for (const ui::FormProblem& problem : ui::readForm(form).problems)
        fields.push_back(problem.field);
    return fields;
}

core::ExperimentSpec goodSpec(const ui::Form& form)
{
    const ui::FormReading reading = ui::readForm(form);
    EXPECT_TRUE(reading.isUsable()) << reading.problems.front().field << reading.problems.front().message.toStdString();
    return reading.spec;
}

TEST(PayloadTextTest, OneOrSeveralWithWeights)
{
    EXPECT_TRUE(ui::parsePayloads(" \n ").empty());
    EXPECT_EQ(ui::parsePayloads(" {\"n\": 1}\n"), (std::vector{WeightedPayload{"{\"n\": 1}", 1}}));
    EXPECT_EQ(ui::parsePayloads("--- 3\n1\n---\n2\r\n---  2\r\n3"),
              (std::vector{WeightedPayload{"1", 3}, WeightedPayload{"2", 1}, WeightedPayload{"3", 2}}));
    EXPECT_EQ(ui::parsePayloads("1\n---\n"), (std::vector{WeightedPayload{"1", 1}, WeightedPayload{"", 1}}))
        << "a payload that is missing is not passed over";
    EXPECT_EQ(ui::parsePayloads("-1"), (std::vector{WeightedPayload{"-1", 1}})) << "a negative number is JSON";
    const std::vector several{WeightedPayload{"{\n  \"n\": 1\n}", 1}, WeightedPayload{"[2]", 4}, WeightedPayload{"\"---\"", 1}};
    EXPECT_EQ(ui::parsePayloads(ui::formatPayloads(several)), several);
    EXPECT_EQ(ui::formatPayloads({WeightedPayload{"1", 1}}), "1");
    EXPECT_EQ(ui::parsePayloads(ui::formatPayloads({WeightedPayload{"1", 2}})), (std::vector{WeightedPayload{"1", 2}}));
}

TEST(LambdaFormTest, TheOwnFunctionHasEverything)
{
    ui::Form form = lambdaForm();
    form.hasPool = true;
    form.lambda.profile = "work";
    form.lambda.concurrency = 4;
    form.lambda.coldStarts = 2;
    form.lambda.endpointUrl = "http://127.0.0.1:5000";
    const core::ExperimentSpec spec = goodSpec(form);
    EXPECT_EQ(spec.backend, core::BackendKind::Lambda);
    EXPECT_EQ(spec.lambda.function, "thumbs");
    EXPECT_EQ(spec.lambda.region, "eu-west-1");
    EXPECT_EQ(spec.lambda.profile, "work");
    EXPECT_EQ(spec.lambda.concurrency, 4);
    EXPECT_EQ(spec.lambda.coldStarts, 2);
    EXPECT_EQ(spec.tasks, 10);
    EXPECT_EQ(spec.modes.size(), 3U);
    EXPECT_EQ(ui::readForm(ui::makeForm(spec)).spec, spec);
    form.isLambda = false;
    EXPECT_EQ(goodSpec(form).lambda, core::LambdaSettings()) << "a local experiment has nothing of it";
}

TEST(LambdaFormTest, AnyFunctionHasPayloadsAndNoWorkload)
{
    ui::Form form = lambdaForm();
    form.lambda.contract = core::LambdaContract::Any;
    form.hasPool = true;
    form.capKind = core::CapPolicy::Kind::Sweep;
    form.parameters["iterations"] = "many";
    EXPECT_THAT(wrongFields(form), testing::ElementsAre("lambda.sequential_payloads", "lambda.parallel_payloads"));
    form.lambda.sequentialPayload = "{\"n\": 1}";
    form.lambda.parallelPayload = "{\"n\": ";
    EXPECT_THAT(wrongFields(form), testing::ElementsAre("lambda.parallel_payloads"));
    form.lambda.parallelPayload = "--- 2\n{}\n---\n[]";
    const core::ExperimentSpec spec = goodSpec(form);
    EXPECT_EQ(spec.lambda.parallelPayloads.size(), 2U);
    EXPECT_EQ(spec.tasks, 1);
    EXPECT_EQ(spec.modes.size(), 2U) << "no pool";
    EXPECT_EQ(spec.cap, core::CapPolicy());
    EXPECT_EQ(core::experimentTitle(spec), "function thumbs");
    EXPECT_EQ(ui::readForm(ui::makeForm(spec)).spec, spec);
}

TEST(LambdaFormTest, WhatIsWrongIsSaidAtItsField)
{
    const auto wrongWith = [](auto change) {
        ui::Form form = lambdaForm();
        change(form);
        return wrongFields(form);
    };
    using testing::ElementsAre;
    EXPECT_THAT(wrongWith([](ui::Form& form) { form.lambda.function = ""; }), ElementsAre(ui::field::kFunction));
    EXPECT_THAT(wrongWith([](ui::Form& form) { form.lambda.function = "a b"; }), ElementsAre(ui::field::kFunction));
    EXPECT_THAT(wrongWith([](ui::Form& form) { form.lambda.region = "Ireland"; }), ElementsAre(ui::field::kRegion));
    EXPECT_THAT(wrongWith([](ui::Form& form) { form.lambda.endpointUrl = "http://example.com"; }), ElementsAre(ui::field::kEndpoint));
    EXPECT_THAT(wrongWith([](ui::Form& form) { form.lambda.qualifier = "42"; }), ElementsAre(ui::field::kQualifier));
    EXPECT_THAT(wrongWith([](ui::Form& form) { form.lambda.concurrency = 0; }), ElementsAre(ui::field::kConcurrency));
    EXPECT_THAT(wrongWith([](ui::Form& form) { form.lambda.coldStarts = 21; }), ElementsAre(ui::field::kColdStarts));
}

TEST(LambdaFormTest, StateOfBeforeLambdaIsStillRead)
{
    ui::FormState state;
    state.form.tiers = "512";
    QJsonObject json = QJsonDocument::fromJson(ui::encodeFormState(state)).object();
    for (const QString& key : json.keys()) {
        if (key.startsWith("lambda") || key == "until_sure" || key == "precision_percent" || key == "max_repeats" || key == "goal")
            json.remove(key);
    }
    json["version"] = 2;
    EXPECT_FALSE(ui::decodeFormState(QJsonDocument(json).toJson()).has_value()) << "version 2 has them";
    json["version"] = 1;
    EXPECT_EQ(ui::decodeFormState(QJsonDocument(json).toJson()), state);
}

TEST(FunctionListTest, SaysHowItStands)
{
    ui::FunctionList list;
    EXPECT_EQ(ui::functionListText(list), "");
    list.state = ui::FunctionList::State::Loading;
    EXPECT_TRUE(ui::functionListText(list).startsWith("Looking"));
    list.state = ui::FunctionList::State::Ready;
    list.region = "eu-west-1";
    EXPECT_TRUE(ui::functionListText(list).contains("Deploy"));
    list.functions = {tests::fakeFunction("thumbs")};
    EXPECT_EQ(ui::functionListText(list), "1 function in eu-west-1");
    list.functions.push_back(tests::fakeFunction("resize", 512));
    EXPECT_EQ(ui::functionListText(list), "2 functions in eu-west-1");
    ASSERT_NE(list.find(" resize "), nullptr);
    EXPECT_EQ(list.find("resize")->memory.value, 512);
    EXPECT_NE(list.find("arn:aws:lambda:eu-west-1:123456789012:function:resize:42"), nullptr);
    EXPECT_EQ(list.find("arn:aws:lambda:us-east-1:123456789012:function:resize"), nullptr) << "another region's";
    EXPECT_EQ(list.find("arn:aws:lambda:eu-west-1:999999999999:function:resize"), nullptr) << "another account's";
    EXPECT_EQ(list.find("nothing"), nullptr);
    EXPECT_TRUE(ui::functionText(list.functions[0]).contains(QString::fromUtf8("1024\u00a0MB now, x86_64, provided.al2023")));
}

TEST(FunctionListTest, NamesAFunctionShortly)
{
    EXPECT_EQ(ui::functionTitle("thumbs", ""), "thumbs");
    EXPECT_EQ(ui::functionTitle("thumbs", "42"), "thumbs:42");
    EXPECT_EQ(ui::functionTitle("arn:aws:lambda:eu-west-1:123456789012:function:thumbs:prod", ""), "thumbs:prod");
    EXPECT_EQ(ui::functionTitle("no name", ""), "no name");
    EXPECT_EQ(ui::regionOfFunction("arn:aws:lambda:eu-west-1:123456789012:function:thumbs"), "eu-west-1");
    EXPECT_EQ(ui::regionOfFunction("thumbs"), "");
}

TEST(LambdaNoteTest, SaysWhatIsKnownAndWhatIsNot)
{
    core::ExperimentSpec spec = goodSpec(lambdaForm());
    core::FunctionConfiguration function = tests::fakeFunction("thumbs");
    function.timeout = std::chrono::seconds(60);
    const auto note = [&](const core::FunctionConfiguration* known, const std::string& region,
                          const std::optional<core::TaskCalibration>& calibration) {
        return ui::makeLambdaNote(spec, known, region, calibration, core::shippedPrices());
    };
    const ui::PlanNote nothing = note(nullptr, "", std::nullopt);
    EXPECT_EQ(nothing.headline, "12 invocations") << "2 tiers, 2 modes, 3 repeats";
    EXPECT_TRUE(nothing.detail.contains("not known yet"));
    EXPECT_FALSE(nothing.detail.contains('$'));
    // 12 x 60 s, half of it at 0.5 and half at 1 GB: 540 GB-seconds.
    const ui::PlanNote most = note(&function, "us-east-1", std::nullopt);
    EXPECT_TRUE(most.detail.contains(QString::fromUtf8("At most 12\u00a0min and $0.00900"))) << most.detail.toStdString();
    const ui::PlanNote likely = note(&function, "us-east-1", core::TaskCalibration{0.1, 0.1, 0});
    EXPECT_TRUE(likely.detail.startsWith("About ")) << likely.detail.toStdString();
    EXPECT_TRUE(note(&function, "xx-north-9", std::nullopt).detail.contains("price is unknown for xx-north-9"));
    spec.lambda.concurrency = 4;
    EXPECT_TRUE(note(&function, "us-east-1", std::nullopt).detail.contains(QString::fromUtf8("At most 3\u00a0min")));
    EXPECT_TRUE(note(&function, "us-east-1", std::nullopt).detail.contains("Run asks before"));
    spec.tiers.clear();
    EXPECT_TRUE(note(&function, "us-east-1", core::TaskCalibration{0.1, 0.1, 0}).detail.contains("not known yet"))
        << "its share of a CPU is not known";
}

TEST(SweepWordingTest, SaysWhatIsChangedWhereAndForHowMuch)
{
    ui::Form form = lambdaForm();
    form.lambda.coldStarts = 1;
    form.warmup = 1;
    const core::ExperimentSpec spec = goodSpec(form);
    core::SweepGuard guard = tests::fakeGuard(spec);
    guard.warnings.push_back({core::ErrorCode::InvalidArgument, "the time limit is short", "Raise it"});
    const ui::SweepWords words = ui::makeSweepWords(spec, guard);
    QString all = words.headline + words.promise;
    for (const auto& [name, value] : words.rows)
        all += '\n' + name + ": " + value;
    all.replace(QChar::Nbsp, ' ');
    for (const char* fact :
         {"thumbs", "Account: 123456789012", "Region: eu-west-1", "512, 1024 MB", "3 changes", "$0.42", "1024 MB, is written down"})
        EXPECT_TRUE(all.contains(fact)) << fact << " in " << all.toStdString();
    EXPECT_THAT(words.warnings,
                testing::ElementsAre("Some accounts may not have more than 3008 MB. Tiers that Lambda refuses are failed samples; the "
                                     "others are measured.",
                                     "The time limit is short. Raise it."));
    guard.mostUsd.reset();
    EXPECT_TRUE(ui::makeSweepWords(spec, guard).rows[5].second.contains("price is unknown"));
    guard.tiers.clear();
    EXPECT_TRUE(ui::makeSweepWords(spec, guard).promise.isEmpty()) << "nothing is changed";
}

TEST(SweepWordingTest, ADryRunNamesEveryStepOnce)
{
    ui::Form form = lambdaForm();
    form.lambda.coldStarts = 1;
    form.warmup = 1;
    const core::ExperimentSpec spec = goodSpec(form);
    const QStringList steps = ui::sweepSteps(spec, tests::fakeGuard(spec));
    ASSERT_EQ(steps.size(), 10) << steps.join('\n').toStdString();
    EXPECT_TRUE(steps.first().contains("Write down its memory size: 1024 MB"));
    EXPECT_TRUE(steps.last().contains("back to 1024 MB"));
    EXPECT_EQ(steps.filter("Set its memory to 512 MB").size(), 1);
    EXPECT_EQ(steps.filter("Set its memory to 1024 MB").size(), 1);
    EXPECT_EQ(steps.filter("Measure: 6 invocations").size(), 2);
    EXPECT_EQ(steps.filter("Warm up: 2 invocations").size(), 2);
}

TEST(SweepWordingTest, SaysWhatBecameOfALeftFunction)
{
    using Kind = core::RestoreOutcome::Kind;
    const auto say = [](Kind kind) {
        return ui::restoreText({kind, "arn:aws:lambda:eu-west-1:123456789012:function:thumbs", "in English"});
    };
    EXPECT_TRUE(say(Kind::Restored).contains("put back"));
    EXPECT_TRUE(say(Kind::LeftToOthers).contains("nothing was overwritten"));
    EXPECT_TRUE(say(Kind::Gone).contains("deleted"));
    for (const Kind kind : {Kind::Restored, Kind::WasAsBefore, Kind::LeftToOthers, Kind::Gone})
        EXPECT_TRUE(say(kind).contains(QString::fromUtf8("“thumbs”")));
}

TEST(DeployFormTest, IsReadOrSaysWhatIsWrong)
{
    ui::DeployForm form;
    form.role = "arn:aws:iam::123456789012:role/service-role/tierscope";
    form.architecture = "arm64";
    form.memory = 512;
    const ui::DeployReading reading = ui::readDeployForm(form, {"work", "eu-west-1", ""});
    ASSERT_TRUE(reading.isUsable());
    EXPECT_EQ(reading.request.access.region, "eu-west-1");
    EXPECT_EQ(reading.request.deployment.function, "tierscope");
    EXPECT_EQ(reading.request.deployment.architecture, "arm64");
    EXPECT_EQ(reading.request.deployment.memory.value, 512);
    const auto wrong = [](auto change) {
        ui::DeployForm changed;
        changed.role = "arn:aws:iam::123456789012:role/a";
        change(changed);
        std::vector<std::string> fields;
        for (const ui::FormProblem& problem : ui::readDeployForm(changed, {}).problems)
            fields.push_back(problem.field);
        return fields;
    };
    using testing::ElementsAre;
    EXPECT_THAT(wrong([](ui::DeployForm& changed) { changed.name = "two words"; }), ElementsAre(ui::field::kDeployName));
    EXPECT_THAT(wrong([](ui::DeployForm& changed) { changed.name = QString(65, 'x'); }), ElementsAre(ui::field::kDeployName));
    EXPECT_THAT(wrong([](ui::DeployForm& changed) { changed.role = "role/a"; }), ElementsAre(ui::field::kDeployRole));
    EXPECT_THAT(wrong([](ui::DeployForm& changed) { changed.role = "arn:aws:iam::123456789012:user/a"; }),
                ElementsAre(ui::field::kDeployRole));
    EXPECT_THAT(wrong([](ui::DeployForm& changed) { changed.memory = 127; }), ElementsAre(ui::field::kDeployMemory));
}

} // namespace
