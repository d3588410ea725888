// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/base/JsonReader.h"

#include <array>
#include <cstdint>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>
#include <string>
#include <tuple>

namespace tierscope::core {
namespace {

using testing::HasSubstr;

constexpr std::string_view kWhat = "the thing";

std::string nested(int levels)
{
    return std::string(static_cast<std::size_t>(levels), '[') + std::string(static_cast<std::size_t>(levels), ']');
}

/// The sentence of what reading "n" as a whole number from -5 to 1000 says; empty when it is read.
std::string integerFault(const std::string& text, ErrorCode code = ErrorCode::InvalidArgument)
{
    const Result<nlohmann::json> json = parseJson(text, kWhat, code);
    if (!json)
        return json.error().sentence();
    JsonReader reader(*json, kWhat, code);
    std::ignore = reader.integer("n", -5, 1000);
    const Result<void> status = reader.status();
    return status ? std::string{} : status.error().sentence();
}

TEST(ParseJson, SaysAtWhichByteTheTextStopsBeingJson)
{
    const Result<nlohmann::json> json = parseJson(R"({"n":1,})", kWhat, ErrorCode::Corrupt);
    ASSERT_FALSE(json);
    EXPECT_EQ(json.error().code, ErrorCode::Corrupt);
    EXPECT_EQ(json.error().message, "the thing is not valid JSON (byte 8)");
    EXPECT_FALSE(parseJson("", kWhat, ErrorCode::Corrupt));
    EXPECT_FALSE(parseJson("{} {}", kWhat, ErrorCode::Corrupt));
    EXPECT_FALSE(parseJson("\"\xFF\"", kWhat, ErrorCode::Corrupt));
    EXPECT_FALSE(parseJson("[NaN]", kWhat, ErrorCode::Corrupt));
}

TEST(ParseJson, BoundsNesting)
{
    EXPECT_TRUE(parseJson(nested(kMaximumJsonDepth), kWhat, ErrorCode::Corrupt));
    const Result<nlohmann::json> deep = parseJson(nested(kMaximumJsonDepth + 1), kWhat, ErrorCode::Corrupt);
    ASSERT_FALSE(deep);
    EXPECT_EQ(deep.error().message, "the thing nests more than 64 levels deep");
    EXPECT_FALSE(parseJson(nested(10'000'000), kWhat, ErrorCode::Corrupt));
}

TEST(ParseJson, DoesNotTakeBracketsInTextForNesting)
{
    const std::string brackets(1000, '[');
    EXPECT_TRUE(parseJson(R"([")" + brackets + R"(", "\\", "\"[)" + brackets + R"("])", kWhat, ErrorCode::Corrupt));
}

TEST(ParseJson, RefusesNumbersThatItWouldHaveToChange)
{
    EXPECT_TRUE(parseJson("[18446744073709551615, -9223372036854775808, 1.7e308, \"99999999999999999999\"]", kWhat, ErrorCode::Corrupt));
    for (const char* number : {"18446744073709551616", "-9223372036854775809", "1e999", "[1,-99999999999999999999999999999]"})
        EXPECT_FALSE(parseJson(number, kWhat, ErrorCode::Corrupt)) << number;
}

RC_GTEST_PROP(ParseJson, AnswersToAnyBytes, (const std::string& bytes))
{
    const Result<nlohmann::json> json = parseJson(bytes, kWhat, ErrorCode::Corrupt);
    RC_ASSERT((!json || nlohmann::json::accept(bytes)));
}

TEST(JsonReader, TakesOnlyWholeNumbersInRange)
{
    for (const char* good : {R"({"n":-5})", R"({"n":0})", R"({"n":1000})"})
        EXPECT_EQ(integerFault(good), "") << good;
    EXPECT_EQ(integerFault(R"({"n":-6})"), R"("n" in the thing is -6. Give a whole number from -5 to 1,000.)");
    EXPECT_EQ(integerFault(R"({"n":1001})"), R"("n" in the thing is 1,001. Give a whole number from -5 to 1,000.)");
    EXPECT_EQ(integerFault(R"({"n":18446744073709551615})"),
              R"("n" in the thing is 18,446,744,073,709,551,615. Give a whole number from -5 to 1,000.)");
    EXPECT_EQ(integerFault("{}"), R"("n" is missing in the thing. Give a whole number from -5 to 1,000.)");
}

TEST(JsonReader, TakesNothingElseForAWholeNumber)
{
    EXPECT_THAT(integerFault(R"({"n":true})"), HasSubstr("is true."));
    EXPECT_THAT(integerFault(R"({"n":1.0})"), HasSubstr("is 1.0."));
    EXPECT_THAT(integerFault(R"({"n":"1"})"), HasSubstr("is the text \"1\"."));
    EXPECT_THAT(integerFault(R"({"n":null})"), HasSubstr("is null."));
    EXPECT_THAT(integerFault(R"({"n":[1]})"), HasSubstr("is a list."));
    EXPECT_THAT(integerFault(R"({"n":{}})"), HasSubstr("is an object."));
}

TEST(JsonReader, GivesNoAdviceForWhatAProgramWrote)
{
    EXPECT_EQ(integerFault(R"({"n":1001})", ErrorCode::Corrupt), R"("n" in the thing is 1,001.)");
}

TEST(JsonReader, TakesAFallbackOnlyForWhatIsMissing)
{
    const nlohmann::json json = {{"n", "x"}, {"t", 1}, {"f", 0}};
    JsonReader missing(json, kWhat, ErrorCode::InvalidArgument);
    EXPECT_EQ(missing.integer("m", 0, 10, 7), 7);
    EXPECT_EQ(missing.text("m", "else"), "else");
    EXPECT_TRUE(missing.flag("m", true));
    EXPECT_TRUE(missing.isGood());

    const auto isRefused = [&](auto read) {
        JsonReader reader(json, kWhat, ErrorCode::InvalidArgument);
        std::ignore = read(reader);
        return !reader.isGood();
    };
    EXPECT_TRUE(isRefused([](JsonReader& reader) { return reader.integer("n", 0, 10, 7); }));
    EXPECT_TRUE(isRefused([](JsonReader& reader) { return reader.text("t", "else"); }));
    EXPECT_TRUE(isRefused([](JsonReader& reader) { return reader.flag("f", true); }));
    EXPECT_TRUE(isRefused([](JsonReader& reader) { return reader.array("n"); }));
    EXPECT_TRUE(isRefused([](JsonReader& reader) { return reader.object("n"); }));
    EXPECT_TRUE(isRefused([](JsonReader& reader) { return reader.object("m"); }));
}

TEST(JsonReader, NamesAnUnknownKeyAndTheKnownOnes)
{
    constexpr std::array<std::string_view, 2> kKnown = {"tasks", "mode"};
    const nlohmann::json json = {{"taks", 1}, {"mode", "pool"}};
    JsonReader reader(json, kWhat, ErrorCode::InvalidArgument);
    reader.allowOnly(kKnown);
    const Result<void> status = reader.status();
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().sentence(), R"(unknown key "taks" in the thing. Known keys are tasks, mode.)");
}

TEST(JsonReader, KeepsTheFirstError)
{
    const nlohmann::json json = {{"a", 1}, {"b", 2}};
    JsonReader reader(json, kWhat, ErrorCode::InvalidArgument);
    std::ignore = reader.text("a");
    std::ignore = reader.text("b");
    reader.reject("a later one", "");
    const Result<void> status = reader.status();
    ASSERT_FALSE(status);
    EXPECT_THAT(status.error().message, HasSubstr("\"a\""));
}

TEST(JsonReader, AnswersToWhatIsNoObject)
{
    constexpr std::array<std::string_view, 1> kKnown = {"n"};
    for (const char* text : {"[]", "null", "1", "\"n\"", "true"}) {
        const nlohmann::json json = nlohmann::json::parse(text);
        JsonReader reader(json, kWhat, ErrorCode::Corrupt);
        reader.allowOnly(kKnown);
        EXPECT_FALSE(reader.has("n"));
        std::ignore = reader.integer("n", 0, 1);
        const Result<void> status = reader.status();
        ASSERT_FALSE(status) << text;
        EXPECT_THAT(status.error().message, HasSubstr("where an object is needed"));
    }
}

} // namespace
} // namespace tierscope::core
