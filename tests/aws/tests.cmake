# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
tierscope_test(aws_test
    SOURCES aws/CredentialsTest.cpp aws/LambdaClientTest.cpp aws/PriceListTest.cpp aws/ReportLineTest.cpp aws/SignatureTest.cpp
    LIBRARIES core)
