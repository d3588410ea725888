// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <cstdint>

namespace tierscope::ui {

/// The words that not everybody knows.
enum class Term : std::uint8_t {
    VisibleVcpu,
    CreditVcpu,
    Quota,
    Throttled,
    Dilation,
    BreakEven,
    SpeedUp,
    Efficiency,
    Cap,
    Spread,
    GbSecond,
    Model
};
inline constexpr Term kLastTerm = Term::Model;

/// "Credit vCPU", to head an explanation.
[[nodiscard]] QString glossaryTitle(Term term);
/// One or two whole sentences.
[[nodiscard]] QString glossaryText(Term term);

} // namespace tierscope::ui
