// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aws/PriceList.h"
#include "core/base/Units.h"

namespace tierscope::core {

/// Ephemeral storage that every function has at no charge (AWS Lambda pricing).
inline constexpr int kFreeStorageMb = 512;
inline constexpr int kLargestStorageMb = 10240;

/// What is billed: some runs of one function in one month. Runs may be a fraction of one, as a part of an average month is.
struct Usage {
    MemoryMb memory;                ///< a tier; not unlimited
    double durationMs = 0;          ///< of one run, without initialisation
    double runs = 1;                ///< in the month
    double initMs = 0;              ///< of one cold start
    double coldShare = 0;           ///< 0..1: how many of the runs begin with a cold start whose initialisation is billed
    int storageMb = kFreeStorageMb; ///< ephemeral storage the function is configured with
    bool hasFreeTier = false;       ///< takes the month's free requests and GB-seconds off
};

/// A bill in USD.
struct Cost {
    double billedMs = 0;  ///< of all runs
    double gbSeconds = 0; ///< of all runs, before the free tier
    double computeUsd = 0;
    double requestUsd = 0;
    double storageUsd = 0;
    /// The month's volume exceeds 6e9 GB-seconds, where AWS charges less, but the region's lower prices are not known.
    bool isUpperBound = false;
    [[nodiscard]] double totalUsd() const { return computeUsd + requestUsd + storageUsd; }
};

/// Milliseconds that AWS bills for a run: its duration and initialisation together, the started millisecond counted as a whole. 0 for none.
/// What exceeds a whole number by less than a nanosecond is an inexact number, not another millisecond.
[[nodiscard]] double billedMilliseconds(double durationMs, double initMs = 0);

/// GB-seconds (memory / 1024 MB x billed seconds) by the tariff's volume steps after the free tier, one request a run, ephemeral storage
/// above 512 MB by the same seconds (aws.amazon.com/lambda/pricing).
/// NotFound where a price that it takes is not known; InvalidArgument for a usage that cannot be.
[[nodiscard]] Result<Cost> costOf(const Tariff& tariff, const Usage& usage);

/// "$0.0000123", "$2.73", "$1,234.50": cents from a dollar up, below three significant figures.
[[nodiscard]] std::string formatUsd(double usd);

} // namespace tierscope::core
