// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/backend/LocalBackend.h"

#include "core/backend/RunnerProcess.h"
#include "core/base/Programs.h"
#include "core/runner/RunRequest.h"
#include "core/tier/CgroupFiles.h"
#include "core/tier/CpuTraceRecorder.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <sys/wait.h>
#include <unistd.h>

namespace tierscope::core {

namespace {

/// With more tasks than this the lines of every task would cost more CPU than they tell.
constexpr int kMostTasksWithEvents = 2000;
/// What a runner gets beyond a time limit to keep it by itself.
constexpr std::chrono::seconds kGrace{5};

std::string folderOfProgram()
{
    std::error_code problem;
    return std::filesystem::read_symlink("/proc/self/exe", problem).parent_path();
}

std::optional<std::string> firstFile(const std::vector<std::string>& candidates, int access)
{
    for (const std::string& candidate : candidates)
        if (!candidate.empty() && ::access(candidate.c_str(), access) == 0)
            return candidate;
    return std::nullopt;
}

std::chrono::milliseconds stretched(std::chrono::milliseconds time, Dilation dilation)
{
    return std::chrono::ceil<std::chrono::milliseconds>(time * dilation.factor);
}

std::string describeEnd(int waitStatus)
{
    if (WIFSIGNALED(waitStatus))
        return describeSignal(WTERMSIG(waitStatus));
    return "ended with exit code " + std::to_string(WEXITSTATUS(waitStatus));
}

/// A runner that died has no report; what its lines told is kept, and every other task is accounted for.
std::vector<TaskRecord> tasksFromLines(const RunnerObservation& seen, int count, const std::string& why)
{
    std::vector<TaskRecord> tasks(static_cast<std::size_t>(count));
    for (int index = 0; index < count; ++index) {
        TaskRecord& task = tasks[static_cast<std::size_t>(index)];
        task.index = index;
        task.outcome = TaskOutcome::Failed;
        task.error = "not started: " + why;
    }
    for (const auto& [index, started] : seen.runningTasks) {
        if (index < 0 || index >= count)
            continue;
        TaskRecord& task = tasks[static_cast<std::size_t>(index)];
        task.slot = started.slot;
        task.started = started.started;
        task.outcome = seen.wasOverdue ? TaskOutcome::TimedOut : TaskOutcome::Failed;
        task.error = why;
    }
    for (const TaskRecord& ended : seen.endedTasks)
        if (ended.index >= 0 && ended.index < count)
            tasks[static_cast<std::size_t>(ended.index)] = ended;
    return tasks;
}

std::string whyNoReport(const RunnerObservation& seen)
{
    if (seen.refusal)
        return seen.refusal->message;
    if (seen.wasOverdue)
        return "the runner did not keep its time limit and was killed";
    const std::string said = lastLine(seen.stderrTail);
    const std::string broken = seen.brokenLine.empty() ? "" : "; its output could not be read: " + seen.brokenLine;
    return "the runner was " + describeEnd(seen.waitStatus) + broken + (said.empty() ? "" : ": " + said);
}

double cpuSecondsOf(const std::vector<TaskRecord>& tasks)
{
    double sum = 0;
    for (const TaskRecord& task : tasks)
        sum += static_cast<double>(task.userUs + task.systemUs) / 1e6;
    return sum;
}

Sample emptySample(const PlannedRun& run, const TierLimits& limits, const std::string& limiter, int tasks)
{
    Sample sample;
    sample.planIndex = run.planIndex;
    sample.memory = run.memory;
    sample.vcpus = limits.visibleVcpus;
    sample.share = limits.tierShare;
    sample.mode = run.mode;
    sample.cap = run.cap;
    sample.taskCount = tasks;
    sample.repeat = run.repeat;
    sample.warmup = run.warmup;
    sample.dilation = limits.dilation;
    sample.limiter = limiter;
    sample.startedAtMs = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
    return sample;
}

} // namespace

Result<RunnerPaths> findRunners()
{
    const std::string here = folderOfProgram();
    RunnerPaths paths;
    const auto runner = firstFile({here + "/tierscope-runner", TIERSCOPE_BINARIES "/tierscope-runner"}, X_OK);
    if (!runner)
        return fail(Error{ErrorCode::NotFound,
                          "tierscope-runner is not beside this program in " + here,
                          "Build or install Tierscope whole",
                          ErrorDetail::RunnerMissing,
                          {here}});
    const auto script = firstFile(
        {here + "/../share/tierscope/lambda/python/tierscope_runner.py", TIERSCOPE_RESOURCES "/lambda/python/tierscope_runner.py"}, R_OK);
    if (!script)
        return fail(Error{ErrorCode::NotFound, "tierscope_runner.py is not installed", "Build or install Tierscope whole",
                          ErrorDetail::PythonRunnerMissing});
    const char* wanted = std::getenv("TIERSCOPE_PYTHON");
    paths.runner = *runner;
    paths.pythonRunner = *script;
    paths.python = findProgram(wanted != nullptr && *wanted != '\0' ? wanted : "python3");
    return paths;
}

struct LocalBackend::State {
    LocalBackendOptions options;
    ExperimentSpec spec;
    RunnerPaths paths;
    std::optional<LimiterKind> limiter;
    int usable = 1;

    [[nodiscard]] RunnerLaunch launchFor(const PlannedRun& run, const TierLimits& limits) const;
    [[nodiscard]] Sample toSample(Sample sample, RunnerObservation seen) const;
};

LocalBackend::LocalBackend(LocalBackendOptions options)
    : m_state(std::make_unique<State>())
{
    m_state->options = std::move(options);
}

LocalBackend::~LocalBackend() = default;

Result<void> LocalBackend::prepare(const ExperimentSpec& spec, const RunEventSink& sink, std::stop_token /*stop*/)
{
    m_state->spec = spec;
    m_state->usable = static_cast<int>(usableCpus().size());
    if (m_state->options.paths) {
        m_state->paths = *m_state->options.paths;
    } else {
        auto paths = findRunners();
        if (!paths)
            return fail(paths.error());
        m_state->paths = std::move(*paths);
    }
    if (std::holds_alternative<PythonWorkload>(spec.workload) && m_state->paths.python.empty())
        return fail(Error{ErrorCode::NotFound, "there is no python3 on PATH", "Install Python 3.9 or later, or set TIERSCOPE_PYTHON to it",
                          ErrorDetail::NoPython});
    if (m_state->limiter)
        return {};

    sweepStaleSandboxes();
    if (m_state->options.limiter) {
        m_state->limiter = m_state->options.limiter;
        return {};
    }
    const LimiterChoice choice = chooseLimiter();
    m_state->limiter = choice.kind;
    if (choice.kind == LimiterKind::DutyCycle && !choice.candidates.front().usable)
        sink(WarningRaised{
            {ErrorCode::PermissionDenied,
             "no cgroup can be used here, so tiers are held by stopping and continuing the processes, a few percent less exact",
             "tierscope-cli doctor says what is missing", ErrorDetail::NoCgroup}});
    return {};
}

std::string LocalBackend::limiter() const
{
    return limiterName(m_state->limiter.value_or(LimiterKind::None));
}

RunnerLaunch LocalBackend::State::launchFor(const PlannedRun& run, const TierLimits& limits) const
{
    RunRequest request;
    request.workload = spec.workload;
    request.tasks = spec.tasks;
    request.mode = run.mode;
    request.cap = run.cap;
    request.taskTimeout = stretched(spec.taskTimeout, limits.dilation);
    request.runTimeout = stretched(spec.runTimeout, limits.dilation);
    request.events = spec.tasks <= kMostTasksWithEvents;

    RunnerLaunch launch;
    launch.guardProgram = paths.runner;
    launch.mark = nextRunMark();
    launch.request = encodeRunRequest(request);
    launch.argv = {paths.runner};
    if (std::holds_alternative<PythonWorkload>(spec.workload))
        launch.argv = {paths.python, paths.pythonRunner};
    if (request.taskTimeout.count() > 0 && request.events)
        launch.taskLimit = request.taskTimeout + kGrace;
    if (request.runTimeout.count() > 0)
        launch.runLimit = request.runTimeout + kGrace;
    return launch;
}

Sample LocalBackend::State::toSample(Sample sample, RunnerObservation seen) const
{
    const SandboxUsage& usage = seen.usage;
    if (seen.report) {
        sample.wallSeconds = std::chrono::duration<double>(seen.report->wall).count() / sample.dilation.factor;
        sample.tasks = std::move(seen.report->tasks);
        if (seen.report->started.count() > 0)
            sample.cpuTrace = traceWithin(usage.trace, seen.report->started, seen.report->wall);
    } else {
        const std::string why = whyNoReport(seen);
        sample.tasks = tasksFromLines(seen, sample.taskCount, why);
        sample.error = why;
    }
    sample.cpuSeconds = std::max(std::chrono::duration<double>(usage.cpuTime).count(), cpuSecondsOf(sample.tasks));
    sample.throttledSeconds = std::chrono::duration<double>(usage.throttled).count();
    if (sample.memory != kUnlimitedTier) {
        sample.quotaPeriods = usage.periods;
        sample.throttledPeriods = usage.throttledPeriods;
    }

    const std::int64_t limit = sample.memory.bytes();
    const auto isTooLarge = [&](const TaskRecord& task) { return limit > 0 && task.maxRssKb * 1024 > limit; };
    const bool sawTooMuch = limiter == LimiterKind::DutyCycle && std::ranges::any_of(sample.tasks, isTooLarge);
    if (usage.peakMemoryBytes > 0)
        sample.maxMemoryMb = std::round(static_cast<double>(usage.peakMemoryBytes) / (1024 * 1024) * 10) / 10;
    if ((usage.outOfMemory || sawTooMuch) && sample.memory != kUnlimitedTier) {
        const std::string text = "out of memory at " + std::to_string(sample.memory.value) + " MB";
        for (TaskRecord& task : sample.tasks)
            if (task.signal == SIGKILL && task.outcome == TaskOutcome::Failed)
                task.error = text;
        sample.error = text;
    } else if (sample.error.empty()) {
        sample.error = firstProblem(sample.tasks);
    }
    sample.ok = sample.error.empty();
    return sample;
}

Result<Sample> LocalBackend::run(const PlannedRun& run, const RunEventSink& sink, std::stop_token stop)
{
    const State& state = *m_state;
    const TierLimits limits = tierLimits(run.memory, state.usable, state.options.forcedDilation);
    const RunnerLaunch launch = state.launchFor(run, limits);
    const int slots = run.mode == ScheduleMode::Sequential ? 1 : std::min(run.cap, state.spec.tasks);
    const LimiterKind kind = state.limiter.value_or(LimiterKind::DutyCycle);
    auto sandbox = createSandbox(kind, limits, slots, launch.mark);
    if (!sandbox)
        return fail(sandbox.error());
    Sample sample = emptySample(run, limits, limits.isUnlimited() ? limiterName(LimiterKind::None) : limiterName(kind), state.spec.tasks);

    auto seen = observeRunner(launch, **sandbox, sink, stop);
    if (!seen)
        return fail(seen.error());
    if (seen->wasStopped)
        return fail(ErrorCode::Cancelled, "stopped");
    if (seen->refusal && seen->refusal->code == "bad_request")
        return fail(ErrorCode::InvalidArgument, seen->refusal->message);
    return state.toSample(std::move(sample), std::move(*seen));
}

} // namespace tierscope::core
