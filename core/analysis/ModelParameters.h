// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/ModelFit.h"

#include <cmath>

namespace tierscope::core {

/// What is known of a parameter before anything is measured. Where `isLog`, centre and spread are those of its logarithm.
struct ParameterPrior {
    ModelParameter parameter = ModelParameter::TaskCpuSeconds;
    double value = 0;  ///< the default that it is fixed at, and the prior's median
    double spread = 0; ///< standard deviation on the fit's scale
    double least = 0;  ///< bounds, in the parameter's unit
    double most = 0;
    bool isLog = true;

    [[nodiscard]] double toScale(double inUnits) const { return isLog ? std::log(inUnits) : inUnits; }
    [[nodiscard]] double fromScale(double scaled) const { return isLog ? std::exp(scaled) : scaled; }
};

/// The priors of a workload whose task takes about `taskCpuSeconds`.
[[nodiscard]] std::vector<ParameterPrior> parameterPriors(double taskCpuSeconds);

/// All rows of one condition. Their logarithms have this median.
struct PooledObservation {
    RunCondition condition;
    double seconds = 0;
    int count = 0;
    double spread = 0; ///< standard deviation of log seconds by the median absolute deviation; 0 for fewer than three rows
};
/// Ascending by condition.
[[nodiscard]] std::vector<PooledObservation> pool(std::span<const Observation> observations);

/// The law's CPU seconds of a task: the median over the conditions of seconds x usable share / tasks, of sequential ones where there are
/// some.
[[nodiscard]] double guessTaskCpu(std::span<const PooledObservation> pooled);

/// Which parameters these conditions can tell at all, the most telling first, and why not the others. Parameters that a
/// run needs extra evidence for (wait) are not among them.
struct Identifiability {
    std::vector<ModelParameter> free;
    std::vector<FixedParameter> fixed;
};
[[nodiscard]] Identifiability identifiable(std::span<const PooledObservation> pooled, const FitOptions& options,
                                           std::span<const ParameterPrior> priors);

/// How log seconds change with each parameter on the fit's scale, by central differences.
[[nodiscard]] std::vector<double> logSlope(const PerformanceModel& model, const RunCondition& condition,
                                           std::span<const ModelParameter> parameters);

} // namespace tierscope::core
