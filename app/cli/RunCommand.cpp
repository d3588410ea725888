// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "CommandLine.h"
#include "ExperimentOutput.h"
#include "InterruptWatcher.h"
#include "ProgressView.h"
#include "SpecOptions.h"
#include "SweepConsent.h"
#include "core/analysis/AdaptiveSweep.h"
#include "core/analysis/Statistics.h"
#include "core/backend/LambdaBackend.h"
#include "core/backend/LocalBackend.h"
#include "core/experiment/ExperimentRunner.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <memory>

namespace tierscope::cli {

using core::Error;
using core::ErrorCode;
using core::ExperimentRecord;
using core::ExperimentResult;
using core::ExperimentRunner;
using core::ExperimentSpec;
using core::ExperimentStatus;
using core::ExperimentStore;
using core::Result;

namespace {

struct RunOptions {
    SpecOptions spec;
    OutputTargets output;
    std::string adaptive; ///< a goal; empty: every tier
    ConsentOptions consent;
    bool save = true;
};

/// What the experiment told while it ran, beside its result.
struct Session {
    ExperimentSpec spec;
    core::Host host;
    int plannedRuns = 0;
};

using Measure = std::function<Result<ExperimentResult>(ExperimentRunner&, std::stop_token)>;

std::unique_ptr<core::Backend> makeBackend(core::BackendKind place)
{
    if (place == core::BackendKind::Lambda)
        return std::make_unique<core::LambdaBackend>();
    return std::make_unique<core::LocalBackend>();
}

/// Runs it with progress on stderr until it ends or a signal stops it.
Result<ExperimentResult> measure(ExperimentStore* store, core::BackendKind place, const Measure& start, Session& session)
{
    const std::unique_ptr<core::Backend> backend = makeBackend(place);
    ProgressView progress;
    ExperimentRunner runner(
        *backend, store,
        [&](const core::RunEvent& event) {
            if (const auto* started = std::get_if<core::ExperimentStarted>(&event))
                session = Session{started->spec, started->host, started->plannedRuns};
            if (const auto* changed = std::get_if<core::ProgressChanged>(&event))
                session.plannedRuns = changed->plannedRuns;
            progress.show(event);
        },
        core::medianPrecision);
    const std::stop_source stop;
    const InterruptWatcher watcher(stop, [&] { progress.stopping(); });
    return start(runner, stop.get_token());
}

ExperimentRecord recordOf(const ExperimentResult& result, const Session& session)
{
    ExperimentRecord record;
    record.entry.id = result.experimentId;
    record.entry.name = core::experimentTitle(session.spec);
    record.entry.status = result.status;
    record.entry.backend = session.spec.backend;
    record.entry.plannedRuns = session.plannedRuns;
    record.entry.finishedRuns = static_cast<int>(result.samples.size());
    record.spec = session.spec;
    record.host = session.host;
    record.samples = result.samples;
    const auto earliest = std::min_element(result.samples.begin(), result.samples.end(),
                                           [](const auto& left, const auto& right) { return left.startedAtMs < right.startedAtMs; });
    if (earliest != result.samples.end())
        record.entry.createdAtMs = earliest->startedAtMs;
    return record;
}

void tellHowItEnded(const ExperimentResult& result, const Session& session)
{
    const auto done = std::count_if(result.samples.begin(), result.samples.end(), [](const core::Sample& sample) { return sample.ok; });
    if (result.error)
        static_cast<void>(report(*result.error));
    if (result.status != ExperimentStatus::Finished)
        note(fmt::format("Stopped: {} of {} runs are measured", done, session.plannedRuns));
    if (result.experimentId == 0)
        return;
    note(fmt::format("Saved as experiment {0}. Show it again with: tierscope-cli show {0}", result.experimentId));
    if (done < session.plannedRuns)
        note(fmt::format("Measure the rest with: tierscope-cli resume {}", result.experimentId));
}

/// An adaptive sweep over the tiers of a spec; with an empty goal, none.
class Sweep {
public:
    static Result<Sweep> towards(const std::string& goal)
    {
        Sweep sweep;
        if (goal.empty())
            return sweep;
        auto parsed = core::parseSweepGoal(goal);
        if (!parsed)
            return fail(std::move(parsed.error()));
        sweep.m_goal = *parsed;
        return sweep;
    }

    /// `spec` is asked only once runs begin, when a resumed one is known. Both must outlive the chooser.
    [[nodiscard]] core::TierChooser chooser(const ExperimentSpec& spec)
    {
        if (!m_goal)
            return {};
        return [this, &spec](const std::vector<core::Sample>& samples) {
            const auto candidates = core::sweepCandidates(spec, *m_goal, static_cast<int>(core::usableCpus().size()));
            m_step = core::nextSweepStep(candidates, std::span<const core::Sample>(samples));
            return m_step->next;
        };
    }

    /// What it found, once it has ended of itself.
    void tell() const
    {
        if (m_goal && m_step && m_step->next.empty() && m_step->measuredTiers > 0)
            note(core::sweepText(*m_step, *m_goal));
    }

private:
    std::optional<core::SweepGoal> m_goal;
    std::optional<core::SweepStep> m_step;
};

int exitStatus(const ExperimentResult& result)
{
    if (result.status == ExperimentStatus::Cancelled)
        return Interrupted;
    const bool isGood = !result.error && result.status == ExperimentStatus::Finished
                        && std::all_of(result.samples.begin(), result.samples.end(), [](const core::Sample& sample) { return sample.ok; });
    return isGood ? AllGood : SomeFailed;
}

using Begin = std::function<Result<ExperimentResult>(ExperimentRunner&, std::stop_token, const core::TierChooser&)>;

int measureAndShow(ExperimentStore* store, core::BackendKind place, const OutputTargets& output, Sweep sweep, const Begin& begin)
{
    Session session;
    const core::TierChooser chooser = sweep.chooser(session.spec);
    const auto result = measure(
        store, place, [&](ExperimentRunner& runner, std::stop_token stop) { return begin(runner, std::move(stop), chooser); }, session);
    if (!result && result.error().code == ErrorCode::Cancelled) {
        note("Stopped before anything was measured");
        return Interrupted;
    }
    if (!result)
        return report(result.error());
    const auto shown = showMeasured(recordOf(*result, session), output);
    sweep.tell();
    tellHowItEnded(*result, session);
    if (!shown)
        return report(shown.error());
    return exitStatus(*result);
}

/// Nothing, or the status to leave with.
std::optional<int> consent(const ExperimentSpec& spec, const ConsentOptions& options)
{
    if (spec.backend == core::BackendKind::Lambda)
        return consentToSweep(spec, options);
    if (options.dryRun)
        return report({ErrorCode::InvalidArgument, "--dry-run is for measuring on Lambda", "Leave it out, or add --backend lambda"});
    noteLeftovers();
    return std::nullopt;
}

int run(const CommandLine& line, const RunOptions& options)
{
    const auto spec = makeSpec(options.spec, line.command);
    if (!spec)
        return report(spec.error());
    const auto problems = core::validateSpec(*spec);
    for (const core::FieldProblem& problem : problems)
        static_cast<void>(report(Error{ErrorCode::InvalidArgument, fmt::format("{}: {}", problem.field, problem.message), problem.remedy}));
    if (!problems.empty())
        return Unusable;

    const auto sweep = Sweep::towards(options.adaptive);
    if (!sweep)
        return report(sweep.error());
    if (const auto checked = checkTargets(options.output); !checked)
        return report(checked.error());
    if (const auto status = consent(*spec, options.consent))
        return *status;
    std::optional<ExperimentStore> store;
    if (options.save) {
        auto opened = ExperimentStore::open(line.databasePath());
        if (!opened)
            return report(opened.error());
        store = std::move(*opened);
    }
    return measureAndShow(store ? &*store : nullptr, spec->backend, options.output, *sweep,
                          [&](ExperimentRunner& runner, std::stop_token stop, const core::TierChooser& chooser) {
                              return runner.run(*spec, std::move(stop), chooser);
                          });
}

int resume(const CommandLine& line, std::int64_t id, const std::string& adaptive, const OutputTargets& output,
           const ConsentOptions& consentOptions)
{
    const auto sweep = Sweep::towards(adaptive);
    if (!sweep)
        return report(sweep.error());
    if (const auto checked = checkTargets(output); !checked)
        return report(checked.error());
    auto store = openExisting(line.databasePath());
    if (!store)
        return report(store.error());
    const auto record = store->load(id);
    if (!record)
        return report(record.error());
    if (const auto status = consent(record->spec, consentOptions))
        return *status;
    return measureAndShow(&*store, record->spec.backend, output, *sweep,
                          [&](ExperimentRunner& runner, std::stop_token stop, const core::TierChooser& chooser) {
                              return runner.resume(id, std::move(stop), chooser);
                          });
}

void addAdaptiveOption(CLI::App& command, std::string& goal)
{
    command
        .add_option("--adaptive", goal,
                    "Measure only the tiers that decide which is the fastest, the cheapest (GB-seconds) or the knee, as the model sees it")
        ->type_name("fastest|cheapest|knee");
}

void addRunOptions(CLI::App& command, CommandLine& line, const std::shared_ptr<RunOptions>& options)
{
    addSpecOptions(command, options->spec);
    addAdaptiveOption(command, options->adaptive);
    addOutputOptions(command, options->output);
    addConsentOptions(command, options->consent);
    command.add_flag("--save,!--no-save", options->save, "Keep it in the database, or do not (it is kept)");
    addDatabaseOption(command, line);
    command.callback([&line, options] { line.action = [&line, options] { return run(line, *options); }; });
}

} // namespace

void addRunCommand(CLI::App& app, CommandLine& line)
{
    auto* command = app.add_subcommand("run", "Measure an experiment and show its table and findings");
    addRunOptions(*command, line, std::make_shared<RunOptions>());
}

void addSweepCommand(CLI::App& lambda, CommandLine& line)
{
    auto* command = lambda.add_subcommand("sweep", "Measure a function at each memory tier; the same as run --backend lambda");
    auto options = std::make_shared<RunOptions>();
    options->spec.backend = "lambda";
    addRunOptions(*command, line, options);
}

void addResumeCommand(CLI::App& app, CommandLine& line)
{
    struct Options {
        std::int64_t id = 0;
        std::string adaptive;
        OutputTargets output;
        ConsentOptions consent;
    };
    auto* command = app.add_subcommand("resume", "Measure what an experiment still lacks, failed runs too");
    auto options = std::make_shared<Options>();
    command->add_option("ID", options->id, "The experiment, as listed")->required();
    addAdaptiveOption(*command, options->adaptive);
    addOutputOptions(*command, options->output);
    addConsentOptions(*command, options->consent);
    addDatabaseOption(*command, line);
    command->callback([&line, options] {
        line.action = [&line, options] { return resume(line, options->id, options->adaptive, options->output, options->consent); };
    });
}

} // namespace tierscope::cli
