#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
#
# An exported trace under a reader that was written elsewhere: TracerBench's model of Chrome traces, from npm into a folder of the build.
# Needs Node.js with npm.
#
# usage: run.sh BUILD-FOLDER
set -euo pipefail
build=$(cd "${1:?usage: run.sh BUILD-FOLDER}" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")"

peer=$build/trace
if [[ ! -d $peer/node_modules/@tracerbench/trace-model ]]; then
    npm install --silent --no-save --no-audit --no-fund --ignore-scripts --prefix "$peer" '@tracerbench/trace-model@8.0.0'
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TIERSCOPE_DATABASE=$folder/experiments.sqlite
cli=$build/bin/tierscope-cli
# The last task fails, so that there are failures too.
"$cli" run --tiers 885,3008 --tasks 7 --repeats 1 -- sh -c 'test {index} -lt 6' >/dev/null 2>&1 || (($? == 1))
"$cli" export 1 --format json --output "$folder/experiment.json"
"$cli" export 1 --format chrome-trace --output "$folder/trace.json"
NODE_PATH=$peer/node_modules node trace_test.js "$folder/experiment.json" "$folder/trace.json"
