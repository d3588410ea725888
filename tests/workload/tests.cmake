# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
find_package(rapidcheck REQUIRED)
tierscope_test(workload_test
    SOURCES workload/KernelsTest.cpp workload/Sha256Test.cpp workload/WorkloadTest.cpp
    LIBRARIES core_runner fmt::fmt rapidcheck rapidcheck_gtest)
