// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/scheduler/ScheduleLoop.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tierscope::core {

namespace {

constexpr std::uint64_t kSourceBits = 2;

std::uint64_t eventKey(int slotNumber, int source)
{
    return (static_cast<std::uint64_t>(slotNumber) << kSourceBits) | static_cast<std::uint64_t>(source);
}

/// Keeps the whole pages of the records out of the children, or lets them in again. A child has no use for them, and to copy and drop the
/// page tables of a hundred thousand records at every fork costs more than the fork itself.
void keepFromChildren(std::vector<TaskRecord>& records, bool keep)
{
    const auto pageSize = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const std::size_t bytes = records.size() * sizeof(TaskRecord);
    const std::size_t beforeFirstPage = (pageSize - reinterpret_cast<std::uintptr_t>(records.data()) % pageSize) % pageSize;
    if (bytes < beforeFirstPage + pageSize)
        return;
    const std::size_t wholePages = (bytes - beforeFirstPage) / pageSize * pageSize;
    ::madvise(reinterpret_cast<std::byte*>(records.data()) + beforeFirstPage, wholePages, keep ? MADV_DONTFORK : MADV_DOFORK);
}

} // namespace

std::string endedEarlyText(const Schedule& schedule, TaskOutcome outcome, bool wasStarted)
{
    if (outcome == TaskOutcome::Cancelled)
        return wasStarted ? "cancelled" : "cancelled before it started";
    if (!wasStarted)
        return "not started: the run timed out after " + std::to_string(schedule.runTimeout.count()) + " ms";
    const bool byTask = schedule.taskTimeout.count() > 0;
    return (byTask ? "timed out after " : "the run timed out after ")
           + std::to_string((byTask ? schedule.taskTimeout : schedule.runTimeout).count()) + " ms";
}

ScheduleLoop::ScheduleLoop(const Schedule& schedule, const ScheduleObserver& observer, SlotBoards boards)
    : m_schedule(schedule)
    , m_observer(observer)
    , m_boards(std::move(boards))
    , m_parent(::getpid())
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_slots(static_cast<std::size_t>(schedule.cap))
{}

ScheduleLoop::~ScheduleLoop() = default;

void ScheduleLoop::prepareRecords()
{
    m_result.tasks.resize(static_cast<std::size_t>(m_schedule.tasks));
    for (int index = 0; index < m_schedule.tasks; ++index)
        m_result.tasks[static_cast<std::size_t>(index)].index = index;
    for (int slot = 0; slot < m_schedule.cap; ++slot)
        m_freeSlots.push(slot);
}

Result<ScheduleResult> ScheduleLoop::run()
{
    if (!m_epoll.isValid())
        return fail(systemError(errno, "cannot watch processes"));
    prepareRecords();
    if (m_schedule.stopFd >= 0)
        watch(m_schedule.stopFd, 0, Source::Stop);

    keepFromChildren(m_result.tasks, true);
    m_start = monotonicNow();
    m_result.start = m_start;
    std::array<epoll_event, 64> events;
    while (!isOver()) {
        startWhatFits();
        if (isOver())
            break;
        const int count = waitForEvents(events.data(), static_cast<int>(events.size()));
        for (int i = 0; i < count; ++i)
            handle(events[static_cast<std::size_t>(i)]);
        if (m_schedule.taskTimeout.count() > 0 || m_schedule.runTimeout.count() > 0)
            killOverdue(elapsed());
    }
    m_result.wall = elapsed();
    wrapUp();
    keepFromChildren(m_result.tasks, false);

    const TaskOutcome unstarted = m_result.outcome == ScheduleOutcome::TimedOut ? TaskOutcome::TimedOut : TaskOutcome::Cancelled;
    for (; m_next < m_schedule.tasks; ++m_next) {
        TaskRecord& task = m_result.tasks[static_cast<std::size_t>(m_next)];
        task.outcome = unstarted;
        task.error = endedEarlyText(m_schedule, unstarted, false);
    }
    return std::move(m_result);
}

void ScheduleLoop::startWhatFits()
{
    while (!m_gaveUp && m_next < m_schedule.tasks && !m_freeSlots.empty()) {
        const int slotNumber = m_freeSlots.top();
        m_freeSlots.pop();
        Slot& slot = slotAt(slotNumber);
        slot.task = m_next++;
        slot.tail.clear();
        slot.killedAs = TaskOutcome::Failed;
        ++m_running;

        SlotBoard& slotBoard = board(slotNumber);
        slotBoard.readyNs = 0;
        slotBoard.failedErrno = 0;
        TaskRecord& task = taskOf(slot);
        task.slot = slotNumber;
        task.started = elapsed();
        slot.deadline = m_schedule.taskTimeout.count() > 0 ? task.started + m_schedule.taskTimeout : Nanoseconds::max();
        // Before the launch: one that fails ends its task at once, and an end never comes before its start.
        if (m_observer.taskStarted)
            m_observer.taskStarted(task);
        launch(slotNumber);
    }
}

std::optional<Nanoseconds> ScheduleLoop::nextDeadline() const
{
    Nanoseconds next = Nanoseconds::max();
    if (m_schedule.runTimeout.count() > 0 && !m_gaveUp)
        next = m_schedule.runTimeout;
    if (m_schedule.taskTimeout.count() > 0)
        for (const Slot& slot : m_slots)
            if (slot.task >= 0 && slot.killedAs == TaskOutcome::Failed)
                next = std::min(next, slot.deadline);
    if (next == Nanoseconds::max())
        return std::nullopt;
    return next;
}

int ScheduleLoop::waitForEvents(epoll_event* events, int count)
{
    if (m_observer.beforeSleep)
        m_observer.beforeSleep();
    int timeoutMs = -1;
    if (const auto deadline = nextDeadline()) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(std::max(*deadline - elapsed(), Nanoseconds(0)));
        timeoutMs = static_cast<int>(std::min<std::int64_t>(left.count(), 3'600'000));
    }
    const int ready = ::epoll_wait(m_epoll.get(), events, count, timeoutMs);
    ++m_result.wakeups;
    return std::max(ready, 0);
}

void ScheduleLoop::handle(const epoll_event& event)
{
    const auto source = static_cast<Source>(event.data.u64 & ((1U << kSourceBits) - 1));
    if (source == Source::Stop) {
        unwatch(m_schedule.stopFd);
        giveUp(ScheduleOutcome::Cancelled);
        return;
    }
    ready(static_cast<int>(event.data.u64 >> kSourceBits), source);
}

void ScheduleLoop::giveUp(ScheduleOutcome outcome)
{
    if (m_gaveUp)
        return;
    m_gaveUp = true;
    m_result.outcome = outcome;
    for (int slotNumber = 0; slotNumber < m_schedule.cap; ++slotNumber)
        killTask(slotNumber, outcome == ScheduleOutcome::Cancelled ? TaskOutcome::Cancelled : TaskOutcome::TimedOut);
}

void ScheduleLoop::killOverdue(Nanoseconds now)
{
    if (m_schedule.runTimeout.count() > 0 && now >= m_schedule.runTimeout)
        giveUp(ScheduleOutcome::TimedOut);
    for (int slotNumber = 0; slotNumber < m_schedule.cap; ++slotNumber)
        if (slotAt(slotNumber).task >= 0 && now >= slotAt(slotNumber).deadline)
            killTask(slotNumber, TaskOutcome::TimedOut);
}

void ScheduleLoop::killTask(int slotNumber, TaskOutcome outcome)
{
    Slot& slot = slotAt(slotNumber);
    if (slot.task < 0 || slot.child.pid <= 0 || slot.killedAs != TaskOutcome::Failed)
        return;
    slot.killedAs = outcome;
    ::kill(-slot.child.pid, SIGKILL);
}

bool ScheduleLoop::startProcess(int slotNumber, const std::function<void()>& body)
{
    auto child = forkTaskProcess(m_parent);
    if (!child) {
        failTask(slotNumber, child.error().message);
        return false;
    }
    if (child->pid == 0) {
        if (!joinSlot(m_schedule.slotProcsTemplate, slotNumber, board(slotNumber)))
            ::_exit(kExitCannotStart);
        body();
    }
    Slot& slot = slotAt(slotNumber);
    slot.child = std::move(*child);
    watch(slot.child.pidfd.get(), slotNumber, Source::Process);
    return true;
}

void ScheduleLoop::watch(int fd, int slotNumber, Source source)
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = eventKey(slotNumber, static_cast<int>(source));
    ::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, fd, &event);
}

void ScheduleLoop::unwatch(int fd)
{
    // Closing is not enough: children that were forked meanwhile hold the same open file, and epoll would go on reporting it.
    ::epoll_ctl(m_epoll.get(), EPOLL_CTL_DEL, fd, nullptr);
}

int ScheduleLoop::reap(Slot& slot, rusage* usage)
{
    unwatch(slot.child.pidfd.get());
    slot.child.pidfd.reset();
    // Until it is reaped the leader keeps the group's number: this cannot hit anybody else.
    ::kill(-slot.child.pid, SIGKILL);
    int status = 0;
    while (::wait4(slot.child.pid, &status, 0, usage) < 0 && errno == EINTR) {
    }
    slot.child.pid = -1;
    return status;
}

void ScheduleLoop::failTask(int slotNumber, std::string why)
{
    TaskRecord& task = taskOf(slotAt(slotNumber));
    task.outcome = TaskOutcome::Failed;
    task.exitCode = kExitCannotStart;
    task.error = std::move(why);
    finishTask(slotNumber);
}

void ScheduleLoop::finishTask(int slotNumber)
{
    Slot& slot = slotAt(slotNumber);
    TaskRecord& task = taskOf(slot);
    task.ended = elapsed();
    if (slot.killedAs != TaskOutcome::Failed && task.outcome != TaskOutcome::Done) {
        task.outcome = slot.killedAs;
        task.error = endedEarlyText(m_schedule, slot.killedAs, true);
    }
    slot.task = -1;
    slot.deadline = Nanoseconds::max();
    m_freeSlots.push(slotNumber);
    --m_running;
    ++m_finished;
    if (m_observer.taskEnded)
        m_observer.taskEnded(task);
}

} // namespace tierscope::core
