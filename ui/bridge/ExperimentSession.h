// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/backend/Backend.h"
#include "ui/bridge/EventBridge.h"

#include <QObject>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>

namespace tierscope::core {
class ExperimentRunner;
enum class SweepGoal : std::uint8_t;
struct ExperimentResult;
} // namespace tierscope::core

namespace tierscope::ui {

/// Makes the backend of one run; called in the run's thread.
using BackendFactory = std::function<std::unique_ptr<core::Backend>(core::BackendKind kind)>;

/// Runs one experiment at a time in a thread of its own, with its own connection to the database. Lives in the window's thread, which never
/// waits for it but in the destructor: that asks the run to stop and waits until its processes are gone.
class ExperimentSession final : public QObject {
    Q_OBJECT

public:
    ExperimentSession(std::string databasePath, BackendFactory backend, QObject* parent = nullptr);
    ~ExperimentSession() override;
    ExperimentSession(const ExperimentSession&) = delete;
    ExperimentSession& operator=(const ExperimentSession&) = delete;

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// Only while nothing runs. With a goal no more tiers are measured than it takes to know it.
    void start(const core::ExperimentSpec& spec, std::optional<core::SweepGoal> goal = std::nullopt);
    /// `kind` is the backend that the experiment's spec names.
    void resume(std::int64_t experimentId, core::BackendKind kind);
    /// Returns at once; the last update tells when it has ended.
    void stop();

signals:
    /// In order; the last one of a run has `ended` set, whatever happened, and isRunning() is false by then.
    void updated(const tierscope::ui::RunUpdate& update);

private:
    using Walk = std::function<core::Result<core::ExperimentResult>(core::ExperimentRunner&, std::stop_token)>;
    void launch(core::BackendKind kind, Walk walk);
    void receive(const RunUpdate& update);

    std::string m_databasePath;
    BackendFactory m_backend;
    EventBridge m_bridge;
    bool m_isRunning = false;
    std::jthread m_thread; ///< last: it is joined before what it uses goes
};

} // namespace tierscope::ui
