# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
"""The Lambda function around the Python runner: tierscope_handler.handler.

An event is a RunRequest for a python workload, or {"multiprocess": true|false}, which stands for the reference experiment
(resources/reference/article-2021-12.csv): 10 tasks that count to 10,000,000, in parallel on all usable CPUs, or one after the other. The
answer is the RunReport. What cannot be run is a function error, whose errorType is the class of one of the exceptions below.

Between the events of one environment nothing stays: no process, no descriptor. A report over Lambda's 6 MB has a summary instead of
its tasks.
"""
from __future__ import annotations

import json
import math
import os

from tierscope_request import RequestError, check_request
from tierscope_runner import run

MAXIMUM_ANSWER = 6 * 1024 * 1024
REFERENCE_TASKS = 10
REFERENCE_ITERATIONS = 10_000_000

# Kept back for ending the tasks and for sending the report, at the smallest tier's fourteenth of a CPU.
_RESERVE_MS = 500
_RESERVE_FOR_TASK_MS = 0.05


class BadRequest(Exception):
    """The event cannot be run as it is."""


class WorkloadNotFound(Exception):
    """The event names a module or a function that this package does not have."""


class RunnerFailed(Exception):
    """The runner itself could not work."""


class TimedOut(Exception):
    """The function's time was over before the run could begin."""


_ERRORS = {"bad_request": BadRequest, "workload_not_found": WorkloadNotFound}


def handler(event, context):
    """What Lambda calls, in the main thread, with the decoded event."""
    try:
        request = within_deadline(run_request(event), context.get_remaining_time_in_millis())
        report = run(dict(request, events=False), lambda events: None)
    except RequestError as error:
        raise _ERRORS[error.code](str(error)) from None
    except OSError as error:
        raise RunnerFailed(f"the runner itself failed: {error}") from None
    memory_mb = os.environ.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "")
    if memory_mb.isdigit():
        report["host"]["memory_mb"] = int(memory_mb)
    return summarised(report, MAXIMUM_ANSWER)


def run_request(event):
    """The event as a RunRequest that has been checked. Raises RequestError."""
    if isinstance(event, dict) and "multiprocess" in event:
        event = _reference_request(event)
    check_request(event)
    return event


def within_deadline(request, left_ms):
    """The request, its run timeout shortened so that its report can still be sent in the `left_ms` until Lambda kills the function.
    The time kept back grows with the tasks to report, and is never more than half of what is left."""
    reserve = min(_RESERVE_MS + math.ceil(_RESERVE_FOR_TASK_MS * request["tasks"]), left_ms // 2)
    limit = left_ms - reserve
    if limit <= 0:
        raise TimedOut("the function's time was over before the run could begin: give it a longer timeout")
    return dict(request, run_timeout_ms=min(request.get("run_timeout_ms") or limit, limit))


def summarised(report, maximum):
    """The report itself or, if its JSON would be larger than `maximum` bytes, one whose tasks are counted instead of listed."""
    size = len(json.dumps(report))
    if size <= maximum:
        return report
    tasks = report["tasks"]
    count = dict.fromkeys(("done", "failed", "timed_out", "cancelled"), 0)
    for task in tasks:
        count[task["outcome"]] += 1
    first_error = next((task["error"] for task in tasks if task["error"]), "")
    return dict(report, tasks=[], tasks_summary={
        "summarised": True, "reason": f"the report would have {size:,} bytes and may have {maximum:,}", "count": len(tasks), **count,
        "first_error": first_error})


def _reference_request(event):
    if set(event) != {"multiprocess"} or type(event["multiprocess"]) is not bool:
        raise RequestError("bad_request", 'the event has "multiprocess": give that key alone, as true or false')
    return {"workload": {"kind": "python", "module": "tierscope_workloads", "function": "busy_loop", "args": [REFERENCE_ITERATIONS]},
            "tasks": REFERENCE_TASKS, "mode": "parallel" if event["multiprocess"] else "sequential"}
