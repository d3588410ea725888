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
emulator_module=github.com/aws/aws-lambda-runtime-interface-emulator/cmd/aws-lambda-rie
emulator_version=v0.0.0-20261030222936-bef5c4ba774d
go_toolchain=go1.26.6 # what this version of the emulator asks for
python_packages=(awslambdaric==4.2.2 cfn-lint==1.58.0)

say() { printf '%s\n' "$*" >&2; }

# Prints a Go that can build the emulator. Go fetches the toolchain that a module asks for since 1.21; for Debian 12's 1.19 we do the same:
# a toolchain is a module, whose programs only have to be made executable.
find_go() {
    local folder
    if [[ $(printf '%s\n' go1.21 "$(go env GOVERSION)" | sort -V | head -n 1) == go1.21 ]]; then
        command -v go
        return
    fi
    folder=$(timeout 600 go mod download -json "golang.org/toolchain@v0.0.1-$go_toolchain.linux-$(go env GOARCH)" |
        python3 -c 'import json, sys; print(json.load(sys.stdin)["Dir"])') || return
    chmod +x "$folder"/bin/* "$folder"/pkg/tool/*/*
    printf '%s\n' "$folder/bin/go"
}

# Builds or installs once; the name has the version, so that another version is another file.
prepare_tools() {
    local go
    emulator=$work/emulator-$emulator_version/aws-lambda-rie
    python=$work/venv-$(printf '%s\n' "${python_packages[@]}" | sha256sum | cut -c1-12)
    mkdir -p "$work"
    if [[ ! -x $emulator ]]; then
        say "Building the Runtime Interface Emulator (about a minute, once)"
        go=$(find_go)
        GOBIN=$(dirname "$emulator") timeout 600 "$go" install "$emulator_module@$emulator_version" >"$work/go.log" 2>&1 || {
            tail -n 20 "$work/go.log" >&2
            return 1
        }
    fi
    if [[ ! -f $python/ready ]]; then
        rm -rf "$python"
        python3 -m venv "$python"
        timeout 300 "$python/bin/pip" install --quiet --disable-pip-version-check "${python_packages[@]}" >&2
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
exec timeout --kill-after=10 180 "$python/bin/python" "$here/runtime_emulator.py" "$emulator" "$build/lambda" \
    "$(command -v qemu-aarch64-static || command -v qemu-aarch64)"
