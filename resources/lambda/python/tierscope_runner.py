#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
"""Runs a batch of tasks, each a call of a Python function, and says how each one went (wire format version 1).

As a program it reads one RunRequest on stdin until its end and writes one JSON object a line on stdout: task_started and
task_ended when the request asks for events, last the report (exit status 0, even when tasks failed) or an error (2). When the
reader of stdout has gone it ends its children and exits with 1. SIGTERM and SIGINT cancel; the report is still written.

As a module (a Lambda handler) it offers run(). Both need Linux, Python 3.9 and the main thread.

The cap is never exceeded, every task is accounted for exactly once, and no process outlives the run. A task that runs in the
runner's own process (sequential) is interrupted by an exception, so it cannot be stopped inside a C call that never returns or
once it has taken over the signals, and it takes the runner with it when it crashes.

Lambda has no /dev/shm, so nothing here may need a semaphore: processes, pipes and one anonymous page, no Pool, Queue or Lock.
"""
from __future__ import annotations

import fcntl
import heapq
import json
import mmap
import os
import select
import signal
import sys
import time
from multiprocessing.connection import wait

from tierscope_process import (allow_descriptors, become_subreaper, children, end_descendants, flush_streams, fork_worker,
                               reap_strays)
from tierscope_request import WIRE_VERSION, RequestError, check_request, load_function
from tierscope_task import (CANNOT_START, NEVER, STOP_SIGNALS, USAGE_FIELDS, Executor, Interrupted, Interrupts, exited, failed,
                            one_line, spent_between, usage_fields)

VERSION = "0.1.0"
_DESCRIPTORS_PER_WORKER = 2
_OTHER_DESCRIPTORS = 64


def run(request, emit):
    """Runs the RunRequest `request` (a dict) and returns its RunReport (a dict). Raises RequestError when it cannot be run.

    emit(events) gets a non-empty list of event dicts, before the runner sleeps and before each sequential task, if the request
    asks for events. What emit raises ends the run and all its processes, and is passed on. Every process that the run left
    behind, at whatever depth, has been killed and reaped when this returns.
    """
    checked = check_request(request)
    become_subreaper()
    spared = children()
    try:
        with Interrupts() as interrupts:
            function = _load_unless_cancelled(checked.workload, interrupts)
            kind = _SequentialRun if checked.mode == "sequential" else _ForkingRun
            return kind(checked, function, interrupts, emit, spared).report()
    finally:
        end_descendants(spared)


def _load_unless_cancelled(workload, interrupts):
    try:
        return interrupts.guard(lambda: load_function(workload))
    except (RequestError, Interrupted):
        if interrupts.cancelled:
            return None  # never called: the run stops before its first task
        raise
    finally:
        interrupts.install()


class _Run:
    """One run: its tasks' records, its events, its clock and why it stopped. Subclasses schedule()."""

    def __init__(self, request, function, interrupts, emit, spared):
        self.request, self.function, self.interrupts, self._emit, self.spared = request, function, interrupts, emit, spared
        self.outcome = "completed"
        self.wakeups = 0
        self._tasks = {}
        self._events = []
        self._ready = memoryview(mmap.mmap(-1, 8 * request.cap)).cast("q")  # shared with the children, by slot
        self._run_deadline = request.run_timeout_ms * 1_000_000 or NEVER
        self._origin = 0

    def schedule(self):
        raise NotImplementedError

    def report(self):
        """Runs it and returns the RunReport."""
        self._origin = time.monotonic_ns()
        self.schedule()
        self.flush()
        return {"version": WIRE_VERSION, "mode": self.request.mode, "cap": self.request.cap,
                "wall_ns": max((task["ended_ns"] for task in self._tasks.values()), default=0),
                "started_monotonic_ns": self._origin, "outcome": self.outcome, "wakeups": self.wakeups,
                "tasks": [self._tasks.get(index) or self._never_started(index) for index in range(self.request.tasks)],
                "host": _host(),
                "runner": {"name": "tierscope-runner", "version": VERSION,
                           "language": "python %d.%d.%d" % sys.version_info[:3]}}

    def now(self):
        """Nanoseconds since the run's start; the same clock in the tasks' processes."""
        return time.monotonic_ns() - self._origin

    def executor(self, slot):
        return Executor(self.function, self.request.workload.get("args", []), slot, self._ready, self.now)

    def begin(self, index, slot):
        self._ready[slot] = 0
        task = _new_task(index, slot, self.now())
        self._tasks[index] = task
        if self.request.events:
            self._events.append({"event": "task_started", "index": index, "slot": slot, "started_ns": task["started_ns"]})
        return task

    def end(self, task, result):
        task.update(result, ready_ns=self._ready[task["slot"]], ended_ns=self.now())
        if self.request.events:
            self._events.append({"event": "task_ended", **task})

    def flush(self):
        if self._events:
            events, self._events = self._events, []
            self._emit(events)

    def must_stop(self):
        """Looks at the stop requests and the run's deadline; once True, it stays so. Only asked while there is work left."""
        if self.outcome == "completed":
            if self.interrupts.cancelled:
                self.outcome = "cancelled"
            elif self.now() >= self._run_deadline:
                self.outcome = "timed_out"
        return self.outcome != "completed"

    def cut_off(self):
        """The result of a task that ran when the run was stopped."""
        return {"outcome": self.outcome, "error": "cancelled" if self.outcome == "cancelled" else self._run_timed_out()}

    def overdue(self):
        return {"outcome": "timed_out", "error": f"timed out after {self.request.task_timeout_ms} ms"}

    def deadline_of(self, task):
        timeout_ms = self.request.task_timeout_ms
        return task["started_ns"] + timeout_ms * 1_000_000 if timeout_ms else NEVER

    def seconds_until(self, *task_deadlines):
        """How long until the first of the deadlines, the run's among them; NEVER if there is none."""
        return max(0.0, (min(self._run_deadline, *task_deadlines) - self.now()) / 1e9)

    def _run_timed_out(self):
        return f"the run timed out after {self.request.run_timeout_ms} ms"

    def _never_started(self, index):
        cancelled = self.outcome == "cancelled"
        error = "cancelled before it started" if cancelled else f"not started: {self._run_timed_out()}"
        return dict(_new_task(index, -1, 0), outcome=self.outcome, error=error)


class _SequentialRun(_Run):
    def schedule(self):
        executor = self.executor(0)
        for index in range(self.request.tasks):
            if self.must_stop():
                return
            task = self.begin(index, 0)
            self.flush()
            self.end(task, self._execute(executor, task))

    def _execute(self, executor, task):
        seconds = self.seconds_until(self.deadline_of(task), NEVER)
        try:
            result = executor.execute(task["index"], lambda call: self.interrupts.guard(call, seconds))
        except Interrupted:  # it came again while the first was being handled
            result = {}
        if self.interrupts.fired:
            result.update(self.cut_off() if self.must_stop() else self.overdue(), exit_code=0)
        return result


class _ForkingRun(_Run):
    """parallel: a process a task. pool: a process a slot, kept for the next task. Each turn of the loop fills the free slots,
    ends what is overdue, and sleeps until a process ends or replies, a stop request comes or a deadline passes."""

    def schedule(self):
        slots = min(self.request.cap, self.request.tasks)
        allow_descriptors(_DESCRIPTORS_PER_WORKER * slots + _OTHER_DESCRIPTORS)
        self._pool = self.request.mode == "pool"
        self._free_slots = list(range(slots))
        self._next_index = 0
        self._workers = {}  # by slot, a pool's idle ones too
        try:
            while True:
                self._start_tasks()
                busy = [worker for worker in self._workers.values() if worker.task]
                if not busy:
                    return
                self._end_overdue(busy)
                self.flush()
                self._sleep(busy)
        finally:
            for worker in list(self._workers.values()):
                worker.kill()
                self._reap(worker)

    def _start_tasks(self):
        while self._free_slots and self._next_index < self.request.tasks and not self.must_stop():
            self._start(self._next_index)
            self._next_index += 1

    def _end_overdue(self, busy):
        stopping, now = self.must_stop(), self.now()
        for worker in busy:
            if worker.fate is None and (stopping or now >= worker.deadline):
                worker.fate = self.cut_off() if stopping else self.overdue()
                worker.kill()

    def _sleep(self, busy):
        watched = {self.interrupts.wake_fd: None}
        for worker in self._workers.values():
            watched.update(dict.fromkeys(worker.watch(answers=self._pool), worker))
        doomed = all(worker.fate for worker in busy)  # then only their ends are left to wait for
        seconds = NEVER if doomed else self.seconds_until(*(worker.deadline for worker in busy if not worker.fate), NEVER)
        ready = wait(list(watched), None if seconds == NEVER else seconds)
        self.wakeups += 1
        if self.interrupts.wake_fd in ready:
            os.read(self.interrupts.wake_fd, 4096)
        for worker in {watched[fd] for fd in ready} - {None}:
            self._attend(worker)
        reap_strays(self.spared | {worker.pid for worker in self._workers.values()})

    def _start(self, index):
        task = self.begin(index, heapq.heappop(self._free_slots))
        try:
            worker = self._hand_over(task)
        except OSError as error:
            self._end(task, failed(CANNOT_START, f"cannot start a process: {error.strerror}"))
            return
        worker.task, worker.deadline = task, self.deadline_of(task)

    def _hand_over(self, task):
        worker = self._workers.get(task["slot"])
        if worker:
            try:
                worker.order(task["index"])
                return worker
            except OSError:  # it has died while it was idle, which is not this task's fault
                self._reap(worker)
        worker = self._fork(task["slot"], task["index"])
        if self._pool:
            worker.order(task["index"])
        return worker

    def _fork(self, slot, index):
        def serve(connection):
            executor = self.executor(slot)
            while True:
                result = executor.execute(int(connection.recv_bytes()) if self._pool else index)
                connection.send_bytes(json.dumps(result).encode())
                if not self._pool:
                    return result["exit_code"]

        self._workers[slot] = fork_worker(slot, self._workers.values(), serve)
        return self._workers[slot]

    def _attend(self, worker):
        reply = worker.reply()
        if self._pool and reply and not worker.fate:
            worker.spent = {key: worker.spent.get(key, 0) + reply[key] for key in USAGE_FIELDS}
            task, worker.task, worker.deadline = worker.task, None, NEVER
            self._end(task, reply)
            return
        status, usage = self._reap(worker)
        if not worker.task:
            return
        result = reply or worker.fate or _how_it_ended(status, self._pool)  # a reply came before we could kill it
        self._end(worker.task, dict(result, signal=0 if reply or not os.WIFSIGNALED(status) else os.WTERMSIG(status),
                                    **spent_between(worker.spent, usage_fields(usage))))

    def _end(self, task, result):
        self.end(task, result)
        heapq.heappush(self._free_slots, task["slot"])

    def _reap(self, worker):
        del self._workers[worker.slot]
        return worker.reap()


def _new_task(index, slot, started_ns):
    return {"index": index, "slot": slot, "queued_ns": 0, "started_ns": started_ns, "ready_ns": 0, "ended_ns": 0, "user_us": 0,
            "system_us": 0, "max_rss_kb": 0, "voluntary_switches": 0, "involuntary_switches": 0, "minor_faults": 0, "major_faults": 0,
            "exit_code": 0, "signal": 0, "outcome": "", "error": ""}


def _how_it_ended(status, was_to_reply):
    """The result of a task whose process ended without a word. A pool's process has no reason to, not even with status 0."""
    if not os.WIFSIGNALED(status):
        code = os.WEXITSTATUS(status)
        return failed(0, "its process ended before it answered") if was_to_reply and code == 0 else exited(code)
    number = os.WTERMSIG(status)
    try:
        name = f" ({signal.Signals(number).name})"
    except ValueError:
        name = ""
    return failed(0, f"killed by signal {number}{name}")


def _host():
    return {"usable_cpus": len(os.sched_getaffinity(0)), "online_cpus": os.cpu_count() or 0, "cpu_model": _cpu_model(),
            "arch": os.uname().machine, "memory_mb": os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2**20}


# The cores that servers have, by MIDR_EL1's implementer and part number: all that arm64's kernel tells.
_ARM_CORES = {"0x41:0xd08": "Cortex-A72", "0x41:0xd0c": "Neoverse-N1", "0x41:0xd40": "Neoverse-V1", "0x41:0xd49": "Neoverse-N2",
              "0x41:0xd4f": "Neoverse-V2", "0x41:0xd83": "Neoverse-V3AE", "0x41:0xd84": "Neoverse-V3", "0x41:0xd8e": "Neoverse-N3",
              "0xc0:0xac3": "Ampere-1"}


def _cpu_model():
    try:
        with open("/proc/cpuinfo", encoding="utf-8", errors="replace") as cpuinfo:
            return _cpu_model_of(cpuinfo)
    except OSError:
        return ""


def _cpu_model_of(cpuinfo):
    """The processor's name in the lines of /proc/cpuinfo, as the C++ runner's cpuModelOf has it."""
    first = {}
    for line in cpuinfo:
        key, _, value = line.partition(":")
        if value.strip():
            first.setdefault(key.strip(), value.strip())
    model = first.get("model name") or first.get("Model")
    if model or "CPU implementer" not in first or "CPU part" not in first:
        return model or ""
    core = first["CPU implementer"] + ":" + first["CPU part"]
    return _ARM_CORES.get(core, "ARM part " + core)


class _ReaderGone(Exception):
    pass


class _Protocol:
    """Our stdout, taken away from user code: what a task prints goes nowhere, and none of its processes holds our pipe open."""

    def __init__(self):
        self._fd = fcntl.fcntl(1, fcntl.F_DUPFD_CLOEXEC, 3)
        os.register_at_fork(after_in_child=self._close)
        _point_at_null(1, os.O_WRONLY)

    def _close(self):
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1  # a child's child must not close what has this number by then

    def send(self, events):
        rest = memoryview("".join(json.dumps(event, separators=(",", ":")) + "\n" for event in events).encode())
        while rest:
            try:
                rest = rest[os.write(self._fd, rest):]
            except BlockingIOError:
                select.select([], [self._fd], [])
            except BrokenPipeError:
                raise _ReaderGone from None

    def send_error(self, code, message):
        self.send([{"event": "error", "error": {"code": code, "message": one_line(message)}}])


def _point_at_null(fd, flags):
    null = os.open(os.devnull, flags)
    os.dup2(null, fd)
    if null != fd:
        os.close(null)


def _read_request():
    def refuse(constant):
        raise ValueError(f"{constant} is not a JSON value")

    try:
        with open(0, "rb", closefd=False) as stdin:
            return json.loads(stdin.read().decode("utf-8"), parse_constant=refuse)
    except OSError as error:
        raise RequestError("bad_request", f"cannot read stdin ({error.strerror}): send one RunRequest object there") from error
    except (ValueError, RecursionError) as error:
        raise RequestError("bad_request", f"stdin is not JSON in UTF-8 ({error}): send one RunRequest object there") from error


def main():
    """The program; returns its exit status."""
    protocol = _Protocol()
    try:
        try:
            request = _read_request()
            _point_at_null(0, os.O_RDONLY)
            # Held back until run() notes them, and again once it is done: a stop request must not cost the report.
            signal.pthread_sigmask(signal.SIG_BLOCK, STOP_SIGNALS)
            protocol.send([{"event": "report", "report": run(request, protocol.send)}])
            return 0
        except RequestError as error:
            protocol.send_error(error.code, str(error))
        except OSError as error:
            protocol.send_error("runner_failed", f"the runner itself failed: {error}")
        return 2
    except _ReaderGone:
        return 1


if __name__ == "__main__":
    exit_status = main()
    flush_streams()
    os._exit(exit_status)  # threads and exit handlers of user code have no say in when the runner ends
