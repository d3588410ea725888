// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

namespace tierscope::core {

/// The product's version, from CMake's project().
inline constexpr const char* kVersion = TIERSCOPE_VERSION;

} // namespace tierscope::core
