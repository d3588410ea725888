# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
find_package(rapidcheck REQUIRED)
set(tier_tests tier/TierCatalogueTest.cpp tier/QuotaLawTest.cpp tier/QuotaCorrectionTest.cpp tier/CgroupFilesTest.cpp
    tier/CpuTraceTest.cpp tier/SandboxTest.cpp)
find_package(PkgConfig REQUIRED)
pkg_check_modules(SYSTEMD IMPORTED_TARGET libsystemd)
find_program(DBUS_DAEMON dbus-daemon)
if(SYSTEMD_FOUND AND DBUS_DAEMON)
    list(APPEND tier_tests tier/SystemdUserScopeTest.cpp)
endif()
tierscope_test(tier_test SOURCES ${tier_tests} LIBRARIES core rapidcheck rapidcheck_gtest $<TARGET_NAME_IF_EXISTS:PkgConfig::SYSTEMD>)
