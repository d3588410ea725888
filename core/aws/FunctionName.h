// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Result.h"

#include <string>
#include <string_view>

namespace tierscope::core {

/// How a person names a function: a name, "account:function:name", or an ARN (also of another account); each with ":qualifier".
struct FunctionName {
    std::string name;      ///< "work"
    std::string account;   ///< 12 digits; empty: the caller's own
    std::string region;    ///< of an ARN; empty: the caller's
    std::string partition; ///< of an ARN: "aws", "aws-cn", …
    std::string qualifier; ///< a version or an alias; empty: $LATEST
    /// What goes into a request's path: name, partial or full ARN, without the qualifier.
    [[nodiscard]] std::string reference() const;
    bool operator==(const FunctionName&) const = default;
};

/// InvalidArgument where it is none of the forms.
[[nodiscard]] Result<FunctionName> parseFunctionName(std::string_view text);
/// A version's number, $LATEST, or an alias' name.
[[nodiscard]] bool isQualifier(std::string_view text);
/// "us-east-1", "ap-northeast-1", "us-gov-west-1".
[[nodiscard]] bool isRegionName(std::string_view text);
/// What to say of a text that is none.
[[nodiscard]] Error unknownRegion(std::string_view region);

} // namespace tierscope::core
