// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/workload/Kernels.h"

#include "core/base/Clock.h"

#include <chrono>
#include <csignal>
#include <cstdint>
#include <gtest/gtest.h>
#include <limits>
#include <map>
#include <new>
#include <set>
#include <string>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kHasSanitizer = true;
#else
constexpr bool kHasSanitizer = false;
#endif

namespace tierscope::core {
namespace {

using Parameters = std::map<std::string, std::uint64_t>;

std::uint64_t checksum(const std::string& name, const Parameters& parameters)
{
    const Result<PreparedKernel> prepared = prepareKernel({name, parameters});
    EXPECT_TRUE(prepared) << prepared.error().sentence();
    return prepared ? prepared->run() : 0;
}

std::string fault(const std::string& name, const Parameters& parameters)
{
    const Result<PreparedKernel> prepared = prepareKernel({name, parameters});
    return prepared ? std::string{} : prepared.error().sentence();
}

struct PinnedChecksum {
    std::string kernel;
    Parameters parameters;
    std::uint64_t checksum;
};

class ChecksumTest : public testing::TestWithParam<PinnedChecksum> {};

TEST_P(ChecksumTest, IsTheOneThatPythonGets)
{
    EXPECT_EQ(checksum(GetParam().kernel, GetParam().parameters), GetParam().checksum);
}

// Worked out apart from this code, with Python's whole numbers, hashlib and the known counts of primes.
INSTANTIATE_TEST_SUITE_P(
    Pinned, ChecksumTest,
    testing::Values(PinnedChecksum{"noop", {}, 0}, PinnedChecksum{"busy-loop", {{"iterations", 1}}, 0},
                    PinnedChecksum{"busy-loop", {{"iterations", 2}}, 1},
                    PinnedChecksum{"busy-loop", {{"iterations", 1000}}, 16446656162735904812U},
                    PinnedChecksum{"busy-loop", {}, 14469585335608456384U}, PinnedChecksum{"prime-sieve", {{"limit", 1}}, 0},
                    PinnedChecksum{"prime-sieve", {{"limit", 2}}, 1}, PinnedChecksum{"prime-sieve", {{"limit", 3}}, 2},
                    PinnedChecksum{"prime-sieve", {{"limit", 4}}, 2}, PinnedChecksum{"prime-sieve", {{"limit", 9}}, 4},
                    PinnedChecksum{"prime-sieve", {{"limit", 100}}, 25}, PinnedChecksum{"prime-sieve", {{"limit", 65536}}, 6542},
                    PinnedChecksum{"prime-sieve", {{"limit", 65537}}, 6543}, PinnedChecksum{"prime-sieve", {{"limit", 65538}}, 6543},
                    PinnedChecksum{"prime-sieve", {{"limit", 65539}}, 6544}, PinnedChecksum{"prime-sieve", {{"limit", 131073}}, 12251},
                    PinnedChecksum{"prime-sieve", {{"limit", 1'000'000}}, 78498}, PinnedChecksum{"prime-sieve", {}, 664579},
                    PinnedChecksum{"sha256", {{"rounds", 1}}, 17700832373872664624U},
                    PinnedChecksum{"sha256", {{"rounds", 2}}, 8792436001797300124U},
                    PinnedChecksum{"sha256", {{"rounds", 1000}}, 7209930925575842729U},
                    PinnedChecksum{"matrix-multiply", {{"size", 1}}, 6364136233535987268U},
                    PinnedChecksum{"matrix-multiply", {{"size", 2}}, 8092181248999570543U},
                    PinnedChecksum{"matrix-multiply", {{"size", 33}}, 9701007800184293643U},
                    PinnedChecksum{"matrix-multiply", {{"size", 64}}, 3937963857861107080U},
                    PinnedChecksum{"memory-walk", {{"mb", 1}}, 8788805633524621312U},
                    PinnedChecksum{"memory-walk", {{"mb", 1}, {"passes", 3}}, 3644214793051754496U},
                    PinnedChecksum{"memory-walk", {{"mb", 4}, {"passes", 2}}, 4312267501021954048U},
                    PinnedChecksum{"sleep", {{"ms", 0}}, 0}, PinnedChecksum{"sleep", {{"ms", 3}}, 3}));

TEST(Kernels, CatalogueCanBeMeant)
{
    std::set<std::string_view> names;
    for (const Kernel& kernel : kernelCatalogue()) {
        EXPECT_TRUE(names.insert(kernel.name).second) << kernel.name;
        EXPECT_EQ(findKernel(kernel.name), &kernel);
        EXPECT_FALSE(kernel.summary.empty());
        EXPECT_LE(kernel.parameters.size(), std::size(PreparedKernel{}.arguments));
        for (const KernelParameter& parameter : kernel.parameters) {
            EXPECT_LE(parameter.minimum, parameter.defaultValue) << parameter.name;
            EXPECT_LE(parameter.defaultValue, parameter.maximum) << parameter.name;
            EXPECT_LE(parameter.maximum, std::uint64_t{std::numeric_limits<std::int64_t>::max()}) << parameter.name;
        }
    }
    const std::set<std::string_view> expected = {"noop", "busy-loop", "prime-sieve", "sha256", "matrix-multiply", "memory-walk", "sleep"};
    EXPECT_EQ(names, expected);
    EXPECT_EQ(findKernel("busyloop"), nullptr);
}

TEST(Kernels, TakeTheirDefaultsAndWhatIsGiven)
{
    const Result<PreparedKernel> prepared = prepareKernel({"memory-walk", {{"passes", 7}}});
    ASSERT_TRUE(prepared);
    EXPECT_EQ(prepared->arguments[0], 64U);
    EXPECT_EQ(prepared->arguments[1], 7U);
}

TEST(Kernels, NameWhatCannotBeMeant)
{
    EXPECT_EQ(fault("busyloop", {}),
              "there is no kernel \"busyloop\". Kernels are noop, busy-loop, prime-sieve, sha256, matrix-multiply, memory-walk, sleep.");
    EXPECT_EQ(fault("noop", {{"x", 1}}), "noop has no parameter \"x\". noop takes no parameters.");
    EXPECT_EQ(fault("memory-walk", {{"gb", 1}}), "memory-walk has no parameter \"gb\". Parameters of memory-walk are mb, passes.");
    EXPECT_EQ(fault("busy-loop", {{"iterations", 0}}),
              "\"iterations\" of busy-loop is 0. Give a whole number from 1 to 1,000,000,000,000.");
    EXPECT_EQ(fault("matrix-multiply", {{"size", 4097}}), "\"size\" of matrix-multiply is 4,097. Give a whole number from 1 to 4,096.");
    EXPECT_EQ(fault("memory-walk", {{"mb", 10241}}), "\"mb\" of memory-walk is 10,241. Give a whole number from 1 to 10,240.");
    EXPECT_EQ(fault("sleep", {{"ms", 900'001}}), "\"ms\" of sleep is 900,001. Give a whole number from 0 to 900,000.");
}

TEST(Kernels, EndsOfEachRangeAreGood)
{
    for (const Kernel& kernel : kernelCatalogue()) {
        for (const KernelParameter& parameter : kernel.parameters) {
            const std::string name(parameter.name);
            EXPECT_EQ(fault(std::string(kernel.name), {{name, parameter.minimum}}), "");
            EXPECT_EQ(fault(std::string(kernel.name), {{name, parameter.maximum}}), "");
            EXPECT_NE(fault(std::string(kernel.name), {{name, parameter.maximum + 1}}), "");
        }
    }
}

TEST(Kernels, SleepIsNotCutShortBySignals)
{
    struct sigaction action {};
    action.sa_handler = [](int) {};
    struct sigaction before {};
    ASSERT_EQ(sigaction(SIGALRM, &action, &before), 0);
    const itimerval every{{0, 2000}, {0, 2000}};
    ASSERT_EQ(setitimer(ITIMER_REAL, &every, nullptr), 0);

    const Nanoseconds start = monotonicNow();
    EXPECT_EQ(checksum("sleep", {{"ms", 50}}), 50U);
    EXPECT_GE(monotonicNow() - start, std::chrono::milliseconds(50));

    const itimerval never{};
    setitimer(ITIMER_REAL, &never, nullptr);
    sigaction(SIGALRM, &before, nullptr);
}

/// Runs the function in a child and returns its exit status, or -1 when a signal ended it.
template <typename Function>
int exitStatusOf(Function function, rusage& usage)
{
    const pid_t child = fork();
    if (child == 0)
        _exit(function());
    int status = 0;
    EXPECT_EQ(wait4(child, &status, 0, &usage), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(Kernels, MemoryWalkHoldsAllOfItsMemory)
{
    rusage usage{};
    EXPECT_EQ(exitStatusOf([] { return checksum("memory-walk", {{"mb", 96}}) == 0 ? 1 : 0; }, usage), 0);
    EXPECT_GE(usage.ru_maxrss, 96 * 1024);
}

TEST(Kernels, MemoryThatCannotBeHadThrows)
{
    if (kHasSanitizer)
        GTEST_SKIP() << "sanitizers need more address space than this test leaves";
    rusage usage{};
    const auto walk = [] {
        const rlimit limit{rlim_t{1} << 30, rlim_t{1} << 30};
        setrlimit(RLIMIT_AS, &limit);
        try {
            checksum("memory-walk", {{"mb", 10240}});
        } catch (const std::bad_alloc&) {
            return 42;
        }
        return 0;
    };
    EXPECT_EQ(exitStatusOf(walk, usage), 42);
}

} // namespace
} // namespace tierscope::core
