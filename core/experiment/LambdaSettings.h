// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace tierscope::core {

/// What the function is asked: a RunRequest, or whatever it takes.
enum class LambdaContract : std::uint8_t {
    Own, ///< Tierscope's function: RunRequest in, RunReport out
    Any, ///< any function: payloads, timed by the REPORT line
};
[[nodiscard]] const char* lambdaContractName(LambdaContract contract);

/// One payload of a set; of a set each is taken in proportion to its weight.
struct WeightedPayload {
    std::string json;
    int weight = 1;
    bool operator==(const WeightedPayload&) const = default;
};

/// The function that is measured, and how.
struct LambdaSettings {
    std::string function;    ///< name or ARN
    std::string qualifier;   ///< a version or an alias, which keeps its memory; empty: $LATEST
    std::string region;      ///< empty: of the ARN, the environment or the profile
    std::string profile;     ///< empty: AWS_PROFILE or default
    std::string endpointUrl; ///< empty: the region's own
    LambdaContract contract = LambdaContract::Own;
    std::vector<WeightedPayload> sequentialPayloads; ///< of the contract Any
    std::vector<WeightedPayload> parallelPayloads;
    int concurrency = 1; ///< invocations at once, of one tier
    int coldStarts = 0;  ///< forced cold starts of each tier, mode and cap, as samples of their own
    bool operator==(const LambdaSettings&) const = default;
};

inline constexpr int kMaximumConcurrency = 100;
inline constexpr int kMaximumColdStarts = 20;
inline constexpr int kMaximumPayloadWeight = 1000;
/// A synchronous invocation's payload (AWS Lambda developer guide, "Lambda quotas").
inline constexpr std::size_t kMaximumPayloadBytes = std::size_t{6} * 1024 * 1024;

/// Which payload the n-th run of a mode gets: each in proportion to its weight, spread evenly (smooth weighted round-robin), the same for
/// every tier. The set must not be empty.
[[nodiscard]] const WeightedPayload& payloadOf(const std::vector<WeightedPayload>& payloads, int run);

/// {"function","qualifier","region","profile","endpoint_url","contract":"own"|"any","sequential_payloads":[{"json","weight"}],
/// "parallel_payloads","concurrency","cold_starts"}.
[[nodiscard]] nlohmann::json encodeLambdaSettings(const LambdaSettings& settings);
[[nodiscard]] Result<LambdaSettings> decodeLambdaSettings(const nlohmann::json& json);

} // namespace tierscope::core
