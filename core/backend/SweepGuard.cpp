// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/backend/SweepGuard.h"

#include "core/aws/FunctionName.h"
#include "core/aws/InvocationCost.h"
#include "core/base/Text.h"
#include "core/experiment/ExperimentPlan.h"
#include "core/tier/TierCatalogue.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace tierscope::core {

namespace {

constexpr double kMbPerGb = 1024;

/// Requests that change the memory, in the order in which the plan makes them.
int countChanges(const std::vector<PlannedRun>& plan, MemoryMb original)
{
    MemoryMb memory = original;
    int changes = 0;
    for (const PlannedRun& run : plan) {
        if (run.memory == kUnlimitedTier)
            continue;
        if (run.memory != memory)
            ++changes;
        else if (run.cold)
            changes += 2;
        memory = run.memory;
    }
    return memory == original ? changes : changes + 1;
}

void addWarnings(SweepGuard& guard, const ExperimentSpec& spec, const LambdaResult<AccountLimits>& limits)
{
    const auto warn = [&guard](ErrorDetail detail, std::string message, std::string remedy, std::vector<std::string> values = {}) {
        guard.warnings.push_back(Error{ErrorCode::InvalidArgument, std::move(message), std::move(remedy), detail, std::move(values)});
    };
    constexpr std::chrono::seconds kShort{60};
    if (guard.function.timeout < kShort)
        warn(ErrorDetail::SweepTimeLimit,
             fmt::format("the function's own time limit is {} s, which small tiers may not keep", guard.function.timeout.count()),
             "Runs that do not are failed samples; raise the function's timeout where that is too little",
             {std::to_string(guard.function.timeout.count())});
    if (spec.lambda.contract == LambdaContract::Any && spec.warmup == 0 && spec.lambda.coldStarts == 0)
        warn(ErrorDetail::SweepColdFirst, "the first run of each tier is a cold start and does not count", "Ask for a warm-up run");
    if (limits && limits->unreservedConcurrentExecutions > 0 && spec.lambda.concurrency > limits->unreservedConcurrentExecutions)
        warn(ErrorDetail::SweepConcurrency,
             fmt::format("the account may run {} invocations at once", limits->unreservedConcurrentExecutions), "Ask for fewer at once",
             {std::to_string(limits->unreservedConcurrentExecutions)});
    static constexpr MemoryMb kNewAccountLimit{3008};
    if (std::any_of(spec.tiers.begin(), spec.tiers.end(), [](MemoryMb tier) { return tier > kNewAccountLimit; }))
        warn(ErrorDetail::SweepLargeTiers, "some accounts may not have more than 3008 MB",
             "Tiers that Lambda refuses are failed samples; the others are measured");
}

} // namespace

Result<SweepGuard> describeSweep(const ExperimentSpec& spec, const LambdaClient& client, const std::stop_token& stop)
{
    auto function = parseFunctionName(spec.lambda.function);
    if (!function)
        return fail(std::move(function.error()));
    if (!spec.lambda.qualifier.empty())
        function->qualifier = spec.lambda.qualifier;
    auto configuration = client.getConfiguration(*function, stop);
    if (!configuration)
        return fail(std::move(configuration.error().error));
    SweepGuard guard;
    guard.function = std::move(*configuration);
    guard.tiers = spec.tiers;
    const std::vector<PlannedRun> plan = makePlan(spec, 0);
    guard.memoryChanges = countChanges(plan, guard.function.memory);
    guard.invocations = static_cast<int>(plan.size());
    if (spec.lambda.contract == LambdaContract::Own)
        guard.invocations += static_cast<int>(std::max<std::size_t>(1, spec.tiers.size())) * spec.lambda.concurrency;
    const auto limit = static_cast<double>(guard.function.timeout.count());
    for (const PlannedRun& run : plan) {
        const MemoryMb memory = run.memory == kUnlimitedTier ? guard.function.memory : run.memory;
        guard.mostGbSeconds += limit * memory.value / kMbPerGb;
        guard.mostSeconds += limit;
    }
    guard.mostUsd = invocationUsd(guard.function, guard.mostGbSeconds, guard.invocations);
    guard.mostSeconds /= spec.lambda.concurrency;
    // Whoever may not ask for the account's limits may still measure.
    addWarnings(guard, spec, client.accountLimits(stop));
    return guard;
}

std::string guardText(const SweepGuard& guard)
{
    const FunctionConfiguration& function = guard.function;
    std::string text = fmt::format("Function {} in account {}, region {}: {} MB, {}, time limit {} s\n", function.name, function.account(),
                                   function.region(), function.memory.value, function.architecture, function.timeout.count());
    if (guard.memoryChanges == 0)
        text += "Its memory is not changed\n";
    else
        text += fmt::format("Its memory is set to {} MB, {} changes in all, and back to {} MB at the end; nothing else is changed\n",
                            formatTiers(guard.tiers), guard.memoryChanges, function.memory.value);
    text += fmt::format("It is invoked {} times: at most {} GB-seconds, where each invocation runs into the time limit",
                        groupDigits(std::int64_t{guard.invocations}), groupDigits(static_cast<std::int64_t>(guard.mostGbSeconds)));
    if (guard.mostUsd)
        text += *guard.mostUsd < 0.01 ? ", which cost less than 0.01 USD" : fmt::format(", which cost {:.2f} USD", *guard.mostUsd);
    text += '\n';
    for (const Error& warning : guard.warnings)
        text += "Note: " + warning.sentence() + '\n';
    return text;
}

} // namespace tierscope::core
