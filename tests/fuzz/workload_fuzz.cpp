// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/base/JsonReader.h"
#include "core/workload/Workload.h"
#include "tests/fuzz/Require.h"

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

using namespace tierscope;

/// A workload is refused with a sentence, or read; and what is read is valid, has a title, and comes back when it is written and read
/// again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const core::Result<nlohmann::json> json =
        core::parseJson(std::string(data, data + size), "the input", core::ErrorCode::InvalidArgument);
    if (!json)
        return 0;
    const core::Result<core::Workload> workload = core::decodeWorkload(*json);
    if (!workload) {
        fuzz::require(workload.error().code == core::ErrorCode::InvalidArgument && !workload.error().message.empty());
        return 0;
    }
    fuzz::require(core::validateWorkload(*workload).has_value());
    fuzz::require(!core::workloadTitle(*workload).empty());
    const core::Result<core::Workload> again = core::decodeWorkload(core::encodeWorkload(*workload));
    fuzz::require(again && *again == *workload);
    return 0;
}
