#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
"""tierscope-runner as a program: what it reads, prints and leaves behind. Usage: native_runner_test.py RUNNER [unittest options]"""
import json
import os
import select
import signal
import struct
import subprocess
import sys
import unittest

RUNNER = ""
PATIENCE_S = 60
MODES = ("sequential", "parallel", "pool")


def request(**changes):
    return {"version": 1, "workload": {"kind": "kernel", "name": "noop"}, "tasks": 3, "mode": "parallel", "cap": 2, **changes}


def start(wanted):
    text = wanted if isinstance(wanted, bytes) else json.dumps(wanted).encode()
    process = subprocess.Popen([RUNNER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdin.write(text)
    process.stdin.close()
    return process


def run(wanted):
    process = start(wanted)
    lines = [json.loads(line) for line in process.stdout.read().splitlines()]
    stderr = process.stderr.read()
    status = process.wait(PATIENCE_S)
    process.stdout.close()
    process.stderr.close()
    return status, lines, stderr


def has_ended(pid):
    """Waits until the process has gone; False when it stays."""
    try:
        pidfd = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([pidfd], [], [], PATIENCE_S)[0])
    finally:
        os.close(pidfd)


def children_of(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as children:
        return [int(child) for child in children.read().split()]


class NativeRunnerTest(unittest.TestCase):
    def finish(self, process):
        output = process.stdout.read()
        status = process.wait(PATIENCE_S)
        process.stdout.close()
        process.stderr.close()
        return status, [json.loads(line) for line in output.splitlines()]

    def test_report_has_the_fields_of_the_wire_format(self):
        for mode in MODES:
            with self.subTest(mode):
                status, lines, stderr = run(request(mode=mode))
                self.assertEqual((status, stderr, len(lines)), (0, b"", 1))
                self.assertEqual(lines[0]["event"], "report")
                report = lines[0]["report"]
                self.assertLessEqual({"version", "mode", "cap", "wall_ns", "tasks", "host", "runner"}, report.keys())
                self.assertEqual((report["version"], report["mode"], report["cap"]), (1, mode, 1 if mode == "sequential" else 2))
                self.assertEqual([task["index"] for task in report["tasks"]], [0, 1, 2])
                for task in report["tasks"]:
                    self.assertLessEqual({"index", "slot", "queued_ns", "started_ns", "ended_ns", "user_us", "system_us", "max_rss_kb",
                                          "voluntary_switches", "involuntary_switches", "minor_faults", "major_faults", "exit_code",
                                          "signal", "error"}, task.keys())
                    self.assertLessEqual(task["ended_ns"], report["wall_ns"])
                self.assertEqual(report["host"]["usable_cpus"], len(os.sched_getaffinity(0)))
                self.assertEqual(report["runner"]["language"], "c++")

    def test_events_come_in_order(self):
        for mode in MODES:
            with self.subTest(mode):
                _, lines, _ = run(request(mode=mode, tasks=20, events=True))
                started, ended = set(), set()
                for line in lines[:-1]:
                    if line["event"] == "task_started":
                        started.add(line["index"])
                    else:
                        self.assertIn(line["index"], started)
                        ended.add(line["index"])
                self.assertEqual((len(started), len(ended), lines[-1]["event"]), (20, 20, "report"))

    def test_cap_zero_means_usable_cpus(self):
        _, lines, _ = run(request(cap=0, tasks=50))
        self.assertEqual(lines[-1]["report"]["cap"], len(os.sched_getaffinity(0)))

    def test_bad_requests_get_one_clear_line(self):
        cases = {
            b"": "JSON", b"[1]": "object", b'{"version":1': "JSON", b"\xff\xfe": "JSON", b"[" * 100000: "",
            json.dumps(request(taks=1)).encode(): '"taks"', json.dumps(request(tasks=0)).encode(): "tasks",
            json.dumps(request(tasks=-3)).encode(): "tasks", json.dumps(request(tasks="ten")).encode(): "tasks",
            json.dumps(request(tasks=True)).encode(): "tasks", json.dumps(request(cap=1025)).encode(): "cap",
            json.dumps(request(cap=-1)).encode(): "cap", json.dumps(request(mode="fast")).encode(): "mode",
            json.dumps(request(version=2)).encode(): "version",
            json.dumps(request(workload={"kind": "kernel", "name": "nosuch"})).encode(): "nosuch",
            json.dumps(request(workload={"kind": "command", "argv": []})).encode(): "program",
            json.dumps(request(workload={"kind": "python", "module": "m", "function": "f", "args": []})).encode(): "ython",
        }
        for text, said in cases.items():
            with self.subTest(text[:60]):
                status, lines, stderr = run(text)
                self.assertEqual((status, len(lines), stderr), (2, 1, b""))
                self.assertEqual((lines[0]["event"], lines[0]["error"]["code"]), ("error", "bad_request"))
                self.assertIn(said, lines[0]["error"]["message"])

    def test_sigterm_ends_the_tasks_and_still_reports(self):
        for mode in MODES:
            with self.subTest(mode):
                process = start(request(mode=mode, tasks=4, events=True,
                                        workload={"kind": "kernel", "name": "busy-loop", "iterations": 1000000000000}))
                self.assertIn(b"task_started", process.stdout.readline())
                process.send_signal(signal.SIGTERM)
                status, lines = self.finish(process)
                self.assertEqual(status, 0)
                report = lines[-1]["report"]
                self.assertEqual(report["outcome"], "cancelled")
                self.assertEqual({task["outcome"] for task in report["tasks"]}, {"cancelled"})

    def test_no_task_outlives_a_killed_runner(self):
        for workload in ({"kind": "kernel", "name": "sleep", "ms": 900000}, {"kind": "command", "argv": ["sleep", "1000"]}):
            for mode in ("parallel", "pool"):
                with self.subTest(f"{workload['kind']} {mode}"):
                    process = start(request(mode=mode, events=True, workload=workload))
                    for _ in range(2):
                        self.assertIn(b"task_started", process.stdout.readline())
                    tasks = children_of(process.pid)
                    self.assertEqual(len(tasks), 2)
                    process.kill()
                    self.finish(process)
                    for pid in tasks:
                        self.assertTrue(has_ended(pid))

    def test_a_reader_that_has_gone_ends_the_run(self):
        process = start(request(mode="parallel", tasks=200000, events=True))
        process.stdout.readline()
        tasks = children_of(process.pid)
        process.stdout.close()
        self.assertEqual(process.wait(PATIENCE_S), 1)
        process.stderr.close()
        for pid in tasks:
            self.assertTrue(has_ended(pid))

    def test_a_hundred_thousand_tasks_stay_under_64_mb(self):
        process = start(request(mode="pool", tasks=100000))
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
        process.stdout.close()
        process.stderr.close()
        self.assertEqual(status, 0)
        self.assertEqual(sum(task["outcome"] == "done" for task in json.loads(output)["report"]["tasks"]), 100000)
        self.assertLess(usage.ru_maxrss, 64 * 1024)

    def test_program_is_static_and_small(self):
        with open(RUNNER, "rb") as program:
            image = program.read()
        if b"__asan_init" in image or b"__tsan_init" in image:
            self.skipTest("sanitizers need the shared libraries")
        offset, size, count = struct.unpack_from("<Q", image, 32)[0], *struct.unpack_from("<HH", image, 54)
        kinds = [struct.unpack_from("<I", image, offset + i * size)[0] for i in range(count)]
        self.assertNotIn(3, kinds, "it has an interpreter: it is not static")
        self.assertLess(len(image), 3 * 1024 * 1024)


if __name__ == "__main__":
    RUNNER = os.path.abspath(sys.argv.pop(1))
    unittest.main()
