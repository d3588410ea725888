#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
"""Packs files for AWS Lambda: package.py ZIP FILE...

The same files give the same bytes, whenever and by whomever they are packed, so that Lambda's CodeSha256 tells whether a function is
up to date. Lambda extracts as another user: everything is readable by all, and what is executable here is executable there."""
import os
import sys
import zipfile

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip file can hold
UNIX = 3


def pack(package, files):
    os.makedirs(os.path.dirname(os.path.abspath(package)), exist_ok=True)
    unfinished = package + ".part"
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(files, key=os.path.basename):
            entry = zipfile.ZipInfo(os.path.basename(file), EPOCH)
            entry.create_system = UNIX
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o100755 if os.access(file, os.X_OK) else 0o100644) << 16
            with open(file, "rb") as content:
                archive.writestr(entry, content.read())
    os.replace(unfinished, package)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit("usage: package.py ZIP FILE...")
    pack(sys.argv[1], sys.argv[2:])
