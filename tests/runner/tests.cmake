# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
find_package(rapidcheck REQUIRED)
tierscope_test(wire_test
    SOURCES runner/CorpusTest.cpp runner/GuardTest.cpp runner/RunReportTest.cpp runner/RunRequestTest.cpp runner/RunnerLineTest.cpp
    LIBRARIES core_runner rapidcheck rapidcheck_gtest)

tierscope_test(function_test
    SOURCES runner/FunctionLoopTest.cpp runner/HttpConnectionTest.cpp runner/RuntimeApiTest.cpp
    LIBRARIES core_runner)

if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/runner/python_runner_test.py)
    add_test(NAME python_runner COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/runner/python_runner_test.py)
    set_tests_properties(python_runner PROPERTIES TIMEOUT 600 LABELS runner)
endif()

add_test(NAME native_runner COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/runner/native_runner_test.py $<TARGET_FILE:tierscope-runner>)
set_tests_properties(native_runner PROPERTIES TIMEOUT 600 LABELS runner)

add_test(NAME bootstrap COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/runner/bootstrap_test.py $<TARGET_FILE:bootstrap>)
add_test(NAME python_handler COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/runner/python_handler_test.py)
add_test(NAME lambda_package COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/runner/package_test.py ${CMAKE_SOURCE_DIR}/app/lambda/package.py)
set_tests_properties(bootstrap python_handler lambda_package PROPERTIES TIMEOUT 600 LABELS runner)
