// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/experiment/Preset.h"

#include "core/base/CpuTopology.h"
#include "core/base/Text.h"
#include "core/experiment/DurationEstimate.h"
#include "core/tier/TierCatalogue.h"
#include "core/workload/Kernels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>
#include <fmt/format.h>

namespace tierscope::core {

namespace {

constexpr std::array<Preset, 5> kPresets{{
    {kQuickLook, "Quick look", "A short loop at eight memory tiers, sized so that the whole takes about half a minute on this computer"},
    {"reference-cpp", "Reference experiment, C++", "10 tasks of a 10,000,000-iteration loop, compiled"},
    {"reference-python", "Reference experiment, Python", "10 tasks of a 10,000,000-iteration loop, as published in 2021"},
    {"command", "My command", "Any program, started once a task"},
    {"python", "My Python function", "Any function of a module of yours, called once a task"},
}};

constexpr std::uint64_t kReferenceIterations = 10'000'000;
constexpr double kQuickLookSeconds = 30;
/// What one run costs beside its tasks: a runner, a sandbox, a row on disk.
constexpr double kRunOverheadSeconds = 0.05;

ExperimentSpec articleSpec(Workload workload, int repeats)
{
    ExperimentSpec spec;
    spec.workload = std::move(workload);
    spec.tiers.assign(articleTiers().begin(), articleTiers().end());
    spec.repeats = repeats;
    return spec;
}

Workload busyLoop(std::uint64_t iterations)
{
    return KernelWorkload{"busy-loop", {{"iterations", iterations}}};
}

double threadCpuSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// CPU seconds of one iteration, from the fastest of a few short rounds: CPU time does not see other programs, but a CPU that wakes up is
/// slow.
double busyLoopIterationSeconds()
{
    constexpr int kRounds = 5;
    constexpr double kLongEnough = 0.01;
    std::uint64_t iterations = 100'000;
    double best = HUGE_VAL;
    for (int round = 0; round < kRounds;) {
        const auto kernel = prepareKernel(KernelWorkload{"busy-loop", {{"iterations", iterations}}});
        if (!kernel)
            break;
        const double start = threadCpuSeconds();
        static_cast<void>(kernel->run());
        const double seconds = threadCpuSeconds() - start;
        if (seconds < kLongEnough) {
            iterations *= 2;
            continue;
        }
        best = std::min(best, seconds / static_cast<double>(iterations));
        ++round;
    }
    return best;
}

double sweepSeconds(const ExperimentSpec& spec, double taskSeconds)
{
    const int cpus = static_cast<int>(usableCpus().size());
    double total = 0;
    for (const PlannedRun& run : makePlan(spec, cpus))
        total += kRunOverheadSeconds + estimateRunSeconds(TaskCalibration{taskSeconds, taskSeconds, 0}, run, spec.tasks, cpus);
    return total;
}

/// Two figures are as true as a timing is, and read better in a form.
std::uint64_t roundToTwoFigures(double number)
{
    const double scale = std::pow(10.0, std::max(0.0, std::floor(std::log10(number)) - 1));
    return static_cast<std::uint64_t>(std::llround(number / scale) * std::llround(scale));
}

std::uint64_t quickLookIterations()
{
    const ExperimentSpec spec = articleSpec(busyLoop(1), 1);
    // The estimate is linear in a task's CPU time but for the overhead.
    const double overhead = sweepSeconds(spec, 0);
    const double taskSeconds = (kQuickLookSeconds - overhead) / (sweepSeconds(spec, 1) - overhead);
    const KernelParameter& range = findKernel("busy-loop")->parameters.front();
    return std::clamp(roundToTwoFigures(std::max(1.0, taskSeconds / busyLoopIterationSeconds())), range.minimum, range.maximum);
}

} // namespace

std::span<const Preset> presets()
{
    return kPresets;
}

Result<ExperimentSpec> presetSpec(std::string_view id)
{
    if (id == kQuickLook) {
        // Once a process: the computer stays the same, and the second time it should not cost 0.1 s.
        static const std::uint64_t iterations = quickLookIterations();
        return articleSpec(busyLoop(iterations), 1);
    }
    if (id == "reference-cpp")
        return articleSpec(busyLoop(kReferenceIterations), 3);
    if (id == "reference-python")
        return articleSpec(PythonWorkload{"tierscope_workloads", "busy_loop", fmt::format("[{}]", kReferenceIterations), {}}, 1);
    if (id == "command")
        return articleSpec(CommandWorkload{}, 1);
    if (id == "python")
        return articleSpec(PythonWorkload{}, 1);
    std::vector<std::string_view> ids;
    for (const Preset& preset : presets())
        ids.push_back(preset.id);
    return fail(ErrorCode::NotFound, fmt::format("there is no preset {}", inQuotes(id)),
                fmt::format("Take one of {}", fmt::join(ids, ", ")));
}

} // namespace tierscope::core
