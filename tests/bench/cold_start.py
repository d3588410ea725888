#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
"""How long bootstrap takes from the start of its process until it asks for its first event. Usage: cold_start.py BOOTSTRAP [ROUNDS]

Prints one JSON object: milliseconds, the process's start by this program included. Exit status 1 when the median is over 20 ms."""
import json
import os
import socket
import statistics
import subprocess
import sys
import time

BOUND_MS = 20
PATIENCE_S = 30
FIRST_LINE = b"GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\n"


def one_start(bootstrap, listener):
    environment = {**os.environ, "AWS_LAMBDA_RUNTIME_API": "127.0.0.1:%d" % listener.getsockname()[1]}
    began = time.perf_counter()
    process = subprocess.Popen([bootstrap], env=environment, stdin=subprocess.DEVNULL)
    try:
        connection, _ = listener.accept()
        with connection:
            connection.settimeout(PATIENCE_S)
            request = b""
            while b"\r\n\r\n" not in request:
                piece = connection.recv(4096)
                if not piece:
                    raise ConnectionError("bootstrap closed the connection")
                request += piece
            took = time.perf_counter() - began
            process.kill()
    finally:
        process.kill()
        process.wait()
    if not request.startswith(FIRST_LINE):
        raise ValueError(f"bootstrap asked for something else: {request[:80]!r}")
    return took * 1000


def main():
    bootstrap, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 50
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(PATIENCE_S)
        times = sorted(one_start(bootstrap, listener) for _ in range(rounds))
    median = statistics.median(times)
    print(json.dumps({"rounds": rounds, "min_ms": round(times[0], 2), "median_ms": round(median, 2),
                      "p95_ms": round(times[int(0.95 * (rounds - 1))], 2), "bound_ms": BOUND_MS}))
    return 0 if median <= BOUND_MS else 1


if __name__ == "__main__":
    sys.exit(main())
