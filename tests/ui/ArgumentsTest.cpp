// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/Arguments.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace {

using namespace tierscope;
using Words = std::vector<std::string>;

struct Split {
    const char* text;
    Words words;
};

class SplitArgumentsTest : public testing::TestWithParam<Split> {};

TEST_P(SplitArgumentsTest, SplitsAsTyped)
{
    const auto words = ui::splitArguments(GetParam().text);
    ASSERT_TRUE(words.has_value()) << words.error().sentence();
    EXPECT_EQ(*words, GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(Lines, SplitArgumentsTest,
                         testing::Values(Split{"", {}}, Split{"  \t ", {}}, Split{"gzip -k  big.log", {"gzip", "-k", "big.log"}},
                                         Split{"'a b' c", {"a b", "c"}}, Split{"\"a b\" c", {"a b", "c"}}, Split{"a\" b\"c", {"a bc"}},
                                         Split{"''", {""}}, Split{"a \"\" b", {"a", "", "b"}}, Split{"a\\ b", {"a b"}},
                                         Split{R"("say \"hi\" \ \n")", {R"(say "hi" \ \n)"}}, Split{R"('a\b')", {R"(a\b)"}},
                                         Split{"echo $HOME *.c | cat > x &", {"echo", "$HOME", "*.c", "|", "cat", ">", "x", "&"}},
                                         Split{"work-{index}.bin", {"work-{index}.bin"}}));

TEST(SplitArgumentsErrorTest, SaysWhatIsOpen)
{
    const auto open = ui::splitArguments("echo 'it is");
    ASSERT_FALSE(open.has_value());
    EXPECT_NE(open.error().message.find('\''), std::string::npos) << open.error().message;
    EXPECT_FALSE(open.error().remedy.empty());
    EXPECT_FALSE(ui::splitArguments("echo \"a").has_value());
    EXPECT_FALSE(ui::splitArguments("echo a\\").has_value());
}

RC_GTEST_PROP(JoinArgumentsTest, IsReadBackAsItWas, (const Words& words))
{
    const auto back = ui::splitArguments(ui::joinArguments(words));
    RC_ASSERT(back.has_value());
    RC_ASSERT(*back == words);
}

} // namespace
