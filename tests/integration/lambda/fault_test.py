#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
"""Faults between Tierscope and Lambda: nothing hangs, nothing is lost, nothing is invoked twice unseen, and the function is put back."""

import json
import signal
import time
import unittest
from email.utils import formatdate

import lambda_server
from lambda_server import Function, LambdaServer, report_line
from lambda_support import LambdaTest


def only(predicate, fault, times=1):
    """A hook that answers the first `times` requests that are meant with a fault."""
    left = [times]

    def hook(index, request):
        if predicate(request) and left[0] > 0:
            left[0] -= 1
            return fault
        return None
    return hook


def is_invocation(request):
    return request.is_invocation and b'"ms":200' not in request.body


def is_look(request):
    return request.method == "GET" and request.segments[-1] == "configuration"


class FaultTest(LambdaTest):
    def sweep(self, hook, *more, expected=0, function=None, **options):
        self.function = function or Function()
        self.server = self.serve(LambdaServer(self.function, hook=hook, **options))
        out, err = self.run_cli(*self.sweep_arguments(self.server.url, "--json", "-", *more, tiers="512"), expected=expected)
        self.assertEqual(self.function.config["MemorySize"], 1024, err)
        self.assertEqual(self.journal_entries(), [])
        return json.loads(out) if out.startswith("{") else out, err

    def measured(self):
        return [request for request in self.server.requests if is_invocation(request)]

    def test_a_sweep_without_faults(self):
        result, err = self.sweep(lambda index, request: None)
        self.assertEqual([sample["ok"] for sample in result["samples"]], [True, True])
        self.assertEqual({sample["cpu_model"] for sample in result["samples"]}, {"Test CPU"})
        self.assertEqual([sample["billed_ms"] for sample in result["samples"]], [1235, 1235])
        self.assertEqual(len(self.measured()), 2)
        self.assertIn("1024 MB", err)

    def test_control_requests_are_tried_again(self):
        for fault in (lambda_server.status(429, "TooManyRequestsException", "Rate exceeded"), lambda_server.status(500, "ServiceException"),
                      lambda_server.status(503), lambda_server.reset, lambda_server.half):
            for meant in (is_look, lambda request: request.is_update):
                result, _ = self.sweep(only(meant, fault))
                self.assertTrue(all(sample["ok"] for sample in result["samples"]))

    def test_what_is_tried_again_is_shown(self):
        _, err = self.sweep(only(lambda request: request.is_update, lambda_server.status(429, "TooManyRequestsException", "Rate exceeded")))
        self.assertRegex(err, r"Warning: .*Rate exceeded; trying again in \d")

    def test_a_throttled_invocation_is_repeated(self):
        result, err = self.sweep(only(is_invocation, lambda_server.status(429, "TooManyRequestsException", "Rate exceeded"), 2))
        self.assertTrue(all(sample["ok"] for sample in result["samples"]))
        self.assertEqual(len(self.measured()), 4)
        self.assertIn("trying again", err)

    def test_an_invocation_with_an_unknown_outcome_is_not_repeated(self):
        for fault in (lambda_server.reset, lambda_server.half, lambda_server.status(500, "ServiceException"), lambda_server.status(504)):
            result, err = self.sweep(only(is_invocation, fault), expected=1)
            self.assertEqual(len(self.measured()), 2, "one for each run")
            failed = [sample for sample in result["samples"] if not sample["ok"]]
            self.assertEqual(len(failed), 1)
            self.assertIn("may be billed", failed[0]["error"])

    def test_an_answer_that_is_larger_than_promised_ends(self):
        began = time.monotonic()
        result, _ = self.sweep(only(is_invocation, lambda_server.endless), expected=1)
        self.assertLess(time.monotonic() - began, 30)
        self.assertIn("larger than", [sample for sample in result["samples"] if not sample["ok"]][0]["error"])

    def test_a_wrong_answer_is_a_failed_sample(self):
        result, _ = self.sweep(only(is_invocation, lambda_server.garbage), expected=1)
        self.assertIn("not JSON", [sample for sample in result["samples"] if not sample["ok"]][0]["error"])

    def test_wrong_control_answers_end_with_one_sentence(self):
        for fault, words in ((lambda_server.garbage, "JSON"), (lambda_server.endless, "larger than"),
                             (lambda_server.status(302, headers={"Location": "http://127.0.0.1:9/"}), "redirection")):
            server = self.serve(LambdaServer(Function(), hook=only(is_look, fault, 99)))
            _, err = self.run_cli(*self.sweep_arguments(server.url), expected=1)
            self.assertIn(words, err)

    def test_a_wrong_clock_is_named(self):
        def skewed(handler):
            handler.date_time_string = lambda timestamp=None: formatdate(time.time() + 1200, usegmt=True)
            lambda_server.status(403, "InvalidSignatureException", "Signature expired: the canonical string was secret")(handler)
        server = self.serve(LambdaServer(Function(), hook=lambda index, request: skewed))
        _, err = self.run_cli(*self.sweep_arguments(server.url), expected=1)
        self.assertRegex(err, r"clock is (19|20) min behind")
        self.assertNotIn("canonical", err)

    def test_a_refused_tier_fails_alone(self):
        self.function = Function()
        self.server = self.serve(LambdaServer(self.function))
        out, _ = self.run_cli(*self.sweep_arguments(self.server.url, "--json", "-", tiers="512,4096"), expected=1)
        samples = json.loads(out)["samples"]
        self.assertEqual({sample["memory_mb"] for sample in samples if sample["ok"]}, {512})
        self.assertTrue(all("3008" in sample["error"] for sample in samples if not sample["ok"]))
        self.assertEqual(sum(b"4096" in request.body for request in self.server.requests if request.is_update), 1)
        self.assertEqual(self.function.config["MemorySize"], 1024)

    def test_function_errors_are_readable(self):
        import base64

        def answer(payload, tail, kind="Unhandled"):
            def invoke(request):
                log = report_line(512, duration=3000, used=512, tail=tail)
                return 200, payload, {"X-Amz-Function-Error": kind, "X-Amz-Log-Result": base64.b64encode(log.encode()).decode()}
            return invoke
        for payload, tail, words in (
                ({"errorMessage": "2026-01-01T00:00:00Z 1 Task timed out after 3.00 seconds"}, "Status: timeout", "timed out after 3 s at 512 MB"),
                ({"errorType": "Runtime.ExitError", "errorMessage": "RequestId: 1 Error: Runtime exited with error: signal: killed"},
                 "Status: error\tError Type: Runtime.ExitError", "out of memory at 512 MB"),
                ({"errorType": "Runtime.ExitError", "errorMessage": "RequestId: 1 Error: Runtime exited with error: exit status 3"}, "", "exit status 3"),
                ({"errorType": "ValueError", "errorMessage": "no", "stackTrace": ["x"]}, "", "raised ValueError: no")):
            result, _ = self.sweep(None, expected=1, invoke=answer(payload, tail))
            self.assertTrue(all(words in sample["error"] for sample in result["samples"]), result["samples"][0]["error"])

    def test_any_function_is_timed_by_its_report(self):
        result, _ = self.sweep(None, "--contract", "any", "--sequential-payload", '{"n":1}', "--parallel-payload", '3*{"n":2}', "--warmup", "1",
                               "--cap", "auto")
        counted = [sample for sample in result["samples"] if not sample["warmup"]]
        self.assertEqual([sample["wall_s"] for sample in counted], [1.2345, 1.2345])
        self.assertEqual({request.body for request in self.measured()}, {b'{"n":1}', b'{"n":2}'})

    def test_dry_run_and_no_consent_change_nothing(self):
        server = self.serve(LambdaServer(Function()))
        _, err = self.run_cli(*[word for word in self.sweep_arguments(server.url) if word != "--yes"], "--dry-run")
        self.assertIn("back to 1024 MB", err)
        _, err = self.run_cli(*[word for word in self.sweep_arguments(server.url) if word != "--yes"], expected=2)
        self.assertIn("--yes", err)
        self.assertEqual({request.method for request in server.requests}, {"GET"})

    def test_somebody_elses_change_is_not_overwritten(self):
        function = Function()

        def change(index, request):
            if is_invocation(request) and function.config["MemorySize"] == 512:
                function.change(MemorySize=777)
        server = self.serve(LambdaServer(function, hook=change))
        _, err = self.run_cli(*self.sweep_arguments(server.url, tiers="512,2048"), expected=1)
        self.assertEqual(function.config["MemorySize"], 777)
        self.assertIn("somebody else", err)
        self.assertEqual(self.journal_entries(), [])

    def test_a_second_tierscope_keeps_off(self):
        holding = []
        server = self.serve(LambdaServer(Function(), hook=lambda index, request: lambda_server.silent(20) if is_invocation(request) else None))
        first = self.start(*self.sweep_arguments(server.url))
        deadline = time.monotonic() + 20
        while not any(is_invocation(request) for request in list(server.requests)):
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.02)
        _, err = self.run_cli(*self.sweep_arguments(server.url), expected=1)
        self.assertIn("another Tierscope", err)
        began = time.monotonic()
        first.send_signal(signal.SIGINT)
        first.communicate(timeout=20)
        self.assertEqual(first.returncode, 130)
        self.assertLess(time.monotonic() - began, 5, "a stop ends the request that waits")
        self.assertEqual(server.function.config["MemorySize"], 1024)
        self.assertEqual(holding, [])

    def test_plain_http_to_another_computer_is_refused(self):
        _, err = self.run_cli(*self.sweep_arguments("http://192.0.2.1:80"), expected=2)
        self.assertIn("https", err)


if __name__ == "__main__":
    unittest.main()
