// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"
#include "core/base/Units.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tierscope::core {

inline constexpr MemoryMb kSmallestTier{128};
inline constexpr MemoryMb kLargestTier{10240};
/// Memory at which a function has one vCPU of credit (AWS Lambda developer guide, "Configure Lambda function memory").
inline constexpr MemoryMb kOneVcpuMemory{1769};
/// The tier of a run that is not limited (`--tiers none`).
inline constexpr MemoryMb kUnlimitedTier{0};

[[nodiscard]] constexpr bool isLambdaTier(MemoryMb memory)
{
    return memory >= kSmallestTier && memory <= kLargestTier;
}

/// CPU time a function of this memory may use per wall time: memory / 1769 MB.
[[nodiscard]] CpuShare creditShare(MemoryMb memory);

/// CPUs a function of this memory sees: 2 up to 3008 MB, 3 up to 5307, 4 up to 7076, 5 up to 8845, 6 up to 10240.
[[nodiscard]] int visibleVcpus(MemoryMb memory);

/// The eight tiers of the reference measurements.
[[nodiscard]] std::span<const MemoryMb> articleTiers();
/// The last tier of each visible-vCPU step, with the halvings below one vCPU.
[[nodiscard]] std::span<const MemoryMb> stepTiers();

/// "article", "steps", "none" (an empty list: unlimited) or "128,512,…". Fails with a sentence that names the wrong word.
/// The list is returned ascending without doubles.
[[nodiscard]] Result<std::vector<MemoryMb>> parseTiers(std::string_view text);
/// "128,512": what parseTiers reads back; "none" for an empty list.
[[nodiscard]] std::string formatTiers(std::span<const MemoryMb> tiers);
/// "128 MB", "unlimited".
[[nodiscard]] std::string tierName(MemoryMb memory);

} // namespace tierscope::core
