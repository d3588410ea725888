// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/base/JsonText.h"

#include <nlohmann/json.hpp>

namespace tierscope::core {

std::string jsonText(const nlohmann::json& json, int indent)
{
    return json.dump(indent, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string jsonQuoted(std::string_view text)
{
    return text.empty() ? "\"\"" : jsonText(nlohmann::json(text));
}

} // namespace tierscope::core
