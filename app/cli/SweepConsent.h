// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "LambdaOptions.h"
#include "core/experiment/ExperimentSpec.h"

#include <optional>

namespace tierscope::cli {

/// Before the first change: puts back what dead sweeps left, says on stderr what this one is about to do, and asks where it may. The exit
/// status to leave with; none: go ahead.
[[nodiscard]] std::optional<int> consentToSweep(const core::ExperimentSpec& spec, const ConsentOptions& options);

/// Puts back what dead sweeps left, each told on stderr. `filter` as of restoreUnfinished. False where one could not be.
[[nodiscard]] bool restoreLeftovers(const std::string& filter, const std::stop_token& stop);

/// One line on stderr for each function that a dead sweep left changed; touches no network.
void noteLeftovers();

/// Asks on the terminal; false where there is none, or the answer is not yes.
[[nodiscard]] bool confirmOnTerminal(const std::string& question);

} // namespace tierscope::cli
