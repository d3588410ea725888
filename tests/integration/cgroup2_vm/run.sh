#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
#
# Proves the cgroup v2 sandbox on a kernel that has cgroup v2 only: boots Debian's own kernel in a small virtual machine (software
# emulation will do) with an initramfs of busybox and the programs of a Release build, runs init there, and judges what it wrote.
#
# usage: run.sh [BUILD-FOLDER]      default: build/release
# Needs qemu-system-x86, busybox-static, cpio, python3 and, for the kernel's package, apt.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build=$(cd "${1:-$here/../../../build/release}" && pwd)
work=$build/cgroup2_vm
time_limit=300

say() { printf '%s\n' "$*" >&2; }

# The kernel is unpacked, never installed, and kept for the next time.
fetch_kernel() {
    local package
    package=$(apt-cache depends linux-image-cloud-amd64 | awk '$1 == "Depends:" && $2 ~ /^linux-image-[0-9]/ { print $2; exit }')
    if [[ -z $package ]]; then
        say "The package lists name no kernel for linux-image-cloud-amd64: run apt-get update, then this again."
        return 1
    fi
    kernel=$work/kernel/boot/vmlinuz-${package#linux-image-}
    [[ -f $kernel ]] && return 0
    rm -rf "$work/kernel" "$work/download"
    mkdir -p "$work/kernel" "$work/download"
    (cd "$work/download" && apt-get -q download "$package" >apt.log 2>&1) || {
        cat "$work/download/apt.log" >&2
        return 1
    }
    dpkg-deb --fsys-tarfile "$work"/download/linux-image-*.deb | tar -x -C "$work/kernel" ./boot
    rm -rf "$work/download"
    [[ -f $kernel ]]
}

# What is installed, busybox, and the shared libraries that tierscope-cli loads.
build_initramfs() {
    local root=$work/root library
    rm -rf "$root"
    mkdir -p "$root"/{bin,proc,sys,dev,tmp,etc,home/user}
    cmake --install "$build" --prefix "$root/usr" >/dev/null
    ldd "$root/usr/bin/tierscope-cli" | awk '{ for (i = 1; i <= NF; ++i) if ($i ~ "^/") print $i }' | while read -r library; do
        install -D "$library" "$root$library"
    done
    install "$(command -v busybox)" "$root/bin/busybox"
    install "$here/init" "$root/init"
    printf 'root:x:0:0:root:/:/bin/sh\nuser:x:1000:1000:user:/home/user:/bin/sh\n' >"$root/etc/passwd"
    printf 'root:x:0:\nuser:x:1000:\n' >"$root/etc/group"
    (cd "$root" && find . -print0 | cpio --null --create --format=newc --owner=0:0 --quiet) | gzip -1 >"$work/initramfs.gz"
}

boot() {
    rm -f "$work/console.log" "$work/results.txt"
    timeout --kill-after=10 "$time_limit" qemu-system-x86_64 -machine pc,accel=tcg -cpu max -smp 2 -m 1024 -no-reboot -nic none \
        -display none -monitor none -serial "file:$work/console.log" -serial "file:$work/results.txt" \
        -kernel "$kernel" -initrd "$work/initramfs.gz" -append "console=ttyS0 panic=-1 quiet" </dev/null || {
        say "The virtual machine did not end within $time_limit s. Its console said at last:"
        tail -n 30 "$work/console.log" >&2
        return 1
    }
}

fetch_kernel
build_initramfs
say "Booting ${kernel##*/} without acceleration takes a minute or two"
boot
python3 "$here/verdict.py" "$work/results.txt" || {
    say "What the machine wrote: $work/results.txt, its console: $work/console.log"
    exit 1
}
