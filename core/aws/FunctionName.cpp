// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/aws/FunctionName.h"

#include "core/base/Text.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace tierscope::core {

namespace {

constexpr std::size_t kLongestName = 64;

bool isWordCharacter(char character)
{
    return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')
           || character == '-' || character == '_';
}

bool isName(std::string_view text)
{
    return !text.empty() && text.size() <= kLongestName && std::all_of(text.begin(), text.end(), isWordCharacter);
}

bool isAccount(std::string_view text)
{
    return text.size() == 12 && std::all_of(text.begin(), text.end(), [](char character) { return character >= '0' && character <= '9'; });
}

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts(1);
    for (const char character : text) {
        if (character == separator)
            parts.emplace_back();
        else
            parts.back() += character;
    }
    return parts;
}

/// What stands behind "function": the name, and perhaps a qualifier.
bool takeTail(const std::vector<std::string>& parts, std::size_t first, FunctionName& function)
{
    if (parts.size() < first + 1 || parts.size() > first + 2)
        return false;
    function.name = parts[first];
    if (parts.size() == first + 2) {
        function.qualifier = parts[first + 1];
        if (!isQualifier(function.qualifier))
            return false;
    }
    return isName(function.name);
}

} // namespace

std::string FunctionName::reference() const
{
    if (account.empty())
        return name;
    if (region.empty())
        return fmt::format("{}:function:{}", account, name);
    return fmt::format("arn:{}:lambda:{}:{}:function:{}", partition, region, account, name);
}

Result<FunctionName> parseFunctionName(std::string_view text)
{
    const std::vector<std::string> parts = split(text, ':');
    FunctionName function;
    bool isGood = false;
    if (parts.size() >= 7 && parts[0] == "arn" && parts[2] == "lambda" && parts[5] == "function") {
        function.partition = parts[1];
        function.region = parts[3];
        function.account = parts[4];
        isGood = parts[1].starts_with("aws") && isName(parts[1]) && isRegionName(parts[3]) && isAccount(parts[4])
                 && takeTail(parts, 6, function);
    } else if (parts.size() >= 3 && parts[1] == "function") {
        function.account = parts[0];
        isGood = isAccount(parts[0]) && takeTail(parts, 2, function);
    } else {
        isGood = takeTail(parts, 0, function);
    }
    if (!isGood)
        return fail(Error{ErrorCode::InvalidArgument,
                          fmt::format("{} is not the name of a function", inQuotes(text)),
                          "Give its name, or its ARN such as arn:aws:lambda:us-east-1:123456789012:function:work",
                          ErrorDetail::FunctionNameUnusable,
                          {std::string(text)}});
    return function;
}

bool isQualifier(std::string_view text)
{
    return text == "$LATEST" || (!text.empty() && text.size() <= 128 && std::all_of(text.begin(), text.end(), isWordCharacter));
}

bool isRegionName(std::string_view text)
{
    const std::vector<std::string> parts = split(text, '-');
    const auto isLower = [](const std::string& part) {
        return !part.empty() && std::all_of(part.begin(), part.end(), [](char character) { return character >= 'a' && character <= 'z'; });
    };
    const std::string& number = parts.back();
    return parts.size() >= 3 && parts.size() <= 4 && text.size() <= 32 && parts.front().size() == 2 && number.size() == 1
           && number.front() >= '1' && number.front() <= '9' && std::all_of(parts.begin(), parts.end() - 1, isLower);
}

Error unknownRegion(std::string_view region)
{
    return {ErrorCode::InvalidArgument,
            fmt::format("{} is not a region of AWS", inQuotes(region)),
            "Give one such as us-east-1",
            ErrorDetail::RegionUnknown,
            {std::string(region)}};
}

} // namespace tierscope::core
