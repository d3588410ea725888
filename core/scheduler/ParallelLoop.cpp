// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/scheduler/ScheduleLoop.h"
#include "core/scheduler/TaskUsage.h"

#include <array>
#include <sys/ioctl.h>
#include <unistd.h>

namespace tierscope::core {

namespace {

constexpr std::size_t kTailBytes = 2048;

/// One process per task.
class ParallelLoop final : public ScheduleLoop {
public:
    using ScheduleLoop::ScheduleLoop;

protected:
    void launch(int slotNumber) override
    {
        if (const auto* kernel = std::get_if<PreparedKernel>(&schedule().body))
            static_cast<void>(startProcess(slotNumber, [&] { runKernelAndExit(*kernel, board(slotNumber)); }));
        else
            launchCommand(slotNumber, std::get<CommandWorkload>(schedule().body));
    }

    void ready(int slotNumber, Source source) override
    {
        if (source == Source::Channel)
            readTail(slotAt(slotNumber));
        else
            collect(slotNumber);
    }

private:
    void launchCommand(int slotNumber, const CommandWorkload& command)
    {
        auto pipe = makePipe();
        if (!pipe) {
            failTask(slotNumber, pipe.error().message);
            return;
        }
        Slot& slot = slotAt(slotNumber);
        const bool started = startProcess(slotNumber, [&] { execCommand(command, slot.task, pipe->writeEnd.get(), board(slotNumber)); });
        if (!started)
            return;
        slot.channel = std::move(pipe->readEnd);
        watch(slot.channel.get(), slotNumber, Source::Channel);
    }

    /// Reads once: epoll says again when there is more, and a read that could block would hold up every other task.
    void readTail(Slot& slot)
    {
        std::array<char, 65536> buffer;
        const ssize_t count = slot.channel.isValid() ? ::read(slot.channel.get(), buffer.data(), buffer.size()) : 0;
        if (count <= 0) {
            closeChannel(slot);
            return;
        }
        slot.tail.append(buffer.data(), static_cast<std::size_t>(count));
        if (slot.tail.size() > kTailBytes)
            slot.tail.erase(0, slot.tail.size() - kTailBytes);
    }

    /// What a command said just before its end is still in the pipe.
    void drainTail(Slot& slot)
    {
        int waiting = 0;
        while (slot.channel.isValid() && ::ioctl(slot.channel.get(), FIONREAD, &waiting) == 0 && waiting > 0)
            readTail(slot);
        closeChannel(slot);
    }

    void closeChannel(Slot& slot)
    {
        if (!slot.channel.isValid())
            return;
        unwatch(slot.channel.get());
        slot.channel.reset();
    }

    void collect(int slotNumber)
    {
        Slot& slot = slotAt(slotNumber);
        if (slot.task < 0)
            return;
        rusage usage{};
        const int status = reap(slot, &usage);
        drainTail(slot);
        TaskRecord& task = taskOf(slot);
        const SlotBoard& slotBoard = board(slotNumber);
        task.ready = sinceStart(slotBoard.readyNs);
        takeUsage(task, {}, usage);
        applyWaitStatus(task, status, slot.tail);
        if (slotBoard.failedErrno != 0 && task.exitCode != 0)
            task.error = boardError(slotBoard);
        finishTask(slotNumber);
    }
};

} // namespace

Result<ScheduleResult> runParallel(const Schedule& schedule, const ScheduleObserver& observer)
{
    auto boards = SlotBoards::make(schedule.cap);
    if (!boards)
        return fail(boards.error());
    ParallelLoop loop(schedule, observer, std::move(*boards));
    return loop.run();
}

} // namespace tierscope::core
