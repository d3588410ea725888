// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/experiment/SampleFailure.h"

#include "core/base/Programs.h"
#include "core/scheduler/TaskProcess.h"

#include <csignal>
#include <gtest/gtest.h>

namespace {

using namespace tierscope::core;
using Kind = SampleFailure::Kind;

struct Said {
    const char* error;
    Kind kind;
    std::int64_t value = 0;
    const char* text = "";
    std::optional<int> task{};
    int failedTasks = 1;
    bool wasNeverStarted = false;
};

class SampleFailureTest : public testing::TestWithParam<Said> {};

TEST_P(SampleFailureTest, IsReadFromTheSentence)
{
    const Said& said = GetParam();
    const SampleFailure expected{said.kind, said.value, said.text, said.task, said.failedTasks, said.wasNeverStarted};
    EXPECT_EQ(readSampleFailure(said.error), expected) << said.error;
}

INSTANTIATE_TEST_SUITE_P(
    Sentences, SampleFailureTest,
    testing::Values(
        Said{"out of memory at 128 MB", Kind::OutOfMemory, 128},
        Said{"task 3: killed by signal 9 (SIGKILL)", Kind::Signal, 9, "SIGKILL", 3},
        Said{"task 0: killed by signal 64", Kind::Signal, 64, "", 0},
        Said{"task 1: exit code 3 (4 tasks failed)", Kind::ExitCode, 3, "", 1, 4},
        Said{"task 1: exit code 2: gzip: no such file (really)", Kind::ExitCode, 2, "gzip: no such file (really)", 1},
        Said{"task 7: timed out after 1500 ms", Kind::TaskTimedOut, 1500, "", 7},
        Said{"task 7: the run timed out after 20 ms (3 tasks failed)", Kind::RunTimedOut, 20, "", 7, 3},
        Said{"task 2: not started: the run timed out after 20 ms", Kind::RunTimedOut, 20, "", 2, 1, true},
        Said{"task 0: cancelled", Kind::Cancelled, 0, "", 0},
        Said{"task 0: cancelled before it started", Kind::Cancelled, 0, "", 0, 1, true},
        Said{"task 0: cannot start \"gzp\": No such file or directory", Kind::CannotStart, 0, "\"gzp\": No such file or directory", 0},
        Said{"task 0: cannot start a process: Resource temporarily unavailable", Kind::CannotStart, 0, "Resource temporarily unavailable",
             0},
        Said{"task 0: cannot run the task: not enough memory", Kind::NoMemory, 0, "", 0},
        Said{"task 5: its process ended before it answered", Kind::Vanished, 0, "", 5},
        Said{"the runner did not keep its time limit and was killed", Kind::RunnerOverdue},
        Said{"the runner was killed by signal 11 (SIGSEGV): core dumped", Kind::RunnerSignal, 11, "SIGSEGV"},
        Said{"the runner was ended with exit code 1: no module", Kind::RunnerExitCode, 1, "no module"},
        Said{"the function raised ValueError: bad", Kind::FunctionRaised, 0, "ValueError: bad"},
        Said{"the function failed without saying why", Kind::FunctionFailed},
        Said{"the function failed: Unhandled", Kind::FunctionFailed, 0, "Unhandled"},
        Said{"the function's process exited at 128 MB: Runtime exited", Kind::FunctionExited, 0, "Runtime exited"},
        Said{"the function's process exited: Runtime exited", Kind::FunctionExited, 0, "Runtime exited"},
        Said{"timed out after 3.5 s at 128 MB: the function's own time limit", Kind::FunctionTimedOut, 3500},
        Said{"timed out: the function's own time limit", Kind::FunctionTimedOut},
        Said{"the function's answer is not that of Tierscope's function: it is not JSON", Kind::FunctionStrange, 0, "it is not JSON"},
        Said{"the function had 512 MB: somebody else has changed it", Kind::FunctionChanged, 512},
        Said{"the function did not start anew, so that this is no cold start", Kind::NotCold},
        Said{"Lambda's log has no REPORT line, so that there is no time; set the function's system log level to INFO", Kind::NoReport},
        Said{"AWS Lambda answers with ServiceException: because. It may have run", Kind::LambdaRefused, 0,
             "ServiceException: because. It may have run"},
        // What others say stays as it is, and so does what only begins like one of ours.
        Said{"task 3: ValueError: bad (work.py:3)", Kind::Other, 0, "ValueError: bad (work.py:3)", 3},
        Said{"out of memory at noon", Kind::Other, 0, "out of memory at noon"},
        Said{"timed out after lunch: the function's own time limit", Kind::Other, 0,
             "timed out after lunch: the function's own time limit"},
        Said{"the function's process exited at night: why", Kind::Other, 0, "the function's process exited at night: why"},
        Said{"the function sleeps", Kind::Other, 0, "the function sleeps"},
        Said{"task 3: out of memory at 128 MB or so", Kind::Other, 0, "out of memory at 128 MB or so", 3},
        Said{"task three: cancelled", Kind::Other, 0, "task three: cancelled"},
        Said{"task 99999999999: cancelled", Kind::Other, 0, "task 99999999999: cancelled"},
        Said{"exit code 99999999999999999999", Kind::Other, 0, "exit code 99999999999999999999"},
        Said{"task 1: exit code 3 (1 tasks failed)", Kind::Other, 0, "exit code 3 (1 tasks failed)", 1}, Said{"", Kind::Other}));

/// The sentences are made elsewhere: one that is changed there shows up here.
TEST(SampleFailureTest, ReadsWhatTheSchedulerSays)
{
    EXPECT_EQ(readSampleFailure(describeSignal(SIGKILL)).kind, Kind::Signal);
    TaskRecord task;
    constexpr int kExitCode3 = 3 << 8;
    applyWaitStatus(task, kExitCode3, "first line\nlast line\n");
    EXPECT_EQ(readSampleFailure(task.error), (SampleFailure{Kind::ExitCode, 3, "last line", std::nullopt, 1, false}));
    task = {};
    applyWaitStatus(task, kExitCode3, "");
    EXPECT_EQ(readSampleFailure(task.error), (SampleFailure{Kind::ExitCode, 3, "", std::nullopt, 1, false}));
}

} // namespace
