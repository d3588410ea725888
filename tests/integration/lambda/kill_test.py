#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
"""kill -9 before and after every request of a sweep: what the sweep changed is put back by the next start, and nothing else is touched.
With TIERSCOPE_MOTO (the port of a running moto server) the control plane is moto's, else the one of lambda_server."""

import http.client
import io
import json
import os
import signal
import unittest
import zipfile

from lambda_server import Function, LambdaServer
from lambda_support import LambdaTest

MOTO = int(os.environ.get("TIERSCOPE_MOTO") or 0)


class MotoFunction:
    """The function "work" in moto, looked at without Tierscope."""

    def request(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", MOTO, timeout=30)
        headers = {"Authorization": "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/eu-west-1/lambda/aws4_request, SignedHeaders=host, Signature=0",
                   "Content-Type": "application/json"}
        if path.startswith("/iam"):
            headers = {"Content-Type": "application/x-www-form-urlencoded", "Authorization": headers["Authorization"].replace("lambda", "iam")}
            path = "/"
        connection.request(method, path, body=body, headers=headers)
        response = connection.getresponse()
        answer = response.read()
        connection.close()
        return response.status, answer

    def make(self):
        self.request("POST", "/moto-api/reset")
        role = "Action=CreateRole&Version=2010-05-08&RoleName=work&AssumeRolePolicyDocument=%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%5D%7D"
        self.request("POST", "/iam", role)
        import base64
        package = io.BytesIO()
        with zipfile.ZipFile(package, "w") as archive:
            archive.writestr("work.py", "def handler(event, context):\n    return event\n")
        status, answer = self.request("POST", "/2015-03-31/functions", json.dumps({
            "FunctionName": "work", "Role": "arn:aws:iam::123456789012:role/work", "Runtime": "python3.12", "Handler": "work.handler",
            "MemorySize": 1024, "Timeout": 30, "Code": {"ZipFile": base64.b64encode(package.getvalue()).decode()}}))
        assert status == 201, answer

    def memory(self):
        return json.loads(self.request("GET", "/2015-03-31/functions/work/configuration")[1])["MemorySize"]


class KillTest(LambdaTest):
    def serve_fresh(self, **hooks):
        if MOTO:
            self.moto = MotoFunction()
            self.moto.make()
            server = LambdaServer(upstream=MOTO, **hooks)
            self.memory = self.moto.memory
        else:
            function = Function()
            server = LambdaServer(function, **hooks)
            self.memory = lambda: function.config["MemorySize"]
        return self.serve(server)

    def test_a_whole_sweep(self):
        server = self.serve_fresh()
        out, err = self.run_cli(*self.sweep_arguments(server.url, "--json", "-", "--cold-starts", "0"))
        self.assertTrue(all(sample["ok"] for sample in json.loads(out)["samples"]), err)
        self.assertEqual(self.memory(), 1024)
        self.requests = len(server.requests)

    def kill_at(self, number, before):
        process = []

        def strike(index, request):
            if index == number:
                os.kill(process[0].pid, signal.SIGKILL)
        hooks = {"hook": strike} if before else {"after": strike}
        server = self.serve_fresh(**hooks)
        process.append(self.start(*self.sweep_arguments(server.url)))
        process[0].communicate(timeout=60)
        return process[0].returncode == -signal.SIGKILL

    def test_kill_between_every_two_requests(self):
        struck = 0
        for before in (True, False):
            number = 0
            while True:
                with self.subTest(number=number, before=before):
                    if not self.kill_at(number, before):
                        break
                    struck += 1
                    left = self.memory()
                    entries = self.journal_entries()
                    self.assertTrue(left == 1024 or entries, f"{left} MB and no entry")
                    # By hand, and by the start of the next sweep; a dry run only says it.
                    if number % 2:
                        self.run_cli("lambda", "restore")
                    elif entries:
                        server = self.servers_url()
                        _, err = self.run_cli(*self.sweep_arguments(server, tiers="none"), expected=None)
                        self.assertIn("1024 MB", err)
                    self.assertEqual(self.memory(), 1024)
                    self.assertEqual(self.journal_entries(), [])
                number += 1
                self.assertLess(number, 100)
        self.assertGreater(struck, 20)

    def servers_url(self):
        with open(os.path.join(self.path(".local/state/tierscope/lambda"), self.journal_entries()[0]), encoding="utf-8") as file:
            return json.load(file)["endpoint_url"]

    def test_restore_leaves_what_somebody_else_has_set(self):
        if MOTO:
            self.skipTest("moto's revisions are not needed for this")
        function = Function()
        process = []

        def strike(index, request):
            if request.is_invocation and process:
                os.kill(process[0].pid, signal.SIGKILL)
        server = self.serve(LambdaServer(function, hook=strike))
        process.append(self.start(*self.sweep_arguments(server.url, tiers="512")))
        process[0].communicate(timeout=60)
        self.assertEqual(function.config["MemorySize"], 512)
        function.change(MemorySize=640)
        del process[:]
        out, err = self.run_cli("lambda", "restore")
        self.assertIn("640 MB by somebody else", out + err)
        self.assertEqual(function.config["MemorySize"], 640)
        self.assertEqual(self.journal_entries(), [])

    def test_an_unreachable_service_keeps_the_entry(self):
        function = Function()
        process = []

        def strike(index, request):
            if request.is_invocation and process:
                os.kill(process[0].pid, signal.SIGKILL)
        server = LambdaServer(function, hook=strike)
        process.append(self.start(*self.sweep_arguments(server.url, tiers="512")))
        process[0].communicate(timeout=60)
        server.close()
        _, err = self.run_cli("lambda", "restore", expected=1)
        self.assertIn("1024 MB", err)
        self.assertEqual(len(self.journal_entries()), 1)
        self.environment["TIERSCOPE_DATABASE"] = self.path("other.sqlite")
        _, err = self.run_cli("run", "--workload", "kernel:noop", "--tiers", "none", "--tasks", "1", "--repeats", "1")
        self.assertIn("lambda restore", err)


if __name__ == "__main__":
    unittest.main()
