// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aws/LambdaClient.h"

#include <stop_token>
#include <string>

namespace tierscope::core {

enum class FunctionLanguage { Cpp, Python };

/// Tierscope's own function, as it is to be deployed.
struct Deployment {
    std::string function = "tierscope"; ///< name or ARN
    std::string role;                   ///< ARN; may be empty for a function that is there
    std::string architecture = "x86_64";
    FunctionLanguage language = FunctionLanguage::Cpp;
    MemoryMb memory{1769}; ///< of a function that is made; one that is there keeps its own
    std::string zipFile;   ///< empty: the package that comes with Tierscope
};

/// Every function that deployFunction has made carries this tag; only such a one is updated or removed.
inline constexpr const char* kDeployedTag = "tierscope";
inline constexpr const char* kDeployedValue = "deployed";

/// The package that comes with Tierscope: beside the program in a build tree, or installed. NotFound says how to make it.
[[nodiscard]] Result<std::string> findPackage(FunctionLanguage language, const std::string& architecture);

/// Makes the function, or gives it the package, and waits until it can be invoked. PermissionDenied where a function of that name is not
/// Tierscope's.
[[nodiscard]] Result<FunctionConfiguration> deployFunction(const LambdaClient& client, const Deployment& deployment,
                                                           const std::stop_token& stop);

/// Deletes it. PermissionDenied where it does not carry the tag.
[[nodiscard]] Result<void> removeFunction(const LambdaClient& client, const std::string& function, const std::stop_token& stop);

} // namespace tierscope::core
