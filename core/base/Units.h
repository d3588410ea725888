// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>

namespace tierscope::core {

inline constexpr double kMsPerSecond = 1000;

/// A Lambda memory size in MB (1 MB = 1024 x 1024 bytes, as Lambda counts).
struct MemoryMb {
    int value = 0;
    auto operator<=>(const MemoryMb&) const = default;
    [[nodiscard]] std::int64_t bytes() const { return std::int64_t{value} * 1024 * 1024; }
};

/// CPU time per wall time, in CPUs: 0.5 is half a CPU, 5.79 is almost six.
struct CpuShare {
    double value = 0;
    auto operator<=>(const CpuShare&) const = default;
};

/// The factor by which time is stretched where a tier has more vCPUs than this computer; 1 is plain, never less.
struct Dilation {
    double factor = 1;
    auto operator<=>(const Dilation&) const = default;
    [[nodiscard]] bool isPlain() const { return factor <= 1.0; }
};

} // namespace tierscope::core
