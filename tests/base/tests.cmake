# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
find_package(rapidcheck REQUIRED)
tierscope_test(base_test
    SOURCES base/CpuTopologyTest.cpp base/JsonReaderTest.cpp base/ProgramsTest.cpp base/TextTest.cpp
    LIBRARIES core_runner rapidcheck rapidcheck_gtest)
