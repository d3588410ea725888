// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aws/Credentials.h"
#include "core/base/Result.h"
#include "core/experiment/LambdaSettings.h"

#include <optional>
#include <string>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): the name is the library's
class App;
}

namespace tierscope::cli {

/// Which function, where and as whom, as it was given.
struct AccessOptions {
    std::optional<std::string> function;
    std::optional<std::string> qualifier;
    std::optional<std::string> region;
    std::optional<std::string> profile;
    std::optional<std::string> endpointUrl;
};

/// --region, --profile and --endpoint-url. `options` must outlive the command; so below.
void addAccountOptions(CLI::App& command, AccessOptions& options);
/// Those, and --function and --qualifier.
void addFunctionOptions(CLI::App& command, AccessOptions& options);
/// Fails where --function is missing or is none.
[[nodiscard]] core::Result<core::AwsAccess> accessOf(const AccessOptions& options);
[[nodiscard]] core::Result<core::AwsAccess> accountOf(const AccessOptions& options);

/// How a function is measured.
struct MeasureOptions {
    AccessOptions access;
    std::optional<std::string> contract;
    std::vector<std::string> sequentialPayloads; ///< [WEIGHT*]JSON or [WEIGHT*]@FILE
    std::vector<std::string> parallelPayloads;
    std::optional<int> concurrency;
    std::optional<int> coldStarts;
};
void addMeasureOptions(CLI::App& command, MeasureOptions& options);
/// Changes what was given. InvalidArgument for a payload's file that cannot be read.
[[nodiscard]] core::Result<void> applyMeasureOptions(const MeasureOptions& options, core::LambdaSettings& settings);

/// What is before the first change: whether it may be made without asking.
struct ConsentOptions {
    bool dryRun = false;
    bool yes = false;
};
void addConsentOptions(CLI::App& command, ConsentOptions& options);

/// One payload: its weight, and its text or what its file holds.
[[nodiscard]] core::Result<core::WeightedPayload> parsePayload(const std::string& text);

} // namespace tierscope::cli
