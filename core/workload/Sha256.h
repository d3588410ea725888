// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace tierscope::core {

using Sha256Digest = std::array<std::uint8_t, 32>;

/// SHA-256 of FIPS 180-4 as work for a processor: plain integer code, so that the runner stays small and every processor does the same. Not
/// meant to protect anything.
[[nodiscard]] Sha256Digest sha256(std::span<const std::uint8_t> message);

} // namespace tierscope::core
