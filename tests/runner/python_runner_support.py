# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
"""The Python runner as a child process, and what holds for every report that it gives."""
import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import textwrap
import unittest

TESTS_FOLDER = os.path.dirname(os.path.realpath(__file__))
RUNNER_FOLDER = os.path.realpath(os.path.join(TESTS_FOLDER, "..", "..", "resources", "lambda", "python"))
RUNNER = os.path.join(RUNNER_FOLDER, "tierscope_runner.py")
TASKS_MODULE = "python_runner_tasks"
PATIENCE_S = 60
MODES = ("sequential", "parallel", "pool")
FORKING_MODES = ("parallel", "pool")
TASK_FIELDS = ["index", "slot", "queued_ns", "started_ns", "ready_ns", "ended_ns", "user_us", "system_us", "max_rss_kb",
               "voluntary_switches", "involuntary_switches", "minor_faults", "major_faults", "exit_code", "signal", "outcome", "error"]


def request_for(function, *args, module=TASKS_MODULE, mode="parallel", tasks=1, **more):
    return dict({"workload": {"kind": "python", "module": module, "function": function, "args": list(args)},
                 "tasks": tasks, "mode": mode}, **more)


class Program:
    """The runner as a child process, given one request. Ends it, by its pid, when the test is over."""

    def __init__(self, test, request, environment=(), command=(sys.executable, RUNNER), stdin=None, before_exec=None):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                        env=dict(os.environ, PYTHONDONTWRITEBYTECODE="1", **dict(environment)),
                                        preexec_fn=before_exec)
        test.addCleanup(self._end)
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.write(json.dumps(request).encode() if stdin is None else stdin)
            self.process.stdin.close()
        self.process.stdin = None
        self._stderr = b""

    def _end(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        self.process.stderr.close()

    def next_error_line(self):
        while b"\n" not in self._stderr:
            ready, _, _ = select.select([self.process.stderr], [], [], PATIENCE_S)
            piece = os.read(self.process.stderr.fileno(), 65536) if ready else b""
            if not piece:
                raise AssertionError(f"the task said nothing; stderr so far: {self._stderr!r}")
            self._stderr += piece
        line, _, self._stderr = self._stderr.partition(b"\n")
        return line.decode()

    def pids(self, count):
        """What `count` tasks or processes of theirs have said their pids are."""
        return [int(self.next_error_line().split()[1]) for _ in range(count)]

    def read_stdout(self):
        """All that is still to come, until no process has the other end open."""
        ready, _, _ = select.select([self.process.stdout], [], [], PATIENCE_S)
        if not ready:
            raise AssertionError("stdout is still open and silent")
        return self.process.stdout.read()

    def finish(self):
        """Waits for the end; returns the exit status, the lines of stdout as objects, and stderr."""
        out, err = self.process.communicate(timeout=PATIENCE_S)
        return self.process.returncode, [json.loads(line) for line in out.splitlines()], (self._stderr + err).decode()

    def report(self):
        status, lines, err = self.finish()
        if status != 0 or not lines or lines[-1].get("event") != "report":
            raise AssertionError(f"no report: exit status {status}, stdout {lines}, stderr {err}")
        return lines[-1]["report"]


def has_ended(pid):
    """Whether the process is gone, or goes within the tests' patience."""
    try:
        pidfd = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        poll = select.poll()
        poll.register(pidfd, select.POLLIN)
        return bool(poll.poll(PATIENCE_S * 1000))
    finally:
        os.close(pidfd)


def kill_if_there(pid):
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


class RunnerTest(unittest.TestCase):
    def setUp(self):
        self.folder = self.enter(tempfile.TemporaryDirectory())
        self.environment = {"PYTHONPATH": self.folder + os.pathsep + TESTS_FOLDER}

    def enter(self, context):
        stack = contextlib.ExitStack()
        self.addCleanup(stack.close)
        return stack.enter_context(context)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w") as file:
            file.write(textwrap.dedent(text))

    def read_lines(self, name):
        if not os.path.exists(self.path(name)):
            return []
        with open(self.path(name)) as file:
            return file.read().splitlines()

    def start(self, request, **how):
        return Program(self, request, environment=self.environment, **how)

    def run_report(self, request, **how):
        report = self.start(request, **how).report()
        self.check_report(request, report)
        return report

    def line_of(self, text):
        with open(os.path.join(TESTS_FOLDER, TASKS_MODULE + ".py")) as tasks:
            return tasks.read().splitlines().index(text) + 1

    def check_report(self, request, report):
        """What holds for every report."""
        tasks, cap = report["tasks"], report["cap"]
        self.assertEqual([task["index"] for task in tasks], list(range(request["tasks"])))
        for task in tasks:
            self.assertEqual(list(task), TASK_FIELDS)
            self.assertIn(task["outcome"], ("done", "failed", "timed_out", "cancelled"))
            self.assertEqual(task["error"] == "", task["outcome"] == "done", task)
            if task["slot"] == -1:
                self.assertEqual({task[field] for field in TASK_FIELDS[2:15]}, {0}, task)
                self.assertIn(task["outcome"], ("timed_out", "cancelled"))
                continue
            self.assertIn(task["slot"], range(cap))
            self.assertLessEqual(0, task["started_ns"])
            if task["ready_ns"]:
                self.assertLess(task["started_ns"], task["ready_ns"])
                self.assertLess(task["ready_ns"], task["ended_ns"])
            self.assertLessEqual(task["started_ns"], task["ended_ns"])
            self.assertLessEqual(task["ended_ns"], report["wall_ns"])
        self.check_schedule(tasks, cap)

    def check_schedule(self, tasks, cap):
        ran = sorted((task for task in tasks if task["slot"] >= 0), key=lambda task: task["started_ns"])
        self.assertEqual([task["index"] for task in ran], list(range(len(ran))), "not started in order")
        # An end comes before a start at the same instant: the slot was free by then.
        changes = sorted([(task["started_ns"], 1) for task in ran] + [(task["ended_ns"], -1) for task in ran])
        running = 0
        for _, change in changes:
            running += change
            self.assertLessEqual(running, cap, "more tasks at once than the cap")
        by_slot = {}
        for task in ran:
            before = by_slot.get(task["slot"])
            if before:
                self.assertLessEqual(before["ended_ns"], task["started_ns"], "two tasks in a slot")
            by_slot[task["slot"]] = task
