#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
"""What the tests of the Lambda side share: the command line as a person runs it, with credentials of nobody."""

import os
import subprocess
import tempfile
import unittest

CLI = os.environ.get("TIERSCOPE_CLI", "")
PATIENCE = 60  # seconds; only a hang reaches it
SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"


class LambdaTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="tierscope-lambda-")
        self.addCleanup(self.folder.cleanup)
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": self.folder.name,
            "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE",
            "AWS_SECRET_ACCESS_KEY": SECRET,
            "AWS_REGION": "eu-west-1",
            "AWS_EC2_METADATA_DISABLED": "true",
            "TIERSCOPE_DATABASE": os.path.join(self.folder.name, "experiments.sqlite"),
        }
        self.servers = []

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def serve(self, server):
        self.addCleanup(server.close)
        return server

    def start(self, *arguments, **options):
        process = subprocess.Popen([CLI, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                   env=self.environment, **options)

        def end():
            process.kill()
            process.wait()
            process.stdout.close()
            process.stderr.close()
        self.addCleanup(end)
        return process

    def run_cli(self, *arguments, expected=0, **options):
        process = self.start(*arguments, **options)
        out, err = process.communicate(timeout=PATIENCE)
        self.assertNotIn(SECRET, out + err)
        if expected is not None:
            self.assertEqual(process.returncode, expected, f"{arguments}\n{out}\n{err}")
        return out, err

    def sweep_arguments(self, url, *more, tiers="512,2048", repeats="1"):
        return ("lambda", "sweep", "--yes", "--function", "work", "--endpoint-url", url, "--workload", "kernel:noop", "--tasks", "2",
                "--tiers", tiers, "--repeats", repeats, "--no-save", *more)

    def journal_entries(self):
        folder = self.path(".local/state/tierscope/lambda")
        return [name for name in os.listdir(folder) if name.endswith(".json")] if os.path.isdir(folder) else []
