// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/backend/TierSwitch.h"

#include "core/tier/TierCatalogue.h"

#include <fmt/format.h>
#include <utility>

namespace tierscope::core {

namespace {

constexpr std::chrono::milliseconds kSwitchPatience{300'000};
constexpr const char* kChanged = "PreconditionFailedException";

tl::unexpected<LambdaFailure> failedBy(Error error)
{
    return tl::unexpected(LambdaFailure{std::move(error), {}, 0, false});
}

LambdaFailure changedByOthers(const std::string& what, ErrorDetail detail, std::vector<std::string> values = {})
{
    return {{ErrorCode::Busy, "somebody else has changed the function during the sweep: " + what,
             "Let the sweep have it alone, then resume", detail, std::move(values)},
            kChanged,
            412,
            false};
}

LambdaFailure resizedByOthers(MemoryMb memory)
{
    return changedByOthers(fmt::format("it has {} MB", memory.value), ErrorDetail::FunctionResized, {std::to_string(memory.value)});
}

std::int64_t unixMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

} // namespace

TierSwitch::TierSwitch(const LambdaClient& client, RestoreJournal& journal, FunctionName function, AwsAccess access,
                       FunctionConfiguration current)
    : m_client(client)
    , m_journal(journal)
    , m_function(std::move(function))
    , m_access(std::move(access))
    , m_current(std::move(current))
{}

Result<void> TierSwitch::note(MemoryMb memory)
{
    if (!m_journal.entry()) {
        RestoreEntry entry;
        entry.functionArn = m_current.arn;
        entry.access = m_access;
        entry.original = m_current.memory;
        entry.originalRevision = m_current.revision;
        entry.fingerprint = m_current.fingerprint;
        entry.startedAtMs = unixMs();
        entry.written.push_back(memory);
        return m_journal.begin(std::move(entry));
    }
    return m_journal.intend(memory);
}

LambdaResult<void> TierSwitch::lookAgain(MemoryMb wanted, const std::stop_token& stop)
{
    auto seen = m_client.waitUntilReady(m_function, kSwitchPatience, stop);
    if (!seen)
        return tl::unexpected(std::move(seen.error()));
    if (seen->fingerprint != m_current.fingerprint)
        return tl::unexpected(changedByOthers("its code or other settings", ErrorDetail::FunctionChanged));
    if (seen->memory != m_current.memory && seen->memory != wanted)
        return tl::unexpected(resizedByOthers(seen->memory));
    if (auto confirmed = m_journal.confirm(seen->revision); !confirmed)
        return failedBy(std::move(confirmed.error()));
    m_current = std::move(*seen);
    return {};
}

LambdaResult<void> TierSwitch::ask(MemoryMb memory, const std::stop_token& stop)
{
    constexpr int kRounds = 3;
    for (int round = 1;; ++round) {
        const auto changed = m_client.setMemory(m_function, memory, m_current.revision, stop);
        if (changed) {
            if (auto confirmed = m_journal.confirm(changed->revision); !confirmed)
                return failedBy(std::move(confirmed.error()));
            return lookAgain(memory, stop);
        }
        const LambdaFailure& failure = changed.error();
        if ((failure.type != kChanged && failure.type != "ResourceConflictException") || round >= kRounds)
            return tl::unexpected(failure);
        if (auto looked = lookAgain(memory, stop); !looked)
            return looked;
        // An answer that was lost and a second try: the first one has done it.
        if (m_current.memory == memory)
            return {};
    }
}

LambdaResult<void> TierSwitch::set(MemoryMb memory, const std::stop_token& stop)
{
    if (m_current.memory == memory)
        return {};
    if (auto noted = note(memory); !noted)
        return failedBy(std::move(noted.error()));
    auto asked = ask(memory, stop);
    if (!asked && asked.error().type == "InvalidParameterValueException") {
        if (auto withdrawn = m_journal.withdraw(); !withdrawn)
            return failedBy(std::move(withdrawn.error()));
    }
    if (asked && m_current.memory != memory)
        return tl::unexpected(resizedByOthers(m_current.memory));
    return asked;
}

LambdaResult<void> TierSwitch::renew(MemoryMb memory, const std::stop_token& stop)
{
    if (m_current.memory != memory)
        return set(memory, stop);
    const MemoryMb neighbour{memory < kLargestTier ? memory.value + 1 : memory.value - 1};
    if (auto away = set(neighbour, stop); !away)
        return away;
    return set(memory, stop);
}

} // namespace tierscope::core
