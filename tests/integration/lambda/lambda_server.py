# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
"""A Lambda service on loopback, whose faults and kills a test decides. It lives in the test's own process and ends with it."""

import base64
import contextlib
import http.client
import http.server
import json
import re
import socket
import struct
import threading
import time
import urllib.parse

ACCOUNT = "123456789012"
REGION = "eu-west-1"


def arn_of(name):
    return f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}"


def report_line(memory, duration=1234.5, init=None, used=40, tail=""):
    text = (f"START RequestId: 1 Version: $LATEST\nEND RequestId: 1\nREPORT RequestId: 1\tDuration: {duration} ms\t"
            f"Billed Duration: {int(duration) + 1} ms\tMemory Size: {memory} MB\tMax Memory Used: {used} MB\t")
    return text + (f"Init Duration: {init} ms\t" if init else "") + tail + "\n"


def run_report(request, cpu_model="Test CPU"):
    """What Tierscope's function answers to a RunRequest."""
    tasks = [{"index": index, "slot": 0, "queued_ns": 0, "started_ns": 1, "ended_ns": 1_000_000, "user_us": 900, "system_us": 10,
              "max_rss_kb": 1000, "exit_code": 0, "signal": 0, "outcome": "done", "error": ""} for index in range(request["tasks"])]
    return {"version": 1, "mode": request["mode"], "cap": request["cap"] or 2, "outcome": "completed", "wall_ns": 1_200_000_000,
            "tasks": tasks, "host": {"usable_cpus": 2, "online_cpus": 2, "cpu_model": cpu_model, "arch": "x86_64", "memory_mb": 1024},
            "runner": {"name": "bootstrap", "version": "0", "language": "c++"}}


class Function:
    """One function in memory, with revisions as Lambda has them: an update makes one, and its end another."""

    def __init__(self, name="work", memory=1024, timeout=30):
        self.config = {"FunctionName": name, "FunctionArn": arn_of(name), "MemorySize": memory, "Timeout": timeout, "Runtime": "python3.12",
                       "Handler": "work.handler", "Role": f"arn:aws:iam::{ACCOUNT}:role/work", "CodeSha256": "abc", "Version": "$LATEST",
                       "State": "Active", "LastUpdateStatus": "Successful", "RevisionId": "r0", "Architectures": ["x86_64"],
                       "LastModified": "2026-01-01T00:00:00.000+0000", "CodeSize": 5, "Description": "",
                       "Environment": {"Variables": {"TOKEN": "not-for-tierscope"}}}
        self.polls_left = 0
        self.cold = True
        self.count = 0

    def touch(self):
        self.count += 1
        self.config["RevisionId"] = f"r{self.count}"

    def change(self, **values):
        """Somebody else does this."""
        self.config.update(values)
        self.touch()

    def look(self):
        if self.config["LastUpdateStatus"] == "InProgress":
            self.polls_left -= 1
            if self.polls_left < 0:
                self.config["LastUpdateStatus"] = "Successful"
                self.touch()
        return self.config

    def update(self, wanted):
        revision = wanted.get("RevisionId")
        if revision is not None and revision != self.config["RevisionId"]:
            return 412, {"Type": "User", "message": "The RevisionId provided does not match"}, "PreconditionFailedException"
        if self.config["LastUpdateStatus"] == "InProgress":
            return 409, {"Type": "User", "message": "An update is in progress for resource"}, "ResourceConflictException"
        if wanted.get("MemorySize", 0) > 3008:
            return 400, {"Type": "User", "message": "'MemorySize' value failed to satisfy constraint: Member must have value less than or "
                         "equal to 3008"}, "InvalidParameterValueException"
        self.config["MemorySize"] = wanted["MemorySize"]
        self.config["LastUpdateStatus"] = "InProgress"
        self.polls_left = 1
        self.cold = True
        self.touch()
        return 200, self.config, ""


class Request:
    def __init__(self, handler, body):
        self.method = handler.command
        self.path = handler.path
        self.headers = dict(handler.headers.items())
        self.body = body
        split = urllib.parse.urlsplit(self.path)
        self.segments = [urllib.parse.unquote(part) for part in split.path.split("/") if part]
        self.is_invocation = self.segments[-1:] == ["invocations"]
        self.is_update = self.method == "PUT"

    def __repr__(self):
        return f"{self.method} {self.path}"


class LambdaServer:
    """`hook(index, request)` is called before a request is answered; what it returns is a fault: a function that is given the handler
    and answers itself. `after(index, request)` is called when the effect is there and the answer is not yet sent."""

    def __init__(self, function=None, upstream=None, hook=None, after=None, invoke=None):
        self.function = function
        self.upstream = upstream
        self.hook = hook or (lambda index, request: None)
        self.after = after or (lambda index, request: None)
        self.invoke = invoke or self.answer_invocation
        self.requests = []
        self.raw = []
        self.lock = threading.Lock()
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            timeout = 30

            def log_message(self, *arguments):
                pass

            def handle_any(self):
                server.handle(self)
            do_GET = do_PUT = do_POST = do_DELETE = handle_any

        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, request, address):
                pass

        self.http = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_address[1]}"
        self.thread = threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self.thread.start()

    def close(self):
        self.http.shutdown()
        self.http.server_close()

    def handle(self, handler):
        body = handler.rfile.read(int(handler.headers.get("Content-Length") or 0))
        request = Request(handler, body)
        with self.lock:
            index = len(self.requests)
            self.requests.append(request)
        fault = self.hook(index, request)
        if fault is not None:
            return fault(handler)
        status, answer, headers = self.effect(request)
        self.after(index, request)
        with contextlib.suppress(OSError):
            self.send(handler, status, answer, headers)

    def send(self, handler, status, answer, headers=None):
        body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        handler.send_response(status)
        for name, value in (headers or {}).items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    def effect(self, request):
        if request.is_invocation:
            return self.invoke(request)
        if self.upstream:
            return self.forward(request)
        with self.lock:
            return self.control(request)

    def control(self, request):
        if request.segments[-1] == "account-settings":
            return 200, {"AccountLimit": {"ConcurrentExecutions": 10, "UnreservedConcurrentExecutions": 10}, "AccountUsage": {}}, {}
        if request.segments[-1] == "functions":
            return 200, {"Functions": [self.function.config]}, {}
        if request.segments[-1] == "configuration" and request.method == "GET":
            return 200, dict(self.function.look()), {}
        if request.segments[-1] == "configuration":
            status, answer, error = self.function.update(json.loads(request.body))
            return status, dict(answer), {"x-amzn-ErrorType": error} if error else {}
        return 404, {"message": "no such thing"}, {"x-amzn-ErrorType": "ResourceNotFoundException"}

    def forward(self, request):
        connection = http.client.HTTPConnection("127.0.0.1", self.upstream, timeout=30)
        headers = {name: value for name, value in request.headers.items() if name.lower() not in ("host", "content-length")}
        connection.request(request.method, request.path, body=request.body or None, headers=headers)
        response = connection.getresponse()
        body = response.read()
        connection.close()
        kept = {name: value for name, value in response.getheaders() if name.lower().startswith("x-amz")}
        return response.status, body, kept

    def memory_now(self, request):
        if self.function:
            return self.function.config["MemorySize"]
        name = request.segments[2].split(":")[-1]
        _, body, _ = self.forward(type("Look", (), {"method": "GET", "headers": request.headers, "body": b"",
                                                    "path": f"/2015-03-31/functions/{name}/configuration"}))
        return json.loads(body)["MemorySize"]

    def answer_invocation(self, request):
        payload = json.loads(request.body) if request.body else {}
        cold = self.function.cold if self.function else False
        if self.function:
            self.function.cold = False
        log = report_line(self.memory_now(request), init=88.5 if cold else None)
        answer = run_report(payload) if "workload" in payload else {"echo": payload}
        return 200, answer, {"X-Amz-Log-Result": base64.b64encode(log.encode()).decode(), "X-Amz-Executed-Version": "$LATEST"}


def reset(handler):
    """The connection ends with RST instead of an answer."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.close_connection = True
    handler.connection.close()


def status(code, error="", message="no", headers=None):
    def answer(handler):
        body = json.dumps({"Type": "Service", "message": message}).encode()
        handler.send_response(code)
        if error:
            handler.send_header("x-amzn-ErrorType", error)
        for name, value in (headers or {}).items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)
    return answer


def half(handler):
    """Promises more than it sends."""
    handler.send_response(200)
    handler.send_header("Content-Length", "500")
    handler.end_headers()
    handler.wfile.write(b'{"half":')
    handler.wfile.flush()
    handler.close_connection = True


def garbage(handler):
    body = b"<html>not what was asked for</html>"
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def endless(handler):
    """Goes on until the other side has had enough, or 100 MB."""
    handler.send_response(200)
    handler.end_headers()
    with contextlib.suppress(OSError):
        for _ in range(1600):
            handler.wfile.write(b"x" * 65536)
    handler.close_connection = True


def silent(seconds):
    def answer(handler):
        deadline = time.monotonic() + seconds
        handler.connection.settimeout(0.1)
        while time.monotonic() < deadline:
            try:
                if handler.connection.recv(1) == b"":
                    break
            except TimeoutError:
                continue
            except OSError:
                break
        handler.close_connection = True
    return answer


def find_function_name(request):
    match = re.search(r"/functions/([^/?]+)", request.path)
    return urllib.parse.unquote(match.group(1)) if match else ""
