// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/PerformanceModel.h"
#include "core/base/Result.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tierscope::core {

struct FitOptions {
    /// Also fits how much memory gives one vCPU, for measurements that may be older than the law of 1769 MB. Needs runs below and above one
    /// vCPU.
    bool fitVcpuSize = false;
};

/// A parameter that the observations cannot tell, and what it was fixed at.
struct FixedParameter {
    ModelParameter parameter = ModelParameter::TaskCpuSeconds;
    double value = 0;
    /// Why, for programs.
    enum class Reason : std::uint8_t {
        ByLaw,            ///< it is not asked for (vCPU size), or a convention that only shifts cost between others
        NoProcesses,      ///< no parallel or pool run was observed
        NeverTwoBusy,     ///< no run kept two vCPUs busy
        NoLowShare,       ///< no parallel runs both well below and above a whole vCPU
        NoShortRun,       ///< no run is so short that a single period matters
        TooFewConditions, ///< fewer distinct conditions than parameters
        NotNeeded,        ///< freeing it explains the observations no better
    };
    Reason reason = Reason::ByLaw;
};
/// One English sentence: "no parallel or pool run is among the observations".
[[nodiscard]] const char* fixedReasonText(FixedParameter::Reason reason);

/// What was observed; outside of it a prediction is an extrapolation.
struct ObservedRange {
    MemoryMb leastMemory;
    MemoryMb mostMemory;
    int mostCap = 1;
    int leastTasks = 1;
    int mostTasks = 1;
    bool hasSequential = false;
    bool hasParallel = false;
    bool hasPool = false;
};

/// One prediction with its 90 % interval for a single further run.
struct Prediction {
    RunCondition condition;
    double seconds = 0;
    double low = 0;
    double high = 0;
    /// In what way the condition is outside the observations; empty when it is not. English, such as "below the observed 512 MB".
    std::vector<std::string> extrapolations;
};

/// A model that was fitted to observations, with what is uncertain about it. A value.
struct FittedModel {
    PerformanceModel model;
    std::vector<FixedParameter> fixed; ///< in ModelParameter's order
    ObservedRange observed;
    int observations = 0; ///< rows
    int conditions = 0;   ///< distinct
    /// Mean absolute relative error over the observations, each against its prediction (MAPE).
    double meanError = 0;
    double worstError = 0;
    /// Standard deviation of one run's log seconds around the model: residuals, repeats and what is expected beforehand, together.
    double residualSd = 0;
    double degreesOfFreedom = 0; ///< behind residualSd
    /// What of the model is uncertain: fitted parameters, and those that are fixed for want of evidence.
    std::vector<ModelParameter> uncertain;
    /// Their covariance on the fit's scale (logarithms; start_serial_fraction and first_period as they are), row by row: Laplace's
    /// approximation at the optimum, priors included.
    std::vector<double> covariance;
};

/// Fits by maximum a posteriori: Huber's loss on log residuals (Huber 1964), so that a stray run counts little, plus weak priors that keep
/// what is little known near its default; BOBYQA within bounds (Powell 2009, NLopt). Repeats of a condition are pooled first. Pure and
/// deterministic; any number of rows. InvalidArgument where there is none, or one without a positive finite time.
[[nodiscard]] Result<FittedModel> fitModel(std::span<const Observation> observations, const FitOptions& options = {});

/// The interval holds parameter uncertainty (delta method), the spread of single runs (Student's t), the unknown phase of the quota's
/// period for short runs, and an allowance that grows with the distance from what was observed.
[[nodiscard]] Prediction predict(const FittedModel& fitted, const RunCondition& condition);

/// One point of the curve that is drawn over measurements.
struct ModelPoint {
    MemoryMb memory;
    double seconds = 0;
    double low = 0;
    double high = 0;
};
/// Predictions along memory for one mode, ascending: at `points` sizes spread evenly in log memory from `from` to `to`, and on both sides
/// of each step of visible vCPUs. `cap` 0: the tier's visible vCPUs.
[[nodiscard]] std::vector<ModelPoint> modelCurve(const FittedModel& fitted, ScheduleMode mode, int cap, int tasks, MemoryMb from,
                                                 MemoryMb to, int points = 64);

/// The model in a sentence's figures; none where it cannot be told.
struct ModelFinding {
    double meanError = 0; ///< 0.026: off by 2.6 % on average
    double taskCpuSeconds = 0;
    std::optional<double> startSeconds;
    std::optional<double> contention;
    int conditions = 0;
};
[[nodiscard]] ModelFinding modelFinding(const FittedModel& fitted);
/// "The model is off by 2.6 % on average: 350 ms of CPU a task, 39 ms to start a process, 3 % more for each further busy vCPU".
[[nodiscard]] std::string modelFindingText(const ModelFinding& finding);

} // namespace tierscope::core
