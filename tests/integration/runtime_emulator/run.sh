#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
#
# Proves the functions to deploy under the AWS Lambda Runtime Interface Emulator, all on loopback: bootstrap for this computer, bootstrap
# for arm64 under qemu-user, and the Python handler under AWS's own runtime client. What runs is unpacked from the packages.
#
# usage: run.sh [BUILD-FOLDER]      default: build/release
# Needs Go, python3-venv, g++-aarch64-linux-gnu and qemu-user-static, and Go's and PyPI's registries the first time.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build=$(cd "${1:-$here/../../../build/release}" && pwd)
work=$build/runtime_emulator
emulator_version=v0.0.0-20261030222936-bef5c4ba774d
python_packages=(awslambdaric==4.2.2 cfn-lint==1.58.0)

say() { printf '%s\n' "$*" >&2; }

# Builds or installs once; the name has the version, so that another version is another file.
prepare_tools() {
    emulator=$work/emulator-$emulator_version/aws-lambda-rie
    python=$work/venv-$(printf '%s\n' "${python_packages[@]}" | sha256sum | cut -c1-12)
    mkdir -p "$work"
    if [[ ! -x $emulator ]]; then
        say "Building the Runtime Interface Emulator (about a minute, once)"
        GOBIN=$(dirname "$emulator") \
            go install "github.com/aws/aws-lambda-runtime-interface-emulator/cmd/aws-lambda-rie@$emulator_version" >"$work/go.log" 2>&1 || {
            tail -n 20 "$work/go.log" >&2
            return 1
        }
    fi
    if [[ ! -f $python/ready ]]; then
        rm -rf "$python"
        python3 -m venv "$python"
        "$python/bin/pip" install --quiet --disable-pip-version-check "${python_packages[@]}" >&2
        touch "$python/ready"
    fi
}

build_packages() {
    cmake --build "$build" --target lambda_package lambda_package_arm64 >"$work/build.log" 2>&1 || {
        tail -n 20 "$work/build.log" >&2
        return 1
    }
}

prepare_tools
build_packages
"$python/bin/cfn-lint" "$here/../../../resources/lambda/template.yaml"
exec timeout --kill-after=10 180 "$python/bin/python" "$here/runtime_emulator.py" "$emulator" "$build/lambda" "$(command -v qemu-aarch64-static || command -v qemu-aarch64)"
