#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
"""Tierscope's function through its life in moto: deploy, list, sweep, update, remove. TIERSCOPE_MOTO is the port of a running server."""

import io
import json
import unittest
import zipfile

from kill_test import MOTO, MotoFunction
from lambda_server import LambdaServer
from lambda_support import LambdaTest


class MotoTest(LambdaTest):
    def test_deploy_list_sweep_update_remove(self):
        other = MotoFunction()
        other.make()
        server = self.serve(LambdaServer(upstream=MOTO))
        place = ("--endpoint-url", server.url)
        package = io.BytesIO()
        with zipfile.ZipFile(package, "w") as archive:
            archive.writestr("bootstrap", "x")
        with open(self.path("package.zip"), "wb") as file:
            file.write(package.getvalue())
        deploy = ("lambda", "deploy", "--function", "mine", "--zip", self.path("package.zip"), *place)
        _, err = self.run_cli(*deploy, expected=2)
        self.assertIn("--role", err)
        out, _ = self.run_cli(*deploy, "--role", "arn:aws:iam::123456789012:role/work")
        self.assertEqual(out.strip(), "arn:aws:lambda:eu-west-1:123456789012:function:mine")
        out, _ = self.run_cli("lambda", "list", "--json", *place)
        self.assertEqual({function["name"]: function["memory_mb"] for function in json.loads(out)}, {"mine": 1769, "work": 1024})
        self.run_cli(*deploy)
        out, _ = self.run_cli("lambda", "list", "--function", "mine", *place)
        self.assertIn("$LATEST", out)

        out, _ = self.run_cli("lambda", "sweep", "--yes", "--function", "mine", "--workload", "kernel:noop", "--tasks", "2", "--tiers", "128,3008",
                              "--repeats", "2", "--concurrency", "3", "--json", "-", *place)
        samples = json.loads(out)["samples"]
        self.assertEqual(len(samples), 8)
        self.assertTrue(all(sample["ok"] for sample in samples))

        _, err = self.run_cli("lambda", "deploy", "--function", "work", "--zip", self.path("package.zip"), *place, expected=1)
        self.assertIn("not deployed by Tierscope", err)
        _, err = self.run_cli("lambda", "remove", "--function", "work", "--yes", *place, expected=1)
        self.assertIn("not deployed by Tierscope", err)
        _, err = self.run_cli("lambda", "remove", "--function", "mine", *place, expected=2)
        self.assertIn("--yes", err)
        self.run_cli("lambda", "remove", "--function", "mine", "--yes", *place)
        self.run_cli("lambda", "remove", "--function", "mine", "--yes", *place, expected=2)
        self.assertEqual(other.memory(), 1024)


if __name__ == "__main__":
    unittest.main()
