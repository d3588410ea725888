// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tierscope::core {

/// How Lambda says that one invocation went: the REPORT line of the plain log format, or the platform.report record of the JSON format.
struct InvocationReport {
    std::string requestId;
    double durationMs = 0;
    double billedMs = 0;
    int memoryMb = 0;                  ///< the tier
    std::optional<double> maxMemoryMb; ///< not in every cut line
    std::optional<double> initMs;      ///< of a cold start
    std::optional<double> restoreMs;   ///< of a SnapStart
    std::string status;                ///< "timeout", "error", "failure"; empty: success, or not said
    std::string errorType;             ///< such as "Runtime.ExitError"
    bool operator==(const InvocationReport&) const = default;
};

/// The last report in a log's tail (LogResult, decoded). None where it was cut off, or has no duration or billed duration.
[[nodiscard]] std::optional<InvocationReport> findReport(std::string_view logTail);

/// Decodes LogResult; none where it is not base64.
[[nodiscard]] std::optional<std::string> decodeBase64(std::string_view text);
[[nodiscard]] std::string encodeBase64(std::string_view bytes);

} // namespace tierscope::core
