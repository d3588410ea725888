# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
#
# Toolchain file: builds for arm64 with Debian's cross compiler (g++-aarch64-linux-gnu). Of the libraries, only headers are used.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_C_COMPILER aarch64-linux-gnu-gcc)
set(CMAKE_CXX_COMPILER aarch64-linux-gnu-g++)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
find_program(TIERSCOPE_QEMU_ARM64 NAMES qemu-aarch64-static qemu-aarch64)
if(TIERSCOPE_QEMU_ARM64)
    set(CMAKE_CROSSCOMPILING_EMULATOR ${TIERSCOPE_QEMU_ARM64})
endif()
# fmt's package is filed under this computer's architecture, though its header-only target belongs to none.
file(GLOB TIERSCOPE_FMT_FOLDERS /usr/lib/*-linux-gnu/cmake/fmt)
if(TIERSCOPE_FMT_FOLDERS)
    list(GET TIERSCOPE_FMT_FOLDERS 0 fmt_DIR)
endif()
