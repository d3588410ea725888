// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/base/Programs.h"

#include <csignal>
#include <gtest/gtest.h>

namespace tierscope::core {
namespace {

TEST(Programs, FindsWhatExecWouldStart)
{
    EXPECT_TRUE(findProgram("sh").ends_with("/sh"));
    EXPECT_EQ(findProgram("/bin/sh"), "/bin/sh");
    EXPECT_EQ(findProgram("/etc/passwd"), "") << "not executable";
    EXPECT_EQ(findProgram("/etc"), "") << "a folder";
    EXPECT_EQ(findProgram("no-such-command-here"), "");
}

TEST(Programs, QuotesTheLastLineThatSaysSomething)
{
    EXPECT_EQ(lastLine("first\nsecond: broken\n\n  \n"), "second: broken");
    EXPECT_EQ(lastLine("only"), "only");
    EXPECT_EQ(lastLine(" \n"), "");
    EXPECT_EQ(lastLine(std::string(1000, 'x')).size(), 300U);
}

TEST(Programs, NamesSignals)
{
    EXPECT_EQ(describeSignal(SIGSEGV), "killed by signal 11 (SIGSEGV)");
    EXPECT_EQ(describeSignal(200), "killed by signal 200");
}

TEST(Programs, PointsIntoItsTextsAndEndsWithNull)
{
    std::vector<std::string> texts{"a", "b c"};
    const std::vector<char*> argv = argvPointers(texts);
    ASSERT_EQ(argv.size(), 3U);
    EXPECT_STREQ(argv[1], "b c");
    EXPECT_EQ(argv[1], texts[1].data());
    EXPECT_EQ(argv[2], nullptr);
}

} // namespace
} // namespace tierscope::core
