// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/runner/RunRequest.h"
#include "tests/fuzz/Require.h"

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

using namespace tierscope;

/// A request is refused with a sentence, or read; and what is read is valid, and comes back when it is written and read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const core::Result<core::RunRequest> request = core::decodeRunRequest(std::string(data, data + size));
    if (!request) {
        fuzz::require(request.error().code == core::ErrorCode::InvalidArgument && !request.error().message.empty());
        return 0;
    }
    fuzz::require(core::validateWorkload(request->workload).has_value());
    const core::Result<core::RunRequest> again = core::decodeRunRequest(core::encodeRunRequest(*request));
    fuzz::require(again && *again == *request);
    return 0;
}
