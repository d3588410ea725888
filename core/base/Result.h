// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Error.h"

#include <tl/expected.hpp>

#include <utility>

namespace tierscope::core {

/// A value or the Error that says why there is none.
template <typename T>
using Result = tl::expected<T, Error>;

/// Returns an Error from a function whose type is Result<T>.
[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string remedy = {})
{
    return tl::unexpected<Error>(Error{code, std::move(message), std::move(remedy)});
}

} // namespace tierscope::core
