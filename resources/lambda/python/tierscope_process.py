# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
"""The processes of a run: made so that they cannot outlive the runner, watched without polling, ended with all they started.

Forked with os.fork: multiprocessing.Process reaps siblings behind our back when it starts one (and their CPU time with them),
leaks descriptors when a fork fails, and tells the end of a process by a pipe that the process's own children keep open.
"""
from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import sys
import time
from multiprocessing.connection import Pipe, wait

from tierscope_task import NEVER, STOP_SIGNALS

_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36
_SYS_PIDFD_OPEN = 434  # the same number on every architecture
_DEATH_PATIENCE_S = 2.0

_libc = ctypes.CDLL(None)
_libc.prctl.argtypes = (ctypes.c_int,) + (ctypes.c_ulong,) * 4
_libc.syscall.argtypes = (ctypes.c_long,) * 3
_libc.syscall.restype = ctypes.c_long


class Worker:
    """A child process that executes one task or, in a pool, one after the other. Made by fork_worker()."""

    def __init__(self, pid, slot, connection):
        self.pid, self.slot, self._connection = pid, slot, connection
        self.task = None  # the record of what it executes now
        self.deadline = NEVER
        self.fate = None  # the result of the task, when it is we who ended its process
        self.spent = {}  # the usage_fields() of its earlier tasks, summed
        self._exit_fd = _open_pidfd(pid)

    def watch(self, answers):
        """The descriptors whose readability means that the worker wants attention: it has ended or, with `answers`, replied."""
        fds = [] if self._exit_fd is None else [self._exit_fd]
        if answers or self._exit_fd is None:  # without a pidfd the last word on its pipe, or its end, must do
            fds.append(self._connection.fileno())
        return fds

    def order(self, index):
        self._connection.send_bytes(b"%d" % index)

    def reply(self):
        """The result that the process has sent, or None."""
        try:
            return json.loads(self._connection.recv_bytes()) if self._connection.poll() else None
        except (EOFError, OSError):
            return None

    def kill(self):
        """SIGKILL to its group and to itself, which may have left the group."""
        for send in (os.killpg, os.kill):
            try:
                send(self.pid, signal.SIGKILL)
            except OSError:
                pass

    def reap(self):
        """Ends the process and its group and returns its wait status and resource usage."""
        if self._exit_fd is None and self.fate is None and self.task:
            os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOWAIT)  # its last word may have come before its exit status
        self.kill()  # while the unreaped process still keeps the group's number from being used again
        _, status, usage = os.wait4(self.pid, 0)
        self.close()
        return status, usage

    def close(self):
        self._connection.close()
        if self._exit_fd is not None:
            os.close(self._exit_fd)
            self._exit_fd = None


def fork_worker(slot, siblings, serve):
    """Forks a process of its own group that dies with this one and exits with serve(connection). Raises OSError."""
    ours, theirs = Pipe()
    flush_streams()  # what is buffered would be printed once by each process
    runner = os.getpid()
    try:
        pid = os.fork()
    except OSError:
        ours.close()
        theirs.close()
        raise
    if pid == 0:
        _be_worker(runner, [ours, *siblings], theirs, serve)
    theirs.close()
    try:
        os.setpgid(pid, pid)  # here too: whoever is first, the group is there before anyone kills it
    except OSError:
        pass
    return Worker(pid, slot, ours)


def _be_worker(runner, not_ours, connection, serve):
    status = 1
    try:
        os.setpgid(0, 0)
        _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != runner:
            return  # it died before we were tied to it
        signal.set_wakeup_fd(-1)
        for number in (*STOP_SIGNALS, signal.SIGALRM):
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
        for end in not_ours:
            end.close()
        status = serve(connection)
    except (EOFError, OSError):
        pass  # the runner has gone
    finally:
        flush_streams()
        os._exit(status)  # not sys.exit: the runner's clean-up is not ours, and the task's threads must not hold us up


def become_subreaper():
    """From now on orphaned descendants become this process's children, where end_descendants() finds them."""
    _libc.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def children():
    """The processes that have this one as their parent, zombies too."""
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return set()
    found, parent = set(), b"%d" % os.getpid()
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/stat", "rb") as stat:
                if stat.read().rpartition(b")")[2].split()[1] == parent:
                    found.add(int(pid))
        except OSError:
            pass  # it has just ended
    return found


def end_descendants(spared):
    """Kills and reaps all children but `spared`; their own children become ours as they die. Gives up on a process that the
    system does not let us kill."""
    while True:
        left = children() - spared
        if not left:
            return
        for pid in left:
            try:
                os.kill(pid, signal.SIGKILL)
            except OSError:
                pass
        until = time.monotonic() + _DEATH_PATIENCE_S
        spared = spared | {pid for pid in left if not _reap_killed(pid, until)}


def reap_strays(spared):
    """Reaps orphans of tasks that are dead by now, so that a long run does not pile up zombies; they stay until a process in
    `spared` that is dead has been reaped."""
    try:
        while True:
            dead = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
            if dead is None or dead.si_pid in spared:
                return
            os.waitpid(dead.si_pid, 0)
    except ChildProcessError:
        pass


def allow_descriptors(count):
    """Raises the limit of open descriptors to `count`, as far as it may be."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = count if hard == resource.RLIM_INFINITY else min(count, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def flush_streams():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass  # closed, or replaced by user code


def _open_pidfd(pid):
    """A descriptor that is readable once the process has ended, or None where the kernel has none to give."""
    fd = _libc.syscall(_SYS_PIDFD_OPEN, pid, 0)  # Pythons built against old kernel headers lack os.pidfd_open
    return fd if fd >= 0 else None


def _reap_killed(pid, until):
    pidfd = _open_pidfd(pid)
    try:
        if pidfd is not None:
            wait([pidfd], max(0.0, until - time.monotonic()))
        return os.waitpid(pid, 0 if pidfd is None else os.WNOHANG) != (0, 0)
    except ChildProcessError:
        return True
    finally:
        if pidfd is not None:
            os.close(pidfd)
