// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT

// What dispatching costs: time per noop task, parallel and pool with cap 2, against a bare loop of fork and waitpid in the same process,
// taken in turn. Usage: dispatch_bench [rounds]. Not on Google Benchmark: this is linked statically, as the runner is, because what a fork
// costs depends on how much there is to copy.

#include "core/base/Clock.h"
#include "core/scheduler/CappedScheduler.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

using namespace tierscope::core;

constexpr int kTasks = 5000;

double microsecondsPerTask(Nanoseconds since)
{
    return static_cast<double>((monotonicNow() - since).count()) / 1000 / kTasks;
}

double bareFork()
{
    const Nanoseconds start = monotonicNow();
    for (int i = 0; i < kTasks; ++i) {
        const pid_t pid = ::fork();
        if (pid == 0)
            ::_exit(0);
        ::waitpid(pid, nullptr, 0);
    }
    return microsecondsPerTask(start);
}

double scheduled(ScheduleMode mode, double& wakeups)
{
    Schedule request;
    request.body = *prepareKernel({"noop", {}});
    request.tasks = kTasks;
    request.mode = mode;
    request.cap = 2;
    const Nanoseconds start = monotonicNow();
    const auto result = runSchedule(request, {});
    const double time = microsecondsPerTask(start);
    if (!result || !std::ranges::all_of(result->tasks, &TaskRecord::isDone)) {
        std::fprintf(stderr, "a task failed\n");
        std::exit(1);
    }
    wakeups = static_cast<double>(result->wakeups) / kTasks;
    return time;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char** argv)
{
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 9;
    std::vector<double> bare;
    std::vector<double> parallel;
    std::vector<double> pool;
    double parallelWakeups = 0;
    double poolWakeups = 0;
    // In turn, so that a busy moment of the computer falls on all three.
    for (int round = 0; round < rounds; ++round) {
        bare.push_back(bareFork());
        parallel.push_back(scheduled(ScheduleMode::Parallel, parallelWakeups));
        pool.push_back(scheduled(ScheduleMode::Pool, poolWakeups));
        std::printf("round %d: bare fork+waitpid %.1f us, parallel %.1f us, pool %.1f us a task\n", round + 1, bare.back(), parallel.back(),
                    pool.back());
    }
    std::printf(
        "medians: bare fork+waitpid %.1f us; parallel %.1f us, %.2f x, %.2f wake-ups a task; pool %.1f us, %.2f x, %.2f wake-ups a task\n",
        median(bare), median(parallel), median(parallel) / median(bare), parallelWakeups, median(pool), median(pool) / median(bare),
        poolWakeups);
}
