// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/backend/FunctionRestore.h"

#include <algorithm>
#include <fmt/format.h>

namespace tierscope::core {

namespace {

constexpr std::chrono::milliseconds kRestorePatience{120'000};
/// Each round looks again: between the look and the change somebody else may be quicker.
constexpr int kRounds = 3;

std::string sentenceOf(const RestoreEntry& entry, const RestoreDecision& decision, MemoryMb found)
{
    const std::string more =
        decision.othersChangedMore ? "; somebody else has changed other settings or the code meanwhile, which stays" : std::string{};
    switch (decision.kind) {
    case RestoreOutcome::Kind::Restored:
        return fmt::format("{} has its {} MB again{}", entry.functionArn, entry.original.value, more);
    case RestoreOutcome::Kind::WasAsBefore:
        return fmt::format("{} has its {} MB{}", entry.functionArn, entry.original.value, more);
    case RestoreOutcome::Kind::LeftToOthers:
        return fmt::format("{} was set to {} MB by somebody else and stays so; it had {} MB before the sweep{}", entry.functionArn,
                           found.value, entry.original.value, more);
    case RestoreOutcome::Kind::Gone:
        break;
    }
    return fmt::format("{} was deleted meanwhile", entry.functionArn);
}

Result<RestoreOutcome> closeWith(RestoreJournal& journal, const RestoreDecision& decision, MemoryMb found)
{
    const RestoreEntry entry = *journal.entry();
    if (auto closed = journal.close(); !closed)
        return fail(std::move(closed.error()));
    return RestoreOutcome{decision.kind, entry.functionArn, sentenceOf(entry, decision, found)};
}

Result<RestoreOutcome> stillOpen(const RestoreEntry& entry, const LambdaFailure& failure)
{
    return fail(failure.error.code,
                fmt::format("{} could not be given its {} MB again: {}", entry.functionArn, entry.original.value, failure.error.message),
                "Run tierscope-cli lambda restore when that is mended");
}

/// What failed is no longer so when it is looked at again.
bool isOvertaken(const LambdaFailure& failure)
{
    return failure.type == "PreconditionFailedException" || failure.type == "ResourceConflictException";
}

bool isNamed(const RestoreEntry& entry, const std::string& filter)
{
    if (filter.empty() || entry.functionArn == filter)
        return true;
    const auto wanted = parseFunctionName(filter);
    const auto known = parseFunctionName(entry.functionArn);
    return wanted && known && wanted->name == known->name && (wanted->account.empty() || wanted->account == known->account)
           && (wanted->region.empty() || wanted->region == known->region);
}

Result<RestoreOutcome> restoreEntry(const std::string& folder, const RestoreEntry& entry, const ClientOptions& options,
                                    const std::stop_token& stop)
{
    auto journal = RestoreJournal::claim(folder, entry.functionArn, entry.access.endpointUrl);
    if (!journal)
        return fail(std::move(journal.error()));
    if (!journal->entry())
        return RestoreOutcome{RestoreOutcome::Kind::WasAsBefore, entry.functionArn, entry.functionArn + " has been restored already"};
    const auto client = LambdaClient::open(entry.access, options);
    if (!client)
        return fail(client.error());
    return restoreFunction(*client, *journal, stop);
}

} // namespace

RestoreDecision decideRestore(const RestoreEntry& entry, const FunctionConfiguration& current)
{
    RestoreDecision decision;
    decision.othersChangedMore = current.fingerprint != entry.fingerprint;
    const bool isOurs = std::find(entry.revisions.begin(), entry.revisions.end(), current.revision) != entry.revisions.end()
                        || (!entry.written.empty() && current.memory == entry.written.back())
                        // The last one may have been noted and not asked for.
                        || (entry.written.size() > 1 && current.memory == *(entry.written.end() - 2));
    if (current.memory == entry.original)
        decision.kind = RestoreOutcome::Kind::WasAsBefore;
    else
        decision.kind = isOurs ? RestoreOutcome::Kind::Restored : RestoreOutcome::Kind::LeftToOthers;
    return decision;
}

Result<RestoreOutcome> restoreFunction(const LambdaClient& client, RestoreJournal& journal, const std::stop_token& stop)
{
    const RestoreEntry entry = *journal.entry();
    const auto function = parseFunctionName(entry.functionArn);
    if (!function)
        return fail(function.error());
    for (int round = 1;; ++round) {
        auto current = client.getConfiguration(*function, stop);
        if (current && current->isUpdating())
            current = client.waitUntilReady(*function, kRestorePatience, stop);
        if (!current && current.error().type == "ResourceNotFoundException")
            return closeWith(journal, {RestoreOutcome::Kind::Gone, false}, {});
        if (!current)
            return stillOpen(entry, current.error());
        const RestoreDecision decision = decideRestore(entry, *current);
        if (decision.kind != RestoreOutcome::Kind::Restored)
            return closeWith(journal, decision, current->memory);
        // Only this revision: whoever changes the function in this moment is not overwritten.
        auto changed = client.setMemory(*function, entry.original, current->revision, stop);
        if (changed)
            changed = client.waitUntilReady(*function, kRestorePatience, stop);
        if (changed)
            return closeWith(journal, decision, changed->memory);
        if (!isOvertaken(changed.error()) || round >= kRounds)
            return stillOpen(entry, changed.error());
    }
}

std::vector<Result<RestoreOutcome>> restoreUnfinished(const std::string& folder, const ClientOptions& options,
                                                      const std::string& functionFilter, const std::stop_token& stop)
{
    std::vector<Result<RestoreOutcome>> outcomes;
    const auto entries = RestoreJournal::unfinished(folder);
    if (!entries) {
        outcomes.emplace_back(fail(entries.error()));
        return outcomes;
    }
    for (const RestoreEntry& entry : *entries) {
        if (isNamed(entry, functionFilter))
            outcomes.push_back(restoreEntry(folder, entry, options, stop));
    }
    return outcomes;
}

} // namespace tierscope::core
