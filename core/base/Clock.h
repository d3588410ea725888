// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <ctime>

namespace tierscope::core {

using Nanoseconds = std::chrono::nanoseconds;

/// CLOCK_MONOTONIC, which every process of this computer shares, so that times taken in a child compare with the parent's.
[[nodiscard]] inline Nanoseconds monotonicNow()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return std::chrono::seconds(now.tv_sec) + Nanoseconds(now.tv_nsec);
}

} // namespace tierscope::core
