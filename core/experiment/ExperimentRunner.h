// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/backend/Backend.h"
#include "core/experiment/RunEvent.h"
#include "core/store/ExperimentStore.h"

#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace tierscope::core {

/// How an experiment ended, with its samples (those of earlier sessions too when it was resumed).
struct ExperimentResult {
    std::int64_t experimentId = 0;
    ExperimentStatus status = ExperimentStatus::Finished;
    std::vector<Sample> samples;
    std::optional<Error> error;
};

/// Decides from all samples so far which tiers of the plan to measure next; none: enough is known. Called between runs, in the experiment's
/// thread.
using TierChooser = std::function<std::vector<MemoryMb>(const std::vector<Sample>&)>;
/// How sure the median of some times is, in parts of it: 0.05 is ± 5 %; none where that cannot be told yet (analysis: medianPrecision).
using RepeatPrecision = std::function<std::optional<double>(std::span<const double> seconds)>;

/// Walks a plan: calibrates one task, runs every planned run, stores each sample before anyone sees it. Blocks; call it in a thread of its
/// own. Stop is an outcome: what has finished is kept and the experiment can be resumed.
class ExperimentRunner {
public:
    /// `store` may be null (nothing is saved). Both must outlive the runner.
    /// `precision` decides about optional repeats; without one they are not run.
    ExperimentRunner(Backend& backend, ExperimentStore* store, RunEventSink sink, RepeatPrecision precision = {});
    /// Errors: the spec is invalid, or the backend cannot start. Later failures are in the result. With a chooser only the runs of the
    /// tiers that it asks for are measured, those of one answer in the plan's interleaved order; the others stay planned and can be
    /// resumed.
    [[nodiscard]] Result<ExperimentResult> run(const ExperimentSpec& spec, std::stop_token stop, const TierChooser& chooser = {});
    /// The planned runs that have no good sample yet. NotFound, Busy (it runs elsewhere), InvalidArgument (imported).
    [[nodiscard]] Result<ExperimentResult> resume(std::int64_t experimentId, std::stop_token stop, const TierChooser& chooser = {});

private:
    Backend& m_backend;
    ExperimentStore* m_store;
    RunEventSink m_sink;
    RepeatPrecision m_precision;
};

} // namespace tierscope::core
