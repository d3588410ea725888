// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/aws/Retry.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace tierscope::core {

bool pauseFor(std::chrono::milliseconds time, const std::stop_token& stop)
{
    std::mutex mutex;
    std::condition_variable_any wakeUp;
    std::unique_lock lock(mutex);
    wakeUp.wait_for(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

std::chrono::milliseconds backoffTime(const RetryPolicy& policy, int failedAttempts, std::mt19937_64& engine)
{
    constexpr int kMostDoublings = 20;
    const std::int64_t doublings = std::int64_t{1} << std::clamp(failedAttempts - 1, 0, kMostDoublings);
    const std::int64_t most = std::min<std::int64_t>(policy.most.count(), policy.first.count() * doublings);
    return std::chrono::milliseconds(std::uniform_int_distribution<std::int64_t>(0, std::max<std::int64_t>(0, most))(engine));
}

} // namespace tierscope::core
