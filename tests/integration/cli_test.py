#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
"""Drives the built tierscope-cli as a person or a script does. Usage: cli_test.py PATH-OF-TIERSCOPE-CLI [unittest arguments]"""

import csv
import fcntl
import io
import json
import os
import pty
import re
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import termios
import time
import unittest
import uuid

CLI = ""
PATIENCE = 120  # seconds; only a hang reaches it


def measured(samples):
    """Without what is computed from all samples of the experiment."""
    return [{key: value for key, value in sample.items() if key != "decomposition"} for sample in samples]


class CliTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="tierscope-cli-")
        self.addCleanup(self.folder.cleanup)
        self.database = self.path("experiments.sqlite")
        self.mark = uuid.uuid4().hex
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": self.folder.name,
            "TIERSCOPE_DATABASE": self.database,
            "TIERSCOPE_CLI_TEST": self.mark,
        }

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)
        return self.path(name)

    def start(self, *arguments, **options):
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL, "text": True,
                   "env": self.environment, **options}
        process = subprocess.Popen([CLI, *arguments], **options)

        def end():
            process.kill()
            process.wait()
            for stream in (process.stdout, process.stderr):
                if stream is not None and not stream.closed:
                    stream.close()
        self.addCleanup(end)
        return process

    def run_cli(self, *arguments, status=0, **options):
        process = self.start(*arguments, **options)
        out, err = process.communicate(timeout=PATIENCE)
        self.assertEqual(process.returncode, status, f"{arguments}\n{out}\n{err}")
        return out, err

    def run_noop(self, *arguments, **options):
        """The quickest experiment there is: two runs without a limit."""
        return self.run_cli("run", "--workload", "kernel:noop", "--tasks", "2", "--tiers", "none", "--repeats", "1", *arguments, **options)

    def start_slow(self):
        """Fifty runs of 0.2 s, one after the other."""
        return self.start("run", "--workload", "kernel:sleep", "--param", "ms=200", "--tasks", "1", "--tiers", "none", "--modes",
                          "sequential", "--repeats", "50")

    def wait_for_line(self, process, pattern):
        for line in process.stderr:
            if re.search(pattern, line):
                return line
        self.fail(f"{pattern} never came")

    def processes_left(self):
        found = []
        needle = f"TIERSCOPE_CLI_TEST={self.mark}".encode()
        for entry in os.listdir("/proc"):
            try:
                with open(f"/proc/{entry}/environ", "rb") as file:
                    if entry.isdigit() and needle in file.read():
                        found.append(int(entry))
            except OSError:
                pass
        return found

    def assert_nothing_is_left(self):
        deadline = time.monotonic() + 20
        while self.processes_left():
            self.assertLess(time.monotonic(), deadline, f"processes are left: {self.processes_left()}")
            time.sleep(0.05)

    def assert_one_sentence(self, err):
        self.assertRegex(err, r"\Atierscope-cli: [^\n]+\.\n\Z")
        self.assertNotRegex(err.lower(), r"exception|terminate|what\(\)|std::|errno|core/|\.cpp")


class RunTest(CliTest):
    def test_table_and_findings_are_data_and_the_rest_is_not(self):
        out, err = self.run_cli("run", "--workload", "kernel:noop", "--tiers", "512,2048", "--repeats", "1")
        self.assertIn("Memory", out)
        self.assertRegex(out, r"(?m)^2048 MB +2 / 1\.16 +parallel +2 +1 ")
        self.assertIn("Fastest is", out)
        self.assertIn("The model is off by", out)
        self.assertNotIn("Saved", out)
        self.assertIn("tierscope-cli show 1", err)
        self.assertEqual(len(re.findall(r"(?m)^\[\d/4\] ", err)), 4, err)
        self.assertNotIn("\x1b", err)

    def test_json_has_the_contracts_keys(self):
        out, _ = self.run_noop("--json", "-", "--warmup", "1")
        exported = json.loads(out)
        self.assertEqual(exported["version"], 1)
        self.assertLessEqual({"version", "spec", "host", "samples", "summary", "findings"}, set(exported))
        self.assertEqual(len(exported["samples"]), 4)
        sample = exported["samples"][0]
        self.assertLessEqual({"memory_mb", "vcpus", "share", "mode", "cap", "repeat", "cold", "wall_s", "dilation", "limiter", "billed_ms",
                              "init_ms", "max_memory_mb", "cost_usd", "ok", "error", "tasks"}, set(sample))
        self.assertIsNone(sample["memory_mb"])
        self.assertTrue(sample["ok"])
        self.assertEqual([task["index"] for task in sample["tasks"]], [0, 1])
        self.assertLessEqual({"index", "slot", "queued_ns", "started_ns", "ended_ns", "user_us", "system_us", "max_rss_kb", "exit_code",
                              "signal", "error"}, set(sample["tasks"][0]))
        for row in exported["summary"]:
            self.assertLessEqual({"memory_mb", "mode", "cap", "n", "median_s", "mad_s", "ci_low_s", "ci_high_s", "speedup", "efficiency",
                                  "cost_usd"}, set(row))
            self.assertEqual(row["n"], 1)
        for finding in exported["findings"]:
            self.assertLessEqual({"kind", "memory_mb", "mode", "text"}, set(finding))

    def test_csv_is_an_observations_table(self):
        out, _ = self.run_cli("run", "--workload", "kernel:noop", "--tiers", "512", "--repeats", "2", "--csv", "-")
        lines = [line for line in out.splitlines() if not line.startswith("#")]
        self.assertEqual(lines[0], "memory_mb,vcpus,mode,cap,tasks,seconds")
        rows = list(csv.DictReader(lines))
        self.assertEqual(sorted((row["mode"], row["cap"]) for row in rows), [("parallel", "2")] * 2 + [("sequential", "1")] * 2)
        for row in rows:
            self.assertEqual((row["memory_mb"], row["vcpus"], row["tasks"]), ("512", "2", "10"))
            self.assertGreater(float(row["seconds"]), 0)

    def test_files_beside_the_table(self):
        out, _ = self.run_noop("--json", self.path("out.json"), "--csv", self.path("out.csv"))
        self.assertIn("Memory", out)
        with open(self.path("out.json"), encoding="utf-8") as file:
            self.assertEqual(len(json.load(file)["samples"]), 2)
        with open(self.path("out.csv"), encoding="utf-8") as file:
            self.assertIn("memory_mb,vcpus", file.read())

    def test_nothing_is_saved_when_asked_not_to(self):
        _, err = self.run_noop("--no-save")
        self.assertNotIn("Saved", err)
        self.assertFalse(os.path.exists(self.database))

    def test_spec_file_and_options_that_change_it(self):
        spec = self.write("spec.json", json.dumps({"name": "from a file", "workload": {"kind": "kernel", "name": "noop"}, "tasks": 3,
                                                   "tiers": "none", "modes": ["pool"], "cap": 2, "repeats": 5}))
        out, _ = self.run_cli("run", "--spec", spec, "--repeats", "2", "--json", "-")
        exported = json.loads(out)
        self.assertEqual(exported["name"], "from a file")
        self.assertEqual([(sample["mode"], sample["cap"], len(sample["tasks"])) for sample in exported["samples"]], [("pool", 2, 3)] * 2)
        # What is exported as the spec is a spec.
        again = self.write("again.json", json.dumps(exported["spec"]))
        self.assertEqual(json.loads(self.run_cli("run", "--spec", again, "--json", "-")[0])["spec"], exported["spec"])

    def test_a_cap_sweep_varies_the_parallel_mode(self):
        out, _ = self.run_cli("run", "--workload", "kernel:noop", "--tiers", "512", "--cap", "1..3", "--repeats", "1", "--json", "-")
        kinds = sorted((sample["mode"], sample["cap"]) for sample in json.loads(out)["samples"])
        self.assertEqual(kinds, [("parallel", 1), ("parallel", 2), ("parallel", 3), ("sequential", 1)])

    def test_it_repeats_until_the_interval_is_narrow_or_the_limit_comes(self):
        out, _ = self.run_cli("run", "--workload", "kernel:sleep", "--param", "ms=20", "--tasks", "1", "--tiers", "none", "--modes",
                              "sequential", "--repeats", "2", "--until-interval", "100", "--max-repeats", "9", "--json", "-")
        exported = json.loads(out)
        self.assertEqual(exported["spec"]["precision_percent"], 100)
        self.assertEqual(exported["summary"][0]["n"], 5)

    def test_a_command_gets_its_arguments_as_they_stand(self):
        out, _ = self.run_cli("run", "--workload", "command", "--tiers", "none", "--tasks", "3", "--modes", "parallel", "--json", "-", "--",
                              "sh", "-c", 'echo "$1" > "$2"', "--", "--tasks {index}", self.path("said{index}"))
        self.assertTrue(all(sample["ok"] for sample in json.loads(out)["samples"]))
        for index in range(3):
            with open(self.path(f"said{index}"), encoding="utf-8") as file:
                self.assertEqual(file.read(), f"--tasks {index}\n")

    def test_a_python_function_of_ones_own(self):
        self.write("mine.py", "def work(index, text):\n    if int(index) == 1:\n        raise ValueError('no such picture')\n")
        out, err = self.run_cli("run", "--workload", "python:mine.work", "--python-path", self.folder.name, "--args", '["{index}", "x"]',
                                "--tasks", "3", "--tiers", "none", "--modes", "parallel", "--repeats", "1", "--json", "-", status=1)
        tasks = json.loads(out)["samples"][0]["tasks"]
        self.assertEqual([task["error"] == "" for task in tasks], [True, False, True])
        self.assertIn("no such picture", err)

    def test_a_failed_task_is_said_and_the_others_are_kept(self):
        out, err = self.run_cli("run", "--tiers", "none", "--tasks", "3", "--json", "-", "--", "sh", "-c", "test {index} != 1", status=1)
        for sample in json.loads(out)["samples"]:
            self.assertFalse(sample["ok"])
            self.assertEqual([task["exit_code"] for task in sample["tasks"]], [0, 1, 0])
        self.assertIn("failed", err)
        self.assertIn("tierscope-cli resume 1", err)
        self.assertIn("Reason of 2 failed runs", self.run_cli("show", "1")[0])

    def test_running_out_of_memory_is_said_as_lambda_would(self):
        out, _ = self.run_cli("run", "--workload", "kernel:memory-walk", "--param", "mb=400", "--param", "passes=1", "--tiers", "128",
                              "--tasks", "1", "--modes", "sequential", "--repeats", "1", "--json", "-", status=1)
        sample = json.loads(out)["samples"][0]
        if sample["limiter"] == "duty cycle":
            self.skipTest("a duty cycle does not limit memory")
        self.assertIn("out of memory at 128 MB", sample["error"])


class BadInputTest(CliTest):
    def test_arguments_that_cannot_be_used(self):
        for arguments, named in [
            (["run", "--bogus"], "--bogus"),
            (["frobnicate"], "frobnicate"),
            ([], "subcommand"),
            (["run", "--tasks", "ten"], "ten"),
            (["run", "--tasks", "0"], "tasks: "),
            (["run", "--tasks", "-5"], "-5"),
            (["run", "--tasks", "2000000"], "2,000,000"),
            (["run", "--tasks", "99999999999999"], "--tasks"),
            (["run", "--iterations", "-5"], "--iterations"),
            (["run", "--iterations", "0"], "iterations"),
            (["run", "--seed", "-1"], "--seed"),
            (["run", "--tiers", "64"], "64"),
            (["run", "--tiers", "512,20000"], "20000"),
            (["run", "--tiers", "big"], "big"),
            (["run", "--cap", "2000"], "2,000"),
            (["run", "--cap", "0"], "cap: "),
            (["run", "--cap", "some"], "some"),
            (["run", "--modes", "sequential,sideways"], "sideways"),
            (["run", "--modes", "pool,pool"], "pool"),
            (["run", "--repeats", "0"], "repeats: "),
            (["run", "--warmup", "-1"], "warmup: "),
            (["run", "--task-timeout", "-1"], "task_timeout_s: "),
            (["run", "--run-timeout", "1e99"], "time limit"),
            (["run", "--backend", "lambda"], "no function is given"),
            (["run", "--backend", "cloud"], "cloud"),
            (["run", "--workload", "nothing"], "nothing"),
            (["run", "--workload", "kernel:nothing"], "nothing"),
            (["run", "--workload", "kernel:"], "kernel:"),
            (["run", "--workload", "kernel:sha256", "--iterations", "3"], "iterations"),
            (["run", "--workload", "kernel:noop", "--param", "x"], "x"),
            (["run", "--workload", "kernel:noop", "--args", "[]"], "--args"),
            (["run", "--workload", "python"], "python:MODULE.FUNCTION"),
            (["run", "--workload", "python:nodot"], "nodot"),
            (["run", "--workload", "python:a.b", "--args", "{"], "arguments"),
            (["run", "--workload", "python:a.b", "--python-path", "/no/such/folder"], "/no/such/folder"),
            (["run", "--workload", "command"], "after --"),
            (["run", "--", "no-such-program-anywhere"], "no-such-program-anywhere"),
            (["run", "--", "/no/such/program"], "/no/such/program"),
            (["run", "--workload", "kernel:noop", "--", "true"], "after --"),
            (["run", "--json", "-", "--csv", "-"], "--csv -"),
            (["run", "--json", "/no/such/folder/out.json"], "/no/such/folder/out.json"),
            (["run", "--csv", "/"], "folder"),
            (["show"], "ID"),
            (["show", "seven"], "seven"),
            (["show", "7"], "no database"),
            (["resume", "seven"], "seven"),
            (["delete", "reference"], "cannot be deleted"),
            (["export", "1"], "--format"),
            (["export", "1", "--format", "xml"], "xml"),
        ]:
            with self.subTest(arguments=arguments):
                out, err = self.run_cli(*arguments, status=2)
                self.assertEqual(out, "")
                self.assert_one_sentence(err)
                self.assertIn(named, err)
        self.assertFalse(os.path.exists(self.database), "nothing of this is worth a database")

    def test_every_wrong_field_is_named(self):
        _, err = self.run_cli("run", "--tasks", "0", "--repeats", "0", "--cap", "2000", status=2)
        self.assertEqual([line.split(": ")[1] for line in err.splitlines()], ["tasks", "cap", "repeats"])

    def test_spec_files_that_cannot_be_used(self):
        noop = {"kind": "kernel", "name": "noop"}
        for text, named in [
            (json.dumps({"workload": noop, "taskz": 3}), "taskz"),
            (json.dumps({"workload": noop, "tasks": "3"}), "tasks"),
            (json.dumps({"workload": {"kind": "kernel", "name": "noop", "speed": 3}}), "speed"),
            (json.dumps({"workload": noop, "tiers": [64]}), "64 MB"),
            (json.dumps({"tasks": 3}), "workload"),
            ("[]", "experiment"),
            ("{", "JSON"),
            ("", "JSON"),
            ("[" * 100000, "nests"),
            ('{"tasks": 1' + "0" * 400 + "}", "large"),
        ]:
            with self.subTest(text=text[:60]):
                _, err = self.run_cli("run", "--spec", self.write("spec.json", text), status=2)
                self.assert_one_sentence(err)
                self.assertIn(named, err)
        _, err = self.run_cli("run", "--spec", self.path("missing.json"), status=2)
        self.assertIn("missing.json", err)

    def test_databases_that_cannot_be_used(self):
        with open(self.path("corrupt"), "wb") as file:
            file.write(os.urandom(8192))
        os.mkdir(self.path("folder"))
        other = sqlite3.connect(self.path("other"))
        other.execute("CREATE TABLE bookmarks (url)")
        other.close()
        self.run_noop("--database", self.path("later"))
        later = sqlite3.connect(self.path("later"))
        later.execute("PRAGMA user_version = 99")
        later.close()
        for name, said in [("corrupt", "not a Tierscope database"), ("folder", "folder"), ("other", "another program"),
                           ("later", "later version")]:
            for command in (["list"], ["show", "1"], ["resume", "1"], ["delete", "1"], ["export", "1", "--format", "csv"],
                            ["run", "--workload", "kernel:noop", "--tiers", "none"]):
                with self.subTest(name=name, command=command):
                    out, err = self.run_cli(*command, "--database", self.path(name), status=1)
                    self.assertEqual(out, "")
                    self.assert_one_sentence(err)
                    self.assertIn(said, err)
                    self.assertIn(self.path(name), err)
        _, err = self.run_noop("--database", "/proc/1/nowhere/experiments.sqlite", status=1)
        self.assert_one_sentence(err)

    def test_output_that_cannot_be_written(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            _, err = self.run_noop("--json", "-", stdout=full, status=1)
            self.assertIn("cannot write to the standard output", err)
            self.assertIn("Saved as experiment 1", err, "what was measured is not lost")
            _, err = self.run_cli("show", "1", stdout=full, status=1)
            self.assert_one_sentence(err)
        out, err = self.run_noop("--csv", "/dev/full", status=1)
        self.assertIn("cannot write to /dev/full", err)
        self.assertIn("Memory", out)


class StoreTest(CliTest):
    def test_list_show_export_delete(self):
        measured, _ = self.run_noop("--name", "first one")
        self.run_noop()
        out, _ = self.run_cli("list")
        lines = out.splitlines()
        self.assertEqual([line.split()[0] for line in lines], ["ID", "2", "1", "reference"])
        self.assertRegex(lines[2], r"finished +2/2 +- +local +first one")
        self.assertEqual(self.run_cli("show", "1")[0], measured)
        self.assertEqual(len(json.loads(self.run_cli("export", "1", "--format", "json")[0])["samples"]), 2)
        self.assertIn("memory_mb,vcpus", self.run_cli("export", "1", "--format", "csv")[0])
        self.run_cli("export", "1", "--format", "markdown", "--output", self.path("page.md"))
        with open(self.path("page.md"), encoding="utf-8") as file:
            self.assertIn("# first one\n", file.read())
        self.run_cli("delete", "1")
        _, err = self.run_cli("show", "1", status=2)
        self.assert_one_sentence(err)
        self.assertNotIn("first one", self.run_cli("list")[0])

    def test_the_reference_needs_no_database(self):
        self.assertIn("reference", self.run_cli("list")[0])
        out, _ = self.run_cli("show", "reference")
        self.assertIn("qiita.com", out)
        self.assertIn("56.8 s", out)
        exported = self.run_cli("export", "reference", "--format", "csv")[0]
        rows = list(csv.DictReader(line for line in io.StringIO(exported) if not line.startswith("#")))
        self.assertEqual(len(rows), 16)
        self.assertEqual(float(rows[0]["seconds"]), 49.405)
        self.assertFalse(os.path.exists(self.database))

    def test_help_is_there_for_each(self):
        for command in ([], ["run"], ["resume"], ["list"], ["show"], ["export"], ["delete"], ["doctor"]):
            out, err = self.run_cli(*command, "--help")
            self.assertIn("--database", out)
            self.assertEqual(err, "")
        self.assertRegex(self.run_cli("--version")[0], r"\Atierscope-cli \d+\.\d+\.\d+\n\Z")


class CostTest(CliTest):
    def test_a_duration_costs_what_amazon_says(self):
        """aws.amazon.com/lambda/pricing, "Mobile application backend": $2.33 + $0.40 = $2.73."""
        out, _ = self.run_cli("cost", "--memory", "1536", "--ms", "120", "--runs", "3000000", "--free-tier", "--json", "-")
        cost = json.loads(out)["cost"]
        self.assertEqual(round(cost["total_usd"], 2), 2.73)
        self.assertEqual(round(cost["compute_usd"], 2), 2.33)
        text, _ = self.run_cli("cost", "--memory", "1536", "--ms", "120", "--runs", "3000000", "--free-tier")
        self.assertRegex(text, r"(?m)^3,000,000 runs +\$2\.73$")
        self.assertIn("as of 2024-08", text)

    def test_regions_architectures_and_own_prices(self):
        def total(*arguments):
            out, _ = self.run_cli("cost", "--memory", "1024", "--ms", "1000", "--json", "-", *arguments)
            return json.loads(out)["cost_usd"]
        self.assertAlmostEqual(total(), 0.0000168667, places=12)
        self.assertAlmostEqual(total("--arch", "arm64"), 0.0000135334, places=12)
        self.assertAlmostEqual(total("--region", "af-south-1"), 0.0000221 + 0.27e-6, places=12)
        self.assertAlmostEqual(total("--price", "gb-second=0.00001", "--price", "million-requests=0"), 0.00001, places=12)
        prices = self.write("prices.csv", "region,from_gb_s,x86_gb_s,arm64_gb_s,requests_per_million,storage_gb_s\nmars-1,0,0.5,,0,\n")
        self.assertAlmostEqual(total("--region", "mars-1", "--prices", prices), 0.5, places=12)
        self.assertAlmostEqual(total("--storage-mb", "1536"), 0.0000168667 + 0.0000000309, places=12)
        self.assertAlmostEqual(total("--init-ms", "500"), 1.5 * 0.0000166667 + 0.2e-6, places=12)

    def test_an_unknown_price_is_said_to_be(self):
        for arguments, said in [(["--region", "mars-1"], "not known"), (["--region", "il-central-1", "--arch", "arm64"], "not known"),
                                (["--region", "il-central-1", "--storage-mb", "1024"], "ephemeral storage"), (["--arch", "mips"], "mips"),
                                (["--price", "tea=1"], "tea"), (["--storage-mb", "100"], "100 MB")]:
            with self.subTest(arguments=arguments):
                out, err = self.run_cli("cost", "--memory", "1024", "--ms", "1", *arguments, status=2)
                self.assertEqual(out, "")
                self.assertIn(said, err)
                self.assert_one_sentence(err)
        self.assertIn("64 MB", self.run_cli("cost", "--memory", "64", "--ms", "1", status=2)[1])

    def test_an_experiments_tiers_with_the_choices(self):
        out, _ = self.run_cli("cost", "reference", "--deadline", "2", "--budget", "0.0001", "--json", "-")
        cost = json.loads(out)
        self.assertEqual(len(cost["rows"]), 16)
        self.assertFalse(cost["estimate"])
        self.assertEqual(cost["cheapest"], {"memory_mb": 512, "mode": "sequential", "cap": 1})
        self.assertEqual(cost["fastest"], {"memory_mb": 10240, "mode": "parallel", "cap": 6})
        self.assertEqual(cost["cheapest_within_deadline"]["memory_mb"], 7168)
        self.assertEqual(cost["fastest_within_budget"]["memory_mb"], 512)
        self.assertEqual([row["memory_mb"] for row in cost["rows"] if row["pareto"]], [512, 1024, 2048, 3072, 7168, 10240])
        text, _ = self.run_cli("cost", "reference")
        self.assertRegex(text, r"(?m)^  512 MB  sequential .* 11891 +\$0\.0000993 +\$99\.29  \*$")

    def test_what_was_measured_here_is_an_estimate(self):
        self.run_cli("run", "--workload", "kernel:noop", "--tiers", "512", "--repeats", "1")
        text, _ = self.run_cli("cost", "1")
        self.assertIn("this computer's seconds are taken for Lambda's", text)
        self.run_noop()
        _, err = self.run_cli("cost", "2", status=2)
        self.assertIn("no measured tier", err)

    def test_what_is_to_be_priced_must_be_said(self):
        for arguments in ([], ["--memory", "128"], ["--ms", "5"], ["reference", "--memory", "128", "--ms", "5"]):
            with self.subTest(arguments=arguments):
                self.assert_one_sentence(self.run_cli("cost", *arguments, status=2)[1])


class InterruptionTest(CliTest):
    def test_a_signal_keeps_what_was_measured(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(number=number):
                process = self.start_slow()
                self.wait_for_line(process, r"^\[2/50\]")
                process.send_signal(number)
                out, err = process.communicate(timeout=PATIENCE)
                self.assertEqual(process.returncode, 130)
                self.assertIn("sleep 200", out)
                self.assertIn("Memory", out)
                identifier = re.search(r"tierscope-cli resume (\d+)", err).group(1)
                record = json.loads(self.run_cli("export", identifier, "--format", "json")[0])
                self.assertEqual(record["status"], "cancelled")
                self.assertGreaterEqual(len(record["samples"]), 2)
                self.assertLess(len(record["samples"]), 50)
                self.assertTrue(all(sample["ok"] for sample in record["samples"]))
                self.assert_nothing_is_left()

    def test_two_signals_end_it_too(self):
        process = self.start_slow()
        self.wait_for_line(process, r"^\[1/50\]")
        process.send_signal(signal.SIGINT)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)
        self.assertEqual(process.returncode, 130)
        self.assert_nothing_is_left()

    def test_resume_measures_only_the_rest(self):
        process = self.start("run", "--workload", "kernel:sleep", "--param", "ms=100", "--tasks", "1", "--tiers", "none", "--repeats", "4")
        self.wait_for_line(process, r"^\[3/8\]")
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)
        before = json.loads(self.run_cli("export", "1", "--format", "json")[0])["samples"]
        out, err = self.run_cli("resume", "1", "--json", "-")
        after = json.loads(out)["samples"]
        self.assertEqual([sample["plan_index"] for sample in after], list(range(8)))
        self.assertEqual(measured(after[:len(before)]), measured(before))
        self.assertEqual(len(re.findall(r"(?m)^\[\d/8\] ", err)), 8 - len(before))
        self.assertIn(" finished ", self.run_cli("list")[0])

    def test_a_kill_leaves_nothing_behind_and_can_be_resumed(self):
        process = self.start("run", "--workload", "kernel:sleep", "--param", "ms=100", "--tasks", "2", "--tiers", "512", "--repeats", "3")
        self.wait_for_line(process, r"^\[2/6\]")
        self.assertIn(" running ", self.run_cli("list")[0])
        _, err = self.run_cli("delete", "1", status=1)
        self.assert_one_sentence(err)
        process.kill()
        process.wait()
        self.assert_nothing_is_left()
        self.assertIn(" interrupted ", self.run_cli("list")[0])
        out, _ = self.run_cli("resume", "1", "--json", "-")
        self.assertEqual([sample["plan_index"] for sample in json.loads(out)["samples"]], list(range(6)))

    def test_an_experiment_is_not_measured_twice_at_once(self):
        process = self.start_slow()
        self.wait_for_line(process, r"^\[1/50\]")
        _, err = self.run_cli("resume", "1", status=1)
        self.assert_one_sentence(err)
        self.assertIn(f"process {process.pid}", err)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)

    def test_a_full_disk_ends_it_with_what_to_do(self):
        disk = self.path("disk")
        os.mkdir(disk)
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk], stderr=subprocess.DEVNULL).returncode != 0:
            self.skipTest("a small file system needs privileges to be mounted")
        self.addCleanup(subprocess.run, ["umount", "-l", disk])
        self.environment["TIERSCOPE_DATABASE"] = os.path.join(disk, "experiments.sqlite")
        arguments = ["run", "--workload", "kernel:noop", "--tasks", "100", "--tiers", "none", "--modes", "sequential", "--repeats", "20"]
        _, err = self.run_cli(*arguments, status=1)
        self.assertRegex(err, r"the disk is full. Free space and resume experiment 1\.")
        shown = json.loads(self.run_cli("export", "1", "--format", "json")[0])["samples"]
        self.assertGreater(len(shown), 0)
        self.assertLess(len(shown), 20)
        subprocess.run(["mount", "-o", "remount,size=16m", disk], check=True)
        out, _ = self.run_cli("resume", "1", "--json", "-")
        self.assertEqual(measured(json.loads(out)["samples"][:len(shown)]), measured(shown))
        self.assertEqual(len(json.loads(out)["samples"]), 20)


class TerminalTest(CliTest):
    def run_in_terminal(self, width, *arguments):
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
        process = self.start(*arguments, stderr=theirs, env={**self.environment, "TERM": "xterm"})
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 4096)
            except OSError:  # Linux's way to say that the other end is closed
                break
            if not piece:
                break
            shown += piece
        os.close(ours)
        out, _ = process.communicate(timeout=PATIENCE)
        self.assertEqual(process.returncode, 0)
        return out, shown.decode()

    def test_the_line_is_redrawn_fits_and_is_cleared(self):
        for width in (40, 120):
            with self.subTest(width=width):
                out, shown = self.run_in_terminal(width, "run", "--workload", "kernel:sleep", "--param", "ms=150", "--tasks", "4", "--tiers",
                                                  "512", "--repeats", "1")
                frames = [frame.split("\x1b[K")[0] for frame in shown.split("\r") if "\x1b[K" in frame]
                self.assertTrue(any("512 MB" in frame for frame in frames), shown)
                self.assertTrue(any(re.match(r"\[#*-*\] \d/2  ", frame) for frame in frames), shown)
                self.assertTrue(all(len(frame) < width for frame in frames), shown)
                if width == 120:
                    self.assertTrue(any("task " in frame and " left" in frame for frame in frames), shown)
                # The last that was drawn is nothing: what follows begins on a clean line.
                self.assertEqual(frames[-1], "")
                self.assertNotIn("\x1b", out)

    def test_a_dumb_terminal_gets_plain_lines(self):
        ours, theirs = pty.openpty()
        process = self.start("run", "--workload", "kernel:noop", "--tiers", "none", "--repeats", "1", stderr=theirs,
                             env={**self.environment, "TERM": "dumb"})
        os.close(theirs)
        process.communicate(timeout=PATIENCE)
        shown = os.read(ours, 65536).decode()
        os.close(ours)
        self.assertNotIn("\x1b", shown)
        self.assertIn("[2/2]", shown)


class TimelineTest(CliTest):
    def run_sleep(self):
        self.run_cli("run", "--workload", "kernel:sleep", "--param", "ms=40", "--tasks", "3", "--tiers", "none", "--repeats", "1", "--cap", "2")

    def number_of(self, mode):
        out, _ = self.run_cli("show", "1", "--runs")
        return re.search(rf"(?m)^ *(\d+) .*unlimited {mode}", out).group(1)

    def timeline(self, *arguments, **variables):
        self.environment.update(variables)
        return self.run_cli("show", "1", "--run", self.number_of("parallel"), "--timeline", *arguments)[0]

    def test_runs_have_numbers(self):
        self.run_sleep()
        out, _ = self.run_cli("show", "1", "--runs")
        self.assertRegex(out, r"(?m)^ *1 .*\n *2 ")
        out, _ = self.run_cli("show", "1", "--run", "2")
        self.assertRegex(out, r"\ARun 2: unlimited \w+")
        self.assertIn("Where the ", out)
        for number in ("0", "3", "-1"):
            _, err = self.run_cli("show", "1", "--run", number, status=2)
            self.assertIn("1 to 2", err)
        _, err = self.run_cli("show", "1", "--timeline", status=2)
        self.assertIn("--run", err)

    def test_a_lane_a_slot_in_the_width_that_there_is(self):
        self.run_sleep()
        out = self.timeline(COLUMNS="60")
        self.assertTrue(out.isascii())
        self.assertNotIn("\x1b", out)
        self.assertRegex(out, r"(?m)^    0 \|\[0[-=]*\]")
        self.assertRegex(out, r"(?m)^    1 \|\[1[-=]*\]")
        self.assertEqual(len(next(line for line in out.splitlines() if line.startswith("    0"))), 60)
        self.assertLessEqual(max(map(len, out.splitlines())), 60)
        parts = re.findall(r"(?m)^  ([a-z ]+?) +[\d.]+ \S+ +([\d.]+) %", out)
        self.assertEqual([name for name, _ in parts], ["compute", "process start", "throttled", "contention", "idle slots", "scheduler"])
        self.assertAlmostEqual(sum(float(percent) for _, percent in parts), 100, delta=0.4)
        self.environment.pop("COLUMNS")
        out = self.timeline(LANG="C.UTF-8")
        self.assertIn("├0", out)
        self.assertEqual(max(map(len, out.splitlines())), 80)

    def test_a_terminal_has_its_width_and_colours_a_failure(self):
        self.run_cli("run", "--tiers", "none", "--tasks", "2", "--modes", "parallel", "--repeats", "1", "--", "sh", "-c", "exit {index}", status=1)
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 50, 0, 0))
        process = self.start("show", "1", "--timeline", stdout=theirs, env={**self.environment, "TERM": "xterm", "COLUMNS": "70"})
        os.close(theirs)
        process.communicate(timeout=PATIENCE)
        shown = os.read(ours, 65536).decode()
        os.close(ours)
        self.assertIn("\x1b[31mX\x1b[0m", shown)
        lane = next(line for line in shown.splitlines() if line.startswith("    0"))
        self.assertEqual(len(re.sub(r"\x1b\[\d+m", "", lane)), 50)

    def test_json_has_the_decomposition(self):
        self.run_sleep()
        exported = json.loads(self.run_cli("show", "1", "--json", "-")[0])
        for sample in exported["samples"]:
            parts = sample["decomposition"]
            self.assertEqual(set(parts), {"compute_s", "process_start_s", "throttled_s", "contention_s", "idle_slots_s", "scheduler_s"})
            self.assertAlmostEqual(sum(parts.values()), sample["wall_s"], delta=1e-9 * sample["wall_s"])
        self.assertEqual(json.loads(self.run_cli("show", "1", "--run", "1", "--timeline", "--json", "-")[0]), exported)
        exported = json.loads(self.run_cli("show", "reference", "--json", "-")[0])
        self.assertIsNone(exported["samples"][0]["decomposition"])

    def test_a_trace_of_one_run_or_of_all(self):
        self.run_sleep()
        both = json.loads(self.run_cli("export", "1", "--format", "chrome-trace")[0])
        self.assertEqual({event["pid"] for event in both["traceEvents"]}, {1, 2})
        both = json.loads(self.run_cli("export", "--format", "chrome-trace", "--run", "2", "--run", "1", "1")[0])
        self.assertEqual([event["args"]["name"][:5] for event in both["traceEvents"] if event["name"] == "process_name"], ["run 2", "run 1"])
        number = self.number_of("parallel")
        self.run_cli("export", "1", "--format", "chrome-trace", "--run", number, "-o", self.path("one.json"))
        with open(self.path("one.json"), encoding="utf-8") as file:
            one = json.load(file)
        tasks = [event for event in one["traceEvents"] if event["ph"] == "X" and event["cat"] == "task"]
        self.assertEqual(sorted(event["args"]["index"] for event in tasks), [0, 1, 2])
        self.assertEqual(os.listdir(self.folder.name).count("one.json"), 1)
        self.assertFalse([name for name in os.listdir(self.folder.name) if ".part" in name])
        for arguments in (("--run", "7"), ("-o", self.path("no/such.json"))):
            self.assert_one_sentence(self.run_cli("export", "1", "--format", "chrome-trace", *arguments, status=2)[1])
        _, err = self.run_cli("export", "1", "--format", "csv", "--run", "1", status=2)
        self.assertIn("chrome-trace", err)
        _, err = self.run_cli("export", "reference", "--format", "chrome-trace", status=2)
        self.assertIn("nothing is known of the tasks", err)

    def test_a_trace_that_does_not_fit_leaves_nothing_behind(self):
        self.run_sleep()
        _, err = self.run_cli("export", "1", "--format", "chrome-trace", "-o", "/dev/full", status=1)
        self.assertIn("No space left", err)


class ImportTest(CliTest):
    def lines_of_a_runner(self):
        request = {"version": 1, "workload": {"kind": "kernel", "name": "noop"}, "tasks": 3, "mode": "parallel", "cap": 2, "events": True}
        runner = os.path.join(os.path.dirname(CLI), "tierscope-runner")
        return subprocess.run([runner], input=json.dumps(request), capture_output=True, text=True, timeout=PATIENCE, check=True).stdout

    def test_a_runners_own_lines(self):
        lines = self.lines_of_a_runner()
        _, err = self.run_cli("import", self.write("lines.jsonl", lines))
        self.assertIn("Imported as experiment 1", err)
        out, _ = self.run_cli("list")
        self.assertRegex(out, r"(?m)^ +1 .* imported .*lines\.jsonl")
        out, _ = self.run_cli("show", "1", "--timeline")
        self.assertIn("parallel, 2 at once: 3 tasks", out)
        _, err = self.run_cli("resume", "1", status=2)
        self.assertIn("imported", err)
        with open(self.write("lines.jsonl", lines), encoding="utf-8") as file:
            self.run_cli("import", "-", stdin=file)

    def test_what_is_complete_of_cut_off_lines_is_kept(self):
        lines = self.lines_of_a_runner()
        count = lines.count("\n")
        _, err = self.run_cli("import", self.write("cut.jsonl", lines[:-30]))
        self.assertIn(f"Line {count} is cut off", err)
        out, _ = self.run_cli("show", "1", "--runs")
        self.assertIn("failed: the lines end before the run does", out)

    def test_an_exported_experiment(self):
        self.run_noop("--json", self.path("out.json"))
        self.run_cli("import", self.path("out.json"))
        first = json.loads(self.run_cli("show", "1", "--json", "-")[0])
        second = json.loads(self.run_cli("show", "2", "--json", "-")[0])
        for key in ("samples", "summary", "findings", "spec", "host"):
            self.assertEqual(first[key], second[key])

    def test_what_cannot_be_read_is_refused_by_its_line(self):
        lines = self.lines_of_a_runner().splitlines(keepends=True)
        _, err = self.run_cli("import", self.write("bad.jsonl", "".join([lines[0], "nonsense\n", *lines[1:]])), status=2)
        self.assert_one_sentence(err)
        self.assertIn("line 2", err)
        for text in ("", "nonsense", "{}", "[1, 2]", '{"version": 1}'):
            self.assert_one_sentence(self.run_cli("import", self.write("bad.json", text), status=2)[1])
        self.assert_one_sentence(self.run_cli("import", self.path("missing"), status=2)[1])
        self.assertFalse(os.path.exists(self.database))


class DoctorTest(CliTest):
    def test_it_says_what_is_used_and_what_is_missing(self):
        out, _ = self.run_cli("doctor")
        self.assertRegex(out, r"Limiter: (cgroup|duty)")
        self.assertIn("tierscope-runner", out)
        self.assertIn("will be made by the first experiment", out)
        self.assertFalse(os.path.exists(self.database))

    def test_json_says_the_same(self):
        found = json.loads(self.run_cli("doctor", "--json", "-")[0])
        self.assertTrue(found["can_measure"])
        names = [candidate["name"] for candidate in found["limiter"]["candidates"]]
        self.assertIn(found["limiter"]["chosen"], names)
        for candidate in found["limiter"]["candidates"]:
            self.assertTrue(candidate["reason"])
            self.assertTrue(candidate["usable"] or candidate["remedy"])
        self.assertGreaterEqual(found["host"]["usable_cpus"], 1)
        self.assertTrue(os.access(found["runner"]["path"], os.X_OK))

    def test_credentials_are_found_and_never_shown(self):
        self.environment.update(AWS_ACCESS_KEY_ID="AKIAVISIBLE", AWS_SECRET_ACCESS_KEY="very-secret", AWS_PROFILE="private-profile")
        os.mkdir(self.path(".aws"))
        self.write(".aws/credentials", "[default]\naws_secret_access_key = also-secret\n")
        out, err = self.run_cli("doctor")
        as_json, _ = self.run_cli("doctor", "--json", "-")
        for text in (out, err, as_json):
            for secret in ("AKIAVISIBLE", "very-secret", "private-profile", "also-secret"):
                self.assertNotIn(secret, text)
        sources = {source["source"]: source["found"] for source in json.loads(as_json)["credentials"]}
        self.assertTrue(sources["AWS_PROFILE"])
        self.assertTrue(sources[self.path(".aws/credentials")])
        self.assertFalse(sources[self.path(".aws/config")])

    def test_a_database_that_does_not_open_is_a_finding(self):
        self.write("experiments.sqlite", "not a database at all, " * 100)
        out, _ = self.run_cli("doctor", status=1)
        self.assertIn("not a Tierscope database", out)

    OBSERVATIONS = ("memory_mb,vcpus,mode,cap,tasks,seconds\n2048,2,sequential,1,10,3.422\n10240,6,sequential,1,10,3.470\n"
                    "2048,,parallel,2,10,3.364\n10240,6,parallel,6,10,0.869\n")
    CONDITIONS = "memory_mb,vcpus,mode,cap,tasks\n6144,4,parallel,4,10\n128,,sequential,1,10\n"

    def test_predict_gives_json_in_the_order_of_the_conditions(self):
        out, err = self.run_cli("predict", "--observations", self.write("seen.csv", self.OBSERVATIONS), "--conditions",
                                self.write("wanted.csv", self.CONDITIONS), "--json", "-")
        self.assertEqual(err, "")
        result = json.loads(out)
        self.assertLess({"parameters", "predictions"}, set(result))
        first, second = result["predictions"]
        self.assertEqual([first[key] for key in ("memory_mb", "vcpus", "mode", "cap", "tasks")], [6144, 4, "parallel", 4, 10])
        self.assertEqual([second["memory_mb"], second["vcpus"], second["mode"]], [128, 2, "sequential"])
        self.assertAlmostEqual(first["seconds"], 1.391, delta=0.1)
        self.assertAlmostEqual(second["seconds"], 49.4, delta=3)
        for prediction in (first, second):
            self.assertLess(prediction["low"], prediction["seconds"])
            self.assertGreater(prediction["high"], prediction["seconds"])
        self.assertIn("vcpu_memory_mb", [fixed["name"] for fixed in result["parameters"]["fixed"]])

    def test_predict_says_in_words_what_it_fits_fixes_and_extrapolates(self):
        seen = self.write("seen.csv", self.OBSERVATIONS)
        wanted = self.write("wanted.csv", self.CONDITIONS)
        out, _ = self.run_cli("predict", "--observations", seen, "--conditions", wanted, "--json", self.path("model.json"))
        for words in ("90 % interval", "The model is off by", "Fixed: vcpu_memory_mb at 1769", "Extrapolated: below the observed 2048 MB"):
            self.assertIn(words, out)
        with open(self.path("model.json"), encoding="utf-8") as file:
            self.assertEqual(len(json.load(file)["predictions"]), 2)
        elsewhere = self.write("lambda.csv", "memory_mb,vcpus,mode,cap,tasks,seconds\n1024,2,sequential,1,10,12\n")
        out, _ = self.run_cli("predict", "--observations", seen, "--conditions", wanted, "--calibrate", elsewhere)
        self.assertRegex(out, r"A task takes (1\.9|2)\S* times the CPU time")

    def test_predict_reads_one_table_from_the_standard_input(self):
        seen = self.write("seen.csv", self.OBSERVATIONS)
        with open(self.write("wanted.csv", self.CONDITIONS), encoding="utf-8") as wanted:
            out, _ = self.run_cli("predict", "--observations", seen, "--conditions", "-", "--json", "-", stdin=wanted)
        self.assertEqual(len(json.loads(out)["predictions"]), 2)
        _, err = self.run_cli("predict", "--observations", "-", "--conditions", "-", status=2)
        self.assertIn("standard input", err)

    def test_predict_refuses_what_it_cannot_use(self):
        seen = self.write("seen.csv", self.OBSERVATIONS)
        wanted = self.write("wanted.csv", self.CONDITIONS)
        bad = self.write("bad.csv", self.OBSERVATIONS + "512,2,sequential,1,10,-1\n")
        _, err = self.run_cli("predict", "--observations", bad, "--conditions", wanted, status=2)
        self.assertIn("line 6", err)
        self.assertIn("column seconds", err)
        bad = self.write("bad.csv", self.CONDITIONS + "64,2,sequential,1,10\n")
        _, err = self.run_cli("predict", "--observations", seen, "--conditions", bad, status=2)
        self.assertIn("column memory_mb", err)
        empty = self.write("empty.csv", "memory_mb,vcpus,mode,cap,tasks,seconds\n")
        _, err = self.run_cli("predict", "--observations", empty, "--conditions", wanted, status=2)
        self.assertIn("no observation", err)
        self.run_cli("predict", "--observations", self.path("missing.csv"), "--conditions", wanted, status=2)
        self.run_cli("predict", "--observations", seen, status=2)

    def test_an_adaptive_run_measures_what_decides_and_can_be_completed(self):
        # 20 ms of sleep take the same in each tier, so that the least memory is the cheapest by far.
        _, err = self.run_cli("run", "--workload", "kernel:sleep", "--param", "ms=20", "--tasks", "2", "--tiers", "128,256,512,1024,2048,3008",
                              "--modes", "sequential", "--repeats", "1", "--adaptive", "cheapest")
        self.assertRegex(err, r"128 MB is the cheapest of 6 tiers .* after [2-5] were measured; a full sweep measures 6")
        out, _ = self.run_cli("list")
        self.assertRegex(out, r"[2-5]/6")
        out, _ = self.run_cli("resume", "1")
        self.assertIn("3008 MB", out)
        _, err = self.run_cli("run", "--workload", "kernel:noop", "--adaptive", "best", status=2)
        self.assertIn("fastest, cheapest or knee", err)


if __name__ == "__main__":
    CLI = os.path.abspath(sys.argv.pop(1))
    unittest.main()
