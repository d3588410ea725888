// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Error.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <random>
#include <stop_token>

namespace tierscope::core {

/// Waits; false when the stop was requested first. Tests give one that takes no time.
using Pause = std::function<bool(std::chrono::milliseconds time, const std::stop_token& stop)>;
[[nodiscard]] bool pauseFor(std::chrono::milliseconds time, const std::stop_token& stop);

/// Exponential backoff with full jitter (AWS Architecture Blog 2015, "Exponential Backoff And Jitter"): before attempt n+1 a random time
/// between 0 and min(most, first x 2^n).
struct RetryPolicy {
    int attempts = 6; ///< in all
    std::chrono::milliseconds first{200};
    std::chrono::milliseconds most{10'000};
};
[[nodiscard]] std::chrono::milliseconds backoffTime(const RetryPolicy& policy, int failedAttempts, std::mt19937_64& engine);

/// Told before each pause: what went wrong and for how long it waits.
struct RetryNotice {
    Error error;
    int attempt = 1; ///< the one that failed, from 1
    int attempts = 1;
    std::chrono::milliseconds pause{0};
};
using RetrySink = std::function<void(const RetryNotice&)>;

} // namespace tierscope::core
