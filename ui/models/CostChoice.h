// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/Cost.h"

#include <QStringList>

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace tierscope::ui {

/// By which prices a person wants runs to be priced.
struct CostChoice {
    std::string region{core::kDefaultRegion};
    core::Architecture architecture = core::Architecture::X86;
    /// The person's own USD a GB-second, by region and architecture.
    std::map<std::pair<std::string, core::Architecture>, double> ownPrices;
    bool operator==(const CostChoice&) const = default;
};

/// The shipped prices of the region and architecture, with the person's own in their place. NotFound where neither is known.
[[nodiscard]] core::Result<core::Tariff> tariffOf(const CostChoice& choice);
/// What findings price runs by; none where the price is not known. Runs that have a cost of their own keep it until a person has chosen
/// otherwise than the default.
[[nodiscard]] std::optional<core::CostBasis> costBasisOf(const CostChoice& choice);

/// "eu-west-1 arm64 0.0000133334", an entry a price.
[[nodiscard]] QStringList encodeOwnPrices(const CostChoice& choice);
/// Entries that are none are passed over.
void decodeOwnPrices(CostChoice& choice, const QStringList& entries);

} // namespace tierscope::ui
