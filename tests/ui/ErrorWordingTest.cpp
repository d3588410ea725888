// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/ErrorWording.h"

#include <gtest/gtest.h>
#include <set>

namespace {

using namespace tierscope;
using core::ErrorCode;
using core::ErrorDetail;

TEST(ErrorWordingTest, EveryDetailIsWordedByItself)
{
    std::set<QString> texts;
    for (int detail = 1; detail <= static_cast<int>(core::kLastErrorDetail); ++detail) {
        const core::Error error{ErrorCode::Io, "core's own words", "core's own remedy", static_cast<ErrorDetail>(detail), {"7001", "7002"}};
        const QString text = ui::errorText(error);
        EXPECT_TRUE(text.startsWith(ui::errorHeadline(ErrorCode::Io) + ": ")) << text.toStdString();
        EXPECT_FALSE(text.contains("core's own") || text.contains('%')) << text.toStdString();
        EXPECT_TRUE(text.endsWith('.') || text.endsWith("FILE.")) << text.toStdString();
        texts.insert(text);
    }
    EXPECT_EQ(texts.size(), static_cast<std::size_t>(core::kLastErrorDetail));
}

TEST(ErrorWordingTest, WhatTheSystemSaidStandsInParentheses)
{
    const core::Error error{ErrorCode::Io, "…", "…", ErrorDetail::FileNotWritten, {"/tmp/x.csv", "No space left on device"}};
    EXPECT_EQ(ui::errorText(error),
              "Reading or writing failed: /tmp/x.csv cannot be written (No space left on device). Choose another place.");
}

TEST(ErrorWordingTest, AFailedTrialGivesItsReasonInTheSameLanguage)
{
    const core::Error warning{ErrorCode::ProcessFailed, "…", "…", ErrorDetail::TrialFailed, {"task 0: killed by signal 9 (SIGKILL)"}};
    EXPECT_EQ(ui::warningText(warning), "Worth knowing: the trial of one task failed: task 0: killed by signal 9 (SIGKILL). "
                                        "The time left is not known until runs have finished.");
}

TEST(ErrorWordingTest, WhatAwsSaidStandsAsItWasSaid)
{
    const core::Error error{ErrorCode::PermissionDenied,
                            "…",
                            "…",
                            ErrorDetail::LambdaForbids,
                            {"AccessDeniedException", "not authorized to perform: lambda:GetFunction"}};
    EXPECT_EQ(ui::errorText(error), "Not allowed: AWS Lambda answers: AccessDeniedException: not authorized to perform: "
                                    "lambda:GetFunction. Give the user or role that permission.");
    EXPECT_EQ(ui::errorText({ErrorCode::Io, "…", "…", ErrorDetail::LambdaRefuses, {"500", ""}}),
              "Reading or writing failed: AWS Lambda answers: 500.");
}

TEST(ErrorWordingTest, ARemarkHasNoHeadline)
{
    EXPECT_EQ(ui::remarkText({ErrorCode::InvalidArgument, "…", "…", ErrorDetail::SweepTimeLimit, {"3"}}),
              "the function's own time limit is 3 s, which small tiers may not keep. Runs that do not are failed samples; raise the "
              "function's timeout where that is too little.");
    EXPECT_EQ(ui::remarkText({ErrorCode::Busy, "it is held", "Close it"}), "it is held. Close it.");
}

TEST(ErrorWordingTest, WithoutADetailCoresWordsHaveToDo)
{
    EXPECT_EQ(ui::errorText({ErrorCode::Busy, "it is held", {}}), "Somebody else holds it: it is held. Wait a moment and try again.");
    EXPECT_EQ(ui::errorText({ErrorCode::Busy, "it is held", "Close it"}), "Somebody else holds it: it is held. Close it.");
}

} // namespace
