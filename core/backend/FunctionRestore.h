// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aws/LambdaClient.h"
#include "core/backend/RestoreJournal.h"

#include <stop_token>
#include <string>
#include <vector>

namespace tierscope::core {

/// What became of one function that a sweep had changed.
struct RestoreOutcome {
    enum class Kind {
        Restored,     ///< has its memory again
        WasAsBefore,  ///< had it already
        LeftToOthers, ///< somebody else has set another size meanwhile: not touched
        Gone,         ///< deleted meanwhile
    };
    Kind kind = Kind::Restored;
    std::string functionArn;
    std::string sentence; ///< for people, with everything else that changed meanwhile
};

/// What an open entry and the function's present configuration ask for; pure. Ours is a function whose revision we produced, or whose
/// memory is the size that we asked for last. Only the memory is ever written, so that what others changed beside it stays.
struct RestoreDecision {
    RestoreOutcome::Kind kind = RestoreOutcome::Kind::Restored; ///< Restored: the size has to be written
    bool othersChangedMore = false;                             ///< code, timeout, … differ from before the sweep
};
[[nodiscard]] RestoreDecision decideRestore(const RestoreEntry& entry, const FunctionConfiguration& current);

/// Puts the function of the journal's open entry back and closes the entry. On an error the entry stays open.
[[nodiscard]] Result<RestoreOutcome> restoreFunction(const LambdaClient& client, RestoreJournal& journal, const std::stop_token& stop);

/// Every entry that a dead process left, each with a client for its own profile and region: at a program's start, and `lambda restore`.
/// Functions that a living process holds are left alone. `functionFilter` empty: all; else only the function of that name or ARN.
[[nodiscard]] std::vector<Result<RestoreOutcome>> restoreUnfinished(const std::string& folder, const ClientOptions& options,
                                                                    const std::string& functionFilter, const std::stop_token& stop);

} // namespace tierscope::core
