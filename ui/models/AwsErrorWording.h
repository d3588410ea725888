// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/Error.h"

#include <QString>

namespace tierscope::ui {

/// What happened and what to do, a sentence each; empty where core's own words have to do.
struct ErrorWords {
    QString message;
    QString remedy;
};

/// Of an error on the way to AWS or from there; empty for any other. What AWS, a library or a program has said stands in it as it was said.
[[nodiscard]] ErrorWords wordAwsError(const core::Error& error);

} // namespace tierscope::ui
