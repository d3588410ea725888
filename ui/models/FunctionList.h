// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aws/FunctionConfiguration.h"
#include "core/base/Error.h"

#include <QString>

#include <optional>
#include <vector>

namespace tierscope::ui {

/// The functions of a profile and region, as far as they are known.
struct FunctionList {
    enum class State : std::uint8_t { NotAsked, Loading, Ready, Failed };
    State state = State::NotAsked;
    std::string region; ///< of Ready
    std::vector<core::FunctionConfiguration> functions;
    std::optional<core::Error> error; ///< of Failed

    /// By name, or by an ARN with or without a qualifier; null when it is not in the list.
    [[nodiscard]] const core::FunctionConfiguration* find(const QString& nameOrArn) const;
};

/// "12 functions in eu-west-1", "Looking for functions…", "There is no function in eu-west-1 yet. Deploy Tierscope's own, or choose another
/// region."; empty where a failure is said instead.
[[nodiscard]] QString functionListText(const FunctionList& list);

/// The chosen function in a line: "1,769 MB now, x86_64, provided.al2023, time limit 15 min".
[[nodiscard]] QString functionText(const core::FunctionConfiguration& function);

/// "thumbs:42" of a name or an ARN and a qualifier; what cannot be read stays as it is.
[[nodiscard]] QString functionTitle(const std::string& function, const std::string& qualifier);

/// The region of an ARN; empty where it is none.
[[nodiscard]] std::string regionOfFunction(const std::string& function);

} // namespace tierscope::ui
