// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/scheduler/CappedScheduler.h"
#include "core/scheduler/TaskProcess.h"

#include <functional>
#include <optional>
#include <queue>
#include <string>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <vector>

namespace tierscope::core {

/// The event loop that parallel and pool share: slots, deadlines, cancelling, accounting. What differs is how a slot's task is launched and
/// what its descriptors say, and that is in the two subclasses.
class ScheduleLoop {
public:
    ScheduleLoop(const Schedule& schedule, const ScheduleObserver& observer, SlotBoards boards);
    ScheduleLoop(const ScheduleLoop&) = delete;
    ScheduleLoop& operator=(const ScheduleLoop&) = delete;
    virtual ~ScheduleLoop();
    [[nodiscard]] Result<ScheduleResult> run();

protected:
    /// Which of a slot's descriptors is ready.
    enum class Source : std::uint8_t { Process, Channel, Stop };
    struct Slot {
        int task = -1; ///< index of the task it holds, or -1
        ForkedChild child;
        UniqueFd channel;  ///< read end: a command's stderr, or a pool worker's answers
        UniqueFd requests; ///< write end to a pool worker
        std::string tail;  ///< last bytes of a command's stderr
        rusage spent{};    ///< by a pool worker, up to its last answer
        Nanoseconds deadline{Nanoseconds::max()};
        TaskOutcome killedAs = TaskOutcome::Failed; ///< TimedOut or Cancelled when it was we who killed it
    };

    /// Starts the slot's task (slot.task is set). On failure the task must be finished with failTask.
    virtual void launch(int slotNumber) = 0;
    /// A descriptor of the slot is ready.
    virtual void ready(int slotNumber, Source source) = 0;
    /// Ends the processes that outlive their task.
    virtual void wrapUp() {}

    [[nodiscard]] Slot& slotAt(int number) { return m_slots[static_cast<std::size_t>(number)]; }
    [[nodiscard]] TaskRecord& taskOf(const Slot& slot) { return m_result.tasks[static_cast<std::size_t>(slot.task)]; }
    [[nodiscard]] const Schedule& schedule() const { return m_schedule; }
    [[nodiscard]] SlotBoard& board(int slotNumber) const { return m_boards.at(slotNumber); }
    [[nodiscard]] pid_t parent() const { return m_parent; }
    /// The task's times are told on this clock.
    [[nodiscard]] Nanoseconds elapsed() const { return monotonicNow() - m_start; }
    /// An absolute time that a child took.
    [[nodiscard]] Nanoseconds sinceStart(std::int64_t absoluteNs) const
    {
        return absoluteNs == 0 ? Nanoseconds(0) : Nanoseconds(absoluteNs) - m_start;
    }

    /// Forks the slot's process, in which `body` runs and never returns, and watches it. False when it could not be started: the task is
    /// failed then.
    [[nodiscard]] bool startProcess(int slotNumber, const std::function<void()>& body);
    void watch(int fd, int slotNumber, Source source);
    void unwatch(int fd);
    /// Kills what is left of the slot's process group, then reaps the leader. What it went through goes into `usage`.
    [[nodiscard]] int reap(Slot& slot, rusage* usage);
    /// The slot's task has ended with what its record says; the slot is free.
    void finishTask(int slotNumber);
    void failTask(int slotNumber, std::string why);

private:
    void prepareRecords();
    void startWhatFits();
    void giveUp(ScheduleOutcome outcome);
    void killTask(int slotNumber, TaskOutcome outcome);
    void killOverdue(Nanoseconds now);
    void handle(const epoll_event& event);
    [[nodiscard]] std::optional<Nanoseconds> nextDeadline() const;
    [[nodiscard]] int waitForEvents(epoll_event* events, int count);
    [[nodiscard]] bool isOver() const { return m_finished == m_schedule.tasks || (m_gaveUp && m_running == 0); }

    const Schedule& m_schedule;
    const ScheduleObserver& m_observer;
    SlotBoards m_boards;
    pid_t m_parent;
    UniqueFd m_epoll;
    Nanoseconds m_start{0};
    std::vector<Slot> m_slots;
    std::priority_queue<int, std::vector<int>, std::greater<>> m_freeSlots; ///< lowest first
    ScheduleResult m_result;
    int m_next = 0;
    int m_running = 0;
    int m_finished = 0;
    bool m_gaveUp = false;
};

[[nodiscard]] Result<ScheduleResult> runParallel(const Schedule& schedule, const ScheduleObserver& observer);
[[nodiscard]] Result<ScheduleResult> runPool(const Schedule& schedule, const ScheduleObserver& observer);
/// Kernels one after the other in this process.
[[nodiscard]] Result<ScheduleResult> runSequentialKernels(const Schedule& schedule, const ScheduleObserver& observer);

/// The sentence for a task that its own or the run's time limit ended, or that was cancelled.
[[nodiscard]] std::string endedEarlyText(const Schedule& schedule, TaskOutcome outcome, bool wasStarted);

} // namespace tierscope::core
