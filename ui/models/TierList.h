// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/tier/TierCatalogue.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace tierscope::ui {

enum class TierFault : std::uint8_t {
    None,
    NotANumber,   ///< not whole MB or GB
    OutOfRange,   ///< not a tier of Lambda
    NoLimitAlone, ///< "none" beside a tier
};

/// One entry of a list of tiers: a tier, "none" for no limit (core::kUnlimitedTier), or what was typed and cannot be either.
struct TierEntry {
    QString text; ///< as it is read back: "512", "none", or as it was typed where it is wrong
    core::MemoryMb memory{};
    TierFault fault = TierFault::None;
    [[nodiscard]] bool isGood() const { return fault == TierFault::None; }
    [[nodiscard]] bool isNoLimit() const;
    bool operator==(const TierEntry&) const = default;
};
using TierList = std::vector<TierEntry>;

/// What a person types or pastes: numbers of MB, "512 MB", "1 GB" and "1.5 GB" (of 1024 MB), apart by commas, semicolons, blanks or lines;
/// "none" or "no limit"; "article" and "steps" for core's lists. Full-width characters count as the ASCII ones. Never fails: what cannot be
/// read is an entry with a fault.
[[nodiscard]] TierList parseTierList(const QString& text);

/// Good entries ascending and once each, then the wrong ones as they came. "none" beside tiers is wrong.
[[nodiscard]] TierList sortTierList(TierList entries);

/// A list with what was just added to it, sorted. Of "none" and tiers, what was added last holds.
[[nodiscard]] TierList addTiers(TierList list, const TierList& added);

/// "128, 512, lots": parseTierList reads it back.
[[nodiscard]] QString formatTierList(const TierList& entries);

/// True for text that is no tier yet and becomes one with further characters, as the "1" on the way to "128".
[[nodiscard]] bool isUnfinishedTier(const QString& text);

} // namespace tierscope::ui
