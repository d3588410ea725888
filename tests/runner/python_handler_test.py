#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
"""The Python function: events in, reports or errors out, as Lambda's Python runtime calls it. Usage: python_handler_test.py [unittest options]"""
import json
import os
import sys
import unittest

sys.dont_write_bytecode = True
TESTS_FOLDER = os.path.dirname(os.path.realpath(__file__))
sys.path[:0] = [os.path.join(TESTS_FOLDER, "..", "..", "resources", "lambda", "python"), TESTS_FOLDER]

import tierscope_handler  # noqa: E402
import tierscope_runner  # noqa: E402
from tierscope_handler import BadRequest, RunnerFailed, TimedOut, WorkloadNotFound, handler, summarised, within_deadline  # noqa: E402

PATIENCE_MS = 60_000


class Context:
    def __init__(self, left_ms=PATIENCE_MS):
        self._left_ms = left_ms

    def get_remaining_time_in_millis(self):
        return self._left_ms


def request(function, *args, module="time", **changes):
    return {"workload": {"kind": "python", "module": module, "function": function, "args": list(args)}, "tasks": 3, "cap": 2, **changes}


class PythonHandlerTest(unittest.TestCase):
    def test_answers_a_run_request_with_its_report(self):
        for mode in ("sequential", "parallel", "pool"):
            report = json.loads(json.dumps(handler(request("sleep", 0, mode=mode, events=True), Context())))
            self.assertEqual((report["version"], report["mode"], report["outcome"]), (1, mode, "completed"))
            self.assertEqual([task["outcome"] for task in report["tasks"]], ["done"] * 3)
            self.assertTrue(report["runner"]["language"].startswith("python "))

    def test_runs_the_reference_experiment(self):
        self.addCleanup(setattr, tierscope_handler, "REFERENCE_ITERATIONS", tierscope_handler.REFERENCE_ITERATIONS)
        self.assertEqual(tierscope_handler.REFERENCE_ITERATIONS, 10_000_000)
        tierscope_handler.REFERENCE_ITERATIONS = 20_000
        for multiprocess, mode, cap in ((True, "parallel", len(os.sched_getaffinity(0))), (False, "sequential", 1)):
            report = handler({"multiprocess": multiprocess}, Context())
            self.assertEqual((report["mode"], report["cap"]), (mode, cap))
            self.assertEqual([task["outcome"] for task in report["tasks"]], ["done"] * 10)

    def test_says_what_it_cannot_run(self):
        for event in (None, "text", [], {}, {"multiprocess": 1}, {"multiprocess": True, "tasks": 2}, request("sleep", tasks=0),
                      request("sleep", workload={"kind": "kernel", "name": "noop"})):
            with self.assertRaises(BadRequest, msg=event) as caught:
                handler(event, Context())
            self.assertTrue(str(caught.exception))
            self.assertIsNone(caught.exception.__cause__)
        for module, function in (("time", "nowhere"), ("no_such_module", "f")):
            with self.assertRaisesRegex(WorkloadNotFound, function if module == "time" else module):
                handler(request(function, module=module), Context())

    def test_tells_trouble_of_its_own(self):
        def broken(*_):
            raise OSError(24, "Too many open files")

        self.addCleanup(setattr, tierscope_handler, "run", tierscope_handler.run)
        tierscope_handler.run = broken
        with self.assertRaisesRegex(RunnerFailed, "Too many open files"):
            handler(request("sleep", 0), Context())

    def test_reports_before_the_function_is_killed(self):
        for mode in ("sequential", "parallel", "pool"):
            report = handler(request("sleep", 60, mode=mode), Context(400))
            self.assertEqual(report["outcome"], "timed_out")
            self.assertEqual(report["tasks"][0]["error"], "the run timed out after 200 ms")
        with self.assertRaises(TimedOut):
            handler(request("sleep", 0), Context(0))

    def test_keeps_time_for_the_report(self):
        for tasks, own_ms, left_ms, expected_ms in ((1, 0, 10_000, 9_499), (20_000, 0, 10_000, 8_500), (1_000_000, 0, 10_000, 5_000),
                                                    (1, 2_000, 10_000, 2_000), (1, 60_000, 10_000, 9_499), (1, 0, 1, 1)):
            bounded = within_deadline(request("sleep", tasks=tasks, run_timeout_ms=own_ms), left_ms)
            self.assertEqual(bounded["run_timeout_ms"], expected_ms, (tasks, own_ms, left_ms))

    def test_summarises_a_report_that_lambda_would_not_take(self):
        report = handler(request("sleep", "wrong", mode="sequential"), Context())
        size = len(json.dumps(report))
        self.assertIs(summarised(report, size), report)
        smaller = summarised(report, size - 1)
        self.assertEqual(smaller["tasks"], [])
        summary = smaller["tasks_summary"]
        self.assertEqual((summary["summarised"], summary["count"], summary["done"], summary["failed"]), (True, 3, 0, 3))
        self.assertEqual(summary["first_error"], report["tasks"][0]["error"])
        self.assertEqual({**smaller, "tasks": 0, "tasks_summary": 0}, {**report, "tasks": 0, "tasks_summary": 0})

    def test_says_the_memory_of_the_function(self):
        self.addCleanup(os.environ.pop, "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", None)
        os.environ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "1769"
        self.assertEqual(handler(request("sleep", 0), Context())["host"]["memory_mb"], 1769)

    def test_names_the_processor(self):
        graviton = "processor\t: 0\nCPU implementer\t: 0x41\nCPU part\t: %s\n\nprocessor\t: 1\nCPU part\t: 0xd05\n"
        for text, model in (("processor\t: 0\nmodel\t\t: 85\nmodel name\t: Intel(R) Xeon(R) @ 2.50GHz\n", "Intel(R) Xeon(R) @ 2.50GHz"),
                            (graviton % "0xd0c", "Neoverse-N1"), (graviton % "0xfff", "ARM part 0x41:0xfff"), ("processor : 0\n", ""),
                            ("Model : Raspberry Pi\n" + graviton % "0xd08", "Raspberry Pi"), ("", "")):
            self.assertEqual(tierscope_runner._cpu_model_of(text.splitlines(True)), model)

    def test_leaves_nothing_between_invocations(self):
        def once():
            for mode in ("sequential", "parallel", "pool"):
                handler(request("sleep", 0, mode=mode), Context())
            handler(request("system", "setsid sleep 600 &", module="os"), Context())
            handler(request("sleep", 60, task_timeout_ms=1), Context())
            with self.assertRaises(BadRequest):
                handler({}, Context())

        once()
        descriptors = sorted(os.listdir("/proc/self/fd"))
        for _ in range(5):
            once()
            with open(f"/proc/self/task/{os.getpid()}/children") as children:
                self.assertEqual(children.read(), "")
        self.assertEqual(sorted(os.listdir("/proc/self/fd")), descriptors)


if __name__ == "__main__":
    unittest.main()
