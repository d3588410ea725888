// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aws/LambdaClient.h"
#include "core/backend/Backend.h"
#include "core/backend/RestoreJournal.h"

#include <memory>
#include <optional>
#include <string>

namespace tierscope::core {

struct LambdaBackendOptions {
    ClientOptions client;
    std::string journalFolder = defaultJournalFolder();
};

/// The access that a spec's settings ask for: its region is the ARN's where there is one.
[[nodiscard]] Result<AwsAccess> lambdaAccess(const LambdaSettings& settings);

/// Runs on a deployed function. prepare() looks at the function and changes nothing; the first run of a tier sets its memory, noted in the
/// journal before; finish() (or the destructor) puts it back. Invocations that were announced run at once, up to the settings' concurrency.
class LambdaBackend final : public Backend {
public:
    explicit LambdaBackend(LambdaBackendOptions options = {});
    ~LambdaBackend() override;
    [[nodiscard]] Result<void> prepare(const ExperimentSpec& spec, const RunEventSink& sink, std::stop_token stop) override;
    [[nodiscard]] std::string limiter() const override { return "lambda"; }
    void announce(const std::vector<PlannedRun>& runs) override;
    [[nodiscard]] Result<Sample> run(const PlannedRun& run, const RunEventSink& sink, std::stop_token stop) override;
    [[nodiscard]] std::vector<Sample> finish(const RunEventSink& sink) override;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace tierscope::core
