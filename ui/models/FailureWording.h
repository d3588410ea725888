// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/experiment/SampleFailure.h"

#include <QString>

#include <string>

namespace tierscope::ui {

/// "task 3: killed by signal 9 (SIGKILL)", in the window's language; what a user's program or the system said stays as it was said.
[[nodiscard]] QString failureText(const core::SampleFailure& failure);
/// The same from Sample::error.
[[nodiscard]] QString failureText(const std::string& error);

} // namespace tierscope::ui
