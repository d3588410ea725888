// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/ModelFit.h"

#include "ModelFixture.h"

#include <algorithm>
#include <chrono>
#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace tierscope::core {
namespace {

using namespace test;
using testing::AllOf;
using testing::Contains;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using enum ScheduleMode;
using Reason = FixedParameter::Reason;

auto isFixed(ModelParameter parameter, Reason reason)
{
    return Contains(AllOf(Field(&FixedParameter::parameter, parameter), Field(&FixedParameter::reason, reason)));
}

TEST(ModelFitTest, FourReferenceRowsPredictTheOtherTwelve)
{
    const Split rows = splitBy(referenceObservations(), [](int memory) { return memory == 2048 || memory == 10240; });
    ASSERT_EQ(rows.chosen.size(), 4U);
    ASSERT_EQ(rows.others.size(), 12U);
    EXPECT_LE(errorOn(fitted(rows.chosen), rows.others), 0.035);
}

TEST(ModelFitTest, EveryPairOfATierUnderAndOneOver2048MbPredictsTheOthers)
{
    const auto all = referenceObservations();
    double sum = 0;
    for (const int under : {128, 512, 1024}) {
        for (const int over : {3072, 6144, 7168, 10240}) {
            const Split rows = splitBy(all, [&](int memory) { return memory == under || memory == over; });
            const double error = errorOn(fitted(rows.chosen), rows.others);
            EXPECT_LE(error, 0.05) << under << " and " << over;
            sum += error;
        }
    }
    EXPECT_LE(sum / 12, 0.035);
}

TEST(ModelFitTest, DescribesAllSixteenReferenceRows)
{
    const auto all = referenceObservations();
    const FittedModel model = fitted(all);
    EXPECT_LE(model.meanError, 0.025);
    EXPECT_DOUBLE_EQ(model.meanError, errorOn(model, all));
    EXPECT_EQ(model.conditions, 16);
}

/// Each pair of rows predicts the rest of its table.
double pairError(const std::vector<Observation>& table)
{
    double sum = 0;
    int pairs = 0;
    for (std::size_t first = 0; first < table.size(); ++first) {
        for (std::size_t second = first + 1; second < table.size(); ++second) {
            const Split rows =
                splitBy(table, [&](int memory) { return memory == table[first].memory.value || memory == table[second].memory.value; });
            sum += errorOn(fitted(rows.chosen), rows.others);
            ++pairs;
        }
    }
    return sum / pairs;
}

TEST(ModelFitTest, TwoRowsOfASingleThreadedTablePredictIt)
{
    const auto tables = singleThreadTables();
    const double epsagon = pairError(tables.at("epsagon"));
    const double sieve = pairError(tables.at("sieve1000"));
    EXPECT_LE(epsagon, 0.07);
    // Four rows that differ by up to 14 % from any law in memory: 7.2 % is what the exact law has on them.
    EXPECT_LE(sieve, 0.073);
    EXPECT_LE((45 * epsagon + 6 * sieve) / 51, 0.07);
}

TEST(ModelFitTest, TheVcpuSizeIsFittedOnlyWhenAsked)
{
    PerformanceModel truth;
    truth.taskCpuSeconds = 2;
    truth.vcpuMemoryMb = 1500;
    std::vector<Observation> rows;
    for (const int memory : {128, 512, 1024, 1400, 2048, 3008})
        rows.push_back(observe(truth, runAt(memory, Sequential, 1)));
    EXPECT_EQ(fitted(rows).model.vcpuMemoryMb, 1769);
    EXPECT_THAT(fitted(rows).fixed, isFixed(ModelParameter::VcpuMemoryMb, Reason::ByLaw));
    EXPECT_NEAR(fitted(rows, {true}).model.vcpuMemoryMb, 1500, 40);
    rows.resize(3);
    EXPECT_THAT(fitted(rows, {true}).fixed, isFixed(ModelParameter::VcpuMemoryMb, Reason::NoLowShare));
}

struct Truth {
    const char* name;
    int tasks;
    PerformanceModel model; ///< task, start, serial fraction, contention, poll, wait, first period
    double bound;           ///< of the mean error on unseen tiers, from two tiers in both modes
};
void PrintTo(const Truth& truth, std::ostream* out)
{
    *out << truth.name;
}

class ModelTruthTest : public testing::TestWithParam<Truth> {};

TEST_P(ModelTruthTest, TwoTiersPredictTheOthers)
{
    const Truth& truth = GetParam();
    std::vector<Observation> all;
    for (const int memory : {128, 256, 512, 1024, 1769, 2048, 3008, 4096, 5307, 7076, 8845, 10240}) {
        for (const ScheduleMode mode : {Sequential, Parallel})
            all.push_back(observe(truth.model, runAt(memory, mode, truth.tasks)));
    }
    for (const int under : {256, 512, 1024}) {
        const Split rows = splitBy(all, [&](int memory) { return memory == under || memory == 7076; });
        EXPECT_LE(errorOn(fitted(rows.chosen), rows.others), truth.bound) << "from " << under << " MB";
    }
}

INSTANTIATE_TEST_SUITE_P(ModelFitTest, ModelTruthTest,
                         testing::Values(Truth{"ShortTasks", 20, {0.05, 0.01, 0.5, 0.03, 0, 0, 0, 1769}, 0.05},
                                         Truth{"ShortTasksFromAFreshQuota", 20, {0.05, 0.01, 0.5, 0.03, 0, 0, 1, 1769}, 0.05},
                                         Truth{"FewLongTasks", 4, {30, 0.01, 0.5, 0.03, 0, 0, 0, 1769}, 0.03},
                                         Truth{"HeavyContention", 12, {1, 0.01, 0.5, 0.25, 0, 0, 0, 1769}, 0.06},
                                         Truth{"NoContention", 12, {1, 0.001, 0.5, 0, 0, 0, 0, 1769}, 0.03},
                                         Truth{"PythonSpawn", 10, {0.35, 0.15, 0.2, 0.03, 0, 0, 0, 1769}, 0.05},
                                         Truth{"SerialStart", 24, {0.2, 0.03, 1, 0.03, 0, 0, 0, 1769}, 0.06},
                                         Truth{"PollingParent", 10, {0.35, 0.02, 0.5, 0.03, 0.01, 0, 0, 1769}, 0.05}),
                         [](const auto& instance) { return std::string(instance.param.name); });

TEST(ModelFitTest, WaitingIsFoundWhereTheTiersTell)
{
    PerformanceModel truth;
    truth.taskCpuSeconds = 0.2;
    truth.waitSeconds = 0.3;
    std::vector<Observation> rows;
    for (const int memory : {128, 512, 1024, 2048})
        rows.push_back(observe(truth, runAt(memory, Sequential)));
    const FittedModel model = fitted(rows);
    EXPECT_NEAR(model.model.waitSeconds, 0.3, 0.03);
    EXPECT_THAT(model.fixed, Not(Contains(Field(&FixedParameter::parameter, ModelParameter::WaitSeconds))));
    EXPECT_THAT(fitted(referenceObservations()).fixed, isFixed(ModelParameter::WaitSeconds, Reason::NotNeeded));
}

TEST(ModelFitTest, SaysWhatItCannotKnowAndFixesItAtADefault)
{
    const FittedModel one = fitted({{MemoryMb{1024}, 2, Sequential, 1, 10, 6.1}});
    EXPECT_NEAR(one.model.taskCpuSeconds, 6.1 / 10 * 1024 / 1769, 0.01);
    EXPECT_THAT(one.fixed, isFixed(ModelParameter::StartCpuSeconds, Reason::NoProcesses));
    EXPECT_THAT(one.fixed, isFixed(ModelParameter::Contention, Reason::NoProcesses));
    EXPECT_THAT(one.fixed, isFixed(ModelParameter::FirstPeriod, Reason::NoShortRun));
    EXPECT_EQ(one.model.startCpuSeconds, 0.015);

    const FittedModel low = fitted({{MemoryMb{512}, 2, Sequential, 1, 10, 12}, {MemoryMb{512}, 2, Parallel, 2, 10, 12.7}});
    EXPECT_THAT(low.fixed, isFixed(ModelParameter::Contention, Reason::NeverTwoBusy));

    const FittedModel few = fitted({{MemoryMb{3008}, 2, Parallel, 2, 10, 2.2}});
    EXPECT_THAT(few.fixed, isFixed(ModelParameter::StartCpuSeconds, Reason::TooFewConditions));
    for (const FixedParameter& fixed : few.fixed) {
        EXPECT_EQ(parameterOf(few.model, fixed.parameter), fixed.value);
        EXPECT_STRNE(fixedReasonText(fixed.reason), "");
    }
}

TEST(ModelFitTest, OnlyParallelRunsAreEnough)
{
    PerformanceModel truth;
    truth.taskCpuSeconds = 0.5;
    truth.startCpuSeconds = 0.02;
    truth.startSerialFraction = 0.5;
    truth.contention = 0.03;
    std::vector<Observation> rows;
    for (const int memory : {512, 2048, 7076})
        rows.push_back(observe(truth, runAt(memory, Parallel)));
    EXPECT_NEAR(predict(fitted(rows), runAt(3072, Sequential)).seconds, 5, 0.4);
}

TEST(ModelFitTest, AStrayRunCountsLittle)
{
    PerformanceModel truth;
    truth.taskCpuSeconds = 0.4;
    std::vector<Observation> rows;
    for (const int memory : {128, 256, 512, 1024, 1769, 2048, 3008})
        rows.push_back(observe(truth, runAt(memory, Sequential)));
    rows[3].seconds *= 3;
    EXPECT_NEAR(fitted(rows).model.taskCpuSeconds, 0.4, 0.01);
    // One of three repeats does not move the median at all.
    std::vector<Observation> repeated(3, observe(truth, runAt(1024, Sequential)));
    repeated[0].seconds *= 10;
    EXPECT_NEAR(fitted(repeated).model.taskCpuSeconds, 0.4, 0.01);
}

TEST(ModelFitTest, RowsInAnyOrderGiveTheSameModel)
{
    auto rows = referenceObservations();
    const PerformanceModel model = fitted(rows).model;
    std::reverse(rows.begin(), rows.end());
    EXPECT_EQ(fitted(rows).model, model);
}

TEST(ModelFitTest, RefusesWhatIsNoTime)
{
    EXPECT_EQ(fitModel({}).error().code, ErrorCode::InvalidArgument);
    for (const double seconds : {0.0, -1.0, std::nan(""), HUGE_VAL}) {
        const std::vector<Observation> rows{{MemoryMb{512}, 2, Sequential, 1, 10, seconds}};
        EXPECT_EQ(fitModel(rows).error().code, ErrorCode::InvalidArgument) << seconds;
    }
}

RC_GTEST_PROP(ModelFitTest, AnyRowsGiveAFinitePredictionInsideItsInterval, ())
{
    std::vector<Observation> rows;
    const int count = *rc::gen::inRange(1, 8);
    for (int row = 0; row < count; ++row) {
        const int memory = *rc::gen::inRange(128, 10241);
        const auto mode = *rc::gen::element(Sequential, Parallel, Pool);
        const int cap = mode == Sequential ? 1 : *rc::gen::inRange(1, 40);
        const double seconds = std::pow(10.0, *rc::gen::inRange(-5, 5));
        rows.push_back({MemoryMb{memory}, visibleVcpus(MemoryMb{memory}), mode, cap, *rc::gen::inRange(1, 300), seconds});
    }
    const FittedModel model = fitted(rows, {*rc::gen::arbitrary<bool>()});
    for (const int memory : {0, 128, 1769, 10240}) {
        for (const ScheduleMode mode : {Sequential, Parallel, Pool}) {
            const Prediction prediction = predict(model, {MemoryMb{memory}, 6, mode, 4, 50});
            RC_ASSERT(std::isfinite(prediction.high));
            RC_ASSERT(prediction.low > 0);
            RC_ASSERT(prediction.low < prediction.seconds);
            RC_ASSERT(prediction.seconds < prediction.high);
        }
    }
}

} // namespace
} // namespace tierscope::core
