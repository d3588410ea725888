// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/Sample.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace tierscope::core {

/// Where a run's wall time went.
enum class WallPart : std::uint8_t {
    Compute,      ///< the tasks' CPU time without contention, spread evenly over what the tier may use at once
    ProcessStart, ///< slots that wait for a process to begin with its task
    Throttled,    ///< the quota held the run back
    Contention,   ///< tasks took longer than alone, beyond what the quota explains
    IdleSlots,    ///< slots without a task in the last wave, and with fewer tasks than slots
    Scheduler,    ///< the rest: nothing ran and nothing was being started
};
inline constexpr std::size_t kWallParts = 6;
[[nodiscard]] const char* wallPartName(WallPart part);

/// In seconds of the tier's time. None is negative; together they are the sample's wallSeconds.
struct Decomposition {
    std::array<double, kWallParts> seconds{};
    double wallSeconds = 0;
    [[nodiscard]] double of(WallPart part) const { return seconds[static_cast<std::size_t>(part)]; }
    /// The largest besides Compute.
    [[nodiscard]] WallPart largestLoss() const;
    bool operator==(const Decomposition&) const = default;
};

/// Nothing where the sample has no task that was started. `aloneCpuSeconds` is what one task takes with a CPU to itself (as measured, such
/// as the experiment's least median over its sequential runs); without it the run's own fastest task stands for it. Pure; O(n log n).
[[nodiscard]] std::optional<Decomposition> decompose(const Sample& sample, std::optional<double> aloneCpuSeconds = std::nullopt);

} // namespace tierscope::core
