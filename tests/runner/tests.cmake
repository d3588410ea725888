# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
find_package(rapidcheck REQUIRED)
tierscope_test(wire_test
    SOURCES runner/CorpusTest.cpp runner/GuardTest.cpp runner/RunReportTest.cpp runner/RunRequestTest.cpp runner/RunnerLineTest.cpp
    LIBRARIES core_runner rapidcheck rapidcheck_gtest)

if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/runner/python_runner_test.py)
    add_test(NAME python_runner COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/runner/python_runner_test.py)
    set_tests_properties(python_runner PROPERTIES TIMEOUT 600 LABELS runner)
endif()

add_test(NAME native_runner COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/runner/native_runner_test.py $<TARGET_FILE:tierscope-runner>)
set_tests_properties(native_runner PROPERTIES TIMEOUT 600 LABELS runner)
