// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Error.h"

#include <QString>

namespace tierscope::ui {

/// What kind of thing went wrong, from the code alone and in the window's language: "Something is missing".
[[nodiscard]] QString errorHeadline(core::ErrorCode code);

/// The whole as the message bar shows it: the headline, core's own text as the detail (what, where), and what to do: core's remedy, or
/// where core has none the code's.
[[nodiscard]] QString errorText(const core::Error& error);

/// The same without the headline: for a list of things to know, each a sentence or two.
[[nodiscard]] QString remarkText(const core::Error& remark);

/// Something that a person should know and that stops nothing: no headline of a failure.
[[nodiscard]] QString warningText(const core::Error& warning);

} // namespace tierscope::ui
