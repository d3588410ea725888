// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace tierscope::ui {

/// A command line as a person types it, split into arguments as a shell splits words, and nothing else that a shell does:
/// blanks separate; '…' keeps everything; "…" keeps everything but \" and \\; outside quotes a backslash keeps the next character.
/// $, *, ~, |, > and & are ordinary characters. Fails on a quote that is not closed and on a backslash at the end.
[[nodiscard]] core::Result<std::vector<std::string>> splitArguments(std::string_view text);

/// The other way round: splitArguments(joinArguments(a)) is a.
[[nodiscard]] std::string joinArguments(const std::vector<std::string>& arguments);

} // namespace tierscope::ui
