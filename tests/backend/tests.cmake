# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
tierscope_test(backend_test
    SOURCES backend/LambdaSampleTest.cpp backend/LocalBackendTest.cpp backend/RestoreJournalTest.cpp
    LIBRARIES core)
add_dependencies(backend_test tierscope-runner)
