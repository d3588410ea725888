#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
"""What others make of our requests: botocore recomputes each signature and serialises each request itself, and the AWS CLI sends the same
to the same server. Needs Debian's python3-botocore, and awscli for the last part."""

import base64
import io
import json
import os
import re
import shutil
import subprocess
import unittest
import urllib.parse
import zipfile

import botocore.auth
import botocore.awsrequest
import botocore.credentials
import botocore.serialize
import botocore.session
import botocore.validate
from lambda_server import ACCOUNT, Function, LambdaServer, arn_of
from lambda_support import SECRET, LambdaTest

MODEL = botocore.session.get_session().get_service_model("lambda")
TOKEN = "FwoGZXIvYXdzE//////token+with/signs=="


class Deployed(Function):
    """Also makes, tags, updates and deletes functions, and lists them in pages."""

    def __init__(self):
        super().__init__()
        self.exists = True
        self.tags = {"tierscope": "deployed"}

    def control(self, request):
        gone = (404, {"Type": "User", "message": "no function"}, {"x-amzn-ErrorType": "ResourceNotFoundException"})
        last = request.segments[-1]
        if last == "functions" and request.method == "POST":
            self.exists = True
            return 201, dict(self.config), {}
        if last == "functions":
            marker = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(request.path).query)).get("Marker")
            return 200, {"Functions": [self.config], **({} if marker else {"NextMarker": "a/b+c d=é"})}, {}
        if "tags" in request.segments:
            return 200, {"Tags": self.tags}, {}
        if not self.exists:
            return gone
        if last == "versions":
            return 200, {"Versions": [dict(self.config, Version=version) for version in ("$LATEST", "1")]}, {}
        if last == "code":
            self.touch()
            return 200, dict(self.config), {}
        if request.method == "DELETE":
            self.exists = False
            return 204, b"", {}
        return None


class PeerServer(LambdaServer):
    def control(self, request):
        return self.function.control(request) or super().control(request)


def operation_of(request):
    last = request.segments[-1]
    if request.method == "DELETE":
        return "DeleteFunction"
    if "tags" in request.segments:
        return "ListTags"
    if last == "functions":
        return "CreateFunction" if request.method == "POST" else "ListFunctions"
    return {"configuration": "UpdateFunctionConfiguration" if request.method == "PUT" else "GetFunctionConfiguration",
            "invocations": "Invoke", "versions": "ListVersionsByFunction", "code": "UpdateFunctionCode", "account-settings": "GetAccountSettings"}[last]


def parameters_of(request, operation):
    """The request read backwards, as the service would."""
    query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(request.path).query))
    parameters = {}
    if len(request.segments) > 2 and "tags" not in request.segments:
        parameters["FunctionName"] = request.segments[2]
    if operation == "ListTags":
        members = MODEL.operation_model(operation).input_shape.members
        parameters["Resource"] = request.segments[2]
        assert "Resource" in members
    for name, value in query.items():
        parameters[name] = int(value) if name == "MaxItems" else value
    if operation == "Invoke":
        headers = {name.lower(): value for name, value in request.headers.items()}
        parameters.update(InvocationType=headers["x-amz-invocation-type"], LogType=headers["x-amz-log-type"])
        if request.body:
            parameters["Payload"] = request.body
    elif request.body:
        body = json.loads(request.body)
        for holder in (body, body.get("Code", {})):
            if "ZipFile" in holder:
                holder["ZipFile"] = base64.b64decode(holder["ZipFile"])
        parameters.update(body)
    return parameters


class PeersTest(LambdaTest):
    def setUp(self):
        super().setUp()
        self.environment["AWS_SESSION_TOKEN"] = TOKEN
        self.server = self.serve(PeerServer(Deployed()))
        package = io.BytesIO()
        with zipfile.ZipFile(package, "w") as archive:
            archive.writestr("bootstrap", "x")
        self.zip = self.path("package.zip")
        with open(self.zip, "wb") as file:
            file.write(package.getvalue())

    def drive(self):
        """Every kind of request that Tierscope sends."""
        place = ("--endpoint-url", self.server.url)
        self.run_cli("lambda", "list", *place)
        out, _ = self.run_cli("lambda", "list", "--function", arn_of("work"), "--json", *place)
        self.assertEqual([function["version"] for function in json.loads(out)], ["$LATEST", "1"])
        self.run_cli("lambda", "invoke", "--function", "work", "--payload", '{"text":"日本語 é"}', *place)
        self.run_cli("lambda", "invoke", "--function", arn_of("work"), "--qualifier", "live", "--payload", "[1]", *place)
        self.run_cli("lambda", "invoke", "--function", f"{ACCOUNT}:function:work", *place)
        self.run_cli(*self.sweep_arguments(self.server.url))
        self.run_cli("lambda", "deploy", "--function", "work", "--zip", self.zip, *place, expected=2)
        self.server.function.config["Runtime"] = "provided.al2023"
        self.run_cli("lambda", "deploy", "--function", "work", "--zip", self.zip, *place)
        self.run_cli("lambda", "remove", "--function", "work", "--yes", *place)
        self.run_cli("lambda", "deploy", "--function", "work", "--zip", self.zip, "--role", f"arn:aws:iam::{ACCOUNT}:role/work",
                     "--architecture", "arm64", *place)
        return list(self.server.requests)

    def test_botocore_signs_and_serialises_the_same(self):
        seen = set()
        for request in self.drive():
            operation = operation_of(request)
            seen.add(operation)
            with self.subTest(request=request):
                self.check_signature(request)
                self.check_shape(request, operation)
        self.assertEqual(seen, {"ListFunctions", "Invoke", "GetFunctionConfiguration", "UpdateFunctionConfiguration", "GetAccountSettings",
                                "ListTags", "UpdateFunctionCode", "DeleteFunction", "CreateFunction", "ListVersionsByFunction"})

    def check_signature(self, request):
        headers = {name.lower(): value for name, value in request.headers.items()}
        given = re.fullmatch(r"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\d{8}/eu-west-1/lambda/aws4_request, SignedHeaders=([a-z0-9;-]+), "
                             r"Signature=([0-9a-f]{64})", headers["authorization"])
        self.assertTrue(given, headers["authorization"])
        self.assertEqual(headers["x-amz-security-token"], TOKEN)
        signed = given.group(1).split(";")
        self.assertLessEqual({"host", "x-amz-date", "x-amz-security-token"}, set(signed))
        aws = botocore.awsrequest.AWSRequest(method=request.method, url=self.server.url + request.path, data=request.body,
                                             headers={name: headers[name] for name in signed if name != "host"})
        judge = botocore.auth.SigV4Auth(botocore.credentials.Credentials("AKIDEXAMPLE", SECRET, TOKEN), "lambda", "eu-west-1")
        aws.context["timestamp"] = headers["x-amz-date"]
        text = judge.string_to_sign(aws, judge.canonical_request(aws))
        self.assertEqual(judge.signature(text, aws), given.group(2))

    def check_shape(self, request, operation):
        model = MODEL.operation_model(operation)
        parameters = parameters_of(request, operation)
        if model.input_shape is not None:
            if "Resource" not in model.input_shape.members and "Resource" in parameters:
                parameters["ARN"] = parameters.pop("Resource")
            report = botocore.validate.ParamValidator().validate(parameters, model.input_shape)
            self.assertFalse(report.has_errors(), report.generate_report())
        theirs = botocore.serialize.create_serializer("rest-json").serialize_to_request(parameters, model)
        split = urllib.parse.urlsplit(request.path)
        self.assertEqual(request.method, theirs["method"])
        self.assertEqual(split.path, theirs["url_path"].rstrip("/"))
        self.assertEqual(dict(urllib.parse.parse_qsl(split.query)), {name: str(value) for name, value in theirs["query_string"].items()})
        body = theirs["body"] or b""
        if operation == "Invoke":
            self.assertEqual(request.body, body)
        else:
            self.assertEqual(json.loads(request.body or b"{}"), json.loads(body or b"{}"))

    def aws(self, *arguments):
        subprocess.run(["/usr/bin/aws", "lambda", *arguments, "--endpoint-url", self.server.url, "--no-cli-pager"], check=True,
                       stdout=subprocess.DEVNULL, env={**self.environment, "AWS_MAX_ATTEMPTS": "1"}, timeout=60)

    @unittest.skipUnless(os.path.exists("/usr/bin/aws"), "awscli is not installed")
    def test_the_aws_cli_sends_the_same(self):
        def core(request):
            return (request.method, request.segments, sorted(urllib.parse.parse_qsl(urllib.parse.urlsplit(request.path).query)),
                    request.body if request.is_invocation else json.loads(request.body or b"null"))
        self.run_cli("lambda", "invoke", "--function", "work", "--qualifier", "live", "--payload", '{"text":"é"}', "--endpoint-url",
                     self.server.url)
        self.run_cli(*self.sweep_arguments(self.server.url, tiers="512"))
        self.run_cli("lambda", "remove", "--function", "work", "--yes", "--endpoint-url", self.server.url)
        ours = list(self.server.requests)
        update = next(request for request in ours if request.is_update)
        self.server.function = Deployed()
        del self.server.requests[:]
        self.aws("invoke", "--function-name", "work", "--qualifier", "live", "--cli-binary-format", "raw-in-base64-out", "--payload",
                 '{"text":"é"}', "--log-type", "Tail", self.path("out"))
        self.aws("update-function-configuration", "--function-name", "work", "--memory-size", "512", "--revision-id",
                 json.loads(update.body)["RevisionId"])
        self.aws("get-function-configuration", "--function-name", "work")
        self.aws("delete-function", "--function-name", "work")
        ours = [core(request) for request in ours]
        for request in self.server.requests:
            self.assertIn(core(request), ours)
        self.assertEqual(len(self.server.requests), 4)

    def test_the_aws_cli_gives_credentials_of_a_profile_with_a_role(self):
        if not shutil.which("aws", path=self.environment["PATH"]):
            self.skipTest("awscli is not installed")
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
            del self.environment[name]
        os.makedirs(self.path(".aws"))
        # A program in the place of the AWS CLI that answers as it does: signing in for real needs AWS.
        os.makedirs(self.path("bin"))
        with open(self.path("bin/aws"), "w", encoding="utf-8") as file:
            file.write(f"#!/bin/sh\n[ \"$*\" = 'configure export-credentials --format process --profile work' ] || exit 3\n"
                       f'echo \'{{"Version":1,"AccessKeyId":"AKIDEXAMPLE","SecretAccessKey":"{SECRET}","SessionToken":"{TOKEN}"}}\'\n')
        os.chmod(self.path("bin/aws"), 0o755)
        self.environment["PATH"] = self.path("bin") + ":" + self.environment["PATH"]
        with open(self.path(".aws/config"), "w", encoding="utf-8") as file:
            file.write("[profile work]\nrole_arn = arn:aws:iam::123456789012:role/x\nsource_profile = base\nregion = eu-west-1\n")
        self.run_cli("lambda", "list", "--profile", "work", "--endpoint-url", self.server.url)
        self.check_signature(self.server.requests[0])

    def test_credential_process_is_started_without_a_shell(self):
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"):
            del self.environment[name]
        os.makedirs(self.path(".aws"))
        with open(self.path("give keys"), "w", encoding="utf-8") as file:
            file.write(f"#!/bin/sh\n[ \"$1\" = '$HOME;x' ] || exit 3\n"
                       f'echo \'{{"Version":1,"AccessKeyId":"AKIDEXAMPLE","SecretAccessKey":"{SECRET}","SessionToken":"{TOKEN}"}}\'\n')
        os.chmod(self.path("give keys"), 0o755)
        with open(self.path(".aws/config"), "w", encoding="utf-8") as file:
            file.write(f"[default]\ncredential_process = \"{self.path('give keys')}\" $HOME;x\n")
        self.run_cli("lambda", "list", "--endpoint-url", self.server.url)
        self.check_signature(self.server.requests[0])


if __name__ == "__main__":
    unittest.main()
