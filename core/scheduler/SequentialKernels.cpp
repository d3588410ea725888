// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/scheduler/ScheduleLoop.h"
#include "core/scheduler/StopSignals.h"
#include "core/scheduler/TaskUsage.h"

#include <new>
#include <poll.h>

namespace tierscope::core {

namespace {

bool isReadable(int fd)
{
    if (fd < 0)
        return false;
    pollfd entry{fd, POLLIN, 0};
    return ::poll(&entry, 1, 0) > 0;
}

class SequentialRun {
public:
    SequentialRun(const Schedule& schedule, const ScheduleObserver& observer)
        : m_schedule(schedule)
        , m_observer(observer)
        , m_kernel(std::get<PreparedKernel>(schedule.body))
    {}

    Result<ScheduleResult> run()
    {
        auto boards = SlotBoards::make(1);
        if (!boards)
            return fail(boards.error());
        m_joined = joinSlot(m_schedule.slotProcsTemplate, 0, boards->at(0));
        if (!m_joined)
            m_joinError = boardError(boards->at(0));
        m_result.tasks.resize(static_cast<std::size_t>(m_schedule.tasks));
        m_start = monotonicNow();
        m_result.start = m_start;
        for (int index = 0; index < m_schedule.tasks; ++index) {
            TaskRecord& task = m_result.tasks[static_cast<std::size_t>(index)];
            task.index = index;
            if (m_result.outcome == ScheduleOutcome::Completed && isReadable(m_schedule.stopFd))
                m_result.outcome = ScheduleOutcome::Cancelled;
            if (m_result.outcome == ScheduleOutcome::Completed)
                runTask(task);
            else
                skipTask(task);
        }
        return std::move(m_result);
    }

private:
    /// The nearer of the task's and the run's limit.
    [[nodiscard]] std::optional<Nanoseconds> limitOf(const TaskRecord& task) const
    {
        std::optional<Nanoseconds> limit;
        if (m_schedule.taskTimeout.count() > 0)
            limit = m_schedule.taskTimeout;
        if (m_schedule.runTimeout.count() > 0) {
            const Nanoseconds left = std::max(Nanoseconds(m_schedule.runTimeout) - task.started, Nanoseconds(1));
            limit = limit ? std::min(*limit, left) : left;
        }
        return limit;
    }

    void runTask(TaskRecord& task)
    {
        task.slot = 0;
        task.started = monotonicNow() - m_start;
        task.ready = task.started;
        if (m_observer.taskStarted)
            m_observer.taskStarted(task);
        // A kernel that takes this process down must not take the finished tasks' lines with it.
        if (m_observer.beforeSleep)
            m_observer.beforeSleep();

        rusage before{};
        rusage after{};
        ::getrusage(RUSAGE_SELF, &before);
        const Interruption interruption = execute(task);
        ::getrusage(RUSAGE_SELF, &after);
        task.ended = monotonicNow() - m_start;
        takeUsage(task, before, after);
        m_result.wall = task.ended;
        if (interruption != Interruption::None)
            markInterrupted(task, interruption);
        if (m_observer.taskEnded)
            m_observer.taskEnded(task);
    }

    Interruption execute(TaskRecord& task)
    {
        if (!m_joined) {
            failTask(task, kExitCannotStart, m_joinError);
            return Interruption::None;
        }
        try {
            const Interruption interruption = runInterruptibly([this] { m_checksum = m_kernel.run(); }, limitOf(task));
            task.outcome = TaskOutcome::Done;
            return interruption;
        } catch (const std::bad_alloc&) {
            failTask(task, 1, "cannot run the task: not enough memory");
            return Interruption::None;
        }
    }

    static void failTask(TaskRecord& task, int exitCode, const std::string& why)
    {
        task.outcome = TaskOutcome::Failed;
        task.exitCode = exitCode;
        task.error = why;
    }

    void markInterrupted(TaskRecord& task, Interruption interruption)
    {
        task.outcome = interruption == Interruption::Stopped ? TaskOutcome::Cancelled : TaskOutcome::TimedOut;
        task.error = endedEarlyText(m_schedule, task.outcome, true);
        if (interruption == Interruption::Stopped)
            m_result.outcome = ScheduleOutcome::Cancelled;
        else if (m_schedule.runTimeout.count() > 0 && task.ended >= m_schedule.runTimeout)
            m_result.outcome = ScheduleOutcome::TimedOut;
    }

    void skipTask(TaskRecord& task) const
    {
        task.outcome = m_result.outcome == ScheduleOutcome::TimedOut ? TaskOutcome::TimedOut : TaskOutcome::Cancelled;
        task.error = endedEarlyText(m_schedule, task.outcome, false);
    }

    const Schedule& m_schedule;
    const ScheduleObserver& m_observer;
    PreparedKernel m_kernel;
    bool m_joined = true;
    std::string m_joinError;
    Nanoseconds m_start{0};
    std::uint64_t m_checksum = 0;
    ScheduleResult m_result;
};

} // namespace

Result<ScheduleResult> runSequentialKernels(const Schedule& schedule, const ScheduleObserver& observer)
{
    return SequentialRun(schedule, observer).run();
}

} // namespace tierscope::core
