// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "ui/models/ProblemWording.h"

#include "ui/models/FormModel.h"

#include <gtest/gtest.h>
#include <set>

namespace {

using namespace tierscope;

core::FieldProblem problemOf(core::ProblemCode code)
{
    core::FieldProblem problem;
    problem.field = ui::field::kTasks;
    problem.code = code;
    problem.numbers = {7001, 7002, 7003};
    problem.texts = {code == core::ProblemCode::ModeTwice ? "pool" : "thing", "part"};
    return problem;
}

TEST(ProblemWordingTest, EveryCodeHasASentenceOfItsOwnAndAWayOut)
{
    std::set<std::string> messages;
    for (int code = 0; code <= static_cast<int>(core::kLastProblemCode); ++code) {
        const ui::FormProblem worded = ui::wordProblem(problemOf(static_cast<core::ProblemCode>(code)));
        EXPECT_EQ(worded.field, ui::field::kTasks);
        for (const QString& sentence : {worded.message, worded.remedy}) {
            ASSERT_FALSE(sentence.isEmpty()) << code;
            EXPECT_FALSE(sentence.contains('%')) << sentence.toStdString();
            EXPECT_FALSE(sentence.endsWith('.')) << sentence.toStdString();
            EXPECT_TRUE(sentence.front().isUpper() || sentence.front().isPunct() || sentence.front().isDigit()) << sentence.toStdString();
        }
        messages.insert(worded.message.toStdString());
    }
    EXPECT_EQ(messages.size(), static_cast<std::size_t>(core::kLastProblemCode) + 1);
}

TEST(ProblemWordingTest, NamesTheValues)
{
    using core::ProblemCode;
    const auto say = [](ProblemCode code) {
        const ui::FormProblem worded = ui::wordProblem(problemOf(code));
        return (worded.message + ". " + worded.remedy).toStdString();
    };
    EXPECT_EQ(say(ProblemCode::NumberRange), "The number of tasks cannot be 7,001. Give a number from 7,002 to 7,003");
    EXPECT_EQ(say(ProblemCode::TierRange), "7,001 MB is not a memory tier of Lambda. Give sizes from 7,002 to 7,003 MB");
    EXPECT_EQ(say(ProblemCode::TooManyTasks),
              "That would be 7,001 tasks in 7,002 runs. Take fewer tasks, tiers or repeats; at most 7,003 tasks in all");
    EXPECT_EQ(say(ProblemCode::UnknownParameter), "The workload thing has no parameter called “part”. Choose the workload again");
}

TEST(ProblemWordingTest, EveryFieldWithARangeNamesItself)
{
    std::set<std::string> messages;
    for (const char* field : {ui::field::kTasks, ui::field::kRepeats, ui::field::kWarmup, ui::field::kCap, ui::field::kConcurrency,
                              ui::field::kColdStarts, ui::field::kParallelPayload}) {
        core::FieldProblem problem = problemOf(core::ProblemCode::NumberRange);
        problem.field = field;
        problem.numbers = {-5, 1, 2};
        const QString message = ui::wordProblem(problem).message;
        EXPECT_TRUE(message.endsWith("cannot be -5")) << message.toStdString();
        messages.insert(message.toStdString());
    }
    EXPECT_EQ(messages.size(), 7U);
}

TEST(ProblemWordingTest, LongTextsAreCutAndStayOnOneLine)
{
    core::FieldProblem problem = problemOf(core::ProblemCode::ProgramNotOnPath);
    problem.texts = {"a\nb" + std::string(500, 'x')};
    const QString message = ui::wordProblem(problem).message;
    EXPECT_LT(message.size(), 120);
    EXPECT_FALSE(message.contains('\n'));
}

TEST(ProblemWordingTest, EveryFaultOfATierSaysWhichAndWhy)
{
    const auto say = [](ui::TierFault fault) { return ui::wordTierFault({"64", {}, fault}); };
    EXPECT_EQ(say(ui::TierFault::OutOfRange).message, "The memory tier 64 is out of range");
    EXPECT_TRUE(say(ui::TierFault::OutOfRange).remedy.contains("128 to 10,240 MB"));
    EXPECT_EQ(say(ui::TierFault::NotANumber).message, QString::fromUtf8("“64” is not a memory tier"));
    EXPECT_TRUE(say(ui::TierFault::NoLimitAlone).message.contains("No limit"));
    EXPECT_EQ(say(ui::TierFault::NotANumber).field, ui::field::kTiers);
}

} // namespace
