// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aws/LambdaClient.h"
#include "core/experiment/ExperimentPlan.h"
#include "core/experiment/Sample.h"

#include <string>

namespace tierscope::core {

/// What a run of the plan sends: a RunRequest, or the payload of its mode whose turn it is.
[[nodiscard]] std::string payloadFor(const ExperimentSpec& spec, const PlannedRun& run);

/// The sample of a run before it has begun. `function` is as it is configured then; its memory is the tier of an unlimited run.
[[nodiscard]] Sample emptyLambdaSample(const ExperimentSpec& spec, const PlannedRun& run, const FunctionConfiguration& function);

/// What an invocation measured; everything that went wrong becomes a failed sample with a sentence. Of Tierscope's own function the time is
/// its report's; of any other the REPORT line's Duration, without Init. `function` is what its cost goes by.
[[nodiscard]] Sample toLambdaSample(Sample sample, const ExperimentSpec& spec, const PlannedRun& run, const FunctionConfiguration& function,
                                    const LambdaResult<Invocation>& invocation);

} // namespace tierscope::core
