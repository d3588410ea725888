// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"
#include "core/base/Units.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace tierscope::core {

/// What Lambda says of a function, as far as Tierscope uses it. Values of environment variables are not kept.
struct FunctionConfiguration {
    std::string arn; ///< without a qualifier
    std::string name;
    std::string version; ///< "$LATEST" or a number
    MemoryMb memory;
    std::chrono::seconds timeout{3};
    std::string runtime; ///< empty for images
    std::string handler;
    std::string architecture; ///< "x86_64" or "arm64"
    std::string description;
    std::string packageType; ///< "Zip" or "Image"
    std::string lastModified;
    std::int64_t codeBytes = 0;
    int ephemeralStorageMb = 512;
    std::string state; ///< "Active", "Pending", "Inactive", "Failed"; empty: not said
    std::string stateReason;
    std::string updateStatus; ///< "Successful", "InProgress", "Failed"; empty: not said
    std::string updateReason;
    std::string revision;
    std::string logFormat; ///< "Text" or "JSON"
    bool hasSnapStart = false;
    /// SHA-256 over everything that is set by people except the memory size: two configurations with the same fingerprint differ in nothing
    /// else.
    std::string fingerprint;

    [[nodiscard]] bool isUpdating() const { return updateStatus == "InProgress" || state == "Pending"; }
    [[nodiscard]] std::string account() const; ///< of the ARN
    [[nodiscard]] std::string region() const;
};

/// Corrupt where it is not what the API reference has as FunctionConfiguration; unknown keys are passed over.
[[nodiscard]] Result<FunctionConfiguration> decodeFunctionConfiguration(const nlohmann::json& json);

} // namespace tierscope::core
