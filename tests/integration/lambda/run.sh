#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
#
# The Lambda side against peers, all on loopback: botocore and the AWS CLI, and moto's control plane, also with kill -9 between every two
# requests. (ctest runs fault_test.py and kill_test.py over a server of ours.) Needs Debian's python3-botocore, python3-venv and awscli; moto comes from PyPI into a folder of the
# build.
#
# usage: run.sh BUILD-FOLDER
set -euo pipefail
build=$(cd "${1:?usage: run.sh BUILD-FOLDER}" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")"
export TIERSCOPE_CLI=$build/bin/tierscope-cli PYTHONDONTWRITEBYTECODE=1

venv=$build/moto
if [[ ! -x $venv/bin/moto_server ]]; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check 'moto[server]==5.2.5'
fi

/usr/bin/python3 peers_test.py

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
"$venv/bin/moto_server" -H 127.0.0.1 -p "$port" >"$build/moto.log" 2>&1 &
moto=$!
trap 'kill "$moto" 2>/dev/null || true' EXIT
for ((attempt = 0; attempt < 300; ++attempt)); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break
    sleep 0.1
done
TIERSCOPE_MOTO=$port /usr/bin/python3 kill_test.py
TIERSCOPE_MOTO=$port /usr/bin/python3 moto_test.py
