// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/aws/InvocationCost.h"

#include "core/aws/PriceList.h"

namespace tierscope::core {

std::optional<double> invocationUsd(const FunctionConfiguration& function, double gbSeconds, int invocations)
{
    constexpr int kFreeStorageMb = 512;
    constexpr double kMillion = 1e6;
    const auto architecture = parseArchitecture(function.architecture);
    if (!architecture || function.ephemeralStorageMb > kFreeStorageMb)
        return std::nullopt;
    const auto tariff = shippedPrices().tariff(function.region(), *architecture);
    if (!tariff || !tariff->usdPerMillionRequests)
        return std::nullopt;
    return gbSeconds * tariff->compute.front().usdPerGbSecond + invocations * *tariff->usdPerMillionRequests / kMillion;
}

} // namespace tierscope::core
