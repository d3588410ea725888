// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/tier/Sandbox.h"

#include "core/base/UniqueFd.h"
#include "core/tier/CgroupFiles.h"
#include "core/tier/CgroupSandbox.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

namespace tierscope::core {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::SizeIs;

/// A folder that takes the place of a cgroup v2 mount: the kernel's files appear in it when a group is made.
class FolderSandbox : public testing::Test {
protected:
    void SetUp() override
    {
        m_root = testing::TempDir() + "cgroup-" + std::to_string(::getpid());
        fs::create_directories(m_root);
    }
    void TearDown() override { fs::remove_all(m_root); }
    std::string m_root;
};

/// cgroup v2 whose files are ordinary ones, made with the group as the kernel does.
class FolderDialect final : public CgroupDialect {
public:
    explicit FolderDialect(const std::string& root)
        : m_root(root)
        , m_real(cgroupV2Below(root))
    {}
    Result<void> make(const std::string& mark, int slots, CgroupLayout& layout) override
    {
        layout.whole = m_root + "/" + mark;
        std::vector<std::string> folders{layout.whole};
        if (slots > 0) {
            folders.push_back(layout.whole + "/main");
            layout.slotProcsTemplate = layout.whole + "/slot-{slot}/cgroup.procs";
        }
        for (int slot = 0; slot < slots; ++slot)
            folders.push_back(layout.whole + "/slot-" + std::to_string(slot));
        for (const std::string& folder : folders) {
            fs::create_directories(folder);
            for (const char* file : {"cpu.max", "cpu.stat", "memory.max", "memory.swap.max", "memory.events", "cgroup.procs"})
                std::ofstream(folder + "/" + file);
        }
        return {};
    }
    Result<void> setQuota(const std::string& folder, std::chrono::microseconds period,
                          std::optional<std::chrono::microseconds> quota) override
    {
        return m_real->setQuota(folder, period, quota);
    }
    Result<void> setMemory(const std::string& mark, std::int64_t bytes) override { return m_real->setMemory(mark, bytes); }
    CgroupCpuFiles cpuFiles(const std::string& folder) const override { return m_real->cpuFiles(folder); }
    CgroupMemory memory(const std::string& mark) const override { return m_real->memory(mark); }

private:
    std::string m_root;
    std::unique_ptr<CgroupDialect> m_real;
};

TEST_F(FolderSandbox, WritesTheTiersLimits)
{
    auto sandbox = CgroupSandbox::make(std::make_unique<FolderDialect>(m_root), tierLimits(MemoryMb{1024}, 4), 2, "run-1");
    ASSERT_TRUE(sandbox.has_value());
    EXPECT_EQ(*readFile(m_root + "/run-1/cpu.max"), "11577 20000");
    EXPECT_EQ(*readFile(m_root + "/run-1/memory.max"), "1073741824");
    EXPECT_EQ(*readFile(m_root + "/run-1/memory.swap.max"), "0");
    EXPECT_TRUE((*sandbox)->placement().slotProcsTemplate.empty());
    EXPECT_THAT((*sandbox)->placement().cpus.size(), testing::Le(2U));
}

TEST_F(FolderSandbox, GivesEachSlotItsPartOfADilatedTier)
{
    auto sandbox = CgroupSandbox::make(std::make_unique<FolderDialect>(m_root), tierLimits(MemoryMb{10240}, 2), 6, "run-2");
    ASSERT_TRUE(sandbox.has_value());
    EXPECT_EQ(*readFile(m_root + "/run-2/cpu.max"), "115772 60000");
    for (const char* part : {"main", "slot-0", "slot-5"})
        EXPECT_EQ(*readFile(m_root + "/run-2/" + part + "/cpu.max"), "20000 60000") << part;
    EXPECT_EQ((*sandbox)->placement().slotProcsTemplate, m_root + "/run-2/slot-{slot}/cgroup.procs");
}

TEST_F(FolderSandbox, NeverGivesAPartMoreThanTheWhole)
{
    // 2048 MB stretched threefold: the whole run has 0.386 CPUs, a process 0.333. Parts that learnt to ask for much more must still fit.
    for (int round = 0; round < 2; ++round) {
        const std::string mark = "run-6-" + std::to_string(round);
        auto sandbox = CgroupSandbox::make(std::make_unique<FolderDialect>(m_root), tierLimits(MemoryMb{2048}, 2, Dilation{3}), 1, mark);
        ASSERT_TRUE(sandbox.has_value());
        const std::string part = m_root + "/" + mark + "/slot-0";
        EXPECT_LE(std::stol(*readFile(part + "/cpu.max")), std::stol(*readFile(m_root + "/" + mark + "/cpu.max")));
        const auto stat = [&](const char* text) { std::ofstream(part + "/cpu.stat") << text; };
        stat("usage_usec 0\nnr_periods 0\nnr_throttled 0\nthrottled_usec 0\n");
        (*sandbox)->begin(::getpid());
        // Held back in every period and given half of its share: it will ask for up to 1.6 times as much.
        const std::string before = *readFile(part + "/cpu.max");
        stat("usage_usec 100\nnr_periods 100\nnr_throttled 100\nthrottled_usec 100000\n");
        for (int look = 0; look < 20'000 && *readFile(part + "/cpu.max") == before && round == 0; ++look)
            ::poll(nullptr, 0, 1);
        static_cast<void>((*sandbox)->finish());
        EXPECT_LE(std::stol(*readFile(part + "/cpu.max")), std::stol(*readFile(m_root + "/" + mark + "/cpu.max")));
    }
}

TEST_F(FolderSandbox, TellsWhatWasUsedAndWhetherMemoryRanOut)
{
    auto sandbox = CgroupSandbox::make(std::make_unique<FolderDialect>(m_root), tierLimits(MemoryMb{512}, 2), 1, "run-3");
    ASSERT_TRUE(sandbox.has_value());
    std::ofstream(m_root + "/run-3/cpu.stat") << "usage_usec 1000\nnr_periods 1\nnr_throttled 0\nthrottled_usec 0\n";
    (*sandbox)->begin(::getpid());
    std::ofstream(m_root + "/run-3/cpu.stat") << "usage_usec 31000\nnr_periods 11\nnr_throttled 9\nthrottled_usec 170000\n";
    std::ofstream(m_root + "/run-3/memory.events") << "low 0\nhigh 0\nmax 12\noom 1\noom_kill 1\n";
    const SandboxUsage usage = (*sandbox)->finish();
    EXPECT_EQ(usage.cpuTime, std::chrono::milliseconds(30));
    EXPECT_EQ(usage.throttled, std::chrono::milliseconds(170));
    EXPECT_EQ(usage.periods, 10);
    EXPECT_EQ(usage.throttledPeriods, 9);
    EXPECT_TRUE(usage.outOfMemory);
}

TEST_F(FolderSandbox, TakesDownWhatWasUsedMeanwhile)
{
    constexpr std::chrono::seconds kPatience{30};
    for (const MemoryMb memory : {MemoryMb{512}, kUnlimitedTier}) {
        CpuTrace trace;
        const Nanoseconds before = monotonicNow();
        // A look comes after an interval, and later than that on a loaded computer.
        for (Nanoseconds wait = 2 * kCpuTraceInterval; trace.size() < 3 && wait < kPatience; wait *= 2) {
            const std::string mark = "run-7-" + std::to_string(memory.value);
            auto sandbox = CgroupSandbox::make(std::make_unique<FolderDialect>(m_root), tierLimits(memory, 2), 1, mark);
            ASSERT_TRUE(sandbox.has_value());
            const std::string stat = m_root + "/" + mark + "/cpu.stat";
            std::ofstream(stat) << "usage_usec 5000\nnr_periods 1\nnr_throttled 0\nthrottled_usec 100\n";
            (*sandbox)->begin(::getpid());
            std::ofstream(stat) << "usage_usec 12000\nnr_periods 3\nnr_throttled 2\nthrottled_usec 20100\n";
            for (const Nanoseconds until = monotonicNow() + wait; monotonicNow() < until;)
                ::poll(nullptr, 0, 1);
            trace = (*sandbox)->finish().trace;
        }
        ASSERT_GE(trace.size(), 3U) << "begin, at least one look and the end";
        EXPECT_GE(trace.front().at, before);
        EXPECT_EQ(trace.front().used, Nanoseconds(0));
        EXPECT_EQ(trace[trace.size() - 2].used, std::chrono::milliseconds(7)) << "it was seen before the end";
        EXPECT_EQ(trace.back().used, std::chrono::milliseconds(7));
        EXPECT_EQ(trace.back().throttled, std::chrono::milliseconds(20));
        EXPECT_LE(trace.back().at, monotonicNow());
        EXPECT_TRUE(std::ranges::is_sorted(trace, std::less_equal{}, &CpuTracePoint::at));
    }
}

TEST_F(FolderSandbox, LiftsTheLimitOfACancelledRun)
{
    auto sandbox = CgroupSandbox::make(std::make_unique<FolderDialect>(m_root), tierLimits(MemoryMb{10240}, 2), 2, "run-4");
    ASSERT_TRUE(sandbox.has_value());
    (*sandbox)->begin(::getpid());
    (*sandbox)->release();
    EXPECT_THAT(*readFile(m_root + "/run-4/cpu.max"), HasSubstr("max"));
    EXPECT_THAT(*readFile(m_root + "/run-4/slot-1/cpu.max"), HasSubstr("max"));
}

TEST_F(FolderSandbox, SaysWhichGroupCannotBeMade)
{
    const auto sandbox = CgroupSandbox::make(cgroupV2Below("/nonexistent"), tierLimits(MemoryMb{512}, 2), 1, "run-5");
    ASSERT_FALSE(sandbox.has_value());
    EXPECT_THAT(sandbox.error().message, HasSubstr("cannot make the cgroup /nonexistent/run-5: No such file or directory"));
    EXPECT_FALSE(sandbox.error().remedy.empty());
}

TEST(LimiterChoice, NamesEveryWayWithItsReasonAndHasOneThatAlwaysWorks)
{
    const LimiterChoice choice = chooseLimiter();
    ASSERT_THAT(choice.candidates, SizeIs(4));
    EXPECT_EQ(choice.candidates.back().kind, LimiterKind::DutyCycle);
    EXPECT_TRUE(choice.candidates.back().usable);
    for (const LimiterCandidate& candidate : choice.candidates) {
        EXPECT_FALSE(candidate.reason.empty()) << limiterName(candidate.kind);
        EXPECT_TRUE(candidate.usable || !candidate.remedy.empty()) << limiterName(candidate.kind);
    }
}

/// The kernel's own hierarchy, where this user may write to it.
class RealCgroup : public testing::TestWithParam<LimiterKind> {
protected:
    void SetUp() override
    {
        const LimiterChoice choice = chooseLimiter();
        const auto usable = [&](const LimiterCandidate& candidate) { return candidate.kind == GetParam() && candidate.usable; };
        if (std::ranges::none_of(choice.candidates, usable))
            GTEST_SKIP() << limiterName(GetParam()) << " is not to be had here";
    }
};
INSTANTIATE_TEST_SUITE_P(Sandbox, RealCgroup, testing::Values(LimiterKind::CgroupV1, LimiterKind::CgroupV2),
                         [](const auto& kind) { return kind.param == LimiterKind::CgroupV1 ? "v1" : "v2"; });

TEST_P(RealCgroup, MakesAndRemovesItsGroups)
{
    const std::string mark = nextRunMark();
    std::vector<std::string> folders;
    {
        auto sandbox = createSandbox(GetParam(), tierLimits(MemoryMb{10240}, 1), 3, mark);
        ASSERT_TRUE(sandbox.has_value()) << sandbox.error().sentence();
        folders = (*sandbox)->placement().removeFolders;
        ASSERT_FALSE(folders.empty());
        for (const std::string& folder : folders)
            EXPECT_TRUE(fs::exists(folder)) << folder;
    }
    for (const std::string& folder : folders)
        EXPECT_FALSE(fs::exists(folder)) << folder;
}

TEST_P(RealCgroup, SweepsWhatADeadProcessLeft)
{
    // A child makes the groups and is gone without a chance to remove them.
    auto pipe = makePipe();
    ASSERT_TRUE(pipe.has_value());
    const pid_t child = ::fork();
    if (child == 0) {
        auto sandbox = createSandbox(GetParam(), tierLimits(MemoryMb{10240}, 1), 1, nextRunMark());
        std::string folders;
        for (const std::string& folder : sandbox ? (*sandbox)->placement().removeFolders : std::vector<std::string>())
            folders += folder + "\n";
        static_cast<void>(writeAll(pipe->writeEnd.get(), folders));
        ::_exit(0);
    }
    pipe->writeEnd.reset();
    ASSERT_EQ(::waitpid(child, nullptr, 0), child);
    std::array<char, 4096> text{};
    const ssize_t count = ::read(pipe->readEnd.get(), text.data(), text.size());
    ASSERT_GT(count, 0);
    std::istringstream folders(std::string(text.data(), static_cast<std::size_t>(count)));

    // Another test's sweep may be quicker: what counts is that they are gone.
    static_cast<void>(sweepStaleSandboxes());
    for (std::string folder; std::getline(folders, folder);)
        EXPECT_FALSE(fs::exists(folder)) << folder;
}

} // namespace
} // namespace tierscope::core
