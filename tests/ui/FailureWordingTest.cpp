// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/FailureWording.h"

#include <gtest/gtest.h>
#include <set>

namespace {

using namespace tierscope;

TEST(FailureWordingTest, SaysWhatCoreSays)
{
    for (const char* sentence : {"out of memory at 128 MB", "task 3: killed by signal 9 (SIGKILL)", "task 1: exit code 3 (4 tasks failed)",
                                 "task 1: exit code 2: gzip: no such file", "task 5: its process ended before it answered",
                                 "the runner did not keep its time limit and was killed", "task 3: ValueError: bad (work.py:3)",
                                 "the function raised ValueError: bad", "the function had 512 MB: somebody else has changed it"})
        EXPECT_EQ(ui::failureText(std::string(sentence)), sentence);
}

TEST(FailureWordingTest, TimesAreToldAsEverywhereInTheWindow)
{
    EXPECT_EQ(ui::failureText(std::string("task 7: timed out after 1500 ms")), "task 7: timed out after 1.50 s");
    EXPECT_EQ(ui::failureText(std::string("task 2: not started: the run timed out after 20 ms")),
              "task 2: not started: the run timed out after 20.0 ms");
}

TEST(FailureWordingTest, EveryKindHasASentenceOfItsOwnWithItsValues)
{
    std::set<QString> sentences;
    for (int kind = 1; kind <= static_cast<int>(core::kLastSampleFailure); ++kind) {
        core::SampleFailure failure;
        failure.kind = static_cast<core::SampleFailure::Kind>(kind);
        failure.value = 7;
        const QString sentence = ui::failureText(failure);
        EXPECT_FALSE(sentence.isEmpty() || sentence.contains('%')) << kind;
        sentences.insert(sentence);
    }
    EXPECT_EQ(sentences.size(), static_cast<std::size_t>(core::kLastSampleFailure));
}

} // namespace
