// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/ExperimentStore.h"

namespace tierscope::tests {

/// A counted sample as the emulation of that tier would leave it (memory 0: not limited, on two CPUs).
[[nodiscard]] core::Sample chartSample(int memory, core::ScheduleMode mode, int cap, double seconds);

/// The published medians, each measured `repeats` times a few per cent apart; tiers that see more than two vCPUs are dilated.
[[nodiscard]] core::ExperimentRecord repeatedReference(int repeats);

} // namespace tierscope::tests
