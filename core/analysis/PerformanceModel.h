// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/Observation.h"

#include <array>
#include <cstdint>

namespace tierscope::core {

/// The physics of one workload on Lambda: what a run's time is made of. Each number is a property of the work or of the scheduler that ran
/// it, none of a tier. A plain value.
///
/// The law: a function may use `memory / vcpuMemoryMb` CPU seconds a second, handed out by CFS bandwidth control in periods of 20 ms
/// (kernel documentation, scheduler/sched-bwc); a process is never on more than one vCPU, and no more run at once than are visible.
struct PerformanceModel {
    /// CPU seconds of one task that has its vCPU to itself. Above 0.
    double taskCpuSeconds = 0;
    /// CPU seconds it takes to start (and end) one process of parallel and pool runs, out of the same quota. Sequential runs start none.
    double startCpuSeconds = 0;
    /// The part of startCpuSeconds that the parent spends, one process after the other (fork, bookkeeping); the child spends the rest.
    /// 0..1.
    double startSerialFraction = 0;
    /// How much longer work takes for each further vCPU that is busy at the same time (visible vCPUs are hyperthreads that share caches and
    /// memory bandwidth): work on b busy vCPUs takes 1 + contention x (b - 1) times its CPU time.
    double contention = 0;
    /// CPUs that the scheduler's parent uses while it waits in a parallel run (a parent that polls; ours does not), out of the quota.
    double pollShare = 0;
    /// Seconds of each task that need no CPU and so do not depend on the tier: waiting for a disk or the network.
    double waitSeconds = 0;
    /// How much of a first period's quota is still unspent when the run begins: that much work runs at full speed before the quota bites.
    /// 1: the run is all that the function does; 0: it goes on from earlier work, as when a mean of many calls is reported. A task shorter
    /// than the first quota is never slowed.
    double firstPeriod = 0;
    /// MB that give one vCPU of credit: 1769 (AWS Lambda developer guide, "Configure Lambda function memory").
    double vcpuMemoryMb = 1769;
    bool operator==(const PerformanceModel&) const = default;
};

/// The parameters by name, for whatever treats them alike: fitting, reports, JSON.
enum class ModelParameter : std::uint8_t {
    TaskCpuSeconds,
    StartCpuSeconds,
    StartSerialFraction,
    Contention,
    PollShare,
    WaitSeconds,
    FirstPeriod,
    VcpuMemoryMb,
};
inline constexpr std::size_t kModelParameterCount = 8;
/// "task_cpu_seconds": its key in JSON.
[[nodiscard]] const char* modelParameterName(ModelParameter parameter);
[[nodiscard]] double& parameterOf(PerformanceModel& model, ModelParameter parameter);
[[nodiscard]] double parameterOf(const PerformanceModel& model, ModelParameter parameter);

/// CPU time per wall time that the model gives a condition; an unlimited run has its vCPUs.
[[nodiscard]] double modelShare(const PerformanceModel& model, const RunCondition& condition);

/// Seconds from before the first task starts until the last has ended: a discrete-event simulation of the capped scheduler (a parent that
/// starts processes one by one, at most `cap` alive, refilled in order) whose processes share the quota equally. The whole of a run that is
/// limited by its quota is fluid; only its first period is not. Pure. Takes about 30 ns a task; beyond a thousand tasks the steady state is
/// carried forward.
[[nodiscard]] double predictSeconds(const PerformanceModel& model, const RunCondition& condition);

} // namespace tierscope::core
