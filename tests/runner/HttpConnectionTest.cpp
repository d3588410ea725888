// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/runner/HttpConnection.h"

#include "ScriptedServer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <ostream>

namespace tierscope::core {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

constexpr std::chrono::seconds kPatience{60};

const HttpRequest kGet{.method = "GET", .path = "/next", .fields = {}, .body = {}};

Result<HttpResponse> get(HttpConnection& connection)
{
    return connection.exchange(kGet, {kPatience, -1});
}

/// The answer to one request, from a server that says these pieces and closes the connection where it is told to.
Result<HttpResponse> answerTo(std::vector<std::string> pieces, bool closes = false)
{
    ScriptedServer server({{std::move(pieces), closes}});
    HttpConnection connection(server.endpoint());
    return get(connection);
}

TEST(HttpEndpoint, IsAnAddressAndAPort)
{
    EXPECT_EQ(parseHttpEndpoint("127.0.0.1:9001"), (HttpEndpoint{"127.0.0.1", 9001}));
    EXPECT_EQ(parseHttpEndpoint("localhost:80"), (HttpEndpoint{"localhost", 80}));
    EXPECT_EQ(parseHttpEndpoint("[::1]:65535"), (HttpEndpoint{"::1", 65535}));
    for (const char* text : {"", ":", "127.0.0.1", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:65536", "127.0.0.1:80x", "example.org:80",
                             "::1:80", "[127.0.0.1]:80", "[localhost]:80", "http://127.0.0.1:80"}) {
        const auto endpoint = parseHttpEndpoint(text);
        ASSERT_FALSE(endpoint) << text;
        EXPECT_EQ(endpoint.error().code, ErrorCode::InvalidArgument) << text;
    }
}

struct Good {
    const char* name;
    std::vector<std::string> pieces;
    bool closes;
    int status;
    std::string body;
    friend void PrintTo(const Good& answer, std::ostream* out) { *out << answer.name; }
};

class GoodAnswer : public testing::TestWithParam<Good> {};

TEST_P(GoodAnswer, IsRead)
{
    const auto response = answerTo(GetParam().pieces, GetParam().closes);
    ASSERT_TRUE(response) << response.error().sentence();
    EXPECT_EQ(response->status, GetParam().status);
    EXPECT_EQ(response->body, GetParam().body);
}

INSTANTIATE_TEST_SUITE_P(
    Http, GoodAnswer,
    testing::Values(Good{"length", {"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"}, false, 200, "hello"},
                    Good{"emptyBody", {"HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"}, false, 202, ""},
                    Good{"noReason", {"HTTP/1.1 200\r\ncontent-length:2 \r\n\r\nok"}, false, 200, "ok"},
                    Good{"onlyLineFeeds", {"HTTP/1.1 200 OK\nContent-Length: 2\n\nok"}, false, 200, "ok"},
                    Good{"sameLengthTwice", {"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nok"}, false, 200, "ok"},
                    Good{"everyByteAlone",
                         {"H", "TTP/1", ".1 20", "0 OK\r", "\nTransfer-Encod", "ing: chunked\r\n", "\r", "\n1", "\r\n", "h", "\r\n4\r",
                          "\nel", "lo\r", "\n0\r\n\r", "\n"},
                         false,
                         200,
                         "hello"},
                    Good{"chunkExtensionAndTrailer",
                         {"HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n00A;name=value\r\n0123456789\r\n0\r\nDigest: x\r\n\r\n"},
                         false,
                         200,
                         "0123456789"},
                    Good{"upToTheEnd", {"HTTP/1.1 200 OK\r\n\r\nall", " of it"}, true, 200, "all of it"},
                    Good{"noContent", {"HTTP/1.1 204 No Content\r\n\r\n"}, false, 204, ""},
                    Good{"interim", {"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 500 Oh\r\nContent-Length: 2\r\n\r\nno"}, false, 500, "no"}),
    [](const auto& one) { return one.param.name; });

struct Bad {
    const char* name;
    std::string text;
    ErrorCode code;
    const char* words;
    friend void PrintTo(const Bad& answer, std::ostream* out) { *out << answer.name; }
};

class BadAnswer : public testing::TestWithParam<Bad> {};

TEST_P(BadAnswer, IsRefused)
{
    const auto response = answerTo({GetParam().text}, true);
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().code, GetParam().code) << response.error().sentence();
    EXPECT_THAT(response.error().message, HasSubstr(GetParam().words));
}

const std::string kChunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

INSTANTIATE_TEST_SUITE_P(
    Http, BadAnswer,
    testing::Values(
        Bad{"nothing", "", ErrorCode::Io, "closed the connection"},
        Bad{"anotherProtocol", "SSH-2.0-OpenSSH_9.2\r\n\r\n", ErrorCode::Corrupt, "SSH-2.0"},
        Bad{"shortStatus", "HTTP/1.\r\n\r\n", ErrorCode::Corrupt, "not HTTP/1.1"},
        Bad{"wordForStatus", "HTTP/1.1 abc\r\n\r\n", ErrorCode::Corrupt, "not HTTP/1.1"},
        Bad{"cutHead", "HTTP/1.1 200 OK\r\nContent-Le", ErrorCode::Io, "in the middle"},
        Bad{"cutBody", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell", ErrorCode::Io, "in the middle"},
        Bad{"cutChunk", kChunked + "5\r\nhell", ErrorCode::Io, "in the middle"},
        Bad{"cutBeforeLastChunk", kChunked + "5\r\nhello\r\n", ErrorCode::Io, "in the middle"},
        Bad{"negativeLength", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", ErrorCode::Corrupt, "length"},
        Bad{"twoLengths", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", ErrorCode::Corrupt, "two"},
        Bad{"lengthAndChunks", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", ErrorCode::Corrupt, "both"},
        Bad{"compressed", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", ErrorCode::Corrupt, "gzip"},
        Bad{"chunkWithoutLength", kChunked + "x\r\n", ErrorCode::Corrupt, "length"},
        Bad{"chunkLongerThanSaid", kChunked + "2\r\nabc\r\n0\r\n\r\n", ErrorCode::Corrupt, "longer than it says"},
        Bad{"fieldWithoutName", "HTTP/1.1 200 OK\r\n: value\r\n\r\n", ErrorCode::Corrupt, "header field"},
        Bad{"fieldWithSpace", "HTTP/1.1 200 OK\r\nContent-Length : 0\r\n\r\n", ErrorCode::Corrupt, "header field"},
        Bad{"tooLong", "HTTP/1.1 200 OK\r\nContent-Length: 8388609\r\n\r\n", ErrorCode::Corrupt, "8 MB"},
        Bad{"farTooLong", kChunked + "ffffffffffffffff\r\n", ErrorCode::Corrupt, "8 MB"},
        Bad{"endless", "HTTP/1.1 200 OK\r\n\r\n" + std::string(kMaximumHttpBody + 1, 'x'), ErrorCode::Corrupt, "8 MB"},
        Bad{"hugeHead", "HTTP/1.1 200 OK\r\nA: " + std::string(kMaximumHttpHead, 'x') + "\r\n\r\n", ErrorCode::Corrupt, "64 KB"}),
    [](const auto& one) { return one.param.name; });

TEST(HttpConnection, AsksOverOneConnectionAndKeepsTheFieldsOfTheAnswer)
{
    ScriptedServer server({{{"HTTP/1.1 200 OK\r\nX-Name:  The value \r\nx-name: second\r\nContent-Length: 0\r\n\r\n"}},
                           {{"HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"}},
                           {{"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"}}});
    HttpConnection connection(server.endpoint());
    const auto first = get(connection);
    ASSERT_TRUE(first) << first.error().sentence();
    EXPECT_EQ(first->field("x-name"), "The value");
    EXPECT_EQ(first->field("x-other"), "");
    ASSERT_TRUE(
        connection.exchange({.method = "POST", .path = "/a", .fields = {{"Content-Type", "text/plain"}}, .body = "body"}, {kPatience, -1}));
    ASSERT_TRUE(get(connection));
    EXPECT_EQ(server.connections(), 1);
    const std::string host = "Host: 127.0.0.1:" + std::to_string(server.endpoint().port) + "\r\n";
    EXPECT_THAT(server.requests(), ElementsAre("GET /next HTTP/1.1\r\n" + host + "\r\n",
                                               "POST /a HTTP/1.1\r\n" + host + "Content-Type: text/plain\r\nContent-Length: 4\r\n\r\nbody",
                                               "GET /next HTTP/1.1\r\n" + host + "\r\n"));
}

TEST(HttpConnection, MakesAnotherConnectionAfterAServerThatCloses)
{
    const std::string ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    ScriptedServer server({{{"HTTP/1.1 200 OK\r\nConnection: Close\r\nContent-Length: 0\r\n\r\n"}, true}, {{ok}, true}, {{ok}, false}});
    HttpConnection connection(server.endpoint());
    ASSERT_TRUE(get(connection));
    ASSERT_TRUE(get(connection));
    // Nothing announced that the second connection would be closed.
    const auto third = get(connection);
    ASSERT_TRUE(third) << third.error().sentence();
    EXPECT_EQ(third->body, "ok");
    EXPECT_EQ(server.connections(), 3);
    EXPECT_THAT(server.requests(), SizeIs(3));
}

TEST(HttpConnection, AsksOnlyOnceWhenANewConnectionBreaks)
{
    ScriptedServer server({{{}, true}, {{"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"}}});
    HttpConnection connection(server.endpoint());
    EXPECT_FALSE(get(connection));
    EXPECT_THAT(server.requests(), SizeIs(1));
    EXPECT_TRUE(get(connection)) << "the next exchange starts anew";
}

TEST(HttpConnection, DropsAConnectionWithMoreOnItThanTheAnswer)
{
    ScriptedServer server({{{"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfake"}},
                           {{"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nreal"}}});
    HttpConnection connection(server.endpoint());
    ASSERT_TRUE(get(connection));
    const auto second = get(connection);
    ASSERT_TRUE(second);
    EXPECT_EQ(second->body, "real");
}

TEST(HttpConnection, SendsABodyThatFillsTheSocketsBuffers)
{
    const std::string body(std::size_t{6} * 1024 * 1024, 'b');
    ScriptedServer server({{{"HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"}}});
    HttpConnection connection(server.endpoint());
    ASSERT_TRUE(connection.exchange({.method = "POST", .path = "/", .fields = {}, .body = body}, {kPatience, -1}));
    ASSERT_THAT(server.requests(), SizeIs(1));
    EXPECT_TRUE(server.requests()[0].ends_with(body));
}

TEST(HttpConnection, GivesUpAtItsLimit)
{
    ScriptedServer server({{{"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell"}}});
    HttpConnection connection(server.endpoint());
    const auto response = connection.exchange(kGet, {std::chrono::milliseconds(20), -1});
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().code, ErrorCode::TimedOut);
}

TEST(HttpConnection, GivesUpWhenItIsStopped)
{
    ScriptedServer server({});
    const Pipe stop = makePipe().value();
    ASSERT_TRUE(writeAll(stop.writeEnd.get(), "x"));
    HttpConnection connection(server.endpoint());
    const auto response = connection.exchange(kGet, {{}, stop.readEnd.get()});
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().code, ErrorCode::Cancelled);
}

TEST(HttpConnection, SaysWhereNobodyAnswers)
{
    std::optional<ScriptedServer> server;
    server.emplace(std::vector<ScriptedAnswer>());
    const HttpEndpoint endpoint = server->endpoint();
    server.reset();
    HttpConnection connection(endpoint);
    const auto response = get(connection);
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().code, ErrorCode::Io);
    EXPECT_THAT(response.error().message, HasSubstr("cannot connect to 127.0.0.1 port " + std::to_string(endpoint.port)));
}

} // namespace
} // namespace tierscope::core
