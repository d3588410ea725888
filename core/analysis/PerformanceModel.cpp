// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/PerformanceModel.h"

#include "core/analysis/ScheduleSimulation.h"
#include "core/tier/QuotaLaw.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>

namespace tierscope::core {

namespace {

struct ParameterEntry {
    const char* name;
    double PerformanceModel::*member;
};
constexpr std::array<ParameterEntry, kModelParameterCount> kParameters{{
    {"task_cpu_seconds", &PerformanceModel::taskCpuSeconds},
    {"start_cpu_seconds", &PerformanceModel::startCpuSeconds},
    {"start_serial_fraction", &PerformanceModel::startSerialFraction},
    {"contention_per_busy_vcpu", &PerformanceModel::contention},
    {"poll_share", &PerformanceModel::pollShare},
    {"wait_seconds", &PerformanceModel::waitSeconds},
    {"first_period", &PerformanceModel::firstPeriod},
    {"vcpu_memory_mb", &PerformanceModel::vcpuMemoryMb},
}};

/// Runs longer than this are carried forward from their steady state.
constexpr int kSimulatedTasks = 1024;

double simulated(const SchedulePhysics& physics, const RunCondition& condition, int tasks)
{
    return simulateMakespan(physics, condition.mode, std::max(1, condition.cap), tasks);
}

} // namespace

const char* modelParameterName(ModelParameter parameter)
{
    return kParameters.at(static_cast<std::size_t>(parameter)).name;
}

double& parameterOf(PerformanceModel& model, ModelParameter parameter)
{
    return model.*kParameters.at(static_cast<std::size_t>(parameter)).member;
}

double parameterOf(const PerformanceModel& model, ModelParameter parameter)
{
    return model.*kParameters.at(static_cast<std::size_t>(parameter)).member;
}

double modelShare(const PerformanceModel& model, const RunCondition& condition)
{
    const double visible = std::max(1, condition.vcpus);
    if (condition.memory == kUnlimitedTier)
        return visible;
    return std::min(visible, condition.memory.value / model.vcpuMemoryMb);
}

double predictSeconds(const PerformanceModel& model, const RunCondition& condition)
{
    SchedulePhysics physics;
    physics.share = modelShare(model, condition);
    physics.vcpus = std::max(1, condition.vcpus);
    physics.periodSeconds = std::chrono::duration<double>(kLambdaPeriod).count();
    physics.taskCpuSeconds = model.taskCpuSeconds;
    physics.parentStartSeconds = model.startCpuSeconds * model.startSerialFraction;
    physics.childStartSeconds = model.startCpuSeconds * (1 - model.startSerialFraction);
    physics.contention = model.contention;
    physics.pollShare = model.pollShare;
    physics.waitSeconds = model.waitSeconds;
    physics.firstQuotaSeconds = model.firstPeriod * physics.share * physics.periodSeconds;

    // Whole rounds more or less change nothing but the length: what is left over when the last round begins stays the same.
    const int round = condition.mode == ScheduleMode::Sequential ? 1 : std::max(1, condition.cap);
    const int most = std::max(kSimulatedTasks, 4 * round);
    if (condition.tasks <= most + 2 * round)
        return simulated(physics, condition, condition.tasks);
    const int kept = most + (condition.tasks - most) % round;
    const int half = kept - (kept / 2 / round) * round;
    const double late = simulated(physics, condition, kept);
    const double secondsPerTask = (late - simulated(physics, condition, half)) / (kept - half);
    return late + secondsPerTask * (condition.tasks - kept);
}

} // namespace tierscope::core
