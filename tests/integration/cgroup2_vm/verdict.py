# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
"""Judges what the virtual machine's init wrote: verdict.py RESULTS. Exit status 0 when every check holds."""

import json
import re
import sys

SHARE_TOLERANCE = 0.10  # software emulation steals time that the quota law cannot see


class Case:
    """One "BEGIN name" … "END name status" block: what the program wrote, its exit status, and the cgroups that it left."""

    def __init__(self, body, status):
        lines = body.splitlines()
        self.status = status
        self.errors = [line for line in lines if line.startswith("stderr: ")]
        self.left = [line for line in lines if line.startswith("left: ")]
        self.output = "\n".join(line for line in lines if not line.startswith(("stderr: ", "left: ")))

    def samples(self):
        return json.loads(self.output)["samples"]

    def __str__(self):
        return "\n".join([self.output, *self.errors, *self.left])


def read_cases(text):
    blocks = re.finditer(r"^BEGIN (\S+)\n(.*?)^END \1 (\d+)$", text, re.DOTALL | re.MULTILINE)
    return {block[1]: Case(block[2], int(block[3])) for block in blocks}


def check_runner(case):
    report = json.loads(case.output.splitlines()[-1])["report"]
    yield "exit status 0", case.status == 0
    yield "4 tasks done", [task["exit_code"] for task in report["tasks"]] == [0] * 4


def check_doctor(case):
    yield "exit status 0", case.status == 0
    yield "chooses cgroup v2", json.loads(case.output)["limiter"]["chosen"] == "cgroup v2"


def ratio_of(sample):
    """wall x share / CPU time, both as measured on the machine: 1 when the run got what the tier gives."""
    cpu = sum(task["user_us"] + task["system_us"] for task in sample["tasks"]) / 1e6
    return sample["wall_s"] * sample["share"] / cpu, cpu


def check_share(case):
    samples = case.samples()
    yield "exit status 0", case.status == 0
    yield "4 samples", len(samples) == 4
    for sample in samples:
        name = f'{sample["memory_mb"]} MB {sample["mode"]}'
        ratio, cpu = ratio_of(sample)
        yield f"{name}: ok, held by cgroup v2", sample["ok"] and sample["limiter"] == "cgroup v2"
        yield f"{name}: at least one CPU-second ({cpu:.2f} s)", cpu >= 1
        yield f"{name}: wall x share / CPU = {ratio:.3f}", abs(ratio - 1) <= SHARE_TOLERANCE


def check_dilated(case):
    """How long it takes depends on what the emulated machine gets of the real one; too fast it must never be."""
    (sample,) = case.samples()
    ratio, _ = ratio_of(sample)
    yield "exit status 0", case.status == 0
    yield "ok, held by cgroup v2", sample["ok"] and sample["limiter"] == "cgroup v2"
    yield "four vCPUs on two: dilation 2", sample["dilation"] == 2
    yield f"wall x share / CPU = {ratio:.3f}, not below 1", ratio >= 1 - SHARE_TOLERANCE


def check_memory(case):
    (sample,) = case.samples()
    yield "exit status 1", case.status == 1
    yield "the sample failed", not sample["ok"]
    yield "out of memory at 128 MB", "out of memory at 128 MB" in sample["error"]


def check_killed(case):
    yield "it was measuring", case.output.split() != []
    yield "killed", case.status == 137


CHECKS = {
    "runner": check_runner,
    "doctor": check_doctor,
    "doctor_root": check_doctor,
    "share": check_share,
    "dilated": check_dilated,
    "memory": check_memory,
    "killed": check_killed,
}


def results_of(check, case):
    if case is None:
        return [("has run", False)]
    try:
        return [*check(case), ("leaves no cgroup", not case.left)]
    except (KeyError, IndexError, TypeError, ValueError) as error:
        return [(f"its output can be read ({type(error).__name__}: {error})", False)]


def main():
    with open(sys.argv[1], encoding="utf-8", errors="replace") as file:
        cases = read_cases(file.read())
    passed = failed = 0
    for name, check in CHECKS.items():
        results = results_of(check, cases.get(name))
        for what, holds in results:
            print(f'{"ok  " if holds else "FAIL"} {name}: {what}')
            passed, failed = passed + holds, failed + (not holds)
        if name in cases and not all(holds for _, holds in results):
            print(cases[name])
    print(f"cgroup v2 in a virtual machine: {passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
