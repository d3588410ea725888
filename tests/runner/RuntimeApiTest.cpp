// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/runner/RuntimeApi.h"

#include "ScriptedServer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tierscope::core {
namespace {

using testing::HasSubstr;
using testing::SizeIs;
using testing::StartsWith;

ScriptedAnswer eventAnswer(const std::string& fields, const std::string& event)
{
    return {{"HTTP/1.1 200 OK\r\n" + fields + "Content-Length: " + std::to_string(event.size()) + "\r\n\r\n" + event}};
}

ScriptedAnswer statusAnswer(int status)
{
    return {{"HTTP/1.1 " + std::to_string(status) + " Status\r\nContent-Length: 0\r\n\r\n"}};
}

std::string bodyOf(const std::string& request)
{
    return request.substr(request.find("\r\n\r\n") + 4);
}

TEST(RuntimeApi, TakesAnEventAndAnswersIt)
{
    ScriptedServer server(
        {eventAnswer("Lambda-Runtime-Aws-Request-Id: 8476a536-e9f4\r\nLambda-Runtime-Deadline-Ms: 1542409706888\r\n", "{\"a\":1}"),
         statusAnswer(202)});
    RuntimeApi api(server.endpoint());
    const auto invocation = api.next(-1);
    ASSERT_TRUE(invocation) << invocation.error().sentence();
    EXPECT_EQ(invocation->requestId, "8476a536-e9f4");
    EXPECT_EQ(invocation->deadline, std::chrono::milliseconds(1542409706888));
    EXPECT_EQ(invocation->event, "{\"a\":1}");
    ASSERT_TRUE(api.sendResponse(invocation->requestId, "[2]"));
    const auto requests = server.requests();
    ASSERT_THAT(requests, SizeIs(2));
    EXPECT_THAT(requests[0], StartsWith("GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\n"));
    EXPECT_THAT(requests[1], StartsWith("POST /2018-06-01/runtime/invocation/8476a536-e9f4/response HTTP/1.1\r\n"));
    EXPECT_EQ(bodyOf(requests[1]), "[2]");
}

TEST(RuntimeApi, KnowsNoDeadlineWhereNoneIsSaid)
{
    ScriptedServer server({eventAnswer("Lambda-Runtime-Aws-Request-Id: a\r\n", ""),
                           eventAnswer("lambda-runtime-aws-request-id: b\r\nLambda-Runtime-Deadline-Ms: soon\r\n", "")});
    RuntimeApi api(server.endpoint());
    EXPECT_EQ(api.next(-1).value().deadline.count(), 0);
    EXPECT_EQ(api.next(-1).value().deadline.count(), 0);
}

TEST(RuntimeApi, TakesNoEventWithoutAUsableId)
{
    for (const char* fields : {"", "Lambda-Runtime-Aws-Request-Id: \r\n", "Lambda-Runtime-Aws-Request-Id: a/../b\r\n",
                               "Lambda-Runtime-Aws-Request-Id: a b\r\n"}) {
        ScriptedServer server({eventAnswer(fields, "{}")});
        const auto invocation = RuntimeApi(server.endpoint()).next(-1);
        ASSERT_FALSE(invocation) << fields;
        EXPECT_EQ(invocation.error().code, ErrorCode::Corrupt) << fields;
    }
}

TEST(RuntimeApi, EndsWhereTheNextEventIsRefused)
{
    ScriptedServer server({statusAnswer(500)});
    const auto invocation = RuntimeApi(server.endpoint()).next(-1);
    ASSERT_FALSE(invocation);
    EXPECT_EQ(invocation.error().code, ErrorCode::Io);
    EXPECT_THAT(invocation.error().message, HasSubstr("500"));
}

TEST(RuntimeApi, SendsErrorsAsLambdaPassesThemOn)
{
    ScriptedServer server({statusAnswer(202), statusAnswer(202)});
    RuntimeApi api(server.endpoint());
    ASSERT_TRUE(api.sendError("id-1", {"BadRequest", "a \"quoted\" byte \xff"}));
    ASSERT_TRUE(api.sendInitError({"Io", "no pipe"}));
    const auto requests = server.requests();
    ASSERT_THAT(requests, SizeIs(2));
    EXPECT_THAT(requests[0], StartsWith("POST /2018-06-01/runtime/invocation/id-1/error HTTP/1.1\r\n"));
    EXPECT_THAT(requests[0], HasSubstr("\r\nLambda-Runtime-Function-Error-Type: Function.BadRequest\r\n"));
    const auto error = nlohmann::json::parse(bodyOf(requests[0]));
    EXPECT_EQ(error.at("errorType"), "BadRequest");
    EXPECT_EQ(error.at("errorMessage"), "a \"quoted\" byte \xef\xbf\xbd");
    EXPECT_THAT(requests[1], StartsWith("POST /2018-06-01/runtime/init/error HTTP/1.1\r\n"));
    EXPECT_EQ(nlohmann::json::parse(bodyOf(requests[1])).at("errorMessage"), "no pipe");
}

TEST(RuntimeApi, TellsARefusedAnswerFromABrokenEnvironment)
{
    ScriptedServer server({statusAnswer(413), statusAnswer(400), statusAnswer(403), statusAnswer(500)});
    RuntimeApi api(server.endpoint());
    EXPECT_EQ(api.sendResponse("a", "{}").error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(api.sendResponse("a", "{}").error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(api.sendResponse("a", "{}").error().code, ErrorCode::Io);
    EXPECT_EQ(api.sendResponse("a", "{}").error().code, ErrorCode::Io);
}

} // namespace
} // namespace tierscope::core
