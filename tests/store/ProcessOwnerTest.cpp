// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/store/ProcessOwner.h"

#include <csignal>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tierscope::core {
namespace {

TEST(ProcessOwnerTest, ThisProcessIsAlive)
{
    const ProcessOwner owner = currentProcess();
    EXPECT_EQ(owner.pid, getpid());
    EXPECT_GT(owner.started, 0);
    EXPECT_FALSE(owner.bootId.empty());
    EXPECT_EQ(currentProcess(), owner);
    EXPECT_TRUE(isAlive(owner));
}

TEST(ProcessOwnerTest, AnotherProcessOfTheSameIdIsNotTheOwner)
{
    ProcessOwner owner = currentProcess();
    ++owner.started;
    EXPECT_FALSE(isAlive(owner));
    owner = currentProcess();
    owner.bootId = "another start of the computer";
    EXPECT_FALSE(isAlive(owner));
    EXPECT_FALSE(isAlive(ProcessOwner{}));
}

TEST(ProcessOwnerTest, AKilledProcessIsDeadBeforeItsParentHasLooked)
{
    int ready[2];
    ASSERT_EQ(pipe(ready), 0);
    const pid_t child = fork();
    if (child == 0) {
        const ProcessOwner self = currentProcess();
        static_cast<void>(!write(ready[1], &self.started, sizeof self.started));
        pause();
        _exit(0);
    }
    ProcessOwner owner = currentProcess();
    owner.pid = child;
    ASSERT_EQ(read(ready[0], &owner.started, sizeof owner.started), static_cast<ssize_t>(sizeof owner.started));
    EXPECT_TRUE(isAlive(owner));
    kill(child, SIGKILL);
    siginfo_t ended{};
    waitid(P_PID, static_cast<id_t>(child), &ended, WEXITED | WNOWAIT);
    EXPECT_FALSE(isAlive(owner)) << "it is a zombie";
    waitpid(child, nullptr, 0);
    EXPECT_FALSE(isAlive(owner));
    close(ready[0]);
    close(ready[1]);
}

} // namespace
} // namespace tierscope::core
