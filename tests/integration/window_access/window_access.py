# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
"""Start, change a field, run, watch, stop, reopen from History: read off the accessibility tree, done with keys.

usage: window_access.py PID PICTURES
"""
import os
import shutil
import subprocess
import sys
import time

import pyatspi
from gi.repository import GLib

PATIENCE = 30.0  # seconds that a step may take


class Failure(Exception):
    pass


def application(pid):
    desktop = pyatspi.Registry.getDesktop(0)
    for index in range(desktop.childCount):
        found = desktop.getChildAtIndex(index)
        if found is not None and found.get_process_id() == pid:
            return found
    return None


def walk(accessible):
    """The tree below, without the insides of tables: they have a cell a sample."""
    yield accessible
    if accessible.getRole() == pyatspi.ROLE_TABLE:
        return
    for index in range(accessible.childCount):
        child = accessible.getChildAtIndex(index)
        if child is not None:
            yield from walk(child)


def wait_for(what, condition):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = condition()
        except (LookupError, RuntimeError, GLib.GError):
            found = None  # what was looked at has just gone
        if found:
            return found
        time.sleep(0.1)
    raise Failure(f"waited {PATIENCE:.0f} s in vain for: {what}")


class Window:
    def __init__(self, pid, pictures):
        self.pid = pid
        self.pictures = pictures
        self.steps = 0
        wait_for("the window", lambda: self.find(pyatspi.ROLE_FRAME, "Tierscope"))

    def all(self):
        root = application(self.pid)
        return walk(root) if root is not None else iter(())

    def find(self, role, name):
        return next((item for item in self.all() if item.getRole() == role and item.name == name), None)

    def has(self, role, name, state):
        item = self.find(role, name)
        return item is not None and item.getState().contains(state)

    def texts(self):
        return [item.name for item in self.all() if item.getRole() in (pyatspi.ROLE_LABEL, pyatspi.ROLE_TEXT) and item.name]

    def focused(self):
        """A tab bar calls its current page focused whatever has the keys, so a page counts only when nothing else does."""
        found = [item for item in self.all() if item.getState().contains(pyatspi.STATE_FOCUSED)]
        return next((item for item in found if item.getRole() != pyatspi.ROLE_PAGE_TAB), found[0] if found else None)

    @staticmethod
    def press(*keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    @staticmethod
    def type(text):
        subprocess.run(["xdotool", "type", "--delay", "20", text], check=True)

    def go_to(self, role, name):
        """By Tab, as long as it takes to come round."""
        seen = []
        for _ in range(80):
            at = self.focused()
            if at is not None and at.getRole() == role and at.name == name:
                return at
            seen.append(at.name if at is not None else "nothing")
            self.press("Tab")
            time.sleep(0.05)
        raise Failure(f"Tab does not come to “{name}”; it came to: {', '.join(seen)}")

    def step(self, done):
        self.steps += 1
        print(f"{self.steps}. {done}", flush=True)
        if shutil.which("import"):
            subprocess.run(["import", "-window", "root", os.path.join(self.pictures, f"step-{self.steps}.png")], check=True)


def samples_done(window):
    """The n of "n of m samples" in the status line, or None."""
    for text in window.texts():
        words = text.replace("\u00a0", " ").split()
        if len(words) == 4 and words[1] == "of" and words[3] == "samples":
            return int(words[0]), int(words[2])
    return None


def unnamed_controls(window):
    roles = (pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_SPIN_BUTTON, pyatspi.ROLE_TABLE)
    return [item for item in window.all()
            if item.getRole() in roles and item.getState().contains(pyatspi.STATE_SHOWING) and not item.name]


def main():
    window = Window(int(sys.argv[1]), sys.argv[2])
    wait_for("a form that is ready to run", lambda: window.has(pyatspi.ROLE_PUSH_BUTTON, "Run", pyatspi.STATE_ENABLED))
    nameless = unnamed_controls(window)
    if nameless:
        raise Failure(f"{len(nameless)} controls have no name, such as a {nameless[0].getRoleName()}")
    chart = window.find(pyatspi.ROLE_FILLER, "Runtime chart") or next((item for item in window.all() if item.name == "Runtime chart"), None)
    if chart is None or "128 MB" not in chart.description:
        raise Failure("the chart does not tell its figures")
    window.step("the window is there, every control has a name, the chart tells its figures")

    window.go_to(pyatspi.ROLE_SPIN_BUTTON, "Tasks")
    window.press("ctrl+a")
    window.type("6")
    window.press("Tab")
    wait_for("6 tasks", lambda: window.find(pyatspi.ROLE_SPIN_BUTTON, "Tasks").queryValue().currentValue == 6)
    window.step("the field Tasks says 6")

    window.press("ctrl+r")
    wait_for("the run", lambda: window.has(pyatspi.ROLE_PUSH_BUTTON, "Stop", pyatspi.STATE_ENABLED))
    wait_for("two samples", lambda: (samples_done(window) or (0, 0))[0] >= 2)
    window.step("the run goes on and samples come")

    window.press("Escape")
    wait_for("the end of the run", lambda: window.has(pyatspi.ROLE_PUSH_BUTTON, "Run", pyatspi.STATE_ENABLED))
    done, planned = wait_for("the count of samples", lambda: samples_done(window))
    if not 2 <= done < planned:
        raise Failure(f"stopped with {done} of {planned} samples")
    window.step(f"stopped, {done} of {planned} samples are kept")

    window.go_to(pyatspi.ROLE_TABLE, "Experiments")
    window.press("ctrl+End")
    window.press("Return")
    wait_for("the reference measurements", lambda: any(text.startswith("Published measurements") for text in window.texts()))
    window.press("ctrl+Home")
    window.press("Return")
    wait_for("the stopped experiment", lambda: not any(text.startswith("Published measurements") for text in window.texts()))
    window.step("both experiments were reopened from History")

    window.press("ctrl+q")
    wait_for("the end of the program", lambda: application(window.pid) is None)


try:
    main()
except Failure as failure:
    print(f"window_access: {failure}", file=sys.stderr)
    sys.exit(1)
