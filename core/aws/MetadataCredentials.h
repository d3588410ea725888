// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aws/Credentials.h"

#include <optional>

namespace tierscope::core {

/// Of a container's service: $AWS_CONTAINER_CREDENTIALS_RELATIVE_URI at 169.254.170.2, or $AWS_CONTAINER_CREDENTIALS_FULL_URI with
/// $AWS_CONTAINER_AUTHORIZATION_TOKEN or …_TOKEN_FILE. None where neither is set.
[[nodiscard]] Result<std::optional<Credentials>> containerCredentials(const Environment& environment, const HttpTransport& transport,
                                                                      const std::stop_token& stop);

/// Of an instance's service, version 2 only (a session token first), at 169.254.169.254 or $AWS_EC2_METADATA_SERVICE_ENDPOINT. None where
/// AWS_EC2_METADATA_DISABLED is "true" or nothing answers within a second.
[[nodiscard]] Result<std::optional<Credentials>> instanceCredentials(const Environment& environment, const HttpTransport& transport,
                                                                     const std::stop_token& stop);

} // namespace tierscope::core
