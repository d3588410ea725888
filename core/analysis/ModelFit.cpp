// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/analysis/ModelFit.h"

#include "core/analysis/ModelParameters.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <nlopt.hpp>

namespace tierscope::core {

namespace {

/// Spread of one run's log seconds that is expected before anything is seen: published runs of one function on Lambda, tier by tier, are
/// 2 to 4 % around a smooth law. It counts as much as kPriorFreedom observations.
constexpr double kExpectedSd = 0.03;
constexpr double kPriorFreedom = 4;
/// No measurement is better than this, however well a few rows happen to agree.
constexpr double kLeastSd = 0.01;
/// The part of a pooled condition's spread that repeats do not average away: tiers differ by more than their repeats do.
constexpr double kConditionSd = 0.015;
/// Huber's tuning constant: 95 % efficiency at the normal distribution (Huber 1964).
constexpr double kHuber = 1.345;
/// Conditions beyond this number are thinned evenly for the fit.
constexpr std::size_t kMostConditions = 256;
constexpr int kMostEvaluations = 600;

double huber(double scaled)
{
    const double size = std::abs(scaled);
    return size <= kHuber ? scaled * scaled : 2 * kHuber * size - kHuber * kHuber;
}

/// The fit of one set of free parameters.
class Fit {
public:
    Fit(std::span<const PooledObservation> pooled, std::span<const ParameterPrior> priors, std::vector<ModelParameter> free,
        PerformanceModel start)
        : m_pooled(pooled)
        , m_priors(priors)
        , m_free(std::move(free))
        , m_model(start)
    {}

    /// Where the bounded search ends; deterministic.
    void search(double sd)
    {
        m_sd = sd;
        std::vector<double> least;
        std::vector<double> most;
        std::vector<double> point = scaled(m_model);
        for (std::size_t index = 0; index < m_free.size(); ++index) {
            const ParameterPrior& prior = priorOf(index);
            least.push_back(prior.toScale(prior.least));
            most.push_back(prior.toScale(prior.most));
            point[index] = std::clamp(point[index], least[index], most[index]);
        }
        // BOBYQA needs two dimensions; Nelder-Mead's bounded cousin does for one, and both end where rounding stops them.
        nlopt::opt search(m_free.size() > 1 ? nlopt::LN_BOBYQA : nlopt::LN_SBPLX, static_cast<unsigned>(m_free.size()));
        search.set_lower_bounds(least);
        search.set_upper_bounds(most);
        search.set_min_objective([](const std::vector<double>& at, std::vector<double>& /*gradient*/,
                                    void* self) { return static_cast<const Fit*>(self)->cost(at); },
                                 this);
        search.set_initial_step(kInitialStep);
        search.set_xtol_abs(kTolerance);
        search.set_maxeval(kMostEvaluations);
        double value = 0;
        try {
            search.optimize(point, value);
        } catch (const std::runtime_error&) { // NOLINT(bugprone-empty-catch): rounding stopped it, and point is the best so far
        }
        m_model = unscaled(point);
    }

    [[nodiscard]] double cost() const { return cost(scaled(m_model)); }
    [[nodiscard]] const PerformanceModel& model() const { return m_model; }
    [[nodiscard]] const std::vector<ModelParameter>& free() const { return m_free; }

    /// Log residuals, one a condition.
    [[nodiscard]] std::vector<double> residuals(const PerformanceModel& model) const
    {
        std::vector<double> result;
        result.reserve(m_pooled.size());
        for (const PooledObservation& row : m_pooled)
            result.push_back(std::log(row.seconds / predictSeconds(model, row.condition)));
        return result;
    }

    /// Standard deviation of one condition's log seconds around the model.
    [[nodiscard]] double sdOf(const PooledObservation& row) const
    {
        if (row.count < 2)
            return m_sd;
        const double condition = std::min(m_sd, kConditionSd);
        return std::sqrt(condition * condition + (m_sd * m_sd - condition * condition) / row.count);
    }

    [[nodiscard]] std::vector<double> scaled(const PerformanceModel& model) const
    {
        std::vector<double> point;
        for (std::size_t index = 0; index < m_free.size(); ++index)
            point.push_back(priorOf(index).toScale(parameterOf(model, m_free[index])));
        return point;
    }
    [[nodiscard]] PerformanceModel unscaled(const std::vector<double>& point) const
    {
        PerformanceModel model = m_model;
        for (std::size_t index = 0; index < m_free.size(); ++index)
            parameterOf(model, m_free[index]) = priorOf(index).fromScale(point[index]);
        return model;
    }
    [[nodiscard]] const ParameterPrior& priorOf(std::size_t index) const { return m_priors[static_cast<std::size_t>(m_free[index])]; }

private:
    static constexpr double kInitialStep = 0.3;
    static constexpr double kTolerance = 1e-5;

    [[nodiscard]] double cost(const std::vector<double>& at) const
    {
        double sum = 0;
        const std::vector<double> logs = residuals(unscaled(at));
        for (std::size_t row = 0; row < logs.size(); ++row)
            sum += huber(logs[row] / sdOf(m_pooled[row]));
        for (std::size_t index = 0; index < m_free.size(); ++index) {
            const ParameterPrior& prior = priorOf(index);
            const double distance = (at[index] - prior.toScale(prior.value)) / prior.spread;
            sum += distance * distance;
        }
        return sum;
    }

    std::span<const PooledObservation> m_pooled;
    std::span<const ParameterPrior> m_priors;
    std::vector<ModelParameter> m_free;
    PerformanceModel m_model;
    double m_sd = kExpectedSd;
};

/// A square matrix, row by row.
using Matrix = std::vector<double>;

/// Gauss-Jordan elimination; fit for the few well-conditioned parameters here: priors keep the diagonal up.
Matrix inverse(Matrix matrix, std::size_t size)
{
    Matrix result(size * size, 0);
    for (std::size_t row = 0; row < size; ++row)
        result[row * size + row] = 1;
    for (std::size_t pivot = 0; pivot < size; ++pivot) {
        const double scale = matrix[pivot * size + pivot];
        for (std::size_t column = 0; column < size; ++column) {
            matrix[pivot * size + column] /= scale;
            result[pivot * size + column] /= scale;
        }
        for (std::size_t row = 0; row < size; ++row) {
            const double factor = matrix[row * size + pivot];
            if (row == pivot || factor == 0)
                continue;
            for (std::size_t column = 0; column < size; ++column) {
                matrix[row * size + column] -= factor * matrix[pivot * size + column];
                result[row * size + column] -= factor * result[pivot * size + column];
            }
        }
    }
    return result;
}

PerformanceModel defaults(std::span<const ParameterPrior> priors)
{
    PerformanceModel model;
    for (const ParameterPrior& prior : priors)
        parameterOf(model, prior.parameter) = prior.value;
    return model;
}

/// Robust standard deviation of a condition around the model, with what is expected beforehand as further observations.
double residualSd(const Fit& fit, std::size_t conditions)
{
    double sum = kPriorFreedom * kExpectedSd * kExpectedSd;
    for (const double residual : fit.residuals(fit.model()))
        sum += huber(residual / kExpectedSd) * kExpectedSd * kExpectedSd;
    const double freedom = kPriorFreedom + std::max(0.0, static_cast<double>(conditions) - static_cast<double>(fit.free().size()));
    return std::max(kLeastSd, std::sqrt(sum / freedom));
}

/// Spread of repeats around their own condition's median, over all conditions that have enough of them.
double repeatSd(std::span<const PooledObservation> pooled)
{
    double sum = 0;
    double rows = 0;
    for (const PooledObservation& row : pooled) {
        if (row.count < 3)
            continue;
        sum += row.count * row.spread * row.spread;
        rows += row.count;
    }
    return rows > 0 ? std::sqrt(sum / rows) : 0;
}

std::vector<PooledObservation> thinned(std::vector<PooledObservation> pooled)
{
    if (pooled.size() <= kMostConditions)
        return pooled;
    std::vector<PooledObservation> kept;
    for (std::size_t index = 0; index < kMostConditions; ++index)
        kept.push_back(pooled[index * (pooled.size() - 1) / (kMostConditions - 1)]);
    return kept;
}

/// Waiting looks like other imperfections, so it is believed in only where it explains the observations much better: three standard
/// deviations.
std::optional<Fit> fitWithWait(const Fit& without, std::span<const PooledObservation> pooled, std::vector<ParameterPrior>& priors)
{
    constexpr double kEvidence = 9;
    constexpr double kFirstGuess = 0.05;
    if (pooled.size() < without.free().size() + 2)
        return std::nullopt;
    PerformanceModel start = without.model();
    start.waitSeconds = start.taskCpuSeconds * kFirstGuess;
    std::vector<ParameterPrior> tried = priors;
    tried[static_cast<std::size_t>(ModelParameter::WaitSeconds)].value = start.waitSeconds;
    std::vector<ModelParameter> free = without.free();
    free.push_back(ModelParameter::WaitSeconds);
    {
        Fit trial(pooled, tried, free, start);
        trial.search(kExpectedSd);
        if (trial.cost() > without.cost() - kEvidence)
            return std::nullopt;
        start = trial.model();
    }
    priors = std::move(tried);
    Fit accepted(pooled, priors, std::move(free), start);
    accepted.search(kExpectedSd);
    return accepted;
}

/// Fitted parameters, and those fixed for want of evidence: what nobody knows makes predictions uncertain all the same.
std::vector<ModelParameter> uncertainOf(const Fit& fit, std::span<const FixedParameter> fixed)
{
    std::vector<ModelParameter> uncertain = fit.free();
    for (const FixedParameter& parameter : fixed) {
        const bool isKnown = parameter.parameter == ModelParameter::WaitSeconds || parameter.parameter == ModelParameter::VcpuMemoryMb;
        if (!isKnown)
            uncertain.push_back(parameter.parameter);
    }
    return uncertain;
}

Matrix covarianceOf(const Fit& best, std::span<const PooledObservation> pooled, std::span<const ParameterPrior> priors,
                    const std::vector<ModelParameter>& uncertain, double sd)
{
    const std::size_t size = uncertain.size();
    Matrix precision(size * size, 0);
    for (std::size_t index = 0; index < size; ++index) {
        const double spread = priors[static_cast<std::size_t>(uncertain[index])].spread;
        precision[index * size + index] = 1 / (spread * spread);
    }
    for (const PooledObservation& row : pooled) {
        const std::vector<double> slope = logSlope(best.model(), row.condition, uncertain);
        const double rowSd = std::max(best.sdOf(row), kLeastSd);
        const double residual = std::abs(std::log(row.seconds / predictSeconds(best.model(), row.condition))) / sd;
        const double weight = std::min(1.0, kHuber / std::max(residual, kHuber)) / (rowSd * rowSd);
        for (std::size_t left = 0; left < size; ++left) {
            for (std::size_t right = 0; right < size; ++right)
                precision[left * size + right] += weight * slope[left] * slope[right];
        }
    }
    return inverse(std::move(precision), size);
}

ObservedRange rangeOf(std::span<const PooledObservation> pooled)
{
    ObservedRange range;
    range.leastTasks = pooled.front().condition.tasks;
    bool first = true;
    for (const PooledObservation& row : pooled) {
        const RunCondition& run = row.condition;
        if (run.memory.value > 0) {
            range.leastMemory = first ? run.memory : std::min(range.leastMemory, run.memory);
            range.mostMemory = std::max(range.mostMemory, run.memory);
            first = false;
        }
        range.mostCap = std::max(range.mostCap, run.cap);
        range.leastTasks = std::min(range.leastTasks, run.tasks);
        range.mostTasks = std::max(range.mostTasks, run.tasks);
        range.hasSequential = range.hasSequential || run.mode == ScheduleMode::Sequential;
        range.hasParallel = range.hasParallel || run.mode == ScheduleMode::Parallel;
        range.hasPool = range.hasPool || run.mode == ScheduleMode::Pool;
    }
    return range;
}

void measureErrors(FittedModel& fitted, std::span<const Observation> observations)
{
    std::map<RunCondition, double> predictions;
    double sum = 0;
    for (const Observation& observation : observations) {
        const RunCondition condition = observation.condition();
        auto place = predictions.find(condition);
        if (place == predictions.end())
            place = predictions.emplace(condition, predictSeconds(fitted.model, condition)).first;
        const double error = std::abs(place->second / observation.seconds - 1);
        sum += error;
        fitted.worstError = std::max(fitted.worstError, error);
    }
    fitted.meanError = sum / static_cast<double>(observations.size());
    fitted.observations = static_cast<int>(observations.size());
    fitted.conditions = static_cast<int>(predictions.size());
}

Result<void> checkObservations(std::span<const Observation> observations)
{
    if (observations.empty())
        return fail(ErrorCode::InvalidArgument, "there is no observation to fit the model on", "Give at least one measured run");
    for (const Observation& observation : observations) {
        if (!std::isfinite(observation.seconds) || observation.seconds <= 0 || observation.tasks < 1 || observation.cap < 1)
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("{} s for {} tasks is no measured time", observation.seconds, observation.tasks),
                        "Leave failed runs out");
    }
    return {};
}

} // namespace

std::vector<double> logSlope(const PerformanceModel& model, const RunCondition& condition, std::span<const ModelParameter> parameters)
{
    constexpr double kStep = 1e-3;
    const auto priors = parameterPriors(model.taskCpuSeconds);
    std::vector<double> slope;
    slope.reserve(parameters.size());
    for (const ModelParameter parameter : parameters) {
        const ParameterPrior& prior = priors[static_cast<std::size_t>(parameter)];
        const double at = prior.toScale(parameterOf(model, parameter));
        // Those that are not logarithms have bounds beyond which they mean nothing.
        const double above = prior.isLog ? at + kStep : std::min(prior.most, at + kStep);
        const double below = prior.isLog ? at - kStep : std::max(prior.least, at - kStep);
        PerformanceModel more = model;
        PerformanceModel less = model;
        parameterOf(more, parameter) = prior.fromScale(above);
        parameterOf(less, parameter) = prior.fromScale(below);
        slope.push_back(std::log(predictSeconds(more, condition) / predictSeconds(less, condition)) / (above - below));
    }
    return slope;
}

Result<FittedModel> fitModel(std::span<const Observation> observations, const FitOptions& options)
{
    if (const auto checked = checkObservations(observations); !checked)
        return fail(checked.error());
    const std::vector<PooledObservation> pooled = thinned(pool(observations));
    std::vector<ParameterPrior> priors = parameterPriors(guessTaskCpu(pooled));
    Identifiability known = identifiable(pooled, options, priors);

    Fit fit(pooled, priors, known.free, defaults(priors));
    fit.search(kExpectedSd);
    if (auto waiting = fitWithWait(fit, pooled, priors)) {
        fit = std::move(*waiting);
        std::erase_if(known.fixed, [](const FixedParameter& fixed) { return fixed.parameter == ModelParameter::WaitSeconds; });
    }
    // Clean measurements may say more against the priors than expected ones.
    const double sd = residualSd(fit, pooled.size());
    fit.search(sd);

    FittedModel fitted;
    fitted.model = fit.model();
    fitted.fixed = std::move(known.fixed);
    fitted.observed = rangeOf(pooled);
    const double repeats = repeatSd(pooled);
    const double spread = residualSd(fit, pooled.size());
    fitted.residualSd = std::sqrt(spread * spread + repeats * repeats);
    fitted.degreesOfFreedom = kPriorFreedom + static_cast<double>(pooled.size()) - static_cast<double>(fit.free().size());
    fitted.degreesOfFreedom = std::max(kPriorFreedom, fitted.degreesOfFreedom);
    fitted.uncertain = uncertainOf(fit, fitted.fixed);
    fitted.covariance = covarianceOf(fit, pooled, priors, fitted.uncertain, sd);
    measureErrors(fitted, observations);
    return fitted;
}

} // namespace tierscope::core
