// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/aws/FunctionError.h"

#include "core/base/JsonReader.h"
#include "core/base/Text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace tierscope::core {

namespace {

std::string atTier(const std::optional<InvocationReport>& report)
{
    return report && report->memoryMb > 0 ? fmt::format(" at {} MB", report->memoryMb) : std::string{};
}

bool contains(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

/// "RequestId: 8f… Error: Runtime exited…" without the id.
std::string_view withoutRequestId(std::string_view message)
{
    constexpr std::string_view kMark = " Error: ";
    const std::size_t mark = message.starts_with("RequestId: ") ? message.find(kMark) : std::string_view::npos;
    return mark == std::string_view::npos ? message : message.substr(mark + kMark.size());
}

/// A process that the kernel kills when its memory is used up looks like any killed one, but for what the report says of it.
bool ranOutOfMemory(const std::string& type, std::string_view message, const std::optional<InvocationReport>& report)
{
    if (type == "Runtime.OutOfMemory" || contains(message, "Runtime.OutOfMemory"))
        return true;
    const bool wasKilled = contains(message, "signal: killed") || contains(message, "signal: 9");
    return wasKilled && report && report->maxMemoryMb && *report->maxMemoryMb >= report->memoryMb;
}

} // namespace

std::string describeFunctionError(std::string_view payload, const std::optional<InvocationReport>& report)
{
    const auto json = parseJson(payload, "the error", ErrorCode::Corrupt);
    std::string type = report ? report->errorType : std::string{};
    std::string message;
    if (json && json->is_object()) {
        message = textOf(*json, "errorMessage");
        if (const std::string named = textOf(*json, "errorType"); !named.empty())
            type = named;
    }
    if (ranOutOfMemory(type, message, report))
        return "out of memory" + atTier(report);
    if (type == "Sandbox.Timedout" || contains(message, "Task timed out after") || (report && report->status == "timeout")) {
        const std::string after = report ? fmt::format(" after {:g} s", report->durationMs / 1000) : std::string{};
        return fmt::format("timed out{}{}: the function's own time limit", after, atTier(report));
    }
    const std::string_view rest = withoutRequestId(message);
    if (type == "Runtime.ExitError" || contains(message, "Runtime exited"))
        return fmt::format("the function's process exited{}: {}", atTier(report), shortLine(rest.empty() ? type : rest));
    if (type.empty() && rest.empty())
        return "the function failed without saying why";
    if (type.empty() || rest.empty())
        return fmt::format("the function failed: {}", shortLine(type.empty() ? rest : type));
    return fmt::format("the function raised {}: {}", shortLine(type), shortLine(rest));
}

} // namespace tierscope::core
