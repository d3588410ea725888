// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/ExperimentSpec.h"

#include <span>
#include <string_view>

namespace tierscope::core {

inline constexpr const char* kQuickLook = "quick-look";

/// A ready-made experiment to start from.
struct Preset {
    std::string_view id;    ///< kQuickLook, "reference-cpp", "reference-python", "command", "python"
    std::string_view title; ///< English; ui translates by id
    std::string_view summary;
};

[[nodiscard]] std::span<const Preset> presets();

/// The preset's spec. kQuickLook sizes its kernel by timing it on this computer (about 0.1 s), so that all eight article tiers in both
/// modes take about 30 s here. NotFound for an unknown id.
[[nodiscard]] Result<ExperimentSpec> presetSpec(std::string_view id);

} // namespace tierscope::core
