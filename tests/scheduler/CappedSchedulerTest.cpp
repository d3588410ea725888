// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/scheduler/CappedScheduler.h"

#include "core/base/UniqueFd.h"
#include "core/runner/ProcessReaper.h"
#include "core/workload/KernelMemory.h"
#include "tests/scheduler/ScheduleChecks.h"

#include <array>
#include <atomic>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <new>
#include <rapidcheck/gtest.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tierscope::core {
namespace {

using test::scheduleProblem;
using testing::AllOf;
using testing::Each;
using testing::Field;
using testing::HasSubstr;

enum class Behaviour : int { Work, Exit, Segfault, NoMemory, Hang };

/// What the n-th kernel that starts does; shared with the children.
struct Script {
    std::atomic<int> started{0};
    std::array<Behaviour, 256> behaviours{};
};

Script& script()
{
    static auto* s_script = new (mmap(nullptr, sizeof(Script), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)) Script;
    return *s_script;
}

std::uint64_t scripted(std::span<const std::uint64_t>)
{
    switch (script().behaviours[static_cast<std::size_t>(script().started++)]) {
    case Behaviour::Work:
        break;
    case Behaviour::Exit:
        ::_exit(3);
    case Behaviour::Segfault:
        ::raise(SIGSEGV);
        break;
    case Behaviour::NoMemory:
        throw std::bad_alloc();
    case Behaviour::Hang:
        while (true)
            ::pause();
    }
    std::uint64_t value = 1;
    for (int i = 0; i < 20'000; ++i)
        value = value * 6364136223846793005ULL + 1;
    return value;
}

const Kernel kScripted{"scripted", "", {}, scripted};

Schedule scheduleOf(std::vector<Behaviour> behaviours, ScheduleMode mode, int cap)
{
    script().started = 0;
    std::ranges::copy(behaviours, script().behaviours.begin());
    Schedule schedule;
    schedule.body = PreparedKernel{&kScripted, {}};
    schedule.tasks = static_cast<int>(behaviours.size());
    schedule.mode = mode;
    schedule.cap = mode == ScheduleMode::Sequential ? 1 : cap;
    return schedule;
}

Schedule commandSchedule(std::vector<std::string> argv, int tasks, int cap)
{
    Schedule schedule;
    schedule.body = CommandWorkload{std::move(argv)};
    schedule.tasks = tasks;
    schedule.mode = ScheduleMode::Parallel;
    schedule.cap = cap;
    return schedule;
}

ScheduleResult runOrFail(const Schedule& schedule, const ScheduleObserver& observer = {})
{
    auto result = runSchedule(schedule, observer);
    EXPECT_TRUE(result.has_value()) << (result ? "" : result.error().sentence());
    EXPECT_EQ(scheduleProblem(*result, schedule.tasks, schedule.cap), "");
    EXPECT_THAT(childrenOf(::getpid()), testing::IsEmpty());
    return std::move(*result);
}

std::vector<TaskOutcome> outcomes(const ScheduleResult& result)
{
    std::vector<TaskOutcome> all;
    for (const TaskRecord& task : result.tasks)
        all.push_back(task.outcome);
    return all;
}

RC_GTEST_PROP(CappedScheduler, keepsItsPromisesWhateverTheTasksDo, ())
{
    const auto mode = *rc::gen::element(ScheduleMode::Sequential, ScheduleMode::Parallel, ScheduleMode::Pool);
    const auto cap = *rc::gen::inRange(1, 9);
    // In the runner's own process a task that ends the process ends the run: that is the backend's to tell.
    const auto behaviour = mode == ScheduleMode::Sequential
                               ? rc::gen::element(Behaviour::Work, Behaviour::Work, Behaviour::NoMemory, Behaviour::Hang)
                               : rc::gen::element(Behaviour::Work, Behaviour::Work, Behaviour::Work, Behaviour::Exit, Behaviour::Segfault,
                                                  Behaviour::NoMemory, Behaviour::Hang);
    const auto behaviours = *rc::gen::nonEmpty(rc::gen::container<std::vector<Behaviour>>(behaviour));
    Schedule schedule = scheduleOf(behaviours, mode, cap);
    schedule.taskTimeout = std::chrono::milliseconds(30);
    int started = 0;
    int ended = 0;
    ScheduleObserver observer;
    observer.taskStarted = [&](const TaskRecord&) { ++started; };
    observer.taskEnded = [&](const TaskRecord&) { ++ended; };

    const auto result = runSchedule(schedule, observer);

    RC_ASSERT(result.has_value());
    RC_ASSERT(scheduleProblem(*result, schedule.tasks, schedule.cap) == "");
    RC_ASSERT(started == schedule.tasks);
    RC_ASSERT(ended == schedule.tasks);
    // A loaded computer may let a task that works run into the limit too, never the other way round.
    const auto hung = std::ranges::count(behaviours, Behaviour::Hang);
    const auto worked = std::ranges::count(behaviours, Behaviour::Work);
    RC_ASSERT(std::ranges::count(result->tasks, TaskOutcome::TimedOut, &TaskRecord::outcome) >= hung);
    RC_ASSERT(std::ranges::count(result->tasks, TaskOutcome::Done, &TaskRecord::outcome) <= worked);
    RC_ASSERT(childrenOf(::getpid()).empty());
}

class EachMode : public testing::TestWithParam<ScheduleMode> {};
INSTANTIATE_TEST_SUITE_P(CappedScheduler, EachMode, testing::Values(ScheduleMode::Sequential, ScheduleMode::Parallel, ScheduleMode::Pool),
                         [](const auto& mode) { return scheduleModeName(mode.param); });

TEST_P(EachMode, RunsEveryTask)
{
    const auto result = runOrFail(scheduleOf(std::vector<Behaviour>(25, Behaviour::Work), GetParam(), 3));
    EXPECT_THAT(result.tasks, Each(AllOf(Field(&TaskRecord::outcome, TaskOutcome::Done), Field(&TaskRecord::exitCode, 0))));
    EXPECT_EQ(result.outcome, ScheduleOutcome::Completed);
}

TEST_P(EachMode, KeepsTheRestWhenOneHasNoMemory)
{
    const auto result = runOrFail(scheduleOf({Behaviour::Work, Behaviour::NoMemory, Behaviour::Work}, GetParam(), 1));
    EXPECT_EQ(outcomes(result), (std::vector{TaskOutcome::Done, TaskOutcome::Failed, TaskOutcome::Done}));
    EXPECT_THAT(result.tasks[1].error, HasSubstr("emory"));
}

TEST_P(EachMode, EndsATaskAtItsTimeLimitAndGoesOn)
{
    Schedule schedule = scheduleOf({Behaviour::Hang, Behaviour::Work}, GetParam(), 1);
    schedule.taskTimeout = std::chrono::milliseconds(60);
    const auto result = runOrFail(schedule);
    EXPECT_EQ(result.tasks[0].outcome, TaskOutcome::TimedOut);
    EXPECT_EQ(result.tasks[0].error, "timed out after 60 ms");
    EXPECT_EQ(result.outcome, ScheduleOutcome::Completed);
}

TEST_P(EachMode, EndsTheRunAtItsTimeLimit)
{
    Schedule schedule = scheduleOf({Behaviour::Hang, Behaviour::Hang, Behaviour::Hang}, GetParam(), 2);
    schedule.runTimeout = std::chrono::milliseconds(60);
    const auto result = runOrFail(schedule);
    EXPECT_EQ(result.outcome, ScheduleOutcome::TimedOut);
    EXPECT_THAT(result.tasks, Each(Field(&TaskRecord::outcome, TaskOutcome::TimedOut)));
    EXPECT_THAT(result.tasks[2].error, HasSubstr("not started"));
}

TEST_P(EachMode, TakesAStopThatCameBeforeTheFirstTask)
{
    auto pipe = makePipe();
    ASSERT_TRUE(pipe.has_value());
    ASSERT_TRUE(writeAll(pipe->writeEnd.get(), "x"));
    Schedule schedule = scheduleOf(std::vector<Behaviour>(4, Behaviour::Work), GetParam(), 2);
    schedule.stopFd = pipe->readEnd.get();
    const auto result = runOrFail(schedule);
    EXPECT_EQ(result.outcome, ScheduleOutcome::Cancelled);
    EXPECT_EQ(result.tasks[3].outcome, TaskOutcome::Cancelled);
    EXPECT_EQ(result.tasks[3].error, "cancelled before it started");
}

TEST(CappedScheduler, GivesBackTheMemoryOfKernelsThatWereEndedInTheMiddle)
{
    Schedule schedule = scheduleOf(std::vector<Behaviour>(6, Behaviour::Work), ScheduleMode::Sequential, 1);
    schedule.body = *prepareKernel({"memory-walk", {{"mb", 32}, {"passes", 1'000'000}}});
    schedule.taskTimeout = std::chrono::milliseconds(40);
    EXPECT_THAT(runOrFail(schedule).tasks, Each(Field(&TaskRecord::outcome, TaskOutcome::TimedOut)));
    EXPECT_LT(heldKernelMemory(), std::size_t{64} * 1024 * 1024);
}

TEST(CappedScheduler, TellsHowAProcessEnded)
{
    for (const ScheduleMode mode : {ScheduleMode::Parallel, ScheduleMode::Pool}) {
        const auto result = runOrFail(scheduleOf({Behaviour::Exit, Behaviour::Segfault, Behaviour::Work}, mode, 1));
        EXPECT_EQ(result.tasks[0].exitCode, 3);
        EXPECT_EQ(result.tasks[0].error, "exit code 3");
        EXPECT_EQ(result.tasks[1].signal, SIGSEGV);
        EXPECT_EQ(result.tasks[1].error, "killed by signal 11 (SIGSEGV)");
        EXPECT_TRUE(result.tasks[2].isDone());
    }
}

TEST(CappedScheduler, CancelsRunningTasksAndReportsTheDone)
{
    for (const ScheduleMode mode : {ScheduleMode::Parallel, ScheduleMode::Pool}) {
        auto pipe = makePipe();
        ASSERT_TRUE(pipe.has_value());
        Schedule schedule = scheduleOf({Behaviour::Work, Behaviour::Hang, Behaviour::Hang, Behaviour::Work}, mode, 2);
        schedule.stopFd = pipe->readEnd.get();
        ScheduleObserver observer;
        observer.taskEnded = [&](const TaskRecord& task) {
            if (task.isDone())
                static_cast<void>(writeAll(pipe->writeEnd.get(), "x"));
        };
        const auto result = runOrFail(schedule, observer);
        EXPECT_EQ(result.outcome, ScheduleOutcome::Cancelled);
        EXPECT_EQ(std::ranges::count(result.tasks, TaskOutcome::Done, &TaskRecord::outcome), 1);
        EXPECT_EQ(std::ranges::count(result.tasks, TaskOutcome::Cancelled, &TaskRecord::outcome), 3);
    }
}

TEST(CappedScheduler, WakesAtMostTwiceATask)
{
    for (const ScheduleMode mode : {ScheduleMode::Parallel, ScheduleMode::Pool}) {
        const auto result = runOrFail(scheduleOf(std::vector<Behaviour>(100, Behaviour::Work), mode, 4));
        EXPECT_LE(result.wakeups, 200);
    }
    const auto commands = runOrFail(commandSchedule({"true"}, 20, 2));
    EXPECT_LE(commands.wakeups, 40);
}

TEST(CappedScheduler, ReusesThePoolsProcesses)
{
    // In a pool of one, the page that a kernel writes stays written for the next task: it is the same process.
    static int s_runsInThisProcess = 0;
    static const Kernel kCounting{"counting", "", {}, [](std::span<const std::uint64_t>) -> std::uint64_t {
                                      if (++s_runsInThisProcess != script().started + 1)
                                          ::_exit(9);
                                      ++script().started;
                                      return 0;
                                  }};
    Schedule schedule = scheduleOf(std::vector<Behaviour>(10, Behaviour::Work), ScheduleMode::Pool, 1);
    schedule.body = PreparedKernel{&kCounting, {}};
    EXPECT_THAT(runOrFail(schedule).tasks, Each(Field(&TaskRecord::outcome, TaskOutcome::Done)));
    EXPECT_EQ(s_runsInThisProcess, 0) << "the tasks must not run in this process";
}

constexpr int kFreshPages = 200;
constexpr int kNaps = 5;

/// Touches pages that nobody had before, and waits a few times.
std::uint64_t touchAndNap(std::span<const std::uint64_t>)
{
    const auto pageSize = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const std::size_t bytes = pageSize * kFreshPages;
    auto* pages = static_cast<char*>(mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    ::madvise(pages, bytes, MADV_NOHUGEPAGE);
    for (int page = 0; page < kFreshPages; ++page)
        pages[static_cast<std::size_t>(page) * pageSize] = 1;
    ::munmap(pages, bytes);
    for (int nap = 0; nap < kNaps; ++nap)
        ::usleep(200);
    return 0;
}

TEST_P(EachMode, CountsEachTasksOwnSwitchesAndFaults)
{
    static const Kernel kTouchAndNap{"touch-and-nap", "", {}, touchAndNap};
    constexpr int kTasks = 12;
    Schedule schedule = scheduleOf(std::vector<Behaviour>(kTasks, Behaviour::Work), GetParam(), 1);
    schedule.body = PreparedKernel{&kTouchAndNap, {}};
    for (const TaskRecord& task : runOrFail(schedule).tasks) {
        EXPECT_GE(task.minorFaults, kFreshPages) << task.index;
        EXPECT_LT(task.minorFaults, kFreshPages * kTasks) << task.index << ": those of the others are in it";
        EXPECT_GE(task.voluntarySwitches, kNaps) << task.index;
        EXPECT_LT(task.voluntarySwitches, kNaps * kTasks) << task.index << ": those of the others are in it";
        EXPECT_GE(task.involuntarySwitches, 0) << task.index;
        EXPECT_GE(task.majorFaults, 0) << task.index;
    }
}

TEST(CappedScheduler, CountsWhatAPoolsWorkerUsedBeforeItDied)
{
    static const Kernel kTouchAndExit{"touch-and-exit", "", {}, [](std::span<const std::uint64_t>) -> std::uint64_t {
                                          touchAndNap({});
                                          if (script().behaviours[static_cast<std::size_t>(script().started++)] == Behaviour::Exit)
                                              ::_exit(3);
                                          return 0;
                                      }};
    Schedule schedule = scheduleOf({Behaviour::Work, Behaviour::Work, Behaviour::Exit}, ScheduleMode::Pool, 1);
    schedule.body = PreparedKernel{&kTouchAndExit, {}};
    const auto result = runOrFail(schedule);
    EXPECT_EQ(result.tasks[2].exitCode, 3);
    EXPECT_GE(result.tasks[2].minorFaults, kFreshPages);
    EXPECT_LT(result.tasks[2].minorFaults, 2 * kFreshPages) << "those of the worker's earlier tasks are in it";
}

TEST_P(EachMode, TellsWhenItStartedOnTheClockThatAllProcessesShare)
{
    const Nanoseconds before = monotonicNow();
    const auto result = runOrFail(scheduleOf({Behaviour::Work}, GetParam(), 1));
    EXPECT_GE(result.start, before);
    EXPECT_LE(result.start + result.wall, monotonicNow());
}

TEST(CappedScheduler, GivesACommandItsIndexAndNoShell)
{
    const std::string folder = testing::TempDir() + "commands-" + std::to_string(::getpid());
    std::filesystem::create_directories(folder);
    const auto result = runOrFail(commandSchedule({"touch", folder + "/$HOME {index}; x"}, 3, 2));
    EXPECT_THAT(result.tasks, Each(Field(&TaskRecord::outcome, TaskOutcome::Done)));
    for (const char* index : {"0", "1", "2"})
        EXPECT_TRUE(std::filesystem::exists(folder + "/$HOME " + index + "; x"));
    std::filesystem::remove_all(folder);
}

TEST(CappedScheduler, SaysWhichCommandDoesNotExist)
{
    const auto result = runOrFail(commandSchedule({"no-such-command-here"}, 2, 2));
    EXPECT_THAT(result.tasks, Each(AllOf(Field(&TaskRecord::outcome, TaskOutcome::Failed),
                                         Field(&TaskRecord::error, "cannot start \"no-such-command-here\": No such file or directory"))));
}

TEST(CappedScheduler, QuotesTheLastLineThatAFailedCommandSaid)
{
    const auto result = runOrFail(commandSchedule({"sh", "-c", "yes noise | head -c 3000000 >&2; echo 'disk on fire' >&2; exit 4"}, 2, 2));
    EXPECT_THAT(result.tasks, Each(Field(&TaskRecord::error, "exit code 4: disk on fire")));
}

TEST(CappedScheduler, EndsAGrandchildThatLingers)
{
    const std::string file = testing::TempDir() + "grandchild-" + std::to_string(::getpid());
    // As a runner is: what its tasks leave behind becomes its child.
    ASSERT_EQ(::prctl(PR_SET_CHILD_SUBREAPER, 1), 0);
    const auto result = runSchedule(commandSchedule({"sh", "-c", "sleep 1000 & echo $! > " + file}, 1, 1), {});
    ASSERT_TRUE(result.has_value());
    EXPECT_TRUE(result->tasks[0].isDone()) << result->tasks[0].error;
    pid_t grandchild = 0;
    std::ifstream(file) >> grandchild;
    std::filesystem::remove(file);
    ASSERT_GT(grandchild, 1);
    int status = 0;
    ASSERT_EQ(::waitpid(grandchild, &status, 0), grandchild);
    EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    ASSERT_EQ(::prctl(PR_SET_CHILD_SUBREAPER, 0), 0);
}

TEST(CappedScheduler, JoinsTheSlotsGroupsBeforeTheTask)
{
    const std::string folder = testing::TempDir() + "slots-" + std::to_string(::getpid());
    for (const char* slot : {"slot-0", "slot-1"}) {
        std::filesystem::create_directories(folder + "/" + slot);
        for (const char* file : {"/cgroup.procs", "/other.procs"})
            std::ofstream(folder + "/" + slot + file);
    }
    for (const ScheduleMode mode : {ScheduleMode::Parallel, ScheduleMode::Pool}) {
        Schedule schedule = scheduleOf(std::vector<Behaviour>(6, Behaviour::Work), mode, 2);
        schedule.slotProcsTemplate = folder + "/slot-{slot}/cgroup.procs:" + folder + "/slot-{slot}/other.procs";
        EXPECT_THAT(runOrFail(schedule).tasks, Each(Field(&TaskRecord::outcome, TaskOutcome::Done)));
    }
    for (const char* file : {"/slot-0/cgroup.procs", "/slot-1/other.procs"})
        EXPECT_EQ(readFile(folder + file).value_or(""), "0");
    std::filesystem::remove_all(folder);
}

TEST_P(EachMode, FailsTheTaskWhoseGroupCannotBeJoined)
{
    Schedule schedule = scheduleOf({Behaviour::Work, Behaviour::Work}, GetParam(), 1);
    schedule.slotProcsTemplate = "/nonexistent/slot-{slot}/cgroup.procs";
    const auto result = runOrFail(schedule);
    EXPECT_THAT(result.tasks, Each(AllOf(Field(&TaskRecord::outcome, TaskOutcome::Failed), Field(&TaskRecord::exitCode, 127),
                                         Field(&TaskRecord::error, "cannot join the sandbox of slot 0: No such file or directory"))));
}

} // namespace
} // namespace tierscope::core
