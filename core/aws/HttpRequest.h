// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"

#include <chrono>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tierscope::core {

/// Where requests go: scheme, host and port of a URL.
struct Endpoint {
    bool isTls = true;
    std::string host; ///< as in a Host header, an IPv6 address without brackets
    int port = 0;     ///< 0: the scheme's own
    [[nodiscard]] std::string hostHeader() const;
    [[nodiscard]] std::string url() const; ///< "https://host:port"
    bool operator==(const Endpoint&) const = default;
};

/// "http://127.0.0.1:5000". InvalidArgument where it is no URL, has a user, path or query, or is plain http to anything but this computer
/// (127.0.0.0/8, ::1, localhost).
[[nodiscard]] Result<Endpoint> parseEndpoint(std::string_view url);
/// The region's own endpoint of Lambda (AWS General Reference, "AWS Lambda endpoints"). InvalidArgument for what is no region's name.
[[nodiscard]] Result<Endpoint> lambdaEndpoint(std::string_view region);
[[nodiscard]] bool isLoopback(std::string_view host);
/// Where containers and instances on AWS find their credentials.
[[nodiscard]] bool isMetadataAddress(std::string_view host);

/// RFC 3986: everything but letters, digits, "-._~" and what is in `safe` as %XX.
[[nodiscard]] std::string percentEncode(std::string_view text, std::string_view safe = {});

struct HttpRequest {
    std::string method = "GET";
    Endpoint endpoint;
    std::vector<std::string> path;                          ///< segments, not encoded
    std::vector<std::pair<std::string, std::string>> query; ///< not encoded
    std::map<std::string, std::string> headers;             ///< names in lower case; Host and what signing adds are not in it
    std::string body;
    /// "/2015-03-31/functions/arn%3Aaws…": each segment encoded (RFC 3986).
    [[nodiscard]] std::string encodedPath() const;
    /// "Marker=a%2Fb&MaxItems=50", in the given order; empty without a query.
    [[nodiscard]] std::string encodedQuery() const;
};

struct HttpResponse {
    int status = 0;
    std::map<std::string, std::string> headers; ///< names in lower case; the last of a name
    std::string body;
    [[nodiscard]] std::string header(const std::string& name) const; ///< empty: there is none
};

/// What one request may take.
struct HttpLimits {
    std::chrono::milliseconds connect{10'000};
    std::chrono::milliseconds total{30'000};
    std::size_t bodyBytes = std::size_t{4} * 1024 * 1024;
};

/// Why there is no answer.
struct HttpFailure {
    Error error;
    bool mayHaveArrived = false; ///< the request, or a part of it, was sent: the other side may have acted on it
};
using HttpResult = tl::expected<HttpResponse, HttpFailure>;

} // namespace tierscope::core
