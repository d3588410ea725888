// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"
#include "core/exchange/TextTimeline.h"
#include "core/store/ExperimentStore.h"

#include <string>

namespace tierscope::cli {

/// What the standard output can show: the width of its terminal, else COLUMNS, else 80; UTF-8 by the locale's variables; colour on a
/// terminal that has some, unless NO_COLOR is set.
[[nodiscard]] core::TextCanvas outputCanvas();

/// The runs with the numbers that --run takes, from 1 in the order of the plan.
[[nodiscard]] std::string runsText(const core::ExperimentRecord& record);

/// Fails with InvalidArgument where the experiment has no run of that number.
[[nodiscard]] core::Result<void> checkRunNumber(const core::ExperimentRecord& record, int number);

/// One run, its tasks drawn where that is asked for, and where its time went. The number is a good one.
[[nodiscard]] std::string runText(const core::ExperimentRecord& record, int number, bool hasTimeline, const core::TextCanvas& canvas);

} // namespace tierscope::cli
