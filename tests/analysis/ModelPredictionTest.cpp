// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ModelFixture.h"

#include <gmock/gmock.h>

namespace tierscope::core {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using enum ScheduleMode;

double relativeWidth(const Prediction& prediction)
{
    return std::log(prediction.high / prediction.low);
}

TEST(ModelPredictionTest, IntervalsHoldNinetyOfAHundredNewRuns)
{
    // Truths drawn from what the priors expect, 3 % noise; six measured runs, one new run in each of six other conditions.
    std::mt19937_64 engine(7);
    std::normal_distribution<double> normal;
    int inside = 0;
    int all = 0;
    for (int trial = 0; trial < 150; ++trial) {
        PerformanceModel truth;
        truth.taskCpuSeconds = std::exp(normal(engine));
        truth.startCpuSeconds = 0.015 * std::exp(1.2 * normal(engine));
        truth.startSerialFraction = std::clamp(0.5 + 0.2 * normal(engine), 0.0, 1.0);
        truth.contention = 0.03 * std::exp(0.8 * normal(engine));
        truth.pollShare = 0.003 * std::exp(normal(engine));
        std::vector<Observation> rows;
        for (const int memory : {512, 2048, 7168}) {
            for (const ScheduleMode mode : {Sequential, Parallel})
                rows.push_back(observe(truth, runAt(memory, mode), std::exp(0.03 * normal(engine))));
        }
        const FittedModel model = fitted(rows);
        for (const int memory : {1024, 3072, 10240}) {
            for (const ScheduleMode mode : {Sequential, Parallel}) {
                const Observation next = observe(truth, runAt(memory, mode), std::exp(0.03 * normal(engine)));
                const Prediction prediction = predict(model, next.condition());
                inside += prediction.low <= next.seconds && next.seconds <= prediction.high ? 1 : 0;
                ++all;
            }
        }
    }
    const double coverage = static_cast<double>(inside) / all;
    EXPECT_GE(coverage, 0.86);
    EXPECT_LE(coverage, 0.97);
}

TEST(ModelPredictionTest, IntervalsHoldTheReferenceTierThatWasLeftOut)
{
    const auto all = referenceObservations();
    int inside = 0;
    for (const MemoryMb left : articleTiers()) {
        const Split rows = splitBy(all, [&](int memory) { return memory != left.value; });
        const FittedModel model = fitted(rows.chosen);
        for (const Observation& row : rows.others) {
            const Prediction prediction = predict(model, row.condition());
            inside += prediction.low <= row.seconds && row.seconds <= prediction.high ? 1 : 0;
            // An interval that holds everything is no help either.
            EXPECT_LT(relativeWidth(prediction), 0.3) << left.value;
        }
    }
    EXPECT_GE(inside, 14);
}

TEST(ModelPredictionTest, IsLessSureFromFewerRunsAndFartherAway)
{
    const auto all = referenceObservations();
    const FittedModel many = fitted(all);
    const FittedModel few = fitted({all[3], all[11]});
    EXPECT_LT(relativeWidth(predict(many, runAt(4096, Parallel))), relativeWidth(predict(few, runAt(4096, Parallel))));
    EXPECT_LT(relativeWidth(predict(few, runAt(1024, Sequential))), relativeWidth(predict(few, runAt(128, Sequential))));
    // Nothing but the noise of measuring is left, and that is never nothing.
    const std::vector<Observation> same(50, all[3]);
    EXPECT_GT(relativeWidth(predict(fitted(same), all[3].condition())), 0.02);
}

TEST(ModelPredictionTest, ShortRunsAreAsUnsureAsAPeriodIsLong)
{
    const FittedModel model = fitted({{MemoryMb{512}, 2, Sequential, 1, 1, 0.05}, {MemoryMb{2048}, 2, Sequential, 1, 1, 0.0145}});
    const Prediction throttled = predict(model, runAt(256, Sequential, 1));
    EXPECT_GT(throttled.high - throttled.low, 0.02 * 0.9);
}

TEST(ModelPredictionTest, SaysInWhatItExtrapolates)
{
    const Split rows = splitBy(referenceObservations(), [](int memory) { return memory == 512 || memory == 3072; });
    const FittedModel model = fitted(rows.chosen);
    EXPECT_THAT(predict(model, runAt(1024, Parallel)).extrapolations, IsEmpty());
    EXPECT_THAT(predict(model, runAt(128, Sequential)).extrapolations, ElementsAre("below the observed 512 MB"));
    EXPECT_THAT(predict(model, runAt(10240, Parallel, 20)).extrapolations,
                UnorderedElementsAre("above the observed 3072 MB", "6 processes at once, where at most 3 were observed",
                                     "more tasks than the observed 10"));
    EXPECT_THAT(predict(model, {MemoryMb{1024}, 2, Pool, 2, 10}).extrapolations, ElementsAre("no pool run was observed"));
    EXPECT_THAT(predict(model, {kUnlimitedTier, 4, Parallel, 2, 10}).extrapolations, ElementsAre(HasSubstr("without a limit")));
}

TEST(ModelPredictionTest, CarriesLongRunsForwardAsIfSimulatedWhole)
{
    PerformanceModel model;
    model.taskCpuSeconds = 0.1;
    model.startCpuSeconds = 0.02;
    model.startSerialFraction = 0.5;
    model.contention = 0.03;
    for (const ScheduleMode mode : {Sequential, Parallel, Pool}) {
        RunCondition run = runAt(7168, mode, 1000);
        const double thousand = predictSeconds(model, run);
        run.tasks = 1'000'000;
        EXPECT_NEAR(predictSeconds(model, run) / thousand, 1000, 3) << scheduleModeName(mode);
        run.tasks = 1040;
        const double carried = predictSeconds(model, run);
        run.tasks = 1033;
        EXPECT_GT(carried, predictSeconds(model, run));
    }
}

TEST(ModelPredictionTest, TheCurveHasEachStepOfVcpusOnBothSides)
{
    const FittedModel model = fitted(referenceObservations());
    const auto curve = modelCurve(model, Parallel, 0, 10, MemoryMb{128}, MemoryMb{10240});
    ASSERT_GE(curve.size(), 64U);
    EXPECT_EQ(curve.front().memory, MemoryMb{128});
    EXPECT_EQ(curve.back().memory, MemoryMb{10240});
    const auto at = [&](int memory) {
        return std::find_if(curve.begin(), curve.end(), [&](const ModelPoint& point) { return point.memory.value == memory; });
    };
    // The same credit, one process more at once: 10 tasks in 4, 4 and 2 instead of 3, 3, 3 and 1.
    ASSERT_NE(at(5307), curve.end());
    ASSERT_NE(at(5308), curve.end());
    EXPECT_GT(std::abs(at(5308)->seconds / at(5307)->seconds - 1), 0.002);
    for (std::size_t point = 1; point < curve.size(); ++point) {
        EXPECT_LT(curve[point - 1].memory, curve[point].memory);
        EXPECT_LT(curve[point].low, curve[point].seconds);
        EXPECT_GT(curve[point].high, curve[point].seconds);
    }
    EXPECT_THAT(modelCurve(model, Parallel, 0, 10, MemoryMb{2000}, MemoryMb{1000}), IsEmpty());
}

TEST(ModelPredictionTest, TheFindingSaysOnlyWhatIsKnown)
{
    const std::string all = modelFindingText(modelFinding(fitted(referenceObservations())));
    EXPECT_THAT(all, HasSubstr("off by 1.8"));
    EXPECT_THAT(all, HasSubstr("350 ms of CPU a task"));
    EXPECT_THAT(all, HasSubstr("to start a process"));
    EXPECT_THAT(all, HasSubstr("more for each further busy vCPU"));
    const std::string one = modelFindingText(modelFinding(fitted({{MemoryMb{2048}, 2, Sequential, 1, 10, 3.4}})));
    EXPECT_THAT(one, HasSubstr("over 1 condition: 340 ms of CPU a task"));
    EXPECT_THAT(one, Not(HasSubstr("start a process")));
}

} // namespace
} // namespace tierscope::core
