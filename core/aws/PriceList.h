// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tierscope::core {

/// The processor a function runs on; each has its own prices.
enum class Architecture : std::uint8_t { X86, Arm64 };
inline constexpr std::array kArchitectures{Architecture::X86, Architecture::Arm64};
/// "x86_64", "arm64", as Lambda writes them.
[[nodiscard]] const char* architectureName(Architecture architecture);
/// Takes "x86" and "aarch64" too. InvalidArgument for anything else.
[[nodiscard]] Result<Architecture> parseArchitecture(std::string_view text);

inline constexpr std::string_view kDefaultRegion = "us-east-1";

/// What a GB-second costs from that monthly volume on.
struct VolumeStep {
    double fromGbSeconds = 0;
    double usdPerGbSecond = 0;
    bool operator==(const VolumeStep&) const = default;
};

/// What one region charges; what is not known is absent, never guessed.
struct RegionPrices {
    std::string region;
    std::array<std::vector<VolumeStep>, kArchitectures.size()> compute; ///< by Architecture; ascending, the first from 0; empty: unknown
    std::optional<double> usdPerMillionRequests;
    std::optional<double> usdPerStorageGbSecond; ///< ephemeral storage above 512 MB
    bool isCorrected = false;                    ///< a price here is the user's own
    bool operator==(const RegionPrices&) const = default;
};

/// One region's and architecture's prices with what holds everywhere: all that a cost is computed from.
struct Tariff {
    std::string region;
    Architecture architecture = Architecture::X86;
    std::vector<VolumeStep> compute; ///< never empty
    std::optional<double> usdPerMillionRequests;
    std::optional<double> usdPerStorageGbSecond;
    double freeRequests = 0; ///< a month
    double freeGbSeconds = 0;
    std::string asOf; ///< the date of the list: "2024-08"
    bool isCorrected = false;
};

/// A dated list of prices. A value.
struct PriceList {
    std::string asOf;
    std::string source;
    std::string initBilledSince; ///< "2025-08-01": since when initialisation of managed runtimes is billed
    double freeRequests = 0;     ///< a month
    double freeGbSeconds = 0;
    std::vector<RegionPrices> regions; ///< sorted by name

    [[nodiscard]] const RegionPrices* find(std::string_view region) const;
    /// NotFound where the list has no compute price for them, with what to do.
    [[nodiscard]] Result<Tariff> tariff(std::string_view region, Architecture architecture) const;
};

/// A list as resources/prices/lambda-prices.csv describes itself. Errors name the line and the column.
[[nodiscard]] Result<PriceList> parsePriceList(std::string_view csv);

/// The list that is part of the program.
[[nodiscard]] const PriceList& shippedPrices();

/// `list` with the prices of another file in the same form put in their place: a cell that it has replaces, one that is empty leaves what
/// is known; volume steps of an architecture are replaced as a whole. Its regions need not be known. Its date, where it has one, becomes
/// the list's.
[[nodiscard]] Result<PriceList> correctPrices(PriceList list, std::string_view csv);

/// One price of one region and architecture, as the user gives it.
struct PriceCorrection {
    enum class Kind : std::uint8_t { GbSecond, MillionRequests, StorageGbSecond };
    Kind kind = Kind::GbSecond;
    double usd = 0;
};
/// "gb-second=0.0000166667", "million-requests=0.2", "storage-gb-second=3.09e-8". InvalidArgument for anything else.
[[nodiscard]] Result<PriceCorrection> parsePriceCorrection(std::string_view text);
/// A corrected GB-second price holds for every volume.
[[nodiscard]] PriceList correctPrice(PriceList list, std::string_view region, Architecture architecture, const PriceCorrection& correction);

} // namespace tierscope::core
