// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "SampleFixture.h"
#include "core/backend/Backend.h"

#include <functional>
#include <vector>

namespace tierscope::core::test {

/// A backend whose runs take no time, and whose faults a test decides.
class FakeBackend final : public Backend {
public:
    Result<void> prepare(const ExperimentSpec& spec, const RunEventSink& sink, std::stop_token /*stop*/) override
    {
        prepared.push_back(spec);
        for (const Error& warning : warnings)
            sink(WarningRaised{warning});
        return onPrepare ? onPrepare(spec) : Result<void>{};
    }
    std::string limiter() const override { return "fake"; }
    Result<Sample> run(const PlannedRun& run, const RunEventSink& sink, std::stop_token stop) override
    {
        if (run.planIndex < 0)
            return onCalibrate ? onCalibrate() : sampleOf(run);
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, "stopped");
        runs.push_back(run.planIndex);
        sink(TaskStarted{0, 0, {}});
        sink(TaskEnded{});
        return onRun ? onRun(run) : sampleOf(run);
    }

    std::function<Result<void>(const ExperimentSpec&)> onPrepare;
    std::function<Result<Sample>()> onCalibrate;
    std::function<Result<Sample>(const PlannedRun&)> onRun;
    std::vector<Error> warnings;
    std::vector<ExperimentSpec> prepared;
    std::vector<int> runs; ///< plan indices, in the order in which they were run
};

} // namespace tierscope::core::test
