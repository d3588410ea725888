// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/aws/FunctionName.h"
#include "core/aws/HttpRequest.h"
#include "core/base/JsonReader.h"
#include "core/base/Text.h"
#include "core/experiment/ExperimentSpec.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace tierscope::core {

namespace {

using Problem = std::optional<FieldProblem>;

Problem textProblem(const char* field, const Error& error, ProblemCode code, const std::string& text)
{
    return FieldProblem{field, error.message, error.remedy, code, {}, {text}};
}

Problem functionProblem(const LambdaSettings& settings)
{
    if (settings.function.empty())
        return FieldProblem{"lambda.function", "no function is given", "Give its name or its ARN", ProblemCode::NoFunction, {}, {}};
    const auto parsed = parseFunctionName(settings.function);
    if (!parsed)
        return textProblem("lambda.function", parsed.error(), ProblemCode::FunctionName, settings.function);
    return std::nullopt;
}

Problem regionProblem(const LambdaSettings& settings)
{
    if (settings.region.empty() || isRegionName(settings.region))
        return std::nullopt;
    return FieldProblem{"lambda.region",
                        fmt::format("{} is not a region of AWS", inQuotes(settings.region)),
                        "Give one such as us-east-1",
                        ProblemCode::RegionName,
                        {},
                        {settings.region}};
}

Problem endpointProblem(const LambdaSettings& settings)
{
    if (settings.endpointUrl.empty())
        return std::nullopt;
    const auto parsed = parseEndpoint(settings.endpointUrl);
    if (!parsed)
        return textProblem("lambda.endpoint_url", parsed.error(), ProblemCode::EndpointUrl, settings.endpointUrl);
    return std::nullopt;
}

/// The qualifier that is given apart, else the one behind the name.
std::string qualifierOf(const LambdaSettings& settings)
{
    if (!settings.qualifier.empty())
        return settings.qualifier;
    return parseFunctionName(settings.function).map([](const FunctionName& name) { return name.qualifier; }).value_or("");
}

Problem qualifierProblem(const ExperimentSpec& spec)
{
    const std::string qualifier = qualifierOf(spec.lambda);
    if (qualifier.empty() || qualifier == "$LATEST")
        return std::nullopt;
    if (!isQualifier(qualifier))
        return FieldProblem{"lambda.qualifier",
                            fmt::format("{} is not a version or an alias", inQuotes(qualifier)),
                            "Give a version's number or an alias' name",
                            ProblemCode::QualifierName,
                            {},
                            {qualifier}};
    if (spec.tiers.empty())
        return std::nullopt;
    return FieldProblem{"lambda.qualifier",
                        fmt::format("the memory of version or alias {} cannot be changed", inQuotes(qualifier)),
                        "Measure $LATEST, or the version as it is with no tiers",
                        ProblemCode::QualifierFixed,
                        {},
                        {qualifier}};
}

Problem countProblem(const char* field, const char* subject, int value, int least, int most)
{
    if (value >= least && value <= most)
        return std::nullopt;
    return FieldProblem{field,
                        fmt::format("{} cannot be {}", subject, groupDigits(std::int64_t{value})),
                        fmt::format("Give a number from {} to {}", least, most),
                        ProblemCode::NumberRange,
                        {value, least, most},
                        {}};
}

Problem coldStartProblem(const ExperimentSpec& spec)
{
    if (auto problem = countProblem("lambda.cold_starts", "the number of cold starts", spec.lambda.coldStarts, 0, kMaximumColdStarts))
        return problem;
    if (spec.lambda.coldStarts == 0 || !spec.tiers.empty())
        return std::nullopt;
    return FieldProblem{"lambda.cold_starts",
                        "cold starts are forced by changing the memory, and no tier is given",
                        "Give tiers, or 0 cold starts",
                        ProblemCode::ColdStartsFixed,
                        {},
                        {}};
}

Problem payloadProblem(const char* field, ScheduleMode mode, const std::vector<WeightedPayload>& payloads)
{
    const char* name = scheduleModeName(mode);
    if (payloads.empty())
        return FieldProblem{field, fmt::format("no payload is given for {} runs", name), "Give JSON, or @FILE", ProblemCode::NoPayload, {},
                            {name}};
    for (const WeightedPayload& payload : payloads) {
        if (payload.json.size() > kMaximumPayloadBytes)
            return FieldProblem{field,
                                fmt::format("a payload has {} bytes", groupDigits(std::uint64_t{payload.json.size()})),
                                fmt::format("Lambda takes at most {}", groupDigits(std::uint64_t{kMaximumPayloadBytes})),
                                ProblemCode::PayloadTooLarge,
                                {static_cast<std::int64_t>(payload.json.size()), static_cast<std::int64_t>(kMaximumPayloadBytes)},
                                {}};
        // What is in it is not repeated.
        if (!isJson(payload.json))
            return FieldProblem{field,
                                fmt::format("a payload for {} runs is not JSON", name),
                                "Give JSON such as {\"n\": 1}",
                                ProblemCode::PayloadNotJson,
                                {},
                                {name}};
        if (auto problem = countProblem(field, "the weight of a payload", payload.weight, 1, kMaximumPayloadWeight))
            return problem;
    }
    return std::nullopt;
}

bool hasMode(const ExperimentSpec& spec, ScheduleMode mode)
{
    return std::find(spec.modes.begin(), spec.modes.end(), mode) != spec.modes.end();
}

} // namespace

std::vector<FieldProblem> findLambdaProblems(const ExperimentSpec& spec)
{
    std::vector<FieldProblem> problems;
    const auto add = [&problems](Problem problem) {
        if (problem)
            problems.push_back(std::move(*problem));
    };
    add(functionProblem(spec.lambda));
    add(regionProblem(spec.lambda));
    add(endpointProblem(spec.lambda));
    add(qualifierProblem(spec));
    add(countProblem("lambda.concurrency", "the number of invocations at once", spec.lambda.concurrency, 1, kMaximumConcurrency));
    add(coldStartProblem(spec));
    if (spec.lambda.contract == LambdaContract::Own)
        return problems;
    if (hasMode(spec, ScheduleMode::Sequential))
        add(payloadProblem("lambda.sequential_payloads", ScheduleMode::Sequential, spec.lambda.sequentialPayloads));
    if (hasMode(spec, ScheduleMode::Parallel))
        add(payloadProblem("lambda.parallel_payloads", ScheduleMode::Parallel, spec.lambda.parallelPayloads));
    if (hasMode(spec, ScheduleMode::Pool) || spec.cap.kind == CapPolicy::Kind::Sweep)
        problems.push_back(FieldProblem{"lambda.contract",
                                        "pool runs and a sweep of processes are for Tierscope's own function only",
                                        "Choose sequential and parallel, and one number of processes",
                                        ProblemCode::PoolNeedsOwn,
                                        {},
                                        {}});
    return problems;
}

} // namespace tierscope::core
