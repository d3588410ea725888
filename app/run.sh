#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
#
# Installs what is missing, builds Tierscope and opens its window; arguments go to the program. Without a display the default
# experiment runs on the command line instead.
set -euo pipefail
caller=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."
top=$PWD
source app/packages.sh

require_packages "${build_packages[@]}"
build build/release -DCMAKE_BUILD_TYPE=Release -DTIERSCOPE_GUI=ON -DTIERSCOPE_TESTS=OFF

cd "$caller"
if [[ -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]]; then
    exec "$top/build/release/bin/tierscope" "$@"
fi
say "No display (neither DISPLAY nor WAYLAND_DISPLAY is set): running the default experiment on this computer without a window."
exec "$top/build/release/bin/tierscope-cli" run "$@"
