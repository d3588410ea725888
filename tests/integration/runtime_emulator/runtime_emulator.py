#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
"""The packages under the AWS Lambda Runtime Interface Emulator. Usage: runtime_emulator.py EMULATOR PACKAGES QEMU [unittest options]

Needs an interpreter that has awslambdaric."""
import contextlib
import http.client
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile

EMULATOR = PACKAGES = QEMU = ""
PATIENCE_S = 60
SIX_MB = 6 * 1024 * 1024
FUNCTION_TIMEOUT_S = 2
MODES = ("sequential", "parallel", "pool")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def unpack(package, folder):
    """As Lambda does: with the permissions that the package states."""
    with zipfile.ZipFile(os.path.join(PACKAGES, package)) as archive:
        for entry in archive.infolist():
            os.chmod(archive.extract(entry, folder), (entry.external_attr >> 16) & 0o777)


def descendants(pid):
    found = [pid]
    for parent in found:
        with contextlib.suppress(OSError):
            for thread in os.listdir(f"/proc/{parent}/task"):
                with open(f"/proc/{parent}/task/{thread}/children") as children:
                    found += map(int, children.read().split())
    return found[1:]


class Emulator:
    """The emulator with one function in it."""

    def __init__(self, folder, command, environment):
        self._port = free_port()
        self._log = open(os.path.join(folder, "emulator.log"), "w+b")
        own = {key: value for key, value in os.environ.items() if not key.startswith("AWS_")}
        self.process = subprocess.Popen(
            [EMULATOR, "--runtime-api-address", f"127.0.0.1:{free_port()}",
             "--runtime-interface-emulator-address", f"127.0.0.1:{self._port}", *command],
            cwd=folder, stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log,
            env={**own, "AWS_LAMBDA_FUNCTION_TIMEOUT": str(FUNCTION_TIMEOUT_S), "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "1769",
                 **environment})
        try:
            self._await_listener()
        except BaseException:
            self.close()
            raise

    def _await_listener(self):
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until and self.process.poll() is None:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self._port)):
                return
            time.sleep(0.02)  # it does not say when it listens
        raise AssertionError("the emulator does not listen: " + self.log())

    def invoke(self, event):
        """The answer's bytes."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE_S)
        try:
            connection.request("POST", "/2015-03-31/functions/function/invocations",
                               event if isinstance(event, bytes) else json.dumps(event).encode())
            return connection.getresponse().read()
        finally:
            connection.close()

    def runtime(self):
        """The function's process and all below it."""
        return descendants(self.process.pid)

    def log(self):
        self._log.seek(0)
        return self._log.read().decode(errors="replace")

    def close(self):
        """Ends it; returns the processes of the function that are still there."""
        watched = {}
        for pid in self.runtime():
            with contextlib.suppress(ProcessLookupError):
                watched[pid] = os.pidfd_open(pid)
        self.process.terminate()
        try:
            self.process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        left = [pid for pid, pidfd in watched.items() if not select.select([pidfd], [], [], 5)[0]]
        for pid in left:
            os.kill(pid, signal.SIGKILL)
        for pidfd in watched.values():
            os.close(pidfd)
        self._log.close()
        return left


class FunctionTest:
    """What holds for each of the functions."""

    package = ""
    tasks_over_six_mb = 45_000
    tasks_near_six_mb = 20_000

    def start(self, folder):
        raise NotImplementedError

    def workload(self, name):
        raise NotImplementedError

    def request(self, name, **changes):
        return {"version": 1, "workload": self.workload(name), "tasks": 3, "mode": "parallel", "cap": 2, **changes}

    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        unpack(self.package, self.folder)
        self.emulator = self.start(self.folder)
        self.addCleanup(self.close)

    def close(self):
        self.assertEqual(self.emulator.close(), [], "left behind")

    def invoke(self, event):
        answer = self.emulator.invoke(event)
        try:
            return json.loads(answer)
        except ValueError:
            raise AssertionError(f"{answer[:300]!r}; {self.emulator.log()[-2000:]}") from None

    def test_answers_several_invocations_in_one_process(self):
        reports = [self.invoke(self.request("noop", mode=mode)) for mode in MODES]
        runtime = self.emulator.runtime()
        reports += [self.invoke(self.request("noop", mode=mode)) for mode in MODES * 3]
        self.assertEqual(self.emulator.runtime(), runtime, "the process has changed, or left a child")
        for report, mode in zip(reports, MODES * 4):
            self.assertEqual((report["version"], report["mode"], report["outcome"]), (1, mode, "completed"))
            self.assertEqual([(task["index"], task["outcome"]) for task in report["tasks"]], [(i, "done") for i in range(3)])
            self.assertEqual(report["host"]["memory_mb"], 1769)
            self.assertEqual(report["host"]["arch"], self.architecture())
        self.assertIn("REPORT RequestId:", self.emulator.log())

    def architecture(self):
        return os.uname().machine

    def test_runs_the_reference_experiment(self):
        for multiprocess, mode in ((True, "parallel"), (False, "sequential")):
            report = self.invoke({"multiprocess": multiprocess})
            self.assertEqual((report["mode"], len(report["tasks"])), (mode, 10))
            # The slower ones do not end in time on a busy computer.
            self.assertIn(report["outcome"], ("completed", "timed_out"))
            self.assertIn(report["tasks"][0]["outcome"], ("done", "timed_out"))

    def test_answers_errors_and_goes_on(self):
        for event in ({}, self.request("noop", tasks=0), {"multiprocess": 1}):
            error = self.invoke(event)
            self.assertEqual(error["errorType"], "BadRequest", event)
            self.assertTrue(error["errorMessage"])
        self.assertEqual(self.invoke(self.request("noop"))["outcome"], "completed")

    def test_reports_before_lambda_ends_it(self):
        for mode in ("parallel", "sequential"):
            report = self.invoke(self.request("sleep", mode=mode))
            self.assertEqual(report["outcome"], "timed_out")
            self.assertEqual({task["outcome"] for task in report["tasks"]}, {"timed_out"})
        self.assertEqual(self.invoke(self.request("noop"))["outcome"], "completed")

    def check_large_answers(self):
        answer = self.emulator.invoke(self.request("noop", mode="pool", tasks=self.tasks_near_six_mb))
        self.assertGreater(len(answer), SIX_MB // 2)
        self.assertLess(len(answer), SIX_MB)
        self.assertEqual(len(json.loads(answer)["tasks"]), self.tasks_near_six_mb)
        report = self.invoke(self.request("noop", mode="pool", tasks=self.tasks_over_six_mb))
        self.assertEqual(report["tasks"], [])
        self.assertEqual(report["tasks_summary"]["count"], self.tasks_over_six_mb)


class NativeTest(FunctionTest, unittest.TestCase):
    package = "tierscope-function-x86_64.zip"

    def start(self, folder):
        return Emulator(folder, [os.path.join(folder, "bootstrap")], {})

    def workload(self, name):
        return {"kind": "kernel", "name": name, **({"ms": 60_000} if name == "sleep" else {})}

    def test_answers_up_to_six_mb(self):
        self.check_large_answers()

    def test_says_when_it_dies(self):
        error = self.invoke({**self.request("noop"), "workload": {"kind": "command", "argv": ["sh", "-c", "kill -9 $PPID"]}})
        self.assertEqual(error["errorType"], "Runtime.ExitError")
        self.assertEqual(self.invoke(self.request("noop"))["outcome"], "completed", "in a new process")


class Arm64Test(NativeTest):
    package = "tierscope-function-arm64.zip"

    def start(self, folder):
        start = os.path.join(folder, "start")
        with open(start, "w") as script:
            script.write(f'#!/bin/sh\nexec {QEMU} {folder}/bootstrap\n')
        os.chmod(start, 0o755)
        return Emulator(folder, [start], {})

    def architecture(self):
        return "aarch64"


class PythonTest(FunctionTest, unittest.TestCase):
    package = "tierscope-function-python.zip"

    def start(self, folder):
        return Emulator(folder, [sys.executable, "-m", "awslambdaric", "tierscope_handler.handler"],
                        {"PYTHONDONTWRITEBYTECODE": "1", "LAMBDA_TASK_ROOT": folder, "PYTHONPATH": folder})

    def workload(self, name):
        function, args = {"noop": ("time", []), "sleep": ("sleep", [60])}[name]
        return {"kind": "python", "module": "time", "function": function, "args": args}

    def test_says_which_function_is_missing(self):
        workload = {"kind": "python", "module": "no_such_module", "function": "f"}
        self.assertEqual(self.invoke({**self.request("noop"), "workload": workload})["errorType"], "WorkloadNotFound")

    def test_says_when_it_dies(self):
        workload = {"kind": "python", "module": "os", "function": "_exit", "args": [3]}
        error = self.invoke({**self.request("noop"), "workload": workload, "mode": "sequential"})
        self.assertEqual(error["errorType"], "Runtime.ExitError")
        self.assertEqual(self.invoke(self.request("noop"))["outcome"], "completed", "in a new process")


if __name__ == "__main__":
    EMULATOR, PACKAGES, QEMU = sys.argv[1:4]
    del sys.argv[1:4]
    unittest.main()
