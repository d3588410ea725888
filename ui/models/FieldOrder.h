// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

namespace tierscope::ui {

/// The place of a field (namespace field) in the experiment panel, from above.
[[nodiscard]] std::ptrdiff_t fieldOrder(const std::string& field);

} // namespace tierscope::ui
