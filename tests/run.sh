#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
#
# Installs what is missing, builds and runs every test; arguments go to ctest. The exit status is ctest's.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source app/packages.sh

require_packages "${build_packages[@]}" "${test_packages[@]}"
build build/release -DCMAKE_BUILD_TYPE=Release -DTIERSCOPE_GUI=ON -DTIERSCOPE_TESTS=ON ${TIERSCOPE_WERROR:+"-DTIERSCOPE_WERROR=$TIERSCOPE_WERROR"}

status=0
ctest --test-dir build/release --output-on-failure --no-tests=error --parallel 2 "$@" || status=$?
say "Left out here: cgroup v2 in a virtual machine (tests/integration/cgroup2_vm/run.sh; .ci/run runs it)."
say "Left out here: the Lambda side against moto, botocore and the AWS CLI (tests/integration/lambda/run.sh; .ci/run runs it)."
exit "$status"
