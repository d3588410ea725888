// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/runner/HttpConnection.h"

#include <chrono>
#include <string>
#include <string_view>

namespace tierscope::core {

/// One event that Lambda wants to have handled.
struct Invocation {
    std::string requestId;
    /// When Lambda ends the function's process, as time since the epoch on the wall clock; 0 when it does not say.
    std::chrono::milliseconds deadline{0};
    std::string event; ///< the payload as it came
};

/// A failure as Lambda passes it on to whoever invoked the function: {"errorMessage":…,"errorType":…}.
struct FunctionError {
    std::string type; ///< a word such as "BadRequest"
    std::string message;
    bool operator==(const FunctionError&) const = default;
};

/// The Lambda Runtime API, version 2018-06-01 (AWS Lambda developer guide, "Using the Lambda runtime API for custom runtimes"), from the
/// side of a runtime: next, then response or error, and again.
class RuntimeApi {
public:
    explicit RuntimeApi(HttpEndpoint endpoint)
        : m_connection(std::move(endpoint))
    {}

    /// Waits for the next event, for ever or until stopFd is readable (Cancelled).
    [[nodiscard]] Result<Invocation> next(int stopFd);
    /// InvalidArgument when Lambda refuses this answer (it is too large, or its invocation has timed out): sendError may follow. Any other
    /// error: the environment is broken, and a runtime is to end.
    [[nodiscard]] Result<void> sendResponse(const std::string& requestId, std::string_view body);
    [[nodiscard]] Result<void> sendError(const std::string& requestId, const FunctionError& error);
    /// The runtime could not start; it is to end after this.
    [[nodiscard]] Result<void> sendInitError(const FunctionError& error);

private:
    [[nodiscard]] Result<void> post(std::string path, HttpFields fields, std::string_view body);

    HttpConnection m_connection;
};

} // namespace tierscope::core
