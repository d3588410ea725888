// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aws/LambdaClient.h"

namespace tierscope::core {

/// Whether the request makes the function run, which is paid for each time.
enum class RequestKind { Control, Invocation };

/// An answer with a status that is not 2xx, as a failure with a sentence. `now` is this computer's time: a refused signature is told from a
/// clock that is wrong. What the service says of a signature is not repeated: it quotes the request's headers.
[[nodiscard]] LambdaFailure refusalOf(const HttpResponse& response, RequestKind kind, UnixTime now);
/// No answer, or none that can be read.
[[nodiscard]] LambdaFailure lossOf(HttpFailure failure, RequestKind kind);
/// Whether sending it again is safe and may help.
[[nodiscard]] bool isWorthRetrying(const LambdaFailure& failure, RequestKind kind);
/// The credentials are no longer good.
[[nodiscard]] bool isExpired(const LambdaFailure& failure);
/// "Sat, 31 Jan 2026 09:15:02 GMT".
[[nodiscard]] std::optional<UnixTime> parseHttpDate(const std::string& text);

} // namespace tierscope::core
