// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/backend/FunctionRestore.h"
#include "core/backend/SweepGuard.h"
#include "ui/models/DeployForm.h"

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace tierscope::ui {

/// What AWS's shared files say, without a credential.
struct LambdaProfiles {
    std::vector<std::string> names; ///< sorted
    std::string used;               ///< the one that is taken when none is chosen
    std::string region;             ///< likewise; empty: there is none
};

struct FunctionListing {
    std::string region;
    std::vector<core::FunctionConfiguration> functions; ///< by name
};

/// What the AWS page asks of Lambda. Every call blocks, ends by its own deadlines or by the stop token, and is made in a thread that is not
/// the window's, perhaps in several at once. None but restoreUnfinished changes anything.
class LambdaService {
public:
    virtual ~LambdaService() = default;
    [[nodiscard]] virtual core::Result<LambdaProfiles> profiles() = 0;
    [[nodiscard]] virtual core::Result<FunctionListing> listFunctions(const core::AwsAccess& access, const std::stop_token& stop) = 0;
    [[nodiscard]] virtual core::Result<core::SweepGuard> describe(const core::ExperimentSpec& spec, const std::stop_token& stop) = 0;
    /// Puts back what sweeps of dead processes have left changed.
    [[nodiscard]] virtual std::vector<core::Result<core::RestoreOutcome>> restoreUnfinished(const std::stop_token& stop) = 0;
};

/// Makes and deletes functions of Tierscope's own. As LambdaService is called.
class FunctionDeployer {
public:
    virtual ~FunctionDeployer() = default;
    /// Creates it, or gives a function that Tierscope has deployed its present code; waits until it is ready.
    [[nodiscard]] virtual core::Result<core::FunctionConfiguration> deploy(const DeployRequest& request, const std::stop_token& stop) = 0;
    /// Refuses to delete what Tierscope has not deployed.
    [[nodiscard]] virtual core::Result<void> remove(const core::AwsAccess& access, const std::string& function,
                                                    const std::stop_token& stop) = 0;
};

struct LambdaServices {
    std::shared_ptr<LambdaService> lambda;
    std::shared_ptr<FunctionDeployer> deployer;
};

} // namespace tierscope::ui
