// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tierscope::core {

/// 10000000 as "10,000,000", for sentences in English.
[[nodiscard]] std::string groupDigits(std::uint64_t number);
[[nodiscard]] std::string groupDigits(std::int64_t number);

/// Well-formed UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool isUtf8(std::string_view text);

/// With a blank for every control character, line ends too: for a cell of a table, or a comment line.
[[nodiscard]] std::string oneLine(std::string text);

/// The first 300 bytes of it so, cut between characters: for what others have written into an error.
[[nodiscard]] std::string shortLine(std::string_view text);

/// The text in double quotes, fit for one line of an error message: control characters and bytes that are not UTF-8 become '?', and what is
/// longer than 60 bytes is cut and ends in "…".
[[nodiscard]] std::string inQuotes(std::string_view text);

} // namespace tierscope::core
