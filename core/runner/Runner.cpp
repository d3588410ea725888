// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/runner/Runner.h"

#include "core/base/Version.h"
#include "core/runner/ProcessReaper.h"
#include "core/scheduler/StopSignals.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace tierscope::core {

namespace {

constexpr std::size_t kLargestRequest = std::size_t{6} * 1024 * 1024; ///< Lambda's synchronous payload

constexpr int kExitReaderGone = 1;
constexpr int kExitBadRequest = 2;

/// Every slot needs descriptors: its process's, and two pipes. No more than that is asked for, because commands inherit the limit.
void allowDescriptors(int slots)
{
    constexpr rlim_t kPerSlot = 3;
    constexpr rlim_t kOwn = 64;
    const rlim_t wanted = kOwn + kPerSlot * static_cast<rlim_t>(slots);
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted)
        return;
    limit.rlim_cur = std::min(wanted, limit.rlim_max);
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

Result<std::string> readRequest(int fd)
{
    std::string text;
    std::array<char, 65536> buffer;
    while (true) {
        const ssize_t count = ::read(fd, buffer.data(), buffer.size());
        if (count == 0)
            return text;
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fail(systemError(errno, "cannot read the run request"));
        text.append(buffer.data(), static_cast<std::size_t>(count));
        if (text.size() > kLargestRequest)
            return fail(ErrorCode::InvalidArgument, "the run request is larger than 6 MB", "Send one JSON object");
    }
}

/// Lines that wait for the scheduler to sleep.
class LineWriter {
public:
    explicit LineWriter(int fd)
        : m_fd(fd)
    {}
    [[nodiscard]] std::string& pending() { return m_pending; }
    void flush()
    {
        if (!m_pending.empty() && !m_gone && !writeAll(m_fd, m_pending)) {
            m_gone = true;
            // Nobody is left to work for: end as if stopped.
            ::raise(SIGTERM);
        }
        m_pending.clear();
    }
    [[nodiscard]] bool readerIsGone() const { return m_gone; }

private:
    int m_fd;
    std::string m_pending;
    bool m_gone = false;
};

Result<TaskBody> taskBody(const Workload& workload)
{
    if (const auto* kernel = std::get_if<KernelWorkload>(&workload)) {
        auto prepared = prepareKernel(*kernel);
        if (!prepared)
            return fail(prepared.error());
        return TaskBody(*prepared);
    }
    if (const auto* command = std::get_if<CommandWorkload>(&workload))
        return TaskBody(*command);
    return fail(ErrorCode::InvalidArgument, "this runner has no Python", "Send python workloads to tierscope_runner.py");
}

int capOf(const RunRequest& request, int usableCpus)
{
    if (request.mode == ScheduleMode::Sequential)
        return 1;
    return std::clamp(request.cap == 0 ? usableCpus : request.cap, 1, kMaximumCap);
}

} // namespace

Result<RunReport> executeRun(const RunRequest& request, const RunnerContext& context, const ScheduleObserver& observer)
{
    auto body = taskBody(request.workload);
    if (!body)
        return fail(body.error());
    RunReport report;
    report.host = probeHost();
    if (context.memoryMb > 0)
        report.host.memoryMb = context.memoryMb;
    report.runner = {"tierscope-runner", kVersion, "c++"};
    report.mode = request.mode;
    report.cap = capOf(request, report.host.usableCpus);

    Schedule schedule;
    schedule.body = std::move(*body);
    schedule.tasks = request.tasks;
    schedule.mode = request.mode;
    // No more slots than tasks: the rest would never be used.
    schedule.cap = std::min(report.cap, request.tasks);
    schedule.taskTimeout = request.taskTimeout;
    schedule.runTimeout = request.runTimeout;
    schedule.slotProcsTemplate = context.slotProcsTemplate;
    schedule.stopFd = context.stopFd;
    allowDescriptors(schedule.cap);
    auto result = runSchedule(schedule, observer);
    killRemainingChildren();
    if (!result)
        return fail(result.error());
    report.outcome = result->outcome;
    report.started = result->start;
    report.wall = result->wall;
    report.wakeups = result->wakeups;
    report.tasks = std::move(result->tasks);
    return report;
}

int runnerMain(int inputFd, int outputFd)
{
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    auto signals = StopSignals::install();
    LineWriter writer(outputFd);
    const auto refuse = [&](const Error& error) {
        writer.pending() += errorLine(error);
        writer.flush();
        return kExitBadRequest;
    };
    if (!signals)
        return refuse(signals.error());
    const auto text = readRequest(inputFd);
    if (!text)
        return refuse(text.error());
    const auto request = decodeRunRequest(*text);
    if (!request)
        return refuse(request.error());

    ScheduleObserver observer;
    if (request->events) {
        observer.taskStarted = [&](const TaskRecord& task) { appendTaskStartedLine(writer.pending(), task); };
        observer.taskEnded = [&](const TaskRecord& task) { appendTaskEndedLine(writer.pending(), task); };
        observer.beforeSleep = [&] { writer.flush(); };
    }
    RunnerContext context;
    if (const char* slotProcs = std::getenv("TIERSCOPE_SLOT_PROCS"))
        context.slotProcsTemplate = slotProcs;
    context.stopFd = signals->fd();
    const auto report = executeRun(*request, context, observer);
    if (!report)
        return refuse(report.error());

    writer.flush();
    writeReportLine(*report, [&](std::string_view piece) {
        writer.pending().append(piece);
        writer.flush();
    });
    writer.flush();
    return writer.readerIsGone() ? kExitReaderGone : 0;
}

} // namespace tierscope::core
