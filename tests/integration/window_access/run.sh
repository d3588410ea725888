#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
#
# The window from outside, as somebody who does not see it and has no mouse uses it: on a display and a session bus of its own, under a window
# manager, by its accessibility tree and the keyboard only. Leaves a picture of every step in the build folder, and no process.
#
# usage: run.sh [BUILD-FOLDER]      default: build/release
# Needs xvfb, openbox, at-spi2-core, dbus-daemon, python3-pyatspi, xdotool and, for the pictures, imagemagick.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build=$(cd "${1:-$here/../../../build/release}" && pwd)
pictures=$build/window_access
mkdir -p "$pictures"

if [[ ${2:-} != inside ]]; then
    work=$(mktemp -d)
    display_fifo=$work/display
    mkfifo "$display_fifo"
    Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp 3>"$display_fifo" >"$work/xvfb.log" 2>&1 &
    xvfb=$!
    trap 'kill "$xvfb" 2>/dev/null || true; wait "$xvfb" 2>/dev/null || true; rm -rf "$work"' EXIT
    read -r -t 20 number <"$display_fifo" || {
        cat "$work/xvfb.log" >&2
        exit 1
    }
    mkdir -p "$work/home" "$work/run"
    chmod 700 "$work/run"
    export DISPLAY=:$number HOME=$work/home XDG_RUNTIME_DIR=$work/run XDG_DATA_HOME=$work/home/data XDG_CONFIG_HOME=$work/home/config
    export TIERSCOPE_DATABASE=$work/experiments.sqlite QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8
    unset WAYLAND_DISPLAY
    timeout 240 dbus-run-session -- "$here/run.sh" "$build" inside 2>"$work/session.log" || {
        status=$?
        grep -v -E 'dbus-daemon|SpiRegistry|Openbox-Message' "$work/session.log" >&2 || true
        exit "$status"
    }
    exit 0
fi

/usr/libexec/at-spi-bus-launcher --launch-immediately &
launcher=$!
openbox &
manager=$!
"$build/bin/tierscope" &
window=$!
trap 'kill "$window" "$manager" "$launcher" 2>/dev/null || true; wait' EXIT
/usr/bin/python3 "$here/window_access.py" "$window" "$pictures"
