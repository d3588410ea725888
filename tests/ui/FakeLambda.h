// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/bridge/LambdaService.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace tierscope::tests {

/// A function as a list has it.
[[nodiscard]] core::FunctionConfiguration fakeFunction(const std::string& name, int memory = 1024);
/// A guard as Lambda's answer would make it, of the fake function of that name.
[[nodiscard]] core::SweepGuard fakeGuard(const core::ExperimentSpec& spec);

/// What the fake Lambda of one test answers. Shared between the test and the desk's threads.
class FakeLambda final : public ui::LambdaService, public ui::FunctionDeployer, public std::enable_shared_from_this<FakeLambda> {
public:
    [[nodiscard]] ui::LambdaServices services();

    void setFunctions(std::vector<core::FunctionConfiguration> functions);
    void failList(std::optional<core::Error> error);
    void failGuard(std::optional<core::Error> error);
    void failChange(std::optional<core::Error> error);
    void setLeftover(std::vector<core::Result<core::RestoreOutcome>> outcomes);
    /// Answers wait from here on until release(), or until their stop token ends them.
    void hold();
    void release();
    /// What was asked for, oldest first.
    [[nodiscard]] std::vector<core::AwsAccess> listed();
    [[nodiscard]] std::vector<core::ExperimentSpec> described();
    [[nodiscard]] std::vector<ui::DeployRequest> deployed();
    [[nodiscard]] std::vector<std::string> removed();
    [[nodiscard]] int stopped(); ///< answers that a stop request ended

    core::Result<ui::LambdaProfiles> profiles() override;
    core::Result<ui::FunctionListing> listFunctions(const core::AwsAccess& access, const std::stop_token& stop) override;
    core::Result<core::SweepGuard> describe(const core::ExperimentSpec& spec, const std::stop_token& stop) override;
    std::vector<core::Result<core::RestoreOutcome>> restoreUnfinished(const std::stop_token& stop) override;
    core::Result<core::FunctionConfiguration> deploy(const ui::DeployRequest& request, const std::stop_token& stop) override;
    core::Result<void> remove(const core::AwsAccess& access, const std::string& function, const std::stop_token& stop) override;

private:
    /// False: stopped first.
    [[nodiscard]] bool wait(std::unique_lock<std::mutex>& lock, const std::stop_token& stop);

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_isHolding = false;
    int m_stopped = 0;
    std::vector<core::FunctionConfiguration> m_functions;
    std::optional<core::Error> m_listError;
    std::optional<core::Error> m_guardError;
    std::optional<core::Error> m_changeError;
    std::vector<core::Result<core::RestoreOutcome>> m_leftover;
    std::vector<core::AwsAccess> m_listed;
    std::vector<core::ExperimentSpec> m_described;
    std::vector<ui::DeployRequest> m_deployed;
    std::vector<std::string> m_removed;
};

} // namespace tierscope::tests
