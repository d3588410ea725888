// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/bridge/LambdaService.h"
#include "ui/bridge/WorkQueue.h"
#include "ui/models/FunctionList.h"

#include <QObject>

#include <functional>
#include <optional>
#include <stop_token>

namespace tierscope::ui {

/// What the window knows of Lambda, and asks of it: each question in a thread of its own kind, so that none waits for another. A question
/// that is asked anew stops the one before, whose answer is never heard. Lives in the window's thread, which waits in the destructor only,
/// for what a stop request ends.
class LambdaDesk final : public QObject {
    Q_OBJECT

public:
    using GuardAnswer = std::function<void(const core::Result<core::SweepGuard>&)>;
    using FunctionAnswer = std::function<void(const core::Result<core::FunctionConfiguration>&)>;
    using RemovalAnswer = std::function<void(const core::Result<void>&)>;

    explicit LambdaDesk(LambdaServices services, QObject* parent = nullptr);
    ~LambdaDesk() override;
    LambdaDesk(const LambdaDesk&) = delete;
    LambdaDesk& operator=(const LambdaDesk&) = delete;

    /// Reads the profiles and puts back what earlier sweeps have left changed.
    void begin();

    /// functionsChanged tells that it is being looked, and what was found.
    void listFunctions(const core::AwsAccess& access);
    [[nodiscard]] const FunctionList& functions() const { return m_functions; }
    /// Whose functions they are; none: not asked yet.
    [[nodiscard]] const std::optional<core::AwsAccess>& listed() const { return m_listed; }
    [[nodiscard]] const LambdaProfiles& profiles() const { return m_profiles; }

    void describe(const core::ExperimentSpec& spec, GuardAnswer answer);
    void stopDescribing() { m_describing.request_stop(); }

    /// One change at a time; stopChange() ends it, and it is answered Cancelled.
    void deploy(const DeployRequest& request, FunctionAnswer answer);
    void remove(const core::AwsAccess& access, const std::string& function, RemovalAnswer answer);
    void stopChange() { m_changing.request_stop(); }

signals:
    void profilesChanged();
    void functionsChanged();
    /// What became of functions that earlier sweeps had left changed.
    void restored(const std::vector<tierscope::core::RestoreOutcome>& outcomes);
    void failed(const tierscope::core::Error& error);

private:
    void receiveRestored(const std::vector<core::Result<core::RestoreOutcome>>& results);

    LambdaServices m_services;
    LambdaProfiles m_profiles;
    FunctionList m_functions;
    std::optional<core::AwsAccess> m_listed;
    std::stop_source m_listing;
    std::stop_source m_describing;
    std::stop_source m_changing;
    std::stop_source m_restoring;
    WorkQueue m_questions;    ///< profiles and functions
    WorkQueue m_descriptions; ///< sweeps
    WorkQueue m_changes;      ///< deploy and remove
    WorkQueue m_restores;
};

} // namespace tierscope::ui
