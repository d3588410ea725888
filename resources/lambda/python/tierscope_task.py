# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
"""One task, in the process that executes it: the call, what it cost, how it ended, and how it can be interrupted."""
from __future__ import annotations

import importlib
import os
import resource
import signal

SLOT_PROCS_VARIABLE = "TIERSCOPE_SLOT_PROCS"
STOP_SIGNALS = (signal.SIGTERM, signal.SIGINT)
NEVER = float("inf")
USAGE_FIELDS = ("user_us", "system_us", "voluntary_switches", "involuntary_switches", "minor_faults", "major_faults")
CANNOT_START = 127  # the exit code of a task that could not be started, as a shell has it

_INTERRUPT_AGAIN_S = 0.1
_TIMER_GRAIN_S = 1e-5  # the timer takes whole microseconds, and must not fire before the deadline that it stands for
_OWN_FILES = ("tierscope_runner.py", "tierscope_request.py", "tierscope_task.py")
_ERROR_LENGTH = 500  # short enough that a reply is one atomic write to its pipe


class Executor:
    """Calls the function, one task after the other, in the process that made it. ready[slot] gets the time now() at which the
    function was called; memory that the scheduler can still read when the process has been killed."""

    def __init__(self, function, args, slot, ready, now):
        self._function, self._args, self._slot, self._ready, self._now = function, args, slot, ready, now
        self._pid = os.getpid()
        self._in_sandbox = False

    def execute(self, index, guard=lambda call: call()):
        """Runs one task through guard() and returns the fields that it adds to its record. Nothing that the task raises gets
        out."""
        before = usage_fields(resource.getrusage(resource.RUSAGE_SELF))
        result = self._attempt(index, guard)
        after = resource.getrusage(resource.RUSAGE_SELF)
        result.update(spent_between(before, usage_fields(after)), max_rss_kb=after.ru_maxrss)
        return result

    def _attempt(self, index, guard):
        try:
            self._join_sandbox()
            args = _fill(self._args, index)
            self._ready[self._slot] = self._now()
            guard(lambda: self._call(args))
        except _SandboxError as error:
            return failed(CANNOT_START, str(error))
        except SystemExit as request:
            return exited(request.code)
        except BaseException as error:  # KeyboardInterrupt and its like are the task's failure, not ours
            return failed(1, describe(error))
        return exited(None)

    def _call(self, args):
        try:
            self._function(*args)
        finally:
            if os.getpid() != self._pid:
                os._exit(1)  # a fork that the task made and forgot to end must not go on as a second runner

    def _join_sandbox(self):
        template = os.environ.get(SLOT_PROCS_VARIABLE)
        if not template or self._in_sandbox:
            return
        for path in template.replace("{slot}", str(self._slot)).split(":"):  # v1 limits in one hierarchy and counts in another
            try:
                fd = os.open(path, os.O_WRONLY | os.O_CLOEXEC)
                try:
                    os.write(fd, b"0")
                finally:
                    os.close(fd)
            except OSError as error:
                raise _SandboxError(f"cannot join the sandbox of slot {self._slot}: {path}: {error.strerror}") from error
        self._in_sandbox = True


class _SandboxError(Exception):
    pass


class Interrupted(BaseException):
    """Raised in guarded code by a stop request or its timer; not an Exception, so that `except Exception` lets it pass."""


class Interrupts:
    """Stop requests, and the timer of tasks in this process. While entered, SIGTERM and SIGINT set `cancelled`, make `wake_fd`
    readable and interrupt what runs under guard(). Main thread only; on leaving all is as it was."""

    def __enter__(self):
        self.cancelled = False
        self.fired = False  # the last guarded call was interrupted
        self._armed = False
        self.wake_fd, self._wake_writer = os.pipe()
        os.set_blocking(self.wake_fd, False)
        os.set_blocking(self._wake_writer, False)
        self._old_handlers = {number: signal.getsignal(number)
                              for number in (*STOP_SIGNALS, signal.SIGALRM, signal.SIGCHLD)}
        self._old_wakeup_fd = signal.set_wakeup_fd(-1)
        self.install()
        self._old_mask = signal.pthread_sigmask(signal.SIG_UNBLOCK, self._old_handlers)
        return self

    def __exit__(self, *_):
        signal.pthread_sigmask(signal.SIG_SETMASK, self._old_mask)
        signal.set_wakeup_fd(self._old_wakeup_fd)
        for number, handler in self._old_handlers.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
        os.close(self.wake_fd)
        os.close(self._wake_writer)

    def install(self):
        """Makes the signals ours again, whatever user code has done to them."""
        # The handler alone would lose a signal that comes between the last look at `cancelled` and the sleep.
        signal.set_wakeup_fd(self._wake_writer, warn_on_full_buffer=False)
        for number in (*STOP_SIGNALS, signal.SIGALRM):
            signal.signal(number, self._on_signal)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # an "ignore" would have the kernel reap our children before we do

    def guard(self, call, seconds=NEVER):
        """Returns call(); raises Interrupted in it on a stop request or after `seconds`."""
        self.fired = False
        self.install()
        self._armed = True
        try:
            if self.cancelled:
                self._interrupt()
            if seconds != NEVER:  # repeated: the first may come just before a system call that blocks
                signal.setitimer(signal.ITIMER_REAL, seconds + _TIMER_GRAIN_S, _INTERRUPT_AGAIN_S)
            return call()
        finally:
            self._armed = False
            signal.setitimer(signal.ITIMER_REAL, 0)

    def _on_signal(self, number, _frame):
        if number != signal.SIGALRM:
            self.cancelled = True
        if self._armed:
            self._interrupt()

    def _interrupt(self):
        self.fired = True
        signal.setitimer(signal.ITIMER_REAL, _INTERRUPT_AGAIN_S, _INTERRUPT_AGAIN_S)  # for code that swallows the exception
        raise Interrupted("interrupted")


def exited(code):
    """The result of sys.exit(code), as the system would see it: the low byte of a number, 0 for None, 1 for anything else."""
    if code is None:
        code = 0
    if not isinstance(code, int):
        return failed(1, f"exit code 1: {code}")
    status = int(code) & 0xFF
    return failed(status, f"exit code {status}") if status else {"outcome": "done", "exit_code": 0, "error": ""}


def failed(exit_code, error):
    return {"outcome": "failed", "exit_code": exit_code, "error": one_line(error)}


def describe(error):
    """"ValueError: boom (work.py:12)": the last frame that is neither ours nor the import machinery's, if there is one."""
    place, trace = "", error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if os.path.basename(file) not in _OWN_FILES and file != importlib.__file__ and not file.startswith("<frozen importlib"):
            place = f" ({os.path.basename(file)}:{trace.tb_lineno})"
        trace = trace.tb_next
    try:
        text = str(error)
    except Exception:
        text = "(its text cannot be read)"
    name = type(error).__name__
    return one_line(f"{name}: {text}" if text else name, _ERROR_LENGTH - len(place)) + place


def one_line(text, limit=_ERROR_LENGTH):
    """The text on one line, cut to `limit`, and valid Unicode: strict readers of JSON refuse half a surrogate pair."""
    line = " ".join(text.encode("utf-8", "replace").decode().split())
    return line if len(line) <= limit else line[:limit - 3] + "..."


def usage_fields(usage):
    """What a process went through, as getrusage or wait4 tell it, by the names that it has in a task's record."""
    return {"user_us": round(usage.ru_utime * 1e6), "system_us": round(usage.ru_stime * 1e6),
            "voluntary_switches": usage.ru_nvcsw, "involuntary_switches": usage.ru_nivcsw,
            "minor_faults": usage.ru_minflt, "major_faults": usage.ru_majflt}


def spent_between(before, after):
    """The difference of two usage_fields(). The kernel may take a little of the user or the system time back."""
    return {key: max(0, value - before.get(key, 0)) for key, value in after.items()}


def _fill(value, index):
    """A fresh copy of the arguments, so that a task that changes its own does not change the next one's."""
    if isinstance(value, str):
        return value.replace("{index}", str(index))
    if isinstance(value, list):
        return [_fill(item, index) for item in value]
    if isinstance(value, dict):
        return {key: _fill(item, index) for key, item in value.items()}
    return value
