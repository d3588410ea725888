// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/aws/LambdaClient.h"

#include <gmock/gmock.h>
#include <map>

namespace tierscope::core {
namespace {

using testing::HasSubstr;

constexpr const char* kFunction = R"({"FunctionName":"work","FunctionArn":"arn:aws:lambda:eu-west-1:123456789012:function:work:3",
"MemorySize":512,"Timeout":9,"RevisionId":"r","State":"Active","LastUpdateStatus":"Successful"})";

HttpResult refuse(int status, const char* type)
{
    return HttpResponse{status, {{"x-amzn-errortype", type}}, R"({"message":"because"})"};
}

HttpResult lose(bool mayHaveArrived)
{
    return tl::unexpected(HttpFailure{{ErrorCode::Io, "gone", {}}, mayHaveArrived});
}

class LambdaClientTest : public testing::Test {
protected:
    LambdaClient open()
    {
        ClientOptions options;
        options.environment = [](const std::string& name) -> std::string {
            const std::map<std::string, std::string> all{
                {"AWS_ACCESS_KEY_ID", "A"}, {"AWS_SECRET_ACCESS_KEY", "s"}, {"AWS_REGION", "eu-west-1"}, {"HOME", "/no/such"}};
            const auto found = all.find(name);
            return found == all.end() ? "" : found->second;
        };
        options.transport = [this](const HttpRequest& request, const HttpLimits&, const std::stop_token&) -> HttpResult {
            requests.push_back(request);
            if (answers.empty())
                return HttpResponse{200, {}, kFunction};
            HttpResult answer = std::move(answers.front());
            answers.erase(answers.begin());
            return answer;
        };
        options.pause = [this](std::chrono::milliseconds time, const std::stop_token&) {
            pauses.push_back(time);
            return true;
        };
        options.onRetry = [this](const RetryNotice& notice) { notices.push_back(notice); };
        return LambdaClient::open({}, std::move(options)).value();
    }
    LambdaResult<Invocation> invoke(std::vector<HttpResult> given)
    {
        answers = std::move(given);
        return open().invoke(work, "{}", std::chrono::seconds(3), {});
    }

    FunctionName work = parseFunctionName("work").value();
    std::vector<HttpResult> answers;
    std::vector<HttpRequest> requests;
    std::vector<std::chrono::milliseconds> pauses;
    std::vector<RetryNotice> notices;
};

TEST_F(LambdaClientTest, AFunctionIsRead)
{
    const auto function = open().getConfiguration(work, {});
    ASSERT_TRUE(function);
    EXPECT_EQ(function->arn, "arn:aws:lambda:eu-west-1:123456789012:function:work") << "without the version";
    EXPECT_EQ(function->memory, MemoryMb{512});
    EXPECT_EQ(function->account(), "123456789012");
    EXPECT_EQ(function->architecture, "x86_64");
}

TEST_F(LambdaClientTest, ThrottlingBacksOffWithinBoundsAndIsTold)
{
    answers.assign(9, refuse(429, "TooManyRequestsException"));
    const auto result = open().getConfiguration(work, {});
    ASSERT_FALSE(result);
    EXPECT_EQ(requests.size(), 6U);
    EXPECT_EQ(notices.size(), 5U);
    for (std::size_t index = 0; index < pauses.size(); ++index)
        EXPECT_LE(pauses[index], std::chrono::milliseconds(200 << index));
    EXPECT_THAT(result.error().error.message, HasSubstr("because"));
}

TEST_F(LambdaClientTest, AnInvocationIsRepeatedOnlyWhereItCannotHaveRun)
{
    EXPECT_TRUE(invoke({refuse(429, "TooManyRequestsException")}).has_value());
    EXPECT_TRUE(invoke({lose(false)}).has_value());
    EXPECT_TRUE(invoke({refuse(502, "EC2ThrottledException")}).has_value());
    for (HttpResult fatal : {lose(true), refuse(500, "ServiceException"), refuse(503, ""), refuse(504, "")}) {
        requests.clear();
        const auto result = invoke({std::move(fatal)});
        ASSERT_FALSE(result);
        EXPECT_EQ(requests.size(), 1U);
        EXPECT_TRUE(result.error().mayHaveActed);
        EXPECT_THAT(result.error().error.sentence(), HasSubstr("may be billed"));
    }
}

TEST_F(LambdaClientTest, ExpiredCredentialsAreLookedForOnceMore)
{
    answers = {refuse(403, "ExpiredTokenException")};
    EXPECT_TRUE(open().getConfiguration(work, {}).has_value());
    answers.assign(3, refuse(403, "ExpiredTokenException"));
    requests.clear();
    EXPECT_FALSE(open().getConfiguration(work, {}).has_value());
    EXPECT_EQ(requests.size(), 2U);
}

TEST_F(LambdaClientTest, WhatASignatureWasMadeOfIsNotRepeated)
{
    answers = {HttpResponse{403, {{"x-amzn-errortype", "InvalidSignatureException"}}, R"({"message":"x-amz-security-token:SECRET"})"}};
    EXPECT_THAT(open().getConfiguration(work, {}).error().error.sentence(), testing::Not(HasSubstr("SECRET")));
}

TEST_F(LambdaClientTest, FailuresSayWhatTheyAreForWhoeverWordsThem)
{
    const auto detail = [this](HttpResult answer) {
        answers.assign(9, std::move(answer));
        return open().getConfiguration(work, {}).error().error.detail;
    };
    EXPECT_EQ(detail(refuse(429, "TooManyRequestsException")), ErrorDetail::LambdaThrottles);
    EXPECT_EQ(detail(refuse(403, "AccessDeniedException")), ErrorDetail::LambdaForbids);
    EXPECT_EQ(detail(refuse(404, "ResourceNotFoundException")), ErrorDetail::LambdaMisses);
    EXPECT_EQ(detail(refuse(412, "PreconditionFailedException")), ErrorDetail::FunctionChanged);
    EXPECT_EQ(detail(refuse(400, "InvalidParameterValueException")), ErrorDetail::LambdaRefuses);
    EXPECT_EQ(detail(refuse(403, "ExpiredTokenException")), ErrorDetail::CredentialsRefused);
    EXPECT_EQ(detail(refuse(403, "InvalidSignatureException")), ErrorDetail::SignatureRefused);
    EXPECT_EQ(detail(refuse(301, "")), ErrorDetail::EndpointRedirects);

    const Error error = invoke({refuse(500, "ServiceException")}).error().error;
    EXPECT_EQ(error.detail, ErrorDetail::LambdaMayHaveRun);
    EXPECT_EQ(error.values, (std::vector<std::string>{"ServiceException", "because"}));
    EXPECT_EQ(invoke({lose(true)}).error().error.detail, ErrorDetail::AnswerLost);
}

TEST_F(LambdaClientTest, PagesEndEvenWhereTheServiceDoesNot)
{
    const auto page = [](const std::string& marker) {
        return HttpResult(HttpResponse{200, {}, std::string(R"({"Functions":[)") + kFunction + R"(],"NextMarker":")" + marker + "\"}"});
    };
    answers = {page("a"), page("b"), page("")};
    EXPECT_EQ(open().listFunctions({}).value().size(), 3U);
    EXPECT_EQ(requests.back().encodedQuery(), "Marker=b&MaxItems=50");
    answers = {page("a"), page("a"), page("a")};
    EXPECT_FALSE(open().listFunctions({}).has_value());
}

TEST_F(LambdaClientTest, WaitsWithGrowingPausesUntilTheUpdateIsDone)
{
    std::string busy = kFunction;
    busy.replace(busy.find("Successful"), 10, "InProgress");
    answers.assign(6, HttpResult(HttpResponse{200, {}, busy}));
    EXPECT_TRUE(open().waitUntilReady(work, std::chrono::minutes(1), {}).has_value());
    using Ms = std::chrono::milliseconds;
    EXPECT_THAT(pauses, testing::ElementsAre(Ms(100), Ms(200), Ms(500), Ms(1000), Ms(2000), Ms(2000)));
    answers.assign(60, HttpResult(HttpResponse{200, {}, busy}));
    EXPECT_EQ(open().waitUntilReady(work, std::chrono::seconds(10), {}).error().error.code, ErrorCode::TimedOut);
    std::string failed = kFunction;
    failed.replace(failed.find("Successful"), 10, "Failed");
    answers = {HttpResult(HttpResponse{200, {}, failed})};
    EXPECT_EQ(open().waitUntilReady(work, std::chrono::seconds(10), {}).error().error.code, ErrorCode::ProcessFailed);
}

TEST(FunctionNameTest, Forms)
{
    EXPECT_EQ(parseFunctionName("work")->reference(), "work");
    EXPECT_EQ(parseFunctionName("work:live")->qualifier, "live");
    EXPECT_EQ(parseFunctionName("123456789012:function:work")->reference(), "123456789012:function:work");
    const auto arn = parseFunctionName("arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:work:$LATEST");
    EXPECT_EQ(arn->region, "us-gov-west-1");
    EXPECT_EQ(arn->qualifier, "$LATEST");
    EXPECT_EQ(arn->reference(), "arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:work");
    for (const char* text : {"", "a b", "a:b:c", "arn:aws:s3:::x", "arn:aws:lambda:mars:123456789012:function:work",
                             "arn:aws:lambda:us-east-1:12:function:work", "../work", "work:"})
        EXPECT_FALSE(parseFunctionName(text).has_value()) << text;
}

} // namespace
} // namespace tierscope::core
