// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/experiment/ExperimentSpec.h"

#include "core/base/Text.h"

#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace tierscope::core {

namespace {

std::optional<int> parseCount(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

} // namespace

const char* backendKindName(BackendKind kind)
{
    return kind == BackendKind::Lambda ? "lambda" : "local";
}

Result<CapPolicy> parseCapPolicy(std::string_view text)
{
    constexpr std::string_view kSweepStart = "1..";
    if (text == "auto")
        return CapPolicy{};
    if (text.substr(0, kSweepStart.size()) == kSweepStart) {
        if (const auto count = parseCount(text.substr(kSweepStart.size())))
            return CapPolicy{CapPolicy::Kind::Sweep, *count};
    } else if (const auto count = parseCount(text)) {
        return CapPolicy{CapPolicy::Kind::Fixed, *count};
    }
    return fail(ErrorCode::InvalidArgument, fmt::format("{} is not a number of processes at once", inQuotes(text)),
                "Give a number such as 4, a sweep such as 1..6, or auto");
}

std::string formatCapPolicy(const CapPolicy& policy)
{
    switch (policy.kind) {
    case CapPolicy::Kind::Auto:
        return "auto";
    case CapPolicy::Kind::Fixed:
        return std::to_string(policy.count);
    case CapPolicy::Kind::Sweep:
        return fmt::format("1..{}", policy.count);
    }
    return {};
}

std::string experimentTitle(const ExperimentSpec& spec)
{
    if (!spec.name.empty())
        return spec.name;
    // What a function that we know nothing about does, its name tells best.
    if (spec.backend == BackendKind::Lambda && spec.lambda.contract == LambdaContract::Any)
        return fmt::format("function {}", spec.lambda.function);
    return fmt::format("{}, {} {}", workloadTitle(spec.workload), groupDigits(std::int64_t{spec.tasks}),
                       spec.tasks == 1 ? "task" : "tasks");
}

} // namespace tierscope::core
