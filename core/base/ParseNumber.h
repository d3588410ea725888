// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

namespace tierscope::core {

/// All of the text as a whole number in the C locale; nothing where it is empty, has anything else in it, or does not fit.
template <typename Integer>
[[nodiscard]] std::optional<Integer> parseInteger(std::string_view text, int base = 10)
{
    Integer number{};
    const auto [rest, problem] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    if (text.empty() || problem != std::errc() || rest != text.data() + text.size())
        return {};
    return number;
}

} // namespace tierscope::core
