// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/base/Text.h"

#include <algorithm>
#include <cstddef>

namespace tierscope::core {

namespace {

constexpr std::size_t kLongestLine = 300;

/// Length of the well-formed UTF-8 character at the start of text, or 0.
std::size_t characterLength(std::string_view text)
{
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const auto isTail = [&](std::size_t at, unsigned low = 0x80, unsigned high = 0xBF) {
        return at < text.size() && byte(at) >= low && byte(at) <= high;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return isTail(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = lead == 0xED ? 0x9F : 0xBF;
        return isTail(1, low, high) && isTail(2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
        const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
        return isTail(1, low, high) && isTail(2) && isTail(3) ? 4 : 0;
    }
    return 0;
}

} // namespace

std::string groupDigits(std::uint64_t number)
{
    std::string text = std::to_string(number);
    for (std::size_t fromEnd = 3; fromEnd < text.size(); fromEnd += 4)
        text.insert(text.size() - fromEnd, 1, ',');
    return text;
}

std::string groupDigits(std::int64_t number)
{
    const auto bits = static_cast<std::uint64_t>(number);
    std::string text = number < 0 ? "-" : "";
    return text += groupDigits(number < 0 ? 0 - bits : bits);
}

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = characterLength(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

std::string oneLine(std::string text)
{
    std::replace_if(
        text.begin(), text.end(), [](char character) { return static_cast<unsigned char>(character) < ' '; }, ' ');
    return text;
}

std::string shortLine(std::string_view text)
{
    std::string line = oneLine(std::string(text.substr(0, kLongestLine)));
    // What was cut inside a character is not UTF-8.
    while (!line.empty() && !isUtf8(line))
        line.pop_back();
    return line;
}

std::string inQuotes(std::string_view text)
{
    constexpr std::size_t kLongest = 60;
    std::string result = "\"";
    while (!text.empty()) {
        const std::size_t length = characterLength(text);
        if (result.size() + length > kLongest) {
            result += "…";
            break;
        }
        const auto first = static_cast<unsigned char>(text.front());
        if (length == 0 || first < 0x20 || first == 0x7F)
            result += '?';
        else
            result += text.substr(0, length);
        text.remove_prefix(length == 0 ? 1 : length);
    }
    return result += '"';
}

} // namespace tierscope::core
