// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"

#include <SQLiteCpp/Exception.h>
#include <string>

namespace tierscope::core {

/// What the store was about to do, for the sentence.
enum class StoreAction { Open, Read, Save };

/// SQLite's result code as an Error that says what, where and what to do.
[[nodiscard]] Error storeError(const SQLite::Exception& exception, StoreAction action, const std::string& path);

/// Calls function and turns an exception of SQLite's wrapper into the error of a Result: no exception leaves the store.
template <typename Function>
[[nodiscard]] auto guarded(StoreAction action, const std::string& path, Function function) -> decltype(function())
{
    try {
        return function();
    } catch (const SQLite::Exception& exception) {
        return fail(storeError(exception, action, path));
    }
}

} // namespace tierscope::core
