// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"

#include <cstddef>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tierscope::core {

/// How deep arrays and objects may nest in what we read; nothing that we write comes near.
inline constexpr int kMaximumJsonDepth = 64;

/// Fails with `code` where text nests deeper than kMaximumJsonDepth (the JSON library recurses when it copies and writes) or has a whole
/// number that 64 bits cannot hold (the library would silently make it a fraction). Says nothing about text that is not JSON. `what` is
/// "the run request".
[[nodiscard]] Result<void> checkJsonText(std::string_view text, std::string_view what, ErrorCode code);

/// The Error for text that is not JSON; byte is the first one that cannot stand where it is, counted from 1.
[[nodiscard]] Error notJson(std::string_view what, std::size_t byte, ErrorCode code);

/// Text to JSON, with both checks. No exception escapes.
[[nodiscard]] Result<nlohmann::json> parseJson(std::string_view text, std::string_view what, ErrorCode code);

/// Whether text is JSON; what it holds is not kept.
[[nodiscard]] bool isJson(std::string_view text);

/// A text among the members of an object, for what others write and we only look at; empty when it is missing or no text.
[[nodiscard]] std::string textOf(const nlohmann::json& object, const char* key);

/// Reads the members of one object, each with its type and range, and keeps the first error. After an error, values that are read are
/// meaningless until status() is asked. Booleans and fractions such as 1.0 are not whole numbers. Where the code is InvalidArgument, errors
/// say what to give; received bytes (Corrupt) have no such advice. The json must outlive the reader.
class JsonReader {
public:
    JsonReader(const nlohmann::json& object, std::string_view what, ErrorCode code);

    /// Any other key is an error that names it and the known ones.
    void allowOnly(std::span<const std::string_view> keys);
    [[nodiscard]] bool has(std::string_view key) const;
    /// Without a fallback the key is required.
    [[nodiscard]] std::int64_t integer(std::string_view key, std::int64_t minimum, std::int64_t maximum,
                                       std::optional<std::int64_t> fallback = {});
    [[nodiscard]] std::string text(std::string_view key, std::optional<std::string_view> fallback = {});
    [[nodiscard]] bool flag(std::string_view key, std::optional<bool> fallback = {});
    /// Null when it is missing or has another type.
    [[nodiscard]] const nlohmann::json* array(std::string_view key);
    [[nodiscard]] const nlohmann::json* object(std::string_view key);

    /// Keeps an error of the caller's own, when it is the first.
    void reject(Error error);
    void reject(std::string message, std::string remedy);

    [[nodiscard]] bool isGood() const { return !m_error; }
    [[nodiscard]] Result<void> status() const;

private:
    const nlohmann::json* find(std::string_view key) const;
    /// value is null where the key is missing.
    void rejectMember(std::string_view key, const nlohmann::json* value, std::string_view expected);

    const nlohmann::json& m_object;
    std::string_view m_what;
    ErrorCode m_code;
    std::optional<Error> m_error;
};

} // namespace tierscope::core
