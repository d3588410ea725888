// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

namespace tierscope::tests {

/// From here on a test during which Qt warns fails, with what Qt said.
void failOnQtWarnings();

} // namespace tierscope::tests
