// SPDX-FileCopyrightText: 2026 The Tierscope authors
// SPDX-License-Identifier: MIT
#include "core/runner/RuntimeApi.h"

#include "core/base/JsonText.h"
#include "core/base/Text.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace tierscope::core {

namespace {

constexpr std::string_view kRoot = "/2018-06-01/runtime";
/// The API is on the same computer; what takes longer has gone wrong.
constexpr std::chrono::seconds kPostLimit{30};

/// The id becomes a part of a path: Lambda's are UUIDs, and nothing that could end the line or the path is taken for one.
bool isRequestId(std::string_view text)
{
    return !text.empty() && text.size() <= 256 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_' || c == '.';
    });
}

std::string encodeError(const FunctionError& error)
{
    const nlohmann::json json = {{"errorMessage", error.message}, {"errorType", error.type}, {"stackTrace", nlohmann::json::array()}};
    return jsonText(json);
}

HttpFields errorFields(const FunctionError& error)
{
    return {{"Content-Type", "application/vnd.aws.lambda.error+json"}, {"Lambda-Runtime-Function-Error-Type", "Function." + error.type}};
}

} // namespace

Result<Invocation> RuntimeApi::next(int stopFd)
{
    // No time limit: between two events Lambda freezes the environment, for minutes or hours. A limit would pass while it is frozen, and
    // the event that thaws it would meet a connection that we give up.
    auto response =
        m_connection.exchange({.method = "GET", .path = fmt::format("{}/invocation/next", kRoot), .fields = {}, .body = {}}, {{}, stopFd});
    if (!response)
        return fail(response.error());
    if (response->status != 200)
        return fail(ErrorCode::Io,
                    fmt::format("the Lambda Runtime API answered with status {} when asked for the next event", response->status));

    Invocation invocation;
    invocation.requestId = response->field("lambda-runtime-aws-request-id");
    if (!isRequestId(invocation.requestId))
        return fail(ErrorCode::Corrupt, fmt::format("the Lambda Runtime API sent an event with the id {}", inQuotes(invocation.requestId)));
    const std::string_view deadline = response->field("lambda-runtime-deadline-ms");
    std::int64_t deadlineMs = 0;
    std::from_chars(deadline.data(), deadline.data() + deadline.size(), deadlineMs);
    invocation.deadline = std::chrono::milliseconds(std::max<std::int64_t>(deadlineMs, 0));
    invocation.event = std::move(response->body);
    return invocation;
}

Result<void> RuntimeApi::sendResponse(const std::string& requestId, std::string_view body)
{
    return post(fmt::format("{}/invocation/{}/response", kRoot, requestId), {{"Content-Type", "application/json"}}, body);
}

Result<void> RuntimeApi::sendError(const std::string& requestId, const FunctionError& error)
{
    return post(fmt::format("{}/invocation/{}/error", kRoot, requestId), errorFields(error), encodeError(error));
}

Result<void> RuntimeApi::sendInitError(const FunctionError& error)
{
    return post(fmt::format("{}/init/error", kRoot), errorFields(error), encodeError(error));
}

Result<void> RuntimeApi::post(std::string path, HttpFields fields, std::string_view body)
{
    const auto response =
        m_connection.exchange({.method = "POST", .path = std::move(path), .fields = std::move(fields), .body = body}, {kPostLimit, -1});
    if (!response)
        return fail(response.error());
    if (response->status / 100 == 2)
        return {};
    const bool isRefused = response->status == 400 || response->status == 413;
    return fail(isRefused ? ErrorCode::InvalidArgument : ErrorCode::Io,
                fmt::format("the Lambda Runtime API refused the function's answer with status {}", response->status));
}

} // namespace tierscope::core
