// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/backend/Backend.h"
#include "core/tier/Sandbox.h"

#include <memory>

namespace tierscope::core {

/// Where the programs and files that a local run needs are. Found beside the running program, in the build tree or in an installation.
struct RunnerPaths {
    std::string runner;       ///< tierscope-runner
    std::string pythonRunner; ///< tierscope_runner.py
    std::string python;       ///< interpreter, from PATH (TIERSCOPE_PYTHON overrides)
};
[[nodiscard]] Result<RunnerPaths> findRunners();

struct LocalBackendOptions {
    std::optional<LimiterKind> limiter; ///< none: chooseLimiter()
    Dilation forcedDilation;            ///< see tierLimits
    std::optional<RunnerPaths> paths;   ///< none: findRunners()
};

/// Runs in a runner process of its own inside the tier's sandbox, behind a guard that takes both down whatever happens to us.
class LocalBackend final : public Backend {
public:
    explicit LocalBackend(LocalBackendOptions options = {});
    ~LocalBackend() override;
    [[nodiscard]] Result<void> prepare(const ExperimentSpec& spec, const RunEventSink& sink, std::stop_token stop) override;
    [[nodiscard]] std::string limiter() const override;
    [[nodiscard]] Result<Sample> run(const PlannedRun& run, const RunEventSink& sink, std::stop_token stop) override;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace tierscope::core
