// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
//
// Held to NumPy, SciPy and statsmodels: fixtures/statistics/vectors.json, made by make_vectors.py beside it.
#include "core/analysis/Comparison.h"
#include "core/analysis/Drift.h"
#include "core/analysis/Statistics.h"

#include <cmath>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tierscope::core {
namespace {

using Json = nlohmann::json;
using Values = std::vector<double>;

const Json& vectors()
{
    static const Json kVectors = Json::parse(std::ifstream(TIERSCOPE_FIXTURES "/statistics/vectors.json"));
    return kVectors;
}

void expectClose(double ours, const Json& theirs, const std::string& what)
{
    EXPECT_NEAR(ours, theirs.get<double>(), 1e-9 * std::max(1.0, std::abs(theirs.get<double>()))) << what;
}

TEST(StatisticsVectorsTest, DescribeAsNumpyAndScipyDo)
{
    ASSERT_EQ(vectors().at("samples").size(), 9U);
    for (const auto& [name, expected] : vectors().at("samples").items()) {
        const auto values = expected.at("values").get<Values>();
        expectClose(median(values), expected.at("median"), name);
        expectClose(medianAbsoluteDeviation(values), expected.at("mad"), name);
        expectClose(mean(values), expected.at("mean"), name);
        expectClose(standardDeviation(values), expected.at("sd"), name);
        for (const auto& [probability, value] : expected.at("quantiles").items())
            expectClose(quantile(values, std::stod(probability)), value, name + ", quantile " + probability);
    }
}

TEST(StatisticsVectorsTest, IntervalOfTheMedianByScipysBinomial)
{
    int compared = 0;
    for (const auto& [name, expected] : vectors().at("samples").items()) {
        if (expected.at("interval").is_null())
            continue;
        const auto interval = medianInterval(expected.at("values").get<Values>());
        expectClose(interval->low, expected.at("interval").at(0), name);
        expectClose(interval->high, expected.at("interval").at(1), name);
        ++compared;
    }
    EXPECT_EQ(compared, 7);
}

TEST(StatisticsVectorsTest, ModifiedZByStatsmodelsMad)
{
    for (const auto& [name, expected] : vectors().at("samples").items()) {
        const auto scores = modifiedZScores(expected.at("values").get<Values>());
        for (std::size_t index = 0; index < scores.size(); ++index)
            expectClose(scores[index], expected.at("modified_z").at(index), name);
    }
}

TEST(StatisticsVectorsTest, MannWhitneyAsScipyDoes)
{
    ASSERT_EQ(vectors().at("pairs").size(), 6U);
    for (const auto& [name, expected] : vectors().at("pairs").items()) {
        const auto left = expected.at("left").get<Values>();
        const auto right = expected.at("right").get<Values>();
        const RankTest test = rankTest(left, right);
        EXPECT_EQ(test.isExact, expected.at("exact").get<bool>()) << name;
        expectClose(test.u, expected.at("u"), name);
        expectClose(test.p, expected.at("p"), name);
        expectClose(compareTimes(left, right).ratio, expected.at("ratio"), name);
    }
}

TEST(StatisticsVectorsTest, TrendOfOneSeriesAsKendallAndTheilSen)
{
    ASSERT_EQ(vectors().at("trends").size(), 3U);
    for (const auto& [name, expected] : vectors().at("trends").items()) {
        const std::vector series{OrderedTimes{expected.at("positions").get<Values>(), expected.at("values").get<Values>()}};
        const Drift drift = findDrift(series);
        expectClose(drift.p, expected.at("p"), name);
        expectClose(std::log1p(drift.change), expected.at("log_slope"), name);
    }
}

} // namespace
} // namespace tierscope::core
