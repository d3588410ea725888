#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
"""The packages that are deployed. Usage: package_test.py PACKAGE.PY [unittest options]"""
import os
import subprocess
import sys
import tempfile
import unittest
import zipfile

PACKAGER = ""


class PackageTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def write(self, name, content, mode):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content)
        os.chmod(path, mode)
        return path

    def pack(self, name, *files):
        package = os.path.join(self.folder, name)
        subprocess.run([sys.executable, PACKAGER, package, *files], check=True, timeout=60)
        return package

    def test_keeps_content_and_who_may_execute_whatever_the_umask(self):
        package = self.pack("sub/a.zip", self.write("x/bootstrap", b"program" * 99, 0o700), self.write("work.py", b"pass\n", 0o600))
        with zipfile.ZipFile(package) as archive:
            self.assertIsNone(archive.testzip())
            self.assertEqual([(entry.filename, entry.external_attr >> 16, entry.create_system) for entry in archive.infolist()],
                             [("bootstrap", 0o100755, 3), ("work.py", 0o100644, 3)])
            self.assertEqual(archive.read("bootstrap"), b"program" * 99)

    def test_gives_the_same_bytes_for_the_same_files(self):
        first, second = self.write("1/a", b"a", 0o644), self.write("1/b", b"b", 0o755)
        one = self.pack("one.zip", first, second)
        os.utime(first, (1, 1))
        other = self.pack("other.zip", self.write("2/b", b"b", 0o775), first)
        with open(one, "rb") as left, open(other, "rb") as right:
            self.assertEqual(left.read(), right.read())

    def test_leaves_no_half_package(self):
        with self.assertRaises(subprocess.CalledProcessError):
            subprocess.run([sys.executable, PACKAGER, os.path.join(self.folder, "a.zip"), os.path.join(self.folder, "missing")],
                           check=True, timeout=60, stderr=subprocess.DEVNULL)
        self.assertFalse(os.path.exists(os.path.join(self.folder, "a.zip")))


if __name__ == "__main__":
    PACKAGER = sys.argv.pop(1)
    unittest.main()
