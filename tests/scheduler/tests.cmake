# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
find_package(rapidcheck REQUIRED)
tierscope_test(scheduler_test
    SOURCES scheduler/CappedSchedulerTest.cpp
    LIBRARIES core_runner rapidcheck rapidcheck_gtest)
