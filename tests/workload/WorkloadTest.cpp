// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/workload/Workload.h"

#include "core/base/JsonReader.h"
#include "tests/workload/WorkloadGen.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>
#include <string>

namespace tierscope::core {
namespace {

using ::testing::HasSubstr;

std::string decodeFault(const std::string& text)
{
    const Result<Workload> workload = decodeWorkload(nlohmann::json::parse(text));
    if (workload)
        return {};
    EXPECT_EQ(workload.error().code, ErrorCode::InvalidArgument);
    return workload.error().sentence();
}

std::string validateFault(const Workload& workload)
{
    const Result<void> valid = validateWorkload(workload);
    return valid ? std::string{} : valid.error().sentence();
}

TEST(Workload, ReadsTheWireForm)
{
    const auto decoded = [](const char* text) { return decodeWorkload(nlohmann::json::parse(text)).value(); };
    EXPECT_EQ(decoded(R"({"kind":"kernel","name":"busy-loop","iterations":10000000})"),
              Workload(KernelWorkload{"busy-loop", {{"iterations", 10'000'000}}}));
    EXPECT_EQ(decoded(R"({"kind":"kernel","name":"noop"})"), Workload(KernelWorkload{"noop", {}}));
    EXPECT_EQ(decoded(R"({"kind":"command","argv":["gzip","-k","{index}.txt"]})"),
              Workload(CommandWorkload{{"gzip", "-k", "{index}.txt"}}));
    EXPECT_EQ(decoded(R"({"kind":"python","module":"a.b","function":"f","args":[1, "x", 2.5],"path":"/w"})"),
              Workload(PythonWorkload{"a.b", "f", R"([1,"x",2.5])", "/w"}));
    EXPECT_EQ(decoded(R"({"kind":"python","module":"a","function":"f"})"), Workload(PythonWorkload{"a", "f", "[]", ""}));
}

TEST(Workload, WritesTheWireForm)
{
    EXPECT_EQ(encodeWorkload(KernelWorkload{"memory-walk", {{"mb", 8}, {"passes", 2}}}).dump(),
              R"({"kind":"kernel","mb":8,"name":"memory-walk","passes":2})");
    EXPECT_EQ(encodeWorkload(CommandWorkload{{"true"}}).dump(), R"({"argv":["true"],"kind":"command"})");
    EXPECT_EQ(encodeWorkload(PythonWorkload{"m", "f", "[1]", ""}).dump(), R"({"args":[1],"function":"f","kind":"python","module":"m"})");
}

RC_GTEST_PROP(Workload, ComesBackAsItWas, (const Workload& workload))
{
    RC_TAG(workloadKindName(workload));
    RC_ASSERT(validateFault(workload).empty());
    const Result<nlohmann::json> json = parseJson(encodeWorkload(workload).dump(), "the workload", ErrorCode::Corrupt);
    RC_ASSERT(json.has_value());
    const Result<Workload> decoded = decodeWorkload(*json);
    RC_ASSERT(decoded.has_value());
    RC_ASSERT(*decoded == workload);
}

RC_GTEST_PROP(Workload, AnyJsonIsAnsweredWithoutThrowing, ())
{
    const Result<Workload> workload = decodeWorkload(*testing::jsonValue(3));
    RC_ASSERT((!workload || validateFault(*workload).empty()));
}

RC_GTEST_PROP(Workload, OneChangedMemberIsAnsweredWithoutThrowing, (const Workload& workload))
{
    nlohmann::json json = encodeWorkload(workload);
    const std::size_t member = *rc::gen::inRange<std::size_t>(0, json.size());
    std::next(json.begin(), static_cast<std::ptrdiff_t>(member)).value() = *testing::jsonValue(2);
    const Result<Workload> decoded = decodeWorkload(json);
    RC_ASSERT((!decoded || validateFault(*decoded).empty()));
}

TEST(Workload, NamesTheKeyThatCannotBeRead)
{
    EXPECT_EQ(decodeFault("[]"), "the workload is a list where an object is needed.");
    EXPECT_EQ(decodeFault("{}"), R"("kind" is missing in the workload. Give a text.)");
    EXPECT_EQ(decodeFault(R"({"kind":"shell"})"), R"("kind" in the workload is "shell". Give kernel, command or python.)");
    EXPECT_EQ(decodeFault(R"({"kind":"kernel","name":"busy-loop","iteration":1})"),
              R"(unknown key "iteration" in the workload. Known keys are kind, name, iterations.)");
    EXPECT_EQ(decodeFault(R"({"kind":"kernel","name":"busy-loop","iterations":-1})"),
              R"("iterations" in the workload is -1. Give a whole number from 1 to 1,000,000,000,000.)");
    EXPECT_EQ(decodeFault(R"({"kind":"kernel","name":"busy-loop","iterations":1.0})"),
              R"("iterations" in the workload is 1.0. Give a whole number from 1 to 1,000,000,000,000.)");
    EXPECT_THAT(decodeFault(R"({"kind":"kernel","name":"busyloop"})"), HasSubstr("there is no kernel \"busyloop\""));
    EXPECT_THAT(decodeFault(R"({"kind":"kernel","name":5})"), HasSubstr("\"name\" in the workload is 5"));
    EXPECT_EQ(decodeFault(R"({"kind":"command","argv":["a",1]})"),
              "argument 1 of the command is not a text. Put every argument in quotes.");
    EXPECT_EQ(decodeFault(R"({"kind":"command","argv":"ls -l"})"), R"("argv" in the workload is the text "ls -l". Give a list.)");
    EXPECT_THAT(decodeFault(R"({"kind":"command","argv":["a"],"shell":true})"), HasSubstr("unknown key \"shell\""));
    EXPECT_THAT(decodeFault(R"({"kind":"python","module":"m"})"), HasSubstr("\"function\" is missing"));
    EXPECT_THAT(decodeFault(R"({"kind":"python","module":"m","function":"f","args":{}})"),
                HasSubstr("\"args\" in the workload is an object"));
    EXPECT_THAT(decodeFault(R"({"kind":"python","module":"m","function":"f","kwargs":{}})"), HasSubstr("unknown key \"kwargs\""));
}

TEST(Workload, CommandNeedsAProgramAndArgumentsThatCanBePassed)
{
    EXPECT_EQ(validateFault(CommandWorkload{{"/bin/echo", "", "ü"}}), "");
    EXPECT_EQ(validateFault(CommandWorkload{}), "the command has no program. Give a program and its arguments.");
    EXPECT_EQ(validateFault(CommandWorkload{{"", "x"}}), "the command has no program. Give a program and its arguments.");
    EXPECT_EQ(validateFault(CommandWorkload{{"echo", std::string("a\0b", 3)}}),
              "argument 1 of the command holds a zero byte. Give text without such bytes.");
    EXPECT_EQ(validateFault(CommandWorkload{{"echo", "a", "\xFF"}}),
              "argument 2 of the command is not UTF-8 text. Give text without such bytes.");
}

TEST(Workload, PythonNeedsNamesAndAListOfArguments)
{
    const auto fault = [](const char* module, const char* function, const char* args) {
        return validateFault(PythonWorkload{module, function, args, ""});
    };
    EXPECT_EQ(fault("package.work_2", "_resize", "[]"), "");
    EXPECT_EQ(fault("größe", "f", R"([{"a":[1,null]}])"), "");
    for (const char* name : {"", ".", "a.", ".a", "a..b", "2a", "a-b", "a b", "a;b", "\xFF"})
        EXPECT_THAT(fault(name, "f", "[]"), HasSubstr("is not the name of a Python module")) << name;
    for (const char* name : {"", "a.b", "9", "f()"})
        EXPECT_THAT(fault("m", name, "[]"), HasSubstr("is not the name of a Python function")) << name;
    EXPECT_EQ(fault("m", "f", "{}"), "the Python arguments are not a list. Give a JSON list such as [1, \"two\"].");
    EXPECT_EQ(fault("m", "f", "[1,"), "the list of Python arguments is not valid JSON (byte 4). Give a JSON list such as [1, \"two\"].");
    EXPECT_THAT(fault("m", "f", "[99999999999999999999]"), HasSubstr("too large"));
    EXPECT_EQ(validateFault(PythonWorkload{"m", "f", "[]", "\xFF"}), "the Python folder is not UTF-8 text. Give the path of a folder.");
}

TEST(Workload, PythonArgumentsMayNotNestWithoutEnd)
{
    const auto nested = [](std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
    const PythonWorkload deepest{"m", "f", nested(32), ""};
    EXPECT_EQ(validateFault(deepest), "");
    EXPECT_EQ(decodeWorkload(encodeWorkload(deepest)).value(), Workload(deepest));
    EXPECT_THAT(validateFault(PythonWorkload{"m", "f", nested(33), ""}), HasSubstr("nest more than 32 levels deep"));
    EXPECT_THAT(validateFault(PythonWorkload{"m", "f", nested(1'000'000), ""}), HasSubstr("levels deep"));

    nlohmann::json args = nlohmann::json::array();
    for (int level = 0; level < 1000; ++level)
        args = nlohmann::json::array({std::move(args)});
    const Result<Workload> decoded = decodeWorkload({{"kind", "python"}, {"module", "m"}, {"function", "f"}, {"args", std::move(args)}});
    ASSERT_FALSE(decoded);
    EXPECT_THAT(decoded.error().message, HasSubstr("levels deep"));
}

TEST(Workload, ArgumentsThatAreNoJsonDoNotTurnIntoAList)
{
    const nlohmann::json json = encodeWorkload(PythonWorkload{"m", "f", "[1,", ""});
    EXPECT_FALSE(decodeWorkload(json));
}

TEST(Workload, KindIsNamed)
{
    EXPECT_STREQ(workloadKindName(KernelWorkload{}), "kernel");
    EXPECT_STREQ(workloadKindName(CommandWorkload{}), "command");
    EXPECT_STREQ(workloadKindName(PythonWorkload{}), "python");
}

TEST(Workload, TitleIsShort)
{
    EXPECT_EQ(workloadTitle(KernelWorkload{"busy-loop", {}}), "busy-loop 10,000,000");
    EXPECT_EQ(workloadTitle(KernelWorkload{"memory-walk", {{"passes", 3}}}), "memory-walk 64 MB × 3");
    EXPECT_EQ(workloadTitle(KernelWorkload{"sleep", {{"ms", 1500}}}), "sleep 1,500 ms");
    EXPECT_EQ(workloadTitle(KernelWorkload{"noop", {}}), "noop");
    EXPECT_EQ(workloadTitle(KernelWorkload{"unheard-of", {}}), "unheard-of");
    EXPECT_EQ(workloadTitle(CommandWorkload{{"/usr/bin/gzip", "-k", "{index}.txt"}}), "gzip -k {index}.txt");
    EXPECT_EQ(workloadTitle(CommandWorkload{{"ffmpeg", "-i", std::string(60, 'x'), "-y"}}), "ffmpeg -i …");
    EXPECT_EQ(workloadTitle(CommandWorkload{{"python3", "-c", "import time\ntime.sleep(1)"}}), "python3 -c …");
    EXPECT_EQ(workloadTitle(CommandWorkload{}), "");
    EXPECT_EQ(workloadTitle(PythonWorkload{"work", "resize", "[]", ""}), "work.resize");
}

} // namespace
} // namespace tierscope::core
