// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace tierscope::core {

/// JSON as text: in one line, or indented by so many spaces a level where indent is not negative. What is not UTF-8 becomes U+FFFD, so
/// that no exception escapes. One place for it, because the library's writer costs every file that calls it a second to compile.
[[nodiscard]] std::string jsonText(const nlohmann::json& json, int indent = -1);
/// The same with the keys in the order in which they were set. Not in a runner.
[[nodiscard]] std::string jsonText(const nlohmann::ordered_json& json, int indent = -1);

/// Text as a JSON string, quotes included.
[[nodiscard]] std::string jsonQuoted(std::string_view text);

} // namespace tierscope::core
