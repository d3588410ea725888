// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/scheduler/TaskProcess.h"

#include "core/base/Programs.h"
#include "core/scheduler/StopSignals.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <new>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tierscope::core {

namespace {

std::string replaced(std::string_view text, std::string_view what, const std::string& with)
{
    std::string result;
    std::size_t start = 0;
    for (std::size_t hit = text.find(what); hit != std::string_view::npos; hit = text.find(what, start)) {
        result.append(text.substr(start, hit - start)).append(with);
        start = hit + what.size();
    }
    return result.append(text.substr(start));
}

} // namespace

Result<SlotBoards> SlotBoards::make(int slots)
{
    const std::size_t bytes = sizeof(SlotBoard) * static_cast<std::size_t>(slots);
    void* memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return fail(systemError(errno, "cannot share memory with the task processes"));
    auto* boards = static_cast<SlotBoard*>(memory);
    for (int slot = 0; slot < slots; ++slot)
        new (boards + slot) SlotBoard{};
    return SlotBoards(boards, bytes);
}

SlotBoards::SlotBoards(SlotBoards&& other) noexcept
    : m_boards(std::exchange(other.m_boards, nullptr))
    , m_bytes(other.m_bytes)
{}

SlotBoards::~SlotBoards()
{
    if (m_boards != nullptr)
        munmap(m_boards, m_bytes);
}

void reportOnBoard(SlotBoard& board, int errorNumber, const char* what)
{
    std::strncpy(board.failedWhat.data(), what, board.failedWhat.size() - 1);
    board.failedErrno = errorNumber;
}

bool joinSlot(const std::string& slotProcsTemplate, int slot, SlotBoard& board)
{
    if (slotProcsTemplate.empty())
        return true;
    const std::string number = std::to_string(slot);
    const std::string paths = replaced(slotProcsTemplate, "{slot}", number);
    for (std::size_t start = 0; start <= paths.size();) {
        const std::size_t end = std::min(paths.find(':', start), paths.size());
        const UniqueFd file(::open(paths.substr(start, end - start).c_str(), O_WRONLY | O_CLOEXEC));
        if (!file.isValid() || ::write(file.get(), "0", 1) != 1) {
            const int reason = errno;
            reportOnBoard(board, reason, ("join the sandbox of slot " + number).c_str());
            return false;
        }
        start = end + 1;
    }
    return true;
}

std::string boardError(const SlotBoard& board)
{
    return "cannot " + std::string(board.failedWhat.data()) + ": " + systemMessage(board.failedErrno);
}

Result<ForkedChild> forkTaskProcess(pid_t parent)
{
    ForkedChild child;
    child.pid = ::fork();
    if (child.pid < 0)
        return fail(systemError(errno, "cannot start a process", "Lower the cap or raise the limit of processes (ulimit -u)"));
    if (child.pid == 0) {
        ::setpgid(0, 0);
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() != parent)
            ::_exit(kExitCannotStart);
        resetSignalsInChild();
        return child;
    }
    // Both sides set the group: whoever is first, a kill of the group finds it.
    ::setpgid(child.pid, child.pid);
    child.pidfd.reset(static_cast<int>(::syscall(SYS_pidfd_open, child.pid, 0)));
    if (!child.pidfd.isValid()) {
        const int reason = errno;
        ::kill(child.pid, SIGKILL);
        ::waitpid(child.pid, nullptr, 0);
        return fail(systemError(reason, "cannot watch a process", "Lower the cap or raise the limit of open files (ulimit -n)"));
    }
    return child;
}

void runKernelAndExit(const PreparedKernel& kernel, SlotBoard& board)
{
    board.readyNs = monotonicNow().count();
    try {
        board.checksum = kernel.run();
    } catch (const std::bad_alloc&) {
        reportOnBoard(board, ENOMEM, "run the task");
        ::_exit(1);
    }
    ::_exit(0);
}

std::string withIndex(std::string_view argument, int index)
{
    return replaced(argument, "{index}", std::to_string(index));
}

void execCommand(const CommandWorkload& command, int index, int stderrFd, SlotBoard& board)
{
    std::vector<std::string> arguments;
    arguments.reserve(command.argv.size());
    for (const std::string& argument : command.argv)
        arguments.push_back(withIndex(argument, index));
    const std::vector<char*> argv = argvPointers(arguments);

    const int null = ::open("/dev/null", O_RDWR);
    ::dup2(null, STDIN_FILENO);
    ::dup2(null, STDOUT_FILENO);
    ::dup2(stderrFd >= 0 ? stderrFd : null, STDERR_FILENO);
    ::close_range(3, ~0U, 0);

    board.readyNs = monotonicNow().count();
    ::execvp(argv[0], argv.data());
    const int reason = errno;
    reportOnBoard(board, reason, ("start \"" + arguments[0] + "\"").c_str());
    ::_exit(kExitCannotStart);
}

void applyWaitStatus(TaskRecord& task, int waitStatus, std::string_view stderrTail)
{
    if (WIFSIGNALED(waitStatus)) {
        task.signal = WTERMSIG(waitStatus);
        task.outcome = TaskOutcome::Failed;
        task.error = describeSignal(task.signal);
        return;
    }
    task.exitCode = WEXITSTATUS(waitStatus);
    task.outcome = task.exitCode == 0 ? TaskOutcome::Done : TaskOutcome::Failed;
    if (task.outcome == TaskOutcome::Failed) {
        const std::string said = lastLine(stderrTail);
        task.error = "exit code " + std::to_string(task.exitCode) + (said.empty() ? "" : ": " + said);
    }
}

} // namespace tierscope::core
