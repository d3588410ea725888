// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/exchange/ObservationsCsv.h"

#include "../experiment/SampleFixture.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace tierscope::core {
namespace {

using test::failedSample;
using test::goodSample;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using enum ScheduleMode;

const std::string kHeader = "memory_mb,vcpus,mode,cap,tasks,seconds\n";

Observation only(const std::string& text)
{
    const auto observations = parseObservations(text);
    EXPECT_TRUE(observations) << observations.error().sentence();
    EXPECT_EQ(observations->size(), 1U);
    return observations->at(0);
}

std::string fault(const std::string& text)
{
    const auto observations = parseObservations(text);
    EXPECT_FALSE(observations) << text;
    return observations ? std::string{} : observations.error().sentence();
}

TEST(ParseObservationsTest, ReadsARow)
{
    const Observation row = only(kHeader + "3072,3,parallel,3,10,2.456\n");
    EXPECT_EQ(row.memory, MemoryMb{3072});
    EXPECT_EQ(row.vcpus, 3);
    EXPECT_EQ(row.mode, Parallel);
    EXPECT_EQ(row.cap, 3);
    EXPECT_EQ(row.tasks, 10);
    EXPECT_EQ(row.seconds, 2.456);
}

TEST(ParseObservationsTest, TakesEmptyVcpusFromTheTier)
{
    EXPECT_EQ(only(kHeader + "10240,,pool,6,10,0.869").vcpus, 6);
}

TEST(ParseObservationsTest, PassesOverCommentsBlanksMarksAndWindowsLineEnds)
{
    EXPECT_EQ(only("\xEF\xBB\xBF# first\r\n\r\n" + kHeader + "  # more\r\n 128 , 2 , sequential , 1 , 10 , 49.4 \r\n").seconds, 49.4);
    EXPECT_TRUE(parseObservations(kHeader)->empty());
}

TEST(ParseObservationsTest, FindsColumnsByName)
{
    EXPECT_EQ(only("seconds,tasks,cap,mode,vcpus,memory_mb\n2.5,10,1,sequential,2,128\n").seconds, 2.5);
}

TEST(ParseObservationsTest, NamesTheLineAndTheColumn)
{
    EXPECT_THAT(fault(kHeader + "128,2,sequential,1,10,fast\n"), AllOf(HasSubstr("line 2"), HasSubstr("seconds"), HasSubstr("fast")));
    EXPECT_THAT(fault("# c\n" + kHeader + "\n128,2,sideways,1,10,1\n"),
                AllOf(HasSubstr("line 4"), HasSubstr("mode"), HasSubstr("sideways")));
    EXPECT_THAT(fault(kHeader + "64,2,sequential,1,10,1\n"), AllOf(HasSubstr("memory_mb"), HasSubstr("128 to 10240")));
    EXPECT_THAT(fault(kHeader + "128,x,sequential,1,10,1\n"), HasSubstr("vcpus"));
    EXPECT_THAT(fault(kHeader + "128,2,sequential,0,10,1\n"), HasSubstr("cap"));
    EXPECT_THAT(fault(kHeader + "128,2,sequential,1,0,1\n"), HasSubstr("tasks"));
    for (const char* seconds : {"0", "-1", "inf", "nan", "", "1,2", "1.2.3", "0x10"})
        EXPECT_THAT(fault(kHeader + "128,2,sequential,1,10," + seconds + "\n"), HasSubstr("line 2")) << seconds;
}

TEST(ParseObservationsTest, WrongHeadersSayWhatTheHeaderIs)
{
    EXPECT_THAT(fault("memory_mb,vcpus,mode,cap,tasks\n"),
                AllOf(HasSubstr("seconds is missing"), HasSubstr("memory_mb,vcpus,mode,cap,tasks,seconds")));
    EXPECT_THAT(fault("memory,vcpus,mode,cap,tasks,seconds\n"), HasSubstr("\"memory\""));
    EXPECT_THAT(fault("memory_mb,memory_mb,vcpus,mode,cap,tasks,seconds\n"), HasSubstr("twice"));
    EXPECT_THAT(fault(""), HasSubstr("empty"));
    EXPECT_THAT(fault("# only comments\n"), HasSubstr("empty"));
    EXPECT_THAT(fault(kHeader + "128,2,sequential,1,10\n"), HasSubstr("5 columns"));
}

TEST(ObservationsToCsvTest, HasOneRowACountedSampleUnderCommentsThatSayWhatItIs)
{
    ExperimentRecord record;
    record.entry.name = "my\nexperiment";
    record.spec.workload = KernelWorkload{"busy-loop", {{"iterations", 1000}}};
    record.host = Host{2, 2, "Some CPU", "x86_64", 4096};
    Sample warmup = goodSample(128, Sequential, 9);
    warmup.warmup = true;
    Sample dilated = goodSample(10240, Parallel, 0.5, 6);
    dilated.dilation = {3};
    record.samples = {warmup, goodSample(128, Sequential, 1.25), failedSample(128, Sequential, "killed"), dilated,
                      goodSample(0, Pool, 2, 2)};

    const std::string csv = observationsToCsv(record);
    EXPECT_THAT(csv, HasSubstr(kHeader + "128,2,sequential,1,1,1.25\n10240,6,parallel,6,1,0.5\n,2,pool,2,1,2\n"));
    EXPECT_THAT(csv, HasSubstr("# my experiment: busy-loop 1,000\n"));
    EXPECT_THAT(csv, HasSubstr("# Limiter cgroup v1; time dilation 3 at 10240 MB\n"));
    EXPECT_THAT(csv, HasSubstr("Some CPU"));
}

RC_GTEST_PROP(ObservationsCsvProperty, WhatIsWrittenReadsBack, ())
{
    ExperimentRecord record;
    record.spec.workload = KernelWorkload{"noop", {}};
    const auto count = *rc::gen::inRange<std::size_t>(0, 20);
    for (std::size_t index = 0; index < count; ++index) {
        const int memory = *rc::gen::oneOf(rc::gen::just(0), rc::gen::inRange(128, 10'241));
        const auto mode = *rc::gen::element(Sequential, Parallel, Pool);
        record.samples.push_back(goodSample(memory, mode, *rc::gen::inRange(1, 1'000'000'000) / 1e6, *rc::gen::inRange(1, 1025)));
    }
    const auto observations = parseObservations(observationsToCsv(record));
    RC_ASSERT(observations.has_value());
    RC_ASSERT(observations->size() == count);
    for (std::size_t index = 0; index < count; ++index) {
        const Observation& row = (*observations)[index];
        const Sample& sample = record.samples[index];
        RC_ASSERT(row.memory == sample.memory);
        RC_ASSERT(row.vcpus == sample.vcpus);
        RC_ASSERT(row.mode == sample.mode);
        RC_ASSERT(row.cap == sample.cap);
        RC_ASSERT(std::abs(row.seconds / sample.wallSeconds - 1) < 1e-8);
    }
}

RC_GTEST_PROP(ObservationsCsvProperty, AnyTextIsReadOrRefused, (const std::string& text))
{
    static_cast<void>(parseObservations(text));
    static_cast<void>(parseObservations(kHeader + text));
}

TEST(ParseConditionsTest, ReadsRowsInTheirOrderWithoutSeconds)
{
    const auto conditions =
        parseConditions("# to predict\nmemory_mb,vcpus,mode,cap,tasks\n10240,,parallel,6,20\n128,2,sequential,1,1\n,4,pool,3,7\n");
    ASSERT_TRUE(conditions) << conditions.error().sentence();
    EXPECT_THAT(*conditions,
                testing::ElementsAre(RunCondition{MemoryMb{10240}, 6, Parallel, 6, 20}, RunCondition{MemoryMb{128}, 2, Sequential, 1, 1},
                                     RunCondition{MemoryMb{0}, 4, Pool, 3, 7}));
    EXPECT_TRUE(parseConditions("memory_mb,vcpus,mode,cap,tasks\n")->empty());
}

TEST(ParseConditionsTest, PassesOverSecondsWhereAnObservationsTableIsGiven)
{
    const auto conditions = parseConditions(kHeader + "3072,3,parallel,3,10,2.456\n3072,3,parallel,3,10,\n");
    ASSERT_TRUE(conditions) << conditions.error().sentence();
    EXPECT_EQ(conditions->size(), 2U);
}

TEST(ParseConditionsTest, ErrorsNameTheLineAndTheColumn)
{
    const auto faultOf = [](const std::string& rows) {
        return parseConditions("memory_mb,vcpus,mode,cap,tasks\n" + rows).error().sentence();
    };
    EXPECT_THAT(faultOf("128,2,sequential,1,10\n127,2,sequential,1,10\n"), AllOf(HasSubstr("line 3"), HasSubstr("memory_mb")));
    EXPECT_THAT(faultOf("128,2,serial,1,10\n"), AllOf(HasSubstr("line 2"), HasSubstr("mode")));
    EXPECT_THAT(faultOf("128,2,parallel,0,10\n"), HasSubstr("column cap"));
    EXPECT_THAT(faultOf("128,2,parallel,1,0\n"), HasSubstr("column tasks"));
    EXPECT_THAT(faultOf(",,parallel,1,1\n"), HasSubstr("column vcpus"));
    EXPECT_THAT(faultOf("128,2,parallel,1\n"), HasSubstr("4 columns where 5 are needed"));
    EXPECT_THAT(parseConditions("memory_mb,vcpus,mode,cap\n").error().sentence(),
                AllOf(HasSubstr("the column tasks is missing"), HasSubstr("Begin with the line memory_mb,vcpus,mode,cap,tasks"),
                      Not(HasSubstr("seconds"))));
    EXPECT_EQ(parseConditions("").error().code, ErrorCode::InvalidArgument);
}

} // namespace
} // namespace tierscope::core
