// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/backend/LocalBackend.h"

#include "core/base/UniqueFd.h"
#include "core/runner/ProcessReaper.h"
#include "core/tier/CgroupFiles.h"
#include "core/tier/TierCatalogue.h"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tierscope::core {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr int kPatienceMs = 60'000;

void ignore(const RunEvent&) {}

PlannedRun plannedRun(MemoryMb memory, ScheduleMode mode, int cap)
{
    PlannedRun run;
    run.memory = memory;
    run.mode = mode;
    run.cap = mode == ScheduleMode::Sequential ? 1 : cap;
    return run;
}

ExperimentSpec specOf(Workload workload, int tasks)
{
    ExperimentSpec spec;
    spec.workload = std::move(workload);
    spec.tasks = tasks;
    return spec;
}

KernelWorkload kernel(const std::string& name, std::map<std::string, std::uint64_t> parameters)
{
    return {name, std::move(parameters)};
}

/// Folders of cgroups that this process's runs have made and that are still there.
std::vector<std::string> leftCgroups()
{
    std::vector<std::string> left;
    const CgroupView view = readCgroupView();
    std::vector<std::string> folders;
    for (const auto& [controller, folder] : view.v1Folders)
        folders.push_back(folder);
    if (!view.v2Mount.empty())
        folders.push_back(view.v2Folder);
    const std::string mine = "tierscope-" + std::to_string(::getpid()) + "-";
    for (const std::string& folder : folders)
        for (const auto& entry : fs::directory_iterator(folder))
            if (entry.path().filename().string().starts_with(mine))
                left.push_back(entry.path());
    return left;
}

class LocalBackendTest : public testing::TestWithParam<LimiterKind> {
protected:
    void SetUp() override
    {
        const LimiterChoice choice = chooseLimiter();
        const auto usable = [&](const LimiterCandidate& candidate) { return candidate.kind == GetParam() && candidate.usable; };
        if (std::ranges::none_of(choice.candidates, usable))
            GTEST_SKIP() << limiterName(GetParam()) << " is not to be had here";
        m_options.limiter = GetParam();
        m_folder = testing::TempDir() + "backend-" + std::to_string(::getpid());
        fs::create_directories(m_folder);
        std::ofstream(m_folder + "/work_under_test.py") << "import os, signal, sys, time\n"
                                                           "def spin(n):\n"
                                                           "    for _ in range(n): pass\n"
                                                           "def boom(): raise ValueError('no thumbnail')\n"
                                                           "def chatty():\n"
                                                           "    for _ in range(64): sys.stdout.write('x' * 100000)\n"
                                                           "def forever():\n"
                                                           "    while True: time.sleep(1000)\n"
                                                           "def die_at(index):\n"
                                                           "    if index == '2': os.kill(os.getpid(), signal.SIGSEGV)\n"
                                                           "def linger():\n"
                                                           "    if os.fork() == 0:\n"
                                                           "        os.setsid()\n"
                                                           "        time.sleep(1000)\n"
                                                           "        os._exit(0)\n";
    }

    void TearDown() override
    {
        if (m_folder.empty())
            return;
        fs::remove_all(m_folder);
        EXPECT_THAT(leftCgroups(), IsEmpty());
        EXPECT_THAT(childrenOf(::getpid()), IsEmpty());
    }

    [[nodiscard]] PythonWorkload python(const std::string& function, const std::string& args = "[]") const
    {
        return {"work_under_test", function, args, m_folder};
    }

    Sample measure(const ExperimentSpec& spec, const PlannedRun& run)
    {
        LocalBackend backend(m_options);
        const auto ready = backend.prepare(spec, ignore, {});
        EXPECT_TRUE(ready.has_value()) << (ready ? "" : ready.error().sentence());
        auto sample = backend.run(run, ignore, {});
        EXPECT_TRUE(sample.has_value()) << (sample ? "" : sample.error().sentence());
        return sample ? *sample : Sample{};
    }

    LocalBackendOptions m_options;
    std::string m_folder;
};
INSTANTIATE_TEST_SUITE_P(Limiter, LocalBackendTest, testing::Values(LimiterKind::CgroupV1, LimiterKind::CgroupV2, LimiterKind::DutyCycle),
                         [](const auto& kind) {
                             return kind.param == LimiterKind::DutyCycle ? "duty" : kind.param == LimiterKind::CgroupV1 ? "v1" : "v2";
                         });

TEST_P(LocalBackendTest, MeasuresEveryModeAndSaysUnderWhat)
{
    const auto spec = specOf(kernel("busy-loop", {{"iterations", 200'000}}), 5);
    for (const ScheduleMode mode : {ScheduleMode::Sequential, ScheduleMode::Parallel, ScheduleMode::Pool}) {
        const Sample sample = measure(spec, plannedRun(MemoryMb{10240}, mode, 6));
        EXPECT_TRUE(sample.ok) << sample.error;
        EXPECT_EQ(sample.limiter, limiterName(GetParam()));
        EXPECT_EQ(sample.vcpus, 6);
        EXPECT_DOUBLE_EQ(sample.dilation.factor, std::max(1.0, 6.0 / probeHost().usableCpus));
        EXPECT_THAT(sample.tasks, AllOf(testing::SizeIs(5), Each(Field(&TaskRecord::outcome, TaskOutcome::Done))));
        Nanoseconds last{0};
        for (const TaskRecord& task : sample.tasks)
            last = std::max(last, task.ended);
        EXPECT_NEAR(sample.wallSeconds * sample.dilation.factor, std::chrono::duration<double>(last).count(), 0.02)
            << "the tier's time is the measured time over the dilation";
        EXPECT_GT(sample.cpuSeconds.value_or(0), 0);
    }
}

TEST_P(LocalBackendTest, HoldsBackARunThatWantsMoreThanItsShare)
{
    const auto spec = specOf(kernel("busy-loop", {{"iterations", 40'000'000}}), 2);
    const Sample sample = measure(spec, plannedRun(MemoryMb{256}, ScheduleMode::Parallel, 2));
    ASSERT_TRUE(sample.ok) << sample.error;
    // Without a limit this would be 0.07. How near to 1 it comes is fidelity_bench's to say: here other tests want the CPUs too.
    EXPECT_GT(sample.wallSeconds * sample.share.value / *sample.cpuSeconds, 0.5) << "it had more CPU time than its quota";
    EXPECT_GT(sample.throttledSeconds.value_or(0), 0);
}

/// The trace begins with the run, ends with it and only grows.
void expectTraceOf(const Sample& sample)
{
    ASSERT_THAT(sample.cpuTrace, testing::SizeIs(testing::Ge(2U)));
    EXPECT_EQ(sample.cpuTrace.front(), CpuTracePoint{});
    EXPECT_NEAR(std::chrono::duration<double>(sample.cpuTrace.back().at).count(), sample.wallSeconds * sample.dilation.factor, 1e-6);
    for (std::size_t i = 1; i < sample.cpuTrace.size(); ++i) {
        EXPECT_GT(sample.cpuTrace[i].at, sample.cpuTrace[i - 1].at);
        EXPECT_GE(sample.cpuTrace[i].used, sample.cpuTrace[i - 1].used);
        EXPECT_GE(sample.cpuTrace[i].throttled, sample.cpuTrace[i - 1].throttled);
    }
}

TEST_P(LocalBackendTest, TracesTheCpuTimeOfEveryRun)
{
    const auto spec = specOf(kernel("busy-loop", {{"iterations", 60'000'000}}), 2);
    const Sample limited = measure(spec, plannedRun(MemoryMb{512}, ScheduleMode::Parallel, 2));
    ASSERT_TRUE(limited.ok) << limited.error;
    expectTraceOf(limited);
    double tasksSeconds = 0;
    for (const TaskRecord& task : limited.tasks)
        tasksSeconds += static_cast<double>(task.userUs + task.systemUs) / 1e6;
    // The tasks are all that works between the run's start and its end. A process is seen late, and its end by the clock tick.
    EXPECT_NEAR(std::chrono::duration<double>(limited.cpuTrace.back().used).count(), tasksSeconds, 0.1 * tasksSeconds + 0.03);
    EXPECT_GT(limited.cpuTrace.back().throttled.count(), 0);
    EXPECT_GT(limited.throttledPeriods.value_or(0), 0);
    EXPECT_GE(limited.quotaPeriods.value_or(0), limited.throttledPeriods.value_or(0));

    const Sample unlimited = measure(spec, plannedRun(kUnlimitedTier, ScheduleMode::Sequential, 1));
    ASSERT_TRUE(unlimited.ok) << unlimited.error;
    expectTraceOf(unlimited);
    EXPECT_EQ(unlimited.cpuTrace.back().throttled.count(), 0);
    EXPECT_EQ(unlimited.quotaPeriods, std::nullopt);

    const Sample python = measure(specOf(this->python("spin", "[2000000]"), 2), plannedRun(MemoryMb{1024}, ScheduleMode::Parallel, 2));
    ASSERT_TRUE(python.ok) << python.error;
    expectTraceOf(python);
}

TEST_P(LocalBackendTest, RunsWithoutALimitWhenThereIsNoTier)
{
    const Sample sample = measure(specOf(kernel("noop", {}), 3), plannedRun(kUnlimitedTier, ScheduleMode::Parallel, 2));
    EXPECT_TRUE(sample.ok) << sample.error;
    EXPECT_EQ(sample.limiter, "none");
    EXPECT_TRUE(sample.dilation.isPlain());
}

TEST_P(LocalBackendTest, SaysOutOfMemoryAsLambdaWould)
{
    const auto spec = specOf(kernel("memory-walk", {{"mb", 400}, {"passes", 20}}), 2);
    const Sample sample = measure(spec, plannedRun(MemoryMb{128}, ScheduleMode::Parallel, 1));
    EXPECT_FALSE(sample.ok);
    EXPECT_EQ(sample.error, "out of memory at 128 MB");
    EXPECT_THAT(sample.tasks, testing::SizeIs(2));
}

TEST_P(LocalBackendTest, RunsPythonAndTellsWhatItRaised)
{
    const auto run = plannedRun(MemoryMb{1024}, ScheduleMode::Parallel, 2);
    EXPECT_TRUE(measure(specOf(python("spin", "[1000]"), 3), run).ok);
    EXPECT_TRUE(measure(specOf(python("chatty"), 2), run).ok);
    const Sample failed = measure(specOf(python("boom"), 2), run);
    EXPECT_FALSE(failed.ok);
    EXPECT_THAT(failed.error, AllOf(HasSubstr("ValueError: no thumbnail"), HasSubstr("2 tasks failed")));
}

TEST_P(LocalBackendTest, KeepsWhatWasDoneWhenATaskTakesTheRunnerDown)
{
    const Sample sample = measure(specOf(python("die_at", "[\"{index}\"]"), 4), plannedRun(MemoryMb{3008}, ScheduleMode::Sequential, 1));
    EXPECT_FALSE(sample.ok);
    EXPECT_THAT(sample.error, HasSubstr("killed by signal 11 (SIGSEGV)"));
    ASSERT_THAT(sample.tasks, testing::SizeIs(4));
    EXPECT_TRUE(sample.tasks[0].isDone());
    EXPECT_TRUE(sample.tasks[1].isDone());
    EXPECT_EQ(sample.tasks[2].outcome, TaskOutcome::Failed);
    EXPECT_THAT(sample.tasks[3].error, HasSubstr("not started"));
}

TEST_P(LocalBackendTest, EndsAFunctionThatNeverReturns)
{
    ExperimentSpec spec = specOf(python("forever"), 2);
    spec.taskTimeout = std::chrono::milliseconds(300);
    const Sample sample = measure(spec, plannedRun(MemoryMb{2048}, ScheduleMode::Parallel, 2));
    EXPECT_FALSE(sample.ok);
    EXPECT_THAT(sample.tasks, Each(Field(&TaskRecord::outcome, TaskOutcome::TimedOut)));
}

TEST_P(LocalBackendTest, LeavesNoGrandchildBehind)
{
    // TearDown looks for children; this one has left its parent, group and session.
    const Sample sample = measure(specOf(python("linger"), 2), plannedRun(MemoryMb{2048}, ScheduleMode::Parallel, 2));
    EXPECT_TRUE(sample.ok) << sample.error;
    EXPECT_THAT(processesMarked("tierscope-none"), IsEmpty());
    for (const auto& entry : fs::directory_iterator("/proc")) {
        const auto environment = readFile(entry.path().string() + "/environ");
        EXPECT_THAT(environment.value_or(""), Not(HasSubstr("TIERSCOPE_RUN=tierscope-" + std::to_string(::getpid()) + "-")));
    }
}

TEST_P(LocalBackendTest, SaysThatACommandDoesNotExist)
{
    const Sample sample =
        measure(specOf(CommandWorkload{{"no-such-command-here"}}, 2), plannedRun(MemoryMb{512}, ScheduleMode::Parallel, 2));
    EXPECT_FALSE(sample.ok);
    EXPECT_THAT(sample.error, HasSubstr("cannot start \"no-such-command-here\": No such file or directory"));
}

TEST_P(LocalBackendTest, StopsPromptlyInTheMiddleOfASlowTier)
{
    const auto spec = specOf(kernel("busy-loop", {{"iterations", 1'000'000'000'000}}), 2);
    LocalBackend backend(m_options);
    ASSERT_TRUE(backend.prepare(spec, ignore, {}).has_value());
    std::stop_source stop;
    const RunEventSink stopAtFirstTask = [&](const RunEvent& event) {
        if (std::holds_alternative<TaskStarted>(event))
            stop.request_stop();
    };
    for (const ScheduleMode mode : {ScheduleMode::Sequential, ScheduleMode::Parallel, ScheduleMode::Pool}) {
        stop = std::stop_source();
        const auto sample = backend.run(plannedRun(MemoryMb{128}, mode, 2), stopAtFirstTask, stop.get_token());
        ASSERT_FALSE(sample.has_value());
        EXPECT_EQ(sample.error().code, ErrorCode::Cancelled);
    }
}

void waitForEndOf(pid_t pid)
{
    const UniqueFd pidfd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
    pollfd entry{pidfd.get(), POLLIN, 0};
    if (!pidfd.isValid())
        return; // it has gone already
    EXPECT_GT(::poll(&entry, 1, kPatienceMs), 0) << "process " << pid << " is still there";
}

/// A child that measures something endless, and the processes of its run once the first task is on its way.
struct Victim {
    pid_t program = -1; ///< as the window or the command line would be
    pid_t guard = -1;
    pid_t runner = -1;
    std::vector<pid_t> everybody;
};

Victim startVictim(LimiterKind kind)
{
    auto pipe = makePipe();
    const pid_t program = ::fork();
    if (program == 0) {
        LocalBackend backend({kind, {}, {}});
        static_cast<void>(backend.prepare(specOf(CommandWorkload{{"sleep", "1000"}}, 2), ignore, {}));
        const auto sample =
            backend.run(plannedRun(MemoryMb{10240}, ScheduleMode::Parallel, 2),
                        [&](const RunEvent& event) {
                            if (const auto* started = std::get_if<TaskStarted>(&event); started != nullptr && started->index == 1)
                                static_cast<void>(writeAll(pipe->writeEnd.get(), "x"));
                        },
                        {});
        ::_exit(sample && !sample->ok ? 7 : 8);
    }
    pipe->writeEnd.reset();
    char byte = 0;
    EXPECT_EQ(::read(pipe->readEnd.get(), &byte, 1), 1);
    Victim victim{program, -1, -1, descendantsOf(program)};
    const auto guards = childrenOf(program);
    if (!guards.empty())
        victim.guard = guards[0];
    const auto runners = childrenOf(victim.guard);
    if (!runners.empty())
        victim.runner = runners[0];
    // The kernel's list of children may miss some while others come and go (proc(5)), and these two must have gone.
    for (const pid_t pid : {victim.guard, victim.runner})
        if (pid > 0)
            victim.everybody.push_back(pid);
    return victim;
}

void expectNothingLeftOf(const Victim& victim)
{
    for (const pid_t pid : victim.everybody)
        waitForEndOf(pid);
    const CgroupView view = readCgroupView();
    for (const auto& [controller, folder] : view.v1Folders)
        for (const auto& entry : fs::directory_iterator(folder))
            EXPECT_THAT(entry.path().filename().string(), Not(HasSubstr("tierscope-" + std::to_string(victim.program) + "-")));
}

TEST_P(LocalBackendTest, LeavesNothingWhenTheProgramIsKilled)
{
    const Victim victim = startVictim(GetParam());
    ASSERT_GT(victim.program, 0);
    ASSERT_GT(victim.runner, 0);
    ::kill(victim.program, SIGKILL);
    ASSERT_EQ(::waitpid(victim.program, nullptr, 0), victim.program);
    expectNothingLeftOf(victim);
}

TEST_P(LocalBackendTest, LeavesNothingAndFailsTheSampleWhenTheGuardOrTheRunnerIsKilled)
{
    for (const bool guard : {true, false}) {
        const Victim victim = startVictim(GetParam());
        ASSERT_GT(victim.guard, 0) << "kill(-1) would end every process of this computer";
        ASSERT_GT(victim.runner, 0);
        ::kill(guard ? victim.guard : victim.runner, SIGKILL);
        int status = 0;
        ASSERT_EQ(::waitpid(victim.program, &status, 0), victim.program);
        EXPECT_EQ(WEXITSTATUS(status), 7) << "there must be a failed sample";
        expectNothingLeftOf(victim);
    }
}

} // namespace
} // namespace tierscope::core
