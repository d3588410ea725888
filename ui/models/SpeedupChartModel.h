// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/SpeedUp.h"
#include "ui/models/CurveChart.h"

namespace tierscope::ui {

/// What is compared: parallel with sequential at each tier, or each tier with the base tier.
enum class SpeedupView : std::uint8_t { ParallelGain, TierGain };

/// By memory tier. The parallel gain stands against what whole tasks could gain at best and Amdahl's law as it is fitted; the tier gain
/// against the share of CPU, with the total gain of both beside it. Runs without a limit have no place on it.
[[nodiscard]] CurveChart makeSpeedupChart(const core::SpeedupAnalysis& analysis, SpeedupView view);

/// What the figures say, in one or two sentences; empty where there are none.
[[nodiscard]] QString speedupLead(const core::SpeedupAnalysis& analysis);

} // namespace tierscope::ui
