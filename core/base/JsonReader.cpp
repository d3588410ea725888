// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/base/JsonReader.h"

#include "core/base/JsonText.h"
#include "core/base/Text.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <limits>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

namespace tierscope::core {

namespace {

constexpr std::string_view kNumberCharacters = "+-.0123456789Ee";

bool isTooLargeWholeNumber(std::string_view lexeme)
{
    if (lexeme.find_first_of(".Ee") != std::string_view::npos)
        return false;
    const auto overflows = [&](auto number) {
        return std::from_chars(lexeme.data(), lexeme.data() + lexeme.size(), number).ec == std::errc::result_out_of_range;
    };
    return lexeme.front() == '-' ? overflows(std::int64_t{}) : overflows(std::uint64_t{});
}

/// Where the string that opens at `quote` ends: its closing quote, or the text's end.
std::size_t endOfString(std::string_view text, std::size_t quote)
{
    std::size_t at = quote + 1;
    for (; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\')
            ++at;
    }
    return at;
}

std::string described(const nlohmann::json& value)
{
    switch (value.type()) {
    case nlohmann::json::value_t::null:
        return "null";
    case nlohmann::json::value_t::boolean:
        return value.get<bool>() ? "true" : "false";
    case nlohmann::json::value_t::string:
        return "the text " + inQuotes(value.get_ref<const std::string&>());
    case nlohmann::json::value_t::array:
        return "a list";
    case nlohmann::json::value_t::object:
        return "an object";
    case nlohmann::json::value_t::number_integer:
        return groupDigits(value.get<std::int64_t>());
    case nlohmann::json::value_t::number_unsigned:
        return groupDigits(value.get<std::uint64_t>());
    case nlohmann::json::value_t::number_float:
        return jsonText(value);
    case nlohmann::json::value_t::binary:
    case nlohmann::json::value_t::discarded:
        break;
    }
    return "nothing that can be read";
}

} // namespace

Result<void> checkJsonText(std::string_view text, std::string_view what, ErrorCode code)
{
    int depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char character = text[at];
        if (character == '"') {
            at = endOfString(text, at);
        } else if (character == '[' || character == '{') {
            if (++depth > kMaximumJsonDepth)
                return fail(code, fmt::format("{} nests more than {} levels deep", what, kMaximumJsonDepth));
        } else if (character == ']' || character == '}') {
            --depth;
        } else if (character == '-' || (character >= '0' && character <= '9')) {
            const std::size_t end = std::min(text.find_first_not_of(kNumberCharacters, at), text.size());
            const std::string_view lexeme = text.substr(at, end - at);
            if (isTooLargeWholeNumber(lexeme))
                return fail(code, fmt::format("{} has a whole number that is too large, {}", what, inQuotes(lexeme)));
            at = end - 1;
        }
    }
    return {};
}

Error notJson(std::string_view what, std::size_t byte, ErrorCode code)
{
    return Error{code, fmt::format("{} is not valid JSON (byte {})", what, byte), {}};
}

Result<nlohmann::json> parseJson(std::string_view text, std::string_view what, ErrorCode code)
{
    if (const Result<void> checked = checkJsonText(text, what, code); !checked)
        return fail(checked.error());
    try {
        return nlohmann::json::parse(text);
    } catch (const nlohmann::json::parse_error& error) {
        return fail(notJson(what, error.byte, code));
    } catch (const nlohmann::json::exception&) {
        return fail(code, fmt::format("{} has a number that is too large", what));
    }
}

bool isJson(std::string_view text)
{
    return nlohmann::json::accept(text);
}

std::string textOf(const nlohmann::json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

JsonReader::JsonReader(const nlohmann::json& object, std::string_view what, ErrorCode code)
    : m_object(object)
    , m_what(what)
    , m_code(code)
{
    if (!object.is_object())
        reject(fmt::format("{} is {} where an object is needed", what, described(object)), {});
}

void JsonReader::allowOnly(std::span<const std::string_view> keys)
{
    if (!m_object.is_object())
        return;
    for (const auto& [key, value] : m_object.items()) {
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
            reject(fmt::format("unknown key {} in {}", inQuotes(key), m_what), fmt::format("Known keys are {}", fmt::join(keys, ", ")));
            return;
        }
    }
}

bool JsonReader::has(std::string_view key) const
{
    return find(key) != nullptr;
}

std::int64_t JsonReader::integer(std::string_view key, std::int64_t minimum, std::int64_t maximum, std::optional<std::int64_t> fallback)
{
    const nlohmann::json* value = find(key);
    if (!value && fallback)
        return *fallback;
    // What 64 bits hold without a sign only is above every maximum.
    if (value && value->is_number_integer()) {
        const bool fits =
            !value->is_number_unsigned() || value->get<std::uint64_t>() <= std::uint64_t{std::numeric_limits<std::int64_t>::max()};
        if (const auto number = value->get<std::int64_t>(); fits && number >= minimum && number <= maximum)
            return number;
    }
    rejectMember(key, value, fmt::format("a whole number from {} to {}", groupDigits(minimum), groupDigits(maximum)));
    return minimum;
}

std::string JsonReader::text(std::string_view key, std::optional<std::string_view> fallback)
{
    const nlohmann::json* value = find(key);
    if (!value && fallback)
        return std::string(*fallback);
    if (value && value->is_string())
        return value->get<std::string>();
    rejectMember(key, value, "a text");
    return {};
}

bool JsonReader::flag(std::string_view key, std::optional<bool> fallback)
{
    const nlohmann::json* value = find(key);
    if (!value && fallback)
        return *fallback;
    if (value && value->is_boolean())
        return value->get<bool>();
    rejectMember(key, value, "true or false");
    return false;
}

const nlohmann::json* JsonReader::array(std::string_view key)
{
    const nlohmann::json* value = find(key);
    if (value && value->is_array())
        return value;
    rejectMember(key, value, "a list");
    return nullptr;
}

const nlohmann::json* JsonReader::object(std::string_view key)
{
    const nlohmann::json* value = find(key);
    if (value && value->is_object())
        return value;
    rejectMember(key, value, "an object");
    return nullptr;
}

void JsonReader::reject(Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

void JsonReader::reject(std::string message, std::string remedy)
{
    // Only who wrote the text can act on advice; a report or a stored line was written by a program.
    reject(Error{m_code, std::move(message), m_code == ErrorCode::InvalidArgument ? std::move(remedy) : std::string{}});
}

Result<void> JsonReader::status() const
{
    if (m_error)
        return fail(*m_error);
    return {};
}

const nlohmann::json* JsonReader::find(std::string_view key) const
{
    if (!m_object.is_object())
        return nullptr;
    const auto found = m_object.find(key);
    return found == m_object.end() ? nullptr : &*found;
}

void JsonReader::rejectMember(std::string_view key, const nlohmann::json* value, std::string_view expected)
{
    std::string message =
        value ? fmt::format("\"{}\" in {} is {}", key, m_what, described(*value)) : fmt::format("\"{}\" is missing in {}", key, m_what);
    reject(std::move(message), fmt::format("Give {}", expected));
}

} // namespace tierscope::core
