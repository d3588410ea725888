// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aws/HttpRequest.h"

#include <functional>
#include <stop_token>

namespace tierscope::core {

/// Sends one request and waits for its answer; may be called from several threads.
using HttpTransport = std::function<HttpResult(const HttpRequest& request, const HttpLimits& limits, const std::stop_token& stop)>;

/// libcurl, on a connection of its own for each request: on a reused one that closes before it answers libcurl would send the request
/// again, and an invocation must never be repeated unseen. Certificates are verified (AWS_CA_BUNDLE is honoured), redirects are an
/// error, a body over the limit ends the transfer, a stop request ends it at once. Plain http only to this computer and, for credentials,
/// to the metadata services' link-local addresses.
[[nodiscard]] HttpResult sendHttp(const HttpRequest& request, const HttpLimits& limits, const std::stop_token& stop);

} // namespace tierscope::core
