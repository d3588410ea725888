// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/aws/LambdaClient.h"
#include "core/backend/RestoreJournal.h"

#include <stop_token>

namespace tierscope::core {

/// Sets the memory of one function, each size noted in the journal before it is asked for, and waits until it holds. Only the memory is
/// ever changed. Every change goes for the revision that was seen last, so that somebody else's change makes it fail.
class TierSwitch {
public:
    /// All must outlive the switch; `access` is what the journal keeps for restoring.
    TierSwitch(const LambdaClient& client, RestoreJournal& journal, FunctionName function, AwsAccess access, FunctionConfiguration current);

    [[nodiscard]] const FunctionConfiguration& current() const { return m_current; }
    /// A failure of type PreconditionFailedException: somebody else has changed the function. InvalidParameterValueException: the account
    /// may not have that size.
    [[nodiscard]] LambdaResult<void> set(MemoryMb memory, const std::stop_token& stop);
    /// New environments at the same size: a change of the memory replaces them, so the size goes up by 1 MB (at the largest: down) and
    /// back. No other setting is touched for it, and nothing is left that restoring the memory does not take away.
    [[nodiscard]] LambdaResult<void> renew(MemoryMb memory, const std::stop_token& stop);

private:
    [[nodiscard]] LambdaResult<void> ask(MemoryMb memory, const std::stop_token& stop);
    [[nodiscard]] Result<void> note(MemoryMb memory);
    /// Takes the present configuration as ours where only its revision differs; a finished update changes it once more.
    [[nodiscard]] LambdaResult<void> lookAgain(MemoryMb wanted, const std::stop_token& stop);

    const LambdaClient& m_client;
    RestoreJournal& m_journal;
    FunctionName m_function;
    AwsAccess m_access;
    FunctionConfiguration m_current;
};

} // namespace tierscope::core
