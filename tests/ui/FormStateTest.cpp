// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/FormState.h"

#include "core/analysis/AdaptiveSweep.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <gtest/gtest.h>

namespace {

using namespace tierscope;

/// No field at its default, and some of them wrong: what is half typed is kept too.
ui::FormState fullState()
{
    ui::FormState state;
    ui::Form& form = state.form;
    state.choice = "python";
    form.isLambda = true;
    form.lambda = {"work", "eu", "http:", "a b", "x y", core::LambdaContract::Any, "{", "}", 0, 99};
    form.kind = ui::WorkloadKind::Python;
    form.kernel = "memory-walk";
    form.parameters = {{"mb", "64"}, {"passes", "many"}};
    form.command = QString::fromUtf8("echo “ü”");
    form.pythonModule = "m";
    form.pythonFunction = "1f";
    form.pythonArguments = "[";
    form.pythonPath = "/no/such";
    form.tasks = 0;
    form.tiers = "128, lots";
    form.hasSequential = form.hasParallel = false;
    form.hasPool = true;
    form.capKind = core::CapPolicy::Kind::Sweep;
    form.capCount = 99'999;
    form.repeats = 7;
    form.isUntilSure = true;
    form.precisionPercent = 0;
    form.maxRepeats = 12;
    form.goal = core::SweepGoal::Knee;
    form.name = "nightly";
    form.warmup = 3;
    form.seed = "x";
    form.taskTimeout = 1.5;
    form.runTimeout = 60;
    return state;
}

TEST(FormStateTest, IsReadBackAsItWas)
{
    EXPECT_EQ(ui::decodeFormState(ui::encodeFormState(fullState())), fullState());
    EXPECT_EQ(ui::decodeFormState(ui::encodeFormState({})), ui::FormState{});
}

TEST(FormStateTest, StateOfBeforeRepeatsAndTiersCouldEndEarlyIsStillRead)
{
    QJsonObject object = QJsonDocument::fromJson(ui::encodeFormState(fullState())).object();
    for (const char* key : {"until_sure", "precision_percent", "max_repeats", "goal"})
        object.remove(QLatin1String(key));
    object["version"] = 2;
    ui::FormState expected = fullState();
    const ui::Form fresh;
    expected.form.isUntilSure = fresh.isUntilSure;
    expected.form.precisionPercent = fresh.precisionPercent;
    expected.form.maxRepeats = fresh.maxRepeats;
    expected.form.goal = fresh.goal;
    EXPECT_EQ(ui::decodeFormState(QJsonDocument(object).toJson()), expected);
}

TEST(FormStateTest, WhatIsDamagedIsRefusedWhole)
{
    const QByteArray good = ui::encodeFormState(fullState());
    for (qsizetype length = 0; length < good.size(); ++length)
        ASSERT_FALSE(ui::decodeFormState(good.left(length)).has_value()) << length;
    const QJsonObject object = QJsonDocument::fromJson(good).object();
    const auto decode = [](const QJsonObject& changed) { return ui::decodeFormState(QJsonDocument(changed).toJson()); };
    ASSERT_TRUE(decode(object).has_value());
    for (const QString& key : object.keys()) {
        QJsonObject changed = object;
        changed.remove(key);
        EXPECT_FALSE(decode(changed).has_value()) << "without " << key.toStdString();
        changed[key] = QJsonValue::Null;
        EXPECT_FALSE(decode(changed).has_value()) << "no " << key.toStdString();
    }
    const auto with = [&](const char* key, const QJsonValue& value) {
        QJsonObject changed = object;
        changed[QLatin1String(key)] = value;
        return decode(changed).has_value();
    };
    EXPECT_FALSE(with("version", 4));
    EXPECT_FALSE(with("version", 0));
    EXPECT_FALSE(with("goal", "slowest"));
    EXPECT_FALSE(with("lambda_contract", 2));
    EXPECT_FALSE(with("more", 1));
    EXPECT_FALSE(with("kind", 3));
    EXPECT_FALSE(with("cap_kind", 3));
    EXPECT_FALSE(with("tasks", 1.5));
    EXPECT_FALSE(with("tasks", -1));
    EXPECT_FALSE(with("tasks", 1e12));
    EXPECT_FALSE(with("run_timeout_s", -1));
    EXPECT_FALSE(with("parameters", QJsonObject{{"mb", 64}}));
    EXPECT_TRUE(with("tasks", 3));
    QJsonObject kernel = object;
    kernel["kind"] = 0;
    EXPECT_TRUE(decode(kernel).has_value());
    kernel["kernel"] = "spin";
    EXPECT_FALSE(decode(kernel).has_value()) << "a kernel that there is not";
}

} // namespace
