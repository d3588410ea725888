# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
#
# Sourced by app/run.sh, tests/run.sh and .ci/run: what each needs from Debian 12 or Ubuntu 24.04, how it gets
# there, and how Tierscope is built.
# shellcheck disable=SC2034

build_packages=(
    g++ cmake ninja-build pkg-config
    qt6-base-dev qt6-charts-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n
    nlohmann-json3-dev libexpected-dev libfmt-dev libcli11-dev libsqlite3-dev libsqlitecpp-dev libsystemd-dev libnlopt-dev libnlopt-cxx-dev
    libcurl4-openssl-dev libssl-dev
    python3 fonts-dejavu-core
)
# Debian 12 has a part of qt6-base-dev, which Qt Charts asks for, in a package of its own.
if grep -qs '^VERSION_CODENAME=bookworm$' /etc/os-release; then
    build_packages+=(libqt6opengl6-dev)
fi
test_packages=(dbus-daemon libgtest-dev libgmock-dev librapidcheck-dev fonts-noto-cjk)
ci_packages=(
    ccache shellcheck clang libclang-rt-dev clang-format-14 clang-tidy-14 libbenchmark-dev
    awscli python3-botocore python3-venv
    qemu-system-x86 busybox-static cpio
    xvfb openbox at-spi2-core dbus python3-pyatspi xdotool
    g++-aarch64-linux-gnu qemu-user-static
)
command -v go >/dev/null || ci_packages+=(golang-go)
command -v npm >/dev/null || ci_packages+=(nodejs npm)

say() { printf '%s\n' "$*" >&2; }

is_installed() { [[ $(dpkg-query -W -f '<${db:Status-Status}>' "$1" 2>/dev/null) == *"<installed>"* ]]; }

# Prints those of the given packages that are not installed.
missing_packages() {
    local package
    for package in "$@"; do
        is_installed "$package" || printf '%s\n' "$package"
    done
}

apt_get() {
    local command=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@")
    if ((EUID != 0)); then
        command=(sudo "${command[@]}")
    fi
    "${command[@]}" </dev/null
}

# Installs what is missing of the given packages. Fails, naming them, when that needs rights that nobody here has.
require_packages() {
    local missing log
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "This is not Debian or Ubuntu, so nothing is installed. Needed are the packages that Debian calls: $*"
        return 0
    fi
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]} == 0)) && return 0
    if ((EUID != 0)) && ! command -v sudo >/dev/null; then
        say "Packages are missing, and installing them needs root or sudo. As root, run:"
        say "  apt-get update && apt-get install --no-install-recommends ${missing[*]}"
        return 1
    fi
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    log=$(mktemp)
    if ! apt_get update >"$log" 2>&1; then
        say "The package lists could not be refreshed; the ones at hand are used. apt-get said:"
        grep -E '^(E|W):' "$log" >&2 || tail -n 5 "$log" >&2
    fi
    if ! apt_get install -y --no-install-recommends "${missing[@]}" >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        rm -f "$log"
        say "apt-get could not install: ${missing[*]}"
        say "Install them by hand (on Ubuntu they are in \"universe\"), then run this again."
        return 1
    fi
    rm -f "$log"
}

# Configures and builds: FOLDER CMAKE-ARGUMENT... Speaks on stderr only: progress on a terminal, elsewhere only what goes wrong.
# Several sources at a time ("unity"), which from nothing takes half as long; the presets dev and release compile each by itself.
build() {
    local folder=$1 quiet=()
    shift
    [[ -t 2 ]] || quiet=(-- --quiet)
    say "Building in $folder (the first time takes a few minutes)"
    cmake -S . -B "$folder" -G Ninja --log-level=WARNING -DCMAKE_UNITY_BUILD=ON "$@" >&2 || return
    cmake --build "$folder" --parallel "$(nproc)" "${quiet[@]}" >&2
}
