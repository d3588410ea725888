// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aws/LambdaClient.h"
#include "core/experiment/ExperimentSpec.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace tierscope::core {

/// What a sweep is about to do, for a person to agree to before the first change.
struct SweepGuard {
    FunctionConfiguration function;
    std::vector<MemoryMb> tiers;   ///< that the function will be set to; empty: its memory is not touched
    int memoryChanges = 0;         ///< requests that change it, forced cold starts and the restoring included
    int invocations = 0;           ///< warm-ups included
    double mostSeconds = 0;        ///< where every invocation runs into the function's own time limit
    double mostGbSeconds = 0;      ///< the same, billed
    std::optional<double> mostUsd; ///< the same, where prices are known
    std::vector<Error> warnings;   ///< a time limit that is short, concurrency that the account does not have, …
};

/// Asks Lambda for the function and the account; changes nothing.
[[nodiscard]] Result<SweepGuard> describeSweep(const ExperimentSpec& spec, const LambdaClient& client, const std::stop_token& stop);

/// The guard in a few lines of English.
[[nodiscard]] std::string guardText(const SweepGuard& guard);

} // namespace tierscope::core
