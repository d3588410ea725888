// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/aws/FunctionError.h"
#include "core/aws/ReportLine.h"
#include "core/base/Text.h"
#include "tests/fuzz/Require.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>

using namespace tierscope;

/// Whatever a log's tail holds: a report's numbers are finite and not negative, an error is one line, and base64 comes back.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string text(data, data + size);
    const std::optional<core::InvocationReport> report = core::findReport(text);
    if (report) {
        fuzz::require(std::isfinite(report->durationMs) && report->durationMs >= 0);
        fuzz::require(std::isfinite(report->billedMs) && report->billedMs >= 0 && report->memoryMb >= 0);
    }
    const std::string error = core::describeFunctionError(text, report);
    fuzz::require(!error.empty() && error.find('\n') == std::string::npos);
    fuzz::require(core::decodeBase64(core::encodeBase64(text)) == text);
    return 0;
}
