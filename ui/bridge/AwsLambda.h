// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/backend/RestoreJournal.h"
#include "ui/bridge/LambdaService.h"

namespace tierscope::ui {

/// Lambda itself, with credentials that are looked for anew with each question and kept by nobody. `journalFolder` is where sweeps are
/// written down; tests give their own options and folder.
[[nodiscard]] LambdaServices makeAwsLambda(const core::ClientOptions& options = {},
                                           std::string journalFolder = core::defaultJournalFolder());

} // namespace tierscope::ui
