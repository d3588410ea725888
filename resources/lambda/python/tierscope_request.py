# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
"""What a run is asked to do: the RunRequest of wire format version 1, checked strictly, and the function that it names."""
from __future__ import annotations

import importlib
import json
import os
import sys
from collections import namedtuple

from tierscope_task import describe, one_line

WIRE_VERSION = 1
MAXIMUM_TASKS = 1_000_000
MAXIMUM_CAP = 1024
MAXIMUM_TIMEOUT_MS = 1_000_000_000

_MODES = ("sequential", "parallel", "pool")
_REQUIRED = ("workload", "tasks")
_OPTIONAL = ("version", "mode", "cap", "task_timeout_ms", "run_timeout_ms", "events")
_CO_GENERATOR, _CO_COROUTINE, _CO_ASYNC_GENERATOR = 0x20, 0x80, 0x200


class RequestError(Exception):
    """A request that cannot be run: `code` for programs ("bad_request", "workload_not_found"); the message, one sentence, for a
    person."""

    def __init__(self, code, message):
        super().__init__(one_line(message))
        self.code = code


RunRequest = namedtuple("RunRequest", "workload tasks mode cap task_timeout_ms run_timeout_ms events")
RunRequest.__doc__ = "A checked request, defaults filled in; `cap` is the real one (1 when sequential), a timeout of 0 is none."


def check_request(request):
    """Turns the decoded JSON into a RunRequest, or raises RequestError "bad_request"."""
    _check_keys("the request", request, _REQUIRED, _OPTIONAL)
    version = request.get("version", WIRE_VERSION)
    if type(version) is not int or version != WIRE_VERSION:
        raise _bad(f"version is {_show(version)}: this runner speaks version {WIRE_VERSION}")
    mode = request.get("mode", "parallel")
    if mode not in _MODES:
        raise _bad(f'mode is {_show(mode)}: give "sequential", "parallel" or "pool"')
    events = request.get("events", False)
    if type(events) is not bool:
        raise _bad(f"events is {_show(events)}: give true or false")
    _check_workload(request["workload"])
    tasks = _whole_number(request, "tasks", 1, MAXIMUM_TASKS)
    cap = _whole_number(request, "cap", 0, MAXIMUM_CAP) or len(os.sched_getaffinity(0))
    return RunRequest(request["workload"], tasks, mode, 1 if mode == "sequential" else cap,
                      _whole_number(request, "task_timeout_ms", 0, MAXIMUM_TIMEOUT_MS),
                      _whole_number(request, "run_timeout_ms", 0, MAXIMUM_TIMEOUT_MS), events)


def load_function(workload):
    """Imports the workload's module, with its `path` first on sys.path, and returns its function, or raises RequestError
    "workload_not_found". Runs user code."""
    module, name, path = workload["module"], workload["function"], workload.get("path")
    if path:
        if not os.path.isdir(path):
            raise _not_found(f"workload.path {_show(path)} is not a folder: give the one that has the module {module}")
        path = os.path.abspath(path)
        if path not in sys.path[:1]:
            sys.path.insert(0, path)
        importlib.invalidate_caches()
    try:
        function = getattr(importlib.import_module(module), name, None)
    except BaseException as error:  # a module may even call sys.exit while it is imported
        raise _not_found(f"cannot import the module {module} ({describe(error)}): check workload.module and workload.path")
    if not callable(function):
        what = "not there" if function is None else "not a function"
        raise _not_found(f"{module}.{name} is {what}: name a function of that module in workload.function")
    flags = getattr(getattr(function, "__code__", None), "co_flags", 0)
    if flags & (_CO_GENERATOR | _CO_COROUTINE | _CO_ASYNC_GENERATOR):
        raise _not_found(f"{module}.{name} is a generator or a coroutine, which a call does not run: name a plain function")
    return function


def _check_workload(workload):
    kind = workload.get("kind", "python") if isinstance(workload, dict) else "python"
    if kind in ("kernel", "command"):
        raise _bad(f'workload.kind is "{kind}": the C++ tierscope-runner runs it, this Python runner only runs "python"')
    if kind != "python":
        raise _bad(f'workload.kind is {_show(kind)}: give "python", the only kind that this runner runs')
    _check_keys("workload", workload, ("kind", "module", "function"), ("args", "path"))
    for key, example, is_dotted in (("module", "package.module", True), ("function", "resize", False)):
        name = workload[key]
        parts = [] if type(name) is not str else name.split(".") if is_dotted else [name]
        if not parts or not all(part.isidentifier() for part in parts):
            raise _bad(f'workload.{key} is {_show(name)}: give a Python name such as "{example}"')
    if type(workload.get("args", [])) is not list:
        raise _bad(f"workload.args is {_show(workload['args'])}: give an array of positional arguments")
    if type(workload.get("path", "")) is not str:
        raise _bad(f"workload.path is {_show(workload['path'])}: give the path of a folder")


def _check_keys(where, value, required, optional):
    if not isinstance(value, dict):
        raise _bad(f"{where} is {_show(value)}: give a JSON object")
    for key in value:
        if key not in required and key not in optional:
            raise _bad(f"{where} has an unknown key {_show(key)}: use only {', '.join(required + optional)}")
    for key in required:
        if key not in value:
            raise _bad(f'{where} has no "{key}": add it')


def _whole_number(request, key, low, high):
    value = request.get(key, 0)
    if type(value) is not int or not low <= value <= high:
        raise _bad(f"{key} is {_show(value)}: give a whole number from {low} to {high}")
    return value


def _show(value):
    text = json.dumps(value, default=repr)
    return text if len(text) <= 60 else text[:57] + "..."


def _bad(message):
    return RequestError("bad_request", message)


def _not_found(message):
    return RequestError("workload_not_found", message)
