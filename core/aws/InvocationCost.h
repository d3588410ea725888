// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aws/FunctionConfiguration.h"

#include <optional>

namespace tierscope::core {

/// What so many GB-seconds in so many invocations of the function cost by the shipped list's first volume step, without free tier, in USD
/// (billed GB-seconds x price + requests x price, aws.amazon.com/lambda/pricing). None where the list does not know the region or the
/// architecture, or the function has ephemeral storage that costs extra.
[[nodiscard]] std::optional<double> invocationUsd(const FunctionConfiguration& function, double gbSeconds, int invocations);

} // namespace tierscope::core
