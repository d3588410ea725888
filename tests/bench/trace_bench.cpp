// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT

// What it costs to look at a run's CPU time while it runs: CPU time of this process, whose only work is the sandbox's control thread, per
// wall time, with processes that keep every CPU busy in the sandbox. Usage: trace_bench [seconds]. Exit status 1 over the budget of 0.5 %
// of one CPU for the looks alone (a run without a limit, of which nothing else is done). The rows with a limit have the correction of the
// quota in them, and the duty cycle all its stopping and continuing.

#include "core/base/CpuTopology.h"
#include "core/base/UniqueFd.h"
#include "core/tier/CgroupFiles.h"
#include "core/tier/Sandbox.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

using namespace tierscope::core;

constexpr double kBudgetPercent = 0.5;

double processCpuSeconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

[[noreturn]] void spin()
{
    volatile unsigned value = 0;
    while (true)
        value = value * 3 + 1;
}

/// A process in the sandbox with one child for each further CPU; they die with this program.
pid_t startWork(const SandboxPlacement& placement, std::size_t processes)
{
    const pid_t first = ::fork();
    if (first != 0)
        return first;
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (const std::string& file : placement.joinFiles)
        static_cast<void>(writeControlFile(file, "0"));
    for (std::size_t i = 1; i < processes; ++i) {
        if (::fork() == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            spin();
        }
    }
    spin();
}

/// Percent of one CPU; negative when there is no such sandbox here.
double measure(LimiterKind kind, MemoryMb memory, int seconds)
{
    const std::size_t cpus = usableCpus().size();
    auto sandbox = createSandbox(kind, tierLimits(memory, static_cast<int>(cpus)), static_cast<int>(cpus), nextRunMark());
    if (!sandbox)
        return -1;
    const pid_t work = startWork((*sandbox)->placement(), cpus);
    (*sandbox)->begin(work);
    const double before = processCpuSeconds();
    const Nanoseconds start = monotonicNow();
    ::poll(nullptr, 0, seconds * 1000);
    const double wall = std::chrono::duration<double>(monotonicNow() - start).count();
    const double percent = 100 * (processCpuSeconds() - before) / wall;
    ::kill(-work, SIGKILL);
    while (::waitpid(-work, nullptr, 0) > 0) {
    }
    const SandboxUsage usage = (*sandbox)->finish();
    std::printf("%-12s %6d MB: %.3f %% of one CPU, %zu points in %.1f s, one every %.1f ms; the run used %.2f s and was throttled %.2f s\n",
                limiterName(kind), memory.value, percent, usage.trace.size(), wall, 1000 * wall / static_cast<double>(usage.trace.size()),
                std::chrono::duration<double>(usage.cpuTime).count(), std::chrono::duration<double>(usage.throttled).count());
    return percent;
}

} // namespace

int main(int argc, char** argv)
{
    const int seconds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 10;
    double worst = 0;
    for (const LimiterCandidate& candidate : chooseLimiter().candidates) {
        if (!candidate.usable)
            continue;
        worst = std::max(worst, measure(candidate.kind, kUnlimitedTier, seconds));
        static_cast<void>(measure(candidate.kind, MemoryMb{1024}, seconds));
    }
    std::printf("looks alone: %.3f %% of one CPU, budget %.1f %%\n", worst, kBudgetPercent);
    return worst <= kBudgetPercent ? 0 : 1;
}
