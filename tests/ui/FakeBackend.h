// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/backend/Backend.h"
#include "ui/bridge/ExperimentSession.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

namespace tierscope::tests {

/// What the fake backends of one test do, and how far they may go. Shared between the test and the runs' threads.
class FakeScript {
public:
    /// Runs wait from here on until they are let through.
    void hold();
    /// Lets this many more runs end.
    void allow(int runs);
    /// Nothing waits any longer.
    void release();
    /// Blocks until a run waits, so that a test knows where it stands. False after a generous while.
    [[nodiscard]] bool waitUntilHeld();

    void failPreparation(core::Error error);
    void failRun(int planIndex, std::string reason);
    void breakRun(int planIndex, core::Error error);
    void warn(core::Error warning);
    /// How many tasks a run reports one by one.
    void setTaskEvents(int count);
    /// How many of them before a run waits.
    void setEarlyEvents(int count);
    /// Runs take turns on these.
    void setCpuModels(std::vector<std::string> models);

    [[nodiscard]] ui::BackendFactory factory();

private:
    friend class FakeBackend;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_isHolding = false;
    int m_allowed = 0;
    int m_waiting = 0;
    int m_taskEvents = 2;
    int m_earlyEvents = 0;
    std::optional<core::Error> m_preparationError;
    std::optional<core::Error> m_warning;
    std::map<int, std::string> m_failures;
    std::map<int, core::Error> m_breaks;
    std::vector<std::string> m_cpuModels;
};

/// Makes samples by the quota law, at once: 0.35 CPU-seconds a task.
class FakeBackend final : public core::Backend {
public:
    explicit FakeBackend(FakeScript& script)
        : m_script(script)
    {}
    [[nodiscard]] core::Result<void> prepare(const core::ExperimentSpec& spec, const core::RunEventSink& sink,
                                             std::stop_token stop) override;
    [[nodiscard]] std::string limiter() const override { return "fake limiter"; }
    [[nodiscard]] core::Result<core::Sample> run(const core::PlannedRun& run, const core::RunEventSink& sink,
                                                 std::stop_token stop) override;

private:
    [[nodiscard]] core::Sample measure(const core::PlannedRun& run, int tasks) const;

    FakeScript& m_script;
    int m_tasks = 1;
};

} // namespace tierscope::tests
