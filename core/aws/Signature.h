// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aws/Credentials.h"
#include "core/aws/HttpRequest.h"

#include <string>
#include <string_view>

namespace tierscope::core {

/// What a signature is for.
struct SigningScope {
    std::string region;
    std::string service = "lambda";
    UnixTime time;
};

[[nodiscard]] std::string sha256Hex(std::string_view bytes);

/// Signature Version 4 (AWS General Reference, "Create a signed AWS API request"). The path is encoded twice, as for every service but S3.
[[nodiscard]] std::string canonicalRequest(const HttpRequest& request);
[[nodiscard]] std::string stringToSign(const HttpRequest& request, const SigningScope& scope);

/// Adds x-amz-date, x-amz-security-token (with temporary credentials) and authorization.
[[nodiscard]] HttpRequest signRequest(HttpRequest request, const Credentials& credentials, const SigningScope& scope);

} // namespace tierscope::core
