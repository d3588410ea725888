// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT

// What a run of a million tasks takes in the database, and how long it takes to save and to open it. The tasks' times and counters vary in
// all their digits, as measured ones do. Usage: store_bench [tasks] [rounds]. Exit status 1 over 100 MB or 2 s.

#include "core/base/Clock.h"
#include "core/store/ExperimentStore.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <unistd.h>

namespace {

using namespace tierscope::core;

constexpr double kMostMegabytes = 100;
constexpr double kMostSeconds = 2;

double secondsSince(Nanoseconds start)
{
    return std::chrono::duration<double>(monotonicNow() - start).count();
}

/// Short tasks on two slots; one in a thousand fails and says something of its own.
std::vector<TaskRecord> measuredTasks(int count)
{
    std::mt19937_64 random(20260131);
    std::exponential_distribution<double> gap(1.0 / 90'000);
    std::normal_distribution<double> length(170'000, 30'000);
    std::vector<TaskRecord> tasks(static_cast<std::size_t>(count));
    double now = 0;
    for (int index = 0; index < count; ++index) {
        TaskRecord& task = tasks[static_cast<std::size_t>(index)];
        now += gap(random);
        task.index = index;
        task.slot = static_cast<int>(random() % 2);
        task.started = Nanoseconds(static_cast<std::int64_t>(now));
        task.ready = task.started + Nanoseconds(static_cast<std::int64_t>(std::max(length(random) / 3, 10'000.0)));
        task.ended = task.ready + Nanoseconds(static_cast<std::int64_t>(std::max(length(random), 10'000.0)));
        task.userUs = static_cast<std::int64_t>(random() % 400);
        task.systemUs = static_cast<std::int64_t>(random() % 300);
        task.maxRssKb = 1400 + static_cast<std::int64_t>(random() % 8) * 4;
        task.voluntarySwitches = static_cast<std::int64_t>(random() % 3);
        task.involuntarySwitches = static_cast<std::int64_t>(random() % 4);
        task.minorFaults = 60 + static_cast<std::int64_t>(random() % 20);
        task.majorFaults = random() % 500 == 0 ? 1 : 0;
        task.outcome = random() % 1000 == 0 ? TaskOutcome::Failed : TaskOutcome::Done;
        if (!task.isDone()) {
            task.exitCode = 1;
            task.error = "exit code 1: cannot read picture " + std::to_string(index);
        }
    }
    return tasks;
}

} // namespace

int main(int argc, char** argv)
{
    const int tasks = argc > 1 ? std::max(1, std::atoi(argv[1])) : 1'000'000;
    const int rounds = argc > 2 ? std::max(1, std::atoi(argv[2])) : 5;
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / ("tierscope-store-bench-" + std::to_string(::getpid()));
    const std::string path = folder / "experiments.sqlite";
    Sample sample;
    sample.mode = ScheduleMode::Parallel;
    sample.taskCount = tasks;
    sample.tasks = measuredTasks(tasks);
    for (int point = 0; point < 8000; ++point)
        sample.cpuTrace.push_back({std::chrono::milliseconds(20) * point, std::chrono::microseconds(11'573) * point, {}});

    double slowest = 0;
    std::int64_t id = 0;
    {
        auto store = ExperimentStore::open(path);
        id = store ? store->create(ExperimentSpec{}, Host{}, 1).value_or(0) : 0;
        const Nanoseconds start = monotonicNow();
        if (!store || !store->append(id, sample)) {
            std::fprintf(stderr, "the database cannot be written\n");
            return 1;
        }
        std::printf("saved in %.2f s\n", secondsSince(start));
    }
    const double megabytes = static_cast<double>(std::filesystem::file_size(path)) / 1e6;
    for (int round = 0; round < rounds; ++round) {
        const Nanoseconds start = monotonicNow();
        const auto store = ExperimentStore::open(path);
        const auto loaded = store->loadSample(id, 0);
        slowest = std::max(slowest, secondsSince(start));
        if (!loaded || loaded->tasks != sample.tasks || loaded->cpuTrace != sample.cpuTrace) {
            std::fprintf(stderr, "what was read is not what was written\n");
            return 1;
        }
    }
    const Nanoseconds start = monotonicNow();
    static_cast<void>(ExperimentStore::open(path)->load(id, SampleParts::WithoutRecords));
    std::printf("%d tasks: %.1f MB in the database (%.1f bytes a task), opened in %.2f s at most of %d, without its records in %.4f s\n",
                tasks, megabytes, megabytes * 1e6 / tasks, slowest, rounds, secondsSince(start));
    std::filesystem::remove_all(folder);
    return megabytes < kMostMegabytes && slowest < kMostSeconds ? 0 : 1;
}
