// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/UniqueFd.h"
#include "core/scheduler/CappedScheduler.h"

#include <array>
#include <atomic>
#include <string>
#include <sys/types.h>

namespace tierscope::core {

/// The exit code of a task that could not begin, as shells have it.
inline constexpr int kExitCannotStart = 127;

/// What a slot's process tells its parent, in a page that both see (an anonymous shared mapping: Lambda has no /dev/shm).
struct SlotBoard {
    std::atomic<std::int64_t> readyNs;   ///< absolute monotonic time of the task's first instruction; 0: not yet
    std::atomic<std::uint64_t> checksum; ///< the kernel's result
    std::atomic<int> failedErrno;        ///< why the task could not start, when > 0
    std::array<char, 104> failedWhat;    ///< what failed then, NUL-terminated
};

/// One board a slot, shared with every child that is forked afterwards.
class SlotBoards {
public:
    [[nodiscard]] static Result<SlotBoards> make(int slots);
    SlotBoards(SlotBoards&& other) noexcept;
    SlotBoards& operator=(SlotBoards&&) = delete;
    ~SlotBoards();
    [[nodiscard]] SlotBoard& at(int slot) const { return m_boards[slot]; }

private:
    SlotBoards(SlotBoard* boards, std::size_t bytes)
        : m_boards(boards)
        , m_bytes(bytes)
    {}
    SlotBoard* m_boards;
    std::size_t m_bytes;
};

/// Writes "0" to the slot's cgroup.procs files, as every task process does first where a sandbox asks for it. True when there is nothing to
/// join. On failure the board says why.
[[nodiscard]] bool joinSlot(const std::string& slotProcsTemplate, int slot, SlotBoard& board);

/// "cannot join the sandbox of slot 3: …" or "cannot start …", from a board that has failedErrno.
[[nodiscard]] std::string boardError(const SlotBoard& board);

/// Records a failure where the parent finds it.
void reportOnBoard(SlotBoard& board, int errorNumber, const char* what);

/// A forked child.
struct ForkedChild {
    pid_t pid = -1;
    UniqueFd pidfd;
};

/// Forks. In the child (pid 0 in the result): own process group, death signal, default signals. The parent gets a pidfd.
/// `parent` is the forking process, so that a child whose parent died before the death signal was set does not stay.
[[nodiscard]] Result<ForkedChild> forkTaskProcess(pid_t parent);

/// In a child: never returns.
[[noreturn]] void runKernelAndExit(const PreparedKernel& kernel, SlotBoard& board);

/// In a child: stdin and stdout on /dev/null, stderr on `stderrFd`, then exec without a shell. "{index}" becomes the index. Returns only by
/// exit.
[[noreturn]] void execCommand(const CommandWorkload& command, int index, int stderrFd, SlotBoard& board);

/// "{index}" in an argument, replaced.
[[nodiscard]] std::string withIndex(std::string_view argument, int index);

/// Fills outcome, exitCode, signal and error from a wait status. `stderrTail` is the last that a command said.
void applyWaitStatus(TaskRecord& task, int waitStatus, std::string_view stderrTail);

} // namespace tierscope::core
