#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
"""bootstrap as a program, with a Lambda Runtime API of the test's own. Usage: bootstrap_test.py BOOTSTRAP [unittest options]"""
import http.server
import json
import os
import queue
import select
import signal
import subprocess
import sys
import threading
import time
import unittest

BOOTSTRAP = ""
PATIENCE_S = 120
SIX_MB = 6 * 1024 * 1024


def noops(**changes):
    return {"workload": {"kind": "kernel", "name": "noop"}, "tasks": 3, "mode": "parallel", "cap": 2, **changes}


def sleeps(**changes):
    return noops(workload={"kind": "kernel", "name": "sleep", "ms": 60_000}, **changes)


class RuntimeApi:
    """Hands out the events that the test gives, and keeps what comes back."""

    def __init__(self):
        self.events, self.answers = queue.Queue(), queue.Queue()
        self.asked = queue.Queue()  # one entry each time that the function waits for an event
        self.statuses = {}  # by kind of answer, where it is not to be 202
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.server.daemon_threads = True
        self._thread = threading.Thread(target=self.server.serve_forever, args=(0.01,))
        self._thread.start()

    @property
    def address(self):
        return "127.0.0.1:%d" % self.server.server_port

    def close(self):
        self.events.put(None)
        self.server.shutdown()
        self._thread.join()
        self.server.server_close()

    def _handler(self):
        api = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_GET(self):
                api.asked.put(self.path)
                event = api.events.get()
                if event is None:
                    self.close_connection = True
                    return
                request_id, deadline_ms, body = event
                self.send_response(200)
                self.send_header("Lambda-Runtime-Aws-Request-Id", request_id)
                self.send_header("Lambda-Runtime-Deadline-Ms", str(deadline_ms))
                self.send_header("Transfer-Encoding", "chunked")
                self.end_headers()
                for piece in (body[:5], body[5:]):
                    if piece:
                        self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
                self.wfile.write(b"0\r\n\r\n")

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                kind = self.path.rpartition("/")[2]
                self.send_response(api.statuses.get(kind, 202))
                self.send_header("Content-Length", "0")
                self.end_headers()
                api.answers.put((self.path, dict(self.headers), body))

            def log_message(self, *_):
                pass

        return Handler


class BootstrapTest(unittest.TestCase):
    def setUp(self):
        self.api = RuntimeApi()
        self.addCleanup(self.api.close)
        self.requests = 0

    def start(self, **environment):
        process = subprocess.Popen([BOOTSTRAP], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   env={**os.environ, "AWS_LAMBDA_RUNTIME_API": self.api.address, **environment})
        self.addCleanup(self.end, process)
        self.process = process
        self.api.asked.get(timeout=PATIENCE_S)
        return process

    def end(self, process):
        if process.poll() is None:
            process.kill()
        process.wait(PATIENCE_S)
        process.stdout.close()
        process.stderr.close()

    def send(self, event, left_ms=PATIENCE_S * 1000):
        self.requests += 1
        body = event if isinstance(event, bytes) else json.dumps(event).encode()
        self.api.events.put(("request-%d" % self.requests, int(time.time() * 1000) + left_ms, body))

    def answer(self, kind):
        """The answer to the event that was sent last, once the function waits for the next."""
        path, headers, body = self.api.answers.get(timeout=PATIENCE_S)
        self.assertEqual(path, f"/2018-06-01/runtime/invocation/request-{self.requests}/{kind}")
        self.headers = headers
        return body

    def invoke(self, event, kind="response", **how):
        self.send(event, **how)
        body = self.answer(kind)
        self.api.asked.get(timeout=PATIENCE_S)
        return json.loads(body)

    def children(self):
        with open(f"/proc/{self.process.pid}/task/{self.process.pid}/children") as children:
            return children.read().split()

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def resident_kb(self):
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))

    def test_answers_a_run_request_with_its_report(self):
        self.start(AWS_LAMBDA_FUNCTION_MEMORY_SIZE="1769")
        for mode in ("sequential", "parallel", "pool"):
            report = self.invoke(noops(mode=mode))
            self.assertEqual((report["version"], report["mode"], report["outcome"]), (1, mode, "completed"))
            self.assertEqual([(task["index"], task["outcome"]) for task in report["tasks"]], [(i, "done") for i in range(3)])
            self.assertEqual(report["host"]["memory_mb"], 1769)
            self.assertEqual(report["host"]["usable_cpus"], len(os.sched_getaffinity(0)))
            self.assertEqual(report["runner"]["language"], "c++")
        self.assertEqual(self.headers["Content-Type"], "application/json")

    def test_runs_the_reference_experiment(self):
        self.start()
        for multiprocess, mode, cap in ((True, "parallel", len(os.sched_getaffinity(0))), (False, "sequential", 1)):
            report = self.invoke({"multiprocess": multiprocess})
            self.assertEqual((report["mode"], report["cap"]), (mode, cap))
            self.assertEqual([task["outcome"] for task in report["tasks"]], ["done"] * 10)
            self.assertTrue(all(task["user_us"] > 1000 for task in report["tasks"]), "nothing was counted")

    def test_runs_commands(self):
        self.start()
        report = self.invoke(noops(workload={"kind": "command", "argv": ["sh", "-c", "exit {index}"]}))
        self.assertEqual([task["exit_code"] for task in report["tasks"]], [0, 1, 2])

    def test_answers_what_it_cannot_run_with_an_error_and_goes_on(self):
        self.start()
        for event in (b"", b"{", b"\xff", noops(tasks=0), noops(surprise=1), {"multiprocess": "yes"},
                      noops(workload={"kind": "python", "module": "work", "function": "f"})):
            error = self.invoke(event, kind="error")
            self.assertEqual(error["errorType"], "BadRequest", event)
            self.assertTrue(error["errorMessage"], event)
            self.assertEqual(self.headers["Lambda-Runtime-Function-Error-Type"], "Function.BadRequest")
        self.assertEqual(self.invoke(noops())["outcome"], "completed")

    def test_reports_before_the_function_is_killed(self):
        self.start()
        for mode in ("sequential", "parallel", "pool"):
            report = self.invoke(sleeps(mode=mode), left_ms=400)
            self.assertEqual(report["outcome"], "timed_out")
            self.assertEqual({task["outcome"] for task in report["tasks"]}, {"timed_out"})
            self.assertRegex(report["tasks"][0]["error"], r"^the run timed out after (1\d\d|200) ms$")
            self.assertEqual(self.children(), [])
        self.assertEqual(self.invoke(noops(), kind="error", left_ms=-1000)["errorType"], "TimedOut")
        self.assertEqual(self.invoke(noops())["outcome"], "completed")

    def test_summarises_a_report_that_lambda_would_not_take(self):
        self.start()
        self.send(noops(mode="pool", tasks=20_000))
        body = self.answer("response")
        self.api.asked.get(timeout=PATIENCE_S)
        self.assertEqual(len(json.loads(body)["tasks"]), 20_000)
        self.assertLess(len(body), SIX_MB)
        report = self.invoke(noops(mode="pool", tasks=45_000))
        self.assertEqual(report["tasks"], [])
        self.assertEqual((report["tasks_summary"]["count"], report["tasks_summary"]["done"]), (45_000, 45_000))

    def test_says_why_when_lambda_refuses_a_report(self):
        self.api.statuses["response"] = 413
        self.start()
        self.send(noops())
        self.answer("response")
        error = json.loads(self.answer("error"))
        self.assertEqual(error["errorType"], "AnswerRefused")
        self.assertIn("413", error["errorMessage"])
        self.api.asked.get(timeout=PATIENCE_S)
        self.api.statuses.clear()
        self.assertEqual(self.invoke(noops())["outcome"], "completed")

    def test_outlives_an_invocation_that_lambda_has_given_up(self):
        self.api.statuses.update(response=400, error=400)
        self.start()
        self.send(noops())
        self.answer("response")
        self.answer("error")
        self.api.asked.get(timeout=PATIENCE_S)
        self.api.statuses.clear()
        self.assertEqual(self.invoke(noops())["outcome"], "completed")

    def test_ends_when_the_environment_is_broken(self):
        self.api.statuses["response"] = 500
        process = self.start()
        self.send(noops())
        self.assertEqual(process.wait(PATIENCE_S), 1)
        self.assertIn(b"status 500", process.stderr.read())

    def test_leaves_nothing_between_invocations(self):
        self.start()
        daemon = ["sh", "-c", "setsid sleep 600 & exit 0"]

        def round_of_invocations():
            for mode in ("sequential", "parallel", "pool"):
                self.invoke(noops(mode=mode, tasks=50, cap=8))
            self.invoke(noops(workload={"kind": "command", "argv": daemon}))
            self.invoke(b"{", kind="error")
            self.invoke(noops(workload={"kind": "kernel", "name": "sleep", "ms": 60_000}, task_timeout_ms=1))
            self.assertEqual(self.children(), [])

        for _ in range(3):
            round_of_invocations()
        descriptors, resident_kb = self.descriptors(), self.resident_kb()
        for _ in range(30):
            round_of_invocations()
        self.assertEqual(self.descriptors(), descriptors)
        if "ASAN_OPTIONS" not in os.environ:  # that sanitizer keeps freed memory for a while, to find who still uses it
            self.assertLess(self.resident_kb(), resident_kb + 1024, "it grows")

    def test_stops_when_it_waits(self):
        process = self.start()
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(PATIENCE_S), 0)
        self.assertEqual(process.stderr.read(), b"")

    def test_stops_in_a_run_and_reports_what_was_done(self):
        process = self.start()
        # The task writes its pid to the function's stdout, and becomes what would take long.
        self.send(noops(workload={"kind": "command", "argv": ["sh", "-c", "echo $$ >/proc/$PPID/fd/1; exec sleep 600"]}, tasks=1))
        ready, _, _ = select.select([process.stdout], [], [], PATIENCE_S)
        self.assertTrue(ready, "the task did not start")
        task = os.pidfd_open(int(process.stdout.readline()))
        self.addCleanup(os.close, task)
        process.send_signal(signal.SIGTERM)
        report = json.loads(self.answer("response"))
        self.assertEqual((report["outcome"], report["tasks"][0]["outcome"]), ("cancelled", "cancelled"))
        self.assertEqual(process.wait(PATIENCE_S), 0)
        self.assertTrue(select.select([task], [], [], PATIENCE_S)[0], "the task goes on")

    def test_says_where_it_belongs_when_it_is_started_elsewhere(self):
        environment = {key: value for key, value in os.environ.items() if key != "AWS_LAMBDA_RUNTIME_API"}
        outcome = subprocess.run([BOOTSTRAP], env=environment, capture_output=True, timeout=PATIENCE_S)
        self.assertEqual(outcome.returncode, 2)
        self.assertIn(b"tierscope-runner", outcome.stderr)

    def test_refuses_an_address_that_is_none(self):
        for address in ("", "example.org:80", "127.0.0.1"):
            outcome = subprocess.run([BOOTSTRAP], env={**os.environ, "AWS_LAMBDA_RUNTIME_API": address}, capture_output=True, timeout=PATIENCE_S)
            self.assertEqual(outcome.returncode, 1, address)
            self.assertIn(b"is not an address and a port", outcome.stderr)


if __name__ == "__main__":
    BOOTSTRAP = sys.argv.pop(1)
    unittest.main()
