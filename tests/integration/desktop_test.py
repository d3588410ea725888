#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
"""Starts the built window's program by its command line. Usage: desktop_test.py PATH-OF-TIERSCOPE [unittest arguments]"""

import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = ""
PATIENCE = 120  # seconds; only a hang reaches it


class DesktopTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="tierscope-desktop-")
        self.addCleanup(self.folder.cleanup)
        self.environment = {"PATH": os.environ["PATH"], "HOME": self.folder.name, "XDG_RUNTIME_DIR": self.folder.name}

    def run_program(self, *arguments):
        done = subprocess.run([PROGRAM, *arguments], env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=PATIENCE, check=False)
        return done.returncode, done.stdout, done.stderr

    def test_help_and_version_need_no_display(self):
        for option in ("-h", "--help"):
            status, out, err = self.run_program(option)
            self.assertEqual((status, err), (0, ""))
            self.assertIn("--database FILE", out)
        self.assertRegex(self.run_program("--version")[1], r"^tierscope \d+\.\d+\.\d+\n$")

    def test_what_cannot_be_used_is_one_sentence_and_status_2(self):
        for arguments, said in ((("--bad",), "'bad'"), (("extra",), "extra"), (("--database",), "database")):
            status, out, err = self.run_program(*arguments)
            self.assertEqual((status, out), (2, ""))
            self.assertRegex(err, r"^tierscope: .*\.\n$")
            self.assertIn(said, err)

    def test_without_a_display_it_says_what_to_do(self):
        status, out, err = self.run_program()
        self.assertEqual((status, out), (2, ""))
        self.assertIn("tierscope-cli run", err)

    def test_keeps_its_database_where_it_is_told_and_goes_when_it_is_asked(self):
        database = os.path.join(self.folder.name, "mine.sqlite")
        process = subprocess.Popen([PROGRAM, "--database", database], env={**self.environment, "QT_QPA_PLATFORM": "offscreen"},
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        deadline = time.monotonic() + PATIENCE
        while not os.path.exists(database) and time.monotonic() < deadline and process.poll() is None:
            time.sleep(0.05)
        self.assertTrue(os.path.exists(database))
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(timeout=PATIENCE), 0)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
