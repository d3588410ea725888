// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/aws/Signature.h"

#include "core/base/JsonReader.h"
#include "core/base/UniqueFd.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <type_traits>

namespace tierscope::core {
namespace {

nlohmann::json vectors()
{
    const auto text = readFile(TIERSCOPE_FIXTURES "/aws/signatures.json");
    return parseJson(text.value(), "the vectors", ErrorCode::Corrupt).value();
}

HttpRequest requestOf(const nlohmann::json& item)
{
    HttpRequest request;
    request.endpoint = lambdaEndpoint("eu-west-1").value();
    request.method = item.at("method");
    request.path = item.at("path").get<std::vector<std::string>>();
    request.body = item.at("body");
    for (const auto& pair : item.at("query"))
        request.query.emplace_back(pair.at(0), pair.at(1));
    for (const auto& [name, value] : item.at("headers").items())
        request.headers[name] = value;
    return request;
}

// Made by botocore: tests/fixtures/aws/make_signatures.py.
TEST(SignatureTest, SignsAsBotocoreDoes)
{
    const nlohmann::json all = vectors();
    const SigningScope scope{"eu-west-1", "lambda", parseIsoTime("2026-01-31T09:15:02Z").value()};
    ASSERT_EQ(all.at("cases").size(), 7U);
    for (const auto& item : all.at("cases")) {
        const std::string name = item.at("name");
        const Credentials credentials{
            Secret("AKIDEXAMPLE"), Secret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), Secret(item.at("token").get<std::string>()), {}, {}};
        const HttpRequest signedRequest = signRequest(requestOf(item), credentials, scope);
        EXPECT_EQ(signedRequest.headers.at("authorization"), item.at("authorization").get<std::string>()) << name;
        HttpRequest bare = signedRequest;
        bare.headers.erase("authorization");
        EXPECT_EQ(canonicalRequest(bare), item.at("canonical").get<std::string>()) << name;
    }
}

TEST(SignatureTest, ASecretIsNotShown)
{
    static_assert(!std::is_constructible_v<std::string, Secret>);
    static_assert(!std::is_convertible_v<Secret, std::string>);
    static_assert(!fmt::is_formattable<Secret>::value);
    Secret one("key");
    const Secret moved = std::move(one);
    EXPECT_TRUE(one.isEmpty()); // NOLINT(bugprone-use-after-move): what moving leaves is the question
    EXPECT_EQ(moved.reveal(), "key");
}

TEST(EndpointTest, PlainHttpIsOnlyForThisComputer)
{
    for (const char* url :
         {"http://127.0.0.1:5000", "http://127.8.9.1", "http://localhost:1", "http://[::1]:8080/", "https://a.example.org"})
        EXPECT_TRUE(parseEndpoint(url).has_value()) << url;
    for (const char* url : {"http://10.0.0.1", "http://169.254.169.254", "http://127.0.0.1.example.org", "http://localhost.example.org",
                            "http://127.0.0.1@example.org", "ftp://127.0.0.1", "127.0.0.1", "https://", "https://a/b", "https://a?b",
                            "https://a:0", "https://a:65536", "https://a:1x", "https://[::1", "https://[g]", "https://a b"})
        EXPECT_FALSE(parseEndpoint(url).has_value()) << url;
    EXPECT_EQ(parseEndpoint("http://[::1]:8080/")->url(), "http://[::1]:8080");
    EXPECT_EQ(lambdaEndpoint("cn-north-1")->host, "lambda.cn-north-1.amazonaws.com.cn");
    EXPECT_FALSE(lambdaEndpoint("evil.org/").has_value());
}

} // namespace
} // namespace tierscope::core
