// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/scheduler/ScheduleLoop.h"
#include "core/scheduler/TaskUsage.h"

#include <cerrno>
#include <csignal>
#include <new>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tierscope::core {

namespace {

/// A worker's answer; small enough that a pipe passes it whole.
struct Answer {
    std::int64_t readyNs;
    rusage before; ///< of the worker, around the task
    rusage after;
    std::uint64_t checksum;
    int failedErrno;
};

template <typename T>
bool readWhole(int fd, T& value)
{
    ssize_t count = 0;
    do {
        count = ::read(fd, &value, sizeof value);
    } while (count < 0 && errno == EINTR);
    return count == static_cast<ssize_t>(sizeof value);
}

template <typename T>
bool writeWhole(int fd, const T& value)
{
    ssize_t count = 0;
    do {
        count = ::write(fd, &value, sizeof value);
    } while (count < 0 && errno == EINTR);
    return count == static_cast<ssize_t>(sizeof value);
}

[[noreturn]] void workUntilClosed(const PreparedKernel& kernel, int requests, int answers)
{
    rusage before{};
    ::getrusage(RUSAGE_SELF, &before);
    int index = 0;
    while (readWhole(requests, index)) {
        Answer answer{};
        answer.readyNs = monotonicNow().count();
        try {
            answer.checksum = kernel.run();
        } catch (const std::bad_alloc&) {
            answer.failedErrno = ENOMEM;
        }
        answer.before = before;
        ::getrusage(RUSAGE_SELF, &answer.after);
        before = answer.after;
        if (!writeWhole(answers, answer))
            break;
    }
    ::_exit(0);
}

/// `cap` workers, each started with its first task and replaced when it dies.
class PoolLoop final : public ScheduleLoop {
public:
    using ScheduleLoop::ScheduleLoop;

protected:
    void launch(int slotNumber) override
    {
        Slot& slot = slotAt(slotNumber);
        if (slot.child.pid < 0 && !startWorker(slotNumber))
            return;
        if (writeWhole(slot.requests.get(), slot.task))
            return;
        // The worker died idle and its end has not been looked at yet: the task has not begun, so a new worker may have it.
        static_cast<void>(endWorker(slot, nullptr));
        if (startWorker(slotNumber))
            static_cast<void>(writeWhole(slot.requests.get(), slot.task));
    }

    void ready(int slotNumber, Source source) override
    {
        Slot& slot = slotAt(slotNumber);
        if (source == Source::Channel && slot.channel.isValid())
            takeAnswer(slotNumber);
        else if (source == Source::Process && slot.child.pid >= 0)
            workerDied(slotNumber);
    }

    void wrapUp() override
    {
        for (int slotNumber = 0; slotNumber < schedule().cap; ++slotNumber)
            if (slotAt(slotNumber).child.pid >= 0)
                static_cast<void>(endWorker(slotAt(slotNumber), nullptr));
    }

private:
    bool startWorker(int slotNumber)
    {
        auto requests = makePipe();
        auto answers = makePipe();
        if (!requests || !answers) {
            failTask(slotNumber, (requests ? answers : requests).error().message);
            return false;
        }
        const auto& kernel = std::get<PreparedKernel>(schedule().body);
        const bool started = startProcess(slotNumber, [&] {
            const int in = ::dup(requests->readEnd.get());
            const int out = ::dup(answers->writeEnd.get());
            closeParentsEnds();
            requests->writeEnd.reset();
            answers->readEnd.reset();
            workUntilClosed(kernel, in, out);
        });
        if (!started)
            return false;
        Slot& slot = slotAt(slotNumber);
        slot.spent = {};
        slot.requests = std::move(requests->writeEnd);
        slot.channel = std::move(answers->readEnd);
        watch(slot.channel.get(), slotNumber, Source::Channel);
        return true;
    }

    /// In a worker: without the other workers' pipes, so that each of them sees its end of file.
    void closeParentsEnds()
    {
        for (int slotNumber = 0; slotNumber < schedule().cap; ++slotNumber) {
            slotAt(slotNumber).requests.reset();
            slotAt(slotNumber).channel.reset();
        }
    }

    void takeAnswer(int slotNumber)
    {
        Slot& slot = slotAt(slotNumber);
        Answer answer{};
        if (!readWhole(slot.channel.get(), answer)) {
            unwatch(slot.channel.get());
            slot.channel.reset();
            return;
        }
        TaskRecord& task = taskOf(slot);
        task.ready = sinceStart(answer.readyNs);
        takeUsage(task, answer.before, answer.after);
        slot.spent = answer.after;
        task.outcome = answer.failedErrno == 0 ? TaskOutcome::Done : TaskOutcome::Failed;
        task.exitCode = answer.failedErrno == 0 ? 0 : 1;
        if (answer.failedErrno != 0)
            task.error = "cannot run the task: " + systemMessage(answer.failedErrno);
        // Done before it could be killed: the worker is going all the same, and a new one takes the slot's next task.
        if (slot.killedAs != TaskOutcome::Failed)
            static_cast<void>(endWorker(slot, nullptr));
        finishTask(slotNumber);
    }

    void workerDied(int slotNumber)
    {
        Slot& slot = slotAt(slotNumber);
        // Its last answer may stand in the pipe still.
        if (int waiting = 0; slot.task >= 0 && slot.channel.isValid() && ::ioctl(slot.channel.get(), FIONREAD, &waiting) == 0
                             && waiting >= static_cast<int>(sizeof(Answer)))
            takeAnswer(slotNumber);
        if (slot.child.pid < 0)
            return;
        rusage usage{};
        const int status = endWorker(slot, &usage);
        if (slot.task < 0)
            return;
        TaskRecord& task = taskOf(slot);
        takeUsage(task, slot.spent, usage);
        applyWaitStatus(task, status, {});
        if (board(slotNumber).failedErrno != 0)
            task.error = boardError(board(slotNumber));
        else if (task.outcome == TaskOutcome::Done) {
            task.outcome = TaskOutcome::Failed;
            task.error = "its process ended before it answered";
        }
        finishTask(slotNumber);
    }

    int endWorker(Slot& slot, rusage* usage)
    {
        if (slot.channel.isValid())
            unwatch(slot.channel.get());
        slot.channel.reset();
        slot.requests.reset();
        return reap(slot, usage);
    }
};

} // namespace

Result<ScheduleResult> runPool(const Schedule& schedule, const ScheduleObserver& observer)
{
    auto boards = SlotBoards::make(schedule.cap);
    if (!boards)
        return fail(boards.error());
    // A worker that has died must show as a failed write.
    struct sigaction ignore {};
    struct sigaction previous {};
    ignore.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &ignore, &previous);
    PoolLoop loop(schedule, observer, std::move(*boards));
    auto result = loop.run();
    ::sigaction(SIGPIPE, &previous, nullptr);
    return result;
}

} // namespace tierscope::core
