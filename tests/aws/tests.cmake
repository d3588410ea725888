# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
tierscope_test(aws_test
    SOURCES aws/PriceListTest.cpp
    LIBRARIES core)
