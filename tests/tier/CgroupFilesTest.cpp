// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/tier/CgroupFiles.h"

#include <gtest/gtest.h>
#include <unistd.h>

namespace tierscope::core {
namespace {

TEST(CgroupFiles, FindsBothVersionsSideBySide)
{
    const auto view = parseCgroupView("31 25 0:26 / /sys/fs/cgroup/cpu,cpuacct rw,nosuid - cgroup cgroup rw,cpu,cpuacct\n"
                                      "32 25 0:27 / /sys/fs/cgroup/memory rw shared:9 - cgroup cgroup rw,memory\n"
                                      "33 25 0:28 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw,nsdelegate\n"
                                      "24 1 8:1 / / rw - ext4 /dev/root rw\n",
                                      "4:memory:/user.slice/u\n3:cpu,cpuacct:/\n1:name=systemd:/x\n0::/user.slice/s.scope\n");
    EXPECT_EQ(view.v1("cpu"), "/sys/fs/cgroup/cpu,cpuacct");
    EXPECT_EQ(view.v1("cpuacct"), "/sys/fs/cgroup/cpu,cpuacct");
    EXPECT_EQ(view.v1("memory"), "/sys/fs/cgroup/memory/user.slice/u");
    EXPECT_FALSE(view.v1("pids").has_value());
    EXPECT_EQ(view.v2Mount, "/sys/fs/cgroup/unified");
    EXPECT_EQ(view.v2Folder, "/sys/fs/cgroup/unified/user.slice/s.scope");
}

TEST(CgroupFiles, SeesOnlyTheMountedPartInAContainer)
{
    const auto view = parseCgroupView("31 25 0:26 /docker/abc /sys/fs/cgroup/cpu ro - cgroup cgroup rw,cpu\n"
                                      "33 25 0:28 / /with\\040space rw - cgroup2 cgroup2 rw\n",
                                      "3:cpu:/docker/abc\n0::/\n");
    EXPECT_EQ(view.v1("cpu"), "/sys/fs/cgroup/cpu");
    EXPECT_EQ(view.v2Folder, "/with space");
}

TEST(CgroupFiles, BearsTextThatMakesNoSense)
{
    EXPECT_TRUE(parseCgroupView("", "").v2Mount.empty());
    EXPECT_TRUE(parseCgroupView("a b c - cgroup\n - \n", "::::\nx\n").v1Folders.empty());
}

TEST(CgroupFiles, ReadsStatFiles)
{
    const char* text = "nr_periods 12\nnr_throttled 7\nthrottled_time 1234567890123\n";
    EXPECT_EQ(statValue(text, "nr_periods"), 12);
    EXPECT_EQ(statValue(text, "throttled_time"), 1234567890123);
    EXPECT_FALSE(statValue(text, "nr").has_value());
    EXPECT_FALSE(statValue("", "nr_periods").has_value());
}

TEST(CgroupFiles, TellsAMarkOfALivingProcessFromADeadOnes)
{
    const std::string mine = nextRunMark();
    EXPECT_NE(mine, nextRunMark());
    EXPECT_EQ(markOwnerLives(mine), true);
    const std::string reused = "tierscope-" + std::to_string(::getpid()) + "-1-1";
    EXPECT_EQ(markOwnerLives(reused), false) << "the number lives, the process does not";
    EXPECT_FALSE(markOwnerLives("user.slice").has_value());
    EXPECT_FALSE(markOwnerLives("tierscope-x").has_value());
}

} // namespace
} // namespace tierscope::core
