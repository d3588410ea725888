// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT

// How true the emulation is: wall x share / CPU time for runs of at least one CPU-second at each tier, dilated against plain, and six vCPUs
// on this computer against the ideal makespan. Usage: fidelity_bench [cgroup-v1|cgroup-v2|cgroup-v2-user|duty-cycle] [rounds]

#include "core/analysis/Statistics.h"
#include "core/backend/LocalBackend.h"
#include "core/base/CpuTopology.h"
#include "core/tier/TierCatalogue.h"
#include "core/workload/Kernels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

using namespace tierscope::core;

constexpr std::array kTiers{128, 256, 512, 1024, 1769, 2048, 3008};

LocalBackendOptions g_options;

/// Iterations of the busy loop that take this many CPU seconds here.
std::uint64_t iterationsFor(double cpuSeconds)
{
    constexpr std::uint64_t kTrial = 100'000'000;
    const auto kernel = prepareKernel({"busy-loop", {{"iterations", kTrial}}});
    const Nanoseconds start = monotonicNow();
    static_cast<void>(kernel->run());
    const double seconds = std::chrono::duration<double>(monotonicNow() - start).count();
    return static_cast<std::uint64_t>(static_cast<double>(kTrial) * cpuSeconds / seconds);
}

double cpuSeconds(const Sample& sample)
{
    double sum = 0;
    for (const TaskRecord& task : sample.tasks)
        sum += static_cast<double>(task.userUs + task.systemUs) / 1e6;
    return sum;
}

std::vector<double> taskSeconds(const Sample& sample)
{
    std::vector<double> seconds;
    for (const TaskRecord& task : sample.tasks)
        seconds.push_back(static_cast<double>(task.userUs + task.systemUs) / 1e6);
    return seconds;
}

Sample measure(MemoryMb memory, ScheduleMode mode, int cap, int tasks, std::uint64_t iterations, Dilation dilation = {})
{
    ExperimentSpec spec;
    spec.workload = KernelWorkload{"busy-loop", {{"iterations", iterations}}};
    spec.tasks = tasks;
    LocalBackendOptions options = g_options;
    options.forcedDilation = dilation;
    LocalBackend backend(options);
    const auto ready = backend.prepare(spec, [](const RunEvent&) {}, {});
    PlannedRun run;
    run.memory = memory;
    run.mode = mode;
    run.cap = cap;
    auto sample = ready ? backend.run(run, [](const RunEvent&) {}, {}) : Result<Sample>(fail(ready.error()));
    if (!sample || !sample->ok) {
        std::fprintf(stderr, "%s\n", sample ? sample->error.c_str() : sample.error().sentence().c_str());
        std::exit(1);
    }
    return *sample;
}

double percent(double ratio)
{
    return (ratio - 1) * 100;
}

void tiers(int rounds)
{
    std::printf("wall x share / CPU - 1, in percent, %d rounds (single figures, then the mean of their absolute values)\n", rounds);
    double sum = 0;
    double worst = 0;
    for (const int tier : kTiers) {
        const MemoryMb memory{tier};
        const double share = creditShare(memory).value;
        const bool parallel = share > 1;
        // At least one CPU-second, and long enough for a start and an end of 10 ms to be small.
        const double total = std::max(1.2, 1.2 * share);
        const int tasks = parallel ? 2 : 1;
        std::printf("  %5d MB %-10s", tier, parallel ? "parallel" : "sequential");
        double tierSum = 0;
        for (int round = 0; round < rounds; ++round) {
            const Sample sample =
                measure(memory, parallel ? ScheduleMode::Parallel : ScheduleMode::Sequential, 2, tasks, iterationsFor(total / tasks));
            const double error = percent(sample.wallSeconds * share / cpuSeconds(sample));
            std::printf(" %+6.2f", error);
            std::fflush(stdout);
            tierSum += std::abs(error);
            worst = std::max(worst, std::abs(error));
        }
        std::printf("   %5.2f\n", tierSum / rounds);
        sum += tierSum / rounds;
    }
    std::printf("  mean %.2f %%, worst %.2f %%\n", sum / static_cast<double>(kTiers.size()), worst);
}

void dilation(int rounds)
{
    std::vector<double> plain;
    std::vector<double> dilated;
    const std::uint64_t iterations = iterationsFor(0.2);
    for (int round = 0; round < rounds; ++round) {
        plain.push_back(measure(MemoryMb{2048}, ScheduleMode::Parallel, 2, 10, iterations).wallSeconds);
        dilated.push_back(measure(MemoryMb{2048}, ScheduleMode::Parallel, 2, 10, iterations, Dilation{3}).wallSeconds);
    }
    std::printf("2048 MB dilated (k = 3) against plain: median %.4f s against %.4f s, %+.2f %%\n", median(dilated), median(plain),
                percent(median(dilated) / median(plain)));
}

void sixVcpus(int rounds)
{
    std::vector<double> ratios;
    const std::uint64_t iterations = iterationsFor(0.2);
    for (int round = 0; round < rounds; ++round) {
        const Sample sample = measure(MemoryMb{10240}, ScheduleMode::Parallel, 6, 12, iterations);
        ratios.push_back(sample.wallSeconds / idealMakespan(taskSeconds(sample), 6, creditShare(MemoryMb{10240})));
    }
    std::printf("10240 MB, 12 tasks of 0.2 CPU-seconds in 6 processes, against the ideal makespan: median %+.2f %%\n",
                percent(median(ratios)));
}

void plainMakespan(int rounds)
{
    std::vector<double> ratios;
    const std::uint64_t iterations = iterationsFor(0.2);
    for (int round = 0; round < rounds; ++round) {
        const Sample sample = measure(kUnlimitedTier, ScheduleMode::Parallel, 2, 10, iterations);
        ratios.push_back(sample.wallSeconds / idealMakespan(taskSeconds(sample), 2, CpuShare{2}));
    }
    std::printf("unlimited, 10 tasks of 0.2 CPU-seconds, cap 2, against the ideal makespan: median %+.2f %%\n", percent(median(ratios)));
}

} // namespace

int main(int argc, char** argv)
{
    if (argc > 1)
        ::setenv("TIERSCOPE_LIMITER", argv[1], 1);
    const int rounds = argc > 2 ? std::max(1, std::atoi(argv[2])) : 3;
    g_options.limiter = chooseLimiter().kind;
    std::printf("limiter: %s, %zu usable CPUs\n", limiterName(*g_options.limiter), usableCpus().size());
    plainMakespan(rounds);
    tiers(rounds);
    dilation(rounds);
    sixVcpus(rounds);
}
