#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
"""Tests of the Python runner, most of them through the real program.

    python3 tests/runner/python_runner_test.py [-v] [Class.test]

The property tests draw their schedules from a seed that a failure prints; TIERSCOPE_TEST_SEED=<seed> repeats it.
"""
import contextlib
import errno
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
import unittest
import unittest.mock
from multiprocessing.connection import wait

sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))
from python_runner_support import (FORKING_MODES, MODES, PATIENCE_S, RUNNER_FOLDER, TASK_FIELDS, TASKS_MODULE, TESTS_FOLDER,
                                   RunnerTest, has_ended, kill_if_there, request_for)  # noqa: E402

SEED = int(os.environ.get("TIERSCOPE_TEST_SEED", random.SystemRandom().randrange(2**32)))

sys.dont_write_bytecode = True
sys.path.insert(0, RUNNER_FOLDER)
import tierscope_process  # noqa: E402
import tierscope_request  # noqa: E402
import tierscope_runner  # noqa: E402
import tierscope_workloads  # noqa: E402


class RequestTest(unittest.TestCase):
    GOOD = {"workload": {"kind": "python", "module": "m", "function": "f"}, "tasks": 3}

    def test_defaults(self):
        request = tierscope_request.check_request(self.GOOD)
        self.assertEqual((request.tasks, request.mode, request.task_timeout_ms, request.run_timeout_ms, request.events),
                         (3, "parallel", 0, 0, False))
        self.assertEqual(request.cap, len(os.sched_getaffinity(0)))

    def test_good_requests(self):
        for change in ({"version": 1}, {"tasks": 1}, {"tasks": 1_000_000}, {"cap": 1024}, {"mode": "pool"}, {"events": True},
                       {"task_timeout_ms": 1, "run_timeout_ms": 1}):
            with self.subTest(change):
                tierscope_request.check_request(dict(self.GOOD, **change))
        workload = dict(self.GOOD["workload"], module="a.b", args=[1, "x", None, {"y": []}], path="/somewhere")
        tierscope_request.check_request(dict(self.GOOD, workload=workload))

    def test_sequential_has_a_cap_of_one(self):
        self.assertEqual(tierscope_request.check_request(dict(self.GOOD, mode="sequential", cap=7)).cap, 1)

    def test_bad_values_are_named(self):
        for change, parts in (
                ({"version": 2}, ("version is 2", "version 1")), ({"version": True}, ("version",)),
                ({"version": "1"}, ("version",)),
                ({"tasks": 0}, ("tasks is 0", "from 1 to 1000000")), ({"tasks": 1_000_001}, ("tasks",)),
                ({"tasks": True}, ("tasks is true",)), ({"tasks": 1.0}, ("tasks is 1.0",)), ({"tasks": "3"}, ('tasks is "3"',)),
                ({"tasks": None}, ("tasks is null",)),
                ({"cap": -1}, ("cap is -1", "from 0 to 1024")), ({"cap": 1025}, ("cap",)), ({"cap": False}, ("cap is false",)),
                ({"task_timeout_ms": -1}, ("task_timeout_ms is -1",)), ({"task_timeout_ms": 0.5}, ("task_timeout_ms",)),
                ({"run_timeout_ms": -5}, ("run_timeout_ms is -5",)), ({"run_timeout_ms": True}, ("run_timeout_ms",)),
                ({"mode": "Parallel"}, ('mode is "Parallel"', '"sequential", "parallel" or "pool"')), ({"mode": []}, ("mode",)),
                ({"events": 1}, ("events is 1", "true or false")),
                ({"tsks": 1}, ('unknown key "tsks"',)),
                ({"workload": []}, ("workload is []", "JSON object"))):
            with self.subTest(change):
                self.assert_bad(dict(self.GOOD, **change), *parts)

    def test_bad_workloads_are_named(self):
        for change, parts in (
                ({"kind": "kernel"}, ('workload.kind is "kernel"', "C++ tierscope-runner")),
                ({"kind": "command"}, ('workload.kind is "command"', "C++ tierscope-runner")),
                ({"kind": "perl"}, ('workload.kind is "perl"',)), ({"kind": None}, ("workload.kind is null",)),
                ({"module": ""}, ("workload.module",)), ({"module": 3}, ("workload.module is 3",)),
                ({"module": ".m"}, ("workload.module",)), ({"module": "a-b"}, ("workload.module",)),
                ({"function": "f.g"}, ("workload.function",)), ({"function": ""}, ("workload.function",)),
                ({"args": {}}, ("workload.args is {}", "array")), ({"args": None}, ("workload.args",)),
                ({"path": 1}, ("workload.path is 1",)), ({"iterations": 3}, ('workload has an unknown key "iterations"',))):
            with self.subTest(change):
                self.assert_bad(dict(self.GOOD, workload=dict(self.GOOD["workload"], **change)), *parts)

    def test_what_is_missing_is_named(self):
        for key in ("workload", "tasks"):
            self.assert_bad({name: value for name, value in self.GOOD.items() if name != key}, f'no "{key}"')
        for key in ("kind", "module", "function"):
            workload = {name: value for name, value in self.GOOD["workload"].items() if name != key}
            self.assert_bad(dict(self.GOOD, workload=workload), f'workload has no "{key}"')
        for request in ([], None, 3, "text"):
            self.assert_bad(request, "JSON object")

    def test_long_values_are_cut(self):
        with self.assertRaises(tierscope_request.RequestError) as caught:
            tierscope_request.check_request(dict(self.GOOD, mode="x" * 10000))
        self.assertLess(len(str(caught.exception)), 200)

    def assert_bad(self, request, *parts):
        with self.assertRaises(tierscope_request.RequestError) as caught:
            tierscope_request.check_request(request)
        self.assertEqual(caught.exception.code, "bad_request")
        for part in parts:
            self.assertIn(part, str(caught.exception))


class ErrorLineTest(RunnerTest):
    def test_bad_request_is_the_only_line_and_status_2(self):
        for stdin in (b"", b"{", b"[]", b"\xff\xfe", b"[" * 100000, b'{"workload": {}, "tasks": 1}',
                      json.dumps(request_for("noop", float("nan"))).encode()):
            with self.subTest(stdin[:20]):
                self.assert_error("bad_request", stdin=stdin)

    def test_closed_stdin_is_a_bad_request(self):
        self.assert_error("bad_request", stdin=b"", before_exec=lambda: os.close(0))

    def test_workload_not_found(self):
        self.write("broken.py", "this is no Python")
        self.write("raising.py", "\nraise RuntimeError('not today')")
        self.write("exiting.py", "import sys; sys.exit(0)")
        for module, function, part in (
                ("missing", "f", "No module named 'missing')"), ("broken", "f", "SyntaxError"),
                ("raising", "f", "RuntimeError: not today (raising.py:2)"), ("exiting", "f", "SystemExit"),
                (TASKS_MODULE, "absent", ".absent is not there"),
                (TASKS_MODULE, "not_a_function", ".not_a_function is not a function"),
                (TASKS_MODULE, "coroutine", "coroutine"), (TASKS_MODULE, "generator", "generator")):
            with self.subTest(module + "." + function):
                self.assertIn(part, self.assert_error("workload_not_found", request_for(function, module=module)))

    def test_path_that_is_no_folder(self):
        request = request_for("noop")
        request["workload"]["path"] = self.path("absent")
        self.assertIn(self.path("absent"), self.assert_error("workload_not_found", request))

    def assert_error(self, code, request=None, **how):
        status, lines, err = self.start(request, **how).finish()
        self.assertEqual((status, len(lines), err), (2, 1, ""))
        self.assertEqual((lines[0]["event"], lines[0]["error"]["code"]), ("error", code))
        message = lines[0]["error"]["message"]
        self.assertTrue(message and "\n" not in message)
        return message


class ModeTest(RunnerTest):
    def test_report_of_each_mode(self):
        for mode in MODES:
            with self.subTest(mode):
                report = self.run_report(request_for("spin", 300_000, mode=mode, tasks=5, cap=2))
                self.assertEqual(list(report), ["version", "mode", "cap", "wall_ns", "started_monotonic_ns", "outcome", "wakeups",
                                                "tasks", "host", "runner"])
                self.assertEqual((report["version"], report["mode"], report["outcome"]), (1, mode, "completed"))
                self.assertEqual(report["cap"], 1 if mode == "sequential" else 2)
                for task in report["tasks"]:
                    self.assertEqual((task["outcome"], task["exit_code"], task["signal"]), ("done", 0, 0))
                    self.assertGreater(task["ready_ns"], 0)
                    self.assertGreater(task["user_us"] + task["system_us"], 0)
                    self.assertLess((task["user_us"] + task["system_us"]) * 1000, task["ended_ns"] - task["started_ns"] + 10**7)
                    self.assertGreater(task["max_rss_kb"], 1000)
                self.assertEqual(report["runner"], {"name": "tierscope-runner", "version": "0.1.0",
                                                    "language": "python %d.%d.%d" % sys.version_info[:3]})
                host = report["host"]
                self.assertEqual(list(host), ["usable_cpus", "online_cpus", "cpu_model", "arch", "memory_mb"])
                self.assertEqual((host["usable_cpus"], host["arch"]), (len(os.sched_getaffinity(0)), os.uname().machine))
                self.assertGreaterEqual(host["online_cpus"], 1)
                self.assertGreater(host["memory_mb"], 64)

    def test_switches_and_faults_are_each_tasks_own(self):
        for mode in MODES:
            with self.subTest(mode):
                tasks = self.run_report(request_for("touch_and_nap", 200, 5, mode=mode, tasks=12, cap=1))["tasks"]
                for task in tasks:
                    self.assertGreaterEqual(task["minor_faults"], 200)
                    self.assertGreaterEqual(task["voluntary_switches"], 5)
                    self.assertLessEqual(0, min(task["involuntary_switches"], task["major_faults"]))
                # What a process had before counts to the first task that it is given, and to no other.
                self.assertLess(tasks[-1]["voluntary_switches"], 12 * 5)
                if mode != "parallel":
                    self.assertLess(tasks[-1]["minor_faults"], 2 * 200)

    def test_usage_of_a_pools_process_that_died(self):
        report = self.run_report(request_for("touch_and_leave_at", "{index}", "2", mode="pool", tasks=3, cap=1))
        self.assertEqual([task["outcome"] for task in report["tasks"]], ["done", "done", "failed"])
        self.assertGreaterEqual(report["tasks"][2]["minor_faults"], 200)

    def test_its_start_is_on_the_clock_that_all_processes_share(self):
        for mode in MODES:
            before = time.monotonic_ns()
            report = self.run_report(request_for("noop", mode=mode))
            self.assertLessEqual(before, report["started_monotonic_ns"])
            self.assertLessEqual(report["started_monotonic_ns"] + report["wall_ns"], time.monotonic_ns())

    def test_events_tell_the_report(self):
        for mode in MODES:
            with self.subTest(mode):
                status, lines, _ = self.start(request_for("noop", mode=mode, tasks=7, cap=3, events=True)).finish()
                self.assertEqual(status, 0)
                *events, last = lines
                self.assertEqual(last["event"], "report")
                ended = [event for event in events if event.pop("event") == "task_ended"]
                self.assertEqual(sorted(ended, key=lambda task: task["index"]), last["report"]["tasks"])
                started = [event for event in events if list(event) == ["index", "slot", "started_ns"]]
                self.assertEqual([event["index"] for event in started], list(range(7)))
                for event in started:
                    task = last["report"]["tasks"][event["index"]]
                    self.assertEqual(event, {key: task[key] for key in event})

    def test_events_come_while_the_run_lasts(self):
        for mode in MODES:
            with self.subTest(mode):
                program = self.start(request_for("hang_at", "{index}", "1", mode=mode, tasks=2, cap=1, events=True))
                program.pids(1)
                lines = [json.loads(program.process.stdout.readline()) for _ in range(3)]
                self.assertEqual([(line["event"], line["index"]) for line in lines],
                                 [("task_started", 0), ("task_ended", 0), ("task_started", 1)])
                program.process.terminate()
                program.finish()

    def test_no_events_unless_asked_for(self):
        status, lines, _ = self.start(request_for("noop", tasks=3)).finish()
        self.assertEqual((status, len(lines)), (0, 1))

    def test_which_process_runs_a_task(self):
        for mode, processes in (("sequential", 1), ("parallel", 6), ("pool", 2)):
            with self.subTest(mode):
                program = self.start(request_for("trace_pid", self.path(mode), "{index}", mode=mode, tasks=6, cap=2))
                program.report()
                runs = [line.split() for line in self.read_lines(mode)]
                self.assertEqual(sorted(int(index) for index, _ in runs), list(range(6)))
                pids = {int(pid) for _, pid in runs}
                self.assertLessEqual(len(pids), processes)
                self.assertEqual(program.process.pid in pids, mode == "sequential")
                if mode == "parallel":
                    self.assertEqual(len(pids), processes)

    def test_cap_zero_is_the_usable_cpus(self):
        one = min(os.sched_getaffinity(0))
        for mode in FORKING_MODES:
            report = self.run_report(request_for("noop", mode=mode, tasks=2), before_exec=lambda: os.sched_setaffinity(0, {one}))
            self.assertEqual((report["cap"], report["host"]["usable_cpus"]), (1, 1))

    def test_cap_above_the_tasks(self):
        for mode in FORKING_MODES:
            report = self.run_report(request_for("noop", mode=mode, tasks=3, cap=1024))
            self.assertEqual((report["cap"], [task["outcome"] for task in report["tasks"]]), (1024, ["done"] * 3))

    def test_one_turn_a_task_and_no_polling(self):
        for mode in FORKING_MODES:
            report = self.run_report(request_for("spin", 2_000_000, mode=mode, tasks=8, cap=2))
            self.assertLessEqual(report["wakeups"], 8)
        self.assertEqual(self.run_report(request_for("noop", mode="sequential", tasks=3))["wakeups"], 0)

    def test_arguments(self):
        for mode in MODES:
            for function, args in (("expect", ["{index}", "0"]), ("expect", [{"a": ["b{index}", 1]}, {"a": ["b0", 1]}]),
                                   ("expect", ["{other} {index}{index}", "{other} 00"]), ("expect", [1, 1, None, 2.5, True])):
                report = self.run_report(request_for(function, *args, mode=mode))
                self.assertEqual(report["tasks"][0]["error"], "")
            report = self.run_report(request_for("own_its_arguments", [1, 2], {"a": ["b"]}, mode=mode, tasks=3, cap=1))
            self.assertEqual([task["error"] for task in report["tasks"]], [""] * 3)

    def test_path_is_first_on_the_module_path(self):
        os.mkdir(self.path("sub"))
        self.write("sub/python_runner_tasks.py", "def noop():\n    raise LookupError('the one in sub')\n")
        request = request_for("noop")
        request["workload"]["path"] = self.path("sub")
        self.assertEqual(self.run_report(request)["tasks"][0]["error"], "LookupError: the one in sub (python_runner_tasks.py:2)")

    def test_module_is_imported_once_and_before_the_clock(self):
        self.write("slow.py", f"""
            from python_runner_tasks import noop, spin, trace
            spin(3_000_000)
            trace({self.path("imports")!r}, "x")
            """)
        for mode in FORKING_MODES:
            request = request_for("noop", module="slow", mode=mode, tasks=3)
            began = time.monotonic_ns()
            report = self.run_report(request)
            self.assertLess(report["wall_ns"], time.monotonic_ns() - began)
        self.assertEqual(self.read_lines("imports"), ["x", "x"])

    def test_task_processes_start_clean(self):
        for mode in FORKING_MODES:
            def block():
                signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 32))
                signal.signal(signal.SIGCHLD, signal.SIG_IGN)
            report = self.run_report(request_for("default_signals", mode=mode, tasks=2), before_exec=block)
            self.assertEqual([task["error"] for task in report["tasks"]], ["", ""])

    def test_workers_do_not_hold_each_others_pipes(self):
        self.run_report(request_for("trace_descriptors", self.path("counts"), mode="pool", tasks=4, cap=4))
        counts = self.read_lines("counts")
        self.assertEqual((len(counts), len(set(counts))), (4, 1), counts)

    def test_the_reference_workload(self):
        self.assertEqual(tierscope_workloads.busy_loop(0), 0)
        self.assertEqual(tierscope_workloads.busy_loop(12345), 12345)
        request = request_for("busy_loop", 1000, module="tierscope_workloads", tasks=2)
        self.assertEqual([task["outcome"] for task in self.run_report(request)["tasks"]], ["done", "done"])


class FailureTest(RunnerTest):
    def assert_result(self, function, *args, outcome, exit_code=0, number=0, error, modes=MODES):
        for mode in modes:
            with self.subTest(mode=mode, function=function, args=args):
                task = self.run_report(request_for(function, *args, mode=mode))["tasks"][0]
                self.assertEqual((task["outcome"], task["exit_code"], task["signal"], task["error"]),
                                 (outcome, exit_code, number, error))

    def test_exceptions(self):
        boom, number = self.line_of('    raise ValueError("boom")'), self.line_of('    int("no number")')
        place = f"({TASKS_MODULE}.py:{boom})"
        for function in ("boom", "swallowing_boom"):
            self.assert_result(function, outcome="failed", exit_code=1, error=f"ValueError: boom {place}")
        place = f"({TASKS_MODULE}.py:{number})"
        self.assert_result("builtin_boom", outcome="failed", exit_code=1, modes=["parallel"],
                           error=f"ValueError: invalid literal for int() with base 10: 'no number' {place}")

    def test_exceptions_that_are_hard_to_write_down(self):
        for what, error in (("empty", "KeyError ("), ("lines", "OSError: one two ("), ("surrogate", "OSError: bad ? name ("),
                            ("unreadable", "Unreadable: (its text cannot be read) ("), ("interrupt", "KeyboardInterrupt ("),
                            ("long", "OSError: xxx")):
            for mode in ("sequential", "pool"):
                with self.subTest(what=what, mode=mode):
                    task = self.run_report(request_for("raise_this", what, mode=mode))["tasks"][0]
                    self.assertEqual((task["outcome"], task["exit_code"]), ("failed", 1))
                    self.assertTrue(task["error"].startswith(error), task["error"])
                    self.assertLessEqual(len(task["error"]), 500)
                    self.assertRegex(task["error"], r"\(python_runner_tasks\.py:\d+\)$")

    def test_wrong_arguments_have_no_place(self):
        task = self.run_report(request_for("boom", "too many"))["tasks"][0]
        self.assertTrue(task["error"].startswith("TypeError: boom()"), task["error"])
        self.assertNotIn(".py", task["error"])

    def test_exit(self):
        self.assert_result("leave", 3, outcome="failed", exit_code=3, error="exit code 3")
        self.assert_result("leave", 256 + 7, outcome="failed", exit_code=7, error="exit code 7")
        self.assert_result("leave", "no input", outcome="failed", exit_code=1, error="exit code 1: no input")
        self.assert_result("leave", 0, outcome="done", error="")
        self.assert_result("leave", None, outcome="done", error="")

    def test_exit_without_a_word(self):
        self.assert_result("vanish", 4, outcome="failed", exit_code=4, error="exit code 4", modes=FORKING_MODES)
        self.assert_result("vanish", 0, outcome="done", error="", modes=["parallel"])
        self.assert_result("vanish", 0, outcome="failed", error="its process ended before it answered", modes=["pool"])

    def test_signals(self):
        for number, name in ((signal.SIGSEGV, "SIGSEGV"), (signal.SIGKILL, "SIGKILL"), (signal.SIGTERM, "SIGTERM")):
            self.assert_result("crash", number, outcome="failed", number=number,
                               error=f"killed by signal {int(number)} ({name})", modes=FORKING_MODES)

    def test_only_the_task_that_died_fails(self):
        for mode in FORKING_MODES:
            for cap in (1, 2):
                report = self.run_report(request_for("crash_at", "{index}", "1", mode=mode, tasks=5, cap=cap))
                self.assertEqual([task["outcome"] for task in report["tasks"]], ["done", "failed", "done", "done", "done"])
                self.assertEqual((report["outcome"], report["tasks"][1]["signal"]), ("completed", signal.SIGSEGV))

    def test_megabytes_on_stdout(self):
        for mode in MODES:
            with self.subTest(mode):
                status, lines, err = self.start(request_for("shout", 3, mode=mode, tasks=2, events=True)).finish()
                self.assertEqual((status, [line["event"] for line in lines].count("task_ended")), (0, 2))
                self.assertEqual([task["error"] for task in lines[-1]["report"]["tasks"]], ["", ""])
                self.assertEqual(err, "to stderr\n" * 2)

    def test_stdin_is_empty(self):
        for mode in MODES:
            self.assertEqual(self.run_report(request_for("read_stdin", mode=mode))["tasks"][0]["error"], "")

    def test_task_that_forks_and_returns_is_counted_once(self):
        for mode in MODES:
            with self.subTest(mode):
                status, lines, _ = self.start(request_for("fork_and_return", mode=mode, tasks=3, events=True)).finish()
                self.assertEqual(status, 0)
                self.assertEqual([line["event"] for line in lines].count("task_ended"), 3)
                self.assertEqual([line["event"] for line in lines].count("report"), 1)
                self.assertEqual([task["outcome"] for task in lines[-1]["report"]["tasks"]], ["done"] * 3)

    def test_fork_that_fails(self):
        self.write("sitecustomize.py", """
            import errno, os
            real_fork, forks = os.fork, 0
            def fork():
                global forks
                forks += 1
                if forks % 3 == 2:
                    raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
                return real_fork()
            os.fork = fork
            """)
        report = self.run_report(request_for("noop", tasks=6, cap=1))
        self.assertEqual([task["outcome"] for task in report["tasks"]], ["done", "failed", "done", "done", "failed", "done"])
        self.assertEqual(report["tasks"][1]["exit_code"], 127)
        self.assertEqual(report["tasks"][1]["error"], f"cannot start a process: {os.strerror(errno.EAGAIN)}")
        report = self.run_report(request_for("noop", mode="pool", tasks=6, cap=2))
        self.assertEqual([task["outcome"] for task in report["tasks"]].count("failed"), 1)

    def test_failing_forks_leak_nothing(self):
        self.write("sitecustomize.py", """
            import errno, os, sys
            def fork():
                raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
            os.fork = fork
            """)
        def few_descriptors():
            resource.setrlimit(resource.RLIMIT_NOFILE, (256, 256))
        report = self.run_report(request_for("noop", tasks=1000, cap=2), before_exec=few_descriptors)
        self.assertEqual({task["error"] for task in report["tasks"]},
                         {f"cannot start a process: {os.strerror(errno.EAGAIN)}"})


class TimeoutTest(RunnerTest):
    def test_task_timeout(self):
        for mode in MODES:
            for function in ("hang_at", "spin"):
                with self.subTest(mode=mode, function=function):
                    args = ("{index}", "1") if function == "hang_at" else (10**12,)
                    tasks = 4 if function == "hang_at" else 1
                    report = self.run_report(request_for(function, *args, mode=mode, tasks=tasks, cap=2, task_timeout_ms=300))
                    task = report["tasks"][1 if tasks > 1 else 0]
                    self.assertEqual((task["outcome"], task["error"]), ("timed_out", "timed out after 300 ms"))
                    self.assertEqual((task["exit_code"], task["signal"]), (0, 0 if mode == "sequential" else signal.SIGKILL))
                    self.assertGreaterEqual(task["ended_ns"] - task["started_ns"], 300_000_000)
                    self.assertGreater(task["ready_ns"], task["started_ns"])
                    if function == "spin":
                        self.assertGreater(task["user_us"], 0)
                    self.assertLessEqual(report["wakeups"], tasks + 1, "one for each end, and one for the deadline")
                    self.assertEqual(report["outcome"], "completed")
                    self.assertEqual({other["outcome"] for other in report["tasks"] if other is not task} - {"done"}, set())

    def test_task_timeout_is_per_task(self):
        # 6 tasks of one slot take longer than the timeout in all, but none of them does.
        for mode in MODES:
            report = self.run_report(request_for("spin", 3_000_000, mode=mode, tasks=6, cap=1, task_timeout_ms=30_000))
            self.assertEqual({task["outcome"] for task in report["tasks"]}, {"done"})

    def test_sequential_task_that_swallows_the_interruption(self):
        report = self.run_report(request_for("hang_swallowing_twice", mode="sequential", tasks=2, task_timeout_ms=100))
        self.assertEqual([task["error"] for task in report["tasks"]], ["timed out after 100 ms"] * 2)

    def test_sequential_task_after_one_that_took_the_signal_handlers(self):
        report = self.run_report(request_for("take_the_handlers", "{index}", mode="sequential", tasks=2, task_timeout_ms=300))
        self.assertEqual([task["outcome"] for task in report["tasks"]], ["done", "timed_out"])

    def test_task_that_ignores_signals(self):
        for mode in FORKING_MODES:
            report = self.run_report(request_for("hang_ignoring_everything", mode=mode, tasks=2, task_timeout_ms=200))
            self.assertEqual({task["outcome"] for task in report["tasks"]}, {"timed_out"})

    def test_task_that_leaves_a_thread_behind(self):
        for mode in MODES:
            report = self.run_report(request_for("hang_in_a_thread", mode=mode, tasks=2))
            self.assertEqual({task["outcome"] for task in report["tasks"]}, {"done"})

    def test_run_timeout(self):
        for mode in MODES:
            with self.subTest(mode):
                request = request_for("hang_at", "{index}", "1", mode=mode, tasks=4, cap=1, run_timeout_ms=400)
                report = self.run_report(request)
                self.assertEqual(report["outcome"], "timed_out")
                self.assertEqual([task["outcome"] for task in report["tasks"]], ["done"] + ["timed_out"] * 3)
                self.assertEqual([task["slot"] for task in report["tasks"]], [0, 0, -1, -1])
                self.assertEqual([task["error"] for task in report["tasks"]],
                                 ["", "the run timed out after 400 ms"] + ["not started: the run timed out after 400 ms"] * 2)
                self.assertGreaterEqual(report["wall_ns"], 400_000_000)
                self.assertLessEqual(report["wakeups"], 3, "an end, the deadline, an end")

    def test_the_sooner_timeout_wins(self):
        for mode in MODES:
            report = self.run_report(request_for("hang", mode=mode, task_timeout_ms=100, run_timeout_ms=60_000))
            self.assertEqual((report["outcome"], report["tasks"][0]["error"]), ("completed", "timed out after 100 ms"))
            report = self.run_report(request_for("hang", mode=mode, task_timeout_ms=60_000, run_timeout_ms=100))
            self.assertEqual((report["outcome"], report["tasks"][0]["error"]), ("timed_out", "the run timed out after 100 ms"))

    def test_a_run_that_ends_in_time_is_completed(self):
        for mode in MODES:
            report = self.run_report(request_for("noop", mode=mode, tasks=3, task_timeout_ms=10**9,
                                                 run_timeout_ms=10**9))
            self.assertEqual((report["outcome"], {task["outcome"] for task in report["tasks"]}), ("completed", {"done"}))


class CancelTest(RunnerTest):
    def test_stop_signals_cancel(self):
        for mode in MODES:
            for number in (signal.SIGTERM, signal.SIGINT):
                with self.subTest(mode=mode, number=number):
                    request = request_for("hang", mode=mode, tasks=5, cap=2)
                    program = self.start(request)
                    running = 1 if mode == "sequential" else 2
                    pids = program.pids(running)
                    program.process.send_signal(number)
                    report = program.report()
                    self.check_report(request, report)
                    self.assertEqual((program.process.returncode, report["outcome"]), (0, "cancelled"))
                    self.assertEqual({task["outcome"] for task in report["tasks"]}, {"cancelled"})
                    self.assertEqual([task["error"] for task in report["tasks"]],
                                     ["cancelled"] * running + ["cancelled before it started"] * (5 - running))
                    self.assertEqual([task["slot"] >= 0 for task in report["tasks"]], [True] * running + [False] * (5 - running))
                    for pid in pids:
                        self.assertTrue(has_ended(pid))

    def test_sequential_task_that_swallows_the_stop(self):
        program = self.start(request_for("hang_swallowing_twice", mode="sequential", tasks=2))
        program.pids(1)
        program.process.terminate()
        errors = [task["error"] for task in program.report()["tasks"]]
        self.assertEqual(errors, ["cancelled", "cancelled before it started"])

    def test_what_was_done_stays_done(self):
        for mode in MODES:
            program = self.start(request_for("hang_at", "{index}", "2", mode=mode, tasks=4, cap=1))
            program.pids(1)
            program.process.terminate()
            self.assertEqual([task["outcome"] for task in program.report()["tasks"]], ["done", "done", "cancelled", "cancelled"])

    def test_stop_while_the_module_is_imported(self):
        self.write("endless.py", "import python_runner_tasks\npython_runner_tasks.hang()\n")
        for mode in MODES:
            request = request_for("noop", module="endless", mode=mode, tasks=2)
            program = self.start(request)
            program.pids(1)
            program.process.terminate()
            report = program.report()
            self.check_report(request, report)
            self.assertEqual((report["outcome"], report["wall_ns"]), ("cancelled", 0))
            self.assertEqual({task["slot"] for task in report["tasks"]}, {-1})

    def test_stop_while_the_report_is_written(self):
        program = self.start(request_for("noop", mode="sequential", tasks=2000))
        first = program.process.stdout.read(1)  # the rest does not fit into the pipe
        program.process.terminate()
        report = json.loads(first + program.process.stdout.readline())["report"]
        self.assertEqual((program.process.wait(), report["outcome"], len(report["tasks"])), (0, "completed", 2000))

    def test_stop_that_the_starter_had_blocked(self):
        for mode in MODES:
            program = self.start(request_for("hang", mode=mode),
                                 before_exec=lambda: signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM}))
            program.pids(1)
            program.process.terminate()
            self.assertEqual(program.report()["outcome"], "cancelled")

    def test_stop_after_user_code_took_the_handlers(self):
        self.write("taker.py", "from python_runner_tasks import hang, take_the_handlers\ntake_the_handlers(0)\n")
        for mode in MODES:
            program = self.start(request_for("hang", module="taker", mode=mode))
            program.pids(1)
            program.process.terminate()
            self.assertEqual(program.report()["outcome"], "cancelled")


class NothingIsLeftTest(RunnerTest):
    def test_processes_that_tasks_leave_behind(self):
        for mode in MODES:
            for kind in ("group", "session"):
                with self.subTest(mode=mode, kind=kind):
                    program = self.start(request_for("leave_behind", kind, False, mode=mode, tasks=2, cap=1))
                    pids = program.pids(4)
                    self.assertEqual([task["error"] for task in program.report()["tasks"]], ["", ""])
                    for pid in pids:
                        self.assertFalse(os.path.exists(f"/proc/{pid}"), "neither running nor a zombie")

    def test_processes_of_tasks_that_hang(self):
        for mode in MODES:
            for kind in ("group", "session"):
                with self.subTest(mode=mode, kind=kind):
                    program = self.start(request_for("leave_behind", kind, True, mode=mode, task_timeout_ms=700))
                    pids = program.pids(2)
                    self.assertEqual(program.report()["tasks"][0]["outcome"], "timed_out")
                    for pid in pids:
                        self.assertFalse(os.path.exists(f"/proc/{pid}"))

    def test_group_of_a_task_ends_with_it(self):
        program = self.start(request_for("leave_behind_then_hang", "{index}", tasks=2, cap=1))
        *left_behind, hanging = program.pids(3)
        for pid in left_behind:
            self.assertTrue(has_ended(pid))
        self.assertTrue(os.path.exists(f"/proc/{hanging}"), "the run is not over yet")
        program.process.terminate()
        program.report()

    def test_zombies_do_not_pile_up(self):
        report = self.run_report(request_for("leave_zombie_or_count_them", "{index}", "40", 5, tasks=41, cap=1))
        self.assertEqual({task["error"] for task in report["tasks"]}, {""})

    def test_kill_of_the_runner_ends_its_children(self):
        for mode in FORKING_MODES:
            with self.subTest(mode):
                program = self.start(request_for("hang_ignoring_everything", mode=mode, tasks=4, cap=3))
                pids = program.pids(3)
                for pid in pids:
                    self.assertTrue(os.path.exists(f"/proc/{pid}"))
                program.process.kill()
                program.process.wait()
                for pid in pids:
                    self.assertTrue(has_ended(pid))

    def test_no_process_of_a_task_holds_our_stdout(self):
        program = self.start(request_for("leave_behind", "session", True))
        pids = program.pids(3)
        for pid in pids:
            self.addCleanup(kill_if_there, pid)
        program.process.kill()
        self.assertEqual(program.read_stdout(), b"")

    def test_reader_that_goes_away(self):
        for mode in MODES:
            with self.subTest(mode):
                # The first task's end is written once the reader has gone; the second one hangs, if it is started at all.
                program = self.start(request_for("hang_at", "{index}", "1", mode=mode, tasks=2, cap=2, events=True,
                                                 task_timeout_ms=2000))
                program.process.stdout.close()
                self.assertEqual(program.process.wait(PATIENCE_S), 1)
                err = program._stderr + program.process.stderr.read()
                self.assertNotIn(b"Traceback", err)
                for line in err.splitlines():
                    self.assertTrue(has_ended(int(line.split()[1])))


class SandboxTest(RunnerTest):
    def setUp(self):
        super().setUp()
        self.environment["TIERSCOPE_SLOT_PROCS"] = self.path("slot-{slot}.procs")

    def test_each_process_joins_its_slot_before_its_first_task(self):
        for mode, joined in (("sequential", ["0", "x", "x"]), ("parallel", ["0", "0", "0"]), ("pool", ["0", "x", "x"])):
            with self.subTest(mode):
                self.write("slot-0.procs", "")
                report = self.run_report(request_for("expect_in_slot", self.path(mode), self.path("slot-0.procs"), mode=mode,
                                                     tasks=3, cap=1))
                self.assertEqual([task["error"] for task in report["tasks"]], [""] * 3)
                self.assertEqual([line[:1] for line in self.read_lines(mode)], joined)

    def test_slots_have_files_of_their_own(self):
        for mode in FORKING_MODES:
            for slot in range(3):
                self.write(f"slot-{slot}.procs", "")
            program = self.start(request_for("hang", mode=mode, tasks=3, cap=3))
            program.pids(3)
            self.assertEqual([self.read_lines(f"slot-{slot}.procs") for slot in range(3)], [["0"]] * 3)
            program.process.terminate()
            program.finish()

    def test_slot_in_two_hierarchies(self):
        self.environment["TIERSCOPE_SLOT_PROCS"] += ":" + self.path("other-{slot}.procs")
        for name in ("slot-0.procs", "other-0.procs"):
            self.write(name, "")
        report = self.run_report(request_for("spin", 1000, mode="parallel", tasks=1, cap=1))
        self.assertEqual(report["tasks"][0]["outcome"], "done")
        self.assertEqual([self.read_lines(name) for name in ("slot-0.procs", "other-0.procs")], [["0"], ["0"]])

    def test_slot_that_cannot_be_joined(self):
        for mode, good, bad in (("sequential", 1, 0), ("parallel", 0, 1), ("pool", 0, 1)):
            with self.subTest(mode):
                self.write(f"slot-{good}.procs", "")
                path = self.path(f"slot-{bad}.procs")
                with contextlib.suppress(FileNotFoundError):
                    os.remove(path)
                report = self.run_report(request_for("spin", 300_000, mode=mode, tasks=4, cap=2))
                self.assertIn(bad, [task["slot"] for task in report["tasks"]])
                for task in report["tasks"]:
                    if task["slot"] == good:
                        self.assertEqual(task["outcome"], "done")
                        continue
                    self.assertEqual((task["outcome"], task["exit_code"], task["ready_ns"]), ("failed", 127, 0))
                    self.assertEqual(task["error"],
                                     f"cannot join the sandbox of slot {bad}: {path}: {os.strerror(errno.ENOENT)}")
                self.assertFalse(os.path.exists(path), "a slot's file is the sandbox's to make")


class PlatformTest(RunnerTest):
    def test_no_semaphores_are_needed(self):
        self.write("sitecustomize.py", """
            import _multiprocessing
            class SemLock:
                def __init__(self, *args, **kwargs):
                    raise OSError(38, "Function not implemented")
            _multiprocessing.SemLock = SemLock
            """)
        lock = subprocess.run([sys.executable, "-c", "import multiprocessing; multiprocessing.Lock()"], capture_output=True,
                              env=dict(os.environ, **self.environment), check=False)
        self.assertNotEqual(lock.returncode, 0, "the patch does not take semaphores away, so this test would prove nothing")
        for mode in MODES:
            report = self.run_report(request_for("noop", mode=mode, tasks=5, cap=2, task_timeout_ms=60_000, events=True))
            self.assertEqual({task["outcome"] for task in report["tasks"]}, {"done"})

    def test_without_pidfds(self):
        script = ("import os, sys; sys.path.insert(0, sys.argv[1]); import tierscope_process; "
                  "tierscope_process._open_pidfd = lambda pid: None; import tierscope_runner; os._exit(tierscope_runner.main())")
        command = (sys.executable, "-c", script, RUNNER_FOLDER)
        for mode in FORKING_MODES:
            with self.subTest(mode):
                report = self.run_report(request_for("noop", mode=mode, tasks=20, cap=3), command=command)
                self.assertEqual({task["outcome"] for task in report["tasks"]}, {"done"})
                report = self.run_report(request_for("crash_at", "{index}", "1", mode=mode, tasks=4, cap=2), command=command)
                self.assertEqual([task["signal"] for task in report["tasks"]], [0, signal.SIGSEGV, 0, 0])
                report = self.run_report(request_for("hang_at", "{index}", "1", mode=mode, tasks=3, cap=2, task_timeout_ms=300),
                                         command=command)
                self.assertEqual([task["outcome"] for task in report["tasks"]], ["done", "timed_out", "done"])
                task = self.run_report(request_for("vanish", 4, mode=mode), command=command)["tasks"][0]
                self.assertEqual((task["outcome"], task["exit_code"]), ("failed", 4))

    def test_more_processes_than_descriptors(self):
        def few_descriptors():
            resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
        report = self.run_report(request_for("spin", 3_000_000, tasks=60, cap=60), before_exec=few_descriptors)
        outcomes = [task["outcome"] for task in report["tasks"]]
        self.assertEqual(len(outcomes), 60)
        self.assertIn("done", outcomes)
        errors = {task["error"] for task in report["tasks"]} - {""}
        self.assertEqual(errors, {f"cannot start a process: {os.strerror(errno.EMFILE)}"})

    def test_soft_descriptor_limit_is_raised(self):
        def few_descriptors():
            resource.setrlimit(resource.RLIMIT_NOFILE, (64, 1024))
        report = self.run_report(request_for("spin", 1_000_000, tasks=60, cap=60), before_exec=few_descriptors)
        self.assertEqual({task["outcome"] for task in report["tasks"]}, {"done"})


class ModuleTest(RunnerTest):
    """run(), as a Lambda handler calls it, in this very process."""

    def request(self, function, *args, **more):
        request = request_for(function, *args, **more)
        request["workload"]["path"] = TESTS_FOLDER
        return request

    def setUp(self):
        super().setUp()
        path = list(sys.path)
        self.addCleanup(lambda: sys.path.__setitem__(slice(None), path))

    def test_run_returns_the_report_and_leaves_the_process_as_it_was(self):
        numbers = (signal.SIGTERM, signal.SIGINT, signal.SIGALRM, signal.SIGCHLD)
        def state():
            return ([signal.getsignal(number) for number in numbers], signal.pthread_sigmask(signal.SIG_BLOCK, ()),
                    sorted(os.listdir("/proc/self/fd")), os.fstat(0), os.fstat(1).st_ino)
        before = state()
        for mode in MODES:
            events = []
            request = self.request("noop", mode=mode, tasks=3, events=True)
            report = tierscope_runner.run(request, events.extend)
            self.check_report(request, report)
            self.assertEqual([event["event"] for event in events].count("task_ended"), 3)
        self.assertEqual(state(), before)

    def test_what_emit_raises_ends_the_run(self):
        class Stop(Exception):
            pass
        def stop(_events):
            raise Stop
        for mode in MODES:
            with self.subTest(mode):
                with self.assertRaises(Stop):
                    tierscope_runner.run(self.request("spin", 10**12, mode=mode, tasks=3, cap=2, events=True), stop)
                with self.assertRaises(ChildProcessError):
                    os.waitpid(-1, os.WNOHANG)

    def test_stop_between_the_look_and_the_leap(self):
        # emit() runs after the last look for stop requests and before the sleep, or the sequential task.
        for mode in MODES:
            with self.subTest(mode):
                request = self.request("spin", 10**12, mode=mode, tasks=2, cap=1, events=True, task_timeout_ms=20_000)
                report = tierscope_runner.run(request, lambda events: os.kill(os.getpid(), signal.SIGTERM))
                self.assertEqual([task["outcome"] for task in report["tasks"]], ["cancelled", "cancelled"])
                self.assertLess(report["wall_ns"], 20 * 10**9, "only the timeout ended it")

    def test_task_that_ends_before_it_could_be_killed_is_done(self):
        kill = tierscope_process.Worker.kill

        def kill_late(worker):
            if worker.fate:
                wait([worker._connection], PATIENCE_S)
            kill(worker)

        for mode in FORKING_MODES:
            with self.subTest(mode), unittest.mock.patch.object(tierscope_process.Worker, "kill", kill_late):
                request = self.request("spin", 3_000_000, mode=mode, tasks=2, cap=1, events=True)
                report = tierscope_runner.run(request, lambda events: os.kill(os.getpid(), signal.SIGTERM))
                self.check_report(request, report)
                self.assertEqual([task["outcome"] for task in report["tasks"]], ["done", "cancelled"])
                self.assertGreater(report["tasks"][0]["user_us"], 0)

    def test_children_that_were_there_before_are_spared(self):
        other = subprocess.Popen(["sleep", "1000"])
        ended = subprocess.Popen(["false"])
        self.addCleanup(other.wait)
        self.addCleanup(other.kill)
        self.assertTrue(has_ended(ended.pid))
        for mode in MODES:
            tierscope_runner.run(self.request("noop", mode=mode, tasks=3), lambda events: None)
        self.assertIsNone(other.poll())
        self.assertEqual(ended.wait(), 1)

    def test_bad_requests_raise(self):
        with self.assertRaises(tierscope_request.RequestError) as caught:
            tierscope_runner.run({"tasks": 1}, lambda events: None)
        self.assertEqual(caught.exception.code, "bad_request")
        with self.assertRaises(tierscope_request.RequestError) as caught:
            tierscope_runner.run(self.request("absent"), lambda events: None)
        self.assertEqual(caught.exception.code, "workload_not_found")


class PropertyTest(RunnerTest):
    """Over random schedules: the cap, the slots, every task exactly once with its own outcome, the least possible makespan."""

    SCHEDULES = 40
    EXPECTED = {"spin": ("done", 0, 0), "boom": ("failed", 1, 0)}

    def test_random_schedules(self):
        for number in range(self.SCHEDULES):
            draw = random.Random(SEED * 1000 + number)
            mode = draw.choice(MODES)
            kinds = ["spin"] * 4 + ["boom", "leave"] + (["vanish", "crash"] if mode != "sequential" else [])
            tasks = draw.randint(1, 25)
            plan = []
            for _ in range(tasks):
                kind = draw.choice(kinds)
                plan.append((kind, {"spin": draw.randint(0, 60_000), "leave": draw.randint(0, 5), "vanish": draw.randint(1, 5),
                                    "crash": draw.choice((signal.SIGSEGV, signal.SIGKILL, signal.SIGABRT))}.get(kind, 0)))
            trace = f"trace-{number}"
            request = request_for("by_plan", self.path(trace), "{index}", plan, mode=mode, tasks=tasks, cap=draw.randint(0, 6))
            with self.subTest(f"TIERSCOPE_TEST_SEED={SEED}, schedule {number}", request=request):
                report = self.run_report(request)
                self.assertEqual(sorted(map(int, self.read_lines(trace))), list(range(tasks)), "each task exactly once")
                self.assertEqual(report["outcome"], "completed")
                for task, (kind, amount) in zip(report["tasks"], plan):
                    self.assertEqual((task["outcome"], task["exit_code"], task["signal"]), self.expected(kind, amount), task)
                self.check_makespan(report)

    def expected(self, kind, amount):
        if kind in ("leave", "vanish"):
            return ("failed" if amount else "done", amount, 0)
        return ("failed", 0, amount) if kind == "crash" else self.EXPECTED[kind]

    def check_makespan(self, report):
        lengths = [task["ended_ns"] - task["started_ns"] for task in report["tasks"]]
        self.assertGreaterEqual(report["wall_ns"], max(lengths))
        self.assertGreaterEqual(report["wall_ns"] * min(report["cap"], len(lengths)), sum(lengths))
        self.assertEqual(report["wall_ns"], max(task["ended_ns"] for task in report["tasks"]))

    def test_random_stops(self):
        for number in range(12):
            draw = random.Random(SEED * 1000 + 500 + number)
            mode, tasks, cap = draw.choice(MODES), draw.randint(2, 12), draw.randint(1, 4)
            hanging = draw.randrange(tasks)
            with self.subTest(f"TIERSCOPE_TEST_SEED={SEED}, stop {number}: {mode}, {tasks} tasks, cap {cap}, {hanging} hangs"):
                request = request_for("hang_at", "{index}", str(hanging), mode=mode, tasks=tasks, cap=cap)
                program = self.start(request)
                pid, = program.pids(1)
                program.process.terminate()
                report = program.report()
                self.check_report(request, report)
                self.assertEqual((report["outcome"], report["tasks"][hanging]["outcome"]), ("cancelled", "cancelled"))
                self.assertTrue(all(task["outcome"] in ("done", "cancelled") for task in report["tasks"]))
                self.assertTrue(has_ended(pid))


if __name__ == "__main__":
    unittest.main()
