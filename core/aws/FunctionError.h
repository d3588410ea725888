// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aws/ReportLine.h"

#include <string>
#include <string_view>

namespace tierscope::core {

/// Why an invocation failed, as one sentence without a full stop: "out of memory at 128 MB", "timed out after 3 s at 128 MB", "the
/// function's process exited: exit status 1", "the function raised ValueError: …". `payload` is what Lambda returned with the header
/// x-amz-function-error; a stack trace is left out.
[[nodiscard]] std::string describeFunctionError(std::string_view payload, const std::optional<InvocationReport>& report);

} // namespace tierscope::core
