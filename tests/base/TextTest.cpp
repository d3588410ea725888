// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/base/Text.h"

#include <gtest/gtest.h>
#include <limits>
#include <rapidcheck/gtest.h>
#include <string>

namespace tierscope::core {
namespace {

TEST(Text, GroupsDigitsInThrees)
{
    EXPECT_EQ(groupDigits(std::uint64_t{0}), "0");
    EXPECT_EQ(groupDigits(std::uint64_t{999}), "999");
    EXPECT_EQ(groupDigits(std::uint64_t{1000}), "1,000");
    EXPECT_EQ(groupDigits(std::uint64_t{10'000'000}), "10,000,000");
    EXPECT_EQ(groupDigits(std::numeric_limits<std::uint64_t>::max()), "18,446,744,073,709,551,615");
    EXPECT_EQ(groupDigits(std::int64_t{-1234}), "-1,234");
    EXPECT_EQ(groupDigits(std::numeric_limits<std::int64_t>::min()), "-9,223,372,036,854,775,808");
}

struct Utf8Case {
    std::string_view text;
    bool isUtf8;
};

class Utf8Test : public testing::TestWithParam<Utf8Case> {};

TEST_P(Utf8Test, IsJudgedAsTheStandardDoes)
{
    EXPECT_EQ(isUtf8(GetParam().text), GetParam().isUtf8);
    EXPECT_EQ(isUtf8("before " + std::string(GetParam().text) + " after"), GetParam().isUtf8);
}

// RFC 3629, section 4: the first and last of each form, and what lies just outside.
INSTANTIATE_TEST_SUITE_P(Table, Utf8Test,
                         testing::Values(Utf8Case{"", true}, Utf8Case{"plain", true}, Utf8Case{"\x7F", true}, Utf8Case{"\xC2\x80", true},
                                         Utf8Case{"\xDF\xBF", true}, Utf8Case{"\xE0\xA0\x80", true}, Utf8Case{"\xED\x9F\xBF", true},
                                         Utf8Case{"\xEE\x80\x80", true}, Utf8Case{"\xEF\xBF\xBF", true}, Utf8Case{"\xF0\x90\x80\x80", true},
                                         Utf8Case{"\xF4\x8F\xBF\xBF", true}, Utf8Case{"\x80", false}, Utf8Case{"\xC0\x80", false},
                                         Utf8Case{"\xC1\xBF", false}, Utf8Case{"\xC2", false}, Utf8Case{"\xE0\x9F\xBF", false},
                                         Utf8Case{"\xE2\x82", false}, Utf8Case{"\xED\xA0\x80", false}, Utf8Case{"\xF0\x8F\xBF\xBF", false},
                                         Utf8Case{"\xF0\x90\x80", false}, Utf8Case{"\xF4\x90\x80\x80", false},
                                         Utf8Case{"\xF5\x80\x80\x80", false}, Utf8Case{"\xFF", false}));

TEST(Text, QuotesForOneLineOfAnErrorMessage)
{
    EXPECT_EQ(inQuotes("taks"), "\"taks\"");
    EXPECT_EQ(inQuotes("a\nb\x1B[2Jc\x7F"), "\"a?b?[2Jc?\"");
    EXPECT_EQ(inQuotes("caf\xC3\xA9 \xFF"), "\"caf\xC3\xA9 ?\"");
    EXPECT_EQ(inQuotes(std::string_view("\0x", 2)), "\"?x\"");
}

TEST(Text, CutsWhatIsLongWithoutTearingACharacter)
{
    std::string text;
    for (int i = 0; i < 100; ++i)
        text += "é";
    const std::string quoted = inQuotes(text);
    EXPECT_TRUE(isUtf8(quoted));
    EXPECT_LT(quoted.size(), 70U);
    EXPECT_TRUE(quoted.ends_with("é…\""));
}

RC_GTEST_PROP(Text, QuotesAnyBytesAsShortUtf8, (const std::string& bytes))
{
    const std::string quoted = inQuotes(bytes);
    RC_ASSERT(isUtf8(quoted));
    RC_ASSERT(quoted.size() <= 66U);
    RC_ASSERT(quoted.find('\n') == std::string::npos);
}

} // namespace
} // namespace tierscope::core
