// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aws/Credentials.h"
#include "core/base/Result.h"
#include "core/base/UniqueFd.h"
#include "core/base/Units.h"

#include <optional>
#include <string>
#include <vector>

namespace tierscope::core {

/// A function that a sweep has changed or is about to change, with what is needed to put it back. Holds no credential and no value of the
/// function's environment.
struct RestoreEntry {
    std::string functionArn; ///< without a qualifier
    AwsAccess access;
    MemoryMb original;
    std::string originalRevision;
    std::string fingerprint; ///< FunctionConfiguration's, before the first change
    std::vector<MemoryMb>
        written; ///< sizes that were asked for, noted before each was asked for; the last one is what the function should have
    std::vector<std::string> revisions; ///< that our changes have produced
    std::int64_t startedAtMs = 0;       ///< Unix time
    bool operator==(const RestoreEntry&) const = default;
};

/// $XDG_STATE_HOME/tierscope/lambda, or ~/.local/state/…; makes no folder.
[[nodiscard]] std::string defaultJournalFolder();

/// One function's entry in the journal, a file that is durable (file and folder synced, replaced atomically) when a call returns, and the
/// lock that keeps a second Tierscope off the function. The lock goes with the process in whatever way it dies; the entry stays.
class RestoreJournal {
public:
    /// Takes the function's lock and reads what an earlier process left. Busy: another Tierscope has it. Corrupt: the file is damaged (it
    /// is kept).
    [[nodiscard]] static Result<RestoreJournal> claim(const std::string& folder, const std::string& functionArn,
                                                      const std::string& endpointUrl);
    /// The entries of sweeps that ended without restoring; those that a living process holds are left out.
    [[nodiscard]] static Result<std::vector<RestoreEntry>> unfinished(const std::string& folder);

    /// What is open; none: nothing is to be restored.
    [[nodiscard]] const std::optional<RestoreEntry>& entry() const { return m_entry; }
    [[nodiscard]] Result<void> begin(RestoreEntry entry);
    /// Before a size is asked for.
    [[nodiscard]] Result<void> intend(MemoryMb memory);
    /// Lambda has refused the size that was noted last.
    [[nodiscard]] Result<void> withdraw();
    /// After Lambda has answered with a revision of ours.
    [[nodiscard]] Result<void> confirm(const std::string& revision);
    /// The function is as it was, or is somebody else's business now.
    [[nodiscard]] Result<void> close();

private:
    RestoreJournal(std::string path, UniqueFd lock, std::optional<RestoreEntry> entry);
    [[nodiscard]] Result<void> save();

    std::string m_path;
    UniqueFd m_lock;
    std::optional<RestoreEntry> m_entry;
};

} // namespace tierscope::core
