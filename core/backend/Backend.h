// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"
#include "core/experiment/RunEvent.h"

#include <stop_token>
#include <string>
#include <vector>

namespace tierscope::core {

/// Where runs happen: this computer or AWS Lambda. Used from one thread.
class Backend {
public:
    virtual ~Backend() = default;
    /// Checks that runs of this spec can start at all (runner, interpreter, limiter; the function) and remembers the spec. Warnings go to
    /// the sink. Cancelled after a stop request where it had to wait.
    [[nodiscard]] virtual Result<void> prepare(const ExperimentSpec& spec, const RunEventSink& sink, std::stop_token stop) = 0;
    /// How samples will be limited: limiterName, or "lambda". Valid after prepare.
    [[nodiscard]] virtual std::string limiter() const = 0;
    /// Runs it and returns the sample, a failed one too (ok false, error set). An Error only when no sample can be had: Cancelled after a
    /// stop request, or the backend itself cannot work. TaskStarted and TaskEnded go to the sink.
    [[nodiscard]] virtual Result<Sample> run(const PlannedRun& run, const RunEventSink& sink, std::stop_token stop) = 0;
    /// The runs that will be asked for, in that order: a backend that can do several at once may start ahead.
    virtual void announce(const std::vector<PlannedRun>& /*runs*/) {}
    /// The walk is over, in whatever way: puts back what runs have changed, and hands over samples of announced runs that were measured and
    /// not asked for. What could not be put back is a warning.
    [[nodiscard]] virtual std::vector<Sample> finish(const RunEventSink& /*sink*/) { return {}; }
};

} // namespace tierscope::core
