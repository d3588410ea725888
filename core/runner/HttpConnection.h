// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/base/UniqueFd.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tierscope::core {

inline constexpr std::size_t kMaximumHttpHead = std::size_t{64} * 1024;       ///< status line and header fields, trailers too
inline constexpr std::size_t kMaximumHttpBody = std::size_t{8} * 1024 * 1024; ///< Lambda's payloads have at most 6 MB

/// "127.0.0.1:9001" or "[::1]:9001". Addresses, and localhost, only: a static program cannot ask the system's resolver.
struct HttpEndpoint {
    std::string host;
    int port = 0; ///< 1 .. 65535
    bool operator==(const HttpEndpoint&) const = default;
};
[[nodiscard]] Result<HttpEndpoint> parseHttpEndpoint(std::string_view text);

using HttpFields = std::vector<std::pair<std::string, std::string>>;

struct HttpRequest {
    std::string_view method;
    std::string path;
    HttpFields fields; ///< beside Host and Content-Length
    std::string_view body;
};

struct HttpResponse {
    int status = 0;
    HttpFields fields; ///< in their order, names in lower case
    std::string body;

    /// The first field of this (lower-case) name; empty where there is none.
    [[nodiscard]] std::string_view field(std::string_view name) const;
};

/// What ends an exchange besides its answer.
struct HttpWait {
    std::optional<Nanoseconds> limit; ///< from the exchange's start; none: for ever
    int stopFd = -1;                  ///< readable once nobody wants the answer any more (Cancelled); -1: never
};

/// A client's end of HTTP/1.1 without TLS, for the Lambda Runtime API inside an execution environment (RFC 9112): one exchange at a time
/// over one connection, which is kept alive, and made again when the server has closed it meanwhile. Bodies by Content-Length, chunked, or
/// up to the connection's end. Not for servers that are not trusted with the caller's time: `limit` is the only bound on how long one may
/// take.
class HttpConnection {
public:
    explicit HttpConnection(HttpEndpoint endpoint)
        : m_endpoint(std::move(endpoint))
    {}

    /// An answer of any status is a success. Io: no connection, or it broke; Corrupt: not HTTP, or larger than the bounds above; TimedOut;
    /// Cancelled. After an error the next exchange starts with a new connection.
    [[nodiscard]] Result<HttpResponse> exchange(const HttpRequest& request, const HttpWait& wait);

private:
    [[nodiscard]] Result<void> connect(const HttpWait& wait, std::optional<Nanoseconds> deadline);

    HttpEndpoint m_endpoint;
    UniqueFd m_socket;
};

} // namespace tierscope::core
