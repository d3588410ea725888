// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace tierscope::core {

/// Where a run's wall time went.
enum class WallPart : std::uint8_t {
    Compute,      ///< the tasks' CPU time without contention, and what they wait for themselves
    ProcessStart, ///< slots that wait for a process to begin with its task
    Throttled,    ///< the quota held the run back
    Contention,   ///< tasks took longer than alone, beyond what the quota explains
    IdleSlots,    ///< slots without a task in the last wave, and with fewer tasks than slots
    Scheduler,    ///< the rest: a task waited and its slot was free
};
inline constexpr std::size_t kWallParts = 6;
/// "process_start", for exports.
[[nodiscard]] const char* wallPartName(WallPart part);
/// "process start", for people.
[[nodiscard]] const char* wallPartText(WallPart part);

/// In seconds of the tier's time. None is negative; together they are the sample's wallSeconds. How: analysis/Decomposition.h.
struct Decomposition {
    std::array<double, kWallParts> seconds{};
    double wallSeconds = 0;
    double waitSeconds = 0;     ///< of Compute: tasks waited for themselves
    double taskCpuSeconds = 0;  ///< a task's CPU time, the mean of those that are done
    double taskWaitSeconds = 0; ///< likewise what it waited for itself
    [[nodiscard]] double of(WallPart part) const { return seconds[static_cast<std::size_t>(part)]; }
    /// The largest besides Compute.
    [[nodiscard]] WallPart largestLoss() const;
    bool operator==(const Decomposition&) const = default;
};

} // namespace tierscope::core
