// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/runner/Guard.h"

#include "core/base/UniqueFd.h"
#include "core/runner/ProcessReaper.h"

#include <array>
#include <csignal>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tierscope::core {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

TEST(Guard, ReadsTheArgumentsThatItWrites)
{
    const GuardPlan plan{3,      "tierscope-1-2-3",         {"/a/cgroup.procs", "/b/cgroup.procs"}, {"/a", "/a/slot-0"}, "/p",
                         {0, 2}, {"runner", "--cpus", "--"}};
    const GuardPlan read = parseGuardArguments(guardArguments(plan));
    EXPECT_EQ(read.controlFd, 3);
    EXPECT_EQ(read.mark, plan.mark);
    EXPECT_EQ(read.joinFiles, plan.joinFiles);
    EXPECT_EQ(read.removeFolders, plan.removeFolders);
    EXPECT_EQ(read.leaveFolder, plan.leaveFolder);
    EXPECT_EQ(read.cpus, plan.cpus);
    EXPECT_EQ(read.argv, plan.argv);
}

TEST(Guard, RefusesArgumentsThatItDoesNotKnow)
{
    EXPECT_THAT(parseGuardArguments({"--guard"}).argv, IsEmpty());
    EXPECT_THAT(parseGuardArguments({"--guard", "--control-fd", "x", "--", "true"}).argv, IsEmpty());
    EXPECT_THAT(parseGuardArguments({"--guard", "--control-fd", "3", "--what", "x", "--", "true"}).argv, IsEmpty());
    EXPECT_THAT(parseGuardArguments({"--guard", "--mark", "m", "--", "true"}).argv, IsEmpty())
        << "without a control socket nobody could end it";
    EXPECT_THAT(parseGuardArguments({"--guard", "--control-fd", "3", "--cpus", "1,,2", "--", "true"}).argv, IsEmpty());
}

/// A guard in a child, and our end of its control socket.
class RunningGuard {
public:
    explicit RunningGuard(GuardPlan plan)
    {
        std::array<int, 2> ends{};
        EXPECT_EQ(::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()), 0);
        m_pid = ::fork();
        if (m_pid == 0) {
            ::close(ends[0]);
            plan.controlFd = ends[1];
            ::setenv(kRunMarkVariable, plan.mark.c_str(), 1);
            ::_exit(guardMain(plan));
        }
        ::close(ends[1]);
        m_control.reset(ends[0]);
    }
    RunningGuard(const RunningGuard&) = delete;
    RunningGuard& operator=(const RunningGuard&) = delete;
    ~RunningGuard()
    {
        m_control.reset();
        if (m_pid > 0)
            ::waitpid(m_pid, nullptr, 0);
    }
    std::string hear() const
    {
        std::array<char, 600> text{};
        const ssize_t count = ::recv(m_control.get(), text.data(), text.size(), 0);
        return count > 0 ? std::string(text.data(), static_cast<std::size_t>(count)) : std::string();
    }
    void say(char order) const { EXPECT_EQ(::send(m_control.get(), &order, 1, MSG_NOSIGNAL), 1); }
    int hangUp()
    {
        m_control.reset();
        int status = 0;
        EXPECT_EQ(::waitpid(m_pid, &status, 0), m_pid);
        m_pid = -1;
        return status;
    }

private:
    pid_t m_pid = -1;
    UniqueFd m_control;
};

TEST(Guard, TellsTheRunnersNumberAndHowItEnded)
{
    const RunningGuard guard({-1, "guard-test-1", {}, {}, {}, {}, {"sh", "-c", "exit 5"}});
    EXPECT_THAT(guard.hear(), StartsWith("P "));
    EXPECT_EQ(guard.hear(), "X " + std::to_string(5 << 8));
}

TEST(Guard, SaysWhyTheRunnerCannotStart)
{
    const RunningGuard missing({-1, "guard-test-2", {}, {}, {}, {}, {"/nonexistent/runner"}});
    EXPECT_EQ(missing.hear(), "E start /nonexistent/runner: No such file or directory");
    const RunningGuard unsandboxed({-1, "guard-test-3", {"/nonexistent/cgroup.procs"}, {}, {}, {}, {"true"}});
    EXPECT_THAT(unsandboxed.hear(), StartsWith("E enter the sandbox at /nonexistent/cgroup.procs: No such file"));
}

TEST(Guard, PassesOnStopAndKill)
{
    for (const auto& [order, signal] : {std::pair{'T', SIGTERM}, std::pair{'K', SIGKILL}}) {
        const RunningGuard guard({-1, "guard-test-4", {}, {}, {}, {}, {"sleep", "1000"}});
        EXPECT_THAT(guard.hear(), StartsWith("P "));
        guard.say(order);
        EXPECT_EQ(guard.hear(), "X " + std::to_string(signal));
    }
}

TEST(Guard, ClearsEverythingWhenWeHangUp)
{
    const std::string folder = testing::TempDir() + "guard-" + std::to_string(::getpid());
    std::filesystem::create_directories(folder + "/part");
    RunningGuard guard({-1, "guard-test-5", {}, {folder, folder + "/part"}, {}, {}, {"sh", "-c", "setsid sleep 1000 & sleep 1000"}});
    EXPECT_THAT(guard.hear(), StartsWith("P "));
    EXPECT_EQ(guard.hangUp(), 0);
    EXPECT_FALSE(std::filesystem::exists(folder));
    EXPECT_THAT(processesMarked("guard-test-5"), IsEmpty());
}

} // namespace
} // namespace tierscope::core
