// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/experiment/ExperimentRunner.h"

#include "core/experiment/DurationEstimate.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace tierscope::core {

namespace {

double toSeconds(Nanoseconds time)
{
    return std::chrono::duration<double>(time).count();
}

Error invalidSpec(const FieldProblem& problem)
{
    return Error{ErrorCode::InvalidArgument, problem.message, problem.remedy};
}

/// One task of the spec, without a limit.
ExperimentSpec calibrationSpec(ExperimentSpec spec)
{
    spec.tasks = 1;
    return spec;
}

TaskCalibration calibrationOf(const Sample& sample)
{
    TaskCalibration calibration;
    calibration.wallSeconds = sample.wallSeconds;
    if (sample.tasks.empty())
        return calibration;
    const TaskRecord& task = sample.tasks.front();
    calibration.cpuSeconds = static_cast<double>(task.userUs + task.systemUs) * 1e-6;
    if (task.ready > task.started)
        calibration.startSeconds = toSeconds(task.ready - task.started);
    return calibration;
}

/// Keeps one sample a plan index, the latest, in plan order.
void keep(std::vector<Sample>& samples, const Sample& sample)
{
    const auto place = std::lower_bound(samples.begin(), samples.end(), sample.planIndex,
                                        [](const Sample& other, int planIndex) { return other.planIndex < planIndex; });
    if (place != samples.end() && place->planIndex == sample.planIndex)
        *place = sample;
    else
        samples.insert(place, sample);
}

bool isOfSameCell(const Sample& sample, const PlannedRun& run)
{
    return sample.memory == run.memory && sample.mode == run.mode && sample.cap == run.cap;
}

std::vector<PlannedRun> mandatoryOf(std::vector<PlannedRun> runs)
{
    runs.erase(std::remove_if(runs.begin(), runs.end(), [](const PlannedRun& run) { return run.isOptional; }), runs.end());
    return runs;
}

std::vector<PlannedRun> withoutGoodSample(const std::vector<PlannedRun>& plan, const std::vector<Sample>& samples)
{
    std::set<int> good;
    for (const Sample& sample : samples) {
        if (sample.ok)
            good.insert(sample.planIndex);
    }
    std::vector<PlannedRun> missing;
    std::copy_if(plan.begin(), plan.end(), std::back_inserter(missing),
                 [&](const PlannedRun& run) { return !good.contains(run.planIndex); });
    return missing;
}

/// Passes warnings on, each once: preparing for the calibration and for the runs finds the same things twice.
class WarningFilter {
public:
    explicit WarningFilter(const RunEventSink& sink)
        : m_sink(sink)
    {}
    void raise(const Error& error)
    {
        if (m_seen.insert(error.message).second)
            m_sink(WarningRaised{error});
    }

private:
    const RunEventSink& m_sink;
    std::set<std::string> m_seen;
};

/// Keeps only warnings.
RunEventSink collectWarnings(std::vector<Error>& warnings)
{
    return [&warnings](const RunEvent& event) {
        if (const auto* warning = std::get_if<WarningRaised>(&event))
            warnings.push_back(warning->error);
    };
}

void ignoreEvent(const RunEvent& /*event*/) {}

/// One session of walking a plan, from a prepared backend to the end.
class ExperimentSession {
public:
    ExperimentSession(Backend& backend, ExperimentStore* store, const RunEventSink& sink, const RepeatPrecision& precision,
                      const ExperimentSpec& spec, std::stop_token stop, const TierChooser& chooser)
        : m_backend(backend)
        , m_store(store)
        , m_sink(sink)
        , m_precision(precision)
        , m_warnings(sink)
        , m_spec(spec)
        , m_stop(std::move(stop))
        , m_chooser(chooser)
    {}

    [[nodiscard]] ExperimentResult walk(ExperimentResult result, const Host& host, const std::vector<Error>& warnings)
    {
        m_result = std::move(result);
        const std::vector<PlannedRun> plan = makePlan(m_spec, host.usableCpus);
        const std::vector<PlannedRun> missing = withoutGoodSample(plan, m_result.samples);
        m_finishedRuns = static_cast<int>(plan.size() - missing.size());
        // Optional runs join the plan when it turns out that they are needed.
        m_plannedRuns = m_finishedRuns + static_cast<int>(mandatoryOf(missing).size());
        m_sink(ExperimentStarted{m_result.experimentId, m_spec, host, m_plannedRuns, m_finishedRuns, m_backend.limiter()});
        for (const Error& warning : warnings)
            m_warnings.raise(warning);

        // Nothing is stretched on Lambda, however many CPUs this computer has.
        const bool isLocal = m_spec.backend == BackendKind::Local;
        RemainingTime remaining(mandatoryOf(missing), m_spec.tasks, isLocal ? host.usableCpus : visibleVcpus(kLargestTier));
        const bool hasWork = std::any_of(missing.begin(), missing.end(), [this](const PlannedRun& run) { return isNeeded(run); });
        // A trial on Lambda would cost money; finished runs tell how long the others take.
        if (hasWork && (!isLocal || calibrate(remaining)) && prepareRuns()) {
            if (m_chooser)
                runChosen(missing, remaining);
            else
                runAll(missing, remaining);
        }
        takeLate();
        end();
        return std::move(m_result);
    }

private:
    /// False when the experiment has to end.
    bool calibrate(RemainingTime& remaining)
    {
        const PlannedRun calibration{-1, kUnlimitedTier, ScheduleMode::Sequential, 1, 0, false, false};
        const auto sample = m_backend.run(calibration, ignoreEvent, m_stop);
        if (!sample)
            return goOnAfter(sample.error());
        if (!sample->ok) {
            m_warnings.raise(Error{ErrorCode::ProcessFailed,
                                   "the trial of one task failed: " + sample->error,
                                   "Time left is not known until runs have finished",
                                   ErrorDetail::TrialFailed,
                                   {sample->error}});
            return true;
        }
        const TaskCalibration task = calibrationOf(*sample);
        remaining.calibrated(task);
        m_sink(CalibrationFinished{task.cpuSeconds, task.startSeconds});
        m_sink(ProgressChanged{m_finishedRuns, m_plannedRuns, remaining.left().value_or(kUnknown)});
        return true;
    }

    /// A trial that cannot be had is no reason not to measure; a stop is.
    bool goOnAfter(const Error& error)
    {
        if (error.code == ErrorCode::Cancelled)
            return endEarly(ExperimentStatus::Cancelled, std::nullopt);
        m_warnings.raise(error);
        return true;
    }

    bool prepareRuns()
    {
        std::vector<Error> warnings;
        const auto prepared = m_backend.prepare(m_spec, collectWarnings(warnings), m_stop);
        for (const Error& warning : warnings)
            m_warnings.raise(warning);
        if (prepared)
            return true;
        return prepared.error().code == ErrorCode::Cancelled ? endEarly(ExperimentStatus::Cancelled, std::nullopt)
                                                             : endEarly(ExperimentStatus::Interrupted, prepared.error());
    }

    /// False when the experiment has to end.
    bool runAll(const std::vector<PlannedRun>& runs, RemainingTime& remaining)
    {
        m_backend.announce(mandatoryOf(runs)); // whether the others are needed is only known when their turn comes
        for (const PlannedRun& run : runs) {
            if (m_stop.stop_requested())
                return endEarly(ExperimentStatus::Cancelled, std::nullopt);
            if (!isNeeded(run))
                continue;
            m_plannedRuns += run.isOptional ? 1 : 0;
            if (!measure(run, remaining))
                return false;
        }
        return true;
    }

    /// Tiers as the chooser asks for them. Each run is tried once, so that one which always fails does not go on for ever.
    void runChosen(std::vector<PlannedRun> untried, RemainingTime& remaining)
    {
        for (;;) {
            const std::vector<MemoryMb> tiers = m_chooser(m_result.samples);
            const auto isChosen = [&](const PlannedRun& run) { return std::find(tiers.begin(), tiers.end(), run.memory) != tiers.end(); };
            std::vector<PlannedRun> batch;
            std::copy_if(untried.begin(), untried.end(), std::back_inserter(batch), isChosen);
            if (batch.empty() || !runAll(batch, remaining))
                return;
            std::erase_if(untried, isChosen);
        }
    }

    /// Looking after each block makes the last interval a little too sure; it is that of the median as it stands then.
    bool isNeeded(const PlannedRun& run) const
    {
        if (!run.isOptional)
            return true;
        constexpr double kPercent = 100;
        std::vector<double> seconds;
        for (const Sample& sample : m_result.samples) {
            if (!isOfSameCell(sample, run) || sample.warmup || sample.cold)
                continue;
            // What fails does not get surer by being repeated.
            if (!sample.ok)
                return false;
            seconds.push_back(sample.wallSeconds);
        }
        if (!m_precision)
            return false;
        const auto precision = m_precision(seconds);
        return !precision || *precision > m_spec.precisionPercent / kPercent;
    }

    bool measure(const PlannedRun& run, RemainingTime& remaining)
    {
        m_sink(RunStarted{run});
        const Nanoseconds start = monotonicNow();
        const auto sample = m_backend.run(run, m_sink, m_stop);
        if (!sample && sample.error().code == ErrorCode::Cancelled)
            return endEarly(ExperimentStatus::Cancelled, std::nullopt);
        if (!sample)
            return endEarly(ExperimentStatus::Interrupted, sample.error());
        remaining.finished(run, toSeconds(monotonicNow() - start));
        const auto saved = saveAndShow(*sample);
        m_sink(ProgressChanged{m_finishedRuns, m_plannedRuns, remaining.left().value_or(kUnknown)});
        return saved || endEarly(ExperimentStatus::Interrupted, saved.error());
    }

    Result<void> saveAndShow(const Sample& sample)
    {
        auto saved = save(sample);
        keep(m_result.samples, sample);
        ++m_finishedRuns;
        m_sink(SampleFinished{sample});
        return saved;
    }

    /// What the backend measured ahead before the walk ended early was paid for.
    void takeLate()
    {
        for (const Sample& sample : m_backend.finish([this](const RunEvent& event) {
                 if (const auto* warning = std::get_if<WarningRaised>(&event))
                     m_warnings.raise(warning->error);
             })) {
            const auto saved = saveAndShow(sample);
            if (!saved && !m_result.error)
                endEarly(ExperimentStatus::Interrupted, saved.error());
        }
    }

    Result<void> save(const Sample& sample)
    {
        if (m_store == nullptr)
            return {};
        auto appended = m_store->append(m_result.experimentId, sample);
        if (!appended)
            return fail(notSaved(std::move(appended.error())));
        return {};
    }

    Error notSaved(Error error) const
    {
        if (error.code == ErrorCode::Io)
            error.remedy = fmt::format("Free space and resume experiment {}", m_result.experimentId);
        else if (error.code == ErrorCode::Busy)
            error.remedy = fmt::format("Close that program and resume experiment {}", m_result.experimentId);
        return error;
    }

    bool endEarly(ExperimentStatus status, std::optional<Error> error)
    {
        m_result.status = status;
        m_result.error = std::move(error);
        return false;
    }

    void end()
    {
        if (m_store != nullptr) {
            auto finished = m_store->finish(m_result.experimentId, m_result.status);
            if (!finished && !m_result.error)
                endEarly(ExperimentStatus::Interrupted, notSaved(std::move(finished.error())));
        }
        const auto failed =
            std::count_if(m_result.samples.begin(), m_result.samples.end(), [](const Sample& sample) { return !sample.ok; });
        m_sink(ExperimentEnded{m_result.status, static_cast<int>(failed), m_result.error});
    }

    static constexpr std::chrono::duration<double> kUnknown{-1};

    Backend& m_backend;
    ExperimentStore* m_store;
    const RunEventSink& m_sink;
    const RepeatPrecision& m_precision;
    WarningFilter m_warnings;
    const ExperimentSpec& m_spec;
    std::stop_token m_stop;
    const TierChooser& m_chooser;
    ExperimentResult m_result;
    int m_plannedRuns = 0;
    int m_finishedRuns = 0;
};

/// The plan is that of the first session, whose automatic caps this computer need not give again.
std::optional<Error> hostChange(std::int64_t experimentId, const ExperimentSpec& spec, const Host& then)
{
    if (spec.backend == BackendKind::Lambda)
        return std::nullopt;
    const int now = static_cast<int>(usableCpus().size());
    if (now == then.usableCpus)
        return std::nullopt;
    return Error{ErrorCode::InvalidArgument,
                 fmt::format("experiment {} began with {} usable CPUs and goes on with {}", experimentId, then.usableCpus, now),
                 "Samples of both may not compare; start a new experiment where that matters"};
}

} // namespace

ExperimentRunner::ExperimentRunner(Backend& backend, ExperimentStore* store, RunEventSink sink, RepeatPrecision precision)
    : m_backend(backend)
    , m_store(store)
    , m_sink(std::move(sink))
    , m_precision(std::move(precision))
{
    if (!m_sink)
        m_sink = ignoreEvent;
}

Result<ExperimentResult> ExperimentRunner::run(const ExperimentSpec& spec, std::stop_token stop, const TierChooser& chooser)
{
    if (const auto problems = validateSpec(spec); !problems.empty())
        return fail(invalidSpec(problems.front()));
    std::vector<Error> warnings;
    if (const auto prepared = m_backend.prepare(calibrationSpec(spec), collectWarnings(warnings), stop); !prepared)
        return fail(prepared.error());
    const Host host = probeHost();
    ExperimentResult result;
    if (m_store != nullptr) {
        const auto id = m_store->create(spec, host, static_cast<int>(mandatoryOf(makePlan(spec, host.usableCpus)).size()));
        if (!id)
            return fail(id.error());
        result.experimentId = *id;
    }
    return ExperimentSession(m_backend, m_store, m_sink, m_precision, spec, std::move(stop), chooser)
        .walk(std::move(result), host, warnings);
}

Result<ExperimentResult> ExperimentRunner::resume(std::int64_t experimentId, std::stop_token stop, const TierChooser& chooser)
{
    if (m_store == nullptr)
        return fail(ErrorCode::NotFound, "an experiment can only be resumed from a database");
    auto record = m_store->load(experimentId);
    if (!record)
        return fail(std::move(record.error()));
    if (record->entry.status == ExperimentStatus::Imported)
        return fail(ErrorCode::InvalidArgument, fmt::format("experiment {} was imported and cannot be resumed", experimentId),
                    "Start a new experiment with the same settings");
    if (const auto problems = validateSpec(record->spec); !problems.empty())
        return fail(invalidSpec(problems.front()));
    std::vector<Error> warnings;
    if (const auto prepared = m_backend.prepare(calibrationSpec(record->spec), collectWarnings(warnings), stop); !prepared)
        return fail(prepared.error());
    if (const auto claimed = m_store->claim(experimentId); !claimed)
        return fail(claimed.error());
    // Only now nobody else adds samples.
    record = m_store->load(experimentId);
    if (!record)
        return fail(std::move(record.error()));
    if (auto change = hostChange(experimentId, record->spec, record->host))
        warnings.push_back(std::move(*change));
    ExperimentResult result;
    result.experimentId = experimentId;
    result.samples = std::move(record->samples);
    return ExperimentSession(m_backend, m_store, m_sink, m_precision, record->spec, std::move(stop), chooser)
        .walk(std::move(result), record->host, warnings);
}

} // namespace tierscope::core
