// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/base/JsonReader.h"
#include "core/base/UniqueFd.h"
#include "core/runner/RunReport.h"
#include "core/runner/RunRequest.h"
#include "core/workload/Workload.h"

#include <filesystem>
#include <functional>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <string>

namespace tierscope::core {
namespace {

/// Every file of the corpus folder whose name starts with "good-" must be accepted, every "bad-" one refused.
void expectJudgedAsNamed(const std::string& folder, const std::function<bool(const std::string&)>& isAccepted)
{
    int good = 0;
    int bad = 0;
    for (const auto& entry : std::filesystem::directory_iterator(TIERSCOPE_FIXTURES "/corpus/" + folder)) {
        const std::string name = entry.path().filename();
        const Result<std::string> content = readFile(entry.path());
        ASSERT_TRUE(content) << content.error().sentence();
        const bool isGood = name.starts_with("good-");
        ++(isGood ? good : bad);
        EXPECT_TRUE(isGood || name.starts_with("bad-")) << name;
        EXPECT_EQ(isAccepted(*content), isGood) << name;
    }
    EXPECT_GT(good, 2);
    EXPECT_GT(bad, 2);
}

TEST(Corpus, RunRequests)
{
    expectJudgedAsNamed("run_request", [](const std::string& text) { return decodeRunRequest(text).has_value(); });
}

TEST(Corpus, RunnerLines)
{
    expectJudgedAsNamed("runner_line", [](const std::string& text) { return decodeRunnerLine(text).has_value(); });
}

TEST(Corpus, Workloads)
{
    expectJudgedAsNamed("workload", [](const std::string& text) {
        const Result<nlohmann::json> json = parseJson(text, "the file", ErrorCode::Corrupt);
        return json && decodeWorkload(*json);
    });
}

} // namespace
} // namespace tierscope::core
