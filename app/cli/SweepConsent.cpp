// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "SweepConsent.h"

#include "CommandLine.h"
#include "InterruptWatcher.h"
#include "core/backend/FunctionRestore.h"
#include "core/backend/LambdaBackend.h"
#include "core/backend/SweepGuard.h"
#include "core/base/UniqueFd.h"

#include <fmt/format.h>
#include <iostream>
#include <unistd.h>

namespace tierscope::cli {

namespace {

core::ClientOptions clientOptions()
{
    core::ClientOptions options;
    options.onRetry = [](const core::RetryNotice& notice) {
        note(fmt::format("{}; trying again in {:.1f} s", notice.error.message, static_cast<double>(notice.pause.count()) / 1000));
    };
    return options;
}

core::Result<core::SweepGuard> lookAt(const core::ExperimentSpec& spec, const std::stop_token& stop)
{
    auto access = core::lambdaAccess(spec.lambda);
    if (!access)
        return core::fail(std::move(access.error()));
    auto client = core::LambdaClient::open(*access, clientOptions());
    if (!client)
        return core::fail(std::move(client.error()));
    return core::describeSweep(spec, *client, stop);
}

} // namespace

bool confirmOnTerminal(const std::string& question)
{
    if (::isatty(STDIN_FILENO) == 0 || ::isatty(STDERR_FILENO) == 0)
        return false;
    static_cast<void>(core::writeAll(STDERR_FILENO, question + " [y/N] "));
    std::string answer;
    std::getline(std::cin, answer);
    return answer == "y" || answer == "Y" || answer == "yes";
}

bool restoreLeftovers(const std::string& filter, const std::stop_token& stop)
{
    bool isGood = true;
    for (const auto& outcome : core::restoreUnfinished(core::defaultJournalFolder(), clientOptions(), filter, stop)) {
        if (outcome) {
            note(outcome->sentence);
        } else {
            static_cast<void>(report(outcome.error()));
            isGood = false;
        }
    }
    return isGood;
}

void noteLeftovers()
{
    const auto entries = core::RestoreJournal::unfinished(core::defaultJournalFolder());
    if (!entries)
        return;
    for (const core::RestoreEntry& entry : *entries)
        note(fmt::format("Note: a sweep that ended early has left {} changed; put its {} MB back with: tierscope-cli lambda restore",
                         entry.functionArn, entry.original.value));
}

std::optional<int> consentToSweep(const core::ExperimentSpec& spec, const ConsentOptions& options)
{
    const std::stop_source stop;
    const InterruptWatcher watcher(stop, [] {});
    if (options.dryRun)
        noteLeftovers();
    else
        static_cast<void>(restoreLeftovers({}, stop.get_token()));
    const auto guard = lookAt(spec, stop.get_token());
    if (stop.stop_requested())
        return Interrupted;
    if (!guard)
        return report(guard.error());
    static_cast<void>(core::writeAll(STDERR_FILENO, core::guardText(*guard)));
    if (options.dryRun)
        return AllGood;
    if (options.yes || confirmOnTerminal("Go ahead?"))
        return std::nullopt;
    return report({core::ErrorCode::InvalidArgument, "nothing was changed: nobody has agreed", "Give --yes to go ahead without asking"});
}

} // namespace tierscope::cli
